"""Which Word file the centre's documents look like: what there is to choose from, and what was chosen."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.transfer.centre_template import (
    CentreTemplate,
    centre_template,
    choose_template,
    forget_template,
)
from tthtcd_tui.tasks.transfer.sent_files import SentFiles

if TYPE_CHECKING:
    from tthtcd_tui.report.document_look import DocumentLook

OWN_LOOK: Final = "Của chương trình"
_WORD: Final = (".docx", ".dotx")
_MOST_FILES: Final = 8


class TemplateChoice:
    """The choice is the centre's, whoever makes it, and lasts."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._kept: CentreTemplate | None = None
        self._read_at: tuple[int, int] | None = None

    @property
    def _sent(self) -> SentFiles:
        return SentFiles.beside(self._services.export_folder())

    def kept(self, session: Session) -> CentreTemplate | None:
        """The one chosen, as it was when the year was read last; None for the program's own look."""
        now = session.year.report_id, session.revision
        if self._read_at != now:
            self._kept, self._read_at = centre_template(session.store, session.year.centre.id), now
        return self._kept

    def files(self) -> list[str]:
        """The Word files that were sent, or lie in the folder: the newest first, as many as one looks through."""
        names = (each.name for each in self._sent.all())
        return list(islice((name for name in names if name.lower().endswith(_WORD)), _MOST_FILES))

    def options(self) -> tuple[str, ...]:
        """What can be chosen, in order."""
        return (OWN_LOOK, *self.files())

    def read(self, name: str) -> bytes:
        """The file of that name. Raises TaskProblem, FileProblem."""
        return self._sent.read(name)

    def forget(self, session: Session) -> None:
        """Back to the program's own look. Raises NotAllowed."""
        forget_template(session.store, session.year.centre.id, self._services.user)
        self._read_at = None

    def choose(self, session: Session, name: str, data: bytes, look: DocumentLook) -> CentreTemplate:
        """Raises NotAllowed."""
        self._read_at = None
        return choose_template(session.store, session.year.centre.id, self._services.user, name, data, look)

    def hint(self) -> str:
        if self.files():
            return "Gõ số của một mẫu, rồi Enter: cả trung tâm dùng từ nay. Lấy kiểu chữ, lề; không lấy chữ."
        where = "gửi lên như khi nhập tệp" if self._sent.is_served else "chép vào thư mục ghi ở trên"
        return f"Chưa có tệp Word nào để chọn: {where}."
