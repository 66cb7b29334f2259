"""Every problem that is told to a person, as one tree.

    UserProblem                 message, details, exit_code
    ├── TextProblem             typed text that cannot be used
    │   ├── UnusableCharacter   a character without a meaning: index, character
    │   └── UnwritableText      a character that a document cannot hold: character, place
    ├── FileProblem             a file that cannot be read or written: code
    │   └── FileExists          it is there, and nobody asked to overwrite it
    ├── FormProblem             a form that cannot be used: file, table, key
    ├── CodecProblem            JSON that is no report: problems
    ├── StoreProblem            the database could not be opened, read or written
    │   ├── ReportGone          somebody deleted the report: report_id
    │   ├── ReportFinal         the report is final and only read
    │   ├── NotAllowed          whoever asks for it may not do it
    │   │   ├── NotOnStaff      they are not on the list of staff: login
    │   │   ├── Supervises      they are above the centre, read and answer, and edit nothing
    │   │   └── NoDirector      it takes a director and nobody is one yet
    │   ├── CannotEdit          an edit that would leave something that cannot be stored
    │   │   └── ActivityGone    of an activity that is deleted
    │   ├── CannotUndo          nothing to undo or redo, or changed since
    │   ├── CannotFinalise      the report cannot be finalised or reopened as it stands
    │   ├── CannotAnswer        what cannot be handed in, sent back or approved as it stands
    │   ├── NothingToAccept     what was to be accepted is not found, or no longer
    │   ├── StaffProblem        the list of staff cannot be changed like that
    │   │   ├── AlreadyOnStaff  somebody of that login is on it
    │   │   ├── NoSuchStaff     nobody of that login is on it
    │   │   ├── UnfitStaff      a supervisor without a unit, or somebody else with one
    │   │   ├── FirstMustDirect the list would begin without a director of all centres
    │   │   └── LastDirector    the list would be left without one
    │   ├── DiskFull            no room for what was to be written
    │   ├── ReadOnly            the file or its folder may not be written to
    │   ├── Damaged             the file does not hold what was written into it
    │   ├── Busy                somebody else writes for too long
    │   ├── ServerGone          the database server does not answer
    │   ├── NotOnServer         a task for files alone; a server does it for its data itself
    │   ├── InUse               somebody has the database open
    │   ├── BackupRunning       another process makes a backup
    │   ├── BackupDiffers       the backup just made is not like the data
    │   ├── CopyDiffers         the copy just made is not like the data
    │   ├── TargetTaken         there are data already where a copy was to be made
    │   ├── NotWholeBackup      a database whose last changes stand in another file
    │   ├── FileReplaced        the file was deleted or replaced while it was open
    │   └── FolderClosed        no database can be made in that folder
    └── TaskProblem             something asked for could not be done
        ├── HasErrors           the report has errors: places
        │   └── NotIssued       and so it was not exported
        ├── EditConflict        somebody changed the same cells meanwhile: conflicts
        ├── WrongCell           one cell cannot be taken as it was typed: label, place, reason
        ├── NothingSaved        several cells, some of them wrong: causes
        ├── NoSuchPlace         the form has no such place
        ├── NoSuchForm          there is no form of that name
        ├── FormMissing         the form a file was made with is not kept here
        ├── FormDiffers         the file was made with another form than the one at hand
        ├── NoDatabase          there is no database at that path
        ├── PasswordInCommand   a password where everybody on the machine can read it
        ├── AddressInCommand    a server's address where everybody on the machine can read it
        ├── NoBackup            there is no backup at that path
        ├── NoUserName          nobody knows who is at the keyboard
        ├── NoCentre            there is no centre yet
        ├── NoSuchCentre        there is none of that code
        ├── ManyCentres         there are several, and none was named
        ├── CentreExists        there is one with that code
        ├── NoReport            there is no report of that period: period, known
        ├── NoPeriod            there are several reports, and none was named
        ├── UnusableFile        a file that somebody wants read in cannot be
        ├── NoTable             a table that is not there, or it is not clear which
        ├── TooLargeForSheet    a table that no spreadsheet can hold
        ├── NotFinal            it takes a final report, and this is a draft
        ├── NoUnit              a centre that belongs to no unit, so that nobody is above it
        ├── NotReducible        nobody can tell what a version printed
        ├── NotTheReport        an answer to a submission that was not made here
        ├── NothingReceived     nothing was received of that period, or in that folder
        ├── NothingHandedIn     no centre of the database has handed in a report of that period
        ├── FormUnclear         what was received is of several forms, and none was named
        ├── NoSuchUnit          the list of units has no such unit
        ├── NotAdditive         numbers that cannot be added up or weighed like that
        ├── NoPdf               no program here makes a PDF of a DOCX, or it failed
        └── WouldReplace        an import would replace what is there

Rooms below `commands` and `screens` raise these. A message is a Vietnamese sentence: what is wrong, then what to do
next, without naming a key or an option; the two edges add those (`commands/advice.py`, `screens/advice.py`). Nothing
tells one problem from another by its words: there is a class for it, or a field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol


class UserProblem(Exception):
    """A failure in words for the person who asked: `details` are lines that belong under `message`."""

    exit_code: ClassVar[int] = 3
    """What the command line ends with."""

    def __init__(self, message: str, details: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = tuple(details)


# -- text -------------------------------------------------------------------------------------------------------------


class TextProblem(UserProblem, ValueError):
    """Typed text that cannot be used."""


class UnusableCharacter(TextProblem):
    """A character without a meaning we could know: private use, or U+FFFD where a letter was already lost.

    `index` counts from 0 in the text as it came; the message gives line and column as a person counts them.
    """

    def __init__(self, message: str, index: int, character: str) -> None:
        super().__init__(message)
        self.index = index
        self.character = character


class UnwritableText(TextProblem):
    """Text with a character that no DOCX can hold; the message says which, where, and what to do next."""

    def __init__(self, character: str, place: str | None) -> None:
        where = f"Ô {place}" if place else "Báo cáo"
        super().__init__(
            f"{where} có ký tự không ghi được vào tệp DOCX (U+{ord(character):04X}). Hãy xóa ký tự đó rồi xuất lại tệp."
        )
        self.character = character
        self.place = place


# -- files and forms --------------------------------------------------------------------------------------------------


class FileProblem(UserProblem):
    """A file that cannot be read or written; `code` is the system's own (`errno`), 0 where it gave none."""

    def __init__(self, message: str, code: int = 0) -> None:
        super().__init__(message)
        self.code = code


class FileExists(FileProblem):
    """The file to be written is there already and nobody asked to overwrite it."""


class FormProblem(UserProblem, ValueError):
    """A form that cannot be used; names the file, the table and the key."""

    def __init__(self, file: str, table: str, key: str, message: str) -> None:
        where = " · ".join(_short(part) for part in (file, f"[{table}]" if table else "", key) if part)
        # A key or a file's name may hold what a terminal would obey.
        said = f"{where}: {message}" if where else message
        super().__init__("".join(c if c.isprintable() else "?" for c in said))
        self.file = file
        self.table = table
        self.key = key


def _short(part: str) -> str:
    return part if len(part) <= 100 else part[:99] + "…"


class CodecProblem(UserProblem, ValueError):
    """JSON that is not a report we can take. `problems` are Vietnamese sentences, each beginning with its place."""

    def __init__(self, problems: Iterable[str], name: str = "Tệp") -> None:
        """`name` is what the user calls the file."""
        super().__init__(f"{name} không dùng được:", problems)

    def __str__(self) -> str:
        return "\n".join(self.problems)

    @property
    def problems(self) -> tuple[str, ...]:
        return self.details


# -- the store --------------------------------------------------------------------------------------------------------


class StoreProblem(UserProblem):
    """The database could not be opened, read or written."""


class ReportGone(StoreProblem):
    """Somebody has deleted the report."""

    def __init__(
        self, report_id: int, message: str = "Báo cáo này vừa bị xóa ở nơi khác. Hỏi người đã xóa trước khi nhập lại."
    ) -> None:
        super().__init__(message)
        self.report_id = report_id


class ReportFinal(StoreProblem):
    """The report is final: it may only be read until a director reopens it."""


class NotAllowed(StoreProblem):
    """Whoever asks for it may not do it: they only look, work at another centre, or direct none."""


class NotOnStaff(NotAllowed):
    """They are not on the list of staff there is, or no longer."""

    def __init__(self, message: str, login: str) -> None:
        super().__init__(message)
        self.login = login


class Supervises(NotAllowed):
    """They supervise the unit that the centre belongs to: they read and answer, and edit nothing."""

    def __init__(self) -> None:
        super().__init__(
            "Cấp trên xem chứ không sửa báo cáo của trung tâm. Chỗ chưa đúng: hãy góp ý ở ô ấy, hoặc trả lại kèm lý do."
        )


class NoDirector(NotAllowed):
    """It takes a director, and nobody has been named one yet."""


class CannotEdit(StoreProblem):
    """An edit that would leave the report with something that cannot be stored, such as an activity without a date."""


class ActivityGone(CannotEdit):
    """The activity was deleted before a cell of it was edited."""

    def __init__(self) -> None:
        super().__init__("Hoạt động này đã bị xóa. Hãy nhập hoạt động mới.")


class CannotUndo(StoreProblem):
    """Nothing to undo or redo, or somebody changed the cell since."""


class CannotFinalise(StoreProblem):
    """The report cannot be finalised or reopened as it stands."""


class CannotAnswer(StoreProblem):
    """A report cannot be handed in, sent back or approved as it stands, or not yet."""


class NothingToAccept(StoreProblem):
    """What was to be accepted does not stand in the data, or is another by now; `details` name it."""


class StaffProblem(StoreProblem):
    """A change that the list of staff does not take."""


class AlreadyOnStaff(StaffProblem):
    """Somebody of that login is on the list."""


class NoSuchStaff(StaffProblem):
    """Nobody of that login is on the list."""


class UnfitStaff(StaffProblem):
    """A supervisor without a unit, or with a centre; or somebody else with a unit."""

    def __init__(self) -> None:
        super().__init__(
            "Cấp trên thuộc một đơn vị (tỉnh, xã), không thuộc trung tâm; các vai trò khác thì ngược lại."
            " Hãy ghi đúng đơn vị hoặc trung tâm của người đó."
        )


class FirstMustDirect(StaffProblem):
    """The first one on the list must direct all centres."""

    def __init__(self) -> None:
        super().__init__(
            "Danh sách cán bộ đang trống: người đầu tiên phải là giám đốc của mọi trung tâm. Hãy thêm giám đốc trước."
        )


class LastDirector(StaffProblem):
    """The list would be left without a director of all centres, who alone could name another."""


class DiskFull(StoreProblem):
    """There is no room for what was to be written."""

    def __init__(self, message: str = "Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại.") -> None:
        super().__init__(message)


class ReadOnly(StoreProblem):
    """The database or its folder may not be written to."""

    def __init__(
        self,
        message: str = "Tệp dữ liệu hoặc thư mục của nó chỉ cho đọc. Hãy báo quản trị viên cấp quyền ghi.",
    ) -> None:
        super().__init__(message)


class Damaged(StoreProblem):
    """The database does not hold what was written into it: nothing more may be written."""

    def __init__(
        self,
        message: str = "Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy báo quản trị viên khôi phục từ bản sao lưu.",
    ) -> None:
        super().__init__(message)


class Busy(StoreProblem):
    """Somebody else writes, for longer than one can wait."""

    def __init__(self) -> None:
        super().__init__("Người khác đang ghi quá lâu. Hãy thử lại sau ít giây.")


class ServerGone(StoreProblem):
    """The server that keeps the data does not answer, or the line to it was cut; the next try makes a new one."""

    def __init__(self) -> None:
        super().__init__("Không nối được với máy chủ dữ liệu. Hãy thử lại sau ít phút; nếu vẫn vậy, báo quản trị viên.")


class NotOnServer(StoreProblem):
    """Something this program does for a file, asked for data that a server keeps and looks after."""


class InUse(StoreProblem):
    """Somebody has the database open, and nothing may be put in its place."""

    def __init__(self) -> None:
        super().__init__("Đang có người mở dữ liệu này. Hãy báo mọi người thoát ra rồi làm lại.")


class BackupRunning(StoreProblem):
    """Another process is making a backup right now."""

    def __init__(self) -> None:
        super().__init__("Đang có một lần sao lưu khác chạy. Hãy đợi ít phút rồi thử lại.")


class BackupDiffers(StoreProblem):
    """The backup just made does not hold what the data hold, and was not kept."""

    def __init__(self) -> None:
        super().__init__(
            "Bản vừa sao không khớp với dữ liệu nên không được giữ lại. Hãy kiểm tra xem dữ liệu có hỏng không."
        )


class CopyDiffers(StoreProblem):
    """The copy just made does not hold what the data hold, and nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(
            "Bản vừa chép không khớp với dữ liệu nên không được giữ lại. Hãy kiểm tra xem dữ liệu có hỏng không."
        )


class TargetTaken(StoreProblem):
    """Something stands where a copy was to be made: nothing is ever written over it."""


class NotWholeBackup(StoreProblem):
    """A database whose last changes stand in another file, taken for a backup."""


class FileReplaced(StoreProblem):
    """The file was deleted or replaced while it was open: what is written to it would be lost."""

    def __init__(self) -> None:
        super().__init__(
            "Tệp dữ liệu đã bị xóa hoặc bị thay bằng tệp khác trong lúc đang mở. Hãy thoát, mở lại chương trình"
            " rồi nhập lại chỗ vừa sửa."
        )


class FolderClosed(StoreProblem):
    """No database can be made or changed in that folder."""


# -- tasks ------------------------------------------------------------------------------------------------------------


class TaskProblem(UserProblem):
    """Something a user asked for could not be done."""


class _Found(Protocol):
    """A finding, as far as it is told here."""

    @property
    def place(self) -> str: ...

    @property
    def message(self) -> str: ...


class HasErrors(TaskProblem):
    """The report has errors, each told in a line."""

    exit_code = 1

    def __init__(self, message: str, findings: Sequence[_Found]) -> None:
        super().__init__(message, [f"{finding.place}: {finding.message}" for finding in findings])
        self.places = tuple(finding.place for finding in findings)


class NotIssued(HasErrors):
    """The report was not exported, because of them."""

    def __init__(self, counted: str, findings: Sequence[_Found]) -> None:
        """`counted` says how many of each level there are: «còn thiếu 3 chỗ, 1 lỗi»."""
        super().__init__(f"Chưa xuất được: báo cáo {counted}. Hãy nhập, sửa các chỗ dưới đây.", findings)


class _Met(Protocol):
    """A conflict, as far as it is told here."""

    @property
    def place(self) -> str: ...


class EditConflict(TaskProblem):
    """Somebody changed the same cells meanwhile. Nothing was saved; both values are told."""

    def __init__(self, conflicts: Iterable[_Met], both: Iterable[str]) -> None:
        """`both` are lines with the two values of each."""
        super().__init__(
            "Chưa lưu, vì có người vừa sửa cùng chỗ. Xem hai giá trị dưới đây rồi nhập lại giá trị đúng.", both
        )
        self.conflicts = tuple(conflicts)


class WrongCell(TaskProblem):
    """One cell that cannot be taken as it was typed; `reason` says why, to somebody who sees which it is."""

    def __init__(self, label: str, place: str, reason: str) -> None:
        super().__init__(f"{label} ({place}): {reason}")
        self.label = label
        self.place = place
        self.reason = reason


class NothingSaved(TaskProblem):
    """Cells that were to be saved together, some of them wrong for `causes`."""

    def __init__(self, message: str, causes: Iterable[UserProblem]) -> None:
        self.causes = tuple(causes)
        super().__init__(message, [cause.message for cause in self.causes])


class NoSuchPlace(TaskProblem):
    """The form has no such place."""


class NoSuchForm(TaskProblem):
    """There is no form of that name."""


class FormMissing(TaskProblem):
    """The form that a file was made with is not kept here."""


class FormDiffers(TaskProblem):
    """A file was made with another form than the one at hand."""


class NoDatabase(TaskProblem):
    """There is no database at that path."""


class PasswordInCommand(TaskProblem):
    """A password among the words of a command, which everybody on the machine can read."""

    def __init__(self) -> None:
        super().__init__(
            "Mật khẩu không được ghi trong lệnh, vì ai trên máy này cũng đọc được lệnh đang chạy. Hãy để mật khẩu trong"
            " tệp ~/.pgpass (quyền 0600)."
        )


class AddressInCommand(TaskProblem):
    """A server's address among the words of a command, which everybody on the machine can read."""

    def __init__(self) -> None:
        super().__init__(
            "Địa chỉ máy chủ dữ liệu không được ghi trong lệnh như vậy: ai trên máy này cũng đọc được lệnh đang chạy."
        )


class NoBackup(TaskProblem):
    """There is no backup at that path."""


class NoUserName(TaskProblem):
    """Nobody knows who is at the keyboard."""


class NoCentre(TaskProblem):
    """There is no centre yet."""

    def __init__(self) -> None:
        super().__init__("Chưa có trung tâm nào. Hãy thêm trung tâm trước.")


class NoSuchCentre(TaskProblem):
    """There is no centre of that code, and none is to be made."""


class ManyCentres(TaskProblem):
    """There are several centres, and none was named."""


class CentreExists(TaskProblem):
    """There is a centre of that code."""


class NoReport(TaskProblem):
    """The centre has no report of that period."""

    def __init__(self, message: str, period: str, known: Sequence[str]) -> None:
        super().__init__(message)
        self.period = period
        self.known = tuple(known)


class NoPeriod(TaskProblem):
    """There are several reports of a centre, and none was named."""


class UnusableFile(TaskProblem):
    """A file that somebody wants read in cannot be: it is broken, guarded, too large, or holds what may not come in."""


class NoTable(TaskProblem):
    """A table was asked for that is not there, or it is not clear which one."""


class TooLargeForSheet(TaskProblem):
    """A table with more rows, or a longer text, than a spreadsheet can hold."""


class NotFinal(TaskProblem):
    """It takes a final report, and this one is a draft."""


class NoUnit(TaskProblem):
    """The centre belongs to no unit of the database, so that nobody there is above it."""


class NotReducible(TaskProblem):
    """A version whose document does not say what it prints, so that less than all of it cannot be handed in."""


class NotTheReport(TaskProblem):
    """An answer of the superior to a submission that was not made here."""


class NothingReceived(TaskProblem):
    """Nothing was received of that period, or in that folder at all."""


class NothingHandedIn(TaskProblem):
    """No centre that somebody may read has handed in a report of that period."""


class FormUnclear(TaskProblem):
    """What was received is of several forms, which cannot be added up together, and none of them was named."""


class NoSuchUnit(TaskProblem):
    """The list of units has no such unit."""


class NotAdditive(TaskProblem):
    """Numbers that cannot be added up or weighed like that, such as per cent."""


class NoPdf(TaskProblem):
    """There is no program here that makes a PDF of a DOCX, or it failed."""


class WouldReplace(TaskProblem):
    """An import would write over a report that is there."""
