"""The report on paper: what LibreOffice makes of the file, measured on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.matrix import LONG
from support.paper import Paper, Rule, Words, missing
from support.wide_reports import BODIES, LONG_BODY, finished, report

from tthtcd_tui.exports.docx import docx_bytes

pytestmark = [LONG, pytest.mark.skipif(bool(missing()), reason=missing())]

MM = 72 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def on_paper(name: str, folder: Path) -> Paper:
    outline = report() if name == "the sample" else finished()[name]
    return Paper(docx_bytes(outline), folder)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    return on_paper("the sample", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """Names and a title of several lines each."""
    return on_paper("names that wrap", tmp_path_factory.mktemp("wrapped"))


def columns_of(paper: Paper) -> tuple[list[Words], list[Words]]:
    """The two columns of the head, each line of them; the title is not among them."""
    nation, title = paper.line(1, NATION), paper.line(1, "BÁO CÁO")
    left = [line for line in paper.lines(1, right=nation.left) if line.bottom < title.top]
    right = [line for line in paper.lines(1, left=nation.left - 30) if line.bottom < title.top]
    return left, [line for line in right if line.left > left[0].right or "," in line.text]


def head_rules(paper: Paper) -> tuple[Rule, Rule, Rule]:
    """Under the name of the body, under the motto, under the title."""
    rules = paper.rules(1)
    assert len(rules) == 3
    nation = paper.line(1, NATION)
    [motto] = [rule for rule in rules if rule.left > nation.left]
    title = rules[-1]
    [issuer] = [rule for rule in rules if rule not in (motto, title)]
    return issuer, motto, title


@pytest.mark.parametrize("paper", ["sample", "wrapped"])
def test_the_nation_stands_on_one_line_and_the_motto_below_its_middle(
    paper: str, request: pytest.FixtureRequest
) -> None:
    made: Paper = request.getfixturevalue(paper)
    nation, motto = made.line(1, NATION), made.line(1, MOTTO)
    assert (nation.text, motto.text) == (NATION, MOTTO)
    assert motto.middle == pytest.approx(nation.middle, abs=0.5 * MM)
    assert nation.right <= (210 - 15) * MM + 0.5
    assert 0 < motto.top - nation.top < 20


def test_the_columns_of_the_head_begin_level_and_so_do_number_and_date(sample: Paper) -> None:
    assert sample.line(1, "UBND PHƯỜNG").top == pytest.approx(sample.line(1, NATION).top, abs=1)
    number, dated = sample.line(1, "Số:"), sample.line(1, "Mạo Khê, ngày")
    assert dated.text == "Mạo Khê, ngày 05 tháng 6 năm 2021"
    assert number.top == pytest.approx(dated.top, abs=1)
    assert dated.middle == pytest.approx(sample.line(1, MOTTO).middle, abs=1 * MM)


@pytest.mark.parametrize("paper", ["sample", "wrapped"])
def test_the_rule_under_the_motto_is_as_long_as_the_motto(paper: str, request: pytest.FixtureRequest) -> None:
    made: Paper = request.getfixturevalue(paper)
    _, rule, _ = head_rules(made)
    motto = made.line(1, MOTTO)
    assert rule.length == pytest.approx(motto.length, rel=0.02)
    assert rule.middle == pytest.approx(motto.middle, abs=1 * MM)
    assert 0 < rule.top - motto.bottom + 4 < 10


@pytest.mark.parametrize("paper", ["sample", "wrapped"])
def test_the_rule_under_the_name_is_a_third_to_a_half_of_its_longest_line(
    paper: str, request: pytest.FixtureRequest
) -> None:
    made: Paper = request.getfixturevalue(paper)
    rule, _, _ = head_rules(made)
    nation = made.line(1, NATION)
    bold = made.line(1, "TRUNG TÂM")
    name = [line for line in made.lines(1, right=nation.left) if bold.top <= line.top < rule.top]
    assert " ".join(line.text for line in name).startswith("TRUNG TÂM ")
    longest = max(line.length for line in name)
    assert longest / 3 <= rule.length <= longest / 2
    for line in name:
        assert rule.middle == pytest.approx(line.middle, abs=1 * MM)


@pytest.mark.parametrize(("paper", "lines"), [("sample", 2), ("wrapped", 4)])
def test_the_rule_under_the_title_is_a_third_to_a_half_of_its_longest_line(
    paper: str, lines: int, request: pytest.FixtureRequest
) -> None:
    made: Paper = request.getfixturevalue(paper)
    _, _, rule = head_rules(made)
    abstract = [line for line in made.lines(1) if made.line(1, "BÁO CÁO").bottom <= line.bottom < rule.top + 4][1:]
    assert len(abstract) == lines
    longest = max(line.length for line in abstract)
    assert longest / 3 <= rule.length <= longest / 2
    for line in abstract:
        assert rule.middle == pytest.approx(line.middle, abs=1 * MM)


@pytest.mark.parametrize("paper", ["sample", "wrapped"])
def test_rules_are_thin_and_stand_clear_of_the_text(paper: str, request: pytest.FixtureRequest) -> None:
    made: Paper = request.getfixturevalue(paper)
    for rule in head_rules(made):
        assert 0.4 <= rule.thickness <= 1.2
        crossed = [
            line for line in made.lines(1)
            if line.top < rule.top < line.bottom - 4 and line.left < rule.right and rule.left < line.right
        ]  # fmt: skip
        assert crossed == []


def test_no_word_of_the_name_or_the_title_is_torn(sample: Paper) -> None:
    """As a person would break them: «TRUNG TÂM HỌC TẬP CỘNG / ĐỒNG» is a mistake a reader stumbles over."""
    nation = sample.line(1, NATION)
    left = [line.text for line in sample.lines(1, right=nation.left)][:3]
    assert left == ["UBND PHƯỜNG MẠO KHÊ", "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", "PHƯỜNG MẠO KHÊ"]
    assert sample.line(1, "Tự đánh giá").text == "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng"
    assert "năm học 2020-2021" in [line.text for line in sample.lines(1)]


def test_a_long_heading_breaks_where_a_phrase_does(sample: Paper) -> None:
    """Not «… SỰ THAM GIA CỦA XÃ / HỘI», and its letters stand no further apart than in any other line."""
    [page] = [n for n in range(1, len(sample.pages) + 1) if any(w.text == "TỔNG" for w in sample.pages[n - 1])]
    lines = [line.text for line in sample.lines(page)]
    at = lines.index("IV. ĐÁNH GIÁ CÔNG TÁC HUY ĐỘNG SỰ THAM GIA")
    assert lines[at + 1] == "CỦA XÃ HỘI"


@pytest.mark.parametrize("paper", ["sample", "wrapped"])
def test_every_page_but_the_first_has_its_number_in_the_middle_of_the_top(
    paper: str, request: pytest.FixtureRequest
) -> None:
    made: Paper = request.getfixturevalue(paper)
    assert len(made.pages) >= 4
    assert not any(word.text.isdigit() and word.bottom < 50 for word in made.pages[0])
    for number in range(2, len(made.pages) + 1):
        first = made.lines(number)[0]
        assert first.text == str(number)
        assert first.bottom < 20 * MM
        assert first.middle == pytest.approx((30 + 210 - 15) / 2 * MM, abs=1 * MM)


def test_the_end_has_two_columns_that_begin_level(sample: Paper) -> None:
    last = len(sample.pages)
    capacity, name = sample.line(last, "GIÁM ĐỐC"), sample.line(last, "Vũ Thanh Hải")
    [label] = [line for line in sample.lines(last, right=capacity.left) if line.text == "Nơi nhận:"]
    assert label.top == pytest.approx(capacity.top, abs=2)
    assert label.left == pytest.approx(30 * MM, abs=0.5)
    assert name.middle == pytest.approx(capacity.middle, abs=0.5 * MM)
    assert 20 * MM <= name.top - capacity.bottom <= 40 * MM


def test_the_last_words_stand_on_the_signature_s_page(sample: Paper) -> None:
    [end] = [number for number, page in enumerate(sample.pages, 1) if any(w.text.endswith("./.") for w in page)]
    assert end == len(sample.pages)


def test_a_row_of_the_results_is_one_line_and_its_numbers_stand_to_the_right(sample: Paper) -> None:
    [page] = [n for n in range(1, len(sample.pages) + 1) if any(w.text == "TỔNG" for w in sample.pages[n - 1])]
    total = sample.line(page, "TỔNG")
    assert total.text == "TỔNG 445 43.117"
    laws = sample.line(page, "Giáo dục pháp luật")
    assert laws.text == "Giáo dục pháp luật 26 2.554"
    assert laws.right == pytest.approx(total.right, abs=0.5)
    assert total.right < (210 - 15) * MM


def test_the_dashes_of_several_addressees_stand_under_the_colon(tmp_path: Path) -> None:
    made = on_paper("five addressees", tmp_path)
    label = made.line(1, "Kính gửi:")
    dashes = [line for line in made.lines(1, left=label.left + 1) if line.text.startswith("- ")]
    assert [dash.text.rstrip(";.") for dash in dashes if dash.text.endswith((";", "."))] == [
        f"- {body}" for body in BODIES if body != BODIES[2]
    ]
    assert len(dashes) == 5
    for dash in dashes:
        assert label.right - 6 <= dash.left <= label.right + 1
    below = [line for line in made.lines(1, left=dashes[0].left + 1) if dashes[2].bottom < line.bottom < dashes[3].top]
    assert len(below) >= 1
    assert {round(line.left - dashes[2].left) for line in below} == {8}  # «- » at 14 pt


def test_a_long_place_and_its_date_stay_on_one_line(tmp_path: Path) -> None:
    made = on_paper("a long place", tmp_path)
    dated = made.line(1, "Phường Nguyễn")
    assert dated.text == "Phường Nguyễn Thị Minh Khai, ngày 31 tháng 12 năm 2021"
    assert made.line(1, NATION).text == NATION
    assert made.line(1, MOTTO).middle == pytest.approx(dated.middle, abs=1 * MM)
    assert made.line(1, "Số:").top == pytest.approx(dated.top, abs=1)


def test_a_name_beside_the_nations_does_not_run_into_it(tmp_path: Path) -> None:
    """Without a superior body the issuer's name stands level with the nation's."""
    made = on_paper("no superior", tmp_path)
    nation, issuer = made.line(1, NATION), made.line(1, "TRUNG TÂM")
    assert issuer.top == pytest.approx(nation.top, abs=1)
    beside = max(word.right for word in made.pages[0] if word.bottom < nation.bottom + 1 and word.right < nation.left)
    assert nation.left - beside >= 4 * MM


def test_one_long_addressee_stands_on_lines_of_about_the_same_length(tmp_path: Path) -> None:
    """Without «2030» alone on the last of them."""
    made = on_paper("one addressee, long", tmp_path)
    first, after = made.line(1, "Kính gửi:"), made.line(1, "Trung tâm học tập cộng đồng phường Mạo Khê báo cáo")
    lines = [line for line in made.lines(1) if first.top <= line.top < after.top]
    assert " ".join(line.text for line in lines) == f"Kính gửi: {LONG_BODY}"
    assert min(line.length for line in lines) > max(line.length for line in lines) * 0.8
    assert {round(line.middle) for line in lines} <= {round(first.middle) + off for off in (-1, 0, 1)}


def test_a_capacity_that_wraps_tears_no_word(tmp_path: Path) -> None:
    made = on_paper("a capacity that wraps", tmp_path)
    last = len(made.pages)
    top = made.line(last, "TM. BAN")
    lines = [line.text for line in made.lines(last, left=top.left - 40) if line.top >= top.top]
    assert lines[-3:] == ["PHÓ TRƯỞNG BAN", "THƯỜNG TRỰC", "Vũ Thanh Hải"]
    assert lines[0] == "TM. BAN CHỈ ĐẠO XÂY DỰNG"


def test_an_appendix_begins_on_a_page_of_its_own_turned_and_counted_from_1(tmp_path: Path) -> None:
    made = on_paper("activities", tmp_path)
    [first] = [number for number in range(1, len(made.pages) + 1) if "DANH SÁCH HOẠT ĐỘNG" in _text(made, number)]
    assert made.lines(first)[0].text == "1"
    assert [line.text for line in made.lines(first)[1:3]] == ["Phụ lục", "DANH SÁCH HOẠT ĐỘNG NĂM HỌC 2020-2021"]
    assert made.line(first, "Phụ lục").middle == pytest.approx((297 + 30 - 15) / 2 * MM, abs=1 * MM)
    assert "TỔNG 445 43.117" in _text(made, len(made.pages))
    for page in range(first, len(made.pages) + 1):
        assert made.lines(page)[0].text == str(page - first + 1)
        assert "TT Ngày Tên hoạt động" in _text(made, page), "the column titles stand on each page"


def _text(paper: Paper, page: int) -> str:
    return "\n".join(line.text for line in paper.lines(page))
