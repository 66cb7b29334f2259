"""A form's file is read key by key: every mistake is told with its file, its table and its key."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.forms import OTHER, SHIPPED, changed, changed_text, shipped

from tthtcd_tui.errors import FileProblem, FormProblem
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.known import shipped_file
from tthtcd_tui.forms.load import load, load_file

DAN_SO = 'key = "dan_so"\nlabel = "Dân số"\nkind = "whole"\nunit = "người"\nqualified = true\nrequired = true\n'
CHU_DE = 'key = "chu_de"\nlabel = "Chủ đề năm học"\nkind = "text"\nrequired = true\n'
NUMBERING = 'numbering = ["roman", "arabic"]'
NARRATIVE = '[record.narrative.text]\nlabel = "Nội dung"\n'
HO_NGHEO = '[section.indicator.value]\nkind = "whole"\nunit = "hộ"\nzero = "không có"\n'
COMPUTED = 'computed = "tong_luot"\nunit = "lượt người"\n'
XA_HOI = 'level = 1\nprints = ["ratings", "narrative"]'
VAN_BAN = 'văn bản chỉ đạo của cấp trên"\nlevel = 2\nprints = ["checklist"]\n'
AT_DAN_SO = "section:dia_phuong.figure:dan_so"
AT_CHU_DE = "section:dia_phuong.figure:chu_de"
UNKNOWN = "khóa này không có trong biểu mẫu. Kiểm tra lại chính tả, hoặc bỏ nó đi."
KEYS = "Bắt đầu bằng một chữ, chỉ dùng chữ thường không dấu, chữ số và dấu gạch dưới ở giữa, nhiều nhất 40 ký tự."
LOST = (
    "Dòng 1, cột 2 có ký tự không dùng được (U+FFFD, thay cho một chữ đã bị mất). Hãy xóa ký tự đó và gõ lại chữ đúng."
)
NOT_UTF8 = "x.toml: tệp không phải chữ UTF-8. Lưu lại tệp với bảng mã UTF-8."
NO_KIND = "không dùng được. Chọn một trong: whole, decimal, percent, money, text, choice, choices, date."
LEVELS = "phải là 1 (phần) hoặc 2 (mục trong phần). Có cấp thứ ba thì “numbering” phải ghi ba kiểu đánh số."
PART_X = "numbering = ['part', 'roman', 'arabic']\n[[section]]\nkey = 'x'\ntitle = 'X'\nlevel = 1\n"
HIDDEN = "có ký tự điều khiển hoặc chữ chưa dựng sẵn (NFC). Gõ lại chuỗi này."

# What is replaced in the shipped form by what, then where the problem is, and its words to the letter.
FAULTS = {
    "unknown table": ("[table]\n", "[tabel]\n", "", "table", "thiếu khóa này. Ghi một bảng."),
    "one table more": ("[table]\n", "[phu_luc]\n[table]\n", "", "phu_luc", UNKNOWN),
    "unknown key of the head": ("version = 1\n", "version = 1\nyear = 2021\n", "form", "year", UNKNOWN),
    "unknown key of a figure": (
        DAN_SO, DAN_SO + "max = 5\n", AT_DAN_SO, "max", UNKNOWN,
    ),
    "a number's key on a text": (
        CHU_DE, CHU_DE + "qualified = true\n", AT_CHU_DE, "qualified", UNKNOWN,
    ),
    "options of a text": (
        CHU_DE, CHU_DE + 'options = [{ key = "a", label = "A" }]\n', AT_CHU_DE, "options", UNKNOWN,
    ),
    "maximum of a percentage": (
        HO_NGHEO, '[section.indicator.value]\nkind = "percent"\nmaximum = 50\n',
        "section:hieu_qua.indicator:ho_ngheo.value", "maximum", UNKNOWN,
    ),
    "scale of a text": (
        NARRATIVE, NARRATIVE + 'scale = "trang_thai"\n', "record.narrative.text", "scale", UNKNOWN,
    ),
    "unit of an indicator told in words": (
        'key = "an_ninh"\n', 'key = "an_ninh"\nunit = "vụ"\n', "section:hieu_qua.indicator:an_ninh", "unit", UNKNOWN,
    ),
    "missing head": ("version = 1\n", "", "form", "version", "thiếu khóa này. Ghi một số nguyên."),
    "missing label": (
        'label = "Dân số"\n', "", AT_DAN_SO, "label", "thiếu khóa này. Ghi một chuỗi chữ.",
    ),
    "empty label": (
        'label = "Dân số"\n', 'label = ""\n', AT_DAN_SO, "label",
        "đang để trống. Ghi nội dung cho khóa này.",
    ),
    "blank label": (
        'label = "Dân số"\n', 'label = " \\t"\n', AT_DAN_SO, "label",
        "đang để trống. Ghi nội dung cho khóa này.",
    ),
    "missing key": (
        'key = "noi_quy"\n', "", "section:van_ban.item:1", "key", "thiếu khóa này. Ghi một chuỗi chữ.",
    ),
    "missing kind": (
        'label = "Dân số"\nkind = "whole"\n', 'label = "Dân số"\n', AT_DAN_SO, "kind",
        "thiếu khóa này. Ghi một chuỗi chữ.",
    ),
    "missing record": (NARRATIVE, "", "record", "narrative", "thiếu khóa này. Ghi một bảng."),
    "missing field of a record": (
        '[record.board.phone]\nlabel = "Điện thoại"\nhint = "Không in ra báo cáo."\n', "", "record.board", "phone",
        "thiếu khóa này. Ghi một bảng.",
    ),
    "unknown record": (NARRATIVE, NARRATIVE + '[record.appendix.x]\nlabel = "x"\n', "record", "appendix", UNKNOWN),
    "unknown field of a record": (
        NARRATIVE, NARRATIVE + '[record.narrative.title]\nlabel = "x"\n', "record.narrative", "title", UNKNOWN,
    ),
    "kind of a record's field": (
        NARRATIVE, NARRATIVE + 'kind = "text"\n', "record.narrative.text", "kind", UNKNOWN,
    ),
    # keys
    "a key with marks": (
        'key = "dan_so"\n', 'key = "dân_số"\n', "section:dia_phuong.figure:3", "key",
        "“dân_số” không dùng làm tên được. " + KEYS,
    ),
    "a figure twice": (
        'key = "so_ho"\n', 'key = "dan_so"\n', AT_DAN_SO, "key",
        "“dan_so” đã dùng ở: section:dia_phuong.figure.",
    ),
    "a figure named as a row": (
        'key = "so_ho"\n', 'key = "phap_luat"\n', "section:ket_qua.row:phap_luat", "key",
        "“phap_luat” đã dùng ở: section:dia_phuong.figure.",
    ),
    "a figure named as a name of the year": (
        'key = "so_ho"\n', 'key = "nam_hoc"\n', "section:dia_phuong.figure:nam_hoc", "key",
        "“nam_hoc” đã dùng ở: tên có sẵn.",
    ),
    "a row named as a total": (
        'key = "hoc_nghe"\n', 'key = "tong_luot"\n', "section:ket_qua.row:tong_luot", "key",
        "“tong_luot” đã dùng ở: tên có sẵn.",
    ),
    "an item twice": (
        'key = "noi_quy"\n', 'key = "kien_toan"\n', "item:kien_toan", "key",
        "“kien_toan” bị ghi hai lần.",
    ),
    "a group twice": (
        'key = "ton_giao"\n', 'key = "doan_the"\n', "group:doan_the", "key",
        "“doan_the” bị ghi hai lần.",
    ),
    "a section twice": (
        'key = "bo_may"\n', 'key = "hieu_qua"\n', "section:hieu_qua", "key",
        "“hieu_qua” bị ghi hai lần.",
    ),
    "a screen twice": (
        'key = "xa_hoi"\nlabel = "Sự', 'key = "hieu_qua"\nlabel = "Sự', "screen:hieu_qua", "key",
        "“hieu_qua” bị ghi hai lần.",
    ),
    "a scale twice": (
        'key = "trang_thai"\n', 'key = "muc_danh_gia"\n', "scale:muc_danh_gia", "key", "“muc_danh_gia” bị ghi hai lần.",
    ),
    "an option twice": (
        '{ key = "kha", label', '{ key = "tot", label', "scale:muc_danh_gia.options:tot", "key",
        "“tot” bị ghi hai lần.",
    ),
    "an option's label twice": (
        'label = "Thực hiện khá"', 'label = "Thực hiện tốt"', "scale:muc_danh_gia.options:kha", "key",
        "“kha” bị ghi hai lần.",
    ),
    # links
    "a link to nothing in a paragraph": (
        "Chủ đề {ky_bao_cao}: ", "Chủ đề {nam}: ", "section:dia_phuong", "paragraphs",
        "liên kết “{nam}” không trỏ tới số liệu nào.",
    ),
    "a link to a group": (
        "Chủ đề {ky_bao_cao}: ", "{chuyen_de.lop} lớp: ", "section:dia_phuong", "paragraphs",
        "liên kết “{chuyen_de.lop}” không trỏ tới số liệu nào.",
    ),
    "a link to words": (
        "Chủ đề {ky_bao_cao}: ", "{an_ninh}: ", "section:dia_phuong", "paragraphs",
        "liên kết “{an_ninh}” không trỏ tới số liệu nào.",
    ),
    "a link to nothing in a title": (
        "Kết quả thực hiện {ky_bao_cao}", "Kết quả thực hiện {ky}", "section:ket_qua", "title",
        "liên kết “{ky}” không trỏ tới số liệu nào.",
    ),
    "a link to nothing in the abstract": (
        'cộng đồng {ky_bao_cao}"\nend_mark', 'cộng đồng {ky}"\nend_mark', "document", "abstract",
        "liên kết “{ky}” không trỏ tới số liệu nào.",
    ),
    "a link to nothing in a default": (
        'default = "Trên đây là báo cáo tự đánh giá tổ chức, hoạt động {ky_bao_cao} ', 'default = "Trên đây {ky} ',
        "record.report.closing", "default", "liên kết “{ky}” không trỏ tới số liệu nào.",
    ),
    "a link to nothing in an indicator": (
        'key = "an_ninh"\n', 'key = "an_ninh"\nparagraphs = ["Có {so_vu} vụ."]\n', "section:hieu_qua.indicator:an_ninh",
        "paragraphs", "liên kết “{so_vu}” không trỏ tới số liệu nào.",
    ),
    # types and values
    "a number for a text": ('label = "Dân số"\n', "label = 5\n", AT_DAN_SO, "label",
                            "phải là một chuỗi chữ."),
    "a text for a number": ("version = 1\n", 'version = "1"\n', "form", "version", "phải là một số nguyên."),
    "true for a number": (
        "version = 1\n", "version = true\n", "form", "version", "phải là một số nguyên từ 0 trở lên.",
    ),
    "less than nothing": ("version = 1\n", "version = -1\n", "form", "version", "phải là một số nguyên từ 0 trở lên."),
    "a text for a flag": (DAN_SO, DAN_SO.replace("required = true", 'required = "yes"'),
                          AT_DAN_SO, "required", "phải là true hoặc false."),
    "a text for a list": (NUMBERING, 'numbering = "roman"', "document", "numbering", "phải là một danh sách chuỗi."),
    "a number in a list": (NUMBERING, 'numbering = ["roman", 2]', "document", "numbering[2]", "phải là một chuỗi chữ."),
    "texts for tables": (
        NARRATIVE, NARRATIVE + 'options = ["a"]\n', "record.narrative.text", "options", UNKNOWN,
    ),
    "a kind that is none": (
        'label = "Dân số"\nkind = "whole"\n', 'label = "Dân số"\nkind = "number"\n', AT_DAN_SO, "kind",
        f"“number” {NO_KIND}",
    ),
    "a figure of many lines": (
        'label = "Chủ đề năm học"\nkind = "text"\n', 'label = "Chủ đề năm học"\nkind = "paragraphs"\n',
        AT_CHU_DE, "kind", f"“paragraphs” {NO_KIND}",
    ),
    "a choice without options": (
        'label = "Chủ đề năm học"\nkind = "text"\n', 'label = "Chủ đề năm học"\nkind = "choice"\n',
        AT_CHU_DE, "options", "thiếu khóa này. Ghi các lựa chọn.",
    ),
    "a default that nobody could type": (
        DAN_SO, DAN_SO + 'default = "1,5"\n', AT_DAN_SO, "default",
        "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”.",
    ),
    "an indicator's default that nobody could type": (
        HO_NGHEO, HO_NGHEO + 'default = "ít"\n', "section:hieu_qua.indicator:ho_ngheo.value", "default",
        "“ít” không có chữ số nào. Hãy gõ bằng chữ số, ví dụ 2.554; không có thì gõ -.",
    ),
    "an indicator's value that is a day": (
        HO_NGHEO, '[section.indicator.value]\nkind = "date"\n', "section:hieu_qua.indicator:ho_ngheo.value", "kind",
        "giá trị của chỉ số phải là một số hoặc một dòng chữ.",
    ),
    "an indicator both typed and computed": (
        COMPUTED, COMPUTED + '[section.indicator.value]\nkind = "whole"\n',
        "section:hieu_qua.indicator:luot_nguoi_tham_gia", "computed",
        "một chỉ số không thể vừa tính tự động vừa nhập tay. Bỏ bảng value.",
    ),
    "an indicator computed from nothing": (
        COMPUTED, 'computed = "dan_so"\n', "section:hieu_qua.indicator:luot_nguoi_tham_gia", "computed",
        "chỉ nhận một trong: tong_lop, tong_luot.",
    ),
    # numbering, markers, sections
    "numbering of one level": (NUMBERING, 'numbering = ["roman"]', "document", "numbering",
                               "phải gồm hai hoặc ba kiểu đánh số, chọn trong: roman, arabic, letter, part, point."),
    "numbering unknown": (NUMBERING, 'numbering = ["roman", "greek"]', "document", "numbering",
                          "phải gồm hai hoặc ba kiểu đánh số, chọn trong: roman, arabic, letter, part, point."),
    "a marker unknown": (VAN_BAN, VAN_BAN + 'marker = "numbers"\n', "section:van_ban", "marker",
                         "“numbers” không dùng được. Chọn một trong: none, letters, dashes."),
    "a level unknown": (XA_HOI, XA_HOI.replace("level = 1", "level = 3"), "section:xa_hoi", "level",
                        LEVELS),
    "a level below three": (
        NUMBERING + "\n", PART_X.replace("level = 1", "level = 4"),
        "section:x", "level", "phải là 1 (phần), 2 (mục trong phần) hoặc 3 (mục nhỏ trong mục).",
    ),
    "letters of points above the third level": (
        NUMBERING, 'numbering = ["roman", "point"]', "document", "numbering", "“point” chỉ dùng cho cấp thứ ba.",
    ),
    "a third level right below a part": (
        NUMBERING + "\n", f"{PART_X}[[section]]\nkey = 'y'\ntitle = 'Y'\nlevel = 3\n",
        "section:y", "level", "mục cấp 3 phải nằm trong một mục cấp 2 ở phía trên.",
    ),
    "a first section that is no part": (
        'title = "Đặc điểm tình hình địa phương"\nlevel = 1\n', 'title = "Đặc điểm tình hình địa phương"\nlevel = 2\n',
        "section:dia_phuong", "level", "mục đầu tiên phải là một phần (level = 1).",
    ),
    "a content unknown": (
        VAN_BAN, VAN_BAN.replace("checklist", "appendix"), "section:van_ban", "prints",
        (
            "“appendix” không dùng được. Chọn trong: narrative, board, checklist, results, grid, ratings, indicators,"
            " score."
        ),
    ),
    "a content twice": (
        XA_HOI, XA_HOI.replace('"narrative"', '"ratings"'), "section:xa_hoi", "prints", "một nội dung bị ghi hai lần.",
    ),
    "items that are not printed": (
        VAN_BAN, VAN_BAN.replace("checklist", "narrative"), "section:van_ban", "prints",
        "thiếu “checklist”: mục này có hỏi nội dung đó nhưng không in ra.",
    ),
    "a table that is printed without rows": (
        XA_HOI, XA_HOI.replace('"narrative"', '"results"'), "section:xa_hoi", "prints",
        "“results”: mục này không có nội dung nào thuộc loại đó.",
    ),
    "the board printed twice": (
        XA_HOI, XA_HOI.replace('"narrative"', '"board"'), "section:xa_hoi", "prints",
        "“board” chỉ được in một lần trong báo cáo.",
    ),
    # rows
    "a row under nothing": (
        'label = "Giáo dục pháp luật"\nunder = "chuyen_de"\n', 'label = "Giáo dục pháp luật"\nunder = "hoc_nghe"\n',
        "section:ket_qua.row:phap_luat", "under", "“hoc_nghe” không phải dòng tiêu đề ngay phía trên.",
    ),
    "a row under a group it has left": (
        'label = "Hoạt động của các câu lạc bộ"\n', 'label = "Hoạt động của các câu lạc bộ"\nunder = "chuyen_de"\n',
        "section:ket_qua.row:cau_lac_bo", "under", "“chuyen_de” không phải dòng tiêu đề ngay phía trên.",
    ),
    "a required group": (
        "group = true\n", "group = true\nrequired = true\n", "section:ket_qua.row:chuyen_de", "group",
        "dòng tiêu đề không có số, không thuộc dòng khác, không bắt buộc.",
    ),
    # screens
    "a screen of an unknown section": (
        'sections = ["ket_qua"]', 'sections = ["ket_qua", "phu_luc"]', "screen:ket_qua", "sections",
        "không có mục “phu_luc”.",
    ),
    "a section on two screens": (
        'sections = ["ket_qua"]', 'sections = ["ket_qua", "xa_hoi"]', "screen:ket_qua", "sections",
        "mục “xa_hoi” được xếp hai lần.",
    ),
    "a section on no screen": (
        'sections = ["van_ban", "ke_hoach", ', 'sections = ["ke_hoach", ', "section:van_ban", "key",
        "mục này chưa được xếp vào màn hình nào.",
    ),
    "a screen without sections": (
        'sections = ["ket_qua"]', "sections = []", "screen:ket_qua", "sections",
        "đang để trống. Ghi các mục được nhập ở màn hình này.",
    ),
    # scales and options
    "a scale that is not there": (
        'scale = "muc_danh_gia"\n', 'scale = "diem"\n', "record.rating.level", "scale", "không có thang “diem”.",
    ),
    "neither scale nor options": (
        'scale = "muc_danh_gia"\n', "", "record.rating.level", "options",
        "thiếu khóa này. Ghi các lựa chọn, hoặc tên một thang.",
    ),
    "both scale and options": (
        'scale = "muc_danh_gia"\n', 'scale = "muc_danh_gia"\noptions = [{ key = "a", label = "A" }]\n',
        "record.rating.level", "scale", UNKNOWN,
    ),
    "options the form makes itself": (
        "[record.own.section]\n", '[record.own.section]\noptions = [{ key = "a", label = "A" }]\n',
        "record.own.section", "options",
        "bỏ khóa này: các lựa chọn lấy từ chính biểu mẫu.",
    ),
    "no director": (
        '{ key = "director", ', '{ key = "giam_doc", ', "record.board.role", "options",
        "thiếu lựa chọn “director”, chương trình cần đến.",
    ),
    "no way not to apply": (
        '{ key = "not_applicable", ', '{ key = "khong", ', "record.checklist.status", "options",
        "thiếu lựa chọn “not_applicable”, chương trình cần đến.",
    ),
    # sums
    "a sum of something else": (
        'total = "so_truong"', 'total = "chu_de"', "sum:1", "total", "“chu_de” không phải tên một số liệu kiểu số.",
    ),
    # text
    "an escape character": ('label = "Dân số"\n', 'label = "Dân\\u001b[31m số"\n', AT_DAN_SO,
                            "label", HIDDEN),
    "a character of no width": ('label = "Dân số"\n', 'label = "Dân\u200b số"\n', AT_DAN_SO,
                                "label", HIDDEN),
    "a mark apart from its letter": ('label = "Dân số"\n', 'label = "Da\u0302n so\u0302\u0301"\n',
                                     AT_DAN_SO, "label", HIDDEN),
    "a lost letter": (
        'label = "Dân số"\n', 'label = "D\ufffdn số"\n', AT_DAN_SO, "label",
        LOST,
    ),
    "two lines in a label": (
        'label = "Dân số"\n', 'label = "Dân\\nsố"\n', AT_DAN_SO, "label",
        "có dấu xuống dòng hoặc dấu tab. Viết trên một dòng.",
    ),
    "a space too many": (
        'label = "Dân số"\n', 'label = "Dân số "\n', AT_DAN_SO, "label",
        "thừa khoảng trắng ở đầu hoặc cuối. Xóa khoảng trắng đó.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "table", "key", "message"), FAULTS.values(), ids=FAULTS)
def test_every_mistake_is_told_with_its_place(old: str, new: str, table: str, key: str, message: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(FormProblem) as caught:
        load(text.replace(old, new, 1), "x.toml")
    problem = caught.value
    assert (problem.file, problem.table, problem.key) == ("x.toml", table, key)
    where = " · ".join(part for part in ("x.toml", f"[{table}]" if table else "", key) if part)
    assert problem.message == str(problem) == f"{where}: {message}"


@pytest.mark.parametrize(
    "key",
    ["", "A", "1a", "_a", "a_", "a-b", "a b", "a/b", "a.b", "đ", "a" * 41, "a\\n", "a\\u0000"],
)
def test_a_key_must_also_be_a_part_of_a_place(key: str) -> None:
    """The Place `figure/a_` could be written to JSON and not be read again."""
    with pytest.raises(FormProblem) as caught:
        changed(('key = "website"\n', f'key = "{key}"\n'))
    assert caught.value.key == "key"


@pytest.mark.parametrize("key", ["a", "a1", "a_1", "a" * 40])
def test_what_may_be_a_key(key: str) -> None:
    assert key in figures_of(changed(('key = "website"\n', f'key = "{key}"\n')))


@pytest.mark.parametrize(
    ("text", "table", "key", "message"),
    [
        ("", "", "form", "thiếu khóa này. Ghi một bảng."),
        ("[form]\nkey = \n", "form", "key", "dòng 2: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
        ("[form]\nkey = 'a'\nkey = 'b'\n", "form", "key",
         "dòng 3: khóa hoặc bảng bị ghi hai lần. Sửa dòng này rồi kiểm tra lại."),
        ("[form]\n[form]\n", "form", "", "dòng 2: khóa hoặc bảng bị ghi hai lần. Sửa dòng này rồi kiểm tra lại."),
        ("[[section]]\n[section.figure]\n[[section.figure]]\n", "section.figure", "",
         "dòng 3: khóa hoặc bảng bị ghi hai lần. Sửa dòng này rồi kiểm tra lại."),
        ('[form]\nname = """a\nb', "form", "", "dòng 3: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
        ("[form]\nname = 2021-02-30\n", "form", "name", "dòng 2: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
        ("a = " + "[" * 100_000, "", "", "tệp không phải TOML của một biểu mẫu. Kiểm tra lại nội dung tệp."),
        ("a = " + "1" * 5_000, "", "", "tệp không phải TOML của một biểu mẫu. Kiểm tra lại nội dung tệp."),
        ("[" + " " * 200_000 + "\n=", "", "", "dòng 1: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
        ('"\\u001b[31m" = \n', "", '"\\u001b[31m"', "dòng 1: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_toml(text: str, table: str, key: str, message: str) -> None:
    with pytest.raises(FormProblem) as caught:
        load(text, "x.toml")
    assert (caught.value.table, caught.value.key) == (table, key)
    assert caught.value.message.endswith(f": {message}")


@pytest.mark.parametrize("name", ["section", "screen"])
def test_a_form_without_sections_or_screens(name: str) -> None:
    head = SHIPPED.read_text(encoding="utf-8").partition("[[screen]]")[0]
    rest = {
        "section": "screen = [{key = 'a', label = 'A', sections = ['a']}]",
        "screen": "section = [{key = 'a', title = 'A', level = 1}]",
    }
    with pytest.raises(FormProblem) as caught:
        load(f"{name} = []\n{rest[name]}\n{head}\n[record]\n", "x.toml")
    assert (caught.value.key, caught.value.message) == (name, f"x.toml · {name}: đang để trống. Ghi ít nhất một bảng.")


def test_eight_screens_are_too_many() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    two = "".join(f'[[screen]]\nkey = "{key}"\nlabel = "x"\nsections = ["{key}"]\n' for key in ("bo_may", "to_chuc"))
    assert len(load(text + two.partition('[[screen]]\nkey = "to_chuc"')[0], "x.toml").screens) == 7
    with pytest.raises(FormProblem, match=r"^x\.toml · \[screen\]: có 8 màn hình; nhiều nhất là 7\.$"):
        load(text + two, "x.toml")


def test_a_terminal_obeys_nothing_in_a_message() -> None:
    with pytest.raises(FormProblem) as caught:
        load('"\\u001b[31m\\u202e' + "x" * 500 + '" = 1\n' + SHIPPED.read_text(encoding="utf-8"), "\x1b]0;x\x07.toml")
    assert caught.value.message.isprintable()
    assert caught.value.message == f"?]0;x?.toml · ?[31m?{'x' * 93}…: {UNKNOWN}"


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_file_is_the_form_it_holds(tmp_path: Path) -> None:
    assert load_file(SHIPPED) == shipped()
    with_mark = tmp_path / "bom.toml"
    with_mark.write_bytes(b"\xef\xbb\xbf" + SHIPPED.read_bytes())
    assert load_file(with_mark).digest == shipped().digest


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe[\x00f\x00", NOT_UTF8),
        ("[form] # Biểu mẫu".encode("cp1258", "replace") + b"\xd0", NOT_UTF8),
        (b"#" * 1_048_577, "lớn hơn 1 MB. Hãy chọn tệp nhỏ hơn."),
        (b"\x00\x1b", "x.toml: dòng 1: sai cú pháp TOML. Sửa dòng này rồi kiểm tra lại."),
    ],
    ids=["UTF-16", "windows-1258", "huge", "NUL"],
)  # fmt: skip
def test_a_file_that_is_no_form(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises((FormProblem, FileProblem)) as caught:
        load_file(path)
    assert caught.value.message.count("x.toml") == 1
    assert caught.value.message.endswith(message)


@pytest.mark.parametrize("name", ["thieu.toml", ".", "a\0b", "/dev/zero"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem) as caught:
        load_file(tmp_path / name)
    assert caught.value.message.isprintable()
    assert not caught.value.message.startswith(":")


def test_the_other_form_is_as_different_as_it_says() -> None:
    """What the tests of the report stand on."""
    form = load_file(OTHER)
    assert (form.key, form.version, form.numbering, form.end_mark) == ("khac", 3, ("part", "roman"), "")
    assert groups_of(form) == {}
    assert {s.marker.value for s in form.sections} == {"none", "letters", "dashes"}
    assert form.records["report"]["closing"].default.count("\n") == 1
    assert changed_text(path=OTHER) == form.text


NEEDS = 'nil = "Chưa có trường đạt chuẩn quốc gia", needs = ["so_truong"]'
INSTEAD = 'join = ".", instead = true }'
PARAGRAPH = "section:dia_phuong"


@pytest.mark.parametrize(
    ("old", "new", "table", "message"),
    [
        (NEEDS, NEEDS.replace("so_truong", "so_tuong"), PARAGRAPH, "liên kết “{so_tuong}” không trỏ tới số liệu nào."),
        (NEEDS, NEEDS.replace("so_truong", "{so_truong}"), "", "không phải tên một liên kết. Ghi tên, không có dấu"),
        (NEEDS, NEEDS.replace('["so_truong"]', '"so_truong"'), "", "phải là một danh sách chuỗi."),
        (INSTEAD, 'join = ",", instead = true }', "", "chỉ dùng cho vế mở đầu một câu, sau một câu khác."),
        ('one = "Trên địa bàn có", needs', "instead = true, needs", "", "chỉ dùng cho vế mở đầu một câu, sau một"),
        (
            'one = "Nhà trường có"', 'one = "{so_truong} trường có"', PARAGRAPH,
            "câu mở đầu bằng liên kết: “{so_truong} trường có”.",
        ),
    ],
)  # fmt: skip
def test_a_clause_that_asks_wrongly_is_refused(old: str, new: str, table: str, message: str) -> None:
    with pytest.raises(FormProblem) as raised:
        changed((old, new), path=shipped_file())
    assert message in str(raised.value)
    assert table in str(raised.value)
