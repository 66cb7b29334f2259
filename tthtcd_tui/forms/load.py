"""A form's TOML → Form. What is unknown, missing, given twice or linked to nothing is a FormProblem that says where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import (
    NAME_LINKS,
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
)
from tthtcd_tui.forms.problem import FormProblem
from tthtcd_tui.forms.records import DERIVED_OPTIONS, DIRECTOR, RECORDS, STATUS_NOT_APPLICABLE
from tthtcd_tui.forms.toml_table import TomlTable, parse_toml

SHIPPED = Path(__file__).with_name("tu-danh-gia.toml")
MOST_SCREENS = 7
_NUMBERINGS = ("roman", "arabic", "letter", "part")
_LARGEST_FILE = 1_000_000


def load_shipped() -> Form:
    """The form of the yearly self-evaluation that comes with the program."""
    return load(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)


def load_file(path: Path) -> Form:
    """A form from a file of the user's."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise FormProblem(path.name, "", "", "tệp lớn hơn 1 MB, không phải tệp biểu mẫu.")
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise FormProblem(path.name, "", "", "tệp không phải chữ UTF-8. Lưu lại tệp với bảng mã UTF-8.") from None
    except OSError:
        raise FormProblem(path.name, "", "", "không đọc được tệp. Kiểm tra tên tệp và quyền đọc.") from None
    return load(text, path.name)


def load(text: str, file: str) -> Form:
    """The form that `text` describes. `file` is only named in problems."""
    root = parse_toml(text, file)
    head, document, table = root.table("form"), root.table("document"), root.table("table")
    scales = {scale.key: scale for scale in map(_scale, root.tables("scale"))}
    sections = tuple(_section(section) for section in root.tables("section", required=True))
    numbering = document.texts("numbering")
    if len(numbering) != 2 or any(style not in _NUMBERINGS for style in numbering):
        document.fail("numbering", f"phải gồm hai kiểu đánh số, chọn trong: {', '.join(_NUMBERINGS)}.")
    form = Form(
        key=head.text("key"),
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
    )
    for done in (head, document, table, root):
        done.finish()
    _Checker(form, file).check()
    return form


@dataclass(frozen=True, slots=True)
class _Scale:
    key: str
    options: tuple[Option, ...]


def _scale(table: TomlTable) -> _Scale:
    scale = _Scale(table.key(), _options(table))
    table.finish()
    return scale


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
        kind = Kind(table.choice("kind", [kind.value for kind in Kind]))
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
        default=table.text("default", ""),
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
    if figure.field.kind in (Kind.PARAGRAPHS, Kind.LINES):
        table.fail("kind", "số liệu đứng trong câu, nên không nhận nhiều dòng.")
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
    table.finish()
    return screen


def _records(table: TomlTable, sections: Iterable[Section], scales: dict[str, _Scale]) -> dict[str, dict[str, Field]]:
    derived = {
        "section": tuple(Option(section.key, section.title) for section in sections),
        "category": tuple(Option(row.key, row.label) for section in sections for row in section.rows if not row.group),
    }
    records: dict[str, dict[str, Field]] = {}
    for record, kinds in RECORDS.items():
        words = table.table(record)
        fields = records[record] = {}
        for key, kind in kinds.items():
            row = words.table(key)
            scale = row.key("scale") if row.has("scale") else ""
            field = _field(row, kind)
            if (record, key) in DERIVED_OPTIONS:
                field = replace(field, options=derived[key])
            elif scale:
                if scale not in scales:
                    row.fail("scale", f"không có thang “{scale}”.")
                field = replace(field, options=scales[scale].options)
            if kind is Kind.CHOICE and not field.options and key not in derived:
                row.fail("options", "thiếu khóa này. Ghi các lựa chọn, hoặc tên một thang.")
            row.finish()
            fields[key] = field
        words.finish()
    table.finish()
    return records


class _Checker:
    """What only the whole form can tell: names used twice, links and references to nothing."""

    def __init__(self, form: Form, file: str) -> None:
        self.form = form
        self.file = file

    def fail(self, table: str, key: str, message: str) -> None:
        raise FormProblem(self.file, table, key, message)

    def check(self) -> None:
        self._keys()
        self._sections()
        self._rows()
        self._screens()
        self._links()
        self._needed_options()

    def _keys(self) -> None:
        seen: dict[str, str] = dict.fromkeys((*NAME_LINKS, *TOTAL_LINKS), "tên có sẵn")
        for section in self.form.sections:
            entries = (
                [("figure", figure.key) for figure in section.figures]
                + [("row", row.key) for row in section.rows]
                + [("indicator", indicator.key) for indicator in section.indicators]
            )
            for kind, key in entries:
                if key in seen:
                    self.fail(f"section:{section.key}.{kind}:{key}", "key", f"“{key}” đã dùng ở: {seen[key]}.")
                seen[key] = f"section:{section.key}.{kind}"
        for kind, keys in (
            ("section", [section.key for section in self.form.sections]),
            ("item", [item.key for section in self.form.sections for item in section.items]),
            ("group", [group.key for section in self.form.sections for group in section.groups]),
            ("screen", [screen.key for screen in self.form.screens]),
        ):
            for key in keys:
                if keys.count(key) > 1:
                    self.fail(f"{kind}:{key}", "key", f"“{key}” bị ghi hai lần.")

    def _sections(self) -> None:
        if self.form.sections[0].level != 1:
            self.fail(f"section:{self.form.sections[0].key}", "level", "mục đầu tiên phải là một phần (level = 1).")
        for content in (Content.RESULTS, Content.BOARD):
            holders = [section.key for section in self.form.sections if content in section.prints]
            if len(holders) > 1:
                self.fail(f"section:{holders[1]}", "prints", f"“{content.value}” chỉ được in một lần trong báo cáo.")

    def _rows(self) -> None:
        for section in self.form.sections:
            group = ""
            for row in section.rows:
                where = f"section:{section.key}.row:{row.key}"
                if row.group:
                    group = row.key
                    if row.under or row.required:
                        self.fail(where, "group", "dòng tiêu đề không có số, không thuộc dòng khác, không bắt buộc.")
                elif row.under and row.under != group:
                    self.fail(where, "under", f"“{row.under}” không phải dòng tiêu đề ngay phía trên.")
                elif not row.under:
                    group = ""

    def _screens(self) -> None:
        if len(self.form.screens) > MOST_SCREENS:
            self.fail("screen", "", f"có {len(self.form.screens)} màn hình; nhiều nhất là {MOST_SCREENS}.")
        shown = [key for screen in self.form.screens for key in screen.sections]
        for screen in self.form.screens:
            for key in screen.sections:
                if key not in self.form.section_by_key:
                    self.fail(f"screen:{screen.key}", "sections", f"không có mục “{key}”.")
                if shown.count(key) > 1:
                    self.fail(f"screen:{screen.key}", "sections", f"mục “{key}” được xếp hai lần.")
        for section in self.form.sections:
            if (section.prints or section.figures) and section.key not in shown:
                self.fail(f"section:{section.key}", "key", "mục này chưa được xếp vào màn hình nào.")

    def _links(self) -> None:
        texts = [("document", "abstract", self.form.abstract)]
        for section in self.form.sections:
            where = f"section:{section.key}"
            texts.append((where, "title", section.title))
            texts += [(where, "paragraphs", text) for text in section.paragraphs]
            for indicator in section.indicators:
                texts += [(f"{where}.indicator:{indicator.key}", "paragraphs", text) for text in indicator.paragraphs]
        for record, fields in self.form.records.items():
            texts += [(f"record.{record}.{key}", "default", field.default) for key, field in fields.items()]
        for table, key, text in texts:
            for name in unknown_links(text, self.form.link_names):
                self.fail(table, key, f"liên kết “{{{name}}}” không trỏ tới số liệu nào.")

    def _needed_options(self) -> None:
        for record, key, option in (
            ("board", "role", DIRECTOR),
            ("checklist", "status", STATUS_NOT_APPLICABLE),
        ):
            if self.form.records[record][key].option(option) is None:
                self.fail(f"record.{record}.{key}", "options", f"thiếu lựa chọn “{option}”, chương trình cần đến.")
