"""What a centre mails to its superior: the document of a final version as it was kept, its data, and a manifest.

The same version gives the same bytes, whenever and wherever it is made.
"""

from __future__ import annotations

from tthtcd_tui.exports.word.package import packed
from tthtcd_tui.report.submitted import DATA, DOCX, MANIFEST, Manifest, encode_manifest


def submission_bytes(manifest: Manifest, docx: bytes, data: bytes) -> bytes:
    """The submission as a zip."""
    return packed({MANIFEST: encode_manifest(manifest), DOCX: docx, DATA: data})
