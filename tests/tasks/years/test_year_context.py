"""A stored year as rules see it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from support.forms import other, shipped
from support.stores import activity, facts, new_report, number, save, sql

from tthtcd_tui.checks.context import Context
from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.years.year_context import context_of, facts_before, readable_before
from tthtcd_tui.text.periods import Period

KEY = shipped().key


def year_of(store: Store, report_id: int) -> Year:
    return next(year for year in store.years.all() if year.report_id == report_id)


def seen(store: Store, report_id: int, form: Form | None = None) -> Context:
    return context_of(store, year_of(store, report_id), form or shipped(), facts(store, report_id))


def test_the_newest_year_of_the_form_that_had_ended_is_the_one_before(store: Store) -> None:
    for first in (2018, 2019, 2021):
        save(store, new_report(store, first), {"figure/so_khu": number(first)})
    report = new_report(store, 2020)
    store.years.add(1, other(), Period.calendar_year(2019))
    before = seen(store, report).before
    assert before is not None
    assert before.period == Period.school_year(2019)
    assert before.at("figure/so_khu") == number(2019)


def test_a_first_year_has_none_before_it(store: Store) -> None:
    report = new_report(store, 2020)
    elsewhere = store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    store.years.add(elsewhere, shipped(), Period.school_year(2019))
    assert seen(store, report).before is None


def test_a_year_before_that_cannot_be_read_is_none(store: Store) -> None:
    old, report = new_report(store, 2019), new_report(store, 2020)
    text = "version = 1\n"  # a form that this program does not understand
    digest = sha256(text.encode()).hexdigest()
    sql(store.path, "INSERT INTO form_text (hash, key, version, toml) VALUES (?, ?, 9, ?)", (digest, KEY, text))
    sql(store.path, "UPDATE report SET form_hash = ? WHERE id = ?", (digest, old))
    with pytest.raises(StoreProblem):
        facts_before(store, year_of(store, report))
    assert readable_before(store, year_of(store, report)) is None


def test_the_names_of_all_its_years(store: Store) -> None:
    save(store, new_report(store, 2019), {"report/locality": "xã Cũ"})
    report = new_report(store, 2020)
    save(store, report, {"report/locality": "xã Mới"})
    assert set(seen(store, report).names) == {"xã Cũ", "xã Mới"}


def test_the_log_is_that_of_the_report(store: Store) -> None:
    report = new_report(store, 2020)
    save(store, new_report(store, 2019), {"activity/x": activity("x")})
    log = [
        activity("a", date=date(2021, 1, 2)),
        activity("b", date=date(2021, 1, 3)),
        activity("c", date=date(2021, 1, 2)),
    ]
    save(store, report, {f"activity/{each.uid}": each for each in log})
    context = seen(store, report)
    assert [each.uid for each in context.log.all()] == ["a", "c", "b"]
    assert [each.uid for each in context.log.on_days_of({"c"})] == ["a", "c"]


@pytest.mark.parametrize("asked", ["before", "names"])
def test_what_is_stored_besides_is_read_when_asked_and_once(store: Store, asked: str) -> None:
    save(store, new_report(store, 2019), {"report/locality": "xã Cũ"})
    report = new_report(store, 2020)
    context = seen(store, report)
    save(store, year_of(store, 1).report_id, {"report/locality": "xã Vừa Sửa"})
    first = getattr(context, asked)
    assert "xã Vừa Sửa" in str(first)
    save(store, year_of(store, 1).report_id, {"report/locality": "xã Sửa Nữa"})
    assert getattr(context, asked) is first
