"""What a centre's documents look like: the last choice counts, by whoever may write there; a removed centre's goes."""

from __future__ import annotations

import pytest
from support.stores import CLERK, VIEWER, staffed

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store

TREE = {"page": [1, 2], "styles": [["Căn cứ", 26]]}


def test_the_last_choice_counts_with_whose_it_was(store: Store) -> None:
    here, there = store.centres.add("an", "TTHTCĐ xã An"), store.centres.add("binh", "TTHTCĐ xã Bình")
    assert store.centre_looks.of(here) is None
    store.centre_looks.choose(here, "an", "cu.docx", "a" * 64, {})
    store.centre_looks.choose(here, "binh", "mau.docx", "b" * 64, TREE)
    kept = store.centre_looks.of(here)
    assert kept is not None
    assert (kept.name, kept.sha256, kept.tree, kept.user) == ("mau.docx", "b" * 64, TREE, "binh")
    assert store.centre_looks.of(there) is None
    store.centre_looks.forget(here, "an")
    assert store.centre_looks.of(here) is None
    assert not list(flaws(store._database))


def test_who_only_reads_chooses_nothing(store: Store) -> None:
    centre = store.centres.add("an", "TTHTCĐ xã An")
    staffed(store)
    store.centre_looks.choose(centre, CLERK, "mau.docx", "a" * 64, TREE)
    with pytest.raises(NotAllowed):
        store.centre_looks.choose(centre, VIEWER, "khac.docx", "b" * 64, TREE)
    with pytest.raises(NotAllowed):
        store.centre_looks.forget(centre, VIEWER)
    kept = store.centre_looks.of(centre)
    assert kept is not None
    assert kept.name == "mau.docx"


def test_a_centre_that_gets_the_number_of_a_removed_one_begins_with_none(store: Store) -> None:
    gone = store.centres.add("an", "TTHTCĐ xã An")
    store.centre_looks.choose(gone, "an", "mau.docx", "a" * 64, TREE)
    store.centres.remove(gone)
    new = store.centres.add("binh", "TTHTCĐ xã Bình")
    assert store.centre_looks.of(new) is None
