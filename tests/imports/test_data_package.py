"""A data package that comes back: the year's JSON and the copies of its evidence, each what its name says."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from support.old_reports import zipped

from tthtcd_tui.errors import CodecProblem, UnusableFile
from tthtcd_tui.imports.data_package import GivenPackage, read_package, refuse_unlike_package

COPY = "biên bản".encode()
DIGEST = sha256(COPY).hexdigest()
MOST = 1


def package(**more: bytes) -> dict[str, bytes]:
    return {"DOC-TRUOC.txt": b"", "bao-cao.json": b"{}", f"minh-chung/{DIGEST}.pdf": COPY, **more}


def test_the_year_and_its_copies() -> None:
    assert read_package(zipped(package()), MOST, 100) == GivenPackage(b"{}", {DIGEST: COPY})


def test_packed_again_with_a_folder_round_it() -> None:
    again = {f"goi-du-lieu-2020-2021/{name}": content for name, content in package().items()}
    assert read_package(zipped(again), MOST, 100) == GivenPackage(b"{}", {DIGEST: COPY})


def test_what_else_lies_in_it_is_nothing_to_us() -> None:
    more = {"minh-chung/ghi-chu.txt": b"x", f"khac/minh-chung/{'0' * 64}.pdf": b"y"}
    assert read_package(zipped(package(**more)), MOST, 100).copies == {DIGEST: COPY}


@pytest.mark.parametrize("copy", [b"bi\xc3\xaan b\xe1\xba\xa3m", b""], ids=["changed", "emptied"])
def test_a_copy_that_is_not_what_its_name_says_has_the_package_refused(copy: bytes) -> None:
    with pytest.raises(UnusableFile, match="không khớp mã kiểm tra, nên chưa nhập gì"):
        read_package(zipped(package(**{f"minh-chung/{DIGEST}.pdf": copy})), MOST, 100)


def test_a_copy_larger_than_any_that_may_be_kept_is_refused() -> None:
    with pytest.raises(UnusableFile, match="không khớp"):
        read_package(zipped(package()), MOST, len(COPY) - 1)


def test_any_other_zip_is_refused_in_words() -> None:
    with pytest.raises(UnusableFile, match="không phải gói dữ liệu của chương trình"):
        read_package(zipped({"anh.png": b"x"}), MOST, 100)


def test_what_unpacks_to_more_than_may_be_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnusableFile, match="bung ra lớn hơn 1 MB"):
        read_package(zipped(package(**{"x.bin": bytes(2 << 20)})), MOST, 100)


def test_data_that_can_be_no_report_is_not_unpacked_whole() -> None:
    with pytest.raises(CodecProblem, match="quá nhiều dữ liệu"):
        read_package(zipped(package(**{"bao-cao.json": b"," * 300_000})), MOST, 100)


def test_an_open_file_is_looked_through_in_the_same_way() -> None:
    refuse_unlike_package(BytesIO(zipped(package())), MOST, 100)
    with pytest.raises(UnusableFile, match="không khớp"):
        refuse_unlike_package(BytesIO(zipped(package(**{f"minh-chung/{DIGEST}.pdf": b"x"}))), MOST, 100)
