"""How long a text is, against another table of the same type face."""

from __future__ import annotations

import pytest
from support.nd30.widths import width

from tthtcd_tui.exports.word.widths import Face, text_width

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    "0123456789.,;:!?()[]/-–…“”‘’«»%&+=*'\"@#$"
)


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("letters", [LETTERS, LETTERS.upper()], ids=["small", "capital"])
def test_every_letter_is_as_wide_as_the_type_face_says(face: Face, letters: str) -> None:
    for letter in letters:
        expected = width(letter, 1000, bold=face is Face.BOLD, italic=face is Face.ITALIC)
        assert text_width(letter, 2000, face) == pytest.approx(expected * 20, abs=20), letter


@pytest.mark.parametrize(
    ("text", "size", "face", "twips"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, Face.BOLD, 5007),
        ("TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", 24, Face.BOLD, 4193),
        ("Độc lập - Tự do - Hạnh phúc", 26, Face.BOLD, 3183),
        ("- ", 28, Face.REGULAR, 163),
        ("", 28, Face.REGULAR, 0),
    ],
)
def test_lengths_in_twips(text: str, size: int, face: Face, twips: int) -> None:
    assert text_width(text, size, face) == twips


def test_a_letter_of_another_script_is_guessed_and_a_mark_has_no_width() -> None:
    assert text_width("漢", 200) == 2000
    assert text_width("א", 200) == 1112
    assert text_width("\u0489e\u0323", 200) == text_width("e", 200)
