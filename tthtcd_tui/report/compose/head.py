"""The top of the report: letterhead, title, whom it is addressed to, on what law it stands."""

from __future__ import annotations

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.report.compose.writer import BLANK, STOPS, Writer, bare, stopped, trimmed
from tthtcd_tui.report.outline import Addressees, LegalBasis, Letterhead, Run, RunKind, Runs, Title
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.dates import official_date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BASIS = "Căn cứ "


def letterhead(writer: Writer) -> Letterhead:
    superior = Place("report/superior")
    shown = isinstance(writer.facts.at(superior), str) or writer.awaited(superior)
    return Letterhead(
        superior=writer.value(superior, capitals=True) if shown else (),
        issuer=writer.value(Place("report/issuer"), capitals=True),
        number=_number(writer),
        nation=NATION,
        motto=MOTTO,
        place_and_date=_place_and_date(writer),
    )


def _number(writer: Writer) -> Runs:
    """«Số: 05/BC-TTHTCĐ»; a number below 10 has a 0 before it (App. I, II.3). Blank until it is issued."""
    place = Place("report/number")
    number = writer.facts.text_at("report", "number")
    if number.isascii() and number.isdigit():
        number = number.lstrip("0").rjust(2, "0")
    given = Run(number, place, RunKind.VALUE) if number else Run(BLANK, place, RunKind.GAP)
    return (Run("Số: "), given, Run("/"), *writer.value(Place("report/symbol")))


def _place_and_date(writer: Writer) -> Runs:
    day = Place("report/date")
    date = writer.facts.date_at("report", "date")
    if date is not None:
        dated = Run(official_date(date), day, RunKind.VALUE)
    else:
        dated = Run(f"ngày{BLANK}tháng{BLANK}năm{BLANK}", day, RunKind.GAP)
    return (*writer.value(Place("report/place")), Run(", "), dated)


def title(writer: Writer) -> Title:
    return Title((Run(writer.form.document_type),), writer.fill(writer.form.abstract))


def addressees(writer: Writer) -> list[Addressees]:
    """Kính gửi, which a report to a superior body must have; none where the centre answered that there is none."""
    place = Place("report/addressees")
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
    field = writer.form.records["report"]["addressees"]
    answer = writer.facts.at("report", "addressees")
    return answer not in (NIL, NOT_APPLICABLE) and (field.required or answer is not UNANSWERED)


def legal_basis(writer: Writer) -> list[LegalBasis]:
    place = Place("report/legal_basis")
    lines = [bare(line) for line in writer.facts.lines_at(place)]
    if not lines:
        return [LegalBasis(stopped([(Run(_BASIS), writer.gap(place))]))] if writer.awaited(place) else []
    named = (line[len(_BASIS) :] if line.casefold().startswith(_BASIS.casefold()) else line for line in lines)
    return [LegalBasis(stopped([(Run(_BASIS), Run(line, place, RunKind.VALUE)) for line in named]))]
