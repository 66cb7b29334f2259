"""The top of the report: letterhead, title, whom it is addressed to, on what law it stands."""

from __future__ import annotations

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.report.kinds.details import ADDRESSEES, DATE, ISSUER, LEGAL_BASIS, NUMBER, PLACE, SUPERIOR, SYMBOL
from tthtcd_tui.report.outline import Addressees, LegalBasis, Letterhead, Run, RunKind, Runs, Title
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.writer import BLANK, STOPS, Writer, bare, stopped, trimmed
from tthtcd_tui.text.dates import official_date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BASIS = "Căn cứ "
_OTHERWISE = ("thực hiện ", "theo ", "xét ")
"""How a line of the legal basis may begin, too."""


def letterhead(writer: Writer) -> Letterhead:
    superior = SUPERIOR
    shown = isinstance(writer.facts.at(superior), str) or writer.awaited(superior)
    return Letterhead(
        superior=writer.value(superior, capitals=True) if shown else (),
        issuer=writer.value(ISSUER, capitals=True),
        number=_number(writer),
        nation=NATION,
        motto=MOTTO,
        place_and_date=_place_and_date(writer),
    )


def _number(writer: Writer) -> Runs:
    """«Số: 05/BC-TTHTCĐ»."""
    return (Run("Số: "), *number_and_symbol(writer))


def number_and_symbol(writer: Writer) -> Runs:
    """«05/BC-TTHTCĐ»; a number below 10 has a 0 before it (App. I, II.3). Blank until it is issued."""
    place = NUMBER
    number = writer.facts.text_at(NUMBER)
    if number.isascii() and number.isdigit():
        number = number.lstrip("0").rjust(2, "0")
    given = Run(number, place, RunKind.VALUE) if number else Run(BLANK, place, RunKind.GAP)
    return (given, *((Run("/"), *symbol) if (symbol := writer.value(SYMBOL)) else ()))


def _place_and_date(writer: Writer) -> Runs:
    dated = date_of_issue(writer)
    place = writer.value(PLACE)
    return (*place, Run(", "), dated) if place else (dated,)


def date_of_issue(writer: Writer) -> Run:
    """«ngày 05 tháng 6 năm 2021», blank where there is none yet."""
    date = writer.facts.date_at(DATE)
    if date is not None:
        return Run(official_date(date), DATE, RunKind.VALUE)
    return Run(f"ngày{BLANK}tháng{BLANK}năm{BLANK}", DATE, RunKind.GAP)


def title(writer: Writer) -> Title:
    return Title((Run(writer.form.document_type),), writer.fill(writer.form.abstract))


def addressees(writer: Writer) -> list[Addressees]:
    """Kính gửi, which a report to a superior body must have; none where the centre answered that there is none."""
    place = ADDRESSEES
    if not has_addressees(writer):
        return []
    bodies: list[Runs] = [(Run(bare(body), place, RunKind.VALUE),) for body in writer.facts.lines_at(place)]
    if not bodies:
        return [Addressees("Kính gửi:", ((writer.gap(place),),))]
    if len(bodies) > 1:
        return [Addressees("Kính gửi:", tuple((Run("- "), *body) for body in stopped(bodies)))]
    return [Addressees("Kính gửi:", (trimmed(bodies[0], STOPS),))]


def has_addressees(writer: Writer) -> bool:
    """Whether the report is addressed to anybody, answered yet or not."""
    field = writer.form.records[PlaceKind.REPORT]["addressees"]
    answer = writer.facts.at(ADDRESSEES)
    return answer not in (NIL, NOT_APPLICABLE) and (field.required or answer is not UNANSWERED)


def legal_basis(writer: Writer) -> list[LegalBasis]:
    place = LEGAL_BASIS
    lines = [bare(line) for line in writer.facts.lines_at(place)]
    if not lines:
        return [LegalBasis(stopped([(Run(_BASIS), writer.gap(place))]))] if writer.awaited(place) else []
    return [LegalBasis(stopped([_basis(line) for line in lines]))]


def _basis(line: str) -> Runs:
    """«Căn cứ …», typed with the word or without; a line that begins in another way begins so."""
    if line.casefold().startswith(_OTHERWISE):
        return (Run(line, LEGAL_BASIS, RunKind.VALUE),)
    named = line[len(_BASIS) :] if line.casefold().startswith(_BASIS.casefold()) else line
    return (Run(_BASIS), Run(named, LEGAL_BASIS, RunKind.VALUE))
