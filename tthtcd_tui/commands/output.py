"""What every command prints the same way, and the exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final
from unicodedata import category

DONE: Final = 0
ERRORS_FOUND: Final = 1
USAGE: Final = 2
FAILURE: Final = 3
_STEP_SECONDS: Final = 0.5


def printable(text: str) -> str:
    """`text` without control characters, since it may come from an untrusted file."""
    return text if text.isprintable() else "".join(c if _is_harmless(c) else "?" for c in text)


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character == "\t" or category(character) == "Zs"


def tell(*lines: str) -> None:
    """Print `lines` to whoever asked."""
    for line in lines:
        print(printable(line))


def is_at_terminal() -> bool:
    """Whether standard input and output are a terminal, so that a question can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str) -> str:
    """What somebody at a terminal answers; nothing where they only press Enter, or end the input."""
    try:
        return input(printable(question)).strip()
    except EOFError:
        print()
        return ""


def complain(message: str, *details: str) -> None:
    """Print what went wrong; at a terminal, which would break a line in the middle of a word, wrapped."""
    for line in (message, *(f"  {detail}" for detail in details)):
        for part in _wrapped(line) if sys.stderr.isatty() else (line,):
            print(printable(part), file=sys.stderr)


def _wrapped(line: str) -> list[str]:
    from shutil import get_terminal_size
    from textwrap import wrap

    indent = line[: len(line) - len(line.lstrip())]
    width = get_terminal_size().columns
    return wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [line]


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """Show the progress of long work on a line at the terminal, twice a second; the line goes when it is done."""
    is_shown, last = sys.stderr.isatty(), monotonic()

    def step(done: int, of: int) -> None:
        nonlocal last
        if is_shown and monotonic() - last > _STEP_SECONDS:
            last = monotonic()
            print(f"\r{words}: {done}/{of}", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        if is_shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


@contextmanager
def working(words: str) -> Iterator[Callable[[int], None]]:
    """Show what is being done, and the seconds it takes, on a line at the terminal; the line goes when it is done."""
    is_shown = sys.stderr.isatty()

    def tick(seconds: int) -> None:
        if is_shown:
            told = f" {seconds} giây" if seconds else ""
            print(f"\r\033[K{words}{told}", end="", file=sys.stderr, flush=True)

    tick(0)
    try:
        yield tick
    finally:
        if is_shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def print_json(tree: object) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    print("".join(c if c == "\n" or _is_harmless(c) else f"\\u{ord(c):04x}" for c in text))
