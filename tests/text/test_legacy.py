"""Old encodings: recognised by their own statistics, converted, and never seen where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import both
from support.old_text import in_1258, in_tcvn3, in_vni, sample_texts, seen_as_western

from tthtcd_tui.text.legacy import Legacy, LegacyName, recognise
from tthtcd_tui.text.legacy_tables import from_1258, from_mojibake, from_tcvn3, from_vni
from tthtcd_tui.text.syllables import lost_words

SENTENCES = sorted({line.strip() for text in sample_texts() for line in text.split("\n") if len(line.split()) > 3})
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()} | set("là có bà cá gà sân đình".split()))
# What Western fonts hold too: the only Vietnamese that could be taken for something else.
WESTERN = [word for word in WORDS if not word.isascii() and all(c < "\u0100" or c in "“”–…" for c in word)]


def twice(text: str) -> str:
    return seen_as_western(seen_as_western(text.encode()).encode())


OLD: dict[LegacyName, Callable[[str], str]] = {
    LegacyName.TCVN3: in_tcvn3,
    LegacyName.VNI: in_vni,
    LegacyName.WINDOWS_1258: lambda text: seen_as_western(in_1258(text)),
    LegacyName.MOJIBAKE: lambda text: seen_as_western(text.encode()),
}
READERS = {
    LegacyName.TCVN3: from_tcvn3,
    LegacyName.VNI: from_vni,
    LegacyName.WINDOWS_1258: from_1258,
    LegacyName.MOJIBAKE: from_mojibake,
}


def same(name: LegacyName, after: str, text: str) -> bool:
    """TCVN3 has no capitals with tones, so which letters are capitals is its font's business."""
    return after.lower() == text.lower() if name is LegacyName.TCVN3 else after == text


@pytest.mark.parametrize(
    ("text", "name", "after"),
    [
        ("Trung t©m ®· tæ chøc 12 líp häc.", LegacyName.TCVN3, "Trung tâm đã tổ chức 12 lớp học."),
        ("Ph\xad¬ng h\xadíng, nhiÖm vô n¨m tíi", LegacyName.TCVN3, "Phương hướng, nhiệm vụ năm tới"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", LegacyName.TCVN3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ñY BAN NH¢N D¢N", LegacyName.TCVN3, "ỦY BAN NHÂN DÂN"),
        ("UBND X· Nµ LÕCH", LegacyName.TCVN3, "UBND XÃ NÀ LẾCH"),
        ("UBND x· Nµ LÕch, tØnh §¾k L¾k", LegacyName.TCVN3, "UBND xã Nà Lếch, tỉnh Đắk Lắk"),
        ("KT. GI¸M §èC: Hµ ThÞ Hång", LegacyName.TCVN3, "KT. GIÁM ĐỐC: Hà Thị Hồng"),
        ("Soá lôùp hoïc ngheà: 12", LegacyName.VNI, "Số lớp học nghề: 12"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", LegacyName.VNI, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Lõìp hoòc taòi thôn ÐôÌi Chè", LegacyName.WINDOWS_1258, "Lớp học tại thôn Đồi Chè"),
        ("Trung tÃ¢m Ä‘Ã£ tá»• chá»©c 12 lá»›p.", LegacyName.MOJIBAKE, "Trung tâm đã tổ chức 12 lớp."),
        ("Trung tĂ¢m Ä‘Ă£ tá»• chá»©c", LegacyName.MOJIBAKE, "Trung tâm đã tổ chức"),  # read as Windows-1258
        ("vÃ\xa0 toÃ\xa0n xÃ£, cáº£ lÃ ng", LegacyName.MOJIBAKE, "và toàn xã, cả làng"),  # one blank was made common
        ("cÃ¡c thÃ´n vÃ trÃªn xÃ£", LegacyName.MOJIBAKE, "các thôn và trên xã"),  # two blanks became one
        ("nhÃ nÆ°á»›c vÃ 3 nhÃ vÄƒn hÃ³a lÃ m.", LegacyName.MOJIBAKE, "nhà nước và 3 nhà văn hóa làm."),
        ("Äá»“i ChÃ¨ vÃ\xa0 ÄÃ´ng", LegacyName.MOJIBAKE, "Đồi Chè và Đông"),  # a control was dropped
        ("Itâ€™s done", LegacyName.MOJIBAKE, "It’s done"),
    ],
)
def test_old_text_is_recognised(text: str, name: LegacyName, after: str) -> None:
    assert recognise(text) == Legacy(name, text, after)


@pytest.mark.parametrize("name", LegacyName)
@pytest.mark.parametrize("text", SENTENCES)
def test_every_sentence_comes_back_from_every_encoding(name: LegacyName, text: str) -> None:
    written = OLD[name](text)
    assert same(name, READERS[name](written), text)
    found = recognise(written)
    if found is not None:
        assert found.name is name
        assert same(name, found.after, text)
        assert not found.lost
    else:  # too little to go by
        assert len({word for word in written.split() if not word.isascii()}) < 4


def test_a_text_that_was_misread_twice() -> None:
    for text in SENTENCES:
        found = recognise(twice(text))
        assert found is None or found.after == text


@pytest.mark.parametrize("name", LegacyName)
def test_a_whole_text_is_recognised_with_its_short_lines(name: LegacyName) -> None:
    text = "\n".join(["TỔNG", "Số lớp", *SENTENCES[:20], "Lưu: VT."])
    found = recognise(OLD[name](text))
    assert found is not None
    assert same(name, found.after, text)


def test_lines_that_are_right_already_stay() -> None:
    text = "Kết quả thực hiện năm học:\nTrung t©m ®· tæ chøc 12 líp häc.\nTổng số lượt người: 540"
    found = recognise(text)
    assert found is not None
    assert found.after == "Kết quả thực hiện năm học:\nTrung tâm đã tổ chức 12 lớp học.\nTổng số lượt người: 540"


def test_letters_that_were_lost_are_marked_and_not_guessed() -> None:
    found = recognise("Ph¬ng híng nhiÖm vô cña trêng THCS")
    assert found is not None
    assert found.after == "Phơng hớng nhiệm vụ của trờng THCS"
    assert found.lost == ("Phơng", "hớng", "trờng")
    assert found.message == (
        "Chữ viết bằng bảng mã TCVN3 (phông .VnTime): “Ph¬ng híng nhiÖm vô cña trêng THCS” đọc là “Phơng hớng nhiệm vụ"
        " của trờng THCS”. Có chữ đã mất khi chép: “Phơng”, “hớng”, “trờng”. Hãy xem lại các chữ ấy."
    )
    assert lost_words("Phơng hớng, phương hướng, đợc, được") == ("Phơng", "hớng", "đợc")


def test_broken_text_whose_bytes_were_dropped_is_marked() -> None:
    found = recognise("Trung tÃ¢m Ä‘Ã£ tá»• chá»©c há»c nghá» cho lá»›p")  # học, nghề
    assert found is not None
    assert found.after == "Trung tâm đã tổ chức há»c nghá» cho lớp"
    assert found.lost == ("há»c", "nghá»")


@pytest.mark.parametrize(
    "text",
    [
        "Où est le café déjà fermé à Genève ? L’été dernier, la forêt était très sèche.",
        "Größe, Straße, für Mädchen, schöne Öltürme",
        "São Paulo não é a capital; você já está lá?",
        "El niño comió piñas y habló español mañana",
        "naïve café résumé, crème brûlée à la carte",
        "Zoë, José, François, Björn, Søren, Łódź",
        "5 m² ± 2 °C, § 12, © 2020, ½ kg, 10 µm, Windows®, x·y, 20 €, 1ª",
        "“BẢN XÃ”, «XÃ», “XÔ, ĐÃ–XÃ…, LÀ”…",
        "Y Moan Êban, K’Brêu, H’Hen Niê, Êđê, Kơ Nốp, Đắk Lắk, Krông Păk",
        "Ông bà, con gà, cá, ngô, khoai; đâu có",
        "là",
        "12.554",
        "",
        "M² KM² CO₂ 100 °C",
        "漢字 ひらがな русский",
    ],
)
def test_what_is_no_old_text_stays(text: str) -> None:
    assert recognise(text) is None


def test_no_sentence_of_ours_is_taken_for_old() -> None:
    texts = [*SENTENCES, *(form.text for form in both())]
    assert [text for text in texts if recognise(text) is not None] == []


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_real_words_are_never_taken_for_old(words: list[str]) -> None:
    assert recognise(" ".join(words)) is None


@given(st.lists(st.sampled_from(WESTERN), min_size=1, max_size=12), st.sampled_from([str, str.upper, str.title]))
def test_nor_are_words_that_old_text_is_made_of(words: list[str], spelt: type[str]) -> None:
    assert recognise(spelt(" ".join(words))) is None


@given(st.lists(st.sampled_from(WESTERN), min_size=1, max_size=8), st.data())
def test_nor_are_words_with_a_slip_of_the_finger(words: list[str], data: st.DataObject) -> None:
    slip = data.draw(st.integers(0, len(words) - 1))
    at = data.draw(st.integers(0, len(words[slip]) - 1))
    words[slip] = words[slip][:at] + words[slip][at + 1 :]
    assert recognise(" ".join(words)) is None


@given(any_text)
def test_anything_else_is_left_alone_or_reads_well(text: str) -> None:
    found = recognise(text)
    if found is not None:
        assert found.before == text
        assert found.after != text
        assert found.message.isprintable()
        assert re.search(r"\.$", found.message)


@pytest.mark.parametrize("name", LegacyName)
@given(text=any_text)
def test_reading_twice_what_is_ascii_changes_nothing(name: LegacyName, text: str) -> None:
    plain = "".join(character for character in text if character.isascii())
    assert READERS[name](plain) == plain
