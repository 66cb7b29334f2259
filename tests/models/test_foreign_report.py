"""A clerk of one commune and the report of another: whatever the store can be asked of a report by its number."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import pytest
from support.shared_server import ADMIN, CLERK, OTHER, STRANGER, WARD, final_shared_database, shared_database, year_of
from support.stores import edits

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED
from tthtcd_tui.tasks.upward.submit import hand_in_here

SAYS_NOTHING_OF_IT: Final = frozenset({"store.revision", "store.news", "presence.announce", "presence.leave"})
"""That something was saved, and where somebody else says that they are."""
ASKED: Final[dict[str, Any]] = {
    "change": Change(new_op_id(), edits({"report/signer": "Kẻ Lạ"})),
    "base_revision": 0,
    "base": None,
    "form": load_shipped(),
    "edits": (),
    "what": "xem",
    "number": 1,
    "version": 1,
    "seen": 1,
    "docx": b"",
    "json": b"",
    "data": b"",
    "digest": "0" * 64,
    "digests": ("0" * 64,),
    "reason": "vì sao",
    "remark": "",
    "words": "",
    "text": "Câu hỏi?",
    "place": Place("figure/dan_so"),
    "revision": 0,
    "uids": ["a1"],
    "search": "",
    "category": "",
    "order": "",
    "offset": 0,
    "limit": 10,
    "most": 10,
    "behind": 0,
}


def of_a_report(store: Store) -> Iterator[tuple[str, Callable[..., Any], list[str]]]:
    """Every call of a store and of its parts that is told the number of a report, with what else it has to be told."""
    parts = [name for name, value in vars(Store).items() if isinstance(value, cached_property) and name[0] != "_"]
    for part, holder in (("store", store), *((name, getattr(store, name)) for name in parts)):
        for name, call in inspect.getmembers(holder, inspect.ismethod):
            parameters = list(inspect.signature(call).parameters.values())
            if name[0] != "_" and parameters and parameters[0].name == "report_id":
                needed = [each.name for each in parameters[1:] if each.default is inspect.Parameter.empty]
                yield f"{part}.{name}", call, needed


def answered(call: Callable[..., Any], report: int, needed: list[str], user: str) -> object:
    """What it answers, read to its end; NotAllowed where it refuses."""
    told = {name: ASKED[name] for name in needed if name != "user"}
    told |= {"user": user} if "user" in needed else {}
    told |= {"place": APPROVED} if call.__name__ == "answer" else {}
    try:
        found = call(report, **told)
        return list(found) if isinstance(found, Iterator) else found
    except NotAllowed as refused:
        return refused


@pytest.mark.parametrize("user", [CLERK, WARD, STRANGER])
@pytest.mark.parametrize("make", [shared_database, final_shared_database])
def test_whoever_may_not_read_it_is_refused_by_every_call(
    tmp_path: Path, make: Callable[[Path], Path], user: str
) -> None:
    path = make(tmp_path)
    with closing(Store(path, ADMIN)) as store:
        theirs = year_of(store, "tan-hoa")
        if make is final_shared_database:
            hand_in_here(store, theirs, ADMIN)
    with closing(Store(path, user)) as store:
        calls = list(of_a_report(store))
        assert len(calls) > 30
        for name, call, needed in calls:
            if name in SAYS_NOTHING_OF_IT:
                continue
            found = answered(call, theirs.report_id, needed, user)
            assert found is None or isinstance(found, NotAllowed), name


def test_whoever_may_read_it_is_answered(tmp_path: Path) -> None:
    """So that the above is no refusal of everybody."""
    with closing(Store(shared_database(tmp_path), OTHER)) as store:
        theirs = year_of(store, "tan-hoa")
        for name, call, needed in of_a_report(store):
            if name in {"store.snapshot", "history.of", "log.each", "comments.of", "years.get", "store.uid"}:
                assert not isinstance(answered(call, theirs.report_id, needed, OTHER), NotAllowed), name
