"""What was typed and not saved when the line dropped: shown, and taken up again where it was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import ClassVar, Final

from textual.widget import Widget

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.new_year import NEW_YEAR_OF
from tthtcd_tui.screens.owner import Owner
from tthtcd_tui.screens.question import AskingScreen
from tthtcd_tui.screens.rename_centre import RENAMED
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.open_store import current_year
from tthtcd_tui.tasks.recover import Offer, Way, moment
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, STRONG

_CHOICES: Final = "Enter Khôi phục · Esc Để sau · Delete Bỏ hẳn"
_TYPED: Final = "Đã khôi phục nội dung đang gõ dở, chưa lưu: rời ô hoặc F2 để lưu, Esc để bỏ."
_ONLY_READ: Final = "Esc Để sau · Delete Bỏ hẳn"


class RecoverScreen(AskingScreen):
    """Asks until it is answered; a letter typed ahead is no answer."""

    KEYS: ClassVar[tuple[str, ...]] = ("f1", "ctrl+q")

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self._canvas = Canvas()

    @property
    def title_words(self) -> str:
        return "NỘI DUNG CHƯA LƯU"

    @property
    def where(self) -> str:
        year = self._offer.year
        if year is None:
            return super().where
        return f"{year.centre.name} · {year.period.title.capitalize()}"

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("Enter", "Khôi phục")] if self._can_take_up else []
        return [*keys, ("Esc", "Để sau"), ("Del", "Bỏ hẳn"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    @property
    def _can_take_up(self) -> bool:
        return self._offer.way is not Way.NOWHERE

    def body(self) -> Widget:
        return self._canvas

    def reload(self) -> None:
        """The choice comes last and is always there; of what is long, the beginning is shown."""
        room = (self._canvas.size.height or 19) - 2
        lines = list(self._told())
        if len(lines) > room:
            lines = [*lines[: room - 1], ((" …", PLAIN),)]
        choices = _CHOICES if self._can_take_up else _ONLY_READ
        self._canvas.paint([*lines, (), ((f" {choices}", STRONG),)])
        self.say(self._hint())

    def _told(self) -> Iterator[Line]:
        offer = self._offer
        width = (self._canvas.size.width or 80) - 2
        yield ((f" Có nội dung chưa lưu lúc {moment(offer.draft.at, datetime.now(UTC))}.", STRONG),)
        yield ()
        for place, text in offer.cells.items():
            if offer.labels[place]:
                yield ((f" {offer.labels[place]}:", STRONG),)
            for paragraph in text.split("\n"):
                for line in wrap(_drawable(paragraph), width - 2):
                    yield ((f"   {line}", PLAIN),)

    def _hint(self) -> str:
        offer = self._offer
        if offer.way is Way.NOWHERE:
            gone = "Báo cáo này" if offer.year is None else "Chỗ này trong báo cáo"
            return f"{gone} không còn. Chép lại nội dung trên nếu cần, rồi bấm Delete để bỏ."
        if offer.newer is not None:
            return f"{_changed(offer)} Khôi phục thì được xem cả hai rồi chọn."
        if offer.way is Way.CELLS:
            return "Khôi phục là lưu các ô này; hoàn tác được bằng Ctrl+Z. Để sau: được hỏi lại lần mở tới."
        return "Khôi phục đưa nội dung này về chỗ đang gõ dở, chưa lưu. Để sau: được hỏi lại lần mở tới."

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key == "enter" and self._can_take_up:
            take_up(self.owner, self._offer)
        elif key == "escape":
            self.owner.settle(later=True)
            self.owner.go_back()
        elif key == "delete":
            self.ask("Bỏ hẳn nội dung này, không khôi phục nữa?", self._forget, no="Nội dung vẫn được giữ.")
        else:
            return False
        return True

    def _forget(self) -> None:
        self.owner.settle()
        self.owner.go_back()


def take_up(owner: Owner, offer: Offer) -> None:
    """Opens the place where it was typed, with what was typed there; over what was saved since it writes nothing."""
    if offer.year is None or (owner.has_year and owner.session.year.report == offer.year.report):
        owner.go_back()
    else:
        owner.open_year(offer.year, "")
    owner.settle(later=not _TAKE_UP[offer.way](owner, offer))


def _cell(owner: Owner, offer: Offer) -> bool:
    """Over what somebody saved there since, both are shown at once."""
    session = owner.session
    session.made_on(offer.place, offer.draft.revision)
    _open_place(owner, offer.place, offer.text)
    owner.greet(_TYPED)
    if offer.newer is not None:
        met = session.enter([Typed(offer.place, offer.text)])
        if isinstance(met, Met):
            owner.open_conflict(met)
        else:
            owner.greet(f"{_changed(offer)} {_TYPED}")
    return True


def _open_place(owner: Owner, place: Place, typed: str) -> None:
    if place.kind == "reason":
        owner.open_reason(Place.of(*place.parts[1:]), typed)
    else:
        owner.open_place(place, typed)


def _prose(owner: Owner, offer: Offer) -> bool:
    """Of two versions both stand there, and the person keeps what is right."""
    owner.open_place(offer.place)
    if offer.newer is None:
        owner.session.made_on(offer.place, offer.draft.revision)
        owner.open_paragraphs(offer.place, instead=offer.text)
        owner.greet(_TYPED)
    else:
        owner.open_paragraphs(offer.place, instead=offer.both)
        owner.greet(f"{_changed(offer)} Chỗ khác nhau thì lời của họ trước, của bạn sau: giữ chỗ cần giữ rồi bấm F2.")
    return True


def _activity(owner: Owner, offer: Offer) -> bool:
    owner.open_activity(offer.place.parts[1], {place.parts[-1]: text for place, text in offer.cells.items()})
    owner.greet("Đã khôi phục hoạt động đang nhập dở, chưa lưu. Nhập nốt rồi bấm F2.")
    return True


def _cells(owner: Owner, offer: Offer) -> bool:
    for place in offer.cells:
        owner.session.made_on(place, offer.draft.revision)
    saving = owner.session.enter(Typed(place, text) for place, text in offer.cells.items())
    owner.note(saving)
    match saving:
        case Saved():
            owner.greet(f"Đã khôi phục và lưu {len(offer.cells)} ô. Ctrl+Z để hoàn tác.")
        case Met():
            owner.open_conflict(saving)
        case Refused(message) | NotSaved(message):
            owner.greet(f"Chưa khôi phục được, nội dung vẫn được giữ. {message}")
            return False
    return True


def _centre(owner: Owner, offer: Offer) -> bool:
    texts = offer.cells
    renamed = next((place.parts[1] for place in texts if place.kind == RENAMED), None)
    code = renamed or texts.get(NEW_YEAR_OF)
    centre = next((centre for centre in owner.store.centres() if centre.code == code), None)
    if renamed and centre:
        owner.open_rename(centre, offer.text)
    else:
        previous = current_year(owner.store, centre.code) if centre else None
        owner.open_new_year(centre, previous, texts)
    owner.greet(_TYPED)
    return True


_TAKE_UP: Final[Mapping[Way, Callable[[Owner, Offer], bool]]] = {
    Way.CELL: _cell,
    Way.PROSE: _prose,
    Way.ACTIVITY: _activity,
    Way.CELLS: _cells,
    Way.CENTRE: _centre,
}
"""Each takes up one kind, and says whether it could: else it stays for another time."""


def _changed(offer: Offer) -> str:
    assert offer.newer is not None
    return f"Lúc {offer.newer.at.astimezone(HOUR_OF_VIETNAM):%H:%M} {offer.newer.user} đã sửa chỗ này."


def _drawable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
