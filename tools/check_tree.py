"""Whether the files of the project are fit to be anyone's: part of `make check`.

No path of one machine, no registry's address, no address in a lock, and text that is UTF-8 in NFC with Unix line ends
(a decomposed «ệ» in the source would be searched for in vain).
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BINARY = {".docx", ".png", ".xlsx", ".pdf", ".db"}
# Golden files hold exact bytes, whatever they are.
EXACT = "tests/golden/"

_HOMES = r"(?:home|Users)/[a-z]\w*|root|tmp|private|var/folders"
_REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|index-url|find-links|trusted-host")
# The script that keeps the options above out of the locks must name them.
NAMES_REGISTRY = {"tools/lock.sh", "tools/check_tree.py", "tests/house/test_tree.py"}


def machine_paths(root: Path) -> re.Pattern[str]:
    """A pattern for what is on one machine only: home and scratch folders, and where this clone stands."""
    here = [re.escape(str(place)[1:]) for place in (root, root.parent) if len(place.parts) > 1]
    return re.compile(rf"(?<![\w.~}}$-])/(?:{'|'.join([_HOMES, *here])})/")


def problems_of(name: str, content: bytes, paths: re.Pattern[str]) -> Iterator[str]:
    """What is wrong with one file, in words; `name` is its path from the root, with slashes."""
    if Path(name).suffix in BINARY or name.startswith(EXACT):
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}: not UTF-8 at byte {error.start}"
        return
    if "\r" in text:
        yield f"{name}: carriage returns"
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{name}:{number}"
        if found := paths.search(line):
            yield f"{place}: a path of one machine: {found[0]}"
        if name.endswith(".lock") and "://" in line:
            yield f"{place}: an address in a lock"
        if name not in NAMES_REGISTRY and (found := _REGISTRY.search(line)):
            yield f"{place}: a registry: {found[0]}"
        if not unicodedata.is_normalized("NFC", line):
            yield f"{place}: not in NFC"


def files(root: Path) -> list[str]:
    """The project's files as git knows them: tracked, or new and not ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode("utf-8").split("\0")
    return sorted(name for name in set(names) if name and (root / name).is_file())


def main() -> int:
    """Check this tree; 1 if something is wrong with it."""
    paths = machine_paths(ROOT)
    names = files(ROOT)
    problems = [problem for name in names for problem in problems_of(name, (ROOT / name).read_bytes(), paths)]
    for problem in problems:
        print(problem)
    print(f"tree: {len(problems)} problems." if problems else f"tree: {len(names)} files, clean.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
