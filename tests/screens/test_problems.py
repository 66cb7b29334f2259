"""Whatever happens to the data, whichever key is pressed on whichever screen: a sentence, and nothing typed is lost.

The diagonal, each screen once, runs always; the whole is long.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path
from typing import Final

import pytest
from support.broken_disk import Breaking, breaking_disk
from support.drafts import kept
from support.sample_database import sample_database
from support.screens import USER, Screens, opened
from support.small_disk import Filling, filling_disk
from support.stores import DIRECTOR, dump, finalise
from support.terminal import PATIENCE

from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.recover import RecoverScreen
from tthtcd_tui.screens.shut_out import ShutOutScreen
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_file import ExportFolder

TYPED: Final = "73519"
SAVED: Final = ("figure", "results", "narrative", "report", "board", "checklist", "rating")
"""The kinds of place of which what is typed is saved at once, and not only when a whole form is filled in."""


def palette(words: str) -> Callable[[Screens], None]:
    def opening(screens: Screens) -> None:
        screens.press("ctrl+p")
        screens.type(words)
        screens.press("enter")

    return opening


def keys(*pressed: str) -> Callable[[Screens], None]:
    return lambda screens: screens.press(*pressed)


def rename(screens: Screens) -> None:
    palette("cac nam")(screens)
    while "Đổi tên" not in screens.cursor_line:
        screens.press("down")
    screens.press("enter")


def new_year(screens: Screens) -> None:
    palette("cac nam")(screens)
    screens.press("f4", "down")


def question(screens: Screens) -> None:
    """A year is about to be deleted."""
    palette("cac nam")(screens)
    screens.press("delete")


def removing(screens: Screens) -> None:
    """A centre without years is about to be removed."""
    with closing(director(screens)) as store:
        store.centres.add("xa-moi", "TTHTCĐ xã Mới")
    palette("cac nam")(screens)
    screens.type("xa moi")
    screens.press("delete")


def why_deleted(screens: Screens) -> None:
    """It is asked why a year is deleted."""
    question(screens)
    screens.agree()


def conflict(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("5")
    screens.colleague("figure/dan_so", "6", DIRECTOR)
    screens.press("enter")
    assert "HAI NGƯỜI" in screens.title


def read_file(screens: Screens) -> None:
    """A file that says something else, of a base that is not known."""
    screens.app.export_folder = ExportFolder.of_this_machine()
    tree = json.loads(sample_bytes(SAMPLE_YEAR))
    tree["answers"] |= {"figure/so_khu": "25", "figure/so_ho": "7"}
    Path("la.json").write_text(json.dumps(tree), encoding="utf-8")
    palette("nhap tep")(screens)
    screens.press("enter")
    assert "la.json" in screens.title


def filing(screens: Screens) -> None:
    """The choice of a place for words that have none."""
    palette("nhap tep")(screens)
    screens.do(lambda app: app.navigator.open(to.Filing("Một câu.", lambda: None)))
    assert "CHỖ NÀO" in screens.title


SCREENS: Final[Mapping[str, Callable[[Screens], None]]] = {
    "overview": keys(),
    "details": keys("ctrl+g", "0", "enter"),
    "figures": keys("1", "down", "down"),
    "board": keys("2", "enter"),
    "checklist": keys("3", "enter"),
    "results": keys("4", "enter"),
    "a paragraph": keys("4", "pagedown", "enter"),
    "ratings": keys("5", "enter"),
    "log": keys("f6"),
    "evidence": keys("3", "enter", "f7", "f7"),
    "reason": keys("1", "ctrl+o"),
    "history": palette("lich su sua doi cua ca"),
    "comparison": palette("so sanh voi cac nam"),
    "summary": palette("tong hop bao cao"),
    "preview": keys("f9"),
    "export": palette("xuat bao cao ra tep"),
    "files": palette("nhap tep"),
    "read file": read_file,
    "filing": filing,
    "finalise": palette("chot bao cao"),
    "review": palette("hai nam canh nhau"),
    "another version of the form": palette("phien ban moi"),
    "guide": palette("huong dan nhanh"),
    "search": keys("f3"),
    "palette": keys("ctrl+p"),
    "help": keys("f1"),
    "years": palette("cac nam"),
    "deleting": question,
    "removing a centre": removing,
    "why deleted": why_deleted,
    "new year": new_year,
    "new name": rename,
    "conflict": conflict,
}

SEQUENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "typed, refresh": (TYPED, "f5"),
    "refresh": ("f5",),
    "typed, entered": (TYPED, "enter"),
    "enter": ("enter",),
    "typed, saved": (TYPED, "f2"),
    "undo": ("ctrl+z",),
    "deleted": ("delete", "right", "enter"),
    "last year's": ("f4", "f2"),
    "next gap": ("f8", "f8"),
    "preview and back": ("f9", "escape"),
    "log": ("f6", "5"),
    "searched": ("f3", "d", "enter"),
}


@dataclass(frozen=True)
class Fault:
    """Something that happens while somebody looks at a screen, and pieces of what is said of it."""

    happens: Callable[[Screens], None]
    words: tuple[str, ...] = ()
    """Whatever one does, one of these is said."""
    refuses: tuple[str, ...] = ()
    """One of these is said of what was to be saved and could not be."""


def director(screens: Screens) -> Store:
    return Store(screens.store.path, DIRECTOR)


def deleted(screens: Screens) -> None:
    with closing(director(screens)) as store:
        store.years.delete(screens.year.report_id)


def removed(screens: Screens) -> None:
    with closing(director(screens)) as store:
        store.staff.remove(USER)


def finalised(screens: Screens) -> None:
    with closing(director(screens)) as store:
        finalise(store, screens.year.report_id)


def replaced(screens: Screens) -> None:
    path = screens.store.path
    other = path.with_name("khac.db")
    shutil.copyfile(path, other)
    other.replace(path)


def colleague_saved(screens: Screens) -> None:
    """So that nothing is answered out of the engine's memory."""
    screens.colleague("report/place", "Mạo Khê", DIRECTOR)


FAULTS: Final[Mapping[str, Fault]] = {
    "deleted": Fault(deleted, ("vừa bị xóa", "không còn")),
    "removed": Fault(removed, ("không có trong danh sách cán bộ",)),
    "finalised": Fault(finalised, refuses=("đã chốt",)),
    "replaced": Fault(replaced, refuses=("bị thay bằng tệp khác",)),
    "broken": Fault(colleague_saved, refuses=("báo lỗi",)),
    "full": Fault(colleague_saved, refuses=("đã đầy",)),
}
MATRIX: Final = list(product(SCREENS, SEQUENCES, FAULTS))
DIAGONAL: Final = list(zip(SCREENS, cycle(SEQUENCES), cycle(FAULTS), strict=False))


@pytest.fixture
def screens(tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    """The sample year, with a director and oneself on the list of staff."""
    monkeypatch.chdir(tmp_path)  # where an export would go
    path = sample_database(tmp_path)
    with closing(Store(path)) as store:
        store.staff.add(Member(DIRECTOR, "Giám đốc", Role.DIRECTOR))
        store.sign_in(DIRECTOR)
        store.staff.add(Member(USER, "Cán bộ", Role.DIRECTOR))
    with ExitStack() as stack:
        disk = {"broken": breaking_disk, "full": filling_disk}.get(fault)
        if disk is not None:
            stack.enter_context(disk())
        screens = stack.enter_context(opened(tmp_path, path=path, drafts=tmp_path / "chua-luu"))
        screens.store.sign_in(USER)  # as the program does when it is started
        yield screens
        Breaking.is_broken, Filling.left = False, -1  # it is closed on a sound disk again


def strike(screens: Screens, fault: str) -> None:
    FAULTS[fault].happens(screens)
    if fault == "broken":
        Breaking.is_broken = True
    if fault == "full":
        Filling.left = 0


def meet(screens: Screens, screen: str, sequence: str, fault: str, drafts: Path) -> None:
    SCREENS[screen](screens)
    words = SEQUENCES[sequence]
    typed: dict[Place, str] = {}
    if words[0] == TYPED:
        screens.type(TYPED)
        typed = dict(screens.screen.typed_cells())
        words = words[1:]
    strike(screens, fault)
    seen = [pressed(screens, key) for key in words]
    assert screens.app.crash is None
    for text in typed.values():
        wait_until_kept(screens, text, drafts)
    seen += goes_on(screens, fault)
    assert screens.app.crash is None
    met = FAULTS[fault]
    tried = {text for place, text in typed.items() if place.kind in SAVED and screen != "conflict"}  # there one chooses
    refused = tried - set(saved(screens))
    for words in (met.words, met.refuses if refused else ()):
        assert not words or any(word in text for word in words for text in seen), seen


def pressed(screens: Screens, key: str) -> str:
    """What stands on the screen after `key`: a colleague's doing may be seen by the program at any of them."""
    screens.press(key)
    return " ".join(screens.text.split())


def wait_until_kept(screens: Screens, text: str, drafts: Path) -> None:
    """On disk as a draft, or saved: only what stands there outlives the program."""
    until = time.monotonic() + PATIENCE
    while not any(text in value.replace(".", "") for value in [*kept(drafts).values(), *saved(screens)]):
        assert time.monotonic() < until, f"{text!r} is lost; {screens.text}"
        time.sleep(0.02)


def saved(screens: Screens) -> list[str]:
    """Every text that is in the database, read from a sound disk."""
    was_broken, Breaking.is_broken = Breaking.is_broken, False
    try:
        return [str(value) for rows in dump(screens.store.path).values() for row in rows for value in row]
    finally:
        Breaking.is_broken = was_broken


def goes_on(screens: Screens, fault: str) -> list[str]:
    """What somebody sees who goes on; one who may not, or has nothing to go on with, is where they belong."""
    seen = [pressed(screens, "f5")]
    if fault == "removed":
        assert isinstance(screens.screen, ShutOutScreen)
        assert screens.screen.where == ""
    elif fault == "deleted":
        while is_open(screens):
            # The first Esc keeps what is typed, the next one leaves.
            seen += [pressed(screens, "escape"), pressed(screens, "escape"), pressed(screens, "f5")]
            assert len(seen) < 20, f"nobody says that it is gone: {seen[-1]}"
        if isinstance(screens.screen, RecoverScreen):  # what was typed is offered before anything else is said
            seen.append(pressed(screens, "escape"))
    return seen


def is_open(screens: Screens) -> bool:
    """Whether the year that was open at first still is."""
    return screens.app.report.has_year and screens.app.report.session.year.report_id == screens.year.report_id


@pytest.mark.parametrize(("screen", "sequence", "fault"), DIAGONAL)
def test_a_sentence_and_nothing_lost(screens: Screens, screen: str, sequence: str, fault: str, tmp_path: Path) -> None:
    meet(screens, screen, sequence, fault, tmp_path / "chua-luu")


@pytest.mark.long
@pytest.mark.parametrize(("screen", "sequence", "fault"), [each for each in MATRIX if each not in DIAGONAL])
def test_a_sentence_and_nothing_lost_wherever_it_happens(
    screens: Screens, screen: str, sequence: str, fault: str, tmp_path: Path
) -> None:
    meet(screens, screen, sequence, fault, tmp_path / "chua-luu")
