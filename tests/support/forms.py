"""The forms tests are run on: the shipped one, and one as unlike it as real reports are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tthtcd_tui.forms.known import load_shipped, shipped_file
from tthtcd_tui.forms.load import load, load_file
from tthtcd_tui.forms.model import Form

OTHER = Path(__file__).resolve().parents[1] / "data" / "forms" / "khac.toml"

SHIPPED = shipped_file(1)
"""The first version, which the sample years and the goldens are of."""


@cache
def shipped() -> Form:
    return load_shipped(1)


@cache
def newest() -> Form:
    """The newest version, which new years are of."""
    return load_shipped()


@cache
def other() -> Form:
    """Calendar year, «Phần thứ nhất», legal basis, letters and dashes, ấp, no ratings, optional items."""
    return load_file(OTHER)


def both() -> list[Form]:
    return [shipped(), other()]


def changed(*replacements: tuple[str, str], path: Path = SHIPPED) -> Form:
    """A form with some of its text replaced; each old text must be there exactly once."""
    return load(changed_text(*replacements, path=path), path.name)


def changed_text(*replacements: tuple[str, str], path: Path = SHIPPED) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def minutes(least: int = 2) -> Form:
    """The other form as the minutes of a meeting: a secretary signs beside who presides, the members below them."""
    text = OTHER.read_text(encoding="utf-8")
    for old, new in (
        ('type = "BÁO CÁO"\nabstract = "Kết quả', 'type = "BIÊN BẢN"\nabstract = "Họp tự đánh giá kết quả'),
        ('default = "BC-TTVHTT&HTCĐ"', 'default = "BB-TTVHTT&HTCĐ"'),
        ('default = "CHỦ NHIỆM"', 'default = "CHỦ TRÌ"'),
        ("Trên đây là báo cáo {ky_bao_cao}.\n{ten_trung_tam} trân trọng báo cáo.", "{thu_ky} đã đọc lại biên bản."),
        ('[[section.figure]]\nkey = "so_ap"', _SIGNING + '[[section.figure]]\nkey = "so_ap"'),
        ('[[screen]]\nkey = "chung"', _BESIDE.format(least=least) + '[[screen]]\nkey = "chung"'),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load(text, "bien-ban.toml")


_SIGNING = """[[section.figure]]
key = "thu_ky"
label = "Thư ký"
kind = "text"
required = true

[[section.figure]]
key = "thanh_vien"
label = "Các thành viên dự họp"
kind = "text"
required = true

"""
_BESIDE = """[[signature]]
title = "THƯ KÝ"
names = "thu_ky"

[[signature]]
title = "CÁC THÀNH VIÊN"
names = "thanh_vien"
least = {least}

"""


def three_levels(*numbering: str) -> Form:
    """The other form with a third level of headings, each level counted as `numbering` says."""
    text = OTHER.read_text(encoding="utf-8")
    levels = ", ".join(f'"{each}"' for each in numbering)
    text = text.replace('numbering = ["part", "roman"]', f'numbering = [{levels}]\nend_mark = "./."')
    for title in ("Thuận lợi", "Khó khăn", "Cơ sở vật chất"):
        text = text.replace(f'title = "{title}"\nlevel = 2\n', f'title = "{title}"\nlevel = 3\n')
    return load(text, "ba-cap.toml")
