"""A form's TOML → Form. What is unknown, missing, given twice or linked to nothing is a FormProblem that says where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.consistency import Consistency
from tthtcd_tui.forms.model import (
    TOTAL_LINKS,
    Content,
    Field,
    Figure,
    Form,
    Group,
    Indicator,
    Item,
    Kind,
    Marker,
    Option,
    ResultRow,
    ResultsTable,
    Screen,
    Section,
    SumRule,
)
from tthtcd_tui.forms.problem import FormProblem
from tthtcd_tui.forms.records import DERIVED_OPTIONS, RECORDS
from tthtcd_tui.forms.toml_table import TomlTable, parse_toml

_NUMBERINGS = ("roman", "arabic", "letter", "part")
_LARGEST_FILE = 1024 * 1024


def load_file(path: Path) -> Form:
    """A form from a file of the user's."""
    try:
        text = read_bounded(path, _LARGEST_FILE).decode("utf-8-sig")
    except FileProblem as problem:
        raise FormProblem("", "", "", problem.message) from None  # which names the file itself
    except UnicodeDecodeError:
        raise FormProblem(path.name, "", "", "tệp không phải chữ UTF-8. Lưu lại tệp với bảng mã UTF-8.") from None
    return load(text, path.name)


def load(text: str, file: str) -> Form:
    """The form that `text` describes. `file` is only named in problems."""
    root = parse_toml(text, file)
    head, document, table = root.table("form"), root.table("document"), root.table("table")
    scales = _scales(root)
    sections = tuple(_section(section) for section in root.tables("section", required=True))
    numbering = document.texts("numbering")
    if len(numbering) != 2 or any(style not in _NUMBERINGS for style in numbering):
        document.fail("numbering", f"phải gồm hai kiểu đánh số, chọn trong: {', '.join(_NUMBERINGS)}.")
    form = Form(
        key=head.key(dashes=True),
        version=head.whole("version"),
        name=head.text("name"),
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        document_type=document.text("type"),
        abstract=document.text("abstract"),
        end_mark=document.text("end_mark", ""),
        numbering=(numbering[0], numbering[1]),
        sections=sections,
        screens=tuple(_screen(screen) for screen in root.tables("screen", required=True)),
        records=_records(root.table("record"), sections, scales),
        table=ResultsTable(
            marker_title=table.text("marker_title"),
            label_title=table.text("label_title"),
            total_label=table.text("total_label"),
        ),
        sums=tuple(_sum(row) for row in root.tables("sum")),
    )
    for done in (head, document, table, root):
        done.finish()
    Consistency(form, file).check()
    return form


def _scales(root: TomlTable) -> dict[str, tuple[Option, ...]]:
    scales: dict[str, tuple[Option, ...]] = {}
    for table in root.tables("scale"):
        key = table.key()
        if key in scales:
            table.fail("key", f"“{key}” bị ghi hai lần.")
        scales[key] = _options(table)
        table.finish()
    return scales


def _options(table: TomlTable) -> tuple[Option, ...]:
    options: list[Option] = []
    for row in table.tables("options", required=True):
        option = Option(row.key(), row.text("label"))
        if any(option.key == other.key or option.label == other.label for other in options):
            row.fail("key", f"“{option.key}” bị ghi hai lần.")
        row.finish()
        options.append(option)
    return tuple(options)


def _field(table: TomlTable, kind: Kind | None = None) -> Field:
    """The attributes of a field; its kind too where the program does not say it."""
    if kind is None:
        # What a form asks stands in a sentence or a cell: paragraphs and lists are the program's own places.
        asked = (kind for kind in Kind if kind not in (Kind.LINES, Kind.PARAGRAPHS))
        kind = Kind(table.choice("kind", [kind.value for kind in asked]))
    choice = kind in (Kind.CHOICE, Kind.CHOICES)
    return Field(
        label=table.text("label"),
        kind=kind,
        unit=table.text("unit", ""),
        required=table.flag("required", False),
        qualified=table.flag("qualified", False) if kind.is_number else False,
        maximum=_maximum(table, kind),
        options=_options(table) if choice and table.has("options") else (),
        zero=table.text("zero", "0") if kind.is_number else "0",
        nil=table.text("nil", "không có"),
        not_applicable=table.text("not_applicable", "không áp dụng"),
        default=table.text("default", "", lines=True),
        hint=table.text("hint", ""),
    )


def _maximum(table: TomlTable, kind: Kind) -> Decimal | None:
    if kind is Kind.PERCENT:
        return Decimal(100)
    return Decimal(table.whole("maximum")) if kind.is_number and table.has("maximum") else None


def _section(table: TomlTable) -> Section:
    key = table.key()
    level = table.whole("level")
    if level not in (1, 2):
        table.fail("level", "phải là 1 (phần) hoặc 2 (mục trong phần).")
    section = Section(
        key=key,
        title=table.text("title"),
        level=level,
        prints=tuple(_content(table, name) for name in table.texts("prints", [])),
        marker=Marker(table.choice("marker", [marker.value for marker in Marker], Marker.NONE.value)),
        paragraphs=table.texts("paragraphs", []),
        narrative_required=table.flag("narrative_required", False),
        figures=tuple(_figure(row, key) for row in table.tables("figure")),
        items=tuple(_item(row, key) for row in table.tables("item")),
        rows=tuple(_row(row, key) for row in table.tables("row")),
        groups=tuple(_group(row, key) for row in table.tables("group")),
        indicators=tuple(_indicator(row, key) for row in table.tables("indicator")),
    )
    asked = {
        Content.NARRATIVE: bool(section.paragraphs or section.narrative_required),
        Content.CHECKLIST: bool(section.items),
        Content.RESULTS: bool(section.rows),
        Content.RATINGS: bool(section.groups),
        Content.INDICATORS: bool(section.indicators),
    }
    if len(set(section.prints)) < len(section.prints):
        table.fail("prints", "một nội dung bị ghi hai lần.")
    for content, given in asked.items():
        if given and content not in section.prints:
            table.fail("prints", f"thiếu “{content.value}”: mục này có hỏi nội dung đó nhưng không in ra.")
        if not given and content in section.prints and content is not Content.NARRATIVE:
            table.fail("prints", f"“{content.value}”: mục này không có nội dung nào thuộc loại đó.")
    table.finish()
    return section


def _content(table: TomlTable, name: str) -> Content:
    try:
        return Content(name)
    except ValueError:
        table.fail("prints", f"“{name}” không dùng được. Chọn trong: {', '.join(Content)}.")


def _figure(table: TomlTable, section: str) -> Figure:
    figure = Figure(table.key(), section, _field(table))
    if figure.field.kind in (Kind.CHOICE, Kind.CHOICES) and not figure.field.options:
        table.fail("options", "thiếu khóa này. Ghi các lựa chọn.")
    table.finish()
    return figure


def _item(table: TomlTable, section: str) -> Item:
    item = Item(table.key(), section, table.text("label"), table.flag("required", True), table.text("hint", ""))
    table.finish()
    return item


def _row(table: TomlTable, section: str) -> ResultRow:
    group = table.flag("group", False)
    row = ResultRow(
        key=table.key(),
        section=section,
        marker=table.text("marker", ""),
        label=table.text("label"),
        group=group,
        under=table.text("under", ""),
        required=table.flag("required", not group),
    )
    table.finish()
    return row


def _group(table: TomlTable, section: str) -> Group:
    group = Group(table.key(), section, table.text("label"), table.flag("required", True))
    table.finish()
    return group


def _indicator(table: TomlTable, section: str) -> Indicator:
    label = table.text("label")
    value = table.optional_table("value")
    computed = table.text("computed", "")
    indicator = Indicator(
        key=table.key(),
        section=section,
        label=label,
        value=_indicator_value(value.with_default("label", label)) if value else None,
        computed=computed,
        unit=table.text("unit", "") if computed else "",
        required=table.flag("required", True),
        narrative_required=table.flag("narrative_required", value is None and not computed),
        paragraphs=table.texts("paragraphs", []),
        hint=table.text("hint", ""),
    )
    if indicator.computed and indicator.computed not in TOTAL_LINKS:
        table.fail("computed", f"chỉ nhận một trong: {', '.join(TOTAL_LINKS)}.")
    if indicator.computed and indicator.value:
        table.fail("computed", "một chỉ số không thể vừa tính tự động vừa nhập tay. Bỏ bảng value.")
    table.finish()
    return indicator


def _indicator_value(table: TomlTable) -> Field:
    field = _field(table)
    if not field.kind.is_number and field.kind is not Kind.TEXT:
        table.fail("kind", "giá trị của chỉ số phải là một số hoặc một dòng chữ.")
    table.finish()
    return field


def _screen(table: TomlTable) -> Screen:
    screen = Screen(table.key(), table.text("label"), table.texts("sections"))
    if not screen.sections:
        table.fail("sections", "đang để trống. Ghi các mục được nhập ở màn hình này.")
    table.finish()
    return screen


def _sum(table: TomlTable) -> SumRule:
    rule = SumRule(table.key("total"), table.texts("parts"))
    if len(rule.parts) < 2:
        table.fail("parts", "phải có ít nhất hai số liệu để cộng.")
    table.finish()
    return rule


def _records(
    table: TomlTable, sections: Iterable[Section], scales: dict[str, tuple[Option, ...]]
) -> dict[str, dict[str, Field]]:
    derived = {
        "section": tuple(Option(section.key, section.name) for section in sections),
        "category": tuple(Option(row.key, row.label) for section in sections for row in section.rows if not row.group),
    }
    records: dict[str, dict[str, Field]] = {}
    for record, kinds in RECORDS.items():
        words = table.table(record)
        fields = records[record] = {}
        for key, kind in kinds.items():
            row = words.table(key)
            if (record, key) in DERIVED_OPTIONS:
                if row.has("options"):
                    row.fail("options", "bỏ khóa này: các lựa chọn lấy từ chính biểu mẫu.")
                field = _field(row, kind)._replace(options=derived[key])
            elif kind is Kind.CHOICE and not row.has("options"):
                if not row.has("scale"):
                    row.fail("options", "thiếu khóa này. Ghi các lựa chọn, hoặc tên một thang.")
                scale = row.key("scale")
                if scale not in scales:
                    row.fail("scale", f"không có thang “{scale}”.")
                field = _field(row, kind)._replace(options=scales[scale])
            else:
                field = _field(row, kind)
            row.finish()
            fields[key] = field
        words.finish()
    table.finish()
    return records
