"""Draw docs/rooms.svg from the code: the rooms in their layers, what each holds, which rooms it imports.

Layers come from the import contract in pyproject.toml, words from each room's docstring, arrows from its imports, so
the picture cannot say what the code does not. `python -m tools.draw_rooms` writes it; with `--check` it exits 1 if the
picture is stale.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tools.made_file import write_or_check

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "tthtcd_tui"
PICTURE = ROOT / "docs" / "rooms.svg"
_WIDTH, _MARGIN, _GAP, _LINE, _PAD = 1180, 20, 14, 17, 10
_LETTER = 7.3
"""Width of a letter of the picture's monospaced 12-point font."""
_START = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="monospace" font-size="12">'
)


@dataclass(frozen=True, slots=True)
class Room:
    """A module or package directly under the program's package. `inner` are its subpackages, `imports` other rooms."""

    name: str
    words: str
    inner: tuple[tuple[str, str], ...]
    imports: tuple[str, ...]


def layers() -> list[list[str]]:
    """The names of the rooms, the topmost layer first, as the contract «imports point down only» has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layered,) = (contract for contract in contracts if contract["type"] == "layers")
    return [[name.strip(" ()") for name in layer.split("|")] for layer in layered["layers"]]


def room(name: str) -> Room:
    """The room called `name`, read from its source. Raises FileNotFoundError where there is none."""
    folder = ROOT / PACKAGE / name
    if not folder.is_dir():
        source = folder.with_suffix(".py")
        return Room(name, _words(source), (), _imports(name, [source]))
    inner = tuple((child.parent.name, _words(child)) for child in sorted(folder.glob("*/__init__.py")))
    return Room(name, _words(folder / "__init__.py"), inner, _imports(name, sorted(folder.rglob("*.py"))))


def _words(source: Path) -> str:
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def _imports(name: str, sources: list[Path]) -> tuple[str, ...]:
    found = {room for source in sources for room in _imported(ast.parse(source.read_text(encoding="utf-8")))}
    return tuple(sorted(found - {name}))


def _imported(tree: ast.Module) -> Iterator[str]:
    """The rooms that a module imports, those inside functions and under TYPE_CHECKING too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == PACKAGE:
            parts = node.module.split(".")[1:]
            yield from parts[:1] or (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith(f"{PACKAGE}."))


def draw() -> str:
    """The whole picture: a band a layer, a box a room."""
    y = _MARGIN
    parts: list[str] = []
    for layer in layers():
        boxes = [_lines(room(name), _box_width(len(layer))) for name in layer]
        height = max(map(len, boxes)) * _LINE + 2 * _PAD
        for number, lines in enumerate(boxes):
            x = _MARGIN + number * (_box_width(len(layer)) + _GAP)
            parts += _box(x, y, _box_width(len(layer)), height, lines)
        y += height + _GAP
    start = _START.format(width=_WIDTH + 2 * _MARGIN, height=y + _MARGIN - _GAP)
    return "\n".join([start, '<rect width="100%" height="100%" fill="white"/>', *parts, "</svg>", ""])


def _box_width(count: int) -> int:
    return (_WIDTH - (count - 1) * _GAP) // count


def _lines(shown: Room, width: int) -> list[tuple[str, str]]:
    """Style and text of each line of a box."""
    letters = int((width - 2 * _PAD) / _LETTER)
    lines = [("head", shown.name), *(("", line) for line in _wrapped(shown.words, letters))]
    for name, words in shown.inner:
        lines += [("inner", line) for line in _wrapped(f"{name}/ {words}", letters)]
    if shown.imports:
        lines += [("dim", line) for line in _wrapped(f"→ {' '.join(shown.imports)}", letters)]
    return lines


def _wrapped(text: str, letters: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > letters:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


_STYLES = {"head": ' font-weight="bold"', "inner": ' fill="#245"', "dim": ' fill="#888"', "": ""}


def _box(x: int, y: int, width: int, height: int, lines: list[tuple[str, str]]) -> Iterator[str]:
    yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" fill="#f7fafc" stroke="#456"/>'
    for number, (style, text) in enumerate(lines):
        at = y + _PAD + _LINE * number + 12
        yield f'<text x="{x + _PAD}" y="{at}"{_STYLES[style]}>{escape(text)}</text>'


def main() -> int:
    """Write the picture, or with `--check` compare it; 1 if it is stale."""
    stale = "docs/rooms.svg is not what the code says: run python -m tools.draw_rooms"
    return write_or_check(PICTURE, draw().encode(), stale)


if __name__ == "__main__":
    sys.exit(main())
