"""The standard library's modules that a session may need late: kept before an upgrade of the system takes them away.

What is ours and what we depend on lies in the folder of a release and stays there; the standard library is the
system's. Without them, exporting, pasting or a problem hours later would end a session whose Python has gone meanwhile.

Most sessions never need them, and thirty sessions hold thirty times what one loads: of what is written in Python the
compiled file is opened and read once it is needed, which costs no memory, and an open file stays whatever becomes of
its name. What is written in C is loaded.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType, ModuleType
from typing import Final

LATE_MODULES: Final = (
    "_bz2",
    "_compat_pickle",
    "_compression",
    "_csv",
    "_lzma",
    "_posixsubprocess",
    "_random",
    "_strptime",
    "ast",
    "asyncio.sslproto",
    "base64",
    "binascii",
    "bisect",
    "bz2",
    "calendar",
    "concurrent.futures.thread",
    "csv",
    "difflib",
    "encodings.cp1252",
    "encodings.cp1258",
    "encodings.cp437",  # the names in a DOCX, which is a ZIP
    "encodings.latin_1",
    "encodings.mac_roman",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.utf_32_be",
    "encodings.utf_32_le",
    "encodings.utf_8_sig",
    "getpass",
    "gettext",
    "gzip",
    "html",
    "html.entities",
    "inspect",
    "ipaddress",
    "linecache",
    "locale",
    "lzma",
    "mimetypes",
    "pickle",
    "platform",
    "pwd",
    "random",
    "resource",
    "shlex",
    "shutil",
    "subprocess",
    "tempfile",
    "textwrap",
    "tomllib",
    "tomllib._parser",
    "tomllib._re",
    "tomllib._types",
    "traceback",
    "unicodedata",
    "urllib",
    "urllib.parse",
    "warnings",
    "zipfile",
    "zlib",
)
"""Packages before their parts, each with the modules it imports that a session has not loaded."""
_HEAD: Final = 16
"""Bytes of a compiled file that say of which Python and of which source it is."""


def keep_late_modules() -> None:
    """Open or load every late module: a few milliseconds. Idempotent."""
    if any(isinstance(finder, KeptModules) for finder in sys.meta_path):
        return
    kept = KeptModules()
    for name in LATE_MODULES:
        if name not in sys.modules and not kept.keep(name):
            import_module(name)
    sys.meta_path.insert(0, kept)


class KeptModules:
    """A finder and loader of modules whose compiled files were opened in advance, whatever is on the disk by then."""

    def __init__(self) -> None:
        self._specs: dict[str, ModuleSpec] = {}
        self._files: dict[str, int] = {}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._specs)

    def keep(self, name: str) -> bool:
        """Keep the module, if it is written in Python and was compiled."""
        package = name.rpartition(".")[0]
        kept = self._specs.get(package)
        places = kept.submodule_search_locations if kept else import_module(package).__path__ if package else None
        found = PathFinder.find_spec(name, places)
        file = _compiled(found) if found is not None else None
        if found is None or file is None:
            return False
        found.loader = self  # type: ignore[assignment]  # what Python asks of one, without what importlib.abc loads
        self._specs[name], self._files[name] = found, file
        return True

    # -- what Python asks of a finder and a loader --------------------------------------------------------------------

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 -- the signature of a finder
        target: ModuleType | None = None,  # noqa: ARG002 -- likewise
    ) -> ModuleSpec | None:
        return self._specs.get(fullname)

    def create_module(self, spec: ModuleSpec) -> None:
        """None: the default module object."""

    def exec_module(self, module: ModuleType) -> None:
        exec(self.get_code(module.__name__), vars(module))  # noqa: S102 -- what importing a module is

    def get_code(self, name: str) -> CodeType:
        file = self._files[name]
        code: CodeType = marshal.loads(os.pread(file, os.fstat(file).st_size, _HEAD))  # noqa: S302 -- Python's own
        return code


def _compiled(spec: ModuleSpec) -> int | None:
    """A descriptor of a module's compiled file; None where there is none that Python itself would accept."""
    if not isinstance(spec.loader, SourceFileLoader) or spec.cached is None or spec.origin is None:
        return None
    try:
        file = os.open(spec.cached, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    if _is_of(os.pread(file, _HEAD, 0), spec.origin):
        return file
    os.close(file)
    return None


def _is_of(head: bytes, source: str) -> bool:
    """Whether a compiled file, by its header, belongs to this Python and this source (PEP 552)."""
    if head[:4] != MAGIC_NUMBER:
        return False
    is_hashed, is_checked = head[4] & 1, head[4] & 2
    if is_hashed:
        return not is_checked
    found = Path(source).stat()
    told = (int(found.st_mtime) & 0xFFFFFFFF).to_bytes(4, "little") + (found.st_size & 0xFFFFFFFF).to_bytes(4, "little")
    return head[8:] == told
