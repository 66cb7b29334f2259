"""Scores add up as a spreadsheet adds them up: a thousand sheets as formulas, calculated by LibreOffice."""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Final

import pytest
import xlsxwriter
from support.scored import given, scored_form
from support.spreadsheets import CALC, resaved

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, Answer, Quantity
from tthtcd_tui.forms.kinds.score import Score
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.scoring import Scorer, class_of, percent_text, points_of, shortfall

pytestmark = [pytest.mark.long, pytest.mark.skipif(not CALC, reason="not installed: LibreOffice Calc")]

COUNT: Final = 1_000
LEAVES: Final = {"ke_hoach": "10", "kinh_phi": "5.5", "thiet_bi": "4.5", "so_nguoi": "20"}
"""The criteria that are scored, with their maximum: columns A to D of the spreadsheet."""
NOTHING: Final = "NA"

# What the spreadsheet works out of row {0}, by itself: it knows the maxima, the classes and nothing of the program.
TOTAL = "=SUM(A{0}:D{0})"
MAXIMUM = '=IF(A{0}="NA",0,10)+IF(B{0}="NA",0,5.5)+IF(C{0}="NA",0,4.5)+IF(D{0}="NA",0,20)'
PERCENT = "=IF(F{0}=0,0,ROUND(E{0}*100/F{0},2))"
PARTED = 'IF(B{0}="NA",0,5.5)+IF(C{0}="NA",0,4.5)'
WEAK = (
    '=IF(A{0}="NA",0,IF(N(A{0})*2<10,1,0))+IF(D{0}="NA",0,IF(N(D{0})*2<20,1,0))'
    f"+IF(SUM(B{{0}}:C{{0}})*2<{PARTED},1,0)"
)
CLASS = '=IF(F{0}=0,"",IF(AND(E{0}*100>=90*F{0},H{0}=0),"tot",IF(E{0}*100>=70*F{0},"kha","trung_binh")))'
WANTED = '=IF(I{0}="kha",90,70)'
MISSING = '=IF(OR(F{0}=0,I{0}="tot"),0,MAX(0,CEILING(J{0}*F{0}/100,0.5)-E{0}))'
FORMULAS = (TOTAL, MAXIMUM, PERCENT, WEAK, CLASS, WANTED, MISSING)


def scorings() -> Iterator[dict[str, Answer]]:
    """Half points at random, often near the top, now and then what there is none of or what does not apply."""
    chance = random.Random(20_240_612)
    for _ in range(COUNT):
        low = chance.choice((0.0, 0.4, 0.7, 0.85))
        yield {key: _given(chance, int(Decimal(most) * 2), low) for key, most in LEAVES.items()}


def _given(chance: random.Random, most: int, low: float) -> Answer:
    kind = chance.random()
    if kind < 0.1:
        return NOT_APPLICABLE
    return NIL if kind < 0.14 else Quantity(Decimal(chance.randint(int(most * low), most)) / 2)


def workbook(made: list[dict[str, Answer]]) -> bytes:
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet()
    for number, answers in enumerate(made, 1):
        for column, answer in enumerate(answers.values()):
            if isinstance(answer, Quantity):
                page.write_number(number - 1, column, float(answer.number))
            else:
                page.write_string(number - 1, column, NOTHING if answer is NOT_APPLICABLE else "-")
        for column, formula in enumerate(FORMULAS, len(LEAVES)):
            page.write_formula(number - 1, column, formula.format(number))
    book.close()
    return uncalculated(data.getvalue())


def uncalculated(data: bytes) -> bytes:
    """The workbook without the results XlsxWriter puts beside its formulas: LibreOffice would believe them."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given_, zipfile.ZipFile(made, "w") as kept:
        for name in given_.namelist():
            kept.writestr(name, given_.read(name).replace(b"</f><v>0</v>", b"</f>"))
    return made.getvalue()


def told(facts: Facts, score: Score) -> list[str]:
    """What the program says, as the spreadsheet writes it."""
    points = points_of(facts, score, Scorer.OWN)
    found, short = class_of(facts, score, Scorer.OWN), shortfall(facts, score, Scorer.OWN)
    tidy = [
        str(number.normalize() + 0) for number in (points.given, points.maximum, short.points if short else Decimal(0))
    ]
    percent = percent_text(points).rstrip("%").replace(",", ".") or "0"
    return [f"{Decimal(each):f}" for each in (*tidy[:2], percent)] + [
        found.key if found else "",
        f"{Decimal(tidy[2]):f}",
    ]


def test_a_thousand_sheets_come_to_what_a_spreadsheet_says() -> None:
    [(_, score)] = scored_form().parts(Score)
    made = list(scorings())
    rows = list(csv.reader(StringIO(resaved(workbook(made), "xlsx", "csv").decode())))
    assert len(rows) == COUNT
    classes = set()
    for answers, row in zip(made, rows, strict=True):
        facts = given({f"score/{key}/own": answer for key, answer in answers.items()})
        total, maximum, percent, weak, label, _, missing = row[len(LEAVES) :]
        assert told(facts, score) == [total, maximum, percent, label, missing], row
        short = shortfall(facts, score, Scorer.OWN)
        if short is not None and short.wanted.each_least:
            assert len(short.weak) == int(weak), row
        classes.add(label)
    assert classes >= {"tot", "kha", "trung_binh"}
