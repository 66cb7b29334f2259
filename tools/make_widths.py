"""Makes exports/word/times.json: how wide each letter of Times New Roman is, for lines that are as long as a text.

Liberation Serif has the same widths by design, and is free to read: `python -m tools.make_widths FONT_FOLDER`, where
the folder holds LiberationSerif-Regular.ttf, -Bold.ttf and -Italic.ttf, version 2 (Debian: fonts-liberation2; version 1
has no Ộ).
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

WIDTHS = Path(__file__).parent.parent / "tthtcd_tui" / "exports" / "word" / "times.json"
_RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x1A0, 0x1B1), (0x300, 0x304), (0x1E00, 0x1F00), (0x2010, 0x2040))


def main() -> int:
    folder = Path(sys.argv[1])
    letters = [code for first, after in _RANGES for code in range(first, after)]
    table = {}
    for face in ("Regular", "Bold", "Italic"):
        widths, units = _advances((folder / f"LiberationSerif-{face}.ttf").read_bytes())
        if 0x1ED8 not in widths:
            print("this version of the font has no Vietnamese letters", file=sys.stderr)
            return 1
        table[face.lower()] = {chr(code): round(widths[code] * 1000 / units) for code in letters if code in widths}
    WIDTHS.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"wrote {WIDTHS.name}: {len(table['regular'])} letters")
    return 0


def _advances(font: bytes) -> tuple[dict[int, int], int]:
    """Code point → advance, and the units of an em (OpenType tables cmap format 4, hmtx, hhea, head)."""
    tables = {}
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        tables[tag.decode()] = offset
    units = struct.unpack_from(">H", font, tables["head"] + 18)[0]
    long_metrics = struct.unpack_from(">H", font, tables["hhea"] + 34)[0]
    glyphs = _glyphs(font, tables["cmap"])
    widths = {
        code: struct.unpack_from(">H", font, tables["hmtx"] + 4 * min(glyph, long_metrics - 1))[0]
        for code, glyph in glyphs.items()
    }
    return widths, units


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        _, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * number)
        start = cmap + offset
        if struct.unpack_from(">H", font, start)[0] == 4:
            return _format_4(font, start)
    raise ValueError("no cmap of format 4")


def _format_4(font: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends, starts, deltas, offsets = (start + 14 + n for n in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2))
    found = {}
    for segment in range(count):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, place + 2 * segment)[0] for place in (ends, starts, deltas, offsets)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", font, offsets + 2 * segment + offset + 2 * (code - first))[0]
                if glyph == 0:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return found


if __name__ == "__main__":
    sys.exit(main())
