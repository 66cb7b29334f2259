"""The first steps in words: five, each with the key it teaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Picture(Enum):
    """What of the sample year is shown below the words."""

    OVERVIEW = auto()
    SHEET = auto()
    PREVIEW = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """`teaches` is the key it waits for; for «enter», the saving of what was typed."""

    title: str
    words: str
    picture: Picture
    teaches: str
    attempt: str
    done: str


STEPS: Final = (
    Step(
        "Tổng quan",
        "Màn hình đầu tiên. Mỗi dòng là một mục của báo cáo: đã điền bao nhiêu, còn thiếu gì, sai ở đâu. Bấm số đứng"
        " đầu dòng để mở mục đó, rồi Enter để vào ô; Esc để quay lại.",
        Picture.OVERVIEW,
        "1",
        "Thử ngay trên báo cáo mẫu: bấm số 1.",
        "Đã mở mục 1.",
    ),
    Step(
        "Gõ vào ô và lưu",
        "Gõ là ghi đè ô đang chọn, Enter sang ô sau. Rời ô là đã lưu: không có nút Lưu. Số viết như trong báo cáo"
        " (2.554 hoặc 2,5); gõ 12+15 thì máy cộng. Mũi tên để đi lại.",
        Picture.SHEET,
        "enter",
        "Thử: gõ một con số, ví dụ 1.250, rồi bấm Enter.",
        "Đã lưu. Góc trên bên phải luôn báo lúc lưu gần nhất.",
    ),
    Step(
        "Hoàn tác",
        "Gõ nhầm thì Ctrl+Z: ô trở lại như trước, kể cả khi đã lưu hoặc vừa mất kết nối. Ctrl+Y làm lại.",
        Picture.SHEET,
        "ctrl+z",
        "Thử: giữ Ctrl, bấm Z.",
        "Số cũ đã trở lại.",
    ),
    Step(
        "Chỗ còn thiếu, còn sai",
        "F8 đưa đến ngay ô thiếu hoặc sai tiếp theo, dù ở mục nào, và nói rõ phải làm gì. Khi F8 báo"
        " không còn chỗ nào là xong.",
        Picture.SHEET,
        "f8",
        "Thử: bấm F8. Báo cáo mẫu đang bỏ trống một ô.",
        "Đây là ô còn trống.",
    ),
    Step(
        "Xem trước và xuất",
        "F9 cho xem đúng văn bản sẽ in, theo thể thức Nghị định 30/2020; sau đó xuất tệp DOCX để ký.",
        Picture.PREVIEW,
        "f9",
        "Thử: bấm F9.",
        "Đây là đầu văn bản. Hết phần hướng dẫn; F1 ở mọi màn hình để xem các phím.",
    ),
)
