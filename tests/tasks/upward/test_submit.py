"""A final report is handed in as one file: what was kept, and a manifest that tells its numbers and hashes."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, number, save, staffed

from tthtcd_tui.errors import NotAllowed, NotFinal
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.submissions import Standing
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED, RETURNED
from tthtcd_tui.report.submitted import DATA, DOCX, MANIFEST, PARTS, decode_manifest, encode_manifest
from tthtcd_tui.tasks.care.open_store import current_year
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.show_history import history
from tthtcd_tui.tasks.upward.submit import hand_in, submission
from tthtcd_tui.tasks.years.finalise import finalise, reopen, version_bytes


@pytest.fixture
def year(store: Store) -> Year:
    """The sample year of 2020-2021, final."""
    made = load_samples(store)
    staffed(store)
    finalise(store, made, DIRECTOR)
    return again(store, made)


def again(store: Store, year: Year) -> Year:
    found = store.year(year.report_id)
    assert found is not None
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_it_holds_what_was_kept_and_a_manifest_of_it(store: Store, year: Year) -> None:
    made = submission(store, year)
    found = parts(made.data)
    assert tuple(found) == PARTS
    assert found[DOCX] == version_bytes(store, year, 1, ExportFormat.DOCX)
    assert found[DATA] == version_bytes(store, year, 1, ExportFormat.JSON)
    manifest = decode_manifest(found[MANIFEST])
    assert manifest == made.manifest
    assert encode_manifest(manifest) == found[MANIFEST]
    assert manifest.files == {name: sha256(found[name]).hexdigest() for name in (DOCX, DATA)}
    assert (manifest.centre.code, manifest.commune, manifest.period.label) == ("mao-khe", "phường Mạo Khê", "2020-2021")
    assert manifest.version == 1


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
    store.rename_centre(year.centre.id, "TTHTCĐ mang tên khác")
    assert hand_in(store, again(store, year), CLERK).data == first


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
    before = store.reversible(year.report_id, CLERK)
    hand_in(store, year, CLERK)
    assert store.reversible(year.report_id, CLERK) == before
    found = current_year(store, None)
    assert found is not None
    assert found.revision == year.revision + 1
