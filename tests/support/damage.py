"""Files that are no sound database of ours, and what a user is told of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from support.stores import change, save

from tthtcd_tui.errors import CannotUndo, StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import load_samples

_VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
_ENGINE = re.compile("sqlite|apsw|peewee|error|traceback|exception|no such|malformed|database|None", re.IGNORECASE)


def assert_plain(message: str) -> None:
    """A sentence or two in Vietnamese: what is wrong, what to do next, and no word of the engine's."""
    words = re.sub("“[^”]*”", "", message)  # what is quoted is the user's own: a path, a name
    assert _VIETNAMESE.search(words), message
    assert not _ENGINE.search(words), message
    assert message.endswith("."), message
    assert re.search(r"\b[Hh]ãy\b", words), message


@cache
def filled() -> bytes:
    """A database file with the two sample years, some history and nothing left in a log beside it."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "tthtcd.db")
        report = load_samples(store).report_id
        for name in ("Lan", "Hải", "Minh"):
            save(store, report, {"report/signer": name}, user=name)
        store.steps.undo(report, "Minh")
        store.close()
        return store.path.read_bytes()


def told(path: Path) -> str | None:
    """What a user is told who opens the file, looks at everything, saves and takes it back; None if all goes well.

    Whatever is raised but a StoreProblem comes through: a user would see a traceback.
    """
    try:
        store = Store(path)
        try:
            _use(store)
        finally:
            store.close()
    except CannotUndo:
        return None  # the sound half of a damaged history: nothing is lost
    except StoreProblem as problem:
        assert_plain(problem.message)
        return problem.message
    return None


def _use(store: Store) -> None:
    store.centres.all()
    for year in store.years.all():
        store.forms.read(year.form.digest)
        snapshot, _ = store.snapshot_with_log(year.report_id)
        store.history.of(year.report_id)
        store.log.page(year.report_id, search="lớp")
        store.apply(year.report_id, change({"report/signer": "Vũ Thanh Hải"}), snapshot.revision, "lan")
        store.steps.undo(year.report_id, "lan")
