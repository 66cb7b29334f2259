"""A form's TOML → Form. Unknown or missing keys, duplicates and dangling links raise FormProblem with their place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.appendices import read_appendices
from tthtcd_tui.forms.consistency import Consistency
from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.forms.kinds.results import Results
from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.model import (
    Field,
    FieldType,
    Form,
    FormAppendix,
    FormRule,
    FormSignature,
    Marker,
    Noun,
    Option,
    Part,
    ResultsTable,
    Screen,
    Section,
    SumRule,
)
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.forms.records import DERIVED_OPTIONS, RECORDS, UNWORDED
from tthtcd_tui.forms.rules import check_rules, read_rules
from tthtcd_tui.forms.toml_table import TomlTable, parse_toml

_NUMBERINGS = ("roman", "arabic", "letter", "part", "point")
_POINT = "point"
_LEVELS = {
    2: "phải là 1 (phần) hoặc 2 (mục trong phần). Có cấp thứ ba thì “numbering” phải ghi ba kiểu đánh số.",
    3: "phải là 1 (phần), 2 (mục trong phần) hoặc 3 (mục nhỏ trong mục).",
}
"""What a level may be, by how many there are."""
_LARGEST_FILE = 1024 * 1024


def load_file(path: Path) -> Form:
    """A form from a file of the user's. Raises FileProblem, FormProblem."""
    try:
        text = read_bounded(path, _LARGEST_FILE).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormProblem(path.name, "", "", "tệp không phải chữ UTF-8. Lưu lại tệp với bảng mã UTF-8.") from None
    return worded(load(text, path.name), {})


def load(text: str, file: str) -> Form:
    """The form that `text` describes. `file` is only named in problems."""
    root = parse_toml(text, file)
    head, document, table = root.table("form"), root.table("document"), root.table("table")
    scales = _scales(root)
    numbering = _numbering(document)
    sections = tuple(_section(section, len(numbering)) for section in root.tables("section", required=True))
    appendices = read_appendices(root.tables("appendix"), sections)
    form = Form(
        key=head.key(dashes=True),
        version=head.whole("version"),
        name=head.text("name"),
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        document_type=document.text("type"),
        abstract=document.text("abstract"),
        end_mark=document.text("end_mark", ""),
        numbering=numbering,
        sections=sections,
        screens=tuple(_screen(screen) for screen in root.tables("screen", required=True)),
        records=_records(root.table("record"), sections, scales, appendices),
        table=ResultsTable(
            marker_title=table.text("marker_title"),
            label_title=table.text("label_title"),
            total_label=table.text("total_label"),
        ),
        nouns=tuple(_noun(row) for row in root.tables("noun")),
        follows=document.flag("follows", False),
        sums=tuple(_sum(row) for row in root.tables("sum")),
        rules=read_rules(root),
        appendices=appendices,
        signatures=tuple(_signature(row) for row in root.tables("signature")),
    )
    for done in (head, document, table, root):
        done.finish()
    Consistency(form, file).check()
    return form


def load_rules(text: str, file: str, form: Form) -> tuple[FormRule, ...]:
    """The rules in `text`, a file of nothing but `[[rule]]` tables, for `form`."""
    root = parse_toml(text, file)
    rules = read_rules(root)
    root.finish()
    check_rules(rules, form, file)
    return rules


def _scales(root: TomlTable) -> dict[str, tuple[Option, ...]]:
    scales: dict[str, tuple[Option, ...]] = {}
    for table in root.tables("scale"):
        key = table.key()
        if key in scales:
            table.fail("key", f"“{key}” bị ghi hai lần.")
        scales[key] = table.options()
        table.finish()
    return scales


def _numbering(document: TomlTable) -> tuple[str, ...]:
    """How each level of headings counts; small letters, which stand for points, the third alone."""
    numbering = document.texts("numbering")
    if len(numbering) not in _LEVELS or any(style not in _NUMBERINGS for style in numbering):
        document.fail("numbering", f"phải gồm hai hoặc ba kiểu đánh số, chọn trong: {', '.join(_NUMBERINGS)}.")
    if _POINT in numbering[:2]:
        document.fail("numbering", f"“{_POINT}” chỉ dùng cho cấp thứ ba.")
    return numbering


def _section(table: TomlTable, levels: int) -> Section:
    key = table.key()
    level = table.whole("level")
    if not 1 <= level <= levels:
        table.fail("level", _LEVELS[levels])
    title = table.text("title")
    prints = tuple(_printed(table, name) for name in table.texts("prints", []))
    marker = Marker(table.choice("marker", [marker.value for marker in Marker], Marker.NONE.value))
    if len(set(prints)) < len(prints):
        table.fail("prints", "một nội dung bị ghi hai lần.")
    parts = [part for schema in SCHEMAS if (part := _part(table, schema, key, prints)) is not None]
    table.finish()
    return Section(key, title, level, prints, marker, tuple(parts))


def _part(table: TomlTable, schema: Schema, section: str, prints: tuple[str, ...]) -> Part | None:
    """The section's part of one kind of content. Raises FormProblem where it is not among what the section prints."""
    part = schema.parse(table, section)
    if part is not None and schema.is_printed and schema.name not in prints:
        table.fail("prints", f"thiếu “{schema.name}”: mục này có hỏi nội dung đó nhưng không in ra.")
    if part is None and schema.needs_part and schema.name in prints:
        table.fail("prints", f"“{schema.name}”: mục này không có nội dung nào thuộc loại đó.")
    return part


def _printed(table: TomlTable, name: str) -> str:
    """The name of a kind of content that can be printed."""
    known = [schema.name for schema in SCHEMAS if schema.is_printed]
    if name not in known:
        table.fail("prints", f"“{name}” không dùng được. Chọn trong: {', '.join(known)}.")
    return known[known.index(name)]


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


def _signature(table: TomlTable) -> FormSignature:
    signature = FormSignature(table.text("title"), table.key("names"), table.whole("least", 1))
    if signature.title != signature.title.upper():
        table.fail("title", "phải viết in hoa, như THƯ KÝ.")
    if not signature.least:
        table.fail("least", "phải có ít nhất một người ký.")
    table.finish()
    return signature


def _noun(table: TomlTable) -> Noun:
    noun = Noun(table.key("link"), table.key("figure"), table.text("unsaid"))
    table.finish()
    return noun


def _records(
    table: TomlTable,
    sections: Sequence[Section],
    scales: Mapping[str, tuple[Option, ...]],
    appendices: Iterable[FormAppendix],
) -> dict[str, dict[str, Field]]:
    derived = {
        "appendices": tuple(Option(appendix.key, appendix.label) for appendix in appendices),
        "section": tuple(Option(section.key, section.name) for section in sections),
        "category": tuple(
            Option(row.key, row.label)
            for section in sections
            if (part := section.part(Results))
            for row in part.rows
            if not row.group
        ),
    }
    asked = {name for section in sections for name in section.prints}
    wanted = dict(RECORDS)
    for schema in SCHEMAS:
        if schema.name in asked:
            wanted |= schema.records
    records: dict[str, dict[str, Field]] = {}
    for record, kinds in wanted.items():
        is_spoken_of = table.has(record) or any((record, key) not in UNWORDED for key in kinds)
        words = table.table(record) if is_spoken_of else TomlTable(table.file, f"{table.name}.{record}", {})
        records[record] = {}
        for key, kind in kinds.items():
            options = derived[key] if (record, key) in DERIVED_OPTIONS else None
            usual = UNWORDED.get((record, key))
            if usual is None or words.has(key):
                records[record][key] = _record_field(words.table(key), kind, options, scales)
            else:
                records[record][key] = usual if options is None else usual._replace(options=options)
        words.finish()
    table.finish()
    return records


def _record_field(
    row: TomlTable, kind: FieldType, derived: tuple[Option, ...] | None, scales: Mapping[str, tuple[Option, ...]]
) -> Field:
    if derived is not None:
        if row.has("options"):
            row.fail("options", "bỏ khóa này: các lựa chọn lấy từ chính biểu mẫu.")
        field = row.field(kind)._replace(options=derived)
    elif kind is FieldType.CHOICE and not row.has("options"):
        field = row.field(kind)._replace(options=_scale(row, scales))
    else:
        field = row.field(kind)
    row.finish()
    return field


def _scale(row: TomlTable, scales: Mapping[str, tuple[Option, ...]]) -> tuple[Option, ...]:
    if not row.has("scale"):
        row.fail("options", "thiếu khóa này. Ghi các lựa chọn, hoặc tên một thang.")
    scale = row.key("scale")
    if scale not in scales:
        row.fail("scale", f"không có thang “{scale}”.")
    return scales[scale]
