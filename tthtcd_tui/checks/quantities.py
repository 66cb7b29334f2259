"""What a number in a sentence counts: the words before it and after it that say so, and the place it must agree with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tthtcd_tui.checks.units import INCOME
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple

# All patterns and words are of text in lower case.

_AREA: Final = r"(?:xã|phường|đặc khu|thị trấn|địa bàn|địa phương|đảo|toàn|mạng lưới)"
_NAME: Final = r"(?:\s+(?:ta|này|nhà|hiện|nay|hiện nay|hành chính))*"

LOCAL_TOTAL: Final = (
    rf"(?:(?<!\w)(?:toàn bộ|tất cả|cả|tổng số|tổng cộng|tổng|đủ|khắp|hết|toàn|{_AREA}{_NAME}(?:\s+[^\s,.;:]+){{0,4}}?\s+(?:có|gồm|với"
    rf"|bao gồm|gồm có|được chia (?:làm|thành|ra)|chia (?:làm|thành|ra)|còn|hiện còn))(?:\s+(?:là|có|gồm|với|của|tới|đến|ở|tại))*)\s*$"
)
"""Before a number: it counts all there are in the place."""
LISTED: Final = rf"(?<!\w)(?:toàn|{_AREA})(?:\s+[^\s,.;:]+){{0,4}}?\s+(?:có|gồm|với|bao gồm|gồm có)\s+[^.;:]{{0,90}}(?:,|và|với|ở|tại|gồm)\s*$"
"""Before a number in a list of such: «Xã có 2.740 hộ, 9.820 nhân khẩu, 8 thôn»."""
ACTED: Final = (
    "đã", "được", "tham gia", "ủng hộ", "nuôi", "trồng", "đăng ký", "mở", "tổ chức", "vận động", "thu hút", "hỗ trợ",
    "giúp", "đạt", "tăng", "giảm", "trong đó", "riêng", "mỗi", "từng", "cho", "huy động", "xây", "sửa", "làm", "kết nạp",
    "trao", "tặng", "phát", "bồi dưỡng", "tập huấn", "cử", "mời", "thăm",
)  # fmt: skip
"""What is told in a list of what there is never stands between: it begins something else."""
LOCAL_SCOPE: Final = (
    r"^\s*(?:đang sinh sống |sinh sống |hiện có |cùng )?(?:trong|trên|của|ở|tại|thuộc)\s+(?:toàn |cả )?(?:xã|phường|đặc khu|địa bàn"
    r"|địa phương|đảo|đảng bộ)(?!\w)"
)
"""After what is counted: it is that of the place."""
YEAR_TOTAL: Final = (
    "tổng", "cả năm", "trong năm", "năm nay", "năm qua", "trong kỳ", "cả kỳ", "năm học", "toàn trung tâm",
    "cả trung tâm", "kết quả", "từ đầu năm",
)  # fmt: skip
"""Before a number of classes or participations: it counts all the year's."""
SUM_WORDS: Final = r"(?<!\w)(?:tổng số|tổng cộng|tổng)(?:\s+[^\s,.;:]+){0,5}\s*$"
CENTRE_DID: Final = (
    r"(?<!\w)(?:trung tâm|tthtcđ)(?:\s+[^,.;:]+?)?\s+(?:mở|tổ chức|thu hút|huy động|có|đón|phục vụ)(?:\s+được)?\s*"
)
"""Before one: the centre did it, perhaps all of it."""

TAIL: Final = (
    r"\s*(?:$|[.,;:)\]”\"]|(?:và|với|cho|ở|tại|trong|trên|của|thuộc|cùng|đều|nên|là|có|gồm|sinh|phân|cả|đến|tăng|giảm|so|thu|hiện|nằm"
    r"|đang|thì|trực|về|các)(?!\w))"
)
"""What may follow a unit that stands for all of its kind: anything else makes it a kind of its own."""
PLACES_DO: Final = (
    r"\s*(?:báo|đưa|phát|tổ chức|mở|họp|ký|tham gia|đăng ký|làm|cử|góp|ủng hộ|hưởng ứng|thực hiện|duy trì|treo|dọn|trồng|được|đã|sẽ|cùng)"
    r"(?!\w)"
)
"""What parts of a commune do: after them they are counted as a whole."""
YEAR_TAIL: Final = (
    r"\s*(?:$|[.,;:()\]”\"]|(?:ở|tại|trong) \d+ lớp|(?:và|với|cho|trong năm|trong kỳ|cả năm|tại trung tâm|ở trung tâm|đến trung tâm|đến với trung tâm|tăng|giảm"
    r"|so với|đạt|thu hút|bằng|là|đã|được|trong (?:cả )?(?:năm|kỳ))(?!\w))"
)
_LABEL_FILL: Final = (
    r"(?:\s+(?:của|toàn|cả|các cấp|các trường|trong|trên|ở|tại|xã|phường|đặc khu|địa bàn|địa phương|đảo|đảng bộ|người dân|trung tâm|hiện|nay|là|có|đạt|được|gồm|còn|năm|học"
    r"|này|kỳ|tổng|cộng|lên|tới|đến|khoảng|với|năm học này|giảm còn|giảm xuống còn|chỉ còn|hiện còn))*\s*:?\s*$"
)
"""What may stand between the name of a number and the number."""


class Tail(Enum):
    """What must follow the unit for the number to be the whole."""

    ANY = auto()
    WHOLE = auto()
    """The end, a stop, or a word that begins something else: «8 thôn vùng sâu» are some of them."""
    PLACES = auto()
    """As WHOLE, or what parts of a commune do: «23 khu phố báo lịch học»."""
    YEAR = auto()
    """As WHOLE, for what a year adds up to: «860 lượt người cao tuổi» is some of it."""


class Kind(Enum):
    """Which words around a number say that it counts all there are."""

    SURE = auto()
    """None are needed."""
    LABEL = auto()
    """Its own name before it."""
    LOCAL = auto()
    """Those that speak of the whole place."""
    PEOPLE = auto()
    OWNED = auto()
    PARTY = auto()
    SCHOOLS = auto()
    TOTAL = auto()
    """Those that speak of the whole year."""


class Quantity(NamedTuple):
    """Something that reports count."""

    place: str
    """The place, or the name of the total, that says how many."""
    kind: Kind
    unit: str
    """What stands after the number, as a pattern."""
    tail: Tail = Tail.WHOLE
    label: str = ""
    """The number's own name before it, as a pattern: then it surely is that number."""
    never: tuple[str, ...] = ()
    """Words in the sentence that make it something else."""


_NOUN: Final = r"(?:thôn|khu phố|khu dân cư|khu hành chính|khu|ấp|bản|xóm|tổ dân phố|buôn|làng|khóm|tổ(?! chức))"
_OF_SCHOOLS: Final = r"(?:(?:tất cả )?các |\d+ )?(?:nhà )?trường"
_LEARNERS: Final = r"(?: người| học viên| người học| người dân)*"


def _schools() -> Iterator[Quantity]:
    for key, level in (
        ("truong_mam_non", r"(?:mầm non|mẫu giáo)"),
        ("truong_tieu_hoc", r"tiểu học"),
        ("truong_thcs", r"(?:thcs|trung học cơ sở)"),
        ("truong_thpt", r"(?:thpt|trung học phổ thông)"),
    ):
        yield Quantity(f"figure/{key}", Kind.LOCAL, rf"trường {level}", Tail.ANY, rf"số trường {level}")


QUANTITIES: Final[tuple[Quantity, ...]] = (
    Quantity("figure/tre_khong_di_hoc", Kind.SURE, r"(?:trẻ(?: em)?|em|cháu) (?:không|chưa)(?: thể| được)? (?:đi học|đến trường)", Tail.ANY),
    Quantity("indicator/ho_ngheo/value", Kind.LOCAL, r"hộ nghèo", label=r"(?:số )?hộ nghèo",
             never=("cận nghèo", "thoát nghèo", "vay", "xây nhà", "sửa nhà", *(f"giúp đỡ {digit}" for digit in "0123456789"),
                    "hỗ trợ", "tặng", "trao")),
    Quantity("figure/so_ho", Kind.LOCAL, r"hộ(?: gia đình| dân)?", label=r"số hộ(?: gia đình| dân)?"),
    Quantity("figure/dan_so", Kind.PEOPLE, r"(?:nhân khẩu|khẩu|người dân|người|dân)", label=r"(?:dân số|số dân|số nhân khẩu|nhân khẩu)",
             never=("độ tuổi", "mật độ", "lao động", "dân số trẻ")),
    *_schools(),
    Quantity("figure/so_truong", Kind.LOCAL, r"(?:đơn vị )?trường(?: học)?", Tail.PLACES, label=r"số trường(?: học)?"),
    Quantity("figure/so_khu", Kind.LOCAL, rf"{_NOUN}(?: dân cư| hành chính)?", Tail.PLACES, label=rf"số {_NOUN}"),
    Quantity("figure/so_nha_van_hoa", Kind.OWNED, rf"nhà văn hóa(?: {_NOUN}| cộng đồng)*", label=r"số nhà văn hóa",
             never=("xây", "sửa", "nâng cấp", "khánh thành", "mới")),
    Quantity("figure/dang_vien", Kind.PARTY, r"đảng viên", label=r"số đảng viên", never=("kết nạp", "mới", "chuyển", "dự bị")),
    Quantity("figure/chi_bo", Kind.PARTY, r"chi bộ(?: trực thuộc)?", label=r"số chi bộ(?: trực thuộc)?"),
    Quantity("figure/dn_tu_nhan", Kind.LOCAL, r"doanh nghiệp tư nhân", label=r"số doanh nghiệp tư nhân"),
    Quantity("figure/dn_nha_nuoc", Kind.LOCAL, r"doanh nghiệp nhà nước", label=r"số doanh nghiệp nhà nước"),
    Quantity("figure/so_hoc_sinh", Kind.SCHOOLS, r"(?:em )?học sinh", label=r"số học sinh"),
    Quantity("figure/so_giao_vien", Kind.SCHOOLS, r"(?:giáo viên|thầy,? cô(?: giáo)?)", label=r"số giáo viên",
             never=("biệt phái", "giáo viên giỏi")),
    Quantity("figure/dien_tich", Kind.LABEL, r"(?:km2|km²|ki-lô-mét vuông|km vuông)", Tail.ANY, r"(?:diện tích(?: đất)?(?: tự nhiên)?|(?:xã|phường|đặc khu|đảo) rộng)",
             never=("lúa", "canh tác", "nông nghiệp", "rừng", "nuôi trồng", "sàn", "xây dựng", "ha", "m2")),
    Quantity(INCOME, Kind.LABEL, r"(?:usd|đô la(?: mỹ)?)", Tail.ANY, r"thu nhập bình quân(?: đầu người)?",
             never=("đồng",)),
    Quantity("figure/so_lop_hoc", Kind.LOCAL, rf"lớp(?: học)? (?:ở|tại|của|trong) {_OF_SCHOOLS}", Tail.ANY,
             rf"số lớp(?: học)? (?:ở|tại|của|trong) {_OF_SCHOOLS}"),
    Quantity("tong_lop", Kind.TOTAL, r"lớp(?: học)?(?:, chuyên đề| chuyên đề| và chuyên đề)?", Tail.YEAR, r"số lớp(?: học)?"),
    Quantity("tong_luot", Kind.TOTAL, rf"lượt{_LEARNERS}(?: (?:tham gia|tham dự|theo học|học tập|đến học|dự học|học|dự|nghe))*", Tail.YEAR,
             rf"số lượt{_LEARNERS}(?: tham gia| học tập| học)*", ("truy cập", "xem", "khám", "khách", "mượn", "tương tác")),
)  # fmt: skip

_UNITS: Final = "|".join(f"(?P<q{number}>{one.unit})" for number, one in enumerate(QUANTITIES))
UNIT: Final = rf"\s*(?:{_UNITS})(?!\w)"
_LABELS: Final = "|".join(f"(?P<q{number}>{one.label})" for number, one in enumerate(QUANTITIES) if one.label)
LABEL: Final = rf"(?<!\w)(?<!\d )(?<!% )(?<!trong )(?<!trong số )(?:{_LABELS}){_LABEL_FILL}"


def quantity_of(match: re.Match[str] | None) -> Quantity | None:
    """What a match of UNIT or LABEL names."""
    if match is None:
        return None
    return QUANTITIES[next(int(name[1:]) for name, words in match.groupdict().items() if words is not None)]


class Row(NamedTuple):
    """A row of the results table as sentences name it."""

    key: str
    full: str
    """Its label, as a pattern."""
    short: str
    """What of it people say, as a pattern."""
    first: str
    """The first word of that."""


_OFFICIAL: Final = r"^(?:giáo dục|học chương trình|học|hoạt động của các|hoạt động của|hoạt động|các hoạt động|phổ biến kiến thức qua|phát triển)\s+"


def rows_of(form: Form) -> tuple[Row, ...]:
    """The rows that hold numbers, as they may be named."""
    return _rows(tuple((key, row.label.casefold()) for key, row in result_rows_of(form).items() if not row.group))


@lru_cache(maxsize=8)
def _rows(labels: tuple[tuple[str, str], ...]) -> tuple[Row, ...]:
    return tuple(_row(key, label, re.sub(_OFFICIAL, "", label)) for key, label in labels)


def _row(key: str, label: str, short: str) -> Row:
    return Row(key, _pattern(label), _pattern(short), _first_word(short))


class Giver(NamedTuple):
    """A group whose participation is rated, as sentences name it."""

    key: str
    words: str
    """As a pattern."""
    first: str
    """The first word of that."""


def givers_of(form: Form) -> tuple[Giver, ...]:
    """The groups that are rated, as they may be named."""
    return _givers(tuple((key, group.label.casefold()) for key, group in groups_of(form).items()))


@lru_cache(maxsize=8)
def _givers(labels: tuple[tuple[str, str], ...]) -> tuple[Giver, ...]:
    names = ((key, re.sub(_AROUND_GIVER, "", label)) for key, label in labels)
    return tuple(Giver(key, _pattern(name), _first_word(name)) for key, name in names)


def _first_word(words: str) -> str:
    """What stands in every text that the pattern of `words` is in, whatever its blanks and commas."""
    return words.partition(" ")[0].rstrip(",")


def _pattern(words: str) -> str:
    """«văn nghệ, thể thao» may be written with «và» or a dash, too."""
    return re.escape(words).replace(r",\ ", r"(?:,|\s+và|\s?[-–])\s+").replace(r"\ ", r"\s+")


_AROUND_GIVER: Final = r"^(?:tham gia của\s+)?(?:các\s+)?|\s+tham gia$|,.*$"
