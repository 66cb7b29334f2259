"""A sentence that an answer turns round is printed in other words, and what it leaves out is said to be left out."""

from __future__ import annotations

import pytest

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.compose.printed import Printed
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.what_prints import as_typed
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period


@pytest.fixture
def session(store: Store) -> Session:
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "lan")
    return Session(store, year, "lan")


def read(session: Session, place: str, typed: str) -> str:
    year = as_typed(session, Place(place), typed)
    assert year is not None
    found = year.printed(Place(place))
    return plain(found.runs) if isinstance(found, Printed) else found


def test_a_clause_that_is_turned_round_is_printed_in_other_words(session: Session) -> None:
    assert "chưa có doanh nghiệp" in read(session, "figure/dn_tu_nhan", "-")


def test_a_clause_that_vanishes_is_said_to_be_left_out(session: Session) -> None:
    assert read(session, "figure/loai_do_thi", "--") == "Không in: câu mặc định bỏ vế này khi trả lời như vậy."


def test_a_value_is_read_in_its_sentence(session: Session) -> None:
    assert "12 doanh nghiệp" in read(session, "figure/dn_tu_nhan", "12")
