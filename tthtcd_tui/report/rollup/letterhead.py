"""Who issues the roll-up, to whom and signed by whom, as a short TOML file says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from tthtcd_tui.errors import TextProblem, UnusableFile
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import parse_date
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted

LARGEST: Final = 64 * 1024
"""Bytes."""


class RollupHead(NamedTuple):
    """The letterhead and the end of a province's report; what is empty is a gap in a draft."""

    superior: str = ""
    """The body above: «UBND TỈNH …»; may be empty for a committee."""
    issuer: str = ""
    symbol: str = ""
    """«BC-SGDĐT»."""
    number: str = ""
    """May stay empty until it is issued; the date too."""
    place: str = ""
    date: date | None = None
    area: str = ""
    """«trên địa bàn tỉnh …»."""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    """Without «Như trên» and with «Lưu: VT, ‹unit›» if a unit drafted it."""
    authority: str = ""
    """«TM. ỦY BAN NHÂN DÂN», «KT. GIÁM ĐỐC»; empty for a head who signs as such."""
    position: str = ""
    signer: str = ""


CALLED: Final[Mapping[str, str]] = {
    "superior": "Cơ quan cấp trên",
    "issuer": "Cơ quan ban hành",
    "symbol": "Ký hiệu",
    "number": "Số",
    "place": "Địa danh",
    "date": "Ngày ban hành",
    "area": "Địa bàn",
    "addressees": "Kính gửi",
    "recipients": "Nơi nhận",
    "authority": "Quyền hạn ký",
    "position": "Chức vụ người ký",
    "signer": "Người ký",
}
"""Every field, in the order in which it is printed and asked for."""
_LINES: Final = ("addressees", "recipients")
LABELS: Final[Mapping[str, str]] = {
    "issuer": "Cơ quan ban hành",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "addressees": "Nơi nhận báo cáo (Kính gửi)",
    "position": "Chức vụ người ký",
    "signer": "Người ký",
}
"""What a report must have to be issued, and what it is called."""

SAMPLE: Final = """\
# Thể thức báo cáo tổng hợp. Sửa các dòng dưới đây rồi lưu lại. Tên cơ quan, tên người là ví dụ.
superior = "Ủy ban nhân dân tỉnh Mẫu"
issuer = "Sở Giáo dục và Đào tạo"
symbol = "BC-SGDĐT"
number = ""                     # để trống đến khi phát hành
place = "Mẫu"
date = ""                       # ví dụ "15/7/2021"
area = "trên địa bàn tỉnh Mẫu"
addressees = ["Ủy ban nhân dân tỉnh Mẫu"]
recipients = ["Hội Khuyến học tỉnh", "Lưu: VT, GDTX"]
authority = "KT. GIÁM ĐỐC"      # hoặc "TM. ỦY BAN NHÂN DÂN"; để trống nếu người đứng đầu ký
position = "PHÓ GIÁM ĐỐC"
signer = "Nguyễn Văn Mẫu"
"""


def read_head(data: bytes, name: str) -> RollupHead:
    """The letterhead in a TOML file. Raises UnusableFile with everything that is wrong."""
    try:
        tree = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise UnusableFile(f"Tệp {quoted(name)} không đúng cú pháp TOML. Hãy sửa theo mẫu.") from None
    return RollupHead(**read_tree(tree, name))


def read_tree(tree: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The fields that are spoken of, as RollupHead has them. Raises UnusableFile with everything that is wrong."""
    wrong: list[str] = []
    found = {key: _value(key, tree[key], wrong) for key in tree}
    if wrong:
        raise UnusableFile(f"Tệp thể thức {quoted(name)} có chỗ sai. Hãy sửa các dòng sau:", wrong)
    return found


def _value(key: str, value: Any, wrong: list[str]) -> Any:
    if key not in RollupHead._fields:
        wrong.append(f"{quoted(key)}: không có mục này.{did_you_mean(key, RollupHead._fields)}")
        return None
    try:
        if key in _LINES:
            if not isinstance(value, list):
                raise TextProblem("Phải là một danh sách.")
            return tuple(filter(None, map(_line, value)))
        if key == "date":
            return value if isinstance(value, date) else parse_date(value) if _line(value) else None
        return _line(value)
    except TextProblem as problem:
        wrong.append(f"{quoted(key)}: {problem.message}")
        return None


def _line(value: object) -> str:
    if not isinstance(value, str):
        raise TextProblem("Phải là chữ trong dấu nháy.")
    return clean_line(value)
