"""A mistaken command is told in Vietnamese, whatever the Python that found it says in English."""

from __future__ import annotations

import argparse
import ast
import contextlib
import inspect
import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.cli import build_parser
from tthtcd_tui.commands.mistakes import in_vietnamese

ENGLISH = re.compile(
    r"\b(?:argument|arguments|expected|invalid|choice|choose|maybe|meant|required|unrecognized|ambiguous|allowed"
    r"|ignored|unexpected|usage|error|options|command|object|class)\b"
)
OF_COMMANDS = "argument LỆNH: invalid choice:"
NUMBER = "“abc” không dùng được, phải là một số từ 1 trở lên"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the following arguments are required: KỲ, CHỖ", "thiếu KỲ, CHỖ."),
        ("one of the arguments --check --add is required", "phải có một trong: --check --add."),
        ("unrecognized arguments: --nope x", "không hiểu --nope x."),
        ("argument -o/--out: expected one argument", "sau -o/--out phải có giá trị."),
        ("argument --json: ignored explicit argument '3'", "--json không nhận giá trị “3”."),
        ("argument --add: not allowed with argument --check", "không dùng --add cùng với --check."),
        ("argument --db: invalid Path value: 'a'", "--db: “a” không dùng được."),
        (f"argument --limit: {NUMBER}", f"--limit: {NUMBER}."),
        # Python 3.12 and before, 3.13 and later, and with the suggestion of 3.15
        (f"{OF_COMMANDS} 'frob' (choose from 'new', 'set')", "“frob” không dùng được. Chọn một trong: new, set."),
        (f"{OF_COMMANDS} 'frob' (choose from new, set)", "“frob” không dùng được. Chọn một trong: new, set."),
        (
            f"{OF_COMMANDS} 'ste', maybe you meant 'set'? (choose from new, set)",
            "“ste” không dùng được. Có phải bạn định gõ “set”?",
        ),
        (f'{OF_COMMANDS} "it\'s" (choose from new)', "“it's” không dùng được. Chọn một trong: new."),
        (f"{OF_COMMANDS} 'a\\x1b[2J' (choose from new)", "“a?[2J” không dùng được. Chọn một trong: new."),
        ("argument KỲ: something a later Python says", "KỲ gõ chưa đúng."),
        ("something a later Python says", "lệnh gõ chưa đúng."),
        ("", "lệnh gõ chưa đúng."),
    ],
)
def test_what_argparse_says_in_vietnamese(said: str, told: str) -> None:
    assert in_vietnamese(said) == told


def test_an_unknown_option_is_answered_with_the_nearest() -> None:
    options = ["-h", "--help", "--json", "--db"]
    assert in_vietnamese("unrecognized arguments: 3 --jsn=3 x", options) == (
        "không hiểu 3 --jsn=3 x. Có phải bạn định gõ “--json”?"
    )
    assert in_vietnamese("unrecognized arguments: json", options) == "không hiểu json."


def templates() -> Iterator[str]:
    """Every text that the argparse of this Python would look up a translation of."""
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            texts = (str(text.value) for text in node.args if isinstance(text, ast.Constant))
            yield from filter(str.strip, texts)


def test_no_english_of_this_python_gets_through() -> None:
    found = list(templates())
    assert len(found) > 25
    for template in found:
        filled = re.sub(r"%(?:\(\w+\))?([rs])", lambda match: "'Đ1'" if match[1] == "r" else "Đ1", template)
        for said in (filled, f"argument KỲ: {filled}"):
            told = in_vietnamese(said)
            assert set(re.findall("[a-z]{3,}", template)) & set(re.findall("[^ “”.:,]+", told)) == set(), told
            assert told.endswith((".", "?"))


@given(any_text)
@example("argument x: ")
@example("argument a b: c")
@example("argument x: invalid choice: ' (choose from )")
@example("argument x: invalid choice: [1 (choose from a)")
def test_whatever_is_said_something_is_told(said: str) -> None:
    assert in_vietnamese(said).endswith((".", "?"))
    assert in_vietnamese(f"argument KỲ: {said}").endswith((".", "?"))


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from parsers(each)


def test_choices_are_plain_words() -> None:
    """argparse shows what each is in Python."""
    choices = [action.choices for parser in parsers(build_parser()) for action in parser._actions if action.choices]
    assert len(choices) > 3
    assert {type(choice) for each in choices for choice in each} == {str}


WORDS = sorted(
    {name for parser in parsers(build_parser()) for name in (*parser._option_string_actions, *parser.prog.split())}
    | {"2020-2021", "figure/dan_so", "-", "--", "", "3", "--jsno", "--format=pdf", "--json=1", "-x", "yeras", "docx"}
)


def parsed(words: list[str]) -> tuple[object, str, str]:
    """The exit code of parsing `words`, 0 where they are right; what was printed, what was said."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            build_parser(*words[:1]).parse_args(words)
        except SystemExit as left:
            return left.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@given(st.lists(st.sampled_from(WORDS), max_size=6))
@example(["export", "2020-2021", "--format", "dcox"])
@example(["staff", "add", "x", "--name", "y", "--role", "clrk"])
@example(["history", "2020-2021", "--limit"])
@example(["copy-to"])
@example(["help", "staff", "ad"])
def test_whatever_is_typed_no_english_is_told(words: list[str]) -> None:
    code, out, err = parsed(words)
    assert code in (0, 2)
    assert (code == 2) == bool(err)
    if err:
        usage, _, told = err.rpartition("\ntthtcd: ")
        assert usage.startswith("Cách dùng: tthtcd")
        assert re.fullmatch(r"[^\n]+[.?] Gõ “tthtcd[a-z -]* --help” để xem cách dùng\.\n", told)
        assert ENGLISH.findall(told) == []
    assert ENGLISH.findall(out) == []
    assert "\x1b" not in out + err


def test_a_value_that_begins_with_a_dash_is_told_how_to_be_given() -> None:
    options = ["-h", "--help", "--user", "--db"]
    assert in_vietnamese("unrecognized arguments: -KH", options).endswith(
        "thì đặt “--” ngay trước nó, sau mọi tùy chọn."
    )
    assert in_vietnamese("unrecognized arguments: --user gd", options).endswith("đặt tùy chọn trước dấu ấy.")
