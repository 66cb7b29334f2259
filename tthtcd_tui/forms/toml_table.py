"""A TOML table read key by key, so that a misspelt key, a missing label or a wrong type is named with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NoReturn

from tthtcd_tui.errors import FormProblem, TextProblem
from tthtcd_tui.forms.clauses import Clause, Join, Paragraph, Phrase, links_of
from tthtcd_tui.forms.model import Field, FieldType, Option
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.problem import quoted

_KEY = re.compile(r"[a-z](?:[a-z0-9_]{0,38}[a-z0-9])?", re.ASCII)
_HEADER = re.compile(r"\s*\[\[?\s*([^\]#]+?)\s*\]\]?")
_ERROR_LINE = re.compile(r"\(at line (\d+)")
_LONGEST_SHOWN = 80


class TomlTable:
    """One table of a file. Each reader takes its key away; `finish` refuses what nobody asked for."""

    def __init__(self, file: str, name: str, data: dict[str, Any]) -> None:
        self.file = file
        self.name = name
        self._data = dict(data)

    def fail(self, key: str, message: str) -> NoReturn:
        raise FormProblem(self.file, self.name, key, message)

    def has(self, key: str) -> bool:
        return key in self._data

    def with_default(self, key: str, value: str) -> TomlTable:
        """The same table, with `value` under `key` where the file gives none."""
        return TomlTable(self.file, self.name, {key: value, **self._data})

    def finish(self) -> None:
        for key in self._data:
            self.fail(key, "khóa này không có trong biểu mẫu. Kiểm tra lại chính tả, hoặc bỏ nó đi.")

    def text(self, key: str, default: str | None = None, lines: bool = False) -> str:
        """A text that says something; `default` where the key is absent, refused if there is none.

        One line without spaces at its ends, unless `lines` are asked for.
        """
        value = self._take(key, str, "một chuỗi chữ", default)
        try:
            cleaned = clean(value)
        except TextProblem as problem:
            self.fail(key, problem.message)
        if cleaned != value:
            self.fail(key, "có ký tự điều khiển hoặc chữ chưa dựng sẵn (NFC). Gõ lại chuỗi này.")
        if default is None and not cleaned.strip():
            self.fail(key, "đang để trống. Ghi nội dung cho khóa này.")
        if cleaned != cleaned.strip():
            self.fail(key, "thừa khoảng trắng ở đầu hoặc cuối. Xóa khoảng trắng đó.")
        if not lines and ("\n" in cleaned or "\t" in cleaned):
            self.fail(key, "có dấu xuống dòng hoặc dấu tab. Viết trên một dòng.")
        return cleaned

    def key(self, key: str = "key", dashes: bool = False) -> str:
        """A stable name: lower-case ASCII letters, digits, underscores; `dashes` too where no link is made of it."""
        value = self.text(key)
        if not _KEY.fullmatch(value.replace("-", "_") if dashes else value):
            self.fail(
                key,
                f"{quoted(value)} không dùng làm tên được. Bắt đầu bằng một chữ, chỉ dùng chữ thường không dấu, chữ số"
                " và dấu gạch dưới ở giữa, nhiều nhất 40 ký tự.",
            )
        return value

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in (choices := list(allowed)):
            self.fail(key, f"{quoted(value)} không dùng được. Chọn một trong: {', '.join(choices)}.")
        return value

    def flag(self, key: str, default: bool) -> bool:
        return bool(self._take(key, bool, "true hoặc false", default))

    def whole(self, key: str, default: int | None = None) -> int:
        value = self._take(key, int, "một số nguyên", default)
        if isinstance(value, bool) or value < 0:
            self.fail(key, "phải là một số nguyên từ 0 trở lên.")
        return int(value)

    def number(self, key: str) -> Decimal:
        """A number, whole or not, 0 or more."""
        return self._number(key, self._take(key, (int, float), "một con số", None))

    def items(self, key: str) -> list[str | Decimal]:
        """A list, at least one long, of texts and numbers."""
        values = self._take(key, list, "một danh sách", None)
        if not values:
            self.fail(key, "đang để trống. Ghi ít nhất một mục.")
        return [self._item(f"{key}[{n}]", value) for n, value in enumerate(values, 1)]

    def _item(self, key: str, value: object) -> str | Decimal:
        if isinstance(value, str):
            return TomlTable(self.file, self.name, {key: value}).text(key)
        if not isinstance(value, (int, float)):
            self.fail(key, "phải là một chuỗi chữ hoặc một con số.")
        return self._number(key, value)

    def _number(self, key: str, value: float) -> Decimal:
        if isinstance(value, bool) or not 0 <= value < 10**15:
            self.fail(key, "phải là một con số từ 0 trở lên.")
        return Decimal(str(value))

    def texts(self, key: str, default: list[str] | None = None) -> tuple[str, ...]:
        values = self._take(key, list, "một danh sách chuỗi", default)
        rows = TomlTable(self.file, self.name, {f"{key}[{n}]": value for n, value in enumerate(values, 1)})
        return tuple(rows.text(name) for name in list(rows._data))

    def paragraphs(self, key: str = "paragraphs") -> tuple[Paragraph, ...]:
        """Texts, and lists of clauses; none where the key is absent."""
        values = self._take(key, list, "một danh sách đoạn văn", [])
        named = {f"{key}[{n}]": value for n, value in enumerate(values, 1)}
        rows = TomlTable(self.file, self.name, named)
        return tuple(
            _phrases(rows, name) if isinstance(value, list) else rows.text(name) for name, value in named.items()
        )

    def table(self, key: str) -> TomlTable:
        return TomlTable(self.file, self._child(key), self._take(key, dict, "một bảng", None))

    def optional_table(self, key: str) -> TomlTable | None:
        return self.table(key) if self.has(key) else None

    def tables(self, key: str, required: bool = False) -> list[TomlTable]:
        """An array of tables, each named after its own `key` where it has one."""
        values = self._take(key, list, "một dãy bảng [[…]]", None if required else [])
        if required and not values:
            self.fail(key, "đang để trống. Ghi ít nhất một bảng.")
        found = []
        for number, value in enumerate(values, 1):
            if not isinstance(value, dict):
                self.fail(key, "phải là một dãy bảng [[…]].")
            own = value.get("key")
            named = isinstance(own, str) and _KEY.fullmatch(own) is not None
            found.append(TomlTable(self.file, self._child(key, str(own if named else number)), value))
        return found

    # -- what stands in many tables of a form --------------------------------------------------------------------------

    def field(self, kind: FieldType | None = None) -> Field:
        """The attributes of a field; its kind too where the program does not say it."""
        if kind is None:
            # What a form asks stands in a sentence or a cell: paragraphs and lists are the program's own places.
            asked = (kind for kind in FieldType if kind not in (FieldType.LINES, FieldType.PARAGRAPHS))
            kind = FieldType(self.choice("kind", [kind.value for kind in asked]))
        choice = kind in (FieldType.CHOICE, FieldType.CHOICES)
        return Field(
            label=self.text("label"),
            kind=kind,
            unit=self.text("unit", ""),
            required=self.flag("required", False),
            qualified=self.flag("qualified", False) if kind.is_number else False,
            maximum=self._maximum(kind),
            options=self.options() if choice and self.has("options") else (),
            zero=self.text("zero", "0") if kind.is_number else "0",
            nil=self.text("nil", "không có"),
            not_applicable=self.text("not_applicable", "không áp dụng"),
            default=self.text("default", "", lines=True),
            hint=self.text("hint", ""),
            is_printed=self.flag("printed", False),
        )

    def options(self) -> tuple[Option, ...]:
        """The options of a choice or a scale, each once."""
        options: list[Option] = []
        for row in self.tables("options", required=True):
            option = Option(row.key(), row.text("label"), row.text("printed_label", ""))
            if any(option.key == other.key or option.label == other.label for other in options):
                row.fail("key", f"“{option.key}” bị ghi hai lần.")
            row.finish()
            options.append(option)
        return tuple(options)

    def _maximum(self, kind: FieldType) -> Decimal | None:
        if kind is FieldType.PERCENT:
            return Decimal(100)
        return Decimal(self.whole("maximum")) if kind.is_number and self.has("maximum") else None

    def _child(self, key: str, own: str = "") -> str:
        path = f"{self.name}.{key}" if self.name else key
        return f"{path}:{own}" if own else path

    def _take(self, key: str, kind: type | tuple[type, ...], wanted: str, default: Any) -> Any:
        if key not in self._data:
            if default is None:
                self.fail(key, f"thiếu khóa này. Ghi {wanted}.")
            return default
        value = self._data.pop(key)
        if not isinstance(value, kind):
            self.fail(key, f"phải là {wanted}.")
        return value


def _led(table: TomlTable, join: Join, instead: bool) -> Phrase:
    """A lead, whose clauses follow."""
    phrase = Phrase(
        (),
        table.text("lead"),
        join,
        table.flag("list", False),
        table.text("has", ""),
        table.text("lacks", ""),
        table.text("one", ""),
        _needs(table),
        instead,
    )
    for key, other in (("has", phrase.lacks), ("lacks", phrase.has)):
        if other and not getattr(phrase, key):
            table.fail(key, "thiếu khóa này: “has” và “lacks” đi với nhau.")
    if phrase.has and not phrase.is_list:
        table.fail("has", "chỉ dùng cùng “list = true”.")
    return phrase


def _needs(table: TomlTable) -> tuple[str, ...]:
    """Names of links that a clause asks about and does not print."""
    names = table.texts("needs", [])
    for name in names:
        if list(links_of(f"{{{name}}}")) != [name]:
            table.fail("needs", f"{quoted(name)} không phải tên một liên kết. Ghi tên, không có dấu ngoặc nhọn.")
    return names


def _is_instead(table: TomlTable, join: Join, phrases: Sequence[Phrase]) -> bool:
    if table.has("instead") and (not phrases or not (join is Join.SENTENCE or table.has("lead"))):
        table.fail("instead", "chỉ dùng cho vế mở đầu một câu, sau một câu khác.")
    return table.flag("instead", False)


def _phrases(rows: TomlTable, name: str) -> tuple[Phrase, ...]:
    """A paragraph given as a list of clauses: a lead opens a phrase, and so does a clause that begins a sentence."""
    phrases: list[Phrase] = []
    for value in rows._take(name, list, "một danh sách vế câu", None):
        table = TomlTable(rows.file, f"{rows.name}.clause", value if isinstance(value, dict) else {"text": value})
        join = Join(
            table.choice("join", list(Join), Join.COMMA if phrases and not table.has("lead") else Join.SENTENCE)
        )
        instead = _is_instead(table, join, phrases)
        if table.has("lead"):
            phrases.append(_led(table, join, instead))
        else:
            texts = (table.text("text"), table.text("nil", ""), table.text("not_applicable", ""))
            clause = Clause(*texts, join, table.text("one", ""), _needs(table))
            if join is Join.SENTENCE:
                phrases.append(Phrase((), instead=instead))
            last = phrases[-1]
            phrases[-1] = last._replace(clauses=(*last.clauses, clause))
        table.finish()
    for phrase in phrases:
        if not phrase.clauses:
            rows.fail(name, f"sau “{phrase.lead}” chưa có vế câu nào.")
    if not phrases:
        rows.fail(name, "đang để trống. Ghi các vế câu, hoặc bỏ đoạn văn này.")
    return tuple(phrases)


def parse_toml(text: str, file: str) -> TomlTable:
    """The root table of `text`; a syntax error or a key given twice is a FormProblem that names table and key."""
    try:
        return TomlTable(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_problem(text, file, str(error)) from None
    except (RecursionError, ValueError):  # brackets in brackets without end, a number of thousands of digits
        raise FormProblem(file, "", "", "tệp không phải TOML của một biểu mẫu. Kiểm tra lại nội dung tệp.") from None


def _syntax_problem(text: str, file: str, reason: str) -> FormProblem:
    lines = text.split("\n")
    found = _ERROR_LINE.search(reason)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    short = (line.split("#")[0].rstrip() for line in lines[:number] if len(line) <= _LONGEST_SHOWN)
    headers = [match[1] for line in short if (match := _HEADER.fullmatch(line))]
    key, equals, _ = lines[number - 1].partition("=")
    what = "khóa hoặc bảng bị ghi hai lần" if "overwrite" in reason or "twice" in reason else "sai cú pháp TOML"
    advice = f"dòng {number}: {what}. Sửa dòng này rồi kiểm tra lại."
    return FormProblem(file, headers[-1] if headers else "", key.strip() if equals else "", advice)
