"""What only the whole form can tell: names used twice, links and references to nothing, defaults nobody could type."""

from __future__ import annotations

from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import NAME_LINKS, TOTAL_LINKS, Content, Form
from tthtcd_tui.forms.problem import FormProblem, Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.forms.records import DIRECTOR, STATUS_NOT_APPLICABLE
from tthtcd_tui.text.problem import quoted

MOST_SCREENS = 7


class Consistency:
    """Checks one form; the first fault is a FormProblem that says where."""

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
        self._links()
        self._defaults()
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

    def _sums(self) -> None:
        numbers = {key for key, figure in self.form.figures.items() if figure.field.kind.is_number}
        for number, rule in enumerate(self.form.sums, 1):
            names = (rule.total, *rule.parts)
            for name in names:
                key = "total" if name == rule.total else "parts"
                if name not in numbers:
                    self.fail(f"sum:{number}", key, f"{quoted(name)} không phải tên một số liệu kiểu số.")
                if names.count(name) > 1:
                    self.fail(f"sum:{number}", "parts", f"{quoted(name)} bị ghi hai lần.")

    def _links(self) -> None:
        texts = [("document", "abstract", self.form.abstract)]
        for section in self.form.sections:
            where = f"section:{section.key}"
            texts.append((where, "title", section.title))
            texts += [(where, "paragraphs", text) for text in section.paragraphs]
            for indicator in section.indicators:
                texts += [(f"{where}.indicator:{indicator.key}", "paragraphs", text) for text in indicator.paragraphs]
        for record, fields in self.form.records.items():
            for key, field in fields.items():
                texts.append((f"record.{record}.{key}", "default", field.default))
        for table, key, text in texts:
            for name in unknown_links(text, self.form.link_names):
                self.fail(table, key, f"liên kết “{{{name}}}” không trỏ tới số liệu nào.")

    def _defaults(self) -> None:
        fields = {
            f"record.{record}.{key}": field for record, own in self.form.records.items() for key, field in own.items()
        }
        for figure in self.form.figures.values():
            fields[f"section:{figure.section}.figure:{figure.key}"] = figure.field
        for indicator in self.form.indicators.values():
            if indicator.value:
                fields[f"section:{indicator.section}.indicator:{indicator.key}.value"] = indicator.value
        for where, field in fields.items():
            answer = read(field, field.default, self.form.link_names)
            if isinstance(answer, Problem):
                self.fail(where, "default", answer.message)

    def _needed_options(self) -> None:
        for record, key, option in (
            ("board", "role", DIRECTOR),
            ("checklist", "status", STATUS_NOT_APPLICABLE),
        ):
            if self.form.records[record][key].option(option) is None:
                self.fail(f"record.{record}.{key}", "options", f"thiếu lựa chọn “{option}”, chương trình cần đến.")
