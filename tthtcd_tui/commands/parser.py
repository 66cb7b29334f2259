"""argparse that speaks Vietnamese: its own words, and what it says of a mistake."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tthtcd_tui.commands.output import USAGE
from tthtcd_tui.text.problem import quoted

_MISTAKES = (
    (r"the following arguments are required: (.+)", "thiếu {0}"),
    (r"one of the arguments (.+) is required", "phải có một trong: {0}"),
    (r"argument (\S+?): invalid choice: (.+?) \(choose from (.+)\)", "{1} không dùng được. Chọn một trong: {2}"),
    (r"unrecognized arguments: (.+)", "không hiểu {0}"),
    (r"argument (.+?): expected (?:one argument|at least one argument)", "sau {0} phải có giá trị"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} không nhận giá trị {1}"),
    (r"argument (.+?): not allowed with argument (.+)", "không dùng {0} cùng với {1}"),
    (r"argument (.+?): (.+)", "{0}: {1}"),
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help, usage and errors are Vietnamese; a mistake exits with 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False, "formatter_class": _Formatter})
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in trang trợ giúp này")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"tthtcd: {in_vietnamese(message)}. Gõ “{self.prog} --help” để xem cách dùng.\n")


_WIDTH = 80
_QUOTED = re.compile(r"'([^']*)'")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]


def add_database(parser: argparse.ArgumentParser, user: bool = False, program: bool = False) -> None:
    """The options of every command that opens the database; `user` where it changes something.

    Before a command, as options of the `program`, they mean the same: a command that is not given one leaves it.
    """
    who = "người nhập" if user else "người xem"
    parser.add_argument(
        "--db", type=Path, default=_unsaid(program), metavar="TỆP", help="tệp dữ liệu (mặc định: biến TTHTCD_DB)"
    )
    parser.add_argument("--user", default=_unsaid(program), metavar="TÊN", help=f"{who} (mặc định: tên đăng nhập)")


def add_store(
    parser: argparse.ArgumentParser,
    user: bool = False,
    program: bool = False,
    centre: str = "mã trung tâm; không cần nếu chỉ có một",
) -> None:
    """As `add_database`, of a command on a centre's reports; `centre` is what is said of that option."""
    add_database(parser, user, program)
    parser.add_argument("--centre", default=_unsaid(program), metavar="MÃ", help=centre)


def _unsaid(program: bool) -> str | None:
    return None if program else argparse.SUPPRESS


def at_least_one(text: str) -> int:
    """The type of an argument that counts."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{quoted(text)} không dùng được, phải là một số từ 1 trở lên")
    return int(text)


def utf8_arguments(arguments: Iterable[str]) -> list[str]:
    """The command's words; raises ValueError for one that is not UTF-8, of which letters would be lost."""
    words = list(arguments)
    for word in words:
        os.fsencode(word).decode("utf-8")
    return words


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        # argparse makes one for each argument that is added, and would load shutil to ask for the width.
        super().__init__(prog, width=_columns() - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


def _columns() -> int:
    """How wide the terminal is; 80 where there is none."""
    try:
        return int(os.environ.get("COLUMNS", "")) or _WIDTH
    except ValueError:
        pass
    try:
        return os.get_terminal_size().columns or _WIDTH
    except OSError:
        return _WIDTH


def in_vietnamese(message: str) -> str:
    """What argparse says of a mistake, in Vietnamese."""
    for pattern, words in _MISTAKES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*(_QUOTED.sub(r"“\1”", group) for group in match.groups()))
    return "lệnh gõ chưa đúng"
