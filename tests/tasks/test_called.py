"""What people are called: name and unit, a login only where no name is known."""

from __future__ import annotations

import pytest

from tthtcd_tui.models.people.signatures import Signature
from tthtcd_tui.tasks.called import words

HERE, THERE = 1, 2


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (Signature("Vũ Thanh Hải"), "Vũ Thanh Hải"),
        (Signature("Phạm Sở", "Tỉnh Mẫu"), "Phạm Sở (Tỉnh Mẫu)"),
        (Signature("Nguyễn Lan", centre=HERE, centre_name="TTHTCĐ xã Bản Sen"), "Nguyễn Lan"),
        (Signature("Nguyễn Lan", centre=THERE, centre_name="TTHTCĐ xã Bản Sen"), "Nguyễn Lan (TTHTCĐ xã Bản Sen)"),
        (Signature("Nguyễn Lan", centre=HERE, is_alone=False), "Nguyễn Lan (lan)"),
        (Signature("Phạm Sở", "Tỉnh Mẫu", is_alone=False), "Phạm Sở (Tỉnh Mẫu, lan)"),
    ],
)
def test_the_unit_of_a_supervisor_and_the_centre_where_it_is_another(who: Signature, told: str) -> None:
    assert words("lan", who, HERE) == told
