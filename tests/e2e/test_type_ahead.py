"""What a slow line delivers in one packet, an input method sends, a paste brings: each key in its turn, none lost."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.matrix import LONG, every
from support.sample_database import sample_database
from support.terminal import pasted, typed
from support.years import RESULT_ANSWERS, RESULTS

BACK = "\x7f"
TELEX = f"tie{BACK}êng{BACK * 3}ếng"
"""What a Telex input method sends for «tieengs»."""
THEME = "figure/chu_de"
NARRATIVE = "narrative/dia_phuong"
TO_THEME = ("f3", "chu de nam", "enter")
TO_NARRATIVE = ("f3", "dac diem tinh hinh", "enter", "enter")
LONG_ENOUGH = "60000"
"""Milliseconds for which it waits for the rest of a key, however busy the machine is."""
SOON = "100"
NUMBERS = {place: str(number) for number, place in enumerate(RESULT_ANSWERS, 1)}
"""The 22 numbers of the results, row by row."""


@pytest.mark.parametrize(
    ("stream", "read"),
    [
        pytest.param(TELEX, "tiếng", id="telex"),
        pytest.param(unicodedata.normalize("NFD", "Tiếng Việt, đổi mới Ữ"), "Tiếng Việt, đổi mới Ữ", id="nfd"),
        pytest.param(f"vie\u202f{BACK * 2}ệt", "việt", id="a helper taken back", marks=LONG),
        pytest.param(f"a\u200b{BACK}\u200d{BACK}n", "an", id="helpers of no width", marks=LONG),
        pytest.param("a\u202fb", "a b", id="a helper left", marks=LONG),
        pytest.param(
            unicodedata.normalize("NFD", "Việ") + BACK + "ên", "Viên", id="backspace takes a letter whole", marks=LONG
        ),
        pytest.param("[/] {{x} [bold", "[/] {{x} [bold", id="markup", marks=LONG),
    ],
)
def test_a_stream_in_one_packet_lands_in_a_cell_and_in_a_narrative(live: Live, stream: str, read: str) -> None:
    live.press(*TO_THEME, stream, "enter")
    live.wait_stored({THEME: read})
    before = live.stored(NARRATIVE)
    live.press(*TO_NARRATIVE, "enter", stream, "f2")
    live.wait_stored({NARRATIVE: f"{before}\n{read}"})


def test_numbers_and_tabs_in_one_packet_fill_three_cells(live: Live) -> None:
    """On the overview it is no table that was pasted: there is no cell for one."""
    live.press("4", "enter", "12\t34\t56", "enter")
    live.wait_stored(
        {
            "results/xoa_mu_chu/classes": "12",
            "results/xoa_mu_chu/participations": "34",
            "results/hoc_nghe/classes": "56",
        }
    )


def test_what_goes_nowhere_is_said_and_what_follows_it_lands_where_it_was_meant(live: Live) -> None:
    live.press("4", "12\t34\t56", "enter")
    live.wait_for("Chưa ghi “12”: bấm Enter hoặc mũi tên vào ô trước.")
    live.wait_stored(
        {
            "results/xoa_mu_chu/classes": "-",
            "results/xoa_mu_chu/participations": "34",
            "results/hoc_nghe/classes": "56",
        }
    )


def test_twenty_two_numbers_with_enter_from_the_overview(live: Live) -> None:
    live.press("4", "enter", *(key for number in NUMBERS.values() for key in (number, "enter")))
    live.wait_stored(NUMBERS)


def test_numbers_with_lf_for_enter_as_a_web_terminal_sends_it(live: Live) -> None:
    live.type("4\n40\n2.600\n")
    live.wait_stored({"results/xoa_mu_chu/classes": "40", "results/xoa_mu_chu/participations": "2.600"})


def test_a_block_of_a_spreadsheet_is_pasted(live: Live) -> None:
    live.press("4", *("enter" for _ in RESULTS))  # not from the first cell: the block begins where the cursor is
    live.press("home", *("up" for _ in RESULTS))
    live.paste("\n".join(f"{2 * row}\t{2 * row + 1}" for row in range(1, len(RESULTS) + 1)) + "\n")
    live.wait_for("Đã dán 11 dòng theo thứ tự")
    live.wait_stored({place: str(number + 1) for number, place in enumerate(RESULT_ANSWERS, 1)})
    live.press("ctrl+z")
    live.wait_stored(RESULT_ANSWERS | {f"results/{row}/{column}": "" for row, column in FROM_THE_LOG})


FROM_THE_LOG = [(row, column) for row in ("hoc_nghe", "kinh_te") for column in ("classes", "participations")]
"""What the sample's activity log adds up to: nothing is typed there."""


def test_lines_pasted_into_a_narrative_are_paragraphs(live: Live) -> None:
    live.press(*TO_NARRATIVE)
    live.wait_for("Gõ {")
    before = live.stored(NARRATIVE)
    live.type(typed("enter") + pasted("Đoạn một, [/]\nĐoạn\u00a0hai\n\nĐoạn ba") + typed("f2"))
    live.wait_stored({NARRATIVE: f"{before}\nĐoạn một, [/]\nĐoạn hai\nĐoạn ba"})


@pytest.mark.parametrize("rest", every(3, [b"\x1b[B", b"n", b"\r"]), ids=["arrow", "letter", "enter"])
def test_a_byte_that_is_no_utf8_is_told_and_costs_itself_alone(live: Live, rest: bytes) -> None:
    live.press("1")
    live.wait_for("1 ĐẶC ĐIỂM")
    live.send(b"\xea")
    live.send(rest)
    live.wait_for("Bỏ qua một ký tự gửi sai")
    live.press(*TO_THEME, "Chủ đề khác")
    live.send(b"\xea")
    live.press("enter")
    live.wait_stored({THEME: "Chủ đề khác"})


@pytest.mark.parametrize("cut", every(2, [1, 2]))
@pytest.mark.parametrize(("arrow", "place"), [("down", "results/hoc_nghe/classes"), ("f8", "")])
def test_a_key_in_two_packets_is_one_key(tmp_path: Path, cut: int, arrow: str, place: str) -> None:
    with Live(sample_database(tmp_path), environment={"ESCDELAY": LONG_ENOUGH}) as live:
        live.wait_for(OVERVIEW)
        live.press("4")
        live.wait_for("4 KẾT QUẢ")
        keys = typed(arrow).encode()
        live.send(keys[:cut])
        time.sleep(0.08)  # as far apart as two packets of a bad line
        live.send(keys[cut:])
        live.wait_for("Không còn chỗ thiếu hay sai" if arrow == "f8" else ">  2 Học nghề")
        assert "Đang nhập" not in live.text
        if place:
            live.press("7", "enter")
            live.wait_stored({place: "7"})


@pytest.mark.parametrize("with_start", [True, False], ids=["while it starts", "once it is there"])
def test_what_is_typed_ahead_goes_from_screen_to_screen(tmp_path: Path, with_start: bool) -> None:
    keys: Sequence[str] = [
        *("4", "enter", "7", "tab", "8", "enter"),
        *("ctrl+g", "5", "enter", "2", "3"),
        *("ctrl+g", "1", "f3", "chi bo", "enter", "42", "enter"),
        *("f3", "so hoc sinh", "enter", "12+15", "enter"),
        *("f1", "f2"),
    ]
    with Live(sample_database(tmp_path)) as live:
        if with_start:
            live.wait_until(lambda: 2004 in live.switched_on())  # its terminal is set up; nothing is drawn
        else:
            live.wait_for(OVERVIEW)
        live.press(*keys)
        live.wait_stored(
            {
                "results/xoa_mu_chu/classes": "7",
                "results/xoa_mu_chu/participations": "8",
                "rating/co_quan/level": "Thực hiện khá",
                "rating/doanh_nghiep/level": "Đạt yêu cầu",
                "figure/chi_bo": "42",
                "figure/so_hoc_sinh": "27",
            }
        )
        live.wait_for("TRỢ GIÚP")


@pytest.mark.long
@pytest.mark.parametrize("gap", every(2, [0.08, 0.0]), ids=["two packets", "one packet"])
def test_esc_and_the_key_after_it_are_two_keys(tmp_path: Path, gap: float) -> None:
    seen = {
        "5": "5 SỰ THAM GIA",
        "\r": "4 KẾT QUẢ",
        "\t\r": "5 SỰ THAM GIA",
        "\x071": "1 ĐẶC ĐIỂM",
        typed("f3"): "TÌM",
        typed("f6"): "NHẬT KÝ HOẠT ĐỘNG",
        typed("down", "enter"): "5 SỰ THAM GIA",
        typed("esc"): "Đây là màn hình đầu",
    }
    with Live(sample_database(tmp_path), environment={"ESCDELAY": SOON}) as live:
        live.wait_for(OVERVIEW)
        for after, words in seen.items():
            live.press("4", "enter")
            live.wait_for("4 KẾT QUẢ")
            live.press("7")
            live.wait_for("Đang nhập")
            live.send(b"\x1b")  # saves the 7
            live.wait_for("Đang nhập", gone=True)
            live.send(b"\x1b" if gap else b"\x1b" + after.encode())  # to the overview, its cursor on the results
            if gap:
                time.sleep(gap)
                live.type(after)
            live.wait_for(words)
            live.press("f1", "esc")  # away from what a bare Esc would begin
            live.wait_for("TRỢ GIÚP", gone=True)
            live.press("ctrl+g", "0", "esc")
            live.wait_for(OVERVIEW)
        live.wait_stored({"results/xoa_mu_chu/classes": "7"})


def test_a_name_typed_ahead_that_is_a_number_is_asked_of_behind_what_followed_it(live: Live) -> None:
    """All of it in one packet: the question stands behind the second activity, and answers came from no key of it."""
    live.press("f6")
    live.wait_for("NHẬT KÝ HOẠT ĐỘNG")
    live.type("5/3\r31\r3\r1\r60\rLuật Đất đai\r2\r50\r")
    live.wait_for("Đây là số? Tên hoạt động đang là “3”.")
    found = live.store.log.page(live.report_id).activities
    assert {(each.title, each.participations) for each in found} >= {("3", 60), ("Luật Đất đai", 50)}
    live.press("right", "enter")
    live.wait_for("Đây là số?", gone=True)
    live.press("Luật Hôn nhân", "enter")
    live.wait_for("Luật Hôn nhân")
    assert "3" not in {each.title for each in live.store.log.page(live.report_id).activities}


@pytest.mark.parametrize("is_bracketed", every(2, [True, False]), ids=["in brackets", "as keys"])
def test_what_a_paste_was_refused_is_mended_behind_f8(live: Live, is_bracketed: bool) -> None:
    table = (
        "Ngày\tTên hoạt động\tLoại\tSố lớp\tLượt người\n"
        "5/3/2021\tLuật Đất đai\tGiáo dục pháp luật\t1\t10\n"
        "32/3/2021\tLuật Hôn nhân\tGiáo dục pháp luật\t2\t20\n"
    )
    live.press("f6")
    live.wait_for("NHẬT KÝ HOẠT ĐỘNG")
    if is_bracketed:
        live.paste(table)
    else:
        live.send(table.replace("\n", "\r").encode())
    live.wait_for("Dòng 2 chưa dán được. F8 để xem và xếp.")
    live.press("f8")
    live.wait_for("Dòng 2: 32/3/2021 · Luật Hôn nhân")
    live.press("enter")
    live.wait_for("Dòng 2 của bảng dán:")
    live.press("12/3", "f2")
    live.wait_for("hết các dòng dán.")
    found = live.store.log.page(live.report_id).activities
    assert {(each.title, each.participations) for each in found} >= {("Luật Đất đai", 10), ("Luật Hôn nhân", 20)}


def test_a_table_of_documents_is_pasted_into_the_register(live: Live) -> None:
    live.press("f7")
    live.wait_for("DANH MỤC MINH CHỨNG")
    live.paste(
        "TT\tTên văn bản\tSố, ký hiệu\tNgày\n1\tQuyết định A\t12/QĐ-UBND\t3/9/2020\n2\tKế hoạch B\t05/KH\t4/9/2020\n"
    )
    live.wait_for("Đã dán 2 minh chứng. Ctrl+Z để hoàn tác.")
    live.wait_for("MC02")
