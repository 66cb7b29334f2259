"""What was handed in stands in the history, and the deep reading takes it for what the program wrote."""

from __future__ import annotations

from support.stores import CLERK, DIRECTOR, finalise, new_report, staffed

from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.status import RETURNED


def test_a_file_in_which_a_year_was_handed_in_and_returned_is_sound(store: Store) -> None:
    report = new_report(store)
    staffed(store)
    snapshot, log = store.snapshot_with_log(report)
    finalise(store, report, DIRECTOR, json=encode(ReportData(snapshot.facts, log)))
    assert store.submissions.hand_in(report, 1, CLERK)
    assert store.submissions.answer(report, RETURNED, "Số lượt không khớp", DIRECTOR)
    assert list(flaws(store._database)) == []
    assert [entry.place for entry in store.history.of(report)][:2] == ["status/returned", "status/submitted"]
