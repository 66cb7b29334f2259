"""The same words in two places."""

from __future__ import annotations

from support.check_facts import found, said, told, year

LONG = "Văn bản đến, văn bản đi và hồ sơ lớp học được xếp theo tháng trong tủ hồ sơ của trung tâm."
NEARLY = "Văn bản đến, văn bản đi và hồ sơ lớp học đều được xếp theo tháng trong tủ hồ sơ của trung tâm"


def test_a_paragraph_in_two_places_is_told_at_the_later() -> None:
    twice = year({"checklist/noi_quy/statement": (LONG,), "checklist/phan_cong/statement": (LONG,)})
    assert told(found(twice, "repeated_paragraph")) == [
        (
            "checklist/phan_cong/statement",
            (
                "Phân công nhiệm vụ: Lời đánh giá: đoạn “Văn bản đến, văn bản đi và hồ sơ lớp học được xếp theo thán…”"
                " trùng với đoạn ở “Nội quy, quy chế: Lời đánh giá”. Bỏ một đoạn, hoặc viết lại."
            ),
        )
    ]


def test_nearly_the_same_is_the_same() -> None:
    nearly = year({"checklist/noi_quy/statement": (LONG,), "checklist/phan_cong/statement": (NEARLY,)})
    assert len(found(nearly, "repeated_paragraph")) == 1


def test_twice_in_one_place() -> None:
    [finding] = found(year(said(LONG, LONG)), "repeated_paragraph")
    assert "trùng với đoạn ngay trong mục này." in finding.message


def test_short_paragraphs_and_others_are_not() -> None:
    assert found(year(said("Đã làm tốt.", "Đã làm tốt.")), "repeated_paragraph") == []
    other = "Ảnh và video của từng lớp được chép vào ổ cứng của trung tâm, đặt tên theo ngày mở lớp."
    assert found(year(said(LONG, other)), "repeated_paragraph") == []


def test_a_sentence_twice_in_one_paragraph() -> None:
    [finding] = found(year(said("Phong trào lan tới từng nhà. Phong trào lan tới từng nhà.")), "repeated_sentence")
    assert finding.message.endswith("câu “Phong trào lan tới từng nhà” viết hai lần. Bỏ một câu.")
    assert found(year(said("Rất tốt. Rất tốt.")), "repeated_sentence") == []
    assert found(year(said("Phong trào lan tới từng nhà. Phong trào lan tới từng khu.")), "repeated_sentence") == []
