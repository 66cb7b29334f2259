"""Run by a process of its own: what of the standard library a session may load once its Python has gone.

Prints, as JSON, the modules that are loaded by nothing a session loads at its start.
"""

from __future__ import annotations

import ast
import codecs
import json
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import tthtcd_tui

POSTGRES: Final = "tthtcd_tui.models.storage.postgres."


def main() -> None:
    """Start as a session does; then load all that is ours, and whatever else functions of ours name."""
    from tthtcd_tui.commands import screens

    screens._set_textual_up()
    for name in ("cli", "app"):
        import_module(f"tthtcd_tui.{name}")
    from tthtcd_tui.tasks.care.late_modules import LATE_MODULES, keep_late_modules

    keep_late_modules()
    before = loaded() | set(LATE_MODULES)
    for module in pkgutil.walk_packages(tthtcd_tui.__path__, "tthtcd_tui."):
        # A server's engine is loaded whole when a session opens, and never where a file is opened.
        if not module.name.endswith("__main__") and not module.name.startswith(POSTGRES):
            import_module(module.name)
    read_everything()
    named = {name for name in imported_in_functions() if name.partition(".")[0] in sys.stdlib_module_names}
    print(json.dumps(sorted((loaded() | named) - before)))


def loaded() -> set[str]:
    return {name for name, module in sys.modules.items() if is_standard(name) and module is not None}


def is_standard(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names


def imported_in_functions() -> Iterator[str]:
    for path in Path(tthtcd_tui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


def read_everything() -> None:
    """Codecs are modules that no import names, and what a DOCX is made of is loaded while it is."""
    from tthtcd_tui.tasks.demo import demo, scratch_samples
    from tthtcd_tui.text.decoding import decode
    from tthtcd_tui.text.legacy_tables import from_1258, from_mojibake, from_tcvn3, from_vni

    with scratch_samples() as (store, year), TemporaryDirectory() as folder:
        demo(Path(folder), store, year)
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        decode(mark)
    decode(b"TTHTC\xd0: Trung t\xe2m")
    for convert in (from_tcvn3, from_vni, from_1258, from_mojibake):
        convert("TiÕng ViÖt, Tiãúng Viãût, Tiếng Việt")


if __name__ == "__main__":
    main()
