"""The closed list of commands that a shared server takes: `ssh may-chu export 2020-2021 > bao-cao.docx`.

A person's key starts `tthtcd --user NAME` and nothing else (a forced command); what they asked for is in
SSH_ORIGINAL_COMMAND. It is split into words and given to no shell, and has no way to name a file of the server, another
user or another database.
"""

from __future__ import annotations

import argparse
import shlex
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn

from tthtcd_tui.commands.mistakes import in_vietnamese
from tthtcd_tui.commands.output import USAGE, complain
from tthtcd_tui.commands.parser import Parser, add_carry, add_compare, add_whole, at_least_one
from tthtcd_tui.commands.superior import day
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.forms.appendices import known_appendices
from tthtcd_tui.text.dates import format_date

if TYPE_CHECKING:
    from tthtcd_tui.commands.parser import Commands

_OF_A_CENTRE: Final = (
    (
        f"export KỲ [--format {'|'.join(ExportFormat)}] [--table BẢNG] [--draft | --version SỐ]"
        f" [--appendix {'|'.join(key for key, _ in known_appendices())}] [--carry-all | --plain] [--compare KỲ,KỲ]"
    ),
    "import -",
    "put TÊN",
    "take-home KỲ",
    "bring-back - [--replace]",
    "submit KỲ [--whole | --no-file]",
    "summary KỲ [--short | --compare KỲ,KỲ]",
    "check KỲ",
    "years [--format xlsx|csv]",
    "comment KỲ [CHỖ [LỜI | --settle]]",
)
_OF_THOSE_ABOVE: Final = (
    "rollup KỲ [--unit ĐƠN_VỊ] [--json | --format docx|xlsx|csv]",
    "due KỲ [--unit ĐƠN_VỊ] [--set NGÀY]",
    "return KỲ ĐƠN_VỊ --reason LÝ_DO",
    "approve KỲ ĐƠN_VỊ [--reason Ý_KIẾN]",
)
LIST: Final = (
    f"Máy chủ này chỉ nhận: {' · '.join(_OF_A_CENTRE)}. Cấp trên: {' · '.join(_OF_THOSE_ABOVE)}."
    " Không có lệnh thì mở màn hình nhập liệu."
)

_OF_WORDS: Final = ("unit", "reason", "text")
"""What people write, by the name of the argument."""


class _Refused(Exception):
    """Not on the list: why, in a sentence."""


class _Closed(argparse.ArgumentParser):
    """Parser of the closed list; it has no help either."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "add_help": False, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        if message.startswith("argument -:"):
            what = "bring-back" if self.prog.endswith("bring-back") else "import"
            raise _Refused(f"máy chủ không đọc tên tệp. Gửi tệp lên bằng: ssh … {what} - < tệp.json")
        raise _Refused(in_vietnamese(message))


def run(options: argparse.Namespace, asked: str) -> int:
    """Run the command in `asked`, as the user and on the database of `options`. Returns the exit code."""
    try:
        wanted = _wanted(asked, options.centre)
    except _Refused as refused:
        complain(f"Không thực hiện: {refused}", _usage(asked))
        return USAGE
    parsed = _commands().parse_args(_words(wanted))
    parsed.db, parsed.user, parsed.centre = options.db, options.user, options.centre or wanted.centre
    parsed.served = True
    return int(parsed.run(parsed))


def _usage(asked: str) -> str:
    """The usage of the mistyped command; the whole list where it is unknown."""
    name = asked.split(maxsplit=1)[:1]
    known = (each for each in (*_OF_A_CENTRE, *_OF_THOSE_ABOVE) if each.split()[:1] == name)
    found = next(known, "")
    return f"Gõ: {found}" if found else LIST


def _wanted(asked: str, centre: str | None) -> argparse.Namespace:
    """What was asked for, if it is on the list; with a `centre` of the server's choosing, no other may be named.

    That one may: the screens do not know who chose it, and tell a command that works in either case.
    """
    from tthtcd_tui.commands.report import is_file

    try:
        words = shlex.split(asked)
    except ValueError:
        raise _Refused("lệnh gõ chưa đúng.") from None
    wanted = _read(words)
    if centre is not None and wanted.centre not in (None, centre):
        raise _Refused(f"máy chủ đã chọn trung tâm {centre}. Bỏ --centre.")
    if is_file(getattr(wanted, "year", "")):
        raise _Refused("chỉ nhận kỳ báo cáo, không nhận tên tệp.")
    return wanted


def _read(words: list[str]) -> argparse.Namespace:
    """Parse `words`; if that fails, once more with free text taken as several words.

    The shell at which ssh was typed took the quotes away: «return 2020-2021 Phường Mạo Khê --reason Sai số lượt».
    """
    try:
        return _closed().parse_args(words)
    except _Refused:
        with suppress(_Refused):
            found = vars(_closed(words="+").parse_args(words))
            joined = {name: " ".join(found[name]) for name in _OF_WORDS if isinstance(found.get(name), list)}
            return argparse.Namespace(**{**found, **joined})
        raise


def _closed(words: str | None = None) -> _Closed:
    """The parser. `words` is the `nargs` of free text (a name, a reason, a remark): "+" where quotes were lost."""
    parser = _Closed()
    parser.set_defaults(centre=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    export = commands.add_parser("export")
    export.add_argument("--format", choices=[known.value for known in ExportFormat], default=ExportFormat.DOCX.value)
    export.add_argument("--table", choices=[name.value for name in TableName])
    export.add_argument("--draft", action="store_true")
    export.add_argument("--version", type=at_least_one)
    export.add_argument(
        "--appendix", action="append", default=[], metavar="PHỤ_LỤC", choices=[key for key, _ in known_appendices()]
    )
    add_carry(export)
    add_compare(export)
    take = commands.add_parser("import")
    take.add_argument("file", choices=["-"], metavar="-")
    take.add_argument("--dry-run", action="store_true")
    take.add_argument("--replace", action="store_true")
    home = commands.add_parser("take-home")
    back = commands.add_parser("bring-back")
    back.add_argument("file", choices=["-"], metavar="-")
    back.add_argument("--replace", action="store_true")
    put = commands.add_parser("put")
    put.add_argument("name", metavar="TÊN")
    submit, summary, check, years = (commands.add_parser(name) for name in ("submit", "summary", "check", "years"))
    how = submit.add_mutually_exclusive_group()
    add_whole(how)
    how.add_argument("--no-file", action="store_true")
    summary.add_argument("--short", action="store_true")
    add_compare(summary)
    years.add_argument("--format", choices=[known.value for known in ExportFormat if known.is_tables])
    for command in (export, home, submit, summary, check):
        command.add_argument("year", metavar="KỲ")
    comment = commands.add_parser("comment")
    comment.add_argument("year", metavar="KỲ")
    comment.add_argument("place", nargs="?", metavar="CHỖ")
    comment.add_argument("text", nargs="*" if words else "?", metavar="LỜI")
    comment.add_argument("--settle", action="store_true")
    for command in (export, home, submit, summary, check, years, comment):
        command.add_argument("--centre", metavar="MÃ")
    _add_upward(commands, words)
    return parser


def _add_upward(commands: argparse._SubParsersAction[_Closed], words: str | None) -> None:
    """What those above the centres ask for: by the rights of the database, and never of a register beside it."""
    rollup, due, back, approve = (commands.add_parser(name) for name in ("rollup", "due", "return", "approve"))
    for command in (rollup, due, back, approve):
        command.add_argument("year", metavar="KỲ")
    for command in (rollup, due):
        command.add_argument("--unit", nargs=words, default="", metavar="ĐƠN_VỊ")
    how = rollup.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true")
    how.add_argument("--format", choices=["docx", "xlsx", "csv"])
    due.add_argument("--set", type=day, metavar="NGÀY")
    for command in (back, approve):
        command.add_argument("unit", nargs=words, metavar="ĐƠN_VỊ")
    back.add_argument("--reason", nargs=words, required=True, metavar="LÝ_DO")
    approve.add_argument("--reason", nargs=words, default="", metavar="Ý_KIẾN")


def _words(wanted: argparse.Namespace) -> list[str]:
    """The words of the program's own command that does the same."""
    match wanted.command:
        case "export":
            return ["export", "--out", "-", "--format", wanted.format, *_of_export(wanted), "--", wanted.year]
        case "import" | "bring-back":
            dry_run = ["--dry-run"] if getattr(wanted, "dry_run", False) else []
            replace = ["--replace"] if wanted.replace else []
            return [wanted.command, *dry_run, *replace, "--known-centre", "-"]
        case "take-home":
            return ["take-home", "--out", "-", "--", wanted.year]
        case "put":
            return ["put", "--", wanted.name]
        case "rollup":
            how = ["--out", "-", "--format", wanted.format] if wanted.format else ["--json"] if wanted.json else []
            return ["rollup", *_of_unit(wanted), *how, "--", wanted.year]
        case "due":
            told = [f"--set={format_date(wanted.set)}"] if wanted.set else []
            return ["due", *_of_unit(wanted), *told, "--", wanted.year]
        case "comment":
            settle = ["--settle"] if wanted.settle else []
            return ["comment", *settle, "--", *filter(None, (wanted.year, wanted.place, wanted.text))]
        case "return" | "approve":
            return [wanted.command, f"--reason={wanted.reason}", "--", wanted.year, wanted.unit]
        case "submit":
            file = [] if wanted.no_file else ["--out", "-", *(["--whole"] if wanted.whole else [])]
            return ["submit", *file, "--", wanted.year]
        case "summary":
            return ["summary", *(["--short"] if wanted.short else []), *_compare(wanted), "--", wanted.year]
        case "years":
            return ["years", *(["--out", "-", "--format", wanted.format] if wanted.format else [])]
        case _:
            return [wanted.command, "--", wanted.year]


def _of_export(wanted: argparse.Namespace) -> list[str]:
    draft = ["--draft"] if wanted.draft else []
    version = ["--version", str(wanted.version)] if wanted.version else []
    table = ["--table", wanted.table] if wanted.table else []
    appendices = [word for key in wanted.appendix for word in ("--appendix", key)]
    carry = {"all": ["--carry-all"], "plain": ["--plain"]}.get(wanted.carry, [])
    return [*table, *carry, *_compare(wanted), *draft, *version, *appendices]


def _of_unit(wanted: argparse.Namespace) -> list[str]:
    return [f"--unit={wanted.unit}"] if wanted.unit else []


def _compare(wanted: argparse.Namespace) -> list[str]:
    return ["--compare", wanted.compare] if wanted.compare else []


def _commands() -> Parser:
    from tthtcd_tui.commands import comment, report, rollup, submit, superior, take_home, transfer, years

    parser = Parser(prog="tthtcd")
    commands: Commands = parser.add_subparsers()
    for module in (comment, report, rollup, submit, superior, take_home, transfer, years):
        module.add_to(commands)
    return parser
