"""What to do next about a problem, in the words of the command line: the commands and options that help.

The rooms below say what is wrong and name no command. One table for whoever types commands on this machine, one for
whoever may only ask for what a shared server's closed list has (`commands/remote.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui import errors
from tthtcd_tui.errors import NothingSaved, UserProblem
from tthtcd_tui.tasks.care.remedy import Remedy

_START: Final = "Gõ “tthtcd centre add MÃ TÊN” để bắt đầu"
_WHOLE: Final = "Muốn nộp dữ liệu cả năm, cả nhật ký, ghi chú, điện thoại, thêm --whole."
_PLACES: Final = "Gõ “tthtcd show KỲ” để xem các chỗ."

HERE: Final[Mapping[type[UserProblem], str]] = {
    errors.FileExists: "Muốn ghi đè tệp đó, thêm --force.",
    errors.ActivityGone: "Nếu chính bạn đã xóa, “tthtcd undo KỲ” lấy lại được.",
    errors.NoDirector: "Gõ “tthtcd staff add TÊN_ĐĂNG_NHẬP --name HỌ_TÊN --role director”.",
    errors.FirstMustDirect: "Dùng --role director, không ghi --centre.",
    errors.LastDirector: "Dùng --role director, không ghi --centre.",
    errors.AlreadyOnStaff: "Dùng “tthtcd staff edit” để sửa.",
    errors.NoSuchStaff: "Gõ “tthtcd staff list” để xem.",
    errors.BackupDiffers: "Gõ “tthtcd doctor” để kiểm tra.",
    errors.NothingToAccept: "Gõ “tthtcd doctor” để xem các mã.",
    errors.NotWholeBackup: "Gõ “tthtcd backup” để sao lưu, “tthtcd backup --list” để xem các bản đã có.",
    errors.FolderClosed: "Chỉ rõ chỗ khác bằng --db.",
    errors.NotIssued: "Muốn xuất bản dự thảo dù còn thiếu, còn lỗi, thêm --draft.",
    errors.NoTable: "Ghi bảng bằng --table BẢNG.",
    errors.NoSuchPlace: _PLACES,
    errors.NoSuchForm: "Gõ “tthtcd forms” để xem, “tthtcd forms --add TỆP” để thêm.",
    errors.FormMissing: "Gõ “tthtcd forms --add TỆP”.",
    errors.FormDiffers: "Thêm --form TỆP vào lệnh.",
    errors.NoDatabase: f"{_START}, hoặc chỉ rõ tệp bằng --db.",
    errors.AddressInCommand: "Đặt địa chỉ vào biến TTHTCD_DB rồi bỏ --db; mật khẩu thì để trong tệp ~/.pgpass.",
    errors.ServerGone: ("Cần xem: máy chủ có chạy không, có nhận tên, mật khẩu, cơ sở dữ liệu của chương trình không."),
    errors.NoBackup: "Gõ “tthtcd backup --list” để xem các bản sao lưu.",
    errors.NoUserName: "Thêm --user TÊN vào lệnh.",
    errors.NoCentre: f"{_START}.",
    errors.ManyCentres: "Thêm --centre MÃ vào lệnh.",
    errors.CentreExists: "Muốn đổi tên, dùng “tthtcd centre edit”.",
    errors.NoPeriod: "Thêm --period KỲ vào lệnh.",
    errors.NoReport: "Gõ “tthtcd new {problem.period}” để tạo.",
    errors.WouldReplace: "Thêm --replace để thay, hoặc --dry-run để xem trước.",
    errors.NotFinal: "Gõ “tthtcd finalise KỲ” để chốt.",
    errors.NoUnit: "Gõ “tthtcd unit assign TRUNG_TÂM XÃ”, hoặc thêm -o TỆP để làm tệp gửi thư.",
    errors.UnfitStaff: "Thêm --unit ĐƠN_VỊ cho cấp trên, --centre MÃ cho người của một trung tâm.",
    errors.NotReducible: _WHOLE,
    errors.NothingReceived: "Gõ “tthtcd receive TỆP” để tiếp nhận.",
    errors.FormUnclear: "Thêm --form MẪU vào lệnh.",
    errors.NoSuchUnit: "Gõ “tthtcd unit list” để xem danh mục.",
}

_ASK: Final = "Hãy báo quản trị viên."

SERVED: Final[Mapping[type[UserProblem], str]] = {
    errors.NoDirector: _ASK,
    errors.FolderClosed: _ASK,
    errors.NotIssued: HERE[errors.NotIssued],
    errors.NotReducible: _WHOLE,
    errors.NoTable: HERE[errors.NoTable],
    errors.FormMissing: "Hãy báo quản trị viên thêm biểu mẫu đó.",
    errors.NoDatabase: _ASK,
    errors.NoUserName: _ASK,
    errors.NoCentre: _ASK,
    errors.ManyCentres: HERE[errors.ManyCentres],
    errors.NoReport: "Lệnh years liệt kê các kỳ đã có.",
    errors.WouldReplace: HERE[errors.WouldReplace],
    errors.NoUnit: _ASK,
}
"""No option that the closed list lacks, and no command of the server."""

REMEDIES: Final[Mapping[Remedy, str]] = {
    Remedy.START: f"{_START}, hoặc chỉ rõ tệp bằng --db.",
    Remedy.BACK_UP: "Hãy gõ “tthtcd backup”.",
    Remedy.RESTORE: "Gõ “tthtcd backup --list” để chọn bản sao lưu, rồi “tthtcd restore TỆP”.",
    Remedy.RESTORE_OR_ACCEPT: "Gõ “tthtcd backup --list” để chọn bản sao lưu, rồi “tthtcd restore TỆP”. Chỗ có mã mà"
    " giám đốc xác nhận là đúng thì gõ “tthtcd doctor --accept MÃ --reason LÝ_DO”.",
    Remedy.ACCEPT: "Chỗ có mã mà giám đốc xác nhận là đúng thì gõ “tthtcd doctor --accept MÃ --reason LÝ_DO”.",
    Remedy.LOOK_AGAIN: "Sửa xong, gõ “tthtcd doctor” lần nữa.",
    Remedy.DRAW_PLAIN: "Nếu khung vẽ vỡ, thêm --ascii.",
}
"""What `doctor` advises."""


def told(problem: UserProblem, *, is_served: bool = False) -> list[str]:
    """The lines of `problem`, and what can be done about it from here: in its sentence, or below all it lists."""
    advice = _advice(problem, SERVED if is_served else HERE)
    if problem.details:
        return [problem.message, *problem.details, *filter(None, [advice])]
    return [" ".join(filter(None, (problem.message, advice)))]


def _advice(problem: UserProblem, table: Mapping[type[UserProblem], str]) -> str:
    if isinstance(problem, NothingSaved):
        return next(filter(None, (_advice(cause, table) for cause in problem.causes)), "")
    found = next((table[kind] for kind in type(problem).__mro__ if kind in table), "")
    return found.format(problem=problem)
