"""Minutes (biên bản): several who sign, side by side and in columns (Decree 30/2020 App. III, 1.9)."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.table import Table
from support.forms import minutes
from support.golden import golden
from support.outlines import only
from support.years import year

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.errors import FormProblem
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.markdown import markdown
from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.load import load
from tthtcd_tui.imports.sources.word import read_word
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.report.outline import Outline, SignOff, plain
from tthtcd_tui.report.signing import signing_rows
from tthtcd_tui.screens.preview_lines import preview
from tthtcd_tui.text.periods import Period

FORM = minutes()
HEAD = {
    "report/superior": "UBND xã Ban Sen",
    "report/issuer": "Trung tâm Văn hóa, Thể thao và Học tập cộng đồng xã Ban Sen",
    "report/place": "Ban Sen",
    "report/date": "28/12/2024",
    "report/symbol": "BB-TTVHTT&HTCĐ",
    "report/closing": "Thư ký đã đọc lại biên bản, cả cuộc họp nhất trí.",
    "report/recipients": "Người dự họp",
    "report/position": "CHỦ TRÌ",
    "report/signer": "Nguyễn Thị Hoa",
    "figure/thu_ky": "Trần Văn Bình",
    "figure/thanh_vien": "Lê Thị Cúc; Phạm Văn Dũng; Hoàng Thị Én; Vũ Văn Phúc;",
}


def facts(**typed: str) -> Facts:
    given = {place: raw for place, raw in (HEAD | {f"figure/{key}": raw for key, raw in typed.items()}).items() if raw}
    return year(FORM, given, Period.calendar_year(2024))


def outline(**typed: str) -> Outline:
    return compose(FORM, facts(**typed))


def signed(**typed: str) -> list[list[list[str]]]:
    """Row by row, column by column, the lines of who signs."""
    rows = signing_rows(only(outline(**typed), SignOff))
    return [[[plain(line) for line in each.lines] for each in row] for row in rows]


def tables(made: Outline) -> list[Table]:
    """What stands below the last words."""
    found = docx.Document(BytesIO(docx_bytes(made))).tables
    return found[next(n for n, table in enumerate(found) if "THƯ KÝ" in table.cell(0, 0).text) :]


def test_the_secretary_stands_beside_who_presides_and_the_members_in_columns_below() -> None:
    assert signed() == [
        [["THƯ KÝ", "Trần Văn Bình"], ["CHỦ TRÌ", "Nguyễn Thị Hoa"]],
        [["CÁC THÀNH VIÊN"]],
        [["Lê Thị Cúc"], ["Phạm Văn Dũng"]],
        [["Hoàng Thị Én"], ["Vũ Văn Phúc"]],
    ]


def test_a_row_is_filled_up_so_that_all_stand_alike() -> None:
    assert signed(thanh_vien="A; B; C; D; E")[2:] == [[["A"], ["B"], ["C"]], [["D"], ["E"], []]]
    assert signed(thanh_vien="A")[1:] == [[["CÁC THÀNH VIÊN", "A"], []]]


def test_on_paper_no_row_is_parted_and_what_heads_the_members_stays_with_them() -> None:
    made = tables(outline())
    assert [[cell.text for cell in table.rows[0].cells] for table in made] == [
        ["THƯ KÝ\nTrần Văn Bình", "CHỦ TRÌ\nNguyễn Thị Hoa"],
        ["CÁC THÀNH VIÊN"],
        ["Lê Thị Cúc", "Phạm Văn Dũng"],
        ["Hoàng Thị Én", "Vũ Văn Phúc"],
        ["Nơi nhận:\n- Người dự họp;\n- Lưu: VT.", ""],
    ]
    assert all("<w:cantSplit/>" in table._tbl.xml for table in made)
    assert made[1].cell(0, 0).paragraphs[0].paragraph_format.keep_with_next
    names = [table.cell(0, 0).paragraphs[-1].style for table in (made[0], made[2])]
    assert [style and style.name for style in names] == ["Họ tên người ký"] * 2
    widths = {sum(column.width or 0 for column in table.columns) for table in made}
    assert len(widths) == 1


def test_a_gap_stands_where_nobody_is_named() -> None:
    assert signed(thu_ky="", thanh_vien="") == [
        [["THƯ KÝ", "[Chưa nhập: Thư ký]"], ["CHỦ TRÌ", "Nguyễn Thị Hoa"]],
        [["CÁC THÀNH VIÊN", "[Chưa nhập: Các thành viên dự họp]"], []],
    ]


def test_it_reads_so_in_text() -> None:
    written = text(outline())
    assert written == golden("report-bien-ban.txt", written)
    marked = markdown(outline())
    assert "**THƯ KÝ**\\\n**Trần Văn Bình**\n\n**CHỦ TRÌ**\\\n**Nguyễn Thị Hoa**\n\n**CÁC THÀNH VIÊN**\n" in marked
    assert marked.endswith("**Nơi nhận:**\n\n- Người dự họp;\n- Lưu: VT.\n")


@pytest.mark.parametrize("width", [20, 80])
def test_the_preview_shows_them_beside_each_other_where_there_is_room(width: int) -> None:
    lines = ["".join(piece for piece, _ in passage.line) for passage in preview(outline(), width)]
    beside = [line for line in lines if "Trần Văn Bình" in line]
    assert [("Nguyễn Thị Hoa" in line) for line in beside] == [width == 80]
    assert all(len(line) <= width for line in lines[-40:])


def test_every_one_who_signs_is_read_again_where_they_stand() -> None:
    said = [cell for piece in read_word(docx_bytes(outline())).pieces for row in piece.rows for cell in row]
    assert "Hoàng Thị Én" in said
    assert "THƯ KÝ\nTrần Văn Bình" in said


def found(**typed: str) -> list[tuple[str, Severity]]:
    codes = ("signers_missing", "signs_twice")
    findings = check(Context.of(FORM, facts(**typed)))
    return [(each.code, each.severity) for each in findings if each.code in codes]


def test_too_few_are_an_error_and_one_twice_a_warning() -> None:
    assert found() == []
    assert found(thanh_vien="") == []  # nobody named yet is missing
    assert found(thanh_vien="Lê Thị Cúc") == [("signers_missing", Severity.ERROR)]
    assert found(thanh_vien="Lê Thị Cúc; nguyễn thị hoa") == [("signs_twice", Severity.WARNING)]
    assert found(thu_ky="Vũ Văn Phúc") == [("signs_twice", Severity.WARNING)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('names = "thu_ky"', 'names = "so_ap"', "không phải tên một số liệu kiểu chữ"),
        ('names = "thu_ky"', 'names = "khong_co"', "không phải tên một số liệu kiểu chữ"),
        ('title = "THƯ KÝ"', 'title = "Thư ký"', "viết in hoa"),
        ("least = 2", "least = 0", "ít nhất một người"),
        ("least = 2", "last = 2", "last"),
    ],
)
def test_a_form_that_names_nobody_is_refused(old: str, new: str, told: str) -> None:
    assert FORM.text.count(old) == 1
    with pytest.raises(FormProblem, match=told):
        load(FORM.text.replace(old, new), "bien-ban.toml")
