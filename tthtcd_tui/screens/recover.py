"""What was typed and not saved when the line dropped: shown, and taken up again where it was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.widget import Widget

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import commented
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.advice import advised
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.new_year import NEW_YEAR_OF
from tthtcd_tui.screens.rename_centre import RENAMED
from tthtcd_tui.screens.rollup_head import ROLLUP_HEAD
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.called import called
from tthtcd_tui.tasks.care.open_store import current_year
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.recover import RecoveryAction, RecoveryItem, moment
from tthtcd_tui.tasks.session.refused_rows import decode
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, STRONG

_CHOICES: Final = ("Enter Khôi phục", "Esc Để sau", "Delete Bỏ hẳn")
_TYPED: Final = "Đã khôi phục nội dung đang gõ dở, chưa lưu: rời ô, F2 hoặc Esc để lưu."
_ONLY_READ: Final = _CHOICES[1:]


class RecoverScreen(BaseScreen):
    """Asks until it is answered; a letter is no answer, nor is a key that came before it was seen."""

    KEYS: ClassVar[tuple[str, ...]] = ("f1", "ctrl+q")

    def __init__(self, services: Services, offer: RecoveryItem) -> None:
        super().__init__(services)
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
        return self._offer.way is not RecoveryAction.NOWHERE

    def body(self) -> Widget:
        return self._canvas

    def reload(self) -> None:
        """The choice comes last and is always there; of what is long, the beginning is shown."""
        choices = self._choices()
        room = (self._canvas.size.height or 19) - 1 - len(choices)
        lines = list(self._told())
        if len(lines) > room:
            lines = [*lines[: room - 1], ((" …", PLAIN),)]
        self._canvas.paint([*lines, (), *choices])

    def _choices(self) -> list[Line]:
        """In one line, or on a narrow screen each in its own: none is ever cut."""
        answers = _CHOICES if self._can_take_up else _ONLY_READ
        together = " · ".join(answers)
        told = [together] if cell_len(together) < (self._canvas.size.width or 80) else answers
        return [((f" {words}", STRONG),) for words in told]

    def _told(self) -> Iterator[Line]:
        offer = self._offer
        width = (self._canvas.size.width or 80) - 2
        yield ((f" Có nội dung chưa lưu lúc {moment(offer.draft.at, datetime.now(UTC))}.", STRONG),)
        yield ()
        for place in offer.cells:
            if offer.labels[place]:
                yield ((f" {offer.labels[place]}:", STRONG),)
            for paragraph in offer.read(place).split("\n"):
                for line in wrap(_drawable(paragraph), width - 2):
                    yield ((f"   {line}", PLAIN),)

    def hint(self) -> Message:
        return Message(self._words())

    def _words(self) -> str:
        offer = self._offer
        if offer.way is RecoveryAction.NOWHERE:
            gone = "Báo cáo này" if offer.year is None else "Chỗ này trong báo cáo"
            return f"{gone} không còn. Chép lại nội dung trên nếu cần, rồi bấm Delete để bỏ."
        if offer.newer is not None:
            return f"{_changed(self.services, offer)} Khôi phục thì được xem cả hai rồi chọn."
        if offer.way is RecoveryAction.REFUSED:
            return "Khôi phục đưa các dòng này về danh sách chờ xếp, chưa lưu. Để sau: được hỏi lại lần mở tới."
        if offer.way is RecoveryAction.CELLS:
            return "Khôi phục là lưu các ô này; hoàn tác được bằng Ctrl+Z. Để sau: được hỏi lại lần mở tới."
        return "Khôi phục đưa nội dung này về chỗ đang gõ dở, chưa lưu. Để sau: được hỏi lại lần mở tới."

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if not self.sight.was_seen(self):
            return key in ("enter", "escape", "delete")
        if key == "enter" and self._can_take_up:
            take_up(self.services, self._offer)
        elif key == "escape":
            self.services.drafts.resolve_offer(later=True)
            self.navigator.back()
        elif key == "delete":
            self.ask("Bỏ hẳn nội dung này, không khôi phục nữa?", self._forget, no="Nội dung vẫn được giữ.")
        else:
            return False
        return True

    def _forget(self) -> None:
        self.services.drafts.resolve_offer()
        self.navigator.back()


def go_on(services: Services, offer: RecoveryItem) -> bool:
    """Open the place where it was typed, with what was typed there, and return whether it could be.

    Over what was saved since it writes nothing.
    """
    if offer.year is None or (
        services.report.has_year and services.report.session.year.report_id == offer.year.report_id
    ):
        services.navigator.back()
    else:
        services.navigator.open_year(offer.year, "")
    return _TAKE_UP[offer.way](services, offer)


def take_up(services: Services, offer: RecoveryItem) -> None:
    """Go on with what was left behind when a line dropped; what could not be stays for another time."""
    services.drafts.resolve_offer(later=not go_on(services, offer))


def _cell(services: Services, offer: RecoveryItem) -> bool:
    """Over what somebody saved there since, both are shown at once."""
    session = services.report.session
    session.base_revision(offer.place, offer.draft.revision)
    _open_place(services, offer.place, offer.text)
    services.navigator.set_greeting(_TYPED)
    if offer.newer is not None:
        met = session.enter([Typed(offer.place, offer.text)])
        if isinstance(met, SaveConflict):
            services.navigator.open(to.Conflict(met))
        else:
            services.navigator.set_greeting(f"{_changed(services, offer)} {_TYPED}")
    return True


def _open_place(services: Services, place: Place, typed: str) -> None:
    if place.kind == PlaceKind.REASON:
        services.navigator.open(to.Reason(place.subject, typed))
    else:
        services.navigator.open(to.AtPlace(place, typed))


def _remark(services: Services, offer: RecoveryItem) -> bool:
    subject = commented(offer.place)
    services.navigator.open(to.AtPlace(subject))
    services.navigator.open(to.Comment(subject, offer.text))
    services.navigator.set_greeting("Đã khôi phục góp ý đang gõ dở, chưa ghi: Enter để ghi.")
    return True


def _prose(services: Services, offer: RecoveryItem) -> bool:
    """Of two versions both stand there, and the person keeps what is right."""
    services.navigator.open(to.AtPlace(offer.place))
    if offer.newer is None:
        services.report.session.base_revision(offer.place, offer.draft.revision)
        services.navigator.open(to.Paragraphs(offer.place, instead=offer.text))
        services.navigator.set_greeting(_TYPED)
    else:
        services.navigator.open(to.Paragraphs(offer.place, instead=offer.both))
        services.navigator.set_greeting(
            f"{_changed(services, offer)} Chỗ khác nhau thì lời của họ trước, của bạn sau: giữ chỗ cần giữ rồi bấm F2."
        )
    return True


def _activity(services: Services, offer: RecoveryItem) -> bool:
    services.navigator.open(
        to.LogEntry(offer.place.parts[1], {place.parts[-1]: text for place, text in offer.cells.items()})
    )
    services.navigator.set_greeting("Đã khôi phục hoạt động đang nhập dở, chưa lưu. Nhập nốt rồi bấm F2.")
    return True


def _cells(services: Services, offer: RecoveryItem) -> bool:
    for place in offer.cells:
        services.report.session.base_revision(place, offer.draft.revision)
    saving = services.report.session.enter(Typed(place, text) for place, text in offer.cells.items())
    services.saves.record_save(saving)
    match saving:
        case Saved():
            services.navigator.set_greeting(f"Đã khôi phục và lưu {len(offer.cells)} ô. Ctrl+Z để hoàn tác.")
        case SaveConflict():
            services.navigator.open(to.Conflict(saving))
        case Refused(problem) | NotSaved(problem):
            services.navigator.set_greeting(f"Chưa khôi phục được, nội dung vẫn được giữ. {advised(problem)}")
            return False
    return True


def _centre(services: Services, offer: RecoveryItem) -> bool:
    texts = offer.cells
    if field := next((place.parts[1] for place in texts if place.kind == ROLLUP_HEAD), ""):
        services.navigator.open(to.RollupHead(field, offer.text))
        services.navigator.set_greeting(_TYPED)
        return True
    renamed = next((place.parts[1] for place in texts if place.kind == RENAMED), None)
    code = renamed or texts.get(NEW_YEAR_OF)
    centre = services.store.centres.called(code) if code else None
    if renamed and centre:
        services.navigator.open(to.Rename(centre, offer.text))
    else:
        previous = current_year(services.store, centre.code) if centre else None
        services.navigator.open(to.NewYear(centre, previous, texts))
    services.navigator.set_greeting(_TYPED)
    return True


def _refused(services: Services, offer: RecoveryItem) -> bool:
    for text in offer.cells.values():
        if (block := decode(text)) is not None:
            services.report.session.refused.take_up(block)
    services.navigator.visit(to.Refused())
    return True


_TAKE_UP: Final[Mapping[RecoveryAction, Callable[[Services, RecoveryItem], bool]]] = {
    RecoveryAction.CELL: _cell,
    RecoveryAction.PROSE: _prose,
    RecoveryAction.REMARK: _remark,
    RecoveryAction.ACTIVITY: _activity,
    RecoveryAction.CELLS: _cells,
    RecoveryAction.REFUSED: _refused,
    RecoveryAction.CENTRE: _centre,
}
"""Each takes up one kind, and says whether it could: else it stays for another time."""


def _changed(services: Services, offer: RecoveryItem) -> str:
    newer, year = offer.newer, offer.year
    assert newer is not None
    who = called(services.store, [newer.user], year.centre.id if year else None)[newer.user]
    return f"Lúc {newer.at.astimezone(HOUR_OF_VIETNAM):%H:%M} {who} đã sửa chỗ này."


def _drawable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
