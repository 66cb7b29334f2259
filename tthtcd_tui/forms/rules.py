"""`[[rule]]` tables of a TOML → FormRules: a closed set of kinds, no expressions. What is anything else is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.applicable_rules import EACH, is_known
from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import ANY_ROW, RULE_LINKS, Form, FormRule, Operand, RuleKind, RuleLevel
from tthtcd_tui.forms.toml_table import TomlTable
from tthtcd_tui.text.problem import quoted

LAST_YEAR: Final = "last_year:"

_LONGEST_SENTENCE: Final = 120
_BOUNDED: Final = frozenset({RuleKind.RANGE, RuleKind.RATIO, RuleKind.CHANGE, RuleKind.PER})
_COMPARED: Final = frozenset({RuleKind.RATIO, RuleKind.AT_MOST, RuleKind.SUM, RuleKind.PER})


def read_rules(root: TomlTable) -> tuple[FormRule, ...]:
    """The `[[rule]]` tables of a file."""
    rules = tuple(_rule(table) for table in root.tables("rule"))
    keys = [rule.key for rule in rules]
    for key in keys:
        if keys.count(key) > 1:
            raise FormProblem(root.file, f"rule:{key}", "key", f"{quoted(key)} bị ghi hai lần.")
    return rules


def _rule(table: TomlTable) -> FormRule:
    key = table.key()
    kind = RuleKind(table.choice("kind", list(RuleKind)))
    rule = FormRule(
        key=key,
        kind=kind,
        of=tuple(_operands(table, "of")),
        to=tuple(_operands(table, "to")) if kind in _COMPARED else (),
        least=table.number("least") if kind in _BOUNDED and table.has("least") else None,
        most=table.number("most") if kind in _BOUNDED and table.has("most") else None,
        size=table.number("size") if kind is RuleKind.CHANGE and table.has("size") else Decimal(0),
        zero_ok=table.flag("zero_ok", False),
        unit=table.text("unit", ""),
        level=RuleLevel(table.choice("level", list(RuleLevel), RuleLevel.WARNING)),
        sentence=_sentence(table, "sentence"),
        advice=_sentence(table, "advice"),
    )
    _check_shape(table, rule)
    table.finish()
    return rule


def _sentence(table: TomlTable, key: str) -> str:
    said = table.text(key, "")
    if said and not said.endswith("."):
        table.fail(key, "phải là câu, kết thúc bằng dấu chấm.")
    if len(said) > _LONGEST_SENTENCE:
        table.fail(key, f"dài {len(said)} ký tự. Rút còn nhiều nhất {_LONGEST_SENTENCE}.")
    return said


def _operands(table: TomlTable, key: str) -> Iterator[Operand]:
    for value in table.items(key):
        if isinstance(value, str):
            place = value.removeprefix(LAST_YEAR)
            yield Operand(place, None, place != value)
        else:
            yield Operand("", value)


def _check_shape(table: TomlTable, rule: FormRule) -> None:
    if any(not operand.place for operand in rule.of):
        table.fail("of", "phải là chỗ có số trong báo cáo. Hằng số chỉ đứng ở “to”.")
    if rule.kind not in EACH and len(rule.of) > 1:
        table.fail("of", f"luật kiểu “{rule.kind}” chỉ xét một số. Tách thành nhiều luật.")
    if rule.kind is RuleKind.CHANGE and any(operand.last_year for operand in rule.of):
        table.fail("of", f"bỏ “{LAST_YEAR}”: luật kiểu “change” tự so với năm trước.")
    if rule.kind is RuleKind.SUM and len(rule.to) < 2:
        table.fail("to", "phải có ít nhất hai số để cộng.")
    if rule.kind is RuleKind.PER and len(rule.to) > 1:
        table.fail("to", "luật kiểu “per” chỉ chia cho một số.")
    if rule.kind in _BOUNDED and rule.least is None and rule.most is None:
        table.fail("least", "thiếu giới hạn. Ghi “least”, “most” hoặc cả hai.")
    if rule.least is not None and rule.most is not None and rule.least > rule.most:
        table.fail("least", "lớn hơn “most”. Đổi lại hai giới hạn.")
    _check_rows(table, rule)


def _check_rows(table: TomlTable, rule: FormRule) -> None:
    """`*` is the row that is judged: what it is held against has one only with it."""
    if any(ANY_ROW in operand.place for operand in rule.to) and not all(
        ANY_ROW in operand.place for operand in rule.of
    ):
        table.fail("to", f"“{ANY_ROW}” là dòng đang xét của bảng kết quả: ghi cả ở “of”, hoặc không ghi.")


def check_rules(rules: Iterable[FormRule], form: Form, file: str) -> None:
    """Raises FormProblem where one of `rules` reads what `form` does not ask, or links to nothing."""
    for rule in rules:
        where = f"rule:{rule.key}"
        for key, operands in (("of", rule.of), ("to", rule.to)):
            for operand in operands:
                if operand.place and not is_known(operand, form):
                    message = f"{quoted(operand.place)} không phải chỗ có số của biểu mẫu này."
                    raise FormProblem(file, where, key, message)
        for key, text in (("sentence", rule.sentence), ("advice", rule.advice)):
            for name in unknown_links(text, form.link_names | RULE_LINKS.keys()):
                raise FormProblem(file, where, key, f"liên kết “{{{name}}}” không trỏ tới số liệu nào.")
