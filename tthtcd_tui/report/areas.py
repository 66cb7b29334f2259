"""The parts a report is filled in by: the form's screens, with the numbers of their sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.numbering import numbered
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows

DETAILS: Final = "Chi tiết báo cáo"
"""The report's own details: number, date, addressees, signer …"""


class Area(NamedTuple):
    label: str
    """«Nội dung tự đánh giá»."""
    numbers: str
    """«II.2-4, III.1»; nothing for the report's own details."""
    sections: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.label} ({self.numbers})" if self.numbers else self.label


def areas(form: Form) -> list[Area]:
    """The details, then the screens in the form's order, then each section that is on no screen."""
    numbers = _numbers(form)
    found = [Area(DETAILS, "", ("",))]
    found += [Area(screen.label, _joined(form, numbers, screen.sections), screen.sections) for screen in form.screens]
    placed = {key for screen in form.screens for key in screen.sections}
    alone = (section for section in form.sections if section.key not in placed)
    return found + [Area(section.name, _number(numbers[section.key]), (section.key,)) for section in alone]


def section_title(form: Form, key: str) -> str:
    """What a section is called on its screen, with its own number: «Kết quả hoạt động (III.2)»."""
    screen = next((screen for screen in form.screens if screen.sections == (key,)), None)
    label = screen.label if screen else form.section_by_key[key].name
    return f"{label} ({_number(_numbers(form)[key])})"


def section_of(form: Form, facts: Facts, place: Place) -> str:
    """The key of the section that asks for `place`, nothing for the report's own details."""
    return rows(form, facts).section_of(place)


_Path: TypeAlias = tuple[str, ...]
"""The numbers of those a section stands in, then its own: («IV»), («III», «2»), («Phần thứ ba», «II», «1»)."""


def _numbers(form: Form) -> Mapping[str, _Path]:
    path: _Path = ()
    numbers: dict[str, _Path] = {}
    for section, _, label in numbered(form):
        path = (*path[: section.level - 1], label.rstrip(".)"))
        numbers[section.key] = path
    return numbers


def _number(path: _Path) -> str:
    """«III.2», «IV», «Phần thứ ba, 2», «Phần thứ ba, II.1»."""
    part, *rest = path
    below = ".".join(rest)
    return f"{part}{', ' if ' ' in part else '.'}{below}" if below else part


def _joined(form: Form, numbers: Mapping[str, _Path], sections: tuple[str, ...]) -> str:
    """«II.2-4, III.1»: sections that follow each other in one part are written as from-to."""
    order = [section.key for section in form.sections]
    runs: list[list[str]] = []
    for key in sections:
        last = runs[-1][-1] if runs else ""
        follows = bool(last) and order.index(key) == order.index(last) + 1
        if follows and len(numbers[key]) > 1 and numbers[key][:-1] == numbers[last][:-1]:
            runs[-1].append(key)
        else:
            runs.append([key])
    told: list[str] = []
    part = ""
    for run in runs:
        path = numbers[run[0]]
        is_told = " " in path[0] and path[0] == part and len(path) > 1  # a part in words is said once
        part = path[0]
        end = f"-{numbers[run[-1]][-1]}" if len(run) > 1 else ""
        told.append(_number(path[1:] if is_told else path) + end)
    return ", ".join(told)
