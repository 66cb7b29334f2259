"""What stands beside a cell while a conflict at it is put off."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.shown import shown
from tthtcd_tui.tasks.session.saving import SaveConflict
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.fit import fit, room_for

_LONGEST: Final = 60


def told_beside(session: Session, met: SaveConflict) -> str:
    """The colleague's value, as far as there is room."""
    conflict = met.conflicts[0]
    theirs = shown(session.form, conflict.place, conflict.theirs)
    at = "ô này" if len(met.conflicts) == 1 else quoted(label_at(session.form, conflict.place))
    return f"{session.called(conflict.user)} đã sửa {at} thành {fit(theirs, room_for(theirs, _LONGEST))}."
