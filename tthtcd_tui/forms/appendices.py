"""The appendices the program can make, and how a form words them: title, citation, whether they go along.

A form need not speak of them: what it leaves out is worded as here, and goes along where somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.model import FormAppendix, Section
from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

LINK: Final = "{phu_luc}"
"""What stands in a citation for «Phụ lục II»."""
ACTIVITIES: Final = "activities"
EVIDENCE: Final = "evidence"
COMPARISON: Final = "comparison"


class _Words(NamedTuple):
    label: str
    title: str
    citation: str
    cited_with: str
    """The kind of content whose section cites it."""


_KNOWN: Final[Mapping[str, _Words]] = {
    ACTIVITIES: _Words(
        "Danh sách hoạt động",
        "Danh sách hoạt động {ky_bao_cao}",
        "Danh sách các hoạt động {ky_bao_cao}: kèm theo {phu_luc}.",
        "results",
    ),
    EVIDENCE: _Words(
        "Danh mục minh chứng",
        "Danh mục minh chứng",
        "Danh mục minh chứng: kèm theo {phu_luc}.",
        "",
    ),
    COMPARISON: _Words(
        "So sánh với các năm trước",
        "So sánh với các năm trước",
        "Số liệu so sánh với các năm trước: kèm theo {phu_luc}.",
        "",
    ),
}
"""In the order in which they are numbered, unless a form says otherwise."""


def known_appendices() -> list[tuple[str, str]]:
    """Key and usual name of every appendix."""
    return [(key, words.label) for key, words in _KNOWN.items()]


def read_appendices(tables: Sequence[TomlTable], sections: Sequence[Section]) -> tuple[FormAppendix, ...]:
    """Those the form words, in its order, then the others that the program can make."""
    worded = [_read(table, sections) for table in tables]
    keys = [appendix.key for appendix in worded]
    for table, key in zip(tables, keys, strict=True):
        if keys.count(key) > 1:
            table.fail("key", f"“{key}” bị ghi hai lần.")
    return (*worded, *(appendix for appendix in _usual(sections) if appendix.key not in keys))


def _usual(sections: Sequence[Section]) -> Iterator[FormAppendix]:
    for key, words in _KNOWN.items():
        home = next((section.key for section in sections if words.cited_with in section.prints), "")
        yield FormAppendix(key, words.label, words.title, words.citation, home, attached=False)


def _read(table: TomlTable, sections: Sequence[Section]) -> FormAppendix:
    usual = {appendix.key: appendix for appendix in _usual(sections)}[table.choice("key", _KNOWN)]
    appendix = FormAppendix(
        usual.key,
        table.text("label", usual.label),
        table.text("title", usual.title),
        table.text("citation", usual.citation),
        table.text("section", usual.section),
        table.flag("attached", False),
    )
    if appendix.section and appendix.section not in {section.key for section in sections}:
        table.fail("section", f"không có mục “{appendix.section}”.")
    if appendix.citation.count(LINK) != 1:
        table.fail("citation", f"phải nhắc đến phụ lục bằng {LINK}, đúng một lần.")
    table.finish()
    return appendix
