"""Old encodings, lost letters, paragraphs without a mark."""

from __future__ import annotations

import pytest
from support.check_facts import found, found_in, held, logged, said, told, year

OLD = [
    "Trung t©m häc tËp céng ®ång ®­îc tæ chøc ho¹t ®éng th­êng xuyªn.",
    "Trung taâm hoïc taäp coäng ñoàng ñöôïc toå chöùc hoaït ñoäng thöôøng xuyeân.",
    "Trung tÃ¢m há»c táº­p cá»™ng Ä‘á»“ng Ä‘Æ°á»£c tá»• chá»©c.",
]
LOST = [
    "Phơng hớng đợc cấp ủy quan tâm, các trờng cùng tham gia.",
    "Trung tâm h?c t?p c?ng ??ng ???c t? ch?c.",
    "Ph­ơng h­ớng đ­ợc xác định từ đầu năm.",
    "Trung tâm &#273;ã t&#7893; ch&#7913;c l&#7899;p h&#7885;c.",
    "Trung tâm&nbsp;đã tổ chức.",
]
RIGHT = [
    "Trung tâm học tập cộng đồng được tổ chức hoạt động thường xuyên.",
    "Ông Giàng Pháng Lử, xã Đắk Lắk, 20 km², 30°C, “Học suốt đời”, café.",
    "Ai? Khi nào? Ở đâu? Xem https://a.example.vn/?x=1&y=2.",
    "Bác sĩ Müller, cô Zoë, H&M, AT&T; a&b@example.vn; một bài hát của Björk.",
    "UBND, HĐND, TTHTCĐ: 12/12.",
]


@pytest.mark.parametrize("text", OLD)
def test_an_old_encoding_is_shown_as_it_reads(text: str) -> None:
    [finding] = found(year(said(text)), "old_encoding")
    assert "đọc là" in finding.message
    assert finding.message.endswith("Gõ lại, hoặc dán lại để chương trình chuyển giúp.")


def test_an_encoding_that_nobody_knows() -> None:
    [finding] = found(year(said("Caïc lôùp hoüc âæåüc måí âãöu âàûn.")), "old_encoding")
    assert "không phải chữ Việt" in finding.message


def test_in_a_post_a_figure_and_the_log() -> None:
    assert len(found(year({"board/pho-2/duty": "Chñ tÞch Héi KhuyÕn häc"}), "old_encoding")) == 1
    assert len(found(year({"figure/chu_de": "Moãi ngöôøi moät ngheà"}), "old_encoding")) == 1
    context = logged(held("a", title="Trång rau an toµn t¹i nhµ"), held("b", title="Nuôi gà"))
    assert [finding.place for finding in found(context, "old_encoding_in_log")] == ["activity/a/title"]


@pytest.mark.parametrize("text", OLD)
def test_an_old_sentence_between_two_of_ours(text: str) -> None:
    mixed = f"Đảng ủy đã chỉ đạo. {text} Người dân phấn khởi."
    [finding] = found(year(said(mixed)), "old_encoding")
    assert "đọc là" in finding.message


@pytest.mark.parametrize("text", LOST)
def test_letters_that_were_lost(text: str) -> None:
    assert len(found(year(said(text)), "lost_letters")) == 1


def test_the_words_that_lack_a_letter_are_named() -> None:
    [(_, message)] = told(found(year(said("Phơng hớng tốt.")), "lost_letters"))
    assert message.endswith("có chữ bị mất khi chép: “Phơng”, “hớng”. Gõ lại các chữ đó.")


@pytest.mark.parametrize("code", ["old_encoding", "lost_letters", "unmarked"])
def test_what_is_as_it_should_be(code: str) -> None:
    assert found_in(RIGHT, code) == []


def test_a_sentence_without_a_mark() -> None:
    bare = "Cac doan the trong phuong da cung trung tam van dong nhan dan tham gia hoc tap."
    plain = "Trung tam da phoi hop voi cac truong mo nhieu lop hoc cho nguoi dan."
    english = "The centre opened two English classes for young people with native teachers."
    mixed = f"Đảng ủy đã chỉ đạo. {bare} Người dân phấn khởi."
    assert found_in([bare, plain, mixed, english, "Zalo, Facebook, Internet, email."], "unmarked") == [
        bare,
        plain,
        mixed,
    ]
