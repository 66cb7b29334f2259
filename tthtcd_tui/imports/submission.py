"""Reading a submission and checking it against its manifest, down to the last sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final

from tthtcd_tui.errors import CodecProblem, UnusableFile
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.sources.package import Package
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.codec import decode_tree, parse_json
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.submitted import (
    DATA,
    DOCX,
    LARGEST_MANIFEST,
    MANIFEST,
    PARTS,
    FormName,
    Manifest,
    decode_manifest,
    manifest_with,
    sums_tree,
)

_AGAIN: Final = "Hãy đề nghị trung tâm nộp lại."
_DOCUMENT: Final = "word/document.xml"

FormOf = Callable[[FormName], Form | None]


class Read(NamedTuple):
    """What a file says of itself, and why it is refused; a manifest of a refused file is only what it claims."""

    manifest: Manifest | None
    refused: str = ""
    told: bytes = b""
    """The manifest as it stands in the file."""


def read_submission(data: bytes, form_of: FormOf) -> Read:
    """Read an untrusted file. Never raises UnusableFile: the result says what is wrong, in a sentence."""
    manifest, told = None, b""
    try:
        parts = _parts(data)
        manifest = decode_manifest(parts[MANIFEST])
        told = parts[MANIFEST]
        _check(manifest, parts, form_of)
    except UnusableFile as problem:
        return Read(manifest, problem.message.partition(" Hãy ")[0] + f" {_AGAIN}", told)
    except CodecProblem as problem:
        return Read(manifest, f"{problem.problems[0]} {_AGAIN}", told)
    return Read(manifest, told=told)


def _parts(data: bytes) -> Mapping[str, bytes]:
    package = Package(data)
    if sorted(package.names) != sorted(PARTS):
        raise UnusableFile(
            "Tệp không phải bản nộp của chương trình: bên trong phải có đúng bản kê, tệp DOCX và tệp JSON."
        )
    found = {name: package.read(name) or b"" for name in PARTS}
    if len(found[MANIFEST]) > LARGEST_MANIFEST:
        raise UnusableFile("Bản kê lớn bất thường nên không nhận.")
    return found


def _check(manifest: Manifest, parts: Mapping[str, bytes], form_of: FormOf) -> None:
    hashes = {name: sha256(parts[name]).hexdigest() for name in (DOCX, DATA)}
    for name in (DOCX, DATA):
        if hashes[name] != manifest.files[name]:
            raise UnusableFile(f"Tệp {name} trong bản nộp đã bị sửa sau khi chốt: mã kiểm tra không khớp bản kê.")
    form = form_of(manifest.form)
    if form is None:
        raise UnusableFile(
            f"Bản nộp dùng biểu mẫu {manifest.form.key} phiên bản {manifest.form.version} mà ở đây chưa có."
        )
    report = decode_tree(parse_json(parts[DATA]), form)
    found = manifest_with(form, report, manifest.version, manifest.finalised, hashes)
    if manifest.carry is Carry.PRINTED:
        if report.log.activities or report.base is not None:
            raise UnusableFile("Bản kê ghi là tệp JSON chỉ có những gì đã in, mà trong tệp có cả dữ liệu không in.")
        found = found.reduced_from(manifest)
    if found.sums != manifest.sums:
        raise UnusableFile(_differing(form, manifest, found))
    if found._replace(sums=manifest.sums) != manifest:  # those are known to be the same
        raise UnusableFile("Bản kê nói khác tệp JSON về trung tâm, kỳ báo cáo, biểu mẫu hoặc bản đã chốt.")
    if _DOCUMENT not in Package(parts[DOCX]).names:
        raise UnusableFile("Tệp DOCX trong bản nộp không phải văn bản Word.")


def _differing(form: Form, told: Manifest, found: Manifest) -> str:
    places = sorted(told.sums.keys() | found.sums.keys())
    place = next(place for place in places if told.sums.get(place) != found.sums.get(place))
    claimed, held = _shown(told, place), _shown(found, place)
    label = label_at(form, place) or ("Tổng của bảng kết quả" if place.kind == PlaceKind.RESULTS else place)
    return f"Số liệu trong bản kê không khớp tệp JSON, ở “{label}”: bản kê ghi {claimed}, tệp JSON ghi {held}."


def _shown(manifest: Manifest, place: Place) -> str:
    value = sums_tree({place: manifest.sums[place]})[place] if place in manifest.sums else None
    if isinstance(value, dict):
        return " ".join(str(each) for each in reversed(value.values()))
    return str(value) if value else "(không có)"
