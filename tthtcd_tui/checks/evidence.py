"""The register of evidence: documents that nothing cites, codes that no document has, documents without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.evidence import links
from tthtcd_tui.report.facts import EvidenceItem
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.problem import quoted

_WORDS_OF_A_SENTENCE: Final = 4


def evidence_uncited(context: Context) -> Iterator[Finding]:
    """A document that no item and no indicator cites; one carried over waits for its review first."""
    facts = context.facts
    cited = links(facts).of_uid if facts.evidence else {}
    for item in facts.evidence:
        place = Place.of(PlaceKind.EVIDENCE, item.uid)
        if item.code and item.uid not in cited and not facts.carried_from(place):
            yield warning(
                "evidence_uncited",
                Place.of(place, "code"),
                f"{_named(item)}: chưa nội dung hay chỉ số nào dẫn mã này."
                " Ghi mã vào ô minh chứng của nội dung, hoặc xóa khỏi danh mục.",
            )


def evidence_dangling(context: Context) -> Iterator[Finding]:
    """A code that looks like those of the register and is none of them."""
    for cited in links(context.facts).dangling if context.facts.evidence else ():
        yield warning(
            "evidence_dangling",
            cited.place,
            f"{label_at(context.form, cited.place)}: mã {quoted(cited.code)} không có trong danh mục minh chứng."
            " Sửa mã, hoặc thêm minh chứng ấy vào danh mục.",
        )


def evidence_unnamed(context: Context) -> Iterator[Finding]:
    """A document without a code or a name, or with a code that another has."""
    codes = Counter(item.code.casefold() for item in context.facts.evidence if item.code)
    for item in context.facts.evidence:
        place = Place.of(PlaceKind.EVIDENCE, item.uid)
        if not item.code:
            message = f"Minh chứng {quoted(item.title) if item.title else 'mới'}: chưa có mã. Ghi mã, ví dụ MC01."
            yield warning("evidence_unnamed", Place.of(place, "code"), message)
        elif codes[item.code.casefold()] > 1:
            message = f"{_named(item)}: minh chứng khác cũng mang mã này. Đổi một trong hai mã."
            yield warning("evidence_unnamed", Place.of(place, "code"), message)
        if not item.title:
            message = f"{_named(item)}: chưa có tên. Ghi tên văn bản, hồ sơ."
            yield warning("evidence_unnamed", Place.of(place, "title"), message)


def evidence_misplaced(context: Context) -> Iterator[Finding]:
    """What stands in the wrong cell of a document: a sentence as its code, a cupboard as its address in the net."""
    for item in context.facts.evidence:
        place = Place.of(PlaceKind.EVIDENCE, item.uid)
        if len(item.code.split()) >= _WORDS_OF_A_SENTENCE:
            message = f"Minh chứng: mã {quoted(item.code)} là cả một câu. Ghi mã ngắn, ví dụ MC01; câu ấy ghi vào tên."
            yield warning("evidence_misplaced", Place.of(place, "code"), message)
        address = context.facts.answers.get(Place.of(place, "address"))
        if isinstance(address, str) and "." not in address:
            message = f"{_named(item)}: {quoted(address)} không phải địa chỉ trên mạng. Nơi cất giữ ghi vào ô nơi lưu."
            yield warning("evidence_misplaced", Place.of(place, "address"), message)


def _named(item: EvidenceItem) -> str:
    return f"Minh chứng {item.code or quoted(item.title)}"
