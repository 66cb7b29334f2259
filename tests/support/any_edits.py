"""Any edits at all of a few places of every kind, so that they meet one another."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from support.stores import activity, number

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.qualifiers import Qualifier

WORDS = st.sampled_from(["Lan", "Mạo Khê", "“a” & {{b}"])
NUMBERS = st.builds(number, st.sampled_from([0, 1, 40_000]))
QUALIFIED = st.builds(number, st.sampled_from(["0", "3", "40000"]), st.sampled_from([None, Qualifier.OVER]))
LINES = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
ABSENT = st.sampled_from([UNANSWERED, NIL, NOT_APPLICABLE])
ANSWERS: dict[str, st.SearchStrategy[Content]] = {
    "figure/dan_so": QUALIFIED | ABSENT,
    "figure/loai_do_thi": WORDS | ABSENT,
    "report/signer": WORDS | ABSENT,
    "report/addressees": LINES | ABSENT,
    "report/date": st.just(date(2021, 6, 5)) | ABSENT,
    "narrative/dia_phuong": LINES | ABSENT,
    "board/gd/name": WORDS | ABSENT,
    "board/gd/order": NUMBERS | ABSENT,
    "own/rieng/label": WORDS | ABSENT,
    "results/phap_luat/classes": NUMBERS | ABSENT,
    "rating/doanh_nghiep/contribution": NUMBERS | ABSENT,
    "indicator/thu_nhap/value": QUALIFIED | ABSENT,
    "reason/figure/dan_so": WORDS | st.just(UNANSWERED),
    "carried/board/gd": st.just("2019-2020") | st.just(UNANSWERED),
}
UIDS = st.sampled_from(["a1", "a2"])
ACTIVITIES = st.builds(
    activity,
    UIDS,
    st.sampled_from(["Lớp luật", "Đọc sách"]),
    category=st.sampled_from(["phap_luat", "suc_khoe"]),
    classes=st.none() | st.integers(0, 3),
    participations=st.none() | st.integers(0, 50),
)
CELLS: dict[str, st.SearchStrategy[Content]] = {
    "title": WORDS,
    "category": st.sampled_from(["phap_luat", "suc_khoe"]),
    "classes": NUMBERS | st.just(UNANSWERED),
    "participations": NUMBERS | st.just(UNANSWERED),
    "note": WORDS | st.just(UNANSWERED),
}


def _edit(place: str, after: st.SearchStrategy[Content]) -> st.SearchStrategy[Edit]:
    return after.map(lambda content: Edit(Place(place), content))


EDITS = st.lists(
    st.one_of([_edit(place, after) for place, after in ANSWERS.items()])
    | ACTIVITIES.map(lambda whole: Edit(Place.of("activity", whole.uid), whole))
    | UIDS.map(lambda uid: Edit(Place.of("activity", uid), UNANSWERED))
    | st.one_of([_edit(f"activity/{uid}/{cell}", after) for uid in ("a1", "a2") for cell, after in CELLS.items()]),
    min_size=1,
    max_size=5,
)
