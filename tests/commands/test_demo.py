"""The screens of the demo are those of a director who has signed in: whatever is tried there can be done."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tthtcd_tui.cli import main
from tthtcd_tui.commands import demo
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.year_choices import make_year, period_after


def test_a_year_can_be_made_and_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def screens(store: Store, session: Session, options: argparse.Namespace, drafts: Path) -> None:
        assert options.run
        assert drafts == store.path.parent
        period = period_after(session.facts.period)
        assert period is not None
        year = make_year(store, session.year.centre, period, session.user, session.year, session.form)
        made.extend(each.period.label for each in store.years.all() if each.report_id == year.report_id)

    monkeypatch.setattr(demo, "wants_screens", lambda _: True)
    monkeypatch.setattr(demo, "open_screens", screens)
    assert main(["demo", "--out", str(tmp_path)]) == 0
    assert made == ["2021-2022"]
