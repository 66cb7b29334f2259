"""The Word file whose styles a centre's reports have: chosen once, for everybody who exports."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.exports.word.house_style import HouseStyle
    from tthtcd_tui.report.document_look import DocumentLook


class CentreTemplate(NamedTuple):
    name: str
    """The file's name."""
    house: HouseStyle
    told: tuple[str, ...]
    """A sentence for each thing that the file lacks or that breaks the Decree; reports use the program's own there."""


def centre_template(store: Store, centre: int) -> CentreTemplate | None:
    """The template chosen last; None where the centre uses the program's own look. Raises UnusableFile."""
    kept = store.centre_looks.of(centre)
    if kept is None:
        return None
    from tthtcd_tui.exports.word.decree import taken
    from tthtcd_tui.report.document_look import from_tree

    found = taken(from_tree(kept.tree))
    return CentreTemplate(kept.name, found.house, found.told)


def choose_template(store: Store, centre: int, user: str, name: str, data: bytes, look: DocumentLook) -> CentreTemplate:
    """Make `look`, read from the file `data`, the look of the centre's reports. Raises NotAllowed."""
    from tthtcd_tui.exports.word.decree import concise, taken

    less = concise(look)
    store.centre_looks.choose(centre, user, name, sha256(data).hexdigest(), less.to_tree())
    found = taken(less)
    return CentreTemplate(name, found.house, found.told)


def forget_template(store: Store, centre: int, user: str) -> None:
    """Go back to the program's own look. Raises NotAllowed."""
    store.centre_looks.forget(centre, user)
