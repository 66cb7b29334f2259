"""What a file says, as a list for a person: members by name, links by their value, and why a line is not sure."""

from __future__ import annotations

from support.old_reports import HEAD

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.imports.read_file import read_file
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.read_items import Item, ItemKind, Outside, items_of
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import parse_period

REPORT = (
    HEAD
    + """II. Công tác quản lý
1. Ban Giám đốc
- Bà Lò Thị Mến - Phó Chủ tịch UBND xã - Giám đốc;
4. Quản lý và sử dụng các nguồn lực
Kinh phí ngân sách cấp 45.000.000 đồng.
"""
)


def items(store: Store) -> tuple[Item, ...]:
    form, period = load_shipped(), parse_period("2018-2019")
    year = new_year(store, add_centre(store, "ban-mau", "TTHTCĐ xã Thử"), period, form, "lan")
    found = read_file(form, period, REPORT.encode(), "bao-cao.txt")
    return items_of(store, year, Outside("bao-cao.txt", found=found)).items


def test_a_member_is_called_by_name(store: Store) -> None:
    labels = [item.label for item in items(store)]
    assert "Lò Thị Mến: Chức vụ và đơn vị công tác" in labels


def test_a_link_is_shown_by_its_value_and_what_is_not_sure_says_why(store: Store) -> None:
    found = items(store)
    assert not [item.text for item in found if "{" in item.text]
    assert [item for item in found if "45.000.000 đồng" in item.text and item.kind is not ItemKind.UNPLACED]
    assert all("–" in item.why for item in found if item.kind is ItemKind.DOUBTFUL)
