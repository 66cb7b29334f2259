"""The address of data on a database server. A password in it is never shown."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from tthtcd_tui.files.names import safe_name
from tthtcd_tui.named_tuple import NamedTuple

_SCHEMES: Final = ("postgresql://", "postgres://")
_SERVICE: Final = "service="
_DEFAULT: Final = "postgresql"


class ServerAddress(NamedTuple):
    """The address of one database on a server."""

    connection: str
    """As the driver takes it; perhaps with a password."""
    words: str
    """The address to be shown: without user and password."""
    has_password: bool = False

    def __str__(self) -> str:
        return self.words

    def __repr__(self) -> str:
        """Without the password, wherever it is printed."""
        return f"ServerAddress({self.words!r})"

    @property
    def folder_name(self) -> str:
        """A readable folder name that is unique to this address."""
        mark = sha256(self.words.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return safe_name(f"may-chu-{self.words.partition('://')[2] or self.words}-{mark}", "")

    @property
    def local(self) -> Path:
        """A path at which there is no file; files on this machine that belong to the data are kept beside it."""
        from platformdirs import user_data_path

        return user_data_path("tthtcd") / self.folder_name / "may-chu"


Location = Path | ServerAddress
"""Where data are kept: in a file, or on a server."""


def is_server(words: str) -> bool:
    """Whether `words` are the address of a server and no file's."""
    return words.startswith((*_SCHEMES, _SERVICE))


def parse_location(words: str) -> Location:
    """A file's path, «postgresql://…», or «service=…» of the server's own list of services."""
    if words.startswith(_SERVICE):
        name, *more = words.removeprefix(_SERVICE).split() or [""]
        database = next((f", {word}" for word in more if word.startswith("dbname=")), "")
        return ServerAddress(words, f"dịch vụ {name}{database}", has_password=any("password" in word for word in more))
    if not is_server(words):
        return Path(words)
    from urllib.parse import parse_qs, urlsplit  # most have a file

    parts = urlsplit(words)
    asked = parse_qs(parts.query)
    said = {name: values[-1] for name, values in asked.items()}
    if "service" in said:
        told = f"dịch vụ {said['service']}"
    else:
        host = parts.netloc.rpartition("@")[2] or said.get("host", "")
        told = f"{_DEFAULT}://{host}/{parts.path.removeprefix('/') or said.get('dbname', '')}"
    return ServerAddress(words, told, has_password=":" in parts.netloc.rpartition("@")[0] or "password" in said)
