"""Names for the files we make."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.files.names import safe_name
from tthtcd_tui.files.whole import write_whole


@pytest.mark.parametrize(
    ("text", "suffix", "name"),
    [
        ("Báo cáo năm học 2020-2021", ".docx", "Báo cáo năm học 2020-2021.docx"),
        ("từ ngày 01/6/2020 đến ngày 31/5/2021", ".txt", "từ ngày 01-6-2020 đến ngày 31-5-2021.txt"),
        ("…/BC-TTHTCĐ", ".docx", "…-BC-TTHTCĐ.docx"),
        ('a\\b:c*d?e"f<g>h|i', ".x", "a-b-c-d-e-f-g-h-i.x"),
        ("a/\\:b", "", "a-b"),
        ("../../etc/passwd", ".json", "etc-passwd.json"),
        ("..", ".docx", "bao-cao.docx"),
        ("", ".docx", "bao-cao.docx"),
        ("///", ".docx", "bao-cao.docx"),
        ("\x00\x1b\u202e\ud800\ue000", "", "bao-cao"),
        (" -rf. ", ".docx", "rf.docx"),
        (".bashrc", "", "bashrc"),
        ("--force", "", "force"),
        ("hai  khoảng\n\ttrắng\xa0liền", ".txt", "hai khoảng trắng liền.txt"),
        ("a \x00 b", "", "a b"),
        ("xóa\x1b[2J\u202emàn\u200b hình\x9b", ".txt", "xóa[2Jmàn hình.txt"),
        ("Ba\u0301o ca\u0301o", ".tar.gz", "Báo cáo.tar.gz"),
        ("a. . -", ".txt", "a.txt"),
        ("x" * 300, ".docx", "x" * 195 + ".docx"),
        ("ữ" * 300, ".docx", "ữ" * 65 + ".docx"),  # 3 bytes each
        ("x" + "ữ" * 300, "", "x" + "ữ" * 66),
        ("x" * 198 + "o\u0336\u0336", "", "x" * 198),  # a letter goes with its marks
        ("x" * 197 + " ữ", "", "x" * 197),
        ("🙂" * 100, ".txt", "🙂" * 49 + ".txt"),
    ],
)
def test_safe_name(text: str, suffix: str, name: str) -> None:
    assert safe_name(text, suffix) == name


@pytest.mark.parametrize(
    "suffix", ["docx", ".", "..", ".a/b", ". docx", ".đ", ".a.b.c", ".abcdefghijk", "\n", ".docx\n"]
)
def test_a_suffix_is_ours(suffix: str) -> None:
    with pytest.raises(ValueError, match="not a suffix"):
        safe_name("x", suffix)


@given(any_text | st.text(min_size=60, max_size=300), st.sampled_from(["", ".docx", ".tar.gz"]))
def test_any_text_makes_a_safe_name(text: str, suffix: str) -> None:
    name = safe_name(text, suffix)
    assert name.endswith(suffix)
    assert len(name.encode("utf-8")) <= 200
    assert name.isprintable()
    assert not set(name) & set('/\\:*?"<>|')
    stem = name.removesuffix(suffix)
    assert stem
    assert stem[0] not in " .-"
    assert stem[-1] not in " .-"
    assert unicodedata.is_normalized("NFC", name)
    assert safe_name(stem, suffix) == name


@pytest.mark.parametrize("text", ["ữ" * 300, "../x", "-", "a\nb", "🙂" * 99])
def test_the_name_can_be_written(tmp_path: Path, text: str) -> None:
    name = safe_name(text, ".docx")
    write_whole(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]
