"""P16: the first page of the preview of a year of a million letters against one of ten thousand; the whole of it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import chain, islice
from time import process_time

from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import decode
from tthtcd_tui.report.compose.document import parts
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.preview_lines import flow
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.widgets.flow import FIRST

_PLACE = Place("narrative/dia_phuong")
_SENTENCE = "Trung tâm học tập cộng đồng đã tổ chức nhiều lớp cho nhân dân trong phường. "
_PARAGRAPH = 500
_SHORT, _LONG = 10_000, 1_000_000
_WIDTH, _PAGE = 77, 19
_FORM = load_shipped(1)


def measure(setting: Setting) -> list[Result]:
    short, long = _paragraphs(_SHORT), _paragraphs(_LONG)
    sample = decode(sample_bytes(SAMPLE_YEAR), _FORM).facts
    years = [sample.edited([Edit(_PLACE, paragraphs)]) for paragraphs in (long, short)]
    first, reference = (_timed_lines(year, _PAGE) for year in years)
    whole = _timed_lines(years[0], None)
    return [
        compare(
            "P16",
            "first page of the preview, 1 M letters against 10,000",
            first,
            reference,
            goal=1.5,
            runs=setting.runs,
        ),
        compare(
            "P16",
            "all of it, CPU, against textwrap",
            whole,
            _textwrapped(long),
            goal=1.0,
            runs=max(setting.runs // 3, 3),
        ),
    ]


def _paragraphs(letters: int) -> tuple[str, ...]:
    text = (_SENTENCE * (letters // len(_SENTENCE) + 1))[:letters]
    return tuple(text[start : start + _PARAGRAPH] for start in range(0, letters, _PARAGRAPH))


def _timed_lines(year: Facts, count: int | None) -> Timed:
    """The first `count` lines, or all, written and laid out."""

    def run() -> float:
        start = process_time()
        blocks = chain.from_iterable(part.blocks() for part in parts(_FORM, year))
        for _ in islice(flow(blocks, _WIDTH).from_on(FIRST), count):
            pass
        return process_time() - start

    return run


def _textwrapped(paragraphs: Sequence[str]) -> Timed:
    def run() -> float:
        start = process_time()
        for paragraph in paragraphs:
            textwrap.wrap(paragraph, _WIDTH)
        return process_time() - start

    return run
