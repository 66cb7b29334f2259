"""What a session may need of the standard library it can load when the standard library has gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from tthtcd_tui.tasks.care.late_modules import LATE_MODULES, KeptModules

GONE = """
import json, os, sys
from tthtcd_tui.commands.screens import load_app
load_app()
from tthtcd_tui.tasks.care.late_modules import LATE_MODULES, keep_late_modules
before = set(sys.modules)
keep_late_modules()
keep_late_modules()
(kept,) = (finder for finder in sys.meta_path if hasattr(finder, "keep"))
loaded = sys.modules.keys() - before
folder = os.path.dirname(os.__file__)
sys.path[:] = [path for path in sys.path if not path.startswith(folder) or "site-packages" in path]
sys.path_importer_cache.clear()
from importlib import import_module
for name in LATE_MODULES:
    module = import_module(name)
print(json.dumps([sorted(kept.names), sorted(name for name in loaded if name in kept.names)]))
"""


def test_each_is_loaded_without_the_folder_it_lay_in() -> None:
    done = subprocess.run([sys.executable, "-c", GONE], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    kept, loaded = json.loads(done.stdout)
    assert {"zipfile", "html.entities", "subprocess", "tomllib._parser"} <= set(kept) <= set(LATE_MODULES)
    assert loaded == [], "kept, and held in memory all the same"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module of its own, compiled."""
    path = tmp_path / "some_late_module.py"
    path.write_text("WORDS = 'as they were'\n")
    subprocess.run([sys.executable, "-m", "compileall", "-q", path], check=True)
    monkeypatch.syspath_prepend(tmp_path)
    return path


def test_what_was_kept_is_what_lay_there_then(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptModules()
    assert kept.keep(module.stem)
    module.unlink()
    Path(cache_from_source(str(module))).unlink()
    monkeypatch.setattr(sys, "meta_path", [kept, *sys.meta_path])
    try:
        assert __import__(module.stem).WORDS == "as they were"
    finally:
        sys.modules.pop(module.stem, None)


def test_no_compiled_file_of_another_source_is_kept(module: Path) -> None:
    os.utime(module, (1, 1))
    assert not KeptModules().keep(module.stem)


def test_nothing_is_kept_of_what_was_not_compiled(module: Path) -> None:
    Path(cache_from_source(str(module))).unlink()
    assert not KeptModules().keep(module.stem)


def test_what_is_written_in_c_is_not_kept() -> None:
    assert not KeptModules().keep("unicodedata")
