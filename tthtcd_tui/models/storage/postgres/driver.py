"""The driver, which is installed only where data are on a server; and Peewee's way to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.storage.orm import PeeweeAdapter

try:
    import psycopg as psycopg  # noqa: PLC0414 -- handed on: whoever needs it is told where it is not there
    from psycopg.adapt import Loader
    from psycopg.conninfo import conninfo_to_dict
    from psycopg.pq import TransactionStatus as TransactionStatus  # noqa: PLC0414 -- handed on
except ImportError as missing:
    raise StoreProblem(
        "Máy này chưa cài phần nối với máy chủ dữ liệu. Hãy đề nghị quản trị viên cài gói tthtcd-tui[server]."
    ) from missing

_USUAL: Final[Mapping[str, Any]] = {
    "application_name": "tthtcd",
    "connect_timeout": 5,
    # A line that is dead without a word is given up in ten seconds: whoever types waits for it.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""Connection settings, where the address gives none of its own."""


class _WholeNumber(Loader):
    """Loads NUMERIC as int: the server's type for a sum of whole numbers."""

    def load(self, data: Any) -> int:
        return int(bytes(data))


class _Connection(psycopg.Connection[Any]):
    """A connection that is closed when nothing refers to it any more, as a file is."""

    def __del__(self) -> None:  # type: ignore[override]  # the driver takes how to warn
        if getattr(self, "pgconn", None):
            self.close()


def is_cut(connection: psycopg.Connection[Any]) -> bool:
    """Whether the other end has gone, without a round trip. Tried twice: an orderly shutdown sends a message first."""
    try:
        for _ in range(2):
            connection.pgconn.consume_input()
    except psycopg.Error:
        return True
    return connection.closed


class Adapter(PeeweeAdapter):  # type: ignore[misc]  # Peewee's stubs know none
    """Peewee's psycopg adapter without its check for the driver: Peewee was imported without it."""

    txn_idle = TransactionStatus.IDLE
    txn_inerror = TransactionStatus.INERROR
    txn_unknown = TransactionStatus.UNKNOWN

    def check_driver(self) -> None:
        """It is there."""

    def get_binary_type(self) -> type:
        return bytes

    def connect(self, db: Any, **_: object) -> psycopg.Connection[Any]:
        """Connect with client-side values and nothing prepared, which a pooler without sessions needs."""
        try:
            asked = {**_USUAL, **conninfo_to_dict(db.database)}
        except psycopg.Error:  # whose words repeat the address, with what may be a password
            raise StoreProblem(
                "Địa chỉ máy chủ dữ liệu không đúng dạng. Hãy ghi postgresql://MÁY/CƠ_SỞ_DỮ_LIỆU, hoặc service=TÊN."
            ) from None
        asked["client_encoding"] = "UTF8"
        connection: psycopg.Connection[Any] = _Connection.connect(
            **asked,
            autocommit=True,
            prepare_threshold=None,
            cursor_factory=psycopg.ClientCursor,
        )
        connection.adapters.register_loader("numeric", _WholeNumber)
        return connection
