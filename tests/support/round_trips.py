"""A line to a server that counts how often somebody waited for its answer: BEGIN, COMMIT and all."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

PORT: Final = ".s.PGSQL.5432"
"""What a server's socket is called in its folder."""
_ANSWERED: Final = b"ZGW"
"""Messages after which it is the client's turn: ready for a query, and in the middle of copying."""


class CountedLine:
    """Stands in a folder of its own for the server at `server`, from `with` to its end; unencrypted, as a socket is."""

    def __init__(self, server: Path, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        """How often the server has answered, of all who came this way."""
        self._server = server
        self._ends: list[socket.socket] = []

    def __enter__(self) -> Self:
        self.folder.mkdir(mode=0o700)
        self.mend()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()

    def mend(self) -> None:
        """There is a server again."""
        threading.Thread(target=self._accept, args=(self.fall_silent(),), daemon=True).start()

    def fall_silent(self) -> socket.socket:
        """From now on nobody is answered, nor told so."""
        self.cut()
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(self.folder / PORT))
        listening.listen()
        self._ends = [listening]
        return listening

    def cut(self) -> None:
        """For whoever comes this way the server has ended."""
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        (self.folder / PORT).unlink(missing_ok=True)

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(self._server / PORT))
            self._ends += [client, server]
            for target, ends in ((self._ask, (client, server)), (self._answer, (server, client))):
                threading.Thread(target=target, args=ends, daemon=True).start()

    @staticmethod
    def _ask(client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while some := client.recv(1 << 16):
                server.sendall(some)
            server.shutdown(socket.SHUT_WR)

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        """Each message: a letter, four bytes that say how long it is with them, and the rest."""
        held = b""
        with suppress(OSError):
            while some := server.recv(1 << 16):
                held += some
                while len(held) >= 5 and len(held) > (length := int.from_bytes(held[1:5], "big")):
                    self.count += held[:1] in _ANSWERED  # before the client can have seen it
                    client.sendall(held[: length + 1])
                    held = held[length + 1 :]
            client.shutdown(socket.SHUT_WR)
