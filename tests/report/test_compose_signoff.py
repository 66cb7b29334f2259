"""Who signs and who receives (Decree 30/2020, App. I, II.7 and II.9)."""

from __future__ import annotations

import pytest
from support.forms import other, shipped
from support.outlines import only
from support.years import HEAD, year

from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.outline import Run, RunKind, SignOff, plain
from tthtcd_tui.report.place import Place

FORM = shipped()


def signed(**typed: str) -> SignOff:
    return only(compose(FORM, year(FORM, HEAD | {f"report/{key}": raw for key, raw in typed.items()})), SignOff)


def capacity(**typed: str) -> list[str]:
    return [plain(line) for line in signed(**typed).capacity]


def test_the_director_signs_alone() -> None:
    found = signed()
    assert capacity() == ["GIÁM ĐỐC"]
    assert plain(found.signer) == "Vũ Thanh Hải"
    assert found.label == "Nơi nhận:"


def test_a_deputy_signs_for_the_director() -> None:
    assert capacity(authority="KT. Giám đốc", position="Phó Giám đốc") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


@pytest.mark.parametrize("raw", ["", "-", "--"])
def test_no_authority_is_no_line(raw: str) -> None:
    assert capacity(authority=raw) == ["GIÁM ĐỐC"]


def test_an_unknown_position_is_told_and_an_unknown_signer_left_blank() -> None:
    assert capacity(position="") == ["[Chưa nhập: Chức vụ người ký]"]
    assert signed(signer="").signer == (Run(" ", Place("report/signer"), RunKind.GAP),)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Thường trực Đảng ủy, UBND phường", ["- Như trên;", "- Thường trực Đảng ủy, UBND phường;", "- Lưu: VT."]),
        (
            "Sở GD&ĐT (để b/c);\nPhòng Văn hóa - Xã hội.",
            ["- Như trên;", "- Sở GD&ĐT (để b/c);", "- Phòng Văn hóa - Xã hội;", "- Lưu: VT."],
        ),
        # As it is typed off an older paper: with dashes and stops, and what is printed anyway.
        (
            "- Như trên;\n– Sở GD&ĐT;\n• Đảng ủy;\n- Lưu: VT.",
            ["- Như trên;", "- Sở GD&ĐT;", "- Đảng ủy;", "- Lưu: VT."],
        ),
        ("như trên.\nLưu VT, TC.\nSở GD&ĐT", ["- Như trên;", "- Sở GD&ĐT;", "- Lưu: VT, TC."]),
        ("Lưu hồ sơ;\nLưu: VTX", ["- Như trên;", "- Lưu hồ sơ;", "- Lưu: VTX;", "- Lưu: VT."]),
        ("", ["- Như trên;", "- Lưu: VT."]),
        ("-", ["- Như trên;", "- Lưu: VT."]),
    ],
)
def test_recipients_begin_with_those_above_and_end_with_the_archive(typed: str, printed: list[str]) -> None:
    assert [plain(body) for body in signed(recipients=typed).recipients] == printed


def test_nobody_above_is_not_printed_though_it_was_typed() -> None:
    found = signed(recipients="Như trên; Sở GD&ĐT", addressees="--")
    assert [plain(body) for body in found.recipients] == ["- Sở GD&ĐT;", "- Lưu: VT."]


def test_what_was_typed_leads_back_to_where_it_was_typed() -> None:
    found = signed(recipients="- Sở GD&ĐT; Lưu: VT, TC")
    places = [[run.place for run in body if run.text not in ("- ", ";", ".")] for body in found.recipients]
    assert places == [[None], [Place("report/recipients")], [None, Place("report/recipients")]]


def test_recipients_that_the_form_asks_for_are_missed() -> None:
    found = only(compose(other(), year(other(), {"report/addressees": "UBND xã"})), SignOff)
    assert [plain(body) for body in found.recipients] == ["- Như trên;", "- [Chưa nhập: Nơi nhận];", "- Lưu: VT."]
