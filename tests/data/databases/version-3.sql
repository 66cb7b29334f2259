PRAGMA application_id = 1414809668;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "activity" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "date" VARCHAR(10) NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(date) IS date AND date BETWEEN '1900' AND '2100-12-31'), "title" TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000000), "category" VARCHAR(64) NOT NULL, "classes" INTEGER CHECK (classes IS NULL OR (typeof(classes) = 'integer' AND classes BETWEEN 0 AND 999999999999999)), "participations" INTEGER CHECK (participations IS NULL OR (typeof(participations) = 'integer' AND participations BETWEEN 0 AND 999999999999999)), "place" TEXT NOT NULL, "partner" TEXT NOT NULL, "note" TEXT NOT NULL, "search" TEXT NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "activity" VALUES(1,1,'a1','2021-03-05','Lớp pháp luật','le_hoi',NULL,40,'','','','lop phap luat');
CREATE TABLE "activity_result" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "row" VARCHAR(64) NOT NULL, "classes" VARCHAR(22) CHECK (classes IN ('-', '--') OR (classes GLOB '[0-9]*' AND classes NOT GLOB '*[^0-9.]*' AND classes NOT GLOB '0[0-9]*' AND classes NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND classes NOT GLOB '*.*')), "participations" VARCHAR(22) CHECK (participations IN ('-', '--') OR (participations GLOB '[0-9]*' AND participations NOT GLOB '*[^0-9.]*' AND participations NOT GLOB '0[0-9]*' AND participations NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND participations NOT GLOB '*.*')), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "audit_change" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "op_id" VARCHAR(64) NOT NULL, "revision" INTEGER NOT NULL CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "undoes" VARCHAR(64), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "audit_change" VALUES(1,1,'op-1',1,'lan','2021-06-05T07:00:00.912017Z',NULL);
INSERT INTO "audit_change" VALUES(2,1,'op-2',2,'minh','2021-06-05T07:00:00.919204Z',NULL);
INSERT INTO "audit_change" VALUES(3,1,'op-3',3,'minh','2021-06-05T07:00:00.932545Z','op-2');
INSERT INTO "audit_change" VALUES(4,1,'op-4',4,'minh','2021-06-05T07:00:00.936356Z','op-3');
INSERT INTO "audit_change" VALUES(5,1,'0e050655f0324d129ffc5d31aa4ffcd2',5,'gd','2026-11-30T09:10:13.104838Z',NULL);
INSERT INTO "audit_change" VALUES(6,1,'7bd938c73beb40c39f9a15df0e7db21e',6,'gd','2026-11-30T09:10:13.108314Z',NULL);
CREATE TABLE "audit_entry" ("id" INTEGER NOT NULL PRIMARY KEY, "change_id" INTEGER NOT NULL, "report_id" INTEGER NOT NULL, "place" VARCHAR(330) NOT NULL, "before" TEXT, "after" TEXT, FOREIGN KEY ("change_id") REFERENCES "audit_change" ("id") ON DELETE CASCADE, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "audit_entry" VALUES(1,1,1,'report/signer',NULL,'"Vũ Thanh Hải"');
INSERT INTO "audit_entry" VALUES(2,1,1,'figure/so_ap',NULL,'"7"');
INSERT INTO "audit_entry" VALUES(3,2,1,'figure/so_ap','"7"','"40"');
INSERT INTO "audit_entry" VALUES(4,2,1,'activity/a1',NULL,'{"uid":"a1","date":"2021-03-05","title":"Lớp pháp luật","category":"le_hoi","participations":"40"}');
INSERT INTO "audit_entry" VALUES(5,3,1,'figure/so_ap','"40"','"7"');
INSERT INTO "audit_entry" VALUES(6,3,1,'activity/a1','{"uid":"a1","date":"2021-03-05","title":"Lớp pháp luật","category":"le_hoi","participations":"40"}',NULL);
INSERT INTO "audit_entry" VALUES(7,4,1,'figure/so_ap','"7"','"40"');
INSERT INTO "audit_entry" VALUES(8,4,1,'activity/a1',NULL,'{"uid":"a1","date":"2021-03-05","title":"Lớp pháp luật","category":"le_hoi","participations":"40"}');
INSERT INTO "audit_entry" VALUES(9,5,1,'status',NULL,'"final"');
INSERT INTO "audit_entry" VALUES(10,5,1,'status/version',NULL,'"1"');
INSERT INTO "audit_entry" VALUES(11,6,1,'status','"final"',NULL);
INSERT INTO "audit_entry" VALUES(12,6,1,'status/reason',NULL,'"Sai số ấp"');
CREATE TABLE "board_member" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "role" TEXT CHECK (length(role) BETWEEN 1 AND 2000000), "name" TEXT CHECK (length(name) BETWEEN 1 AND 2000000), "duty" TEXT CHECK (length(duty) BETWEEN 1 AND 2000000), "phone" TEXT CHECK (length(phone) BETWEEN 1 AND 2000000), "training" TEXT CHECK (length(training) BETWEEN 1 AND 2000000), "note" TEXT CHECK (length(note) BETWEEN 1 AND 2000000), "order" VARCHAR(22) CHECK ("order" IN ('-', '--') OR ("order" GLOB '[0-9]*' AND "order" NOT GLOB '*[^0-9.]*' AND "order" NOT GLOB '0[0-9]*' AND "order" NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND "order" NOT GLOB '*.*')), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "carried_over" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "target" VARCHAR(330) NOT NULL, "period" TEXT CHECK (length(period) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "centre" ("id" INTEGER NOT NULL PRIMARY KEY, "code" VARCHAR(64) NOT NULL, "name" TEXT NOT NULL);
INSERT INTO "centre" VALUES(1,'mao-khe','TTHTCĐ phường Mạo Khê');
CREATE TABLE "checklist_answer" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "item" VARCHAR(64) NOT NULL, "status" TEXT CHECK (length(status) BETWEEN 1 AND 2000000), "statement" TEXT CHECK (length(statement) BETWEEN 1 AND 2000000), "evidence" TEXT CHECK (length(evidence) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "effectiveness_indicator" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "key" VARCHAR(64) NOT NULL, "number" VARCHAR(22) CHECK (number IN ('-', '--') OR (number GLOB '[0-9]*' AND number NOT GLOB '*[^0-9.]*' AND number NOT GLOB '0[0-9]*' AND number NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND number NOT GLOB '*.*.*' AND number NOT GLOB '*.*0' AND number NOT GLOB '*.' AND number NOT GLOB '*.???????*')), "qualifier" VARCHAR(16) CHECK (qualifier IN ('gần', 'trên', 'hơn', 'dưới', 'khoảng', 'xấp xỉ', 'ước', 'ước đạt')), "value_text" TEXT CHECK (length(value_text) BETWEEN 1 AND 2000000), "source" TEXT CHECK (length(source) BETWEEN 1 AND 2000000), "comparison" TEXT CHECK (length(comparison) BETWEEN 1 AND 2000000), "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE, CHECK (number IS NULL OR value_text IS NULL));
CREATE TABLE "figure" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "key" VARCHAR(64) NOT NULL, "number" VARCHAR(22) CHECK (number IN ('-', '--') OR (number GLOB '[0-9]*' AND number NOT GLOB '*[^0-9.]*' AND number NOT GLOB '0[0-9]*' AND number NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND number NOT GLOB '*.*.*' AND number NOT GLOB '*.*0' AND number NOT GLOB '*.' AND number NOT GLOB '*.???????*')), "qualifier" VARCHAR(16) CHECK (qualifier IN ('gần', 'trên', 'hơn', 'dưới', 'khoảng', 'xấp xỉ', 'ước', 'ước đạt')), "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE, CHECK (number IS NULL OR text IS NULL));
INSERT INTO "figure" VALUES(1,1,'so_ap','40',NULL,NULL);
CREATE TABLE "form_text" ("hash" VARCHAR(64) NOT NULL PRIMARY KEY, "key" VARCHAR(64) NOT NULL, "version" INTEGER NOT NULL CHECK (version IS NULL OR (typeof(version) = 'integer' AND version BETWEEN 0 AND 999999999999999)), "toml" TEXT NOT NULL);
INSERT INTO "form_text" VALUES('9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c','khac',3,'# A form as unlike the shipped one as real reports are: a joint centre of culture, sport and community learning, a
# calendar year, «Phần thứ nhất», legal basis, advantages and difficulties, points with letters and dashes, ấp, no ratings.

[form]
key = "khac"
version = 3
name = "Báo cáo năm của trung tâm văn hóa, thể thao và học tập cộng đồng"

[document]
type = "BÁO CÁO"
abstract = "Kết quả hoạt động {ky_bao_cao} và phương hướng tiếp theo"
numbering = ["part", "roman"]

[table]
marker_title = "Số TT"
label_title = "Loại hình"
total_label = "Cộng"

[[screen]]
key = "chung"
label = "Tình hình chung"
sections = ["dac_diem", "thuan_loi", "kho_khan"]

[[screen]]
key = "to_chuc"
label = "Tổ chức và kết quả"
sections = ["quan_tri", "co_so", "ket_qua", "ton_tai"]

[[screen]]
key = "cuoi"
label = "Đánh giá, phương hướng"
sections = ["hieu_qua", "phuong_huong"]

[[scale]]
key = "diem"
options = [
    { key = "khong", label = "0" },
    { key = "mot", label = "1" },
    { key = "hai", label = "2" },
    { key = "not_applicable", label = "Không chấm" },
]

[[section]]
key = "tinh_hinh"
title = "Tình hình chung"
level = 1

[[section]]
key = "dac_diem"
title = "Đặc điểm"
level = 2
prints = ["narrative"]
paragraphs = [
    "Xã có {so_ap} ấp với {dan_so} nhân khẩu; thu ngân sách {thu_ngan_sach}, xếp loại {xep_loai}.",
    "Viết {{so_ap} để in nguyên chữ.",
]

[[section.figure]]
key = "so_ap"
label = "Số ấp"
kind = "whole"
unit = "ấp"
required = true
maximum = 200

[[section.figure]]
key = "dan_so"
label = "Nhân khẩu"
kind = "whole"
unit = "người"
qualified = true
required = true

[[section.figure]]
key = "mat_do"
label = "Mật độ dân số"
kind = "decimal"
unit = "người/km²"
qualified = true
nil = "chưa đo"
not_applicable = "không tính"

[[section.figure]]
key = "ty_le_ho_tich_cuc"
label = "Tỷ lệ hộ tham gia học tập"
kind = "percent"
unit = "%"
zero = "chưa có hộ nào"

[[section.figure]]
key = "thu_ngan_sach"
label = "Thu ngân sách"
kind = "money"
unit = "đồng"
qualified = true
maximum = 900000000000
zero = "không thu"

[[section.figure]]
key = "xep_loai"
label = "Xếp loại xã"
kind = "choice"
required = true
options = [
    { key = "nong_thon_moi", label = "nông thôn mới" },
    { key = "nang_cao", label = "nông thôn mới nâng cao, kiểu mẫu" },
]

[[section.figure]]
key = "doan_the"
label = "Đoàn thể phối hợp"
kind = "choices"
options = [
    { key = "phu_nu", label = "Hội Phụ nữ" },
    { key = "thanh_nien", label = "Đoàn Thanh niên, Hội Liên hiệp Thanh niên" },
    { key = "nong_dan", label = "Hội Nông dân" },
]

[[section.figure]]
key = "ngay_thanh_lap"
label = "Ngày thành lập"
kind = "date"

[[section.figure]]
key = "ten_goi_cu"
label = "Tên gọi cũ"
kind = "text"
default = "-"

[[section]]
key = "thuan_loi"
title = "Thuận lợi"
level = 2
prints = ["narrative"]
narrative_required = true
paragraphs = ["Cấp ủy, chính quyền quan tâm."]

[[section]]
key = "kho_khan"
title = "Khó khăn"
level = 2
prints = ["narrative"]
narrative_required = true

[[section]]
key = "thuc_hien"
title = "Tổ chức thực hiện"
level = 1

[[section]]
key = "quan_tri"
title = "Bộ máy"
level = 2
prints = ["board", "checklist"]
marker = "letters"

[[section.item]]
key = "quy_che"
label = "Quy chế hoạt động"

[[section.item]]
key = "nhan_su"
label = "Nhân sự"

[[section.item]]
key = "thi_dua"
label = "Thi đua, khen thưởng"
required = false

[[section]]
key = "co_so"
title = "Cơ sở vật chất"
level = 2
prints = ["checklist"]
marker = "dashes"

[[section.item]]
key = "phong_hoc"
label = "Phòng học"

[[section.item]]
key = "thu_vien"
label = "Thư viện, tủ sách"

[[section]]
key = "ket_qua"
title = "Kết quả {ky_bao_cao}"
level = 2
prints = ["narrative", "results"]
paragraphs = ["Toàn xã mở {tong_lop} lớp cho {tong_luot} lượt người, riêng dạy nghề {nghe.luot} lượt."]

[[section.row]]
key = "van_hoa"
marker = "I"
label = "Văn hóa, thể thao"
group = true

[[section.row]]
key = "le_hoi"
marker = "1"
label = "Lễ hội, hội diễn"
under = "van_hoa"

[[section.row]]
key = "giai_dau"
marker = "2"
label = "Giải thể thao"
under = "van_hoa"
required = false

[[section.row]]
key = "hoc_tap"
marker = "II"
label = "Học tập cộng đồng"
group = true

[[section.row]]
key = "nghe"
marker = "1"
label = "Dạy nghề"
under = "hoc_tap"

[[section.row]]
key = "khac"
label = "Hoạt động khác"
required = false

[[section]]
key = "ton_tai"
title = "Tồn tại, hạn chế"
level = 2
prints = ["narrative"]
narrative_required = true

[[section]]
key = "hieu_qua"
title = "Hiệu quả"
level = 1
prints = ["indicators"]
marker = "dashes"

[[section.indicator]]
key = "ho_ngheo"
label = "Hộ nghèo"
narrative_required = true
paragraphs = ["Giảm so với năm trước."]

[section.indicator.value]
kind = "whole"
unit = "hộ"
zero = "không còn"
label = "Số hộ nghèo"

[[section.indicator]]
key = "nguoi_hoc"
label = "Người học"
computed = "tong_lop"
unit = "lớp"
required = false

[[section.indicator]]
key = "sang_kien"
label = "Sáng kiến"
required = false

[[section.indicator]]
key = "danh_hieu"
label = "Danh hiệu"
required = false

[section.indicator.value]
kind = "text"

[[section.indicator]]
key = "an_toan"
label = "An toàn"

[[section]]
key = "phuong_huong"
title = "Phương hướng, nhiệm vụ năm tới; kiến nghị, đề xuất"
level = 1
prints = ["narrative"]
narrative_required = true
paragraphs = ["Năm tới giữ vững {so_ap} điểm học ở các ấp."]

[record.report.superior]
label = "Cơ quan chủ quản"
required = true

[record.report.issuer]
label = "Tên trung tâm"
required = true

[record.report.locality]
label = "Xã"
required = true

[record.report.symbol]
label = "Ký hiệu"
required = true
default = "BC-TTVHTT&HTCĐ"

[record.report.number]
label = "Số"

[record.report.place]
label = "Địa danh"
required = true

[record.report.date]
label = "Ngày"
required = true

[record.report.addressees]
label = "Kính gửi"

[record.report.legal_basis]
label = "Căn cứ"
required = true

[record.report.opening]
label = "Lời mở đầu"

[record.report.closing]
label = "Lời kết"
default = """
Trên đây là báo cáo {ky_bao_cao}.
{ten_trung_tam} trân trọng báo cáo."""

[record.report.recipients]
label = "Nơi nhận"
required = true

[record.report.authority]
label = "Quyền hạn"

[record.report.position]
label = "Chức vụ"
required = true
default = "CHỦ NHIỆM"

[record.report.signer]
label = "Người ký"
required = true

[record.narrative.text]
label = "Nội dung"

[record.board.role]
label = "Vai trò"
required = true
options = [
    { key = "director", label = "Chủ nhiệm" },
    { key = "deputy", label = "Phó Chủ nhiệm" },
]

[record.board.name]
label = "Họ và tên"
required = true

[record.board.duty]
label = "Chức vụ"

[record.board.phone]
label = "Điện thoại"

[record.board.training]
label = "Tập huấn"

[record.board.note]
label = "Ghi chú"

[record.board.order]
label = "Thứ tự"

[record.checklist.status]
label = "Điểm"
scale = "diem"
required = true

[record.checklist.statement]
label = "Nhận xét"
required = true

[record.checklist.evidence]
label = "Minh chứng"

[record.own.section]
label = "Thuộc mục"
required = true

[record.own.label]
label = "Nội dung"
required = true

[record.own.order]
label = "Thứ tự"

[record.own.status]
label = "Điểm"
scale = "diem"

[record.own.statement]
label = "Nhận xét"

[record.own.evidence]
label = "Minh chứng"

[record.results.classes]
label = "Số buổi"
required = true
nil = "–"
zero = "0"

[record.results.participations]
label = "Lượt người"
required = true
nil = "–"

[record.rating.level]
label = "Mức"
options = [{ key = "co", label = "Có" }]

[record.rating.contribution]
label = "Đóng góp"

[record.rating.note]
label = "Ghi chú"

[record.indicator.source]
label = "Nguồn"

[record.indicator.comparison]
label = "So sánh"

[record.indicator.text]
label = "Diễn giải"

[record.activity.date]
label = "Ngày"
required = true

[record.activity.title]
label = "Tên"
required = true

[record.activity.category]
label = "Loại"
required = true

[record.activity.classes]
label = "Số buổi"

[record.activity.participations]
label = "Lượt người"

[record.activity.place]
label = "Địa điểm"

[record.activity.partner]
label = "Phối hợp"

[record.activity.note]
label = "Ghi chú"
');
CREATE TABLE "narrative" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "section" VARCHAR(64) NOT NULL, "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "own_item" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "section" TEXT CHECK (length(section) BETWEEN 1 AND 2000000), "label" TEXT CHECK (length(label) BETWEEN 1 AND 2000000), "order" VARCHAR(22) CHECK ("order" IN ('-', '--') OR ("order" GLOB '[0-9]*' AND "order" NOT GLOB '*[^0-9.]*' AND "order" NOT GLOB '0[0-9]*' AND "order" NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND "order" NOT GLOB '*.*')), "status" TEXT CHECK (length(status) BETWEEN 1 AND 2000000), "statement" TEXT CHECK (length(statement) BETWEEN 1 AND 2000000), "evidence" TEXT CHECK (length(evidence) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "participation_rating" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "group" VARCHAR(64) NOT NULL, "level" TEXT CHECK (length(level) BETWEEN 1 AND 2000000), "contribution" VARCHAR(22) CHECK (contribution IN ('-', '--') OR (contribution GLOB '[0-9]*' AND contribution NOT GLOB '*[^0-9.]*' AND contribution NOT GLOB '0[0-9]*' AND contribution NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND contribution NOT GLOB '*.*')), "note" TEXT CHECK (length(note) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "presence" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "user" TEXT NOT NULL, "place" VARCHAR(330) NOT NULL, "at" VARCHAR(27) NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "reason" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "target" VARCHAR(330) NOT NULL, "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "report" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "centre_id" INTEGER NOT NULL, "form_hash" VARCHAR(64) NOT NULL, "period_kind" VARCHAR(16) NOT NULL CHECK (period_kind IN ('school_year', 'calendar_year', 'custom')), "period_start" VARCHAR(10) NOT NULL CHECK (period_start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(period_start) IS period_start AND period_start BETWEEN '1900' AND '2100-12-31'), "period_end" VARCHAR(10) NOT NULL CHECK (period_end GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(period_end) IS period_end AND period_end BETWEEN '1900' AND '2100-12-31'), "period_label" VARCHAR(40) NOT NULL, "revision" INTEGER NOT NULL DEFAULT 0 CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "superior" TEXT CHECK (length(superior) BETWEEN 1 AND 2000000), "issuer" TEXT CHECK (length(issuer) BETWEEN 1 AND 2000000), "locality" TEXT CHECK (length(locality) BETWEEN 1 AND 2000000), "symbol" TEXT CHECK (length(symbol) BETWEEN 1 AND 2000000), "number" TEXT CHECK (length(number) BETWEEN 1 AND 2000000), "place" TEXT CHECK (length(place) BETWEEN 1 AND 2000000), "date" VARCHAR(10) CHECK (date IN ('-', '--') OR (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(date) IS date AND date BETWEEN '1900' AND '2100-12-31')), "addressees" TEXT CHECK (length(addressees) BETWEEN 1 AND 2000000), "legal_basis" TEXT CHECK (length(legal_basis) BETWEEN 1 AND 2000000), "opening" TEXT CHECK (length(opening) BETWEEN 1 AND 2000000), "closing" TEXT CHECK (length(closing) BETWEEN 1 AND 2000000), "recipients" TEXT CHECK (length(recipients) BETWEEN 1 AND 2000000), "authority" TEXT CHECK (length(authority) BETWEEN 1 AND 2000000), "position" TEXT CHECK (length(position) BETWEEN 1 AND 2000000), "signer" TEXT CHECK (length(signer) BETWEEN 1 AND 2000000), "status" VARCHAR(16) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'final')), FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"), FOREIGN KEY ("form_hash") REFERENCES "form_text" ("hash"), CHECK (period_start <= period_end));
INSERT INTO "report" VALUES(1,1,'9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c','calendar_year','2020-01-01','2020-12-31','2020',6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Vũ Thanh Hải','draft');
CREATE TABLE "report_version" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "number" INTEGER NOT NULL CHECK (number IS NULL OR (typeof(number) = 'integer' AND number BETWEEN 0 AND 999999999999999)), "form_hash" VARCHAR(64) NOT NULL, "revision" INTEGER NOT NULL CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "docx" BLOB NOT NULL, "docx_sha256" VARCHAR(64) NOT NULL, "json" BLOB NOT NULL, "json_sha256" VARCHAR(64) NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id"), FOREIGN KEY ("form_hash") REFERENCES "form_text" ("hash"));
INSERT INTO "report_version" VALUES(1,1,1,'9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c',4,'gd','2026-11-30T09:10:13.102824Z',X'504B20646F6378','3cdc0e20c563aabc092a2bccdf2fa0fa146324acee4a2c2d4f33378958449286',X'7B0A22666F726D6174223A20227474687463642D7265706F7274222C0A22666F726D61745F76657273696F6E223A20312C0A22666F726D223A207B226B6579223A20226B686163222C202276657273696F6E223A20337D2C0A2263656E747265223A207B22636F6465223A20226D616F2D6B6865222C20226E616D65223A20225454485443C490207068C6B0E1BB9D6E67204DE1BAA16F204B68C3AA227D2C0A22706572696F64223A207B226B696E64223A202263616C656E6461725F79656172222C20227374617274223A2022323032302D30312D3031222C2022656E64223A2022323032302D31322D3331222C20226C6162656C223A202232303230227D2C0A22616E7377657273223A207B0A20226669677572652F736F5F6170223A20223430222C0A20227265706F72742F7369676E6572223A202256C5A9205468616E682048E1BAA369220A7D2C0A2261637469766974696573223A205B0A207B22756964223A20226131222C202264617465223A2022323032312D30332D3035222C20227469746C65223A20224CE1BB9B70207068C3A170206C75E1BAAD74222C202263617465676F7279223A20226C655F686F69222C202270617274696369706174696F6E73223A20223430227D0A5D0A7D0A','e370a6fcaff91d66118380f784921f5511111889a88880d0da8e03e1200a2be7');
CREATE TABLE "staff" ("login" VARCHAR(64) NOT NULL PRIMARY KEY, "name" TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), "centre_id" INTEGER, "role" VARCHAR(16) NOT NULL CHECK (role IN ('viewer', 'clerk', 'director')), FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"));
INSERT INTO "staff" VALUES('gd','Vũ Thanh Hải',NULL,'director');
INSERT INTO "staff" VALUES('lan','Nguyễn Thị Lan',NULL,'clerk');
INSERT INTO "staff" VALUES('minh','Trần Minh',1,'clerk');
CREATE TABLE "staff_change" ("id" INTEGER NOT NULL PRIMARY KEY, "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "login" VARCHAR(64) NOT NULL, "name_before" TEXT CHECK (length(name_before) BETWEEN 1 AND 200), "role_before" VARCHAR(16) CHECK (role_before IN ('viewer', 'clerk', 'director')), "centre_before_id" INTEGER, "name_after" TEXT CHECK (length(name_after) BETWEEN 1 AND 200), "role_after" VARCHAR(16) CHECK (role_after IN ('viewer', 'clerk', 'director')), "centre_after_id" INTEGER, FOREIGN KEY ("centre_before_id") REFERENCES "centre" ("id"), FOREIGN KEY ("centre_after_id") REFERENCES "centre" ("id"), CHECK ((name_before IS NULL) = (role_before IS NULL) AND (name_after IS NULL) = (role_after IS NULL)), CHECK (centre_before_id IS NULL OR role_before IS NOT NULL), CHECK (centre_after_id IS NULL OR role_after IS NOT NULL), CHECK (role_before IS NOT NULL OR role_after IS NOT NULL));
INSERT INTO "staff_change" VALUES(1,'gd','2026-11-30T09:10:13.047976Z','an',NULL,NULL,NULL,'Trần An','clerk',1);
INSERT INTO "staff_change" VALUES(2,'gd','2026-11-30T09:10:13.049274Z','an','Trần An','clerk',1,'Trần Văn An','clerk',1);
INSERT INTO "staff_change" VALUES(3,'gd','2026-11-30T09:10:13.050340Z','an','Trần Văn An','clerk',1,NULL,NULL,NULL);
CREATE UNIQUE INDEX "centre_code" ON "centre" ("code");
CREATE INDEX "report_centre_id" ON "report" ("centre_id");
CREATE INDEX "report_form_hash" ON "report" ("form_hash");
CREATE UNIQUE INDEX "report_centre_id_form_hash_period_label" ON "report" ("centre_id", "form_hash", "period_label");
CREATE UNIQUE INDEX "activity_report_id_uid" ON "activity" ("report_id", "uid");
CREATE INDEX "activity_report_id_date_uid" ON "activity" ("report_id", "date", "uid");
CREATE INDEX "activity_report_id_category_classes_participations" ON "activity" ("report_id", "category", "classes", "participations");
CREATE UNIQUE INDEX "activityresult_report_id_row" ON "activity_result" ("report_id", "row");
CREATE UNIQUE INDEX "auditchange_op_id" ON "audit_change" ("op_id");
CREATE UNIQUE INDEX "auditchange_report_id_revision" ON "audit_change" ("report_id", "revision");
CREATE INDEX "auditentry_change_id" ON "audit_entry" ("change_id");
CREATE INDEX "auditentry_report_id_place" ON "audit_entry" ("report_id", "place");
CREATE UNIQUE INDEX "boardmember_report_id_uid" ON "board_member" ("report_id", "uid");
CREATE UNIQUE INDEX "carriedover_report_id_target" ON "carried_over" ("report_id", "target");
CREATE UNIQUE INDEX "checklistanswer_report_id_item" ON "checklist_answer" ("report_id", "item");
CREATE UNIQUE INDEX "effectivenessindicator_report_id_key" ON "effectiveness_indicator" ("report_id", "key");
CREATE UNIQUE INDEX "figure_report_id_key" ON "figure" ("report_id", "key");
CREATE UNIQUE INDEX "narrative_report_id_section" ON "narrative" ("report_id", "section");
CREATE UNIQUE INDEX "ownitem_report_id_uid" ON "own_item" ("report_id", "uid");
CREATE UNIQUE INDEX "participationrating_report_id_group" ON "participation_rating" ("report_id", "group");
CREATE UNIQUE INDEX "presence_report_id_user" ON "presence" ("report_id", "user");
CREATE UNIQUE INDEX "reason_report_id_target" ON "reason" ("report_id", "target");
CREATE INDEX "reportversion_form_hash" ON "report_version" ("form_hash");
CREATE UNIQUE INDEX "reportversion_report_id_number" ON "report_version" ("report_id", "number");
CREATE INDEX "staff_centre_id" ON "staff" ("centre_id");
CREATE TRIGGER "staff_change_update" BEFORE UPDATE ON "staff_change" BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_delete" BEFORE DELETE ON "staff_change" BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('report',1);
COMMIT;
