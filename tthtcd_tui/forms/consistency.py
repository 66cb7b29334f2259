"""Checks across a whole form: duplicate names, links and references to nothing, defaults nobody could type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.appendices import LINK
from tthtcd_tui.forms.clauses import beginnings, texts_of
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.registry import SCHEMAS
from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import NAME_LINKS, TOTAL_LINKS, Entry, Field, FieldType, Form, Section
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.forms.rules import check_rules
from tthtcd_tui.text.problem import quoted

MOST_SCREENS = 7
_CAPITAL = "{ten_trung_tam}"
"""The only link that may begin a sentence: an official name begins with a capital."""


class Consistency:
    """Checks one form; raises FormProblem for the first fault, with its table and key."""

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
        self._sums()
        self._nouns()
        self._signatures()
        check_rules(self.form.rules, self.form, self.file)
        self._links()
        self._clauses()
        self._defaults()
        self._needed_options()

    def _entries(self) -> Iterator[tuple[Section, Entry]]:
        for section in self.form.sections:
            for part in section.parts:
                for entry in part.entries():
                    yield section, entry

    def _keys(self) -> None:
        named: dict[str, str] = dict.fromkeys((*NAME_LINKS, *TOTAL_LINKS), "tên có sẵn")
        named |= {noun.link: f"noun:{noun.link}" for noun in self.form.nouns if noun.link != noun.figure}
        others: dict[str, list[str]] = {"section": [section.key for section in self.form.sections]}
        for section, entry in self._entries():
            if entry.is_linkable:
                if entry.key in named:
                    self.fail(_where(section, entry), "key", f"“{entry.key}” đã dùng ở: {named[entry.key]}.")
                named[entry.key] = f"section:{section.key}.{entry.table}"
            elif entry.table:
                others.setdefault(entry.table, []).append(entry.key)
        others["screen"] = [screen.key for screen in self.form.screens]
        for table, keys in others.items():
            for key in keys:
                if keys.count(key) > 1:
                    self.fail(f"{table}:{key}", "key", f"“{key}” bị ghi hai lần.")

    def _sections(self) -> None:
        if self.form.sections[0].level != 1:
            self.fail(f"section:{self.form.sections[0].key}", "level", "mục đầu tiên phải là một phần (level = 1).")
        for above, section in pairwise(self.form.sections):
            if section.level > above.level + 1:
                self.fail(f"section:{section.key}", "level", "mục cấp 3 phải nằm trong một mục cấp 2 ở phía trên.")
        for schema in SCHEMAS:
            holders = [section.key for section in self.form.sections if schema.name in section.prints]
            if schema.is_single and len(holders) > 1:
                self.fail(f"section:{holders[1]}", "prints", f"“{schema.name}” chỉ được in một lần trong báo cáo.")

    def _rows(self) -> None:
        for section in self.form.sections:
            for part in section.parts:
                for schema in SCHEMAS:
                    for fault in schema.faults(part):
                        self.fail(f"section:{section.key}.{fault.table}", fault.key, fault.message)

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
            if (section.prints or section.parts) and section.key not in shown:
                self.fail(f"section:{section.key}", "key", "mục này chưa được xếp vào màn hình nào.")

    def _sums(self) -> None:
        numbers = {key for key, figure in figures_of(self.form).items() if figure.field.kind.is_number}
        for number, rule in enumerate(self.form.sums, 1):
            names = (rule.total, *rule.parts)
            for name in names:
                key = "total" if name == rule.total else "parts"
                if name not in numbers:
                    self.fail(f"sum:{number}", key, f"{quoted(name)} không phải tên một số liệu kiểu số.")
                if names.count(name) > 1:
                    self.fail(f"sum:{number}", "parts", f"{quoted(name)} bị ghi hai lần.")

    def _signatures(self) -> None:
        figures = figures_of(self.form)
        for number, signature in enumerate(self.form.signatures, 1):
            figure = figures.get(signature.figure)
            if figure is None or figure.field.kind is not FieldType.TEXT:
                words = f"{quoted(signature.figure)} không phải tên một số liệu kiểu chữ (kind = “text”)."
                self.fail(f"signature:{number}", "names", words)

    def _nouns(self) -> None:
        figures = figures_of(self.form)
        for noun in self.form.nouns:
            figure = figures.get(noun.figure)
            if figure is None or figure.field.kind is not FieldType.CHOICE:
                self.fail(f"noun:{noun.link}", "figure", f"{quoted(noun.figure)} không phải một số liệu kiểu choice.")

    def _clauses(self) -> None:
        """Sentences must begin with a word of the form, so that they begin with a capital whatever is answered."""
        for section, entry in self._entries():
            for paragraph in entry.texts:
                if not (self.form.follows or isinstance(paragraph, str)):
                    self.fail(_where(section, entry), "paragraphs", "vế câu chỉ dùng được khi [document] có follows.")
                for words in beginnings(paragraph):
                    if words.startswith("{") and not words.startswith(_CAPITAL):
                        self.fail(_where(section, entry), "paragraphs", f"câu mở đầu bằng liên kết: {quoted(words)}.")

    def _links(self) -> None:
        texts = [("document", "abstract", self.form.abstract)]
        texts += [(f"section:{section.key}", "title", section.title) for section in self.form.sections]
        texts += [
            (_where(section, entry), "paragraphs", text)
            for section, entry in self._entries()
            for paragraph in entry.texts
            for text in texts_of(paragraph)
        ]
        for appendix in self.form.appendices:
            where = f"appendix:{appendix.key}"
            texts += [(where, "title", appendix.title), (where, "citation", appendix.citation.replace(LINK, ""))]
        for record, fields in self.form.records.items():
            for key, field in fields.items():
                texts.append((f"record.{record}.{key}", "default", field.default))
        for table, key, text in texts:
            for name in unknown_links(text, self.form.link_names):
                self.fail(table, key, f"liên kết “{{{name}}}” không trỏ tới số liệu nào.")

    def _defaults(self) -> None:
        fields: dict[str, Field] = {
            f"record.{record}.{key}": field for record, own in self.form.records.items() for key, field in own.items()
        }
        for section, entry in self._entries():
            for table, field in entry.fields:
                fields[".".join(filter(None, (_where(section, entry), table)))] = field
        for where, field in fields.items():
            answer = read(field, field.default, self.form.link_names)
            if isinstance(answer, Problem):
                self.fail(where, "default", answer.message)

    def _needed_options(self) -> None:
        needed = [each for schema in SCHEMAS for each in schema.needed_options if each[0] in self.form.records]
        for record, key, option in needed:
            if self.form.records[record][key].option(option) is None:
                self.fail(f"record.{record}.{key}", "options", f"thiếu lựa chọn “{option}”, chương trình cần đến.")


def _where(section: Section, entry: Entry) -> str:
    """The table that describes an entry; what has no table of its own stands in its section's."""
    return f"section:{section.key}" + (f".{entry.table}:{entry.key}" if entry.table else "")
