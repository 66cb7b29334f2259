"""What was carried over, last year's words on the left and this year's on the right: F2 says that a place is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import ClassVar, Final

from rich.cells import cell_len

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.reading import ReadingScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.carried_texts import CarriedText, carried_texts
from tthtcd_tui.tasks.session.saving import Saved, Saving
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.flow import Passage
from tthtcd_tui.widgets.look import PLAIN, QUIET, STRONG, WARN

_WIDE_ENOUGH: Final = 60
"""Cells from which on the two years stand beside each other; below, one under the other."""
_NONE: Final = "(trống)"


class ReviewScreen(ReadingScreen):
    """Place by place with one key each, or a section at once when all of it stood on the screen."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "ctrl+z", "escape", "f1", "ctrl+g", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._texts: list[CarriedText] = []
        self._seen: set[Place] = set()
        """Places that stood on the screen."""

    @property
    def title_words(self) -> str:
        return "RÀ SOÁT CHỖ CHÉP SANG"

    @property
    def aside(self) -> str:
        before = next((text.period for text in self._texts), "")
        years = f"   trái: {before} · phải: {self.session.facts.period.label}" if before else ""
        return f"còn {len(self._texts)} chỗ{years} "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("F2", "Đúng"), ("Enter", "Sửa"), ("→", "Chỗ sau"), ("^Z", "Hoàn tác")]
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("F2", "chỗ này đúng, sang chỗ sau"),
            ("Enter", "sửa chỗ này; sửa xong là đã rà soát"),
            ("→ ←", "chỗ sau, chỗ trước"),
            ("^G 9", "“Đã rà soát cả mục”, khi đã xem hết mục"),
        ]
        return [*own, *(line for line in super().help_lines() if line[0] != "F2")]

    def shows(self, place: Place) -> bool:
        """What is confirmed here comes back here."""
        return place.kind == PlaceKind.CARRIED or place in self._seen

    def reload(self) -> None:
        self._texts = list(carried_texts(self.session))
        super().reload()
        self._look()

    def passages(self, width: int) -> Sequence[Passage]:
        if not self._texts:
            words = "Không còn chỗ nào chép từ năm trước mà chưa rà soát."
            return [Passage(((line, PLAIN),)) for line in wrap(words, width)]
        return [passage for text in self._texts for passage in self._passages(text, width)]

    def _passages(self, text: CarriedText, width: int) -> Iterator[Passage]:
        for line in wrap(text.label, width):
            yield Passage(((line, STRONG),), text.place, is_start=True, is_gap=True)
        before, now = text.before or (_NONE,), text.now or (_NONE,)
        room = (width - 3) // 2
        if width < _WIDE_ENOUGH:
            years = (text.period, self.session.facts.period.label)
            yield Passage(((f"{years[0]}:", QUIET),), text.place)
            yield from (Passage(((line, QUIET),), text.place) for each in before for line in wrap(each, width))
            yield Passage(((f"{years[1]}:", QUIET),), text.place)
            yield from (Passage(tuple(spans), text.place) for spans in _changed(before, now, width))
        else:
            left = [line for each in before for line in wrap(each, room)]
            right = list(_changed(before, now, room))
            for number in range(max(len(left), len(right))):
                words = left[number] if number < len(left) else ""
                beside = right[number] if number < len(right) else []
                bar = f"{' ' * (room - cell_len(words))} {self.services.glyphs.bar} "
                yield Passage(((words + bar, QUIET), *beside), text.place)
        yield Passage((), text.place)

    def hint_of(self, passage: Passage) -> Message:
        if passage.place is None:
            return Message("Esc để quay lại.")
        where = "bên phải" if self.reader.room >= _WIDE_ENOUGH else "dưới"
        return Message(f"F2 nếu lời {where} đúng cho năm nay; Enter để sửa. Chữ vàng là chỗ khác năm trước.")

    def take(self, key: str, character: str | None) -> bool:
        is_taken = super().take(key, character)
        if is_taken:
            self._leave_blank(upwards=key in ("up", "pageup"))
        if key in ("left", "right", "tab", "shift+tab") and self._here is not None:
            self._go_to(self._here.place)
        self._look()
        return is_taken

    def _go_to(self, place: Place) -> None:
        """Put the cursor on a place, with as much of it in sight as there is room for."""
        self.reader.go_to(place)
        self.reader.take("right")
        if self.reader.place == place:
            self.reader.take("end")
        self.reader.go_to(place)
        self._look()

    def _leave_blank(self, *, upwards: bool) -> None:
        """Off the line between two places, which is of none; behind the last there is one more."""
        for step in ("up",) if upwards else ("down", "up"):
            if self.reader.passage is not None and not self.reader.passage.line:
                self.reader.take(step)
                self.say_hint()

    def _look(self) -> None:
        self._seen.update(passage.place for passage in self.reader.in_sight if passage.place)

    def _open(self) -> None:
        text = self._here
        if text is None:
            return
        if text.opens:
            self.navigator.open(to.Paragraphs(text.cell.place))
        else:
            self.navigator.visit(to.AtPlace(text.cell.place))

    @property
    def _here(self) -> CarriedText | None:
        place = self.reader.place
        return next((text for text in self._texts if text.place == place), None)

    # -- confirming ---------------------------------------------------------------------------------------------------

    def do_save(self) -> None:
        text = self._here
        if text is None:
            self.announce("Không còn chỗ nào để rà soát.")
        else:
            self._confirm([text])

    def do_review_section(self) -> None:
        here = self._here
        mine = [text for text in self._texts if here and text.section == here.section]
        unseen = [text for text in mine if text.place not in self._seen]
        if unseen:
            self._go_to(unseen[0].place)
            self.announce(f"Mục này còn {len(unseen)} chỗ chưa hiện trên màn hình. Xem hết rồi làm lại.", warn=True)
        elif mine:
            words = f"{len(mine)} chỗ chép từ năm trước ở mục này đều đúng?"
            self.ask(words, lambda: self._confirm(mine), "Chưa xác nhận gì.", is_safe=True)

    def _confirm(self, texts: Sequence[CarriedText]) -> None:
        """They are right as they are: on to the next."""
        at = self._texts.index(texts[-1])
        following = next((text.place for text in (*self._texts[at + 1 :], *self._texts) if text not in texts), None)
        if self.saved(self.session.review([text.place for text in texts])) is not None:
            return
        if following is not None:
            self._go_to(following)
        self.announce(f"Đã rà soát {len(texts)} chỗ. Còn {len(self._texts)} chỗ.", good=True)

    def reverse(self, saving: Saving, told: str) -> None:
        super().reverse(saving, told)
        if isinstance(saving, Saved):
            subjects = (place.subject for place in saving.places)
            any(self.reader.go_to(place) for place in sorted(subjects, key=self.session.rows.rank))


def _changed(before: Sequence[str], now: Sequence[str], width: int) -> Iterator[list[Span]]:
    """The lines of this year, those words in yellow that last year did not have there."""
    for old, new in zip_longest(before, now, fillvalue=""):
        words = new.split(" ")
        fresh = _fresh(old.split(" "), words)
        at = 0
        for line in wrap(new, width) if new else ():
            pieces = line.split(" ")
            if words[at : at + len(pieces)] != pieces:  # a word longer than a line: what follows is not told apart
                at = len(words)
                yield [(line, PLAIN)]
                continue
            yield list(_spans(pieces, [at + number in fresh for number in range(len(pieces))]))
            at += len(pieces)


def _spans(words: Sequence[str], are_fresh: Sequence[bool]) -> Iterator[Span]:
    """The words of a line, those that look alike in one span."""
    runs = [list(run) for _, run in groupby(zip(words, are_fresh, strict=True), key=lambda each: each[1])]
    for number, run in enumerate(runs, 1):
        blank = " " if number < len(runs) else ""
        yield " ".join(word for word, _ in run) + blank, WARN if run[0][1] else PLAIN


def _fresh(old: Sequence[str], new: Sequence[str]) -> set[int]:
    """Which of the words `new` were not in `old`, by their numbers."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return {number for kind, _, _, start, end in steps if kind != "equal" for number in range(start, end)}
