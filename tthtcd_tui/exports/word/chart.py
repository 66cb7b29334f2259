"""A chart as Word has it: a part of its own with its numbers, and a workbook in which a person edits them.

The order of children is the schema's. The numbers stand twice, as in every such chart: in the workbook, and cached in
the part, so that a program draws it without opening the workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from tthtcd_tui.exports.word.xml import escaped
from tthtcd_tui.report.outline import Chart, plain

_HEIGHT: Final = 2_700_000
"""7.5 cm, in EMU."""
_EMU_A_TWIP: Final = 635
_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook says when it was made: the same numbers are the same bytes."""
_SHEET: Final = "Sheet1"
_COLOURS: Final = ("1F4E79", "9DC3E6", "7F7F7F", "BF9000")
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = {
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FORMAT: Final = r"[&gt;=1000000]#\.###\.##0;[&gt;=1000]#\.##0;0"
"""«43.117», whatever a machine's own way of writing numbers."""
_FROM_ZERO: Final = '<c:min val="0"/>'
_FONT: Final = (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200">'
    '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    '<a:latin typeface="Times New Roman"/><a:ea typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>'
    '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)


def drawing(chart: Chart, width: int) -> str:
    """The run that shows the chart, `width` twips wide."""
    number = chart.number
    name, told = escaped(f"Biểu đồ {number}"), escaped(chart.told)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * _EMU_A_TWIP}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}"'
        f' r:id="{relation(number)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def relation(number: int) -> str:
    return f"rIdChart{number}"


def with_charts(parts: Mapping[str, bytes], charts: Sequence[Chart]) -> dict[str, bytes]:
    """The parts of a document with those of its charts, each named where the package lists its parts."""
    if not charts:
        return dict(parts)
    made, types = dict(parts), [f'<Default Extension="xlsx" ContentType="{_TYPES["xlsx"]}"/>']
    relations = []
    for chart in charts:
        number = chart.number
        part = f"word/charts/chart{number}.xml"
        made[part] = _part(chart).encode()
        made[f"word/charts/_rels/chart{number}.xml.rels"] = _relations(number)
        made[f"word/embeddings/Workbook{number}.xlsx"] = _workbook(chart)
        types.append(f'<Override PartName="/{part}" ContentType="{_TYPES["chart"]}"/>')
        relations.append(f'<Relationship Id="{relation(number)}" Type="{_R}/chart" Target="charts/chart{number}.xml"/>')
    _insert(made, "[Content_Types].xml", types[0], after='ContentType="application/xml"/>')
    _insert(made, "[Content_Types].xml", "".join(types[1:]), before="</Types>")
    _insert(made, "word/_rels/document.xml.rels", "".join(relations), before="</Relationships>")
    return made


def _insert(parts: dict[str, bytes], name: str, words: str, *, before: str = "", after: str = "") -> None:
    text = parts[name].decode()
    at = text.index(before) if before else text.index(after) + len(after)
    parts[name] = f"{text[:at]}{words}{text[at:]}".encode()


def _relations(number: int) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELS}">'
        f'<Relationship Id="rId1" Type="{_R}/package" Target="../embeddings/Workbook{number}.xlsx"/></Relationships>'
    ).encode()


def _part(chart: Chart) -> str:
    series = "".join(_series(chart, number) for number in range(len(chart.series)))
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_FONT}</c:legend>' if len(chart.series) > 1 else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"'
        f' xmlns:r="{_R}"><c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="80"/><c:axId val="1001"/>'
        f'<c:axId val="1002"/></c:barChart>{_axes()}</c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        f'{_FONT}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(chart: Chart, number: int) -> str:
    series, column = chart.series[number], chr(ord("B") + number)
    last = len(chart.categories) + 1
    points = [(at, str(value)) for at, value in enumerate(series.values) if value is not None]
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>'
        f"<c:strCache>{_points([(0, series.name)], 1)}</c:strCache></c:strRef></c:tx><c:spPr><a:solidFill>"
        f'<a:srgbClr val="{_COLOURS[number % len(_COLOURS)]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:numFmt formatCode="{_FORMAT}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>{_FONT}'
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f"{_points(enumerate(chart.categories), len(chart.categories))}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(points, len(series.values))}</c:numCache>"
        "</c:numRef></c:val></c:ser>"
    )


def _points(points: Iterable[tuple[int, str]], count: int) -> str:
    made = "".join(f'<c:pt idx="{at}"><c:v>{escaped(text)}</c:v></c:pt>' for at, text in points)
    return f'<c:ptCount val="{count}"/>{made}'


def _axes() -> str:
    scaling = '<c:scaling><c:orientation val="minMax"/>{}</c:scaling><c:delete val="0"/>'
    line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1001"/>{scaling.format("")}<c:axPos val="b"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{line}{_FONT}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/>{scaling.format(_FROM_ZERO)}<c:axPos val="l"/>'
        f'<c:numFmt formatCode="{_FORMAT}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{line}{_FONT}<c:crossAx val="1001"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _workbook(chart: Chart) -> bytes:
    """Categories down the first column, a column a series."""
    from xlsxwriter import Workbook  # 70 ms that only a chart pays for

    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _DAY, "title": plain(chart.text)[:255]})
        sheet = workbook.add_worksheet(_SHEET)
        sheet.set_column(0, len(chart.series), 18)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, float(value))
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, category)
    return made.getvalue()
