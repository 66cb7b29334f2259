"""Make a folder: one that somebody named, or one the program keeps for itself."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.problem import problem, shown


def make_folder(path: Path, mode: int = 0o777) -> None:
    """`path` as a folder, with those above it; nothing if it is there. `mode` is narrowed by the umask.

    Raises FileProblem.
    """
    _make(path, mode, "Hãy chọn tên khác cho thư mục.")


def make_own_folder(path: Path) -> None:
    """The same, for us alone, of a folder whose name nobody chose: what stands there is not for a clerk to move."""
    _make(path, 0o700, "Chương trình cần một thư mục ở chỗ đó: hãy báo quản trị viên đổi tên hoặc dời tệp ấy đi.")


def _make(path: Path, mode: int, advice: str) -> None:
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except FileExistsError:
        raise FileProblem(f"{shown(path)} đã là một tệp. {advice}") from None
    except OSError as error:
        raise problem("tạo", path, error) from error
    except ValueError:  # a NUL, or half a character
        raise FileProblem(f"Tên thư mục {shown(path)} có ký tự không dùng được. Hãy đổi tên.") from None
