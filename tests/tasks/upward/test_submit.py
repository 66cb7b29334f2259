"""A final report is handed in as one file: what was kept, and a manifest that tells its numbers and hashes."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from support.mailed import small_docx
from support.stores import CLERK, DIRECTOR, VIEWER, activity, number, save, staffed

from tthtcd_tui.errors import NotAllowed, NotFinal, NotReducible
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.submission import read_submission
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.submissions import Standing
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED, RETURNED
from tthtcd_tui.report.submitted import DATA, DOCX, MANIFEST, PARTS, decode_manifest, encode_manifest
from tthtcd_tui.tasks.care.open_store import current_year
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.show_history import history
from tthtcd_tui.tasks.upward.submit import hand_in, submission
from tthtcd_tui.tasks.years.finalise import finalise, reopen
from tthtcd_tui.tasks.years.kept_versions import version_bytes


@pytest.fixture
def year(store: Store) -> Year:
    """The sample year of 2020-2021, final."""
    made = load_samples(store)
    staffed(store)
    finalise(store, made, DIRECTOR)
    return again(store, made)


def again(store: Store, year: Year) -> Year:
    found = store.years.get(year.report_id)
    assert found is not None
    return found


def year_form(store: Store, year: Year) -> Form:
    return store.snapshot(year.report_id).form


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("carry", [Carry.PRINTED, Carry.ALL])
def test_it_holds_what_was_kept_and_a_manifest_of_it(store: Store, year: Year, carry: Carry) -> None:
    made = submission(store, year, carry)
    found = parts(made.data)
    assert tuple(found) == PARTS
    assert found[DOCX] == version_bytes(store, year, 1, ExportFormat.DOCX)
    kept = version_bytes(store, year, 1, ExportFormat.JSON)
    assert (found[DATA] == kept) is (carry is Carry.ALL)
    assert (made.manifest.carry, made.manifest.kept) == (carry, sha256(kept).hexdigest())
    assert read_submission(made.data, lambda _: year_form(store, year))[:2] == (made.manifest, "")
    manifest = decode_manifest(found[MANIFEST])
    assert manifest == made.manifest
    assert encode_manifest(manifest) == found[MANIFEST]
    assert manifest.files == {name: sha256(found[name]).hexdigest() for name in (DOCX, DATA)}
    assert (manifest.centre.code, manifest.commune, manifest.period.label) == ("mao-khe", "phường Mạo Khê", "2020-2021")
    assert manifest.version == 1


SECRETS = [
    "0912345678", "Trình độ kín", "Ghi chú về cán bộ", "Lý do riêng", "Đối tác kín", "Ghi chú buổi học", "Lớp kín",
    "Minh chứng kín", "hd-kin",
]  # fmt: skip


@pytest.fixture
def secret(store: Store) -> Year:
    """A final year with something in it that is not printed, of every kind."""
    made = load_samples(store)
    staffed(store)
    planted: dict[str, Content] = {
        "board/giam-doc/phone": SECRETS[0],
        "board/giam-doc/training": SECRETS[1],
        "board/giam-doc/note": SECRETS[2],
        "rating/co_quan/note": SECRETS[2],
        "reason/figure/dan_so": SECRETS[3],
        "checklist/noi_quy/evidence": SECRETS[7],
        "activity/hd-kin": activity(
            "hd-kin", SECRETS[6], category="kinh_te", classes=1, participations=7, partner=SECRETS[4], note=SECRETS[5]
        ),
    }
    save(store, made.report_id, planted)
    finalise(store, made, DIRECTOR)
    return again(store, made)


def everything_in(data: bytes) -> str:
    """The text of every file in a zip, and of those in the zips in it."""
    found: list[str] = []
    for name, content in parts(data).items():
        inside = everything_in(content) if content.startswith(b"PK") else content.decode("utf-8", "replace")
        found += [name, inside]
    return "\n".join(found)


def test_what_is_not_printed_stands_nowhere_in_it(store: Store, secret: Year) -> None:
    found = everything_in(submission(store, secret).data)
    assert "Vũ Thanh Hải" in found
    assert [word for word in (*SECRETS, "reason/", "carried/", "activity/") if word in found] == []


def test_whole_it_holds_all_of_it_and_adds_up_alike(store: Store, secret: Year) -> None:
    whole, less = submission(store, secret, Carry.ALL), submission(store, secret)
    found = everything_in(whole.data)
    assert [word for word in SECRETS if word not in found] == []
    assert whole.manifest.sums == less.manifest.sums
    assert less.manifest.sums[Place("results/kinh_te/participations")] == number(217)  # the log's, with the planted one
    assert whole.manifest.kept == less.manifest.kept


def test_a_version_that_does_not_say_what_it_prints_is_handed_in_whole_alone(store: Store) -> None:
    made = load_samples(store)
    staffed(store)
    snapshot, log, base = store.snapshot_with_base(made.report_id)
    json = encode(ReportData(snapshot.facts, log, base))
    store.versions.finalise(made.report_id, snapshot.revision, DIRECTOR, small_docx(), json)
    with pytest.raises(NotReducible, match="Bản chốt 1 do phiên bản cũ"):
        hand_in(store, again(store, made), CLERK)
    assert store.submissions.standing(made.report_id) == Standing()
    assert parts(hand_in(store, again(store, made), CLERK, Carry.ALL).data)[DATA] == json


def test_the_sums_are_those_of_the_year_with_its_totals(store: Store, year: Year) -> None:
    facts = store.snapshot(year.report_id).facts
    sums = submission(store, year).manifest.sums
    assert sums[Place("results/classes")] == facts.total("classes")
    assert sums[Place("results/phap_luat/participations")] == facts.result("phap_luat", "participations")
    assert sums[Place("figure/dan_so")] == facts.at("figure", "dan_so")
    assert sums[Place("checklist/noi_quy/status")] == "done"
    assert Place("figure/website") not in sums  # words are not added up


def test_the_same_version_gives_the_same_bytes(store: Store, year: Year) -> None:
    first = hand_in(store, year, CLERK).data
    store.centres.rename(year.centre.id, "TTHTCĐ mang tên khác")
    assert hand_in(store, again(store, year), CLERK).data == first
    whole = hand_in(store, year, CLERK, Carry.ALL).data
    assert hand_in(store, year, CLERK, Carry.ALL).data == whole


def test_a_draft_is_refused_in_words(store: Store, year: Year) -> None:
    reopen(store, year, DIRECTOR, "Sai số hộ")
    with pytest.raises(NotFinal, match="còn là dự thảo"):
        hand_in(store, again(store, year), CLERK)
    assert store.submissions.standing(year.report_id) == Standing()


def test_the_history_tells_it_once_a_version(store: Store, year: Year) -> None:
    for _ in range(2):
        hand_in(store, year, CLERK)
    told = history(store, year, "status/submitted", -1)
    assert [(line.user, line.label, line.before, line.after) for line in told] == [
        (CLERK, "Bản chốt đã nộp", "(không có)", "1")
    ]
    reopen(store, year, DIRECTOR, "Sai số hộ")
    save(store, year.report_id, {"figure/so_khu": number(25)}, user=CLERK)
    finalise(store, again(store, year), DIRECTOR)
    hand_in(store, again(store, year), CLERK)
    assert store.submissions.standing(year.report_id).version == 2


def test_a_newer_version_ends_what_was_said_of_the_older(store: Store, year: Year) -> None:
    hand_in(store, year, CLERK)
    assert store.submissions.answer(year.report_id, RETURNED, "Thiếu số hộ", CLERK)
    assert not store.submissions.answer(year.report_id, RETURNED, "Thiếu số hộ", CLERK)
    assert store.submissions.answer(year.report_id, APPROVED, "UBND phường", CLERK)
    assert store.submissions.standing(year.report_id) == Standing(1, "", "UBND phường")
    reopen(store, year, DIRECTOR, "Sai số hộ")
    finalise(store, again(store, year), DIRECTOR)
    hand_in(store, again(store, year), CLERK)
    assert store.submissions.standing(year.report_id) == Standing(2)


def test_who_may_only_look_hands_in_nothing(store: Store, year: Year) -> None:
    with pytest.raises(NotAllowed):
        hand_in(store, year, VIEWER)
    assert store.submissions.standing(year.report_id) == Standing()


def test_what_was_handed_in_is_no_change_to_undo_and_the_file_stays_sound(store: Store, year: Year) -> None:
    before = store.steps.reversible(year.report_id, CLERK)
    hand_in(store, year, CLERK)
    assert store.steps.reversible(year.report_id, CLERK) == before
    found = current_year(store, None)
    assert found is not None
    assert found.revision == year.revision + 1
