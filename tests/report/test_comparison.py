"""A year beside the years before it: which numbers, in which units; as an appendix and as a native chart."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from lxml import etree
from python_calamine import CalamineWorkbook
from support.check_facts import before, year
from support.forms import newest
from support.mao_khe import FORM

from tthtcd_tui.checks.context import Context
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.comparison import comparison
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import Chart, Outline
from tthtcd_tui.text.periods import Period

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def years(count: int, answers: dict[str, Answer] | None = None) -> list[Facts]:
    """So many years before 2020-2021."""
    return [replace(before(answers), period=Period.school_year(2020 - number)) for number in range(1, count + 1)]


def composed(count: int) -> Outline:
    material = Material(ActivityLog, lambda: years(count))
    return compose(FORM, year(), material=material, also=["comparison"])


def test_the_newest_four_of_the_years_before_stand_in_their_order() -> None:
    found = comparison(FORM, year(), years(6))
    assert found.years == ("2016-2017", "2017-2018", "2018-2019", "2019-2020", "2020-2021")
    last = [tuple(map(str, line.numbers[-2:])) for line in found.totals]
    assert last == [("402", "445"), ("39871", "43117")]


def test_what_one_year_alone_tells_is_left_out() -> None:
    assert comparison(FORM, year(), []).is_empty
    places = {
        line.place for line in comparison(FORM, year({"figure/kinh_phi_chi": Quantity(Decimal(9))}), years(2)).lines
    }
    assert "figure/kinh_phi_chi" not in places
    assert "figure/dan_so" in places


def test_a_number_in_another_unit_is_not_compared() -> None:
    units: dict[str, Answer] = {"figure/don_vi_thu_nhap": "trieu_nam"}
    form, facts = in_its_words(newest(), year({"figure/don_vi_thu_nhap": "usd_nam"}))
    other = comparison(form, facts, years(1, units)).lines
    same = comparison(form, facts, years(1, {"figure/don_vi_thu_nhap": "usd_nam"})).lines
    income = "indicator/thu_nhap/value"
    assert income not in {line.place for line in other}
    assert income in {line.place for line in same}


def test_another_name_of_the_commune_is_said() -> None:
    found = comparison(
        FORM, year({"report/locality": "phường Mạo Khê"}), years(1, {"report/locality": "xã Bình Dương"})
    )
    [told] = found.moved
    assert told == "Từ 2020-2021: phường Mạo Khê, trước đó xã Bình Dương (thay đổi địa giới hoặc tên gọi)."


def test_a_chart_holds_what_its_workbook_holds() -> None:
    outline = composed(4)
    charts = [block for block in outline.blocks if isinstance(block, Chart)]
    data = docx_bytes(outline)
    assert data == docx_bytes(composed(4)), "the same numbers are the same bytes"
    with zipfile.ZipFile(BytesIO(data)) as package:
        for chart in charts:
            part = etree.fromstring(package.read(f"word/charts/chart{chart.number}.xml"))
            book = package.read(f"word/embeddings/Workbook{chart.number}.xlsx")
            [_, *cells] = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
            cached = [each.text for each in part.iterfind(f".//{_C}val//{_C}v")]
            named = [each.text for each in part.iterfind(f".//{_C}cat//{_C}v")]
            assert named == [row[0] for row in cells] == list(chart.categories)
            assert [Decimal(str(each)) for each in cached] == [Decimal(str(row[1])) for row in cells]
        named_parts = package.read("[Content_Types].xml").decode()
        assert all(f"/word/charts/chart{chart.number}.xml" in named_parts for chart in charts)
    assert "2019-2020 █" in text(outline)


def test_few_years_stand_on_an_upright_page_and_many_on_a_turned_one() -> None:
    def turned(count: int) -> bool:
        with zipfile.ZipFile(BytesIO(docx_bytes(composed(count)))) as package:
            return b'w:orient="landscape"' in package.read("word/document.xml")

    assert not turned(2)
    assert turned(4)


def test_without_a_year_before_the_appendix_is_not_issued() -> None:
    from tthtcd_tui.checks.appendices import of_appendices

    assert list(of_appendices(Context(FORM, year()), ["comparison"]))
    assert not list(of_appendices(Context.of(FORM, year(), before=before()), ["comparison"]))
