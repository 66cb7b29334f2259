"""A DOCX of ours comes back: whole where it carries the year, and what was edited in Word at its Place."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import both, shipped
from support.strategies import reports
from support.years import year

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.own_word import read_own
from tthtcd_tui.imports.sources.word_carried import carried_in
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.carried import Carry, read_carried
from tthtcd_tui.report.codec import ReportData, decode_tree
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport, decode_report

SAMPLE = decode_report(sample_bytes(SAMPLE_YEAR), "mau.json", None)
Found = dict[str, str]


def docx(report: OpenedReport, carry: Carry = Carry.PRINTED) -> bytes:
    return render(report._replace(carry=carry), ExportFormat.DOCX, draft=True)


def edited(data: bytes, changes: Mapping[str, str]) -> bytes:
    """The document with words of its pages changed, as Word leaves them."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            for was, now in changes.items() if name == "word/document.xml" else ():
                assert part.count(was.encode()) >= 1, was
                part = part.replace(was.encode(), now.encode(), 1)
            after.writestr(name, part)
    return made.getvalue()


def said(data: bytes) -> tuple[Found, list[str]]:
    tree = read_own(data)
    return {place: value for place, value, *_ in tree["found"]}, [text for text, _ in tree["unplaced"]]


# -- the whole year ---------------------------------------------------------------------------------------------------

ANY = st.sampled_from(both()).flatmap(lambda form: st.tuples(st.just(form), reports(form)))


@pytest.mark.long
@at_most(60)
@given(ANY)
@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_any_report_comes_back_as_it_was(made: tuple[Form, ReportData]) -> None:
    form, report = made
    tree = read_own(docx(OpenedReport.alone(form, report), Carry.ALL))
    assert decode_tree(tree["report"], form) == report
    assert (tree["found"], tree["unplaced"]) == ([], [])


@pytest.mark.long
def test_a_long_log_comes_back() -> None:
    day = year(shipped()).period.start
    log = ActivityLog.of(Activity(f"hd-{n}", day, f"Lớp «{n}» & <b>", "phap_luat", n) for n in range(12_000))
    report = ReportData(year(shipped(), log=log.activities), log)
    tree = read_own(docx(OpenedReport.alone(shipped(), report), Carry.ALL))
    assert decode_tree(tree["report"], shipped()) == report


# -- what goes to a superior ------------------------------------------------------------------------------------------

SECRETS = ["0912345678", "Ghi chú về cán bộ", "Lý do riêng", "Đối tác kín", "Ghi chú của buổi học", "Trình độ kín"]


def with_secrets() -> OpenedReport:
    log = ActivityLog.of([
        Activity("hd-1", SAMPLE.report.facts.period.start, "Lớp học", "phap_luat", 1, 20, "Khu 5", SECRETS[3], SECRETS[4])
    ])  # fmt: skip
    typed = {
        "board/gd/role": "1", "board/gd/name": "Vũ Thanh Hải", "board/gd/phone": SECRETS[0], "board/gd/note": SECRETS[1],
        "board/gd/training": SECRETS[5], "reason/figure/dan_so": SECRETS[2], "figure/dan_so": "100",
        "rating/co_quan/note": SECRETS[1], "carried/figure/dan_so": "2019-2020",
    }  # fmt: skip
    facts = year(shipped(), typed, log=log.activities)
    return OpenedReport.alone(shipped(), ReportData(facts, log))


def everything_in(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return "\n".join([*package.namelist(), *(package.read(name).decode("utf-8") for name in package.namelist())])


def test_what_is_not_printed_stands_nowhere_in_the_package() -> None:
    report = with_secrets()
    found = everything_in(docx(report))
    assert "Vũ Thanh Hải" in found
    assert [secret for secret in SECRETS if secret in found] == []
    assert "reason/" not in found
    assert "carried/" not in found
    assert "activity/" not in found
    everything = everything_in(docx(report, Carry.ALL))
    assert [secret for secret in SECRETS if secret not in everything] == []


def test_plain_carries_nothing() -> None:
    data = docx(SAMPLE, Carry.NOTHING)
    assert carried_in(data) == ""
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "custom" in name.lower()]
        assert b"custom" not in package.read("[Content_Types].xml")


# -- edited in Word ---------------------------------------------------------------------------------------------------

CHANGES = {
    "dân số trên 40.000 người": "dân số trên 41.000 người",
    "đúng mức, đúng kỳ.": "đúng mức, đúng kỳ, không nợ tháng nào.",
    "nhờ đó người dân nắm được lịch học và tham gia đông đủ": "nhờ đó người dân biết mà đến lớp",
    "- Giám đốc: Phó Chủ tịch UBND phường, phụ trách văn hóa - xã hội;": "- Giám đốc: Chủ tịch UBND phường;",
    "Vũ Thanh Hải": "Trần Văn Bình",
    "ĐẶC ĐIỂM TÌNH HÌNH ĐỊA PHƯƠNG": "ĐẶC ĐIỂM CỦA ĐỊA PHƯƠNG",
}
FOUND = {
    "figure/dan_so": "trên 41.000",
    "checklist/che_do/statement": "Giám đốc và các Phó Giám đốc được chi trả phụ cấp trách nhiệm đúng mức, đúng kỳ, không"
    " nợ tháng nào.",
    "checklist/van_dong_ke_hoach/statement": "Lịch học được báo trên hệ thống loa của {so_khu} khu phố, trên pa nô, áp phích và"
    " bằng xe phát thanh lưu động, nhờ đó người dân biết mà đến lớp.",
    "board/giam-doc/duty": "Chủ tịch UBND phường",
    "report/signer": "Trần Văn Bình",
}


@pytest.mark.parametrize("carry", [Carry.PRINTED, Carry.ALL])
def test_an_unedited_document_says_nothing(carry: Carry) -> None:
    assert said(docx(SAMPLE, carry)) == ({}, [])


def test_each_edit_is_a_proposal_at_its_place() -> None:
    assert said(edited(docx(SAMPLE), CHANGES)) == (FOUND, ["ĐẶC ĐIỂM CỦA ĐỊA PHƯƠNG"])


def test_a_paragraph_put_in_belongs_to_the_prose_above() -> None:
    end = "đúng mức, đúng kỳ."
    data = edited(docx(SAMPLE), {end: f"{end}</w:t></w:r></w:p><w:p><w:r><w:t>Đoạn thêm vào."})
    (found,) = said(data)[0].items()
    assert found[0] == "checklist/che_do/statement"
    assert found[1].splitlines()[1:] == ["Đoạn thêm vào."]


def test_a_damaged_part_is_told_from_a_sound_one() -> None:
    data = docx(SAMPLE)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b"carry", b"khac", 1) if name == "customXml/item1.xml" else part)
    with pytest.raises(ValueError, match="Phần dữ liệu kèm trong tệp Word bị hỏng"):
        read_own(made.getvalue())


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_saved_again_by_libreoffice_it_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(edited(docx(SAMPLE), CHANGES))
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    told = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "ra")]
    subprocess.run([*told, str(path)], check=True, capture_output=True, timeout=300)
    assert said((tmp_path / "ra" / "bao-cao.docx").read_bytes()) == (FOUND, ["ĐẶC ĐIỂM CỦA ĐỊA PHƯƠNG"])


def test_what_carries_more_than_any_report_is_damaged() -> None:
    with pytest.raises(CodecProblem, match="bị hỏng"):
        read_carried(
            '{"carry": "all", "year": "", "end": [], "lines": [], "report": {"a": [' + "[]," * 700_000 + "0]}}"
        )
