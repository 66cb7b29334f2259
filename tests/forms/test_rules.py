"""`[[rule]]` tables: a closed set of kinds, read from the file; anything else is refused with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.forms import changed_text, other, shipped

from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.applicable_rules import applicable, by_key
from tthtcd_tui.forms.known import RULES, load_shipped, rules_for
from tthtcd_tui.forms.load import load, load_rules
from tthtcd_tui.forms.model import FormRule, Operand, RuleKind, RuleLevel
from tthtcd_tui.forms.shipped_rules import RULES as MADE


def with_rule(rule: str) -> str:
    """The shipped form with a rule put before its sums."""
    return changed_text(("[[sum]]\n", f"[[rule]]\n{rule}\n\n[[sum]]\n"))


def read(rule: str) -> FormRule:
    [found] = load(with_rule(rule), "x.toml").rules
    return found


def test_a_rule_of_each_kind() -> None:
    assert read('key = "a"\nkind = "range"\nof = ["figure/dan_so"]\nleast = 100\nmost = 2.5e5') == FormRule(
        "a", RuleKind.RANGE, (Operand("figure/dan_so"),), (), Decimal(100), Decimal("250000.0"), Decimal(0), False, "",
        RuleLevel.WARNING, "", "",
    )  # fmt: skip
    per = read('key = "a"\nkind = "per"\nof = ["results/*/participations"]\nto = ["results/*/classes"]\nmost = 1000')
    assert (per.of, per.to) == ((Operand("results/*/participations"),), (Operand("results/*/classes"),))
    most = read(
        'key = "a"\nkind = "at_most"\nof = ["figure/chi_bo"]\nto = ["last_year:figure/chi_bo", 5]\nlevel = "error"'
    )
    assert most.to == (Operand("figure/chi_bo", None, True), Operand("", Decimal(5)))
    assert most.level is RuleLevel.ERROR
    change = read('key = "a"\nkind = "change"\nof = ["tong_luot"]\nleast = 0.5\nsize = 10\nzero_ok = true')
    assert (change.least, change.size, change.zero_ok) == (Decimal("0.5"), Decimal(10), True)
    total = read('key = "a"\nkind = "sum"\nof = ["figure/so_ho"]\nto = ["figure/so_khu", "figure/chi_bo"]')
    assert len(total.to) == 2
    ratio = read(
        'key = "a"\nkind = "ratio"\nof = ["figure/dang_vien"]\nto = ["figure/dan_so"]\nmost = 25\nunit = "người"'
    )
    assert ratio.unit == "người"


RANGE = 'key = "a"\nkind = "range"\nof = ["figure/dan_so"]\nmost = 5'


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (RANGE.replace("range", "formula"), "[rule:a] · kind: “formula” không dùng được. Chọn một trong: range,"),
        (RANGE.replace("most = 5", ""), "[rule:a] · least: thiếu giới hạn. Ghi “least”, “most” hoặc cả hai."),
        (RANGE + "\nleast = 6", "[rule:a] · least: lớn hơn “most”. Đổi lại hai giới hạn."),
        (RANGE + '\nto = ["figure/so_ho"]', "[rule:a] · to: khóa này không có trong biểu mẫu."),
        (RANGE + "\nsize = 5", "[rule:a] · size: khóa này không có trong biểu mẫu."),
        (RANGE.replace('["figure/dan_so"]', "[5]"), "[rule:a] · of: phải là chỗ có số trong báo cáo."),
        (RANGE.replace('["figure/dan_so"]', "[]"), "[rule:a] · of: đang để trống. Ghi ít nhất một mục."),
        (RANGE.replace('["figure/dan_so"]', "[true]"), "[rule:a] · of[1]: phải là một con số từ 0 trở lên."),
        (RANGE.replace('["figure/dan_so"]', "[[]]"), "[rule:a] · of[1]: phải là một chuỗi chữ hoặc một con số."),
        (RANGE.replace("figure/dan_so", "figure/dan_s"), "[rule:a] · of: “figure/dan_s” không phải chỗ có số"),
        (RANGE.replace("figure/dan_so", "figure/chu_de"), "[rule:a] · of: “figure/chu_de” không phải chỗ có số"),
        (RANGE.replace("figure/dan_so", "dan_so + so_ho"), "[rule:a] · of: “dan_so + so_ho” không phải chỗ có số của"),
        (RANGE.replace("most = 5", "most = -5"), "[rule:a] · most: phải là một con số từ 0 trở lên."),
        (RANGE.replace("most = 5", "most = nan"), "[rule:a] · most: phải là một con số từ 0 trở lên."),
        (RANGE.replace("most = 5", 'most = "5"'), "[rule:a] · most: phải là một con số."),
        (RANGE + '\nlevel = "hint"', "[rule:a] · level: “hint” không dùng được. Chọn một trong: error, warning."),
        (RANGE + '\nsentence = "Có {dan_s} người."', "[rule:a] · sentence: liên kết “{dan_s}” không trỏ tới"),
        (RANGE + '\nsentence = "Thiếu dấu chấm"', "[rule:a] · sentence: phải là câu, kết thúc bằng dấu chấm."),
        (RANGE + f'\nadvice = "{"Dài" * 50}."', "[rule:a] · advice: dài 151 ký tự. Rút còn nhiều nhất 120."),
        (RANGE + "\nformula = 'x'", "[rule:a] · formula: khóa này không có trong biểu mẫu."),
        (RANGE + f"\n\n[[rule]]\n{RANGE}", "[rule:a] · key: “a” bị ghi hai lần."),
        ('key = "a"\nkind = "ratio"\nof = ["figure/so_ho", "figure/so_khu"]\nto = ["figure/dan_so"]\nmost = 5',
         "[rule:a] · of: luật kiểu “ratio” chỉ xét một số."),
        ('key = "a"\nkind = "ratio"\nof = ["figure/so_ho"]\nmost = 5', "[rule:a] · to: thiếu khóa này."),
        ('key = "a"\nkind = "sum"\nof = ["figure/so_ho"]\nto = ["figure/dan_so"]',
         "[rule:a] · to: phải có ít nhất hai số để cộng."),
        ('key = "a"\nkind = "per"\nof = ["figure/so_ho"]\nto = ["figure/dan_so", "figure/so_khu"]\nmost = 5',
         "[rule:a] · to: luật kiểu “per” chỉ chia cho một số."),
        ('key = "a"\nkind = "per"\nof = ["figure/dan_so"]\nto = ["results/*/classes"]\nmost = 5',
         "[rule:a] · to: “*” là dòng đang xét của bảng kết quả"),
        ('key = "a"\nkind = "change"\nof = ["last_year:figure/so_ho"]\nmost = 5', "[rule:a] · of: bỏ “last_year:”"),
    ],
)  # fmt: skip
def test_what_is_no_rule_is_refused(rule: str, message: str) -> None:
    with pytest.raises(FormProblem) as caught:
        load(with_rule(rule), "x.toml")
    assert caught.value.message.startswith(f"x.toml · {message}")
    assert caught.value.message.endswith(".")


# -- the shipped ones -------------------------------------------------------------------------------------------------


def test_the_shipped_form_itself_declares_none_and_is_checked_by_those_of_the_newest() -> None:
    assert shipped().rules == ()
    assert rules_for(shipped()) == MADE == load_rules(RULES.read_text(encoding="utf-8"), RULES.name, shipped())


def test_a_form_of_ones_own_is_checked_by_its_own_rules_alone() -> None:
    assert rules_for(other()) == other().rules != ()
    mine = load(with_rule(RANGE), "x.toml")
    assert [rule.key for rule in rules_for(mine)] == ["a"]


def test_of_another_version_s_rules_those_whose_places_a_form_has() -> None:
    one = FormRule(
        "a", RuleKind.AT_MOST, (Operand("figure/so_ho"), Operand("figure/khac")), (Operand("figure/dan_so"),), None,
        None, Decimal(0), False, "", RuleLevel.WARNING, "", "",
    )  # fmt: skip
    assert [rule.of for rule in applicable([one], shipped())] == [(Operand("figure/so_ho"),)]
    assert applicable([one._replace(to=(Operand("figure/khac"),))], shipped()) == ()
    assert applicable([one._replace(of=(Operand("figure/khac"),))], shipped()) == ()
    assert applicable([one._replace(sentence="Có {khac} người.")], shipped()) == ()
    assert applicable([one._replace(kind=RuleKind.PER)], shipped()) == ()


def test_a_rule_that_was_mended_replaces_the_one_of_its_key() -> None:
    first, second = MADE[0], MADE[0]._replace(most=Decimal(7))
    assert by_key([first, MADE[1]], [second]) == (second, MADE[1])


def test_a_file_of_rules_holds_nothing_else() -> None:
    with pytest.raises(FormProblem, match=r"r\.toml · form: khóa này không có"):
        load_rules(f'[form]\nkey = "x"\n[[rule]]\n{RANGE}\n', "r.toml", load_shipped())
