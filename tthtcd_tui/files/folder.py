"""Make a folder that somebody named."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.files.problem import FileProblem, problem, shown


def make_folder(path: Path, mode: int = 0o777) -> None:
    """`path` as a folder, with those above it; nothing if it is there. `mode` is narrowed by the umask.

    Raises FileProblem.
    """
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except FileExistsError:
        raise FileProblem(f"{shown(path)} đã là một tệp. Hãy chọn tên khác cho thư mục.") from None
    except OSError as error:
        raise problem("tạo", path, error) from error
    except ValueError:  # a NUL, or half a character
        raise FileProblem(f"Tên thư mục {shown(path)} có ký tự không dùng được. Hãy đổi tên.") from None
