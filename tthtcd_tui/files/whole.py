"""Write a file whole or not at all.

The bytes go to a temporary file in the same folder and reach the disk before the file gets its name, so that
neither a full disk nor a power cut leaves half a report under the name of a whole one.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import FileExists, FileProblem
from tthtcd_tui.files.problem import problem, shown

# What a file system answers that knows no hard links (FAT, some network shares).
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
# What one answers that cannot flush a folder, or a folder that may be written but not read.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM}

TEMPORARIES: Final = ".tthtcd-*.tmp"
"""The glob pattern of temporary files."""


def write_whole(path: Path, data: bytes, *, overwrite: bool = False, mode: int = 0o600, synced: bool = True) -> None:
    """Write `data` to `path` so that a reader finds all of it or what was there before, after a crash too.

    Not `synced`, that holds while the machine runs: after a power cut there may be nothing.

    The folder must exist. A file that is there is replaced with `overwrite` only, else FileExists is raised;
    what is no plain file (a folder, a link, a device) never is. Raises FileProblem; whatever is raised, no
    temporary file stays behind. `mode` holds whatever the umask is.
    """
    with told_of(path):
        refuse_odd(path, overwrite=overwrite)
        temporary = new_temporary(path.parent)
        descriptor = create_new(temporary)
        try:
            _fill(descriptor, data, mode, synced=synced)
            if overwrite:
                temporary.replace(path)
            else:
                give_new_name(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if synced:
            sync_folder(path)


def new_temporary(folder: Path) -> Path:
    """A new name for a temporary file in `folder`, matching TEMPORARIES."""
    return folder / f".tthtcd-{os.urandom(8).hex()}.tmp"


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Translate errors of writing `path`. Raises FileExists, FileProblem."""
    try:
        yield
    except FileExistsError:
        raise _exists(path) from None
    except FileNotFoundError:
        raise FileProblem(
            f"Không ghi được {shown(path)}: chưa có thư mục {shown(path.parent)}."
            " Hãy tạo thư mục đó hoặc chọn thư mục khác."
        ) from None
    except OSError as error:
        raise problem("ghi", path, error) from error
    except ValueError:  # a NUL, or half a character
        raise FileProblem(f"Tên tệp {shown(path)} có ký tự không dùng được. Hãy đổi tên tệp.") from None


def refuse_odd(path: Path, *, overwrite: bool) -> None:
    """Raise for what stands at `path` and must stay; whatever takes its place later is never followed."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, "")
    if stat.S_ISLNK(found):
        raise FileProblem(
            f"Không ghi được {shown(path)}: đây là liên kết đến chỗ khác."
            " Hãy ghi thẳng vào tệp thật hoặc chọn tên khác."
        )
    if not stat.S_ISREG(found):
        raise FileProblem(f"Không ghi được {shown(path)}: đây không phải tệp thường. Hãy chọn tên khác.")
    if not overwrite:
        raise FileExistsError


def create_new(path: Path) -> int:
    """Opens a new file for us alone; whatever stands there already, a link too, is an error."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)


def _fill(descriptor: int, data: bytes, mode: int, *, synced: bool) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(descriptor, mode)
        if synced:
            os.fsync(descriptor)


def give_new_name(temporary: Path, path: Path) -> None:
    """Give the file its name unless something has that name: a link refuses where a rename would replace."""
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_name(temporary, path)


def _take_name(temporary: Path, path: Path) -> None:
    """As `give_new_name`, without hard links: an empty file reserves the name until the rename replaces it."""
    descriptor = create_new(path)
    held = os.fstat(descriptor)
    os.close(descriptor)
    try:
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            now = path.lstat()
            if (now.st_dev, now.st_ino, now.st_size) == (held.st_dev, held.st_ino, 0):
                path.unlink()
        raise


def sync_file(path: Path) -> None:
    """Make what another wrote into the file survive a power cut. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Make the new name itself survive a power cut, where the file system can."""
    try:
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise FileProblem(
                f"Tệp {shown(path)} đã ghi xong nhưng ổ đĩa báo lỗi khi giữ tên tệp."
                " Hãy mở lại tệp để kiểm tra và báo người quản trị."
            ) from error


def _exists(path: Path) -> FileExists:
    return FileExists(f"Đã có tệp {shown(path)}. Hãy chọn tên khác.")
