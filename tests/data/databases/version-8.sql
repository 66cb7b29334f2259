PRAGMA application_id = 1414809668;
PRAGMA user_version = 8;
BEGIN TRANSACTION;
CREATE TABLE "activity" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "date" VARCHAR(10) NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(date) IS date AND date BETWEEN '1900' AND '2100-12-31'), "title" TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000000), "category" VARCHAR(64) NOT NULL, "classes" INTEGER CHECK (classes IS NULL OR (typeof(classes) = 'integer' AND classes BETWEEN 0 AND 999999999999999)), "participations" INTEGER CHECK (participations IS NULL OR (typeof(participations) = 'integer' AND participations BETWEEN 0 AND 999999999999999)), "place" TEXT NOT NULL, "partner" TEXT NOT NULL, "note" TEXT NOT NULL, "search" TEXT NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "activity" VALUES(1,1,'a1','2021-03-05','Lớp pháp luật','le_hoi',NULL,40,'','','','lop phap luat');
CREATE TABLE "activity_result" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "row" VARCHAR(64) NOT NULL, "classes" VARCHAR(22) CHECK (classes IN ('-', '--') OR (classes GLOB '[0-9]*' AND classes NOT GLOB '*[^0-9.]*' AND classes NOT GLOB '0[0-9]*' AND classes NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND classes NOT GLOB '*.*')), "participations" VARCHAR(22) CHECK (participations IN ('-', '--') OR (participations GLOB '[0-9]*' AND participations NOT GLOB '*[^0-9.]*' AND participations NOT GLOB '0[0-9]*' AND participations NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND participations NOT GLOB '*.*')), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "audit_block" ("change_id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "data" BLOB NOT NULL, FOREIGN KEY ("change_id") REFERENCES "audit_change" ("id") ON DELETE CASCADE, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "audit_block" VALUES(7,1,X'78DABDD44B6EC2301485E1ADA03B0EAA8F93F05A033BC0A80A0F81250B22E42021D49574C402D84019B21276D22A9D7470A63D435FDFAB7FF62D16D6AC733CC77C795B392B0E5D4A855D837571136C166CE58215C1364DDEF66FEF3C86AE1CBABA9FE798D3EFC7FCF5F86C07EDFE796B07A97B7DDD73BFB0FE39DC1D4F977E276DDFF7C718ECC396C5DF30581882B067612F08972C5C0AC2150B578270CDC2B5203C62E191203C66E1B1203C61E189203C65E1A902104A17247671BC147A81F205855FA08041211828615018068A18148A8132068563A09041211928655058068A19FE49B3E53768EC337A');
INSERT INTO "audit_block" VALUES(8,1,X'78DABDD4CD6DC24010C5F156AC391B659F8D31A48674C022C48715AFB40A56B48E84109570A2001A80632AA1139073895ECE79C79D9DD1FFF69BCF6DB549E12BA4FDCBDA596E076F7DD87A7BF5B676DE726FDB556A8677E10A8C5C3972D5304F21C59F8FB7FBEDD4655DFB7DEEB2D8DFAF97342C6C9E87EFBBCFFDB0139B65BB0BDE8E967FF4312EF2DF615018AA7041E142152E295CAAC2630A8F55E18AC2952A3CA1F04415AE295CABC2530A4F55E11985673240982EE8ECFA83974C2F305F90F905060C32C1C0844166181831C814033306996360C820930C4C1964968131C37F6AB6780097B0337A');
CREATE TABLE "audit_change" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "op_id" VARCHAR(64) NOT NULL, "revision" INTEGER NOT NULL CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "undoes" VARCHAR(64), "hash" BLOB, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
INSERT INTO "audit_change" VALUES(1,1,'op-1',1,'lan','2021-06-05T07:00:00.912017Z',NULL,X'BFA955698F91097AD2A35676DC872D5542E7E1091284A662A6192C73FA4D583F');
INSERT INTO "audit_change" VALUES(2,1,'op-2',2,'minh','2021-06-05T07:00:00.919204Z',NULL,X'8FD7B495FF9F5F2D7165051BDDF4BEEC87AD9BC02300BA8041CAAE947E6988B7');
INSERT INTO "audit_change" VALUES(3,1,'op-3',3,'minh','2021-06-05T07:00:00.932545Z','op-2',X'522A890F4629A440FA41B5678798CF75A26767752FF89259D36A655424A43A05');
INSERT INTO "audit_change" VALUES(4,1,'op-4',4,'minh','2021-06-05T07:00:00.936356Z','op-3',X'3FBD4EE93DE9E14DEB3223808D1D5809C46DA3E64D0CEA5996D5A29146B8D432');
INSERT INTO "audit_change" VALUES(5,1,'0e050655f0324d129ffc5d31aa4ffcd2',5,'gd','2026-11-30T09:10:13.104838Z',NULL,X'AA442CE527F71AA0D52C10B7743473234EA2B37B4136D25A3199F0844E2508C1');
INSERT INTO "audit_change" VALUES(6,1,'7bd938c73beb40c39f9a15df0e7db21e',6,'gd','2026-11-30T09:10:13.108314Z',NULL,X'2AE59456A9944AA132DB961FC500F4223A8379063AF391D1763C4F1C996CC520');
INSERT INTO "audit_change" VALUES(7,1,'5ff76f34718cc2d10263195b3147aee4',7,'lan','2026-11-30T19:47:40.818556Z',NULL,X'146D29B041F8579B1AE0FC292AB15AC0221B7A121B1E02887EA5F4D65BFA5174');
INSERT INTO "audit_change" VALUES(8,1,'51e3aa18234f30277714ebbcef07abfe',8,'lan','2026-11-30T19:47:40.821073Z',NULL,X'0108ADD0ABB296A3848DF1427C86BCEAAE2F30B0651C20BEDE20C0C276B99FE1');
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
CREATE TABLE "centre" ("id" INTEGER NOT NULL PRIMARY KEY, "code" VARCHAR(64) NOT NULL, "name" TEXT NOT NULL, "search" TEXT NOT NULL DEFAULT '');
INSERT INTO "centre" VALUES(1,'mao-khe','TTHTCĐ phường Mạo Khê','tthtcd phuong mao khe mao-khe');
CREATE TABLE "checklist_answer" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "item" VARCHAR(64) NOT NULL, "status" TEXT CHECK (length(status) BETWEEN 1 AND 2000000), "statement" TEXT CHECK (length(statement) BETWEEN 1 AND 2000000), "evidence" TEXT CHECK (length(evidence) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "criterion_score" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "criterion" VARCHAR(64) NOT NULL, "own" VARCHAR(22) CHECK (own IN ('-', '--') OR (own GLOB '[0-9]*' AND own NOT GLOB '*[^0-9.]*' AND own NOT GLOB '0[0-9]*' AND own NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND own NOT GLOB '*.*.*' AND own NOT GLOB '*.*0' AND own NOT GLOB '*.' AND own NOT GLOB '*.???????*')), "superior" VARCHAR(22) CHECK (superior IN ('-', '--') OR (superior GLOB '[0-9]*' AND superior NOT GLOB '*[^0-9.]*' AND superior NOT GLOB '0[0-9]*' AND superior NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND superior NOT GLOB '*.*.*' AND superior NOT GLOB '*.*0' AND superior NOT GLOB '*.' AND superior NOT GLOB '*.???????*')), "difference" TEXT CHECK (length(difference) BETWEEN 1 AND 2000000), "evidence" TEXT CHECK (length(evidence) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "effectiveness_indicator" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "key" VARCHAR(64) NOT NULL, "number" VARCHAR(22) CHECK (number IN ('-', '--') OR (number GLOB '[0-9]*' AND number NOT GLOB '*[^0-9.]*' AND number NOT GLOB '0[0-9]*' AND number NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND number NOT GLOB '*.*.*' AND number NOT GLOB '*.*0' AND number NOT GLOB '*.' AND number NOT GLOB '*.???????*')), "qualifier" VARCHAR(16) CHECK (qualifier IN ('gần', 'trên', 'hơn', 'dưới', 'khoảng', 'xấp xỉ', 'ước', 'ước đạt')), "value_text" TEXT CHECK (length(value_text) BETWEEN 1 AND 2000000), "source" TEXT CHECK (length(source) BETWEEN 1 AND 2000000), "comparison" TEXT CHECK (length(comparison) BETWEEN 1 AND 2000000), "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE, CHECK (number IS NULL OR value_text IS NULL));
CREATE TABLE "evidence" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "code" TEXT CHECK (length(code) BETWEEN 1 AND 2000000), "title" TEXT CHECK (length(title) BETWEEN 1 AND 2000000), "symbol" TEXT CHECK (length(symbol) BETWEEN 1 AND 2000000), "date" VARCHAR(10) CHECK (date IN ('-', '--') OR (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(date) IS date AND date BETWEEN '1900' AND '2100-12-31')), "kept" TEXT CHECK (length(kept) BETWEEN 1 AND 2000000), "address" TEXT CHECK (length(address) BETWEEN 1 AND 2000000), "file" TEXT CHECK (length(file) BETWEEN 1 AND 2000000), "order" VARCHAR(22) CHECK ("order" IN ('-', '--') OR ("order" GLOB '[0-9]*' AND "order" NOT GLOB '*[^0-9.]*' AND "order" NOT GLOB '0[0-9]*' AND "order" NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND "order" NOT GLOB '*.*')), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "evidence_file" ("hash" VARCHAR(64) NOT NULL PRIMARY KEY, "data" BLOB NOT NULL);
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
CREATE TABLE "grid_cell" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "cell" VARCHAR(129) NOT NULL, "number" VARCHAR(22) CHECK (number IN ('-', '--') OR (number GLOB '[0-9]*' AND number NOT GLOB '*[^0-9.]*' AND number NOT GLOB '0[0-9]*' AND number NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND number NOT GLOB '*.*.*' AND number NOT GLOB '*.*0' AND number NOT GLOB '*.' AND number NOT GLOB '*.???????*')), "qualifier" VARCHAR(16) CHECK (qualifier IN ('gần', 'trên', 'hơn', 'dưới', 'khoảng', 'xấp xỉ', 'ước', 'ước đạt')), "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE, CHECK (number IS NULL OR text IS NULL));
CREATE TABLE "ledger" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "at" VARCHAR(27) NOT NULL, "user" TEXT NOT NULL, "kind" VARCHAR(16) NOT NULL, "subject" VARCHAR(64) NOT NULL, "digest" BLOB, "words" TEXT, "hash" BLOB NOT NULL);
INSERT INTO "ledger" VALUES(1,'2026-11-30T10:35:27.649865Z','','person','1',X'E6099D5F5FF9D132DA84332BAC2C886A005BDF0814F5459C71D195880A255150',NULL,X'4FFC2B7EFB4798184A45BAD85FED489376AD6C458E296F1558BF2CA9A6B299E4');
INSERT INTO "ledger" VALUES(2,'2026-11-30T10:35:27.649865Z','','person','2',X'774CF4B76A3A4C67373D0D8E39046E4930ED4E5B1C3C3A3FFCF7681748FF7D32',NULL,X'A8F5C6BE8116762E8EDD84DFA71378A6CD688E3ABD2951FB7592057899196529');
INSERT INTO "ledger" VALUES(3,'2026-11-30T10:35:27.649865Z','','person','3',X'FD5AFAFB0FF9D4DECC528A3EEC4111BECE8ADA74A8337CD2DF5034E07155502B',NULL,X'3B6F236DD83649886A606934AA034D31CF7F5A0DF635ACF14D63F879F9CE2E44');
INSERT INTO "ledger" VALUES(4,'2026-11-30T10:35:27.649865Z','','person','4',X'C778937A98D766FB5009F3C0E982A2442C00FB75094713FF7D5927B638CF6928',NULL,X'892A4E9558A7B4CF45408AC7DD1815F6153C9F03CCBBA2D7FD34B8E842D44614');
INSERT INTO "ledger" VALUES(5,'2026-11-30T10:35:27.649865Z','','centre','1',X'8D1970DC64AF931BAD2C410309C6D3F740F5D73B71EEFC557A54AF94768A6040',NULL,X'B6B7268799044E7E51270C41AEDAEBB72938F699D21F0333E50B171B06164D6D');
INSERT INTO "ledger" VALUES(6,'2026-11-30T10:35:27.649865Z','','form','9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c',X'9EF201672072D4F0CF9D131C0365C0969B29898D286F3941A71A64CB9418A4F3',NULL,X'98F8D7EE2B68BBA6BE8FF2E7D3DECC6602B36B3840546411A67D78186B64F9AF');
INSERT INTO "ledger" VALUES(7,'2026-11-30T10:35:27.649865Z','','staff_change','1',X'5987D5D49CFEFC6B51BFAA2105ADDE53FB728058A30DF34186CAF512889BAA05','{"after": "f36cd20495c80eda0b258ca83276d1064a74da7045fb91fe14933f6e2d88d564"}',X'1882A33B465B90B94348367D0E92532059761A6C58279FC06AEE8CEE7BAE8605');
INSERT INTO "ledger" VALUES(8,'2026-11-30T10:35:27.649865Z','','staff_change','2',X'3CACF558E9AFC3FC2B2682496D9A623CA4DAD566E0F592228A166740C2B063D2','{"before": "f36cd20495c80eda0b258ca83276d1064a74da7045fb91fe14933f6e2d88d564", "after": "e37ada2d7e2391221e754a5b746d37d7d3c1eaf2f64dfcf9568341ceaa1aa0d5"}',X'3BBE9F311DA9A449A20863A897CF6C2E1B8A148335CF4BFBE98DF37B59899457');
INSERT INTO "ledger" VALUES(9,'2026-11-30T10:35:27.649865Z','','staff_change','3',X'3FC7B737E438CECBF37413E0B0685517CD19B9209A5D5337C3A2897FF1DF5938','{"before": "e37ada2d7e2391221e754a5b746d37d7d3c1eaf2f64dfcf9568341ceaa1aa0d5"}',X'1260FC500ED70FF05201094B542126986C80AB5F067836CD52658F6AB4F23A35');
INSERT INTO "ledger" VALUES(10,'2026-11-30T10:35:27.649865Z','','staff','2',X'ED9CB43F303DDE5F8253229C189E22966C778044C469BBFA1BAF2493EC502636','{"name": "ff595048c35e5d36ad01f04caa49215a1ee1f652a2a70088f07aa3fb30f78e85"}',X'9C1693DA56DE96E9B4FA7A05041FB33FDB7DB03AF1DAA76382829525FF3F2756');
INSERT INTO "ledger" VALUES(11,'2026-11-30T10:35:27.649865Z','','staff','3',X'933C11971A163EDC9374BA106AB5AB88AEFA3AECA4532543EF4273BD917FF55F','{"name": "dde8a892d165ee6b1dab8acee3fe77c377e5cb8839f748522c6810cf60c84eae"}',X'6995BAAA229707885936088987E8047B7F9A2D5683667012367111B4C07BAB44');
INSERT INTO "ledger" VALUES(12,'2026-11-30T10:35:27.649865Z','','staff','4',X'3CA6E3C206A6A53809C6DF93815A77F79D6D8F541D69373F18ADF0AE687B02CE','{"name": "57cc878b5beeb30791d45ec1346720ecc16fb12aecbe1bdc2e072329864a0559"}',X'F7519798525DCD0D590BAD4BF8ED86DACEB3AA8F8B5FD29AD2EAD4AA29BF0135');
INSERT INTO "ledger" VALUES(13,'2026-11-30T10:35:27.649865Z','','year','1',X'AF857E9C386968732B14D00A8D37060190BDF4D3FA1063A9A85FAC855C002DEF',NULL,X'C148AE28D41EEA728914F1512ADC03CB79907BAB2507CB0650CA35F236072367');
INSERT INTO "ledger" VALUES(14,'2026-11-30T10:35:27.649865Z','','version','1/1',X'C3604BE97961D7CFDFE32113EC2437854CBCB870AD30A653324D63FFE46686BB',NULL,X'3143AC407C138BAF52DE0B81A7A3A640CB5C2B36462447DAD629AA174A1F7420');
INSERT INTO "ledger" VALUES(15,'2026-11-30T10:35:27.675455Z','','schema','4',X'72C5F0F6E86D81A1A718633040825ABD3F724B69A2051D81574B2D32024B5103',NULL,X'29EDD655698273D7AB80D15224C301C2BAD2FC49659F2DBC827D853C6982D9B4');
INSERT INTO "ledger" VALUES(16,'2026-11-30T12:18:26.369266Z','','schema','5',X'FC08894D3D600488430044FC4D7C15650912DCA4B4CB7D6B99C21D7F5A9712DA',NULL,X'D66A4D18C61F17E2E3A97108A2442FE55C83225C6731303EE39C26F80EC11838');
INSERT INTO "ledger" VALUES(17,'2026-11-30T15:23:45.161441Z','','schema','6',X'F51C52FB50D9F725BD72DDA9FB1C310BEE4DB86FB0AF09712AD9114780837A98',NULL,X'73E423A911274A78611597C741FA8D7602934C5A4661ADA565D4B678316A4762');
INSERT INTO "ledger" VALUES(18,'2026-11-30T18:35:00.435082Z','','schema','7',X'ED9DA23282F00F29D5E66AFEE468F37498E0EFB87835B20E3D905840E97C779E',NULL,X'F76036F6F9B439328271F9D3D544E30C999B0A973702C139595AE2FD547E5C53');
INSERT INTO "ledger" VALUES(19,'2026-11-30T19:47:40.810514Z','','schema','8',X'0CA9978341E9B2ED32019028FA07B953820F64EBF46950F9B56C1BE000849417',NULL,X'9A7890352AEB8FA405B267168A09395D63AD1EA3047F2D08563DDD61642C5E29');
CREATE TABLE "narrative" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "section" VARCHAR(64) NOT NULL, "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "own_item" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "uid" VARCHAR(64) NOT NULL, "section" TEXT CHECK (length(section) BETWEEN 1 AND 2000000), "label" TEXT CHECK (length(label) BETWEEN 1 AND 2000000), "order" VARCHAR(22) CHECK ("order" IN ('-', '--') OR ("order" GLOB '[0-9]*' AND "order" NOT GLOB '*[^0-9.]*' AND "order" NOT GLOB '0[0-9]*' AND "order" NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND "order" NOT GLOB '*.*')), "status" TEXT CHECK (length(status) BETWEEN 1 AND 2000000), "statement" TEXT CHECK (length(statement) BETWEEN 1 AND 2000000), "evidence" TEXT CHECK (length(evidence) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "participation_rating" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "group" VARCHAR(64) NOT NULL, "level" TEXT CHECK (length(level) BETWEEN 1 AND 2000000), "contribution" VARCHAR(22) CHECK (contribution IN ('-', '--') OR (contribution GLOB '[0-9]*' AND contribution NOT GLOB '*[^0-9.]*' AND contribution NOT GLOB '0[0-9]*' AND contribution NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*' AND contribution NOT GLOB '*.*')), "note" TEXT CHECK (length(note) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "person" ("number" INTEGER NOT NULL PRIMARY KEY, "login" TEXT NOT NULL, "salt" BLOB);
INSERT INTO "person" VALUES(1,'an',X'E8704F1351DBE1BDFE1DEEAD3969DE09');
INSERT INTO "person" VALUES(2,'gd',X'385BE42C01B6D9A1CB9BC553F3E23FB1');
INSERT INTO "person" VALUES(3,'lan',X'CAFEFA503AC1A7849F721E16A9365C3E');
INSERT INTO "person" VALUES(4,'minh',X'2693A1874BBA4193FF35779FEB726B4C');
CREATE TABLE "presence" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "user" TEXT NOT NULL, "place" VARCHAR(330) NOT NULL, "at" VARCHAR(27) NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "reason" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "target" VARCHAR(330) NOT NULL, "text" TEXT CHECK (length(text) BETWEEN 1 AND 2000000), FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE);
CREATE TABLE "report" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "centre_id" INTEGER NOT NULL, "form_hash" VARCHAR(64) NOT NULL, "period_kind" VARCHAR(16) NOT NULL CHECK (period_kind IN ('school_year', 'calendar_year', 'custom')), "period_start" VARCHAR(10) NOT NULL CHECK (period_start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(period_start) IS period_start AND period_start BETWEEN '1900' AND '2100-12-31'), "period_end" VARCHAR(10) NOT NULL CHECK (period_end GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(period_end) IS period_end AND period_end BETWEEN '1900' AND '2100-12-31'), "period_label" VARCHAR(40) NOT NULL, "revision" INTEGER NOT NULL DEFAULT 0 CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "superior" TEXT CHECK (length(superior) BETWEEN 1 AND 2000000), "issuer" TEXT CHECK (length(issuer) BETWEEN 1 AND 2000000), "locality" TEXT CHECK (length(locality) BETWEEN 1 AND 2000000), "symbol" TEXT CHECK (length(symbol) BETWEEN 1 AND 2000000), "number" TEXT CHECK (length(number) BETWEEN 1 AND 2000000), "place" TEXT CHECK (length(place) BETWEEN 1 AND 2000000), "date" VARCHAR(10) CHECK (date IN ('-', '--') OR (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date(date) IS date AND date BETWEEN '1900' AND '2100-12-31')), "addressees" TEXT CHECK (length(addressees) BETWEEN 1 AND 2000000), "legal_basis" TEXT CHECK (length(legal_basis) BETWEEN 1 AND 2000000), "opening" TEXT CHECK (length(opening) BETWEEN 1 AND 2000000), "closing" TEXT CHECK (length(closing) BETWEEN 1 AND 2000000), "recipients" TEXT CHECK (length(recipients) BETWEEN 1 AND 2000000), "authority" TEXT CHECK (length(authority) BETWEEN 1 AND 2000000), "position" TEXT CHECK (length(position) BETWEEN 1 AND 2000000), "signer" TEXT CHECK (length(signer) BETWEEN 1 AND 2000000), "status" VARCHAR(16) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'final')), "appendices" TEXT CHECK (length(appendices) BETWEEN 1 AND 2000000), FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"), FOREIGN KEY ("form_hash") REFERENCES "form_text" ("hash"), CHECK (period_start <= period_end));
INSERT INTO "report" VALUES(1,1,'9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c','calendar_year','2020-01-01','2020-12-31','2020',8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Vũ Thanh Hải','draft',NULL);
CREATE TABLE "report_version" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL, "number" INTEGER NOT NULL CHECK (number IS NULL OR (typeof(number) = 'integer' AND number BETWEEN 0 AND 999999999999999)), "form_hash" VARCHAR(64) NOT NULL, "revision" INTEGER NOT NULL CHECK (revision IS NULL OR (typeof(revision) = 'integer' AND revision BETWEEN 0 AND 999999999999999)), "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "docx" BLOB NOT NULL, "docx_sha256" VARCHAR(64) NOT NULL, "json" BLOB NOT NULL, "json_sha256" VARCHAR(64) NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id"), FOREIGN KEY ("form_hash") REFERENCES "form_text" ("hash"));
INSERT INTO "report_version" VALUES(1,1,1,'9bd7d075d7e604b49d42a89798ba4977c0d83624d8b82a707076f02b7fedd24c',4,'gd','2026-11-30T09:10:13.102824Z',X'504B20646F6378','3cdc0e20c563aabc092a2bccdf2fa0fa146324acee4a2c2d4f33378958449286',X'7B0A22666F726D6174223A20227474687463642D7265706F7274222C0A22666F726D61745F76657273696F6E223A20312C0A22666F726D223A207B226B6579223A20226B686163222C202276657273696F6E223A20337D2C0A2263656E747265223A207B22636F6465223A20226D616F2D6B6865222C20226E616D65223A20225454485443C490207068C6B0E1BB9D6E67204DE1BAA16F204B68C3AA227D2C0A22706572696F64223A207B226B696E64223A202263616C656E6461725F79656172222C20227374617274223A2022323032302D30312D3031222C2022656E64223A2022323032302D31322D3331222C20226C6162656C223A202232303230227D2C0A22616E7377657273223A207B0A20226669677572652F736F5F6170223A20223430222C0A20227265706F72742F7369676E6572223A202256C5A9205468616E682048E1BAA369220A7D2C0A2261637469766974696573223A205B0A207B22756964223A20226131222C202264617465223A2022323032312D30332D3035222C20227469746C65223A20224CE1BB9B70207068C3A170206C75E1BAAD74222C202263617465676F7279223A20226C655F686F69222C202270617274696369706174696F6E73223A20223430227D0A5D0A7D0A','e370a6fcaff91d66118380f784921f5511111889a88880d0da8e03e1200a2be7');
CREATE TABLE "staff" ("login" VARCHAR(64) NOT NULL PRIMARY KEY, "name" TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), "centre_id" INTEGER, "role" VARCHAR(16) NOT NULL CHECK (role IN ('viewer', 'clerk', 'director')), "reads" VARCHAR(16) NOT NULL DEFAULT 'own' CHECK (reads IN ('own', 'all')), FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"));
INSERT INTO "staff" VALUES('gd','Vũ Thanh Hải',NULL,'director','all');
INSERT INTO "staff" VALUES('lan','Nguyễn Thị Lan',NULL,'clerk','all');
INSERT INTO "staff" VALUES('minh','Trần Minh',1,'clerk','all');
CREATE TABLE "staff_change" ("id" INTEGER NOT NULL PRIMARY KEY, "user" TEXT NOT NULL, "at" VARCHAR(27) NOT NULL, "login" VARCHAR(64) NOT NULL, "name_before" TEXT CHECK (length(name_before) BETWEEN 1 AND 200), "role_before" VARCHAR(16) CHECK (role_before IN ('viewer', 'clerk', 'director')), "centre_before_id" INTEGER, "name_after" TEXT CHECK (length(name_after) BETWEEN 1 AND 200), "role_after" VARCHAR(16) CHECK (role_after IN ('viewer', 'clerk', 'director')), "centre_after_id" INTEGER, "reads_before" VARCHAR(16) CHECK (reads_before IN ('own', 'all')), "reads_after" VARCHAR(16) CHECK (reads_after IN ('own', 'all')), FOREIGN KEY ("centre_before_id") REFERENCES "centre" ("id"), FOREIGN KEY ("centre_after_id") REFERENCES "centre" ("id"), CHECK ((name_before IS NULL) = (role_before IS NULL) AND (name_after IS NULL) = (role_after IS NULL)), CHECK (centre_before_id IS NULL OR role_before IS NOT NULL), CHECK (centre_after_id IS NULL OR role_after IS NOT NULL), CHECK (role_before IS NOT NULL OR role_after IS NOT NULL));
INSERT INTO "staff_change" VALUES(1,'gd','2026-11-30T09:10:13.047976Z','an',NULL,NULL,NULL,'Trần An','clerk',1,NULL,'all');
INSERT INTO "staff_change" VALUES(2,'gd','2026-11-30T09:10:13.049274Z','an','Trần An','clerk',1,'Trần Văn An','clerk',1,'all','all');
INSERT INTO "staff_change" VALUES(3,'gd','2026-11-30T09:10:13.050340Z','an','Trần Văn An','clerk',1,NULL,NULL,NULL,'all',NULL);
CREATE INDEX "activity_report_id_category_classes_participations" ON "activity" ("report_id", "category", "classes", "participations");
CREATE INDEX "activity_report_id_date_uid" ON "activity" ("report_id", "date", "uid");
CREATE UNIQUE INDEX "activity_report_id_uid" ON "activity" ("report_id", "uid");
CREATE UNIQUE INDEX "activityresult_report_id_row" ON "activity_result" ("report_id", "row");
CREATE INDEX "auditblock_report_id" ON "audit_block" ("report_id");
CREATE UNIQUE INDEX "auditchange_op_id" ON "audit_change" ("op_id");
CREATE UNIQUE INDEX "auditchange_report_id_revision" ON "audit_change" ("report_id", "revision");
CREATE UNIQUE INDEX "auditchange_report_id_user_revision" ON "audit_change" ("report_id", "user", "revision");
CREATE INDEX "auditentry_change_id" ON "audit_entry" ("change_id");
CREATE INDEX "auditentry_report_id_place" ON "audit_entry" ("report_id", "place");
CREATE UNIQUE INDEX "boardmember_report_id_uid" ON "board_member" ("report_id", "uid");
CREATE UNIQUE INDEX "carriedover_report_id_target" ON "carried_over" ("report_id", "target");
CREATE UNIQUE INDEX "centre_code" ON "centre" ("code");
CREATE UNIQUE INDEX "checklistanswer_report_id_item" ON "checklist_answer" ("report_id", "item");
CREATE UNIQUE INDEX "criterionscore_report_id_criterion" ON "criterion_score" ("report_id", "criterion");
CREATE UNIQUE INDEX "effectivenessindicator_report_id_key" ON "effectiveness_indicator" ("report_id", "key");
CREATE UNIQUE INDEX "evidence_report_id_uid" ON "evidence" ("report_id", "uid");
CREATE UNIQUE INDEX "figure_report_id_key" ON "figure" ("report_id", "key");
CREATE UNIQUE INDEX "gridcell_report_id_cell" ON "grid_cell" ("report_id", "cell");
CREATE INDEX "ledgerentry_kind_subject" ON "ledger" ("kind", "subject");
CREATE UNIQUE INDEX "narrative_report_id_section" ON "narrative" ("report_id", "section");
CREATE UNIQUE INDEX "ownitem_report_id_uid" ON "own_item" ("report_id", "uid");
CREATE UNIQUE INDEX "participationrating_report_id_group" ON "participation_rating" ("report_id", "group");
CREATE UNIQUE INDEX "person_login" ON "person" ("login");
CREATE UNIQUE INDEX "presence_report_id_user" ON "presence" ("report_id", "user");
CREATE UNIQUE INDEX "reason_report_id_target" ON "reason" ("report_id", "target");
CREATE INDEX "report_centre_id" ON "report" ("centre_id");
CREATE UNIQUE INDEX "report_centre_id_form_hash_period_label" ON "report" ("centre_id", "form_hash", "period_label");
CREATE INDEX "report_form_hash" ON "report" ("form_hash");
CREATE INDEX "report_period_end" ON "report" ("period_end");
CREATE INDEX "report_period_label" ON "report" ("period_label");
CREATE INDEX "reportversion_form_hash" ON "report_version" ("form_hash");
CREATE UNIQUE INDEX "reportversion_report_id_number" ON "report_version" ("report_id", "number");
CREATE INDEX "staff_centre_id" ON "staff" ("centre_id");
CREATE TRIGGER "audit_block_delete" BEFORE DELETE ON "audit_block" WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'deleted_year' AND ledger.subject = CAST(OLD.report_id AS TEXT)) BEGIN SELECT RAISE(ABORT, 'audit_block is append-only'); END;
CREATE TRIGGER "audit_block_update" BEFORE UPDATE OF "change_id", "report_id", "data" ON "audit_block" BEGIN SELECT RAISE(ABORT, 'audit_block is append-only'); END;
CREATE TRIGGER "audit_change_delete" BEFORE DELETE ON "audit_change" WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'deleted_year' AND ledger.subject = CAST(OLD.report_id AS TEXT)) BEGIN SELECT RAISE(ABORT, 'audit_change is append-only'); END;
CREATE TRIGGER "audit_change_update" BEFORE UPDATE OF "id", "report_id", "op_id", "revision", "at", "undoes", "hash" ON "audit_change" BEGIN SELECT RAISE(ABORT, 'audit_change is append-only'); END;
CREATE TRIGGER "audit_change_user" BEFORE UPDATE OF "user" ON "audit_change" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.user AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'audit_change is append-only'); END;
CREATE TRIGGER "audit_entry_delete" BEFORE DELETE ON "audit_entry" WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'deleted_year' AND ledger.subject = CAST(OLD.report_id AS TEXT)) BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER "audit_entry_update" BEFORE UPDATE OF "id", "change_id", "report_id", "place", "before", "after" ON "audit_entry" BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER "evidence_file_delete" BEFORE DELETE ON "evidence_file" BEGIN SELECT RAISE(ABORT, 'evidence_file is append-only'); END;
CREATE TRIGGER "evidence_file_update" BEFORE UPDATE OF "hash", "data" ON "evidence_file" BEGIN SELECT RAISE(ABORT, 'evidence_file is append-only'); END;
CREATE TRIGGER "ledger_delete" BEFORE DELETE ON "ledger" BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER "ledger_update" BEFORE UPDATE OF "id", "at", "kind", "subject", "digest", "words", "hash" ON "ledger" BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER "ledger_user" BEFORE UPDATE OF "user" ON "ledger" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.user AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER "person_delete" BEFORE DELETE ON "person" BEGIN SELECT RAISE(ABORT, 'person is append-only'); END;
CREATE TRIGGER "person_login" BEFORE UPDATE OF "login" ON "person" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.login AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'person is append-only'); END;
CREATE TRIGGER "person_salt" BEFORE UPDATE OF "salt" ON "person" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.login AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'person is append-only'); END;
CREATE TRIGGER "person_update" BEFORE UPDATE OF "number" ON "person" BEGIN SELECT RAISE(ABORT, 'person is append-only'); END;
CREATE TRIGGER "report_delete" BEFORE DELETE ON "report" WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'deleted_year' AND ledger.subject = CAST(OLD.id AS TEXT)) BEGIN SELECT RAISE(ABORT, 'report is append-only'); END;
CREATE TRIGGER "report_version_delete" BEFORE DELETE ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
CREATE TRIGGER "report_version_update" BEFORE UPDATE OF "id", "report_id", "number", "form_hash", "revision", "at", "docx", "docx_sha256", "json", "json_sha256" ON "report_version" BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
CREATE TRIGGER "report_version_user" BEFORE UPDATE OF "user" ON "report_version" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.user AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'report_version is append-only'); END;
CREATE TRIGGER "staff_change_delete" BEFORE DELETE ON "staff_change" BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_login" BEFORE UPDATE OF "login" ON "staff_change" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.login AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_name_after" BEFORE UPDATE OF "name_after" ON "staff_change" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.login AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_name_before" BEFORE UPDATE OF "name_before" ON "staff_change" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.login AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_update" BEFORE UPDATE OF "id", "at", "role_before", "centre_before_id", "role_after", "centre_after_id", "reads_before", "reads_after" ON "staff_change" BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
CREATE TRIGGER "staff_change_user" BEFORE UPDATE OF "user" ON "staff_change" WHEN NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.user AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind = 'erased_person' AND ledger.subject = CAST(person.number AS TEXT))) BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('ledger',19);
INSERT INTO "sqlite_sequence" VALUES('report',1);
COMMIT;
