"""argparse that speaks Vietnamese: its own words, and what it says of a mistake."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from tthtcd_tui.commands.output import DONE, USAGE, printable
from tthtcd_tui.text.problem import quoted

# What argparse does by itself since Python 3.14: colours, and suggestions in English.
_WITHOUT: Final = {"color": False, "suggest_on_error": False} if sys.version_info >= (3, 14) else {}


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help, usage and errors are Vietnamese; a mistake exits with 2."""

    def __init__(self, **settings: Any) -> None:
        ours = {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}
        super().__init__(**{**settings, **_WITHOUT, **ours})
        self._positionals.title = "Tham số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in trang trợ giúp này")
        self.set_defaults(parser=self)  # of the parsers of a command and its action, the last one's stands

    def parse_args(  # type: ignore[override]  # a namespace of another type is nothing we ask for
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """As argparse's, but words that are not understood are a mistake in the command that was given them."""
        options, unknown = self.parse_known_args(args, namespace)
        parser: Parser = vars(options).pop("parser")
        if unknown:
            parser.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options

    def error(self, message: str) -> NoReturn:
        from tthtcd_tui.commands.mistakes import in_vietnamese  # only a mistake pays for it

        self.print_usage(sys.stderr)
        words = f"tthtcd: {in_vietnamese(message, self._option_string_actions)}"
        self.exit(USAGE, f"{printable(words)} Gõ “{self.prog} --help” để xem cách dùng.\n")


_WIDTH = 80

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


def add_carry(parser: argparse.ArgumentParser) -> None:
    """How much of the year goes along in a DOCX, beside its pages."""
    carry = parser.add_mutually_exclusive_group()
    carry.add_argument(
        "--carry-all",
        dest="carry",
        action="store_const",
        const="all",
        default="printed",
        help="tệp Word mang theo cả năm, kể cả nhật ký, ghi chú, điện thoại (mặc định: chỉ những gì đã in)",
    )
    carry.add_argument("--plain", dest="carry", action="store_const", const="plain", help="tệp Word không mang gì theo")


def add_whole(parser: argparse._ActionsContainer) -> None:
    """Whether all the data of the year go to the body above."""
    parser.add_argument(
        "--whole", action="store_true", help="gửi dữ liệu cả năm, kể cả nhật ký, ghi chú, lý do, điện thoại"
    )


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Which years a report is compared with."""
    parser.add_argument(
        "--compare",
        metavar="KỲ,KỲ",
        help="so với các kỳ này, nhiều nhất bốn (mặc định: báo cáo đã chọn, hoặc bốn kỳ gần nhất)",
    )


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


class ShowVersion(argparse.Action):
    """Print the version and leave. argparse's own action would have every start know it."""

    def __init__(self, option_strings: Sequence[str], **_: object) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help="in phiên bản của chương trình")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from tthtcd_tui.version import release

        print(f"tthtcd {release()}")
        parser.exit(DONE)


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
