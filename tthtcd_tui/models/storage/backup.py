"""Backups: copies of the whole database, each read through and compared with the original before it gets its name.

Beside each stands its manifest, a JSON file of the same name: when, how large, its SHA-256, how many rows in each
table. A file that its manifest does not describe to the letter is no backup.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

from tthtcd_tui.errors import BackupDiffers, BackupRunning, FileProblem, NotWholeBackup, StoreProblem, UserProblem
from tthtcd_tui.files.folder import make_folder, make_own_folder
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.files.problem import problem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import create_new, sync_file, sync_folder, write_whole
from tthtcd_tui.models.storage.files import Examined, copy_to, examine, refuse_what_is_not_ours
from tthtcd_tui.models.storage.sqlite import SqliteFile, connect, has_log
from tthtcd_tui.named_tuple import NamedTuple

KEPT: Final = 30
_KEPT_FLAWED: Final = 5
"""Backups of data that the deep reading found wrong: kept for want of better ones, never in place of a sound one."""
ASKED: Final = "theo-yeu-cau"
"""The reason in the name of a backup that somebody asked for; the program never deletes it."""
BEFORE_UPGRADE: Final = "truoc-khi-nang-cap"
BEFORE_RESTORING: Final = "truoc-khi-khoi-phuc"
_FORMAT: Final = "tthtcd-backup"
_LARGEST_MANIFEST: Final = 64 * 1024
_MOST_FLAWS: Final = 20
"""Flaws that a manifest lists; `doctor` lists all of them."""
_PATIENCE: Final = 60
"""Seconds to wait for another process's backup, where the caller cannot go on without one."""
_UNFINISHED: Final = ".dang-sao-luu"
_HERE: Final = timezone(timedelta(hours=7))
"""Backups are named by Viet Nam's clock, which has no summer time."""


class Proof(NamedTuple):
    """What a deep reading of the copy found (`models.health`)."""

    flaws: tuple[str, ...]
    marks: tuple[int, ...]
    """How far the reading went: the next one reads only what came later."""


Prover = Callable[[Path, "Backup | None"], Proof | None]
"""Reads a copy deeply; given the sound backup before it, only what came later."""


class Backup(NamedTuple):
    path: Path
    database: str
    """The name of the file it is a copy of: a folder may hold backups of several."""
    made: datetime
    reason: str
    """Why it was made: the word its name ends with, empty for the day's."""
    size: int
    sha256: str
    schema: int
    rows: Mapping[str, int]
    number: int = 0
    """Counts the backups of one database in their folder, whatever the clock says; 0 for those made before this did."""
    proof: Proof | None = None
    """None where the copy was not read deeply."""

    @property
    def is_flawed(self) -> bool:
        return self.proof is not None and bool(self.proof.flaws)


def backups_folder(database: Path) -> Path:
    """The folder in which backups of the database at that path are kept unless another one is asked for."""
    return database.absolute().with_name("sao-luu")


def make_backup(
    path: Path,
    folder: Path,
    reason: str = "",
    *,
    now: datetime | None = None,
    patience: float = 0,
    connected: Callable[[Path], SqliteFile] = connect,
    prove: Prover | None = None,
) -> Backup:
    """Make a verified backup of the database at `path` in `folder`, while others go on writing.

    Every page and row of the copy is checked, and every index too unless it is the day's backup (no `reason`). `prove`
    reads the copy deeply: all of it where somebody asked for the backup, else what is new in it.

    Raises StoreProblem, BackupRunning if another goes on for more than `patience` seconds; whatever is raised, nothing
    that could be taken for a backup stays behind.
    """
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    refuse_what_is_not_ours(path)
    with _alone_in(folder, patience, is_own=folder == backups_folder(path)):
        target = free_name(folder, path.stem, moment, reason)
        unfinished = folder / f"{target.name}{_UNFINISHED}"
        try:
            os.close(create_new(unfinished))
            with closing(connected(path)) as database:
                copied = copy_to(database, unfinished)
            _refuse_unlike(copied, examine(unfinished, thorough=bool(reason)))
            there = backups(path, folder)
            proof = prove(unfinished, None if reason == ASKED else _last_sound(there)) if prove else None
            number = 1 + max((backup.number for backup in there), default=0)
            made = Backup(target, path.name, moment, reason, 0, "", copied.schema, copied.rows, number, proof)
            return _finished(unfinished, made)
        finally:
            for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def back_up_before_change(path: Path) -> None:
    """Make the backup that must exist before the schema is changed. Raises StoreProblem where that fails."""
    folder = backups_folder(path)
    try:
        make_backup(path, folder, BEFORE_UPGRADE, patience=_PATIENCE)
    except UserProblem as fault:
        raise StoreProblem(f"Chưa nâng cấp được dữ liệu, vì chưa sao lưu được: {fault.message}") from fault
    prune(path, folder)


def backups(path: Path, folder: Path) -> list[Backup]:
    """The backups in `folder` of the database at `path`, newest first.

    Only manifests are read here; a backup is read through when it is used (`verified`).
    """
    try:
        found = [_read_manifest(file) for file in folder.glob("*.db")]
    except OSError:
        return []
    ours = [backup for backup in found if backup and backup.database == path.name]
    return sorted(ours, key=lambda backup: (backup.number, backup.made, backup.path.name), reverse=True)


def _last_sound(there: list[Backup]) -> Backup | None:
    return next((backup for backup in there if backup.proof and not backup.is_flawed), None)


def unreadable(path: Path, folder: Path) -> list[Path]:
    """Files in `folder` that look like backups of the database at `path` and cannot be read, or are not what their
    manifest says.
    """
    try:
        named = sorted(folder.glob(f"{path.stem}-*.db"))
    except OSError:
        return [folder]
    return [
        file
        for file in named
        if not os.access(file, os.R_OK) or (_manifest_is_there(file) and not _read_manifest(file))
    ]


def _manifest_is_there(path: Path) -> bool:
    return manifest_of(path).exists()


def verified(path: Path) -> tuple[Examined, Backup | None]:
    """Check the backup at `path`: its contents and its manifest. Raises StoreProblem for one that must not be used.

    One without a manifest is checked all the same: it may have come from another machine without it.
    """
    if path.is_dir():
        raise NotWholeBackup(f"“{path}” là thư mục, không phải bản sao lưu. Hãy ghi cả tên tệp đuôi .db trong đó.")
    manifest = _read_manifest(path)
    changed = StoreProblem(
        f"Bản sao lưu “{path}” đã bị thay đổi hoặc hỏng từ sau khi được tạo. Hãy dùng bản sao lưu khác."
    )
    try:
        for file in (path, manifest_of(path)):
            if file.exists() and not os.access(file, os.R_OK):
                raise StoreProblem(f"Không được phép đọc “{file}”. Hãy kiểm tra chủ và quyền của tệp này.")
        if manifest is None and manifest_of(path).exists():
            raise changed
        if manifest and sha256_of(path) != manifest.sha256:
            raise changed
        if has_log(path):
            raise NotWholeBackup(
                f"“{path}” không phải bản sao lưu trọn vẹn: phần ghi sau cùng còn nằm ở tệp khác. Hãy dùng bản do"
                " chương trình sao lưu."
            )
    except OSError as error:
        raise problem("đọc", path, error) from None
    found = examine(path)
    if found.faults:
        raise StoreProblem(f"Bản sao lưu “{path}” bị hỏng. Hãy dùng bản sao lưu khác.")
    if manifest:
        _refuse_unlike(Examined(manifest.schema, manifest.rows, ()), found)
    return found, manifest


def prune(path: Path, folder: Path, keep: int = KEPT) -> None:
    """Delete all but the newest `keep` backups, and daily ones that equal a newer one or are of the same day.

    What somebody asked for stays. Order is that of their numbers, whatever the clock said. One that cannot be deleted
    is left for the next time.
    """
    for backup in _superfluous(backups(path, folder), keep):
        with suppress(OSError):
            backup.path.unlink()
            manifest_of(backup.path).unlink(missing_ok=True)


def _superfluous(there: list[Backup], keep: int) -> Iterator[Backup]:
    """Of `there`, the newest first, those that may go."""
    seen: set[object] = set()
    room = {False: keep, True: _KEPT_FLAWED}
    for backup in there:
        if backup.reason == ASKED:
            continue
        same = {backup.sha256, (day_of(backup.made), backup.is_flawed)} if not backup.reason else set()
        if room[backup.is_flawed] and not seen & same:
            room[backup.is_flawed] -= 1
            seen |= {backup.sha256, *same}
        else:
            yield backup


def day_of(moment: datetime) -> date:
    """The day by the clock in Viet Nam."""
    return moment.astimezone(_HERE).date()


def manifest_of(path: Path) -> Path:
    return path.with_suffix(".json")


def sha256_of(path: Path) -> str:
    """Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, _sha256()).hexdigest()


def _sha256() -> Callable[[], Any]:
    """OpenSSL's SHA-256, six times as fast on a whole file; elsewhere the program does without loading it."""
    try:
        from _hashlib import openssl_sha256
    except ImportError:
        return hashlib.sha256
    return openssl_sha256


@contextmanager
def _alone_in(folder: Path, patience: float, is_own: bool) -> Iterator[None]:
    """Hold the lock of backups in `folder`, and delete what a killed process left unfinished there."""
    held: int | None = None
    try:
        if is_own:
            make_own_folder(folder)
        else:
            make_folder(folder, 0o700)
        held = _held(folder / ".lock", patience)
        for left in folder.glob(f"*{_UNFINISHED}*"):
            left.unlink(missing_ok=True)
        yield
    except OSError as error:
        raise problem("ghi", folder, error) from None
    finally:
        if held is not None:
            let_go(held)


def _held(lock: Path, patience: float) -> int:
    until = monotonic() + patience
    while (held := try_hold(lock)) is None:
        if monotonic() > until:
            raise BackupRunning
        sleep(0.05)
    return held


def free_name(folder: Path, stem: str, moment: datetime, reason: str) -> Path:
    """An unused name for a backup made at `moment`, different from those of unfinished ones too."""
    name = f"{stem}-{moment.astimezone(_HERE):%Y-%m-%d-%H%M%S}{f'-{reason}' if reason else ''}"
    number = 1
    while (path := folder / f"{name}{f'-{number}' if number > 1 else ''}.db").exists() or manifest_of(path).exists():
        number += 1
    return path


def _refuse_unlike(copied: Examined, found: Examined) -> None:
    """Raise StoreProblem unless the copy is sound and has as many rows in each table as were copied."""
    if found.faults or (copied.schema, dict(copied.rows)) != (found.schema, dict(found.rows)):
        raise BackupDiffers


def _finished(unfinished: Path, backup: Backup) -> Backup:
    """Bring the copy to the disk, write its manifest, and only then give it its name."""
    sync_file(unfinished)
    made = backup._replace(size=unfinished.stat().st_size, sha256=sha256_of(unfinished))
    write_whole(manifest_of(made.path), _manifest(made))
    unfinished.rename(made.path)
    sync_folder(made.path)
    return made


def _manifest(backup: Backup) -> bytes:
    tree: dict[str, object] = {
        "format": _FORMAT,
        "database": backup.database,
        "made": backup.made.isoformat(),
        "reason": backup.reason,
        "size": backup.size,
        "sha256": backup.sha256,
        "schema": backup.schema,
        "rows": dict(backup.rows),
        "number": backup.number,
    }
    if backup.proof:
        tree["flaws"], tree["marks"] = list(backup.proof.flaws[:_MOST_FLAWS]), list(backup.proof.marks)
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def _read_manifest(path: Path) -> Backup | None:
    """The manifest of the backup at `path`; None where there is none, or it describes a file of another size."""
    try:
        tree: Any = json.loads(read_bounded(manifest_of(path), _LARGEST_MANIFEST))
        rows = {str(table): int(count) for table, count in tree["rows"].items()}
        made = datetime.fromisoformat(tree["made"])
        found = Backup(
            path,
            str(tree["database"]),
            made,
            str(tree["reason"]),
            int(tree["size"]),
            str(tree["sha256"]),
            int(tree["schema"]),
            rows,
            int(tree.get("number", 0)),
            Proof(tuple(map(str, tree["flaws"])), tuple(map(int, tree["marks"]))) if "marks" in tree else None,
        )
        is_it = tree["format"] == _FORMAT and path.stat().st_size == found.size and made.tzinfo is not None
    except (FileProblem, OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found if is_it else None
