"""Say what the system found wrong with a file, to the person who named it."""

from __future__ import annotations

import errno
from os import PathLike, fspath

from tthtcd_tui.errors import FileProblem

_REASONS = {
    errno.ENOSPC: "ổ đĩa đã đầy. Hãy xóa bớt tệp không dùng hoặc chọn thư mục ở ổ đĩa khác.",
    errno.EDQUOT: "đã hết dung lượng được cấp. Hãy xóa bớt tệp không dùng hoặc chọn thư mục khác.",
    errno.EROFS: "ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác.",
    errno.EACCES: "không có quyền với tệp hoặc thư mục này. Hãy chọn thư mục khác hoặc hỏi người quản trị.",
    errno.EPERM: "không có quyền với tệp hoặc thư mục này. Hãy chọn thư mục khác hoặc hỏi người quản trị.",
    errno.ENAMETOOLONG: "tên tệp quá dài. Hãy chọn tên ngắn hơn.",
    errno.EISDIR: "đây là thư mục. Hãy thêm tên tệp vào sau thư mục.",
    errno.ENOTDIR: "trên đường dẫn có một tệp đứng ở chỗ của thư mục. Hãy kiểm tra lại đường dẫn.",
    errno.ELOOP: "các liên kết trên đường dẫn trỏ vòng quanh. Hãy chọn đường dẫn khác.",
    errno.EFBIG: "tệp quá lớn đối với ổ đĩa này. Hãy chọn thư mục ở ổ đĩa khác.",
    errno.EIO: "ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy chọn ổ đĩa khác và báo người quản trị.",
    errno.EMFILE: "đang mở quá nhiều tệp. Hãy đóng bớt chương trình rồi thử lại.",
    errno.ENFILE: "đang mở quá nhiều tệp. Hãy đóng bớt chương trình rồi thử lại.",
}


def shown(path: str | PathLike[str]) -> str:
    """`path` in “…”, harmless to a terminal whatever bytes it holds."""
    return "“" + "".join(c if c.isprintable() else "?" for c in fspath(path)) + "”"


def problem(doing: str, path: str | PathLike[str], error: OSError) -> FileProblem:
    """`error`, met while `doing` («ghi», «đọc») what `path` names, as a problem in plain words."""
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        code = errno.errorcode.get(error.errno or 0, type(error).__name__)
        reason = f"máy báo lỗi {code}. Hãy thử lại, hoặc báo người quản trị mã lỗi này."
    return FileProblem(f"Không {doing} được {shown(path)}: {reason}", error.errno or 0)
