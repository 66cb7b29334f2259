"""A DOCX as PDF, by the LibreOffice of this machine."""

from __future__ import annotations

from tthtcd_tui.errors import NoPdf, UnusableFile
from tthtcd_tui.tasks.transfer.read_in_child import converted, office

_OTHERWISE = "Hãy xuất tệp DOCX, mở bằng Word rồi lưu thành PDF."


def as_pdf(docx: bytes) -> bytes:
    """The document as it prints, whole. Raises NoPdf."""
    if office() is None:
        raise NoPdf(f"Máy này không có LibreOffice nên chưa xuất được PDF. {_OTHERWISE}")
    try:
        data = converted(docx, ".docx", "pdf", _OTHERWISE)
    except (UnusableFile, OSError):
        raise NoPdf(f"LibreOffice không đổi được báo cáo sang PDF. {_OTHERWISE}") from None
    if not (data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")):
        raise NoPdf(f"LibreOffice ghi tệp PDF chưa trọn vẹn nên không nhận. {_OTHERWISE}")
    return data
