"""Hostile texts in every kind of field, typed, pasted, imported and saved by a colleague.

No screen falls over, nothing but printing characters is drawn, and a megabyte makes nobody wait.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.matrix import LONG, long_but
from support.nasty import BIG, CORE, NASTY
from support.sample_database import sample_database
from support.screens import Screens, opened
from textual import events

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import Refused, Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that are exported stand where the program was started."""
    monkeypatch.chdir(tmp_path)


def at(place: str) -> Callable[[Screens], object]:
    return lambda screens: screens.do(lambda app: app.navigator.open(to.AtPlace(Place(place))))


def keys(*names: str) -> Callable[[Screens], object]:
    return lambda screens: screens.press(*names)


def in_own_item(screens: Screens) -> None:
    screens.press("3", *["down"] * 5, "enter")


FIELDS = {
    "a line of text": at("figure/loai_do_thi"),
    "a number": at("figure/dan_so"),
    "several choices": at("figure/pho_cap"),
    "a date": at("report/date"),
    "a name": at("report/issuer"),
    "lines": at("report/recipients"),
    "paragraphs": lambda screens: screens.do(lambda app: app.navigator.open(to.Paragraphs(Place("narrative/ket_qua")))),
    "paragraphs in a cell": at("checklist/noi_quy/statement"),
    "a choice": at("checklist/noi_quy/status"),
    "evidence": at("checklist/noi_quy/evidence"),
    "an item's name": in_own_item,
    "a result": at("results/phap_luat/classes"),
    "money": at("rating/co_quan/contribution"),
    "a reason": lambda screens: screens.do(lambda app: app.navigator.open(to.Reason(Place("figure/dan_so")))),
    "a date of the log": keys("f6"),
    "a category of the log": keys("f6", "tab"),
    "a title of the log": keys("f6", "tab", "tab"),
    "the search of the log": keys("f6", "f3"),
    "a record of the log": keys("f6", "down", "down", "right", "right"),
    "the search": keys("f3"),
    "the palette": keys("ctrl+p"),
    "a new centre's name": keys("end", "enter", "end", "enter"),
    "a new year's period": keys("end", "enter", "f4", "down"),
    "another name of a centre": keys("end", "enter", "down", "down", "down", "enter"),
    "a file's name": keys("8", "down", "down", "down"),
}

ONE_OF_EACH_KIND = ("a line of text", "paragraphs", "a title of the log", "the search", "a file's name")


def look(screens: Screens, text: str) -> None:
    """Everything on the screen prints, whoever it came from."""
    for strip in screens.strips:
        for shown, _ in strip:
            assert shown.isprintable(), (text[:60], shown)
    assert screens.app.is_running


def back(screens: Screens) -> None:
    """To the overview, whatever was being asked; what was typed is dropped."""
    screens.send("escape", "escape", "escape", "escape")
    look(screens, "")
    if not isinstance(screens.screen, OverviewScreen):
        screens.do(lambda app: app.navigator.show("overview"))


@pytest.mark.parametrize("name", long_but(ONE_OF_EACH_KIND, FIELDS))
def test_pasted_and_typed(screens: Screens, name: str) -> None:
    for number, text in enumerate(CORE):
        FIELDS[name](screens)
        if number % 4 == 3:
            screens.type(text[:40])
            screens.send("f2")
        else:
            screens.send(events.Paste(text), "f2" if number % 2 else "enter")
        look(screens, text)
        back(screens)


@pytest.mark.long
@pytest.mark.parametrize("name", ONE_OF_EACH_KIND)
def test_a_megabyte_pasted_is_taken_or_refused_in_words(screens: Screens, name: str) -> None:
    for text in (BIG[1], BIG[4]):
        FIELDS[name](screens)
        screens.send(events.Paste(text), "a", "backspace", "enter")
        look(screens, text)
        back(screens)


PLACES = (
    "figure/loai_do_thi", "report/issuer", "report/recipients", "narrative/ket_qua", "checklist/noi_quy/statement",
    "checklist/noi_quy/evidence", "own/x/label", "own/x/section", "board/x/name", "rating/co_quan/note",
    "indicator/an_ninh/text", "indicator/thu_nhap/source", "reason/figure/dan_so",
)  # fmt: skip


def every_screen(screens: Screens, text: str, last: str = "f9") -> None:
    for number in "0123456":
        screens.send("ctrl+g", number)
        look(screens, text)
    for keys_to in ([last], ["ctrl+g", "3", "enter"], ["escape", "escape", "f3"], ["escape", "escape"]):
        screens.send(*keys_to)
        look(screens, text)


def say(screens: Screens, place: str, raw: str) -> None:
    """A colleague saves it, or is refused in words."""
    store = Store(screens.store.path)
    saving = Session(store, screens.year, "canbo2").enter([Typed(place, raw)])
    store.close()
    assert isinstance(saving, Saved | Refused)
    if isinstance(saving, Refused):
        assert saving.message.isprintable()


@pytest.mark.long
def test_what_a_colleague_saves(screens: Screens) -> None:
    for turn in range(3):
        batch = [CORE[(number + turn * 4) % len(CORE)] for number in range(len(PLACES))]
        for place, text in zip(PLACES, batch, strict=True):
            say(screens, place, text)
        screens.press("f5")
        every_screen(screens, repr(batch))


@LONG
def test_a_megabyte_a_colleague_saves_in_every_place(screens: Screens) -> None:
    text = BIG[1]
    for place in PLACES:
        say(screens, place, text)
    screens.press("f5")
    every_screen(screens, text, last="f1")  # not the preview: thirteen books laid out in pages take their time


@pytest.mark.long
def test_a_paragraph_of_a_million_letters_is_opened_and_kept(screens: Screens) -> None:
    text = ("dài quá " * 131_072).strip()
    say(screens, "checklist/noi_quy/statement", text)
    screens.press("f5", "3", "enter", "enter", "enter")
    assert "dài quá dài quá" in screens.text
    screens.press("ctrl+end")
    screens.type(".")
    screens.press("f2")
    assert screens.stored("checklist/noi_quy/statement") == f"{text}."
    screens.press("escape")
    assert screens.title == "3 NỘI DUNG TỰ ĐÁNH GIÁ"


def imported(store: Store, data: bytes) -> bool:
    """Whether the file was taken; else its refusal prints."""
    try:
        run_import(store, plan_import(store, data, "tep.json"), "canbo2", replace=True)
    except UserProblem as problem:
        told = problem.message + "".join(problem.details)
    else:
        return True
    assert told.isprintable()
    return False


@pytest.mark.long
def test_what_a_file_brings(tmp_path: Path) -> None:
    """Each text in a file of its own is taken or refused in words; what was taken last is shown."""
    path = sample_database(tmp_path)
    store = Store(path)
    year = max(store.years.all(), key=lambda year: year.period.end)
    taken = []
    texts = NASTY[::3]
    for text in texts:
        tree = json.loads(sample_bytes(SAMPLE_YEAR))
        tree["answers"] |= {
            "checklist/noi_quy/evidence": text, "checklist/noi_quy/statement": [text], "figure/loai_do_thi": text,
            "board/giam-doc/name": text, "own/x/label": text, "own/x/section": "van_ban", "report/recipients": [text],
        }  # fmt: skip
        tree["activities"][0]["title"] = text
        if not imported(store, json.dumps(tree).encode()):
            continue
        taken.append(text)
        facts = store.snapshot(year.report_id).facts
        assert all(str(answer).isprintable() for place, answer in facts.answers.items() if place.kind != "narrative")
    assert len(taken) > len(texts) // 3
    store.close()
    with opened(tmp_path, path=path) as screens:
        every_screen(screens, taken[-1])
        screens.press("f6")
        look(screens, taken[-1])
