"""One file that installs the program on a Linux server without internet. Called by `make bundle`.

make_bundle [--python "3.11 3.13"] [--platform aarch64] [--with postgres] takes the newest wheel in dist, and of each
pin of the runtime lock the wheels for those Pythons and that machine: without them, for the Python and the machine it
is run on. What is not published as a wheel is refused; nothing is built. With postgres the driver of a PostgreSQL
server comes along, which a centre's own install does without. The tar holds them with install.sh, SHA-256 sums and the
guides.

A release is named after the version and its contents: the same sources always give the same name, others another.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

GLIBC = "2.28"
"""The newest C library that a wheel may ask for: older than that of any system with Python 3.11 among its packages."""
LINUX_TAGS = ("manylinux_2_28", "manylinux_2_26", "manylinux_2_24", "manylinux_2_17", "manylinux2014")
MACHINES = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}
DRIVER = ("psycopg", "psycopg-binary")
"""What the extra `server` of the project takes beside the runtime lock; the dev lock pins it."""
CPYTHON = " ; implementation_name != 'pypy'"
"""Always so where a release runs."""
GUIDES = ("docs/quan-tri.md", "docs/huong-dan.md", "CHANGELOG.md", "LICENSE")

NO_WHEELS = """\
Không lấy được các gói cài sẵn (wheel) cho Python {python}, {machine} (nguyên nhân ở trên). Kiểm tra mạng, rồi chạy lại.
The wheels for Python {python} on {machine} could not be fetched (cause above). Check the network and run it again.
"""


class BundleError(Exception):
    """No bundle can be made; the text says why and what to do next."""


def python_versions(asked: str) -> list[str]:
    """«3.11 python3.13» → 3.11, 3.13; the Python that runs this where nothing is asked."""
    words = asked.replace(",", " ").split() or [f"{sys.version_info[0]}.{sys.version_info[1]}"]
    found: set[tuple[int, int]] = set()
    for word in words:
        match = re.fullmatch(r"(?:.*/)?(?:python)?3\.(\d+)", word)
        if match is None or int(match[1]) < 11:
            raise BundleError(f"PYTHON={word}: cần số phiên bản từ 3.11 trở lên, ví dụ PYTHON=3.13 hoặc “3.11 3.13”.")
        found.add((3, int(match[1])))
    return [f"{major}.{minor}" for major, minor in sorted(found)]


def machine_of(asked: str) -> str:
    """«linux-x86_64», «arm64» → the name that Linux gives to the machine."""
    name = asked or sysconfig.get_platform()
    machine = MACHINES.get(name.lower().removeprefix("linux-").removeprefix("linux_"))
    if machine is None:
        raise BundleError(
            f"PLATFORM={name}: bản cài là cho máy chủ Linux, gồm x86_64 và aarch64. Hãy chọn một trong hai."
        )
    return machine


def needed(lock: str) -> str:
    """The pins of `lock` without setuptools, which installs the project from its sources and is never loaded."""
    pins = [pin for pin in re.split(r"\n(?=\S)", lock) if not pin.startswith(("setuptools==", "#"))]
    for pin in pins:
        if ";" in pin:  # pip holds a marker against the Python that it runs on itself
            raise BundleError(f"Not the same for every Python, which a bundle cannot tell: {pin.partition(' --')[0]}")
    return "\n".join(pins)


def driver(lock: str) -> str:
    """The pins of `lock` that speak to a PostgreSQL server."""
    pins = re.split(r"\n(?=\S)", lock)
    found = [pin.replace(CPYTHON, "", 1).rstrip() for name in DRIVER for pin in pins if pin.startswith(f"{name}==")]
    if len(found) != len(DRIVER):
        raise BundleError(f"requirements/dev.lock must pin each of {', '.join(DRIVER)} once.")
    return "\n".join(found) + "\n"


def pinned(root: Path, extra: str) -> str:
    """The pins of a bundle; `extra` is «postgres», or nothing."""
    if extra not in ("", "postgres"):
        raise BundleError(f"WITH={extra}: chỉ có WITH=postgres, kèm phần nối với máy chủ PostgreSQL.")
    pins = needed((root / "requirements" / "runtime.lock").read_text(encoding="utf-8"))
    if not extra:
        return pins
    return f"{pins.rstrip()}\n{needed(driver((root / 'requirements' / 'dev.lock').read_text(encoding='utf-8')))}"


def download(pins: Path, python: str, machine: str, to: Path) -> None:
    """The wheels of `pins`, each held against its hash."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(pins), "-d", str(to)]
    command += ["--implementation", "cp", "--python-version", python]
    command += [word for tag in LINUX_TAGS for word in ("--platform", f"{tag}_{machine}")]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode != 0:
        raise BundleError(f"{done.stdout[-4000:]}\n{NO_WHEELS.format(python=python, machine=machine)}")


def refuse_what_only_pip_installs(wheel: bytes, name: str) -> None:
    """Raise BundleError for a wheel that is more than what lies in site-packages; nobody misses commands of its own."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        if any(".data/" in entry and ".data/scripts/" not in entry for entry in archive.namelist()):
            raise BundleError(f"{name} phải được cài bằng pip (có thư mục .data), nên không đưa vào bản cài được.")


def wheels_of(lock: str, pythons: Iterable[str], machine: str) -> dict[str, bytes]:
    """What of the pins `lock` runs there: wheels/any for any Python, wheels/py3.11 and so on for one."""
    found: dict[str, bytes] = {}
    for python in pythons:
        with tempfile.TemporaryDirectory() as folder:
            pins = Path(folder, "pins.txt")
            pins.write_text(lock, encoding="utf-8")
            download(pins, python, machine, Path(folder))
            for path in sorted(Path(folder).glob("*.whl")):
                place = "any" if path.stem.endswith("-none-any") else f"py{python}"
                found[f"wheels/{place}/{path.name}"] = path.read_bytes()
    for name, content in found.items():
        refuse_what_only_pip_installs(content, name)
    return found


def release_name(version: str, own: bytes, lock: bytes) -> str:
    """The version, and a sum over what is installed: the files of our wheel and the pins."""
    digest = hashlib.sha256(lock)
    with zipfile.ZipFile(io.BytesIO(own)) as archive:
        for name in sorted(archive.namelist()):
            if ".dist-info/" not in name:
                digest.update(name.encode() + b"\0" + hashlib.sha256(archive.read(name)).digest())
    return f"{version}-{digest.hexdigest()[:8]}"


def contents(
    root: Path, own: Path, wheels: Mapping[str, bytes], pythons: Iterable[str], machine: str, extra: str = ""
) -> dict[str, bytes]:
    """The files of a bundle by name, SHA256SUMS the last of them; the release is named in bundle.txt."""
    lock = (root / "requirements" / "runtime.lock").read_bytes()
    if extra:
        lock += pinned(root, extra).encode()
    name = release_name(own.name.split("-")[1], own.read_bytes(), lock)
    told = f"name={name}\npythons={' '.join(pythons)}\nplatform=linux-{machine}\nglibc={GLIBC}\n"
    files = {
        "bundle.txt": told.encode(),
        **{script: (root / "tools" / script).read_bytes() for script in ("install.sh", "install.py")},
        **{guide: (root / guide).read_bytes() for guide in GUIDES},
        f"wheels/any/{own.name}": own.read_bytes(),
        **wheels,
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return {**files, "SHA256SUMS": sums.encode()}


def write_tar(path: Path, files: Mapping[str, bytes]) -> None:
    """A tar of `files` in one folder of its name; the same files give the same bytes."""
    part = path.with_name(f".{path.name}.part")
    with tarfile.open(part, "w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{path.stem}/{name}")
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
    part.replace(path)


def make(root: Path, out: Path, python: str = "", platform: str = "", extra: str = "") -> Path:
    """The bundle of the newest wheel in `out`, beside it."""
    pythons, machine = python_versions(python), machine_of(platform)
    own = max(out.glob("tthtcd_tui-*.whl"), key=lambda path: path.stat().st_mtime_ns)
    files = contents(root, own, wheels_of(pinned(root, extra), pythons, machine), pythons, machine, extra)
    name = files["bundle.txt"].decode().partition("\n")[0].removeprefix("name=")
    told = "".join(f"-{word}" for word in (*(f"py{each}" for each in pythons), f"linux-{machine}", extra) if word)
    path = out / f"tthtcd-{name}{told}.tar"
    write_tar(path, files)
    return path


def main(arguments: list[str] | None = None) -> int:
    """Make the bundle and print its name; 3 when there can be none."""
    parser = argparse.ArgumentParser(prog="make_bundle", description="One file for a server without internet.")
    parser.add_argument("--python", default="", help="versions: 3.11, or “3.11 3.13” for both")
    parser.add_argument("--platform", default="", help="x86_64 or aarch64")
    parser.add_argument("--with", default="", dest="extra", help="postgres: with the driver of a PostgreSQL server")
    options = parser.parse_args(arguments)
    try:
        path = make(ROOT, ROOT / "dist", options.python, options.platform, options.extra)
        print(path.relative_to(ROOT))
    except BundleError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
