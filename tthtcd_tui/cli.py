"""The command line: reads the words, runs a command, says in words what could not be done. No rules here."""

from __future__ import annotations

# First: it loads what the others need of the standard library.
import tthtcd_tui.files.lean_imports

# isort: split

import argparse
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Final

import tthtcd_tui.supported  # noqa: F401 -- first: the others need what Windows has not
from tthtcd_tui.commands import screens
from tthtcd_tui.commands.crash import crashed
from tthtcd_tui.commands.output import DONE, FAILURE, USAGE, complain
from tthtcd_tui.commands.parser import Parser, utf8_arguments
from tthtcd_tui.commands.streams import discard_output, open_streams
from tthtcd_tui.files.hide_module import hide_module
from tthtcd_tui.tasks.care.gc_tuning import gc_ended, gc_paused

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands

_COMMANDS: Final[Mapping[str, frozenset[str]]] = {
    "demo": frozenset({"demo"}),
    "years": frozenset({"new", "years", "delete", "centre"}),
    "edit": frozenset({"set", "history", "undo", "redo"}),
    "report": frozenset({"summary", "check", "export", "show"}),
    "finalise": frozenset({"finalise", "reopen", "versions"}),
    "transfer": frozenset({"import", "put", "forms"}),
    "take_home": frozenset({"take-home", "bring-back"}),
    "evidence": frozenset({"evidence"}),
    "submit": frozenset({"submit"}),
    "superior": frozenset({"receive", "return", "approve"}),
    "unit": frozenset({"unit"}),
    "comment": frozenset({"comment"}),
    "rollup": frozenset({"rollup", "due"}),
    "staff": frozenset({"staff"}),
    "care": frozenset({"backup", "restore", "copy-to", "doctor"}),
}
"""The commands of each module of `commands`, which is loaded when one of them is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command: `arguments`, or else that of this process, which ends with it.

    Exit code: 0 done, 1 the report has errors, 2 a mistaken command, 3 it could not be done.
    """
    os.umask(0o077)  # whatever it makes, a database among it, is for its owner alone
    if not open_streams():
        complain("Đầu ra chuẩn đang đóng nên không in được kết quả. Bỏ “>&-” khỏi lệnh rồi chạy lại.")
        return FAILURE
    try:
        words = utf8_arguments(sys.argv[1:] if arguments is None else arguments)
    except UnicodeDecodeError:
        complain("Lệnh có chữ không phải UTF-8. Đặt bảng mã của cửa sổ dòng lệnh là UTF-8 rồi gõ lại.")
        return USAGE
    # What a start makes lasts: to look through it again and again takes a tenth of its time.
    with gc_ended() if arguments is None else gc_paused():
        return _run(_of_the_screens(words) or build_parser(words[0] if words else "").parse_args(words))


def _of_the_screens(words: Sequence[str]) -> argparse.Namespace | None:
    """What `words` ask of the screens; None where they name a command, or ask for help, or are mistaken.

    Most starts name none, and making the parsers of them all takes 10 ms.
    """
    if not {"-h", "--help", "help"}.union(*_COMMANDS.values()).isdisjoint(words):
        return None
    parser = Parser(exit_on_error=False)
    screens.add_to(parser)
    with suppress(argparse.ArgumentError):
        options, more = parser.parse_known_args(words)
        del options.parser
        return None if more else options
    return None


def build_parser(word: str = "") -> Parser:
    """The parser of all commands; where `word` is one of their names, only of those in its module.

    A start needs no more, and building them all takes it 10 ms.
    """
    parser = Parser(
        prog="tthtcd",
        description="Báo cáo tự đánh giá của trung tâm học tập cộng đồng: nhập, kiểm tra, xuất DOCX.\n"
        "Không có lệnh: mở màn hình nhập liệu, ở năm bạn mở lần trước.",
        epilog="Mã thoát: 0 xong · 1 báo cáo còn lỗi · 2 gõ sai lệnh · 3 không thực hiện được.",
    )
    screens.add_to(parser)
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH")
    asked = [name for name, words in _COMMANDS.items() if word in words]
    for name in asked or _COMMANDS:
        import_module(f"tthtcd_tui.commands.{name}").add_to(commands)
    if not asked:
        _add_help(commands)
    return parser


def _add_help(commands: Commands) -> None:
    parser = commands.add_parser("help", help="in trang trợ giúp của chương trình, hoặc của một lệnh")
    parser.add_argument("words", nargs="*", metavar="LỆNH", help="ví dụ: set, hoặc staff add; bỏ trống là mọi lệnh")
    parser.set_defaults(run=_help)


def _help(options: argparse.Namespace) -> int:
    """`tthtcd help staff add` is `tthtcd staff add --help`, which leaves when it has printed."""
    build_parser(*options.words[:1]).parse_args([*options.words, "--help"])
    return DONE


def _run(options: argparse.Namespace) -> int:
    with hide_module("_hashlib"):  # OpenSSL, for sums that Python can do by itself
        import hashlib  # noqa: F401 -- for its effect: loaded without OpenSSL

    from tthtcd_tui.errors import UserProblem
    from tthtcd_tui.files.problem import problem
    from tthtcd_tui.tasks.care.notice import listening

    run: Callable[[argparse.Namespace], int] = options.run
    try:
        with listening(complain):
            code = run(options)
        sys.stdout.flush()
    except UserProblem as refused:
        from tthtcd_tui.commands.advice import told

        complain(*told(refused, is_served=screens.is_asked_over_ssh(options)))
        return refused.exit_code
    except BrokenPipeError:
        # Whoever read our output has enough (`tthtcd summary … | head`): stop without a word, as other programs do.
        discard_output()
        return 128 + signal.SIGPIPE
    except OSError as error:
        if error.filename is not None:
            return crashed(error)
        # Every file we open is named in its error: this was the output, on a full disk perhaps.
        discard_output()
        complain(problem("ghi", "đầu ra chuẩn", error).message)
        return FAILURE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as error:  # noqa: BLE001 -- nobody at a prompt is shown a traceback
        return crashed(error)
    return code
