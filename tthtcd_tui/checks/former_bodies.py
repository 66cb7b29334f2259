"""Names of bodies that are no more, found in a text: the district tier and the departments merged in 2025.

The district tier stood until 30 June 2025. Districts (huyện, thị xã, quận), cities and towns in them (thành phố thuộc
tỉnh, thị trấn), their Party committees, and Phòng GD&ĐT. What only looks alike is left alone: a city of the first tier,
a commune or a person named by such a word («phường Thị Cầu», «ông Nguyễn Văn Quận»), a school that keeps its name
(«Trường THCS Thị trấn Quốc Oai»), a Sở's room («Phòng Giáo dục Mầm non»), «Q. Giám đốc».

Departments of a province and ministries were merged on 1 March 2025 (Decree 45/2025/NĐ-CP; Resolution 176/2025/QH15).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple

# Patterns here are compiled when first needed, and kept by re: an older report needs none, and every start would pay.
_COMMITTEE = "(?:ủy|uỷ|đoàn)"
_FOUND = rf"""(?ix)(?<!\w)(?:
      (?P<office>(?:phòng\s+(?:giáo\s+dục|gd)|pgd)(?:\s*(?:&|và|[-–,]))?\s*(?:đào\s+tạo|[đd]t)(?!\w)
        |(?<!văn\ )phòng\s+(?:giáo\s+dục|gd)(?!\w)(?=\s*(?:$|[^\w\s&–-])))
      |(?P<unit>(?:huyện|quận(?!\s+(?:công(?!\s+an)|chúa|vương)(?!\w)))(?:\s+{_COMMITTEE})?(?!\w)
        |thị\s+(?:xã|trấn|{_COMMITTEE})(?!\w)|thành\s+phố\s+thuộc\s+tỉnh(?!\w))
      |(?P<city>thành\s+(?:phố|{_COMMITTEE})(?!\w)|tp(?!\w)\.?)
      |(?P<short>tx(?:\.|(?=\s))|(?-i:[HQ])\.)
    )"""
_WORD = r"\s*([^\W_]+)"
_WORD_BEFORE = r"([^\W_]+)\s+$"
_FIRST_TIER = r"(?i)\s*(?:hà\s+nội|hải\s+phòng|huế|đà\s+nẵng|cần\s+thơ|hồ\s+chí\s+minh|hcm)(?!\w)"
"""The cities that are provinces of their own, six in 2025. Another one that becomes it is added here."""

_NAMED_SO = frozenset(
    "xã phường khu thôn ấp xóm làng bản tổ phố đường ông bà anh chị cô cụ chú bác cháu em chí văn thị"
    " nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý".split()
)
"""After one of these a capital begins a name, of a commune, a street, a person: «xã Quận …», «Vũ Thị Huyện»."""
_NAMED_AFTER = (
    r"(?i)(?<!\w)(?:trường|mầm\s+non|mẫu\s+giáo|mn|tiểu\s+học|th|trung\s+học(?:\s+(?:cơ\s+sở|phổ\s+thông))?|thcs|thpt"
    r"|th\s?&\s?thcs|th\s+và\s+thcs|nội\s+trú|bán\s+trú|ptdtnt|ptdtbt|chợ|cầu|bến\s+xe|ga|phố|đường|chùa|đình|đền|nhà\s+thờ|hồ"
    r"|công\s+ty[^.,;]{0,30}|htx|hợp\s+tác\s+xã|quỹ\s+tín\s+dụng(?:\s+nhân\s+dân)?|câu\s+lạc\s+bộ)\s+$"
)
"""What bears the name of the place it stands in, and keeps it: a school, a market, a co-operative."""
_POSTS = frozenset("giám chủ trưởng hiệu bí phó tổng viện chánh cục bộ thủ đội chỉ tư".split())
"""After one of these «Q.» is an acting head, not a quận."""


TIER_GONE: Final = date(2025, 7, 1)
MERGED: Final = date(2025, 3, 1)
"""The first days without them."""
_DASH: Final = r"\s*(?:[-–,]|và|&)?\s*"
_DEPARTMENT: Final = rf"""(?ix)(?<!\w)(?:sở|bộ)\s+(?:
      lao\s+động{_DASH}thương\s+binh(?:{_DASH}xã\s+hội)?|l[đd]-?tb(?:\s*[&-]\s*|\s*và\s*)?xh|thông\s+tin{_DASH}truyền\s+thông|tt\s*&\s*tt
      |kế\s+hoạch{_DASH}đầu\s+tư|kh\s*&\s*đt|giao\s+thông\s+vận\s+tải|gtvt|tài\s+nguyên{_DASH}môi\s+trường|tn\s*&\s*mt
      |nông\s+nghiệp{_DASH}phát\s+triển\s+nông\s+thôn|nn\s*&\s*ptnt
    )(?!\w)"""
_DEPARTMENT_WORDS: Final = ("sở ", "bộ ")


class FormerBody(NamedTuple):
    words: str
    end: int
    """Where in the text, made NFC, its words end."""
    since: date = TIER_GONE
    """The first day without it."""


def former_bodies(text: str) -> list[FormerBody]:
    """Every one named in `text`, in order, with its own name where one follows: «thị xã Đông Triều»."""
    text = unicodedata.normalize("NFC", text)
    low = text.casefold()
    merged = re.finditer(_DEPARTMENT, text) if any(word in low for word in _DEPARTMENT_WORDS) else ()
    found = [FormerBody(match[0], match.end(), MERGED) for match in merged]
    for match in re.finditer(_FOUND, text):
        end = match.end() if match.lastgroup == "office" else _name_end(text, match.end())
        if match.lastgroup == "office" or _is_former(text, match, text[match.end() : end].strip()):
            found.append(FormerBody(text[match.start() : end], end))
    return sorted(found, key=lambda body: body.end)


def _is_former(text: str, match: re.Match[str], name: str) -> bool:
    word = re.search(_WORD_BEFORE, text[max(0, match.start() - 20) : match.start()])
    before = word[1] if word else ""
    if match[0][0].isupper() and before.casefold() in _NAMED_SO:
        return False
    if match.lastgroup in ("unit", "city") and re.search(
        _NAMED_AFTER, text[max(0, match.start() - 40) : match.start()]
    ):
        return False
    match match.lastgroup:
        case "city":
            # Without a name it may be one of the first tier: «UBND thành phố».
            return name[:1].isupper() and not re.compile(_FIRST_TIER).match(text, match.end())
        case "short":
            number = match[0] == "Q." and name[:1].isdigit()
            post = name.partition(" ")[0].casefold() in _POSTS
            # «Nguyễn H. Anh» is a person; «GD TX» is giáo dục thường xuyên.
            initial = len(match[0]) == 2 and before.istitle()
            return (number or name[:1].isupper()) and not post and not initial and before.casefold() != "gd"
        case _:
            return True


def _name_end(text: str, at: int) -> int:
    """Where the capitalised words and numbers end that follow directly, up to the next unit."""
    one, body = re.compile(_WORD), re.compile(_FOUND)
    while word := one.match(text, at):
        first = word[1][0]
        if not (first.isupper() or first.isdigit()) or body.match(text, word.start(1)):
            break
        at = word.end()
    return at
