"""What every run needs of the standard library works as ever, with less of it loaded."""

from __future__ import annotations

import gettext
import json
import subprocess
import sys
from urllib.parse import quote_from_bytes

import pytest

from tthtcd_tui.files.lean_imports import as_it_is, by_number, percent_encoded

LEAN = """
import json, sys
import tthtcd_tui.files.lean_imports
import argparse, pathlib
parser = argparse.ArgumentParser(prog="x")
parser.add_argument("--one", type=int)
loaded = list(sys.modules)
print(json.dumps([parser.format_usage(), pathlib.PurePosixPath("/a b").as_uri(), loaded]))
from urllib.parse import urlsplit
import gettext
assert urlsplit("x://y").netloc == "y" and gettext.find
"""


def test_nothing_is_loaded_for_translations_and_urls_until_somebody_asks() -> None:
    done = subprocess.run([sys.executable, "-P", "-c", LEAN], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    usage, uri, loaded = json.loads(done.stdout)
    assert (usage, uri) == ("usage: x [-h] [--one ONE]\n", "file:///a%20b")
    assert {"argparse", "pathlib"} <= set(loaded)
    assert {"gettext", "locale", "urllib.parse", "ipaddress"}.isdisjoint(loaded)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_words_are_as_where_there_is_no_translation(number: int) -> None:
    assert as_it_is("usage: ") == gettext.NullTranslations().gettext("usage: ")
    assert by_number("one", "many", number) == gettext.NullTranslations().ngettext("one", "many", number)


def test_a_path_in_a_url_is_written_as_the_standard_library_writes_it() -> None:
    assert percent_encoded(bytes(range(256))) == quote_from_bytes(bytes(range(256)))
