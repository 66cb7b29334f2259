"""The form of tu-danh-gia-2.toml, made of it by `python -m tools.make_shipped_form`: never edited by hand."""

# ruff: noqa: E501, Q000
# fmt: off
from __future__ import annotations

from decimal import Decimal

from tthtcd_tui.forms.clauses import Clause, Join, Phrase
from tthtcd_tui.forms.kinds.checklist import Checklist, Item
from tthtcd_tui.forms.kinds.figures import Figure, Figures
from tthtcd_tui.forms.kinds.indicators import Indicator, Indicators
from tthtcd_tui.forms.kinds.narrative import Narrative
from tthtcd_tui.forms.kinds.ratings import Group, Ratings
from tthtcd_tui.forms.kinds.results import ResultRow, Results
from tthtcd_tui.forms.model import (
    Field,
    FieldType,
    Form,
    FormAppendix,
    Marker,
    Noun,
    Option,
    ResultsTable,
    Screen,
    Section,
    SectionPart,
    SumRule,
)

DIGEST = "ac6a7cd8b17ed3dfa2676a884e18170e0437711c45037f8d2b16d99e8ba624fc"
"""Of the text it was made of. What has another is another form."""


def form(text: str) -> Form:
    """The form; `text` is what it was made of."""
    return Form(
        key='tu-danh-gia',
        version=2,
        name='Tự đánh giá tổ chức, hoạt động của trung tâm học tập cộng đồng',
        text=text,
        digest='ac6a7cd8b17ed3dfa2676a884e18170e0437711c45037f8d2b16d99e8ba624fc',
        document_type='BÁO CÁO',
        abstract='Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng {ky_bao_cao}',
        end_mark='./.',
        numbering=('roman', 'arabic'),
        sections=(
            Section(
                'dia_phuong',
                'Đặc điểm tình hình địa phương',
                1,
                (SectionPart.NARRATIVE,),
                Marker.NONE,
                (
                    Figures(
                        (
                            Figure('loai_don_vi', 'dia_phuong', Field(label='Loại đơn vị hành chính', kind=FieldType.CHOICE, required=True, options=(Option('phuong', 'phường', ''), Option('xa', 'xã', ''), Option('dac_khu', 'đặc khu', '')))),
                            Figure(
                                'danh_tu_khu',
                                'dia_phuong',
                                Field(
                                    label='Khu dân cư ở đây gọi là',
                                    kind=FieldType.CHOICE,
                                    required=True,
                                    options=(Option('khu_pho', 'khu phố', ''), Option('thon', 'thôn', ''), Option('ap', 'ấp', ''), Option('ban', 'bản', ''), Option('to_dan_pho', 'tổ dân phố', ''), Option('buon', 'buôn', ''), Option('xom', 'xóm', '')),
                                    hint='Từ này được dùng trong nhãn, câu văn và đơn vị của cả báo cáo.',
                                ),
                            ),
                            Figure('loai_do_thi', 'dia_phuong', Field(label='Loại đô thị', kind=FieldType.TEXT, required=True, hint='Ví dụ: loại III. Xã không xếp loại đô thị thì gõ -- (không áp dụng).')),
                            Figure('dien_tich', 'dia_phuong', Field(label='Diện tích tự nhiên', kind=FieldType.DECIMAL, unit='km²', required=True, qualified=True)),
                            Figure('dan_so', 'dia_phuong', Field(label='Dân số', kind=FieldType.WHOLE, unit='người', required=True, qualified=True)),
                            Figure('so_ho', 'dia_phuong', Field(label='Số hộ gia đình', kind=FieldType.WHOLE, unit='hộ', required=True, qualified=True)),
                            Figure('so_khu', 'dia_phuong', Field(label='Số {khu}', kind=FieldType.WHOLE, unit='{khu}', required=True)),
                            Figure('dang_vien', 'dia_phuong', Field(label='Số đảng viên', kind=FieldType.WHOLE, unit='người', required=True, qualified=True)),
                            Figure('chi_bo', 'dia_phuong', Field(label='Số chi bộ trực thuộc', kind=FieldType.WHOLE, unit='chi bộ', required=True, qualified=True)),
                            Figure('dn_tu_nhan', 'dia_phuong', Field(label='Doanh nghiệp tư nhân', kind=FieldType.WHOLE, unit='doanh nghiệp', required=True, qualified=True, zero='không có')),
                            Figure('dn_nha_nuoc', 'dia_phuong', Field(label='Doanh nghiệp nhà nước', kind=FieldType.WHOLE, unit='doanh nghiệp', required=True, qualified=True, zero='không có')),
                            Figure('truong_mam_non', 'dia_phuong', Field(label='Số trường mầm non', kind=FieldType.WHOLE, unit='trường', required=True)),
                            Figure('truong_tieu_hoc', 'dia_phuong', Field(label='Số trường tiểu học', kind=FieldType.WHOLE, unit='trường', required=True)),
                            Figure('truong_thcs', 'dia_phuong', Field(label='Số trường trung học cơ sở', kind=FieldType.WHOLE, unit='trường', required=True)),
                            Figure('truong_thpt', 'dia_phuong', Field(label='Số trường trung học phổ thông', kind=FieldType.WHOLE, unit='trường', required=True)),
                            Figure('so_truong', 'dia_phuong', Field(label='Tổng số trường', kind=FieldType.WHOLE, unit='trường', required=True, hint='Được đối chiếu với tổng của bốn cấp ở trên.')),
                            Figure('so_lop_hoc', 'dia_phuong', Field(label='Số lớp của các trường', kind=FieldType.WHOLE, unit='lớp', required=True, qualified=True)),
                            Figure('so_hoc_sinh', 'dia_phuong', Field(label='Số học sinh của các trường', kind=FieldType.WHOLE, unit='học sinh', required=True, qualified=True)),
                            Figure('truong_dat_chuan', 'dia_phuong', Field(label='Tỷ lệ trường đạt chuẩn quốc gia', kind=FieldType.PERCENT, unit='%', required=True, maximum=Decimal("100"))),
                            Figure('muc_chat_luong', 'dia_phuong', Field(label='Mức độ chất lượng giáo dục', kind=FieldType.TEXT, required=True, hint='Cấp độ kiểm định chất lượng giáo dục của các trường. Ví dụ: 1, 2 và 3.')),
                            Figure('so_giao_vien', 'dia_phuong', Field(label='Số giáo viên', kind=FieldType.WHOLE, unit='người', required=True, qualified=True)),
                            Figure('giao_vien_dat_chuan', 'dia_phuong', Field(label='Trình độ giáo viên', kind=FieldType.TEXT, required=True, hint='Ví dụ: đạt chuẩn và trên chuẩn.')),
                            Figure(
                                'pho_cap',
                                'dia_phuong',
                                Field(label='Đạt chuẩn phổ cập giáo dục', kind=FieldType.CHOICES, required=True, options=(Option('mam_non', 'mầm non', ''), Option('tieu_hoc', 'tiểu học', ''), Option('thcs', 'THCS', 'trung học cơ sở'), Option('thpt', 'THPT', 'trung học phổ thông'))),
                            ),
                            Figure('so_nha_van_hoa', 'dia_phuong', Field(label='Số nhà văn hóa {khu}', kind=FieldType.WHOLE, unit='nhà', required=True)),
                            Figure('website', 'dia_phuong', Field(label='Trang thông tin điện tử của trung tâm', kind=FieldType.TEXT, hint='Trung tâm chưa có trang thông tin điện tử thì gõ - (không có).')),
                            Figure('chu_de', 'dia_phuong', Field(label='Chủ đề năm học', kind=FieldType.TEXT, required=True)),
                        ),
                    ),
                    Narrative(
                        (
                            (
                                Phrase(
                                    (Clause('diện tích tự nhiên {dien_tich} km²', '', '', Join.COMMA), Clause('dân số {dan_so} người', '', '', Join.COMMA), Clause('{so_ho} hộ gia đình', '', '', Join.COMMA), Clause('{so_khu} {khu}', '', '', Join.COMMA)),
                                    'Địa bàn {ten_dia_phuong} có',
                                    Join.SENTENCE,
                                    True,
                                    '',
                                    '',
                                ),
                                Phrase((Clause('Địa phương được công nhận là đô thị {loai_do_thi}', '', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                                Phrase((Clause('{chi_bo} chi bộ trực thuộc', '', '', Join.COMMA), Clause('{dang_vien} đảng viên', '', '', Join.COMMA)), 'Đảng bộ {ten_dia_phuong} có', Join.SENTENCE, True, '', ''),
                                Phrase((Clause('{dn_tu_nhan} doanh nghiệp tư nhân', 'doanh nghiệp tư nhân', '', Join.COMMA), Clause('{dn_nha_nuoc} doanh nghiệp nhà nước', 'doanh nghiệp nhà nước', '', Join.COMMA)), 'Trên địa bàn', Join.SENTENCE, True, 'có', 'chưa có'),
                                Phrase((Clause('Toàn {loai_don_vi} có {so_nha_van_hoa} nhà văn hóa {khu}', 'Toàn {loai_don_vi} chưa có nhà văn hóa {khu}', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                            ),
                            (
                                Phrase((Clause('Trên địa bàn có {so_truong} trường học', 'Trên địa bàn chưa có trường học', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                                Phrase(
                                    (
                                        Clause('{truong_mam_non} trường mầm non', '', '', Join.COMMA),
                                        Clause('{truong_tieu_hoc} trường tiểu học', '', '', Join.COMMA),
                                        Clause('{truong_thcs} trường trung học cơ sở', '', '', Join.COMMA),
                                        Clause('{truong_thpt} trường trung học phổ thông', '', '', Join.COMMA),
                                    ),
                                    'Mạng lưới trường học gồm',
                                    Join.SENTENCE,
                                    True,
                                    '',
                                    '',
                                ),
                                Phrase((Clause('{so_lop_hoc} lớp', '', '', Join.COMMA), Clause('{so_hoc_sinh} học sinh', '', '', Join.COMMA)), 'Các trường có', Join.SENTENCE, True, '', ''),
                            ),
                            (
                                Phrase((Clause('Tỷ lệ trường đạt chuẩn quốc gia là {truong_dat_chuan}%', 'Chưa có trường đạt chuẩn quốc gia', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                                Phrase((Clause('Các trường đạt kiểm định chất lượng giáo dục cấp độ {muc_chat_luong}', '', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                                Phrase((Clause('{so_giao_vien} người', '', '', Join.COMMA), Clause('trình độ {giao_vien_dat_chuan}', '', '', Join.COMMA)), 'Đội ngũ giáo viên có', Join.SENTENCE, False, '', ''),
                            ),
                            (Phrase((Clause('Địa phương đạt chuẩn phổ cập giáo dục các cấp: {pho_cap}', 'Địa phương chưa đạt chuẩn phổ cập giáo dục', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),),
                            'Xây dựng trung tâm học tập cộng đồng là chủ trương của Đảng và Nhà nước nhằm tạo cơ hội học tập thường xuyên, học tập suốt đời cho mọi người dân ngay tại nơi cư trú.',
                            (
                                Phrase((Clause('{ten_trung_tam} được thành lập và hoạt động dưới sự lãnh đạo của cấp ủy, sự quản lý của chính quyền địa phương, với sự phối hợp của các ban, ngành, đoàn thể', '', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                                Phrase((Clause('Trang thông tin điện tử của trung tâm: {website}', 'Trung tâm chưa có trang thông tin điện tử', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),
                            ),
                            (Phrase((Clause('Chủ đề {ky_bao_cao}: “{chu_de}”', '', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),),
                        ),
                        True,
                    ),
                ),
            ),
            Section('bo_may', 'Bộ máy quản lý', 1, (), Marker.NONE, ()),
            Section('ban_giam_doc', 'Ban Giám đốc', 2, (SectionPart.BOARD, SectionPart.NARRATIVE), Marker.NONE, (Narrative(('Khi cấp trên mở lớp bồi dưỡng nghiệp vụ, trung tâm cử thành viên Ban Giám đốc dự học đầy đủ.',), True),)),
            Section(
                'van_ban',
                'Triển khai và thực hiện văn bản chỉ đạo của cấp trên',
                2,
                (SectionPart.CHECKLIST,),
                Marker.NONE,
                (
                    Checklist(
                        (
                            Item('noi_quy', 'van_ban', 'Nội quy, quy chế', True, 'Nội quy, quy chế hoạt động nào đã ban hành; số, ngày văn bản.'),
                            Item('kien_toan', 'van_ban', 'Tham mưu quyết định kiện toàn Ban Giám đốc', True, 'Ai ra quyết định; số, ngày quyết định.'),
                            Item('phan_cong', 'van_ban', 'Phân công nhiệm vụ', True, 'Bảng phân công của năm; ai phụ trách việc gì.'),
                            Item('luu_tru_ho_so', 'van_ban', 'Lưu trữ hồ sơ, văn bản', True, 'Lưu những gì, ở đâu.'),
                            Item('luu_tru_hinh_anh', 'van_ban', 'Lưu trữ hình ảnh, video', True, 'Lưu từ năm nào, ở đâu.'),
                        ),
                    ),
                ),
            ),
            Section(
                'ke_hoach',
                'Công tác xây dựng kế hoạch hoạt động',
                2,
                (SectionPart.CHECKLIST,),
                Marker.NONE,
                (
                    Checklist(
                        (
                            Item('tham_muu', 'ke_hoach', 'Tham mưu cấp ủy, chính quyền', True, 'Đã tham mưu việc gì; văn bản nào được ban hành.'),
                            Item('tap_huan', 'ke_hoach', 'Tập huấn cho Ban Giám đốc', True, 'Lớp nào, do ai tổ chức, mấy người dự.'),
                            Item('che_do', 'ke_hoach', 'Chế độ, chính sách (phụ cấp)', True, 'Phụ cấp trách nhiệm của Giám đốc, Phó Giám đốc.'),
                            Item('dieu_kien', 'ke_hoach', 'Điều kiện làm việc', True, 'Văn phòng, trang thiết bị của Ban Giám đốc.'),
                            Item('tham_quan', 'ke_hoach', 'Tham quan, học hỏi', True, 'Đã học hỏi trung tâm nào, bằng cách nào.'),
                            Item('phoi_hop_ke_hoach', 'ke_hoach', 'Phối hợp lập kế hoạch năm, tháng, tuần và tổ chức thực hiện', True, 'Phối hợp với ai; kế hoạch nào; kết quả thực hiện.'),
                            Item('van_dong_ke_hoach', 'ke_hoach', 'Tuyên truyền, vận động', True, 'Các hình thức tuyên truyền, vận động người dân đi học.'),
                        ),
                    ),
                ),
            ),
            Section(
                'nguon_luc',
                'Quản lý, sử dụng các nguồn lực',
                2,
                (SectionPart.NARRATIVE, SectionPart.CHECKLIST),
                Marker.NONE,
                (
                    Figures(
                        (
                            Figure('kinh_phi_ngan_sach', 'nguon_luc', Field(label='Kinh phí từ ngân sách', kind=FieldType.MONEY, unit='đồng', zero='không có')),
                            Figure('kinh_phi_huy_dong', 'nguon_luc', Field(label='Kinh phí huy động', kind=FieldType.MONEY, unit='đồng', zero='không có')),
                            Figure('kinh_phi_chi', 'nguon_luc', Field(label='Kinh phí đã chi', kind=FieldType.MONEY, unit='đồng', zero='không có')),
                        ),
                    ),
                    Narrative(
                        (
                            (
                                Phrase(
                                    (
                                        Clause('được ngân sách nhà nước cấp {kinh_phi_ngan_sach}', 'chưa được ngân sách nhà nước cấp', '', Join.COMMA),
                                        Clause('huy động được {kinh_phi_huy_dong} từ các nguồn ngoài ngân sách', 'chưa huy động được nguồn ngoài ngân sách', '', Join.COMMA),
                                        Clause('đã chi {kinh_phi_chi}', 'chưa phát sinh khoản chi', '', Join.SEMICOLON),
                                    ),
                                    'Về kinh phí, trung tâm',
                                    Join.SENTENCE,
                                    False,
                                    '',
                                    '',
                                ),
                            ),
                        ),
                        False,
                    ),
                    Checklist(
                        (
                            Item('kinh_phi', 'nguon_luc', 'Sử dụng kinh phí', True, 'Nguồn nào, chi vào việc gì, quyết toán ra sao.'),
                            Item('huy_dong', 'nguon_luc', 'Huy động hỗ trợ', True, 'Ai hỗ trợ, hỗ trợ những gì.'),
                            Item('co_so_vat_chat', 'nguon_luc', 'Cơ sở vật chất, trang thiết bị', True, 'Phòng học, máy móc, sách báo; còn thiếu gì.'),
                        ),
                    ),
                ),
            ),
            Section('to_chuc', 'Tổ chức hoạt động', 1, (), Marker.NONE, ()),
            Section(
                'cong_tac',
                'Công tác hoạt động',
                2,
                (SectionPart.CHECKLIST,),
                Marker.NONE,
                (
                    Checklist(
                        (
                            Item('dieu_tra', 'cong_tac', 'Điều tra nhu cầu học tập', True, 'Điều tra ở đâu, bằng cách nào, bao nhiêu phiếu.'),
                            Item('thong_tin', 'cong_tac', 'Thông tin kịp thời nội dung, địa điểm, thời gian học', True, 'Báo cho người dân bằng những cách nào.'),
                            Item('tuyen_truyen', 'cong_tac', 'Tuyên truyền, vận động', True, 'Phối hợp với những ai, bằng hình thức nào.'),
                            Item('phoi_hop_truong', 'cong_tac', 'Phối hợp nhà trường, câu lạc bộ', True, 'Câu lạc bộ nào được mở, duy trì.'),
                            Item('quan_ly_ho_so', 'cong_tac', 'Quản lý, lưu trữ hồ sơ', True, 'Hồ sơ hoạt động lưu ở đâu.'),
                        ),
                    ),
                ),
            ),
            Section(
                'ket_qua',
                'Kết quả thực hiện {ky_bao_cao}',
                2,
                (SectionPart.RESULTS, SectionPart.NARRATIVE),
                Marker.NONE,
                (
                    Results(
                        (
                            ResultRow('xoa_mu_chu', 'ket_qua', '1', 'Học chương trình xóa mù chữ', False, '', True),
                            ResultRow('hoc_nghe', 'ket_qua', '2', 'Học nghề ngắn hạn', False, '', True),
                            ResultRow('chuyen_de', 'ket_qua', '3', 'Các chuyên đề', True, '', False),
                            ResultRow('phap_luat', 'ket_qua', 'a', 'Giáo dục pháp luật', False, 'chuyen_de', True),
                            ResultRow('suc_khoe', 'ket_qua', 'b', 'Giáo dục sức khỏe', False, 'chuyen_de', True),
                            ResultRow('moi_truong', 'ket_qua', 'c', 'Giáo dục môi trường', False, 'chuyen_de', True),
                            ResultRow('van_hoa_xa_hoi', 'ket_qua', 'd', 'Văn hóa xã hội', False, 'chuyen_de', True),
                            ResultRow('kinh_te', 'ket_qua', 'e', 'Phát triển kinh tế', False, 'chuyen_de', True),
                            ResultRow('ky_nang_song', 'ket_qua', 'g', 'Giáo dục kỹ năng sống', False, 'chuyen_de', True),
                            ResultRow('van_nghe', 'ket_qua', '4', 'Hoạt động văn nghệ, thể thao', False, '', True),
                            ResultRow('cau_lac_bo', 'ket_qua', '5', 'Hoạt động của các câu lạc bộ', False, '', True),
                            ResultRow('truyen_thanh', 'ket_qua', '6', 'Phổ biến kiến thức qua đài truyền thanh', False, '', True),
                        ),
                    ),
                ),
            ),
            Section(
                'xa_hoi',
                'Đánh giá công tác huy động sự tham gia của xã hội',
                1,
                (SectionPart.RATINGS, SectionPart.NARRATIVE),
                Marker.NONE,
                (
                    Ratings(
                        (
                            Group('co_quan', 'xa_hoi', 'Cơ quan chuyên môn tham gia', True, 'Tham gia của cơ quan chuyên môn'),
                            Group('doanh_nghiep', 'xa_hoi', 'Các doanh nghiệp tham gia', True, 'Tham gia của các doanh nghiệp'),
                            Group('nha_hao_tam', 'xa_hoi', 'Nhà hảo tâm tham gia', True, 'Tham gia của nhà hảo tâm'),
                            Group('ton_giao', 'xa_hoi', 'Các cơ sở tôn giáo tham gia', True, 'Tham gia của các cơ sở tôn giáo'),
                            Group('doan_the', 'xa_hoi', 'Các đoàn thể, tổ chức xã hội tham gia', True, 'Tham gia của các đoàn thể, tổ chức xã hội'),
                        ),
                    ),
                ),
            ),
            Section(
                'hieu_qua',
                'Hiệu quả hoạt động',
                1,
                (SectionPart.INDICATORS, SectionPart.NARRATIVE),
                Marker.NONE,
                (
                    Figures(
                        (
                            Figure('don_vi_thu_nhap', 'hieu_qua', Field(label='Đơn vị tính thu nhập', kind=FieldType.CHOICE, required=True, options=(Option('trieu_nam', 'triệu đồng/người/năm', ''), Option('nghin_thang', 'nghìn đồng/người/tháng', ''), Option('usd_nam', 'USD/người/năm', '')))),
                            Figure('tre_khong_di_hoc', 'hieu_qua', Field(label='Số trẻ không đi học được do khuyết tật', kind=FieldType.WHOLE, unit='trẻ', zero='không có', hint='Chỉ ghi số; danh sách để làm minh chứng, không nhập tên trẻ.')),
                        ),
                    ),
                    Indicators(
                        (
                            Indicator(
                                'ty_le_biet_chu',
                                'hieu_qua',
                                'Tỷ lệ biết chữ trong các độ tuổi',
                                Field(label='Tỷ lệ biết chữ trong các độ tuổi', kind=FieldType.PERCENT, unit='%', qualified=True, maximum=Decimal("100"), nil='chưa có số liệu', not_applicable=''),
                                '',
                                '',
                                True,
                                False,
                                ((Phrase((Clause('Trên địa bàn còn {tre_khong_di_hoc} trẻ em khuyết tật không có khả năng đi học', '', '', Join.SENTENCE),), '', Join.SENTENCE, False, '', ''),),),
                                'Nếu còn người chưa biết chữ, nêu số người và lý do.',
                                '',
                            ),
                            Indicator('luot_nguoi_tham_gia', 'hieu_qua', 'Số lượt người tham gia học tại trung tâm', None, 'tong_luot', 'lượt người', True, False, (), 'Tự tính từ bảng kết quả.', 'Số người tham gia học tại TTHTCĐ'),
                            Indicator('ho_ngheo', 'hieu_qua', 'Số hộ nghèo ở địa phương', Field(label='Số hộ nghèo ở địa phương', kind=FieldType.WHOLE, unit='hộ', zero='không có', not_applicable=''), '', '', True, False, (), '', ''),
                            Indicator('y_thuc_moi_truong', 'hieu_qua', 'Ý thức bảo vệ môi trường của người dân', None, '', '', True, True, (), 'Phong trào, mô hình nào; chuyển biến ra sao.', ''),
                            Indicator(
                                'thu_nhap',
                                'hieu_qua',
                                'Thu nhập bình quân đầu người',
                                Field(label='Thu nhập bình quân đầu người', kind=FieldType.DECIMAL, unit='{don_vi_thu_nhap}', qualified=True, nil='chưa có số liệu', not_applicable=''),
                                '',
                                '',
                                True,
                                False,
                                (),
                                'Ghi nguồn số liệu và so sánh với mức chung.',
                                '',
                            ),
                            Indicator('tien_bo_khkt', 'hieu_qua', 'Tiến bộ về khoa học kỹ thuật', None, '', '', True, True, (), 'Kỹ thuật, công nghệ nào đã vào đời sống.', ''),
                            Indicator('kinh_nghiem_ung_dung', 'hieu_qua', 'Kinh nghiệm được áp dụng vào cuộc sống', None, '', '', True, True, (), 'Người dân đã học được gì và làm được gì.', 'Kinh nghiệm được ứng dụng vào cuộc sống'),
                            Indicator('phong_chong_dich', 'hieu_qua', 'Phòng, chống dịch bệnh cho người, vật nuôi, cây trồng', None, '', '', True, True, (), 'Phối hợp với ai, kết quả ra sao.', ''),
                            Indicator('an_ninh', 'hieu_qua', 'Công tác an ninh chính trị, quân sự, quốc phòng', None, '', '', True, True, (), 'Mô hình nào; tình hình an ninh, trật tự.', ''),
                            Indicator('van_hoa_the_thao', 'hieu_qua', 'Sinh hoạt văn hóa, thể thao, nếp sống văn minh', None, '', '', True, True, (), 'Nhà văn hóa, câu lạc bộ, phong trào.', ''),
                        ),
                    ),
                ),
            ),
        ),
        screens=(
            Screen('dia_phuong', 'Đặc điểm địa phương', ('dia_phuong',)),
            Screen('ban_giam_doc', 'Ban Giám đốc', ('ban_giam_doc',)),
            Screen('tu_danh_gia', 'Nội dung tự đánh giá', ('van_ban', 'ke_hoach', 'nguon_luc', 'cong_tac')),
            Screen('ket_qua', 'Kết quả hoạt động', ('ket_qua',)),
            Screen('xa_hoi', 'Sự tham gia của xã hội', ('xa_hoi',)),
            Screen('hieu_qua', 'Hiệu quả hoạt động', ('hieu_qua',)),
        ),
        records={
            'report': {
                'superior': Field(label='Cơ quan chủ quản', kind=FieldType.TEXT, nil='', not_applicable='', hint='Ví dụ: UBND phường Mạo Khê. Để trống nếu không có.'),
                'issuer': Field(label='Tên chính thức của trung tâm', kind=FieldType.TEXT, required=True, nil='', not_applicable='', hint='Ghi đầy đủ, không viết tắt TTHTCĐ.'),
                'locality': Field(label='Tên xã, phường', kind=FieldType.TEXT, required=True, nil='', not_applicable='', hint='Ví dụ: phường Mạo Khê.'),
                'symbol': Field(label='Ký hiệu văn bản', kind=FieldType.TEXT, required=True, nil='', not_applicable='', default='BC-TTHTCĐ'),
                'number': Field(label='Số văn bản', kind=FieldType.TEXT, nil='', not_applicable='', hint='Để trống cho đến khi được cấp số.'),
                'place': Field(label='Địa danh', kind=FieldType.TEXT, required=True, nil='', not_applicable='', hint='Ví dụ: Mạo Khê.'),
                'date': Field(label='Ngày ban hành', kind=FieldType.DATE, required=True, nil='', not_applicable=''),
                'addressees': Field(label='Kính gửi', kind=FieldType.LINES, required=True, nil='', not_applicable='', hint='Mỗi nơi một dòng, hoặc cách nhau bằng dấu chấm phẩy.'),
                'legal_basis': Field(label='Căn cứ ban hành', kind=FieldType.LINES, nil='', not_applicable='', hint='Mỗi căn cứ một dòng, không ghi chữ “Căn cứ” và dấu ở cuối.'),
                'opening': Field(label='Lời mở đầu', kind=FieldType.PARAGRAPHS, required=True, nil='', not_applicable='', default='{ten_trung_tam} báo cáo kết quả tự đánh giá tổ chức, hoạt động trong {ky_bao_cao} với các nội dung sau:'),
                'closing': Field(label='Lời kết', kind=FieldType.PARAGRAPHS, required=True, nil='', not_applicable='', default='Trên đây là báo cáo tự đánh giá tổ chức, hoạt động {ky_bao_cao} của {ten_trung_tam}'),
                'recipients': Field(label='Nơi nhận', kind=FieldType.LINES, nil='', not_applicable='', hint='Không ghi “Như trên” và “Lưu: VT”: chương trình tự thêm.'),
                'authority': Field(label='Quyền hạn ký', kind=FieldType.TEXT, nil='', not_applicable='', hint='Ví dụ: KT. GIÁM ĐỐC. Giám đốc tự ký thì để trống.'),
                'position': Field(label='Chức vụ người ký', kind=FieldType.TEXT, required=True, nil='', not_applicable='', default='GIÁM ĐỐC'),
                'signer': Field(label='Họ và tên người ký', kind=FieldType.TEXT, required=True, nil='', not_applicable=''),
                'appendices': Field(label='Phụ lục kèm theo', kind=FieldType.CHOICES, options=(Option('activities', 'Danh sách hoạt động', ''), Option('evidence', 'Danh mục minh chứng', ''), Option('comparison', 'So sánh với các năm trước', ''))),
                'due': Field(label='Hạn nộp báo cáo', kind=FieldType.DATE, hint='Ngày phải nộp, ví dụ 10/6: Tổng quan đếm số ngày còn lại. Không in.'),
                'compared': Field(label='Các năm so sánh', kind=FieldType.LINES, hint='Mỗi dòng một năm, nhiều nhất bốn, ví dụ 2022-2023. Để trống: bốn năm gần nhất.'),
            },
            'narrative': {'text': Field(label='Lời văn', kind=FieldType.PARAGRAPHS)},
            'board': {
                'role': Field(
                    label='Chức danh tại trung tâm',
                    kind=FieldType.CHOICE,
                    required=True,
                    options=(Option('director', 'Giám đốc', ''), Option('deputy', 'Phó Giám đốc', ''), Option('seconded_teacher', 'Giáo viên biệt phái', ''), Option('accountant', 'Kế toán', ''), Option('treasurer', 'Thủ quỹ', '')),
                    nil='',
                    not_applicable='',
                ),
                'name': Field(label='Họ và tên', kind=FieldType.TEXT, nil='', not_applicable=''),
                'duty': Field(label='Chức vụ và đơn vị công tác', kind=FieldType.TEXT, required=True, nil='', not_applicable=''),
                'phone': Field(label='Điện thoại', kind=FieldType.TEXT, nil='', not_applicable='', hint='Không in ra báo cáo.'),
                'training': Field(label='Tập huấn', kind=FieldType.TEXT, nil='', not_applicable=''),
                'note': Field(label='Ghi chú', kind=FieldType.TEXT, nil='', not_applicable=''),
                'order': Field(label='Thứ tự', kind=FieldType.WHOLE, nil='', not_applicable=''),
            },
            'checklist': {
                'status': Field(label='Mức thực hiện', kind=FieldType.CHOICE, required=True, options=(Option('done', 'Đã thực hiện', ''), Option('doing', 'Đang thực hiện', ''), Option('not_done', 'Chưa thực hiện', ''), Option('not_applicable', 'Không áp dụng', ''))),
                'statement': Field(label='Lời đánh giá', kind=FieldType.PARAGRAPHS, required=True),
                'evidence': Field(label='Minh chứng', kind=FieldType.TEXT, hint='Số văn bản, hoặc nơi lưu.'),
            },
            'own': {
                'section': Field(
                    label='Thuộc mục',
                    kind=FieldType.CHOICE,
                    required=True,
                    options=(
                        Option('dia_phuong', 'Đặc điểm tình hình địa phương', ''),
                        Option('bo_may', 'Bộ máy quản lý', ''),
                        Option('ban_giam_doc', 'Ban Giám đốc', ''),
                        Option('van_ban', 'Triển khai và thực hiện văn bản chỉ đạo của cấp trên', ''),
                        Option('ke_hoach', 'Công tác xây dựng kế hoạch hoạt động', ''),
                        Option('nguon_luc', 'Quản lý, sử dụng các nguồn lực', ''),
                        Option('to_chuc', 'Tổ chức hoạt động', ''),
                        Option('cong_tac', 'Công tác hoạt động', ''),
                        Option('ket_qua', 'Kết quả thực hiện', ''),
                        Option('xa_hoi', 'Đánh giá công tác huy động sự tham gia của xã hội', ''),
                        Option('hieu_qua', 'Hiệu quả hoạt động', ''),
                    ),
                ),
                'label': Field(label='Nội dung tự đánh giá', kind=FieldType.TEXT, required=True),
                'order': Field(label='Thứ tự', kind=FieldType.WHOLE),
                'status': Field(label='Mức thực hiện', kind=FieldType.CHOICE, required=True, options=(Option('done', 'Đã thực hiện', ''), Option('doing', 'Đang thực hiện', ''), Option('not_done', 'Chưa thực hiện', ''), Option('not_applicable', 'Không áp dụng', ''))),
                'statement': Field(label='Lời đánh giá', kind=FieldType.PARAGRAPHS, required=True),
                'evidence': Field(label='Minh chứng', kind=FieldType.TEXT),
            },
            'results': {'classes': Field(label='Số lớp', kind=FieldType.WHOLE, required=True, nil='', not_applicable=''), 'participations': Field(label='Số lượt người tham gia', kind=FieldType.WHOLE, required=True, nil='', not_applicable='')},
            'rating': {
                'level': Field(
                    label='Mức đánh giá',
                    kind=FieldType.CHOICE,
                    required=True,
                    options=(Option('tot', 'Thực hiện tốt', ''), Option('kha', 'Thực hiện khá', ''), Option('dat', 'Đạt yêu cầu', ''), Option('chua_dat', 'Chưa đạt', ''), Option('khong_co', 'Không có trên địa bàn', '')),
                    nil='Không có',
                    not_applicable='Không đánh giá trong kỳ báo cáo',
                ),
                'contribution': Field(label='Đóng góp', kind=FieldType.MONEY, unit='đồng', is_printed=True),
                'note': Field(label='Ghi chú', kind=FieldType.TEXT, is_printed=True),
            },
            'indicator': {'source': Field(label='Nguồn', kind=FieldType.TEXT), 'comparison': Field(label='So với năm trước, mức chung', kind=FieldType.TEXT), 'text': Field(label='Diễn giải', kind=FieldType.PARAGRAPHS)},
            'evidence': {
                'code': Field(label='Mã minh chứng', kind=FieldType.TEXT, hint='Ví dụ MC01'),
                'title': Field(label='Tên minh chứng', kind=FieldType.TEXT, hint='Tên văn bản, hồ sơ, hình ảnh'),
                'number': Field(label='Số, ký hiệu', kind=FieldType.TEXT, hint='Ví dụ 05/QĐ-UBND'),
                'date': Field(label='Ngày ban hành', kind=FieldType.DATE),
                'kept': Field(label='Nơi lưu', kind=FieldType.TEXT, hint='Ví dụ tủ 2, ngăn 3'),
                'address': Field(label='Địa chỉ trên mạng', kind=FieldType.TEXT),
                'file': Field(label='Tệp', kind=FieldType.TEXT),
                'order': Field(label='Thứ tự', kind=FieldType.WHOLE),
            },
            'activity': {
                'date': Field(label='Ngày', kind=FieldType.DATE, required=True),
                'title': Field(label='Tên hoạt động', kind=FieldType.TEXT, required=True),
                'category': Field(
                    label='Loại',
                    kind=FieldType.CHOICE,
                    required=True,
                    options=(
                        Option('xoa_mu_chu', 'Học chương trình xóa mù chữ', ''),
                        Option('hoc_nghe', 'Học nghề ngắn hạn', ''),
                        Option('phap_luat', 'Giáo dục pháp luật', ''),
                        Option('suc_khoe', 'Giáo dục sức khỏe', ''),
                        Option('moi_truong', 'Giáo dục môi trường', ''),
                        Option('van_hoa_xa_hoi', 'Văn hóa xã hội', ''),
                        Option('kinh_te', 'Phát triển kinh tế', ''),
                        Option('ky_nang_song', 'Giáo dục kỹ năng sống', ''),
                        Option('van_nghe', 'Hoạt động văn nghệ, thể thao', ''),
                        Option('cau_lac_bo', 'Hoạt động của các câu lạc bộ', ''),
                        Option('truyen_thanh', 'Phổ biến kiến thức qua đài truyền thanh', ''),
                    ),
                ),
                'classes': Field(label='Số lớp', kind=FieldType.WHOLE),
                'participations': Field(label='Lượt người', kind=FieldType.WHOLE),
                'place': Field(label='Địa điểm', kind=FieldType.TEXT),
                'partner': Field(label='Đơn vị phối hợp', kind=FieldType.TEXT),
                'note': Field(label='Ghi chú', kind=FieldType.TEXT),
            },
        },
        table=ResultsTable('TT', 'Nội dung', 'TỔNG'),
        nouns=(Noun('khu', 'danh_tu_khu', 'khu (thôn, ấp)'), Noun('don_vi_thu_nhap', 'don_vi_thu_nhap', 'đơn vị tiền')),
        follows=True,
        sums=(SumRule('so_truong', ('truong_mam_non', 'truong_tieu_hoc', 'truong_thcs', 'truong_thpt')),),
        rules=(),
        appendices=(
            FormAppendix('activities', 'Danh sách hoạt động', 'Danh sách hoạt động {ky_bao_cao}', 'Danh sách các hoạt động {ky_bao_cao}: kèm theo {phu_luc}.', 'ket_qua', False),
            FormAppendix('evidence', 'Danh mục minh chứng', 'Danh mục minh chứng', 'Danh mục minh chứng: kèm theo {phu_luc}.', '', False),
            FormAppendix('comparison', 'So sánh với các năm trước', 'So sánh với các năm trước', 'Số liệu so sánh với các năm trước: kèm theo {phu_luc}.', '', False),
        ),
        signatures=(),
    )
