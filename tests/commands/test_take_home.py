"""A year gone on with on a laptop: taken along under a name of its own, brought back, and told what came."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from support.sample_database import sample_database
from support.stores import number, save

from tthtcd_tui.cli import main
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place

PERIOD = "2020-2021"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "nha").mkdir()
    monkeypatch.chdir(tmp_path / "nha")
    return sample_database(tmp_path)


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    return tmp_path / "nha" / "nha.db"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main([*words, "--user", "canbo1"]) == 0
    return capsys.readouterr().out


def taken(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    """The name of the file."""
    [found] = re.findall(
        r"Đã ghi (mang-theo-mao-khe-2020-2021-\d{8}-\d{4}\.json) \(",
        told(capsys, "take-home", PERIOD, "--db", str(path), "--force"),
    )
    return str(found)


def test_there_and_back_with_what_both_did(server: Path, laptop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    along = taken(capsys, server)
    begun = told(capsys, "bring-back", along, "--db", str(laptop))
    assert begun.startswith("Ở đây chưa có năm học 2020-2021 của TTHTCĐ phường Mạo Khê: đã tạo, ")
    done: tuple[tuple[Path, dict[str, Content]], ...] = (
        (laptop, {"figure/dan_so": number(41_000), "figure/so_ho": number(9_001)}),
        (server, {"figure/so_ho": number(9_002), "report/signer": "Vũ Thanh Hải"}),
    )
    for path, cells in done:
        with closing(Store(path)) as store:
            [report] = [year.report_id for year in store.years.all() if year.period.label == PERIOD]
            save(store, report, cells, user="canbo1")
    back = taken(capsys, laptop)
    words = told(capsys, "bring-back", back, "--db", str(server))
    assert re.search(r"^Dân số: .* → 41\.000", words, re.MULTILINE)
    assert "! hai nơi cùng sửa, để nguyên ở đây: Số hộ" in words
    assert words.splitlines()[-1] == (
        "Đã đem về 1 chỗ vào năm học 2020-2021 của TTHTCĐ phường Mạo Khê; hoàn tác được một lần."
        " Để nguyên 1 chỗ hai nơi cùng sửa. Muốn lấy theo tệp, chạy lại với --replace."
    )
    with closing(Store(server)) as store:
        [report] = [year.report_id for year in store.years.all() if year.period.label == PERIOD]
        facts = store.snapshot(report).facts.answers
        assert facts[Place("figure/dan_so")] == number(41_000)
        assert facts[Place("figure/so_ho")] == number(9_002)
        assert facts[Place("report/signer")] == "Vũ Thanh Hải"
    assert "Đã đem về 1 chỗ" in told(capsys, "bring-back", back, "--replace", "--db", str(server))
    assert "không sửa gì thêm" in told(capsys, "bring-back", back, "--db", str(server))


def test_a_file_that_is_there_is_not_written_over(
    server: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nha" / "a.json").write_text("của tôi", encoding="utf-8")
    assert main(["take-home", PERIOD, "-o", "a.json", "--db", str(server)]) == 3
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "nha" / "a.json").read_text(encoding="utf-8") == "của tôi"
