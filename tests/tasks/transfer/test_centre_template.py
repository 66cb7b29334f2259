"""A template chosen for a centre: all its Word files have that look, the final one too, and no file is needed."""

from __future__ import annotations

from io import BytesIO

import docx
from support.own_templates import bare, saved, sound
from support.stores import CLERK, DIRECTOR, staffed

from tthtcd_tui.exports.word.decree import concise, taken
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.export_year import opened_for
from tthtcd_tui.tasks.transfer.centre_template import centre_template, choose_template, forget_template
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.read_in_child import read_look
from tthtcd_tui.tasks.years.finalise import finalise

NAME = "mau.docx"


def chosen(store: Store, data: bytes) -> Year:
    year = load_samples(store)
    choose_template(store, year.centre.id, "an", NAME, data, read_look(data, NAME))
    return year


def margin(data: bytes) -> int:
    left = docx.Document(BytesIO(data)).sections[0].left_margin
    return round(left.mm) if left is not None else 0


def made(store: Store, year: Year, draft: bool = False) -> bytes:
    return render(opened_for(store, year, ExportFormat.DOCX, draft), ExportFormat.DOCX, draft)


def final(store: Store, year: Year) -> Year:
    staffed(store)
    finalise(store, year, DIRECTOR)
    return next(each for each in store.years.all() if each.report_id == year.report_id)


def test_every_word_file_has_it_and_the_final_one_keeps_it(store: Store) -> None:
    year = chosen(store, saved(sound()))
    assert opened_for(store, year, ExportFormat.DOCX).house_name == NAME
    assert opened_for(store, year, ExportFormat.JSON).house is None
    with_it = made(store, year)
    assert margin(with_it) == 35
    year = final(store, year)
    forget_template(store, year.centre.id, CLERK)
    assert made(store, year) == with_it, "what was kept stays, whatever is chosen since"
    assert margin(made(store, year, draft=True)) != 35


def test_a_final_report_is_given_out_as_it_was_kept_under_a_look_chosen_since(store: Store) -> None:
    year = load_samples(store)
    year = final(store, year)
    kept = made(store, year)
    data = saved(sound())
    choose_template(store, year.centre.id, CLERK, NAME, data, read_look(data, NAME))
    assert made(store, year) == kept


def test_what_breaks_the_decree_is_told_each_time_it_is_asked_for(store: Store) -> None:
    year = chosen(store, saved(bare()))
    template = centre_template(store, year.centre.id)
    assert template is not None
    assert template.told == taken(read_look(saved(bare()), NAME)).told


def test_no_more_is_kept_than_what_is_taken(store: Store) -> None:
    for document in (bare(), sound()):
        look = read_look(saved(document), NAME)
        less = concise(look)
        assert taken(less) == taken(look)
        assert len(less.styles) < len(look.styles)
