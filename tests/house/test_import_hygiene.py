"""What importing a part of the program loads, proved in a fresh process: every command pays for it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.stores import new_report, staffed

import tthtcd_tui
from tthtcd_tui.checks.forbidding import FORBIDDING
from tthtcd_tui.checks.run import RULES
from tthtcd_tui.models.store import Store

PACKAGE = Path(tthtcd_tui.__file__).parent
ROOTS = sorted(PACKAGE.rglob("__init__.py"))
GROUND = ("text", "files", "forms", "report", "checks")
HEAVY = {"textual", "rich", "peewee", "playhouse", "docx", "apsw", "lxml", "xlsxwriter", "python_calamine"}

IMPORT = "import importlib; [importlib.import_module(name) for name in sys.argv[1:]]"
HELP = """
import contextlib, io
from tthtcd_tui.cli import main
sys.argv[0] = "tthtcd"
with contextlib.redirect_stdout(io.StringIO()) as printed:
    try:
        code = main()
    except SystemExit as stop:
        code = stop.code
assert not code and "demo" in printed.getvalue(), (code, printed.getvalue())
"""


def modules_after(code: str, *arguments: str) -> set[str]:
    """The full names of the modules a fresh Python holds after running `code`."""
    # -P: the folder the tests run in is no place to import from.
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            f"import json, sys\n{code}\nprint(json.dumps(list(sys.modules)))",
            *arguments,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def libraries(modules: set[str]) -> set[str]:
    """The top-level packages among them."""
    return {name.partition(".")[0] for name in modules}


def modules_of(room: str) -> list[str]:
    """Every module of a room, by full name."""
    paths = (path.relative_to(PACKAGE.parent).with_suffix("") for path in (PACKAGE / room).rglob("*.py"))
    return sorted(".".join(path.parts) for path in paths if path.name != "__init__")


def test_the_package_itself_imports_nothing_of_the_package() -> None:
    loaded = modules_after(IMPORT, "tthtcd_tui")
    assert {name for name in loaded if name.startswith("tthtcd_tui")} == {"tthtcd_tui"}
    assert not libraries(loaded) & HEAVY


@pytest.mark.parametrize("root", ROOTS, ids=lambda path: path.parent.name)
def test_a_package_root_is_a_docstring_only(root: Path) -> None:
    body = ast.parse(root.read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert ast.get_docstring(ast.Module(body, []))


@pytest.mark.parametrize("room", GROUND)
def test_a_ground_room_loads_no_heavy_library(room: str) -> None:
    names = modules_of(room)
    assert names, f"the room {room} is empty"
    assert libraries(modules_after(IMPORT, *names)) & HEAVY == set()


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("exports.docx", {"textual", "rich", "peewee", "apsw", "xlsxwriter"}),
        ("exports.summary", {"textual", "docx", "lxml", "peewee", "apsw"}),
        ("exports.formats", HEAVY | {"csv"}),
        ("exports.tables.workbook", {"textual", "rich", "docx", "lxml", "peewee", "apsw"}),
        ("exports.text", {"textual", "docx", "lxml", "rich", "peewee", "apsw"}),
    ],
)
def test_an_export_loads_only_what_it_writes_with(module: str, never: set[str]) -> None:
    loaded = modules_after(IMPORT, f"tthtcd_tui.{module}")
    assert f"tthtcd_tui.{module}" in loaded
    assert libraries(loaded) & never == set()


@pytest.mark.parametrize("module", ["tthtcd_tui.cli", "tthtcd_tui.__main__"])
def test_the_command_line_itself_is_light(module: str) -> None:
    assert libraries(modules_after(IMPORT, module)) & HEAVY == set()


@pytest.mark.parametrize("words", [["--help"], ["demo", "--help"], ["help"], ["help", "demo"]], ids=" ".join)
def test_help_loads_no_heavy_library(words: list[str]) -> None:
    assert libraries(modules_after(HELP, *words)) & HEAVY == set()


YEARS = """
import contextlib, io
from pathlib import Path
from tthtcd_tui.cli import main
with contextlib.redirect_stdout(io.StringIO()) as printed:
    code = main(["years", "--db", sys.argv[1], "--user", "lan"])
assert not code and "2020-2021" in printed.getvalue(), (code, printed.getvalue())
"""


@pytest.mark.parametrize("with_staff", [False, True])
def test_a_list_of_years_knows_no_form_and_no_table_below_a_report(tmp_path: Path, with_staff: bool) -> None:
    store = Store(tmp_path / "a.db")
    new_report(store)
    if with_staff:
        staffed(store)
    store.close()
    loaded = modules_after(YEARS, str(tmp_path / "a.db"))
    assert "tthtcd_tui.models.core_tables" in loaded
    below = ("tthtcd_tui.forms", "tthtcd_tui.models.tables", "tthtcd_tui.models.audit", "tthtcd_tui.models.versions")
    assert [name for name in loaded if name.startswith(below)] == []
    assert not loaded & {"_hashlib", "_ssl"}, "OpenSSL"


EXPORT = """
import contextlib, io
from tthtcd_tui.cli import main
sys.argv[0] = "tthtcd"
words = sys.argv[2:]
with contextlib.redirect_stderr(io.StringIO()) as printed:
    code = main([*words, "--db", sys.argv[1]])
assert not code, printed.getvalue()
"""


def test_an_export_loads_no_rule_that_only_warns(tmp_path: Path) -> None:
    giving = {(rule.find.__module__, rule in FORBIDDING) for rule in RULES.of_year}
    giving |= {(rule.find.__module__, False) for rule in RULES.of_texts}
    giving |= {(rule.__module__, False) for rule in (*RULES.of_text, *RULES.of_day)}
    forbid = {module for module, forbids in giving if forbids}
    only_warn = {module for module, _ in giving} - forbid
    loaded = modules_after(EXPORT, str(sample_database(tmp_path)), "export", "2020-2021", "-o", f"{tmp_path}/a.docx")
    assert forbid <= loaded
    assert len(only_warn) > 10
    assert not loaded & only_warn


DRIVERS = """
sys.path.insert(0, sys.argv[2])
import psycopg
assert psycopg.IS_THERE
del sys.modules["psycopg"]
"""


def test_who_works_on_a_file_loads_no_driver_of_a_server(tmp_path: Path) -> None:
    """Peewee would load those it finds, which takes 150 ms."""
    for name in ("psycopg", "psycopg2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("IS_THERE = True\n")
    loaded = modules_after(DRIVERS + YEARS, str(sample_database(tmp_path)), str(tmp_path))
    assert "peewee" in loaded
    assert not loaded & {"psycopg", "psycopg2"}


SCREENS = """
import tthtcd_tui.cli
from tthtcd_tui.commands.screens import load_app
TthtcdApp = load_app()
import asyncio
from textual import events
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.session import Session
from pathlib import Path
async def main():
    store = Store(Path(sys.argv[1]))
    app = TthtcdApp(store, "canbo1", Session(store, store.years.all()[0], "canbo1", is_starting=True))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in sys.argv[2:]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            while app.keys.is_busy:
                await pilot.pause()
    store.close()
asyncio.run(main())
"""


def test_the_screens_open_without_docx(tmp_path: Path) -> None:
    """Preview and the export's own screen too: only writing a DOCX needs what writes one."""
    keys = [key for number in "012345678" for key in ("ctrl+g", number)]
    loaded = libraries(modules_after(SCREENS, str(sample_database(tmp_path)), *keys, "f6", "f9", "f3", "escape"))
    assert "textual" in loaded
    assert not loaded & {"docx", "lxml"}


def test_the_first_screen_reads_no_form_and_composes_nothing(tmp_path: Path) -> None:
    loaded = modules_after(SCREENS, str(sample_database(tmp_path)))
    forms = {name for name in loaded if name.startswith("tthtcd_tui.forms.shipped_")}
    assert forms - {"tthtcd_tui.forms.shipped_rules"} == {"tthtcd_tui.forms.shipped_1"}, (
        "of the versions the one that the year is of"
    )
    never = {"tomllib", "tthtcd_tui.forms.load", "tthtcd_tui.report.outline", "tthtcd_tui.models.writing"}
    assert loaded & never == set()


OF_THE_FIRST_SCREEN = 221
"""Our own modules, a third of a millisecond each; who needs more of them says here why."""
FOR_LATER = {
    "_sqlite3",
    "ast",
    "asyncio.sslproto",
    "calendar",
    "difflib",
    "gettext",
    "html.entities",
    "ipaddress",
    "locale",
    "mimetypes",
    "pickle",
    "platform",
    "random",
    "rich.box",
    "rich.panel",
    "rich.table",
    "rich.tree",
    "ssl",
    "subprocess",
    "tempfile",
    "textual.command",
    "textual.containers",
    "textual.css._help_text",
    "textual.design",
    "textual.validation",
    "textual.widgets._input",
    "textual.widgets._option_list",
    "textual.widgets._toast",
    "tthtcd_tui.checks.run",
    "tthtcd_tui.forms.read",
    "tthtcd_tui.models.ledger",
    "tthtcd_tui.report.answer_json",
    "tthtcd_tui.report.comparison",
    "tthtcd_tui.screens.choice",
    "tthtcd_tui.screens.question",
    "tthtcd_tui.text.quantities",
    "typing_extensions",
    "urllib.parse",
    "zipfile",
}


def test_the_first_screen_loads_little(tmp_path: Path) -> None:
    """Neither what reads what is typed, nor what asks, nor a widget of Textual that is never shown."""
    loaded = modules_after(SCREENS, str(sample_database(tmp_path)))
    assert loaded & FOR_LATER == set()
    assert len([name for name in loaded if name.startswith("tthtcd_tui")]) <= OF_THE_FIRST_SCREEN


COMPILED = """
import json, sys
package, compiled = sys.argv.pop(), []
def note(event, told):
    if event != "compile" or str(told[1]).endswith(".py"):  # a module that was never loaded before
        return
    caller = sys._getframe(1)
    while caller and not caller.f_code.co_filename.startswith(package):
        if "site-packages" in caller.f_code.co_filename:
            return
        caller = caller.f_back
    if caller:
        compiled.append(caller.f_code.co_filename.removeprefix(package))
sys.addaudithook(note)
"""
OF_CLASSES = 165
"""Texts: a frozen dataclass has six or seven, a named tuple one."""


def test_the_classes_of_the_first_screen_compile_little(tmp_path: Path) -> None:
    """A text compiled as a class is made takes a fifth of a millisecond: `named_tuple`, or a class that is written."""
    code = f"{COMPILED}{SCREENS}\nprint(json.dumps(compiled))"
    command = [sys.executable, "-P", "-c", code, str(sample_database(tmp_path)), str(PACKAGE)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    compiled = json.loads(done.stdout)
    assert 0 < len(compiled) <= OF_CLASSES, compiled
