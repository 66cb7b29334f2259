"""Argparse's error messages in Vietnamese.

Its English differs between Python versions. A message that is not recognised is replaced by a general one, so that no
English gets through.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Callable, Iterable
from typing import Final

from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted

_ARGUMENT: Final = re.compile(r"argument (\S+): (.+)", re.DOTALL)


def in_vietnamese(message: str, options: Iterable[str] = ()) -> str:
    """The sentence for `message`; of `options` one is suggested in place of an unknown one."""
    if unknown := re.fullmatch(r"unrecognized arguments: (.+)", message, re.DOTALL):
        return f"không hiểu {unknown[1]}.{_suggested(unknown[1].split(), options)}"
    name, said = found.groups() if (found := _ARGUMENT.fullmatch(message)) else ("", message)
    for pattern, words in _OF_AN_ARGUMENT if found else _OF_ALL:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return words(name, *match.groups())
    return f"{name} gõ chưa đúng." if found else "lệnh gõ chưa đúng."


def _suggested(unknown: Iterable[str], options: Iterable[str]) -> str:
    wrong = next((word for word in unknown if word.startswith("-")), None)
    if wrong is None:
        return ""
    name, known = wrong.partition("=")[0], set(options)
    if name in known:  # or it would have been understood
        return " Sau dấu “--” mọi chữ đều là giá trị: đặt tùy chọn trước dấu ấy."
    if not wrong.startswith("--") and known:
        return " Giá trị bắt đầu bằng dấu “-” thì đặt “--” ngay trước nó, sau mọi tùy chọn."
    return did_you_mean(name, known)


def _choice(_: str, value: str, choices: str) -> str:
    typed, known = _value(value), [choice.strip("'\"") for choice in choices.split(", ")]
    return f"{quoted(typed)} không dùng được." + (did_you_mean(typed, known) or f" Chọn một trong: {', '.join(known)}.")


def _value(shown: str) -> str:
    """What was typed, out of the repr that argparse shows of it."""
    try:
        return str(literal_eval(shown))
    except (ValueError, SyntaxError):
        return shown


_Words = Callable[..., str]

_OF_ALL: Final[tuple[tuple[str, _Words], ...]] = (
    (r"the following arguments are required: (.+)", lambda _, names: f"thiếu {names}."),
    (r"one of the arguments (.+) is required", lambda _, names: f"phải có một trong: {names}."),
)
_OF_AN_ARGUMENT: Final[tuple[tuple[str, _Words], ...]] = (
    # Said by a type of ours: it begins with what was typed, in quotes that argparse never uses.
    (r"(“.+)", lambda name, words: f"{name}: {words}."),
    (r"invalid choice: (.+?)(?:, maybe you meant .+?\?)? \(choose from (.+)\)", _choice),
    (r"invalid \S+ value: (.+)", lambda name, value: f"{name}: {quoted(_value(value))} không dùng được."),
    (r"expected (?:one|at least one) argument", lambda name: f"sau {name} phải có giá trị."),
    (r"ignored explicit argument (.+)", lambda name, value: f"{name} không nhận giá trị {quoted(_value(value))}."),
    (r"not allowed with argument (\S+)", lambda name, other: f"không dùng {name} cùng với {other}."),
)
