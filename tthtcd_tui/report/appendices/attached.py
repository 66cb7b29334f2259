"""Which appendices are attached to a report, and how they are numbered."""

from __future__ import annotations

from collections.abc import Collection

from tthtcd_tui.forms.answer import NIL, UNANSWERED
from tthtcd_tui.forms.model import Form, FormAppendix
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import APPENDICES
from tthtcd_tui.report.numbering import roman


class Attached(NamedTuple):
    """An appendix that is attached."""

    form: FormAppendix
    label: str
    """«Phụ lục», of several «Phụ lục II» (App. I, III.1)."""


def attached(form: Form, facts: Facts, also: Collection[str] = ()) -> tuple[Attached, ...]:
    """The appendices the year chose (unanswered: those of its form) and those in `also`, in the form's order."""
    keys = {*_chosen(form, facts), *also}
    found = [appendix for appendix in form.appendices if appendix.key in keys]
    if len(found) == 1:
        return (Attached(found[0], "Phụ lục"),)
    return tuple(Attached(appendix, f"Phụ lục {roman(number)}") for number, appendix in enumerate(found, 1))


def toggled(form: Form, facts: Facts, key: str, wanted: bool) -> Edit:
    """The edit that attaches an appendix or takes it off. The form's own choice is stored as Unanswered."""
    usual = tuple(appendix.key for appendix in form.appendices if appendix.attached)
    chosen = tuple(
        appendix.key
        for appendix in form.appendices
        if (wanted if appendix.key == key else appendix.key in _chosen(form, facts))
    )
    return Edit(APPENDICES, UNANSWERED if chosen == usual else chosen or NIL)


def _chosen(form: Form, facts: Facts) -> Collection[str]:
    answer = facts.at(APPENDICES)
    if answer is UNANSWERED:
        return [appendix.key for appendix in form.appendices if appendix.attached]
    return answer if isinstance(answer, tuple) else ()
