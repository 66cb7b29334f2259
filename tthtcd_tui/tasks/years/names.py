"""Names derived from a centre's commune: asked once, they fill the letterhead of its first year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.kinds.details import ISSUER, LOCALITY, PLACE, SUPERIOR
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

KINDS: Final[Mapping[str, str]] = {"phuong": "phường", "xa": "xã", "dac_khu": "đặc khu"}
"""The kinds of commune since July 2025, by the key of the form's option."""
_KIND_PLACE: Final = Place.of(PlaceKind.FIGURE, "loai_don_vi")
_NAMED: Final = re.compile(
    rf"(?:(?:tthtcđ|trung tâm học tập cộng đồng|trung tâm)\s+)?({'|'.join(KINDS.values())})\s+(\S.*)", re.IGNORECASE
)

_OF_A_CENTRE: Final = re.compile(r"(?:tt(?:ht|vh)\S*|trung tâm)(?:\s|$)", re.IGNORECASE)
_ABOLISHED: Final = re.compile(r"thị trấn\b", re.IGNORECASE)


class Commune(NamedTuple):
    """A commune by its kind, a key of KINDS, and its name alone: «xa», «Bản Sen»."""

    kind: str
    name: str

    @property
    def full_name(self) -> str:
        return f"{KINDS[self.kind]} {self.name}"

    @property
    def centre(self) -> str:
        """The name of its centre in lists; `commune_of` is the inverse."""
        return f"TTHTCĐ {self.full_name}"

    @property
    def place(self) -> str:
        """The name printed before the date. A name that is a number keeps its kind: «Phường 4» (Decree 30, App. I)."""
        return self.full_name[:1].upper() + self.full_name[1:] if self.name[:1].isdigit() else self.name


def commune_named(kind: str, name: str) -> Commune:
    """The commune of a chosen kind and a typed name; «xã Bản Sen» as a name is understood. Raises TaskProblem."""
    typed = commune_of(clean_line(name))
    bare = typed.name if typed else clean_line(name)
    if _OF_A_CENTRE.match(bare):
        raise TaskProblem(f"{quoted(bare)} là tên trung tâm. Ở đây chỉ ghi tên xã, phường, ví dụ “Bản Sen”.")
    if _ABOLISHED.match(bare):
        raise TaskProblem("Từ 1/7/2025 không còn thị trấn. Hãy ghi tên xã, phường hiện nay.")
    if not bare:
        raise TaskProblem("Tên xã, phường đang để trống. Hãy ghi tên, ví dụ “Bản Sen”.")
    found = next((key for key, label in KINDS.items() if fold(kind) in (fold(label), key)), None)
    if found is None:
        raise TaskProblem(f"Không có loại đơn vị {quoted(kind)}. Hãy chọn một trong: {', '.join(KINDS.values())}.")
    if typed and typed.kind != found:
        raise TaskProblem(
            f"Tên {quoted(name)} ghi là {KINDS[typed.kind]}, loại đã chọn là {KINDS[found]}. Hãy sửa một chỗ."
        )
    return Commune(found, bare)


def commune_of(centre: str) -> Commune | None:
    """The commune in a centre's name, such as «TTHTCĐ xã Bản Sen»; None where there is none."""
    named = _NAMED.fullmatch(centre)
    if named is None:
        return None
    kind = next(key for key, label in KINDS.items() if label == named[1].lower())
    return Commune(kind, named[2])


def first_names(form: Form, centre: str, commune: Commune | None = None) -> list[Edit]:
    """The edits that fill in who reports in a centre's first year, from its name or its `commune`, if that is known.

    A centre with a name of its own has to give its full official name itself.
    """
    told = commune_of(centre)
    commune = told or commune
    if commune is None:
        return []
    issuer = {ISSUER: f"Trung tâm học tập cộng đồng {commune.full_name}"} if told else {}
    said = {
        SUPERIOR: f"UBND {commune.full_name}",
        **issuer,
        LOCALITY: commune.full_name,
        PLACE: commune.place,
        _KIND_PLACE: commune.kind,
    }
    return [Edit(place, text) for place, text in said.items() if field_at(form, place)]
