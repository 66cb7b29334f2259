"""Registry of the screens: name, title, and where each is loaded from. Lists, search and the Navigator read it.

A screen's module is imported when it is opened: the registry names it as an entry point does, so that listing the
screens imports none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.screens import destinations as to

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form


class Entry(NamedTuple):
    """A screen that is made once and kept under its `name`."""

    name: str
    target: str
    """«module:class», below `tthtcd_tui.screens`."""
    title: str = ""
    """What the list of commands calls it."""
    label: str = ""
    """What its line of the overview says."""
    arguments: tuple[int | str | None, ...] = ()


OVERVIEW: Final = Entry("overview", "overview:OverviewScreen")
DETAILS: Final = Entry("details", "section:DetailsScreen", "Chi tiết báo cáo", "Chi tiết báo cáo")
LOG: Final = Entry("log", "log:LogScreen", "Nhật ký hoạt động", "Nhật ký hoạt động")
HISTORY: Final = Entry("history", "history:HistoryScreen", "Lịch sử sửa đổi của cả báo cáo", arguments=(None,))
SUMMARY: Final = Entry("summary", "summary:SummaryScreen", "Tổng hợp báo cáo", "Tổng hợp, xem trước")
PREVIEW: Final = Entry("preview", "preview:PreviewScreen", "Xem trước văn bản")
EXPORT: Final = Entry("export", "export:ExportScreen", "Xuất báo cáo ra tệp", "Xuất báo cáo DOCX")
IMPORT: Final = Entry("import", "import_file:ImportScreen", "Nhập tệp: báo cáo cũ, sổ hoạt động, tệp gửi lại")
REFUSED: Final = Entry("refused", "refused_rows:RefusedRowsScreen", "Dòng dán chưa xếp được")
FINALISE: Final = Entry("finalise", "finalise:FinaliseScreen", "Chốt báo cáo, mở lại, các bản đã chốt", "Chốt báo cáo")
EVIDENCE: Final = Entry("evidence", "evidence:EvidenceScreen", "Danh mục minh chứng")
COMMENTS: Final = Entry("comments", "comments:CommentsScreen", "Góp ý, trả lời của cả báo cáo", "Góp ý, trả lời")
COMPARISON: Final = Entry("comparison", "comparison:ComparisonScreen", "So sánh với các năm trước")
REVIEW: Final = Entry("review", "review:ReviewScreen", "Rà soát chỗ chép từ năm trước, hai năm cạnh nhau", "Rà soát")
UPGRADE: Final = Entry("upgrade", "upgrade:UpgradeScreen", "Đổi sang phiên bản mới của biểu mẫu", "Biểu mẫu")
GUIDE: Final = Entry("guide", "guide:GuideScreen", "Hướng dẫn nhanh: năm bước đầu tiên")
RECEIVED: Final = Entry(
    "received", "received:ReceivedScreen", "Bản nộp đã nhận, tổng hợp (cấp trên)", "Bản nộp đã nhận"
)
YEARS: Final = Entry("years", "years:YearsScreen", "Các năm, trung tâm: mở, tạo, xóa", "Các năm, trung tâm")

NAMED: Final = (
    LOG, EVIDENCE, HISTORY, COMMENTS, SUMMARY, COMPARISON, PREVIEW, EXPORT, IMPORT, REFUSED, FINALISE, REVIEW, UPGRADE,
    GUIDE, RECEIVED, YEARS,
)  # fmt: skip
"""The screens that are no section, as the list of commands has them."""

_MADE_ANEW: Final[Mapping[type[to.Anew], str]] = {
    to.Paragraphs: "paragraphs:ParagraphsScreen",
    to.Reason: "prompt:PromptScreen",
    to.History: "history:HistoryScreen",
    to.Comment: "comment:CommentScreen",
    to.Conflict: "conflict:ConflictScreen",
    to.Recovery: "recover:RecoverScreen",
    to.NewYear: "new_year:NewYearScreen",
    to.Rename: "rename_centre:RenameScreen",
    to.DeleteYear: "delete_year:DeleteYearScreen",
    to.DueDay: "due_day:DueDayScreen",
    to.RollupHead: "rollup_head:RollupHeadScreen",
    to.AnswerMailed: "answer_mailed:AnswerMailedScreen",
    to.Help: "help:HelpScreen",
    to.Palette: "palette:PaletteScreen",
    to.Search: "finder:SearchScreen",
    to.Discarded: "discarded:DiscardedScreen",
    to.ReplaceWords: "replace_words:ReplaceWordsScreen",
    to.Filing: "import_file:FilingScreen",
    to.RowFor: "refused_rows:RowForScreen",
    to.Guide: "guide:GuideScreen",
    to.ShutOut: "shut_out:ShutOutScreen",
}


def sections(form: Form) -> list[Entry]:
    """The screens of the form, each with sections of the report."""
    return [
        Entry(screen.key, "section:SectionScreen", screen.label, screen.label, (number, screen.key))
        for number, screen in enumerate(form.screens, 1)
    ]


def numbered(form: Form) -> list[Entry]:
    """The screens that a digit opens: 0 the report's details, then the form's, the summary, the export."""
    return [DETAILS, *sections(form), SUMMARY, EXPORT]


def entry(name: str, form: Form | None) -> Entry:
    """The kept screen of that name, or of that key in the form of the open year."""
    known: list[Entry] = [OVERVIEW, DETAILS, *NAMED, *(sections(form) if form else ())]
    return next(screen for screen in known if screen.name == name)


def target(destination: to.Anew) -> str:
    """The «module:class» of a destination's screen, which is created with the destination's fields."""
    return _MADE_ANEW[type(destination)]
