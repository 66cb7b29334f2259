"""Install the release in this folder, or make an installed one whole again. Started by install.sh on the server.

    FOLDER/current -> releases/NAME           the release that the next start takes
    FOLDER/releases/NAME/bin/tthtcd           what a user starts
    FOLDER/releases/NAME/py3.11               an environment for that Python
    FOLDER/releases/NAME/wheels, install.sh   the bundle itself, to make an environment for another Python from

What stands is never changed under a running session: an environment is made beside the others and tried before a link
leads to it. The standard library alone is used, and neither venv nor pip: Debian has them in packages of their own.
"""

from __future__ import annotations

import sys

try:
    import compileall  # noqa: F401 -- run below, by the same Python
    import errno
    import fcntl
    import hashlib
    import os
    import re
    import shlex
    import shutil
    import subprocess
    import sysconfig
    import tempfile
    import zipfile
    from collections.abc import Iterator
    from contextlib import contextmanager
    from dataclasses import dataclass, replace
    from pathlib import Path
except ImportError as missing:
    print(
        f"Python này thiếu mô-đun {missing.name} của thư viện chuẩn."
        " Debian, Ubuntu: apt install python3 — rồi chạy lại install.sh.",
        file=sys.stderr,
    )
    raise SystemExit(3) from None

FOLDER = "/opt/tthtcd"
HERE = Path(__file__).resolve().parent
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"

LACKS_MODULE = (
    "Python này thiếu mô-đun {} của thư viện chuẩn. Debian, Ubuntu: apt install python3 — rồi chạy lại install.sh."
)
DAMAGED = "Bản cài bị hỏng hoặc chép thiếu: {}. Hãy chép lại tệp rồi cài lại."
LAUNCHER = """\
#!/bin/sh
# Starts this release, by its whole path: a session keeps it, wherever the link that led here leads later.
if [ -x {python} ]; then
    exec {python} -I -X utf8 {program} "$@"
fi
echo {gone} >&2
exit 3
"""
GONE = (
    "tthtcd: Python {} của máy chủ không còn, có lẽ vì hệ điều hành vừa được nâng cấp. Dữ liệu không sao."
    " Quản trị viên hãy gõ: sh {}"
)
PROGRAM = """\
import sys

from tthtcd_tui.cli import main

sys.exit(main())
"""
TRIAL = """\
import pkgutil, importlib.util, tthtcd_tui
is_driven = importlib.util.find_spec("psycopg") is not None
for module in pkgutil.walk_packages(tthtcd_tui.__path__, "tthtcd_tui."):
    if not module.name.endswith("__main__") and (is_driven or ".storage.postgres." not in module.name):
        importlib.import_module(module.name)
"""
"""All that the program may load, but for the engine whose driver a bundle brings along only when it is asked to."""
LOST_DRIVER = (
    "Chú ý: bản trước nối được với máy chủ PostgreSQL, bản này thì không. Dữ liệu ở máy chủ ấy thì trở lại bản cũ bằng"
    "\nlệnh trên, rồi tạo bản cài lại:  make bundle WITH=postgres"
)


class Refused(Exception):
    """It cannot be installed; the text says why and what to do next."""


@dataclass(frozen=True)
class Bundle:
    """What bundle.txt says: the release, and the machines it is for."""

    name: str
    pythons: str
    platform: str
    glibc: str

    @classmethod
    def read(cls, folder: Path) -> Bundle:
        lines = (folder / "bundle.txt").read_text(encoding="utf-8").splitlines()
        return cls(**dict(line.split("=", 1) for line in lines))

    def __str__(self) -> str:
        return f"name={self.name}\npythons={self.pythons}\nplatform={self.platform}\nglibc={self.glibc}\n"


# -- is this the machine it is for -----------------------------------------------------------------------------------


def refuse_another_machine(bundle: Bundle) -> None:
    """Raise Refused, naming both, unless the wheels of `bundle` are for this Python and this machine."""
    platform = sysconfig.get_platform()
    if PYTHON not in bundle.pythons.split() or platform != bundle.platform:
        theirs = f"Python {bundle.pythons.replace(' ', ' hoặc ')}, {bundle.platform}"
        machine, extra = platform.removeprefix("linux-"), " WITH=postgres" if has_driver(HERE) else ""
        raise Refused(
            f"Bản cài này dành cho {theirs}; máy này là Python {PYTHON}, {platform}.\n"
            f"Trên máy có mạng, tạo bản cài hợp với máy này:  make bundle PYTHON={PYTHON} PLATFORM={machine}{extra}"
        )
    if sys.implementation.name != "cpython" or sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise Refused(f"Bản cài này dành cho CPython {PYTHON} thường; “{sys.executable}” là loại khác.")
    if _numbers(_glibc()) < _numbers(bundle.glibc):
        raise Refused(
            f"Bản cài này cần thư viện hệ thống glibc {bundle.glibc} trở lên; máy này có {_glibc() or 'loại khác'}."
            " Hãy dùng một hệ điều hành mới hơn: Debian 12, Ubuntu 24.04, Red Hat 9."
        )


def _glibc() -> str:
    """«2.36»; nothing where the system's C library is another."""
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")[2]
    except (ValueError, OSError):
        return ""


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


# -- the bundle -------------------------------------------------------------------------------------------------------


def sums(folder: Path) -> dict[str, str]:
    """The files of a bundle with their SHA-256, as SHA256SUMS lists them."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def refuse_damaged(folder: Path) -> dict[str, str]:
    """The files of the bundle in `folder`, each as it was made. Raises Refused."""
    listed = sums(folder) if (folder / "SHA256SUMS").is_file() else {"SHA256SUMS": ""}
    for name, digest in listed.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise Refused(DAMAGED.format(name))
    return listed


def bring_in(bundle: Bundle, listed: dict[str, str], release: Path) -> None:
    """Put the bundle where releases stand; into the same release for another Python, what that has not."""
    if not release.exists():
        with made_beside(release) as part:
            for name in [*listed, "SHA256SUMS"]:
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(HERE / name, part / name)
        return
    there = Bundle.read(release)
    for name in sorted(listed.keys() - sums(release).keys()):
        write(release / name, (HERE / name).read_bytes())
    pythons = sorted({*there.pythons.split(), *bundle.pythons.split()}, key=_numbers)
    text = str(replace(there, pythons=" ".join(pythons)))
    write(release / "bundle.txt", text.encode())
    of_text = {"bundle.txt": hashlib.sha256(text.encode()).hexdigest()}
    lines = [f"{digest}  {name}\n" for name, digest in sorted({**listed, **sums(release), **of_text}.items())]
    write(release / "SHA256SUMS", "".join(lines).encode())


@contextmanager
def made_beside(target: Path) -> Iterator[Path]:
    """A folder that becomes `target` when all has gone well, and goes when not."""
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file whole or not at all, in a folder that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.chmod(mode)
    part.replace(path)


def link(path: Path, to: str | Path) -> None:
    """Let the link at `path` lead elsewhere; at every moment it leads somewhere."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    part.symlink_to(to)
    part.replace(path)


# -- the environment --------------------------------------------------------------------------------------------------


def make_environment(release: Path, name: str) -> None:
    """An environment of `release` for this Python: made, tried, and only then the one that is started."""
    target = release / f"py{PYTHON}"
    if target.exists():
        with tempfile.TemporaryDirectory(dir=release, prefix=".trial.") as folder:
            trial = Path(folder)
            shutil.copytree(target / "bin", trial / "bin", symlinks=True)
            shutil.copyfile(target / "release.txt", trial / "release.txt")
            (trial / "lib").symlink_to(target / "lib")
            lead_to_python(trial)
            refuse_broken(trial, name)
        lead_to_python(target)
    else:
        with made_beside(target) as part:
            unpack(release / "wheels", part / "lib" / f"python{PYTHON}" / "site-packages")
            write(part / "release.txt", f"{name}\n".encode())
            write(part / "bin" / "tthtcd", PROGRAM.encode())
            lead_to_python(part)
            # A library may ship a file that no Python compiles, and the program does not miss it.
            run(part, "-m", "compileall", "-qq", "-j0", "--invalidation-mode", "unchecked-hash", str(part / "lib"))
            refuse_broken(part, name)
    write(release / "bin" / "tthtcd", launcher(release, target).encode(), 0o755)


def unpack(wheels: Path, site: Path) -> None:
    """Every wheel for this Python, which `make bundle` has seen to be plain: code and data beside each other."""
    site.mkdir(parents=True)
    for wheel in sorted([*wheels.glob("any/*.whl"), *wheels.glob(f"py{PYTHON}/*.whl")]):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site, [name for name in archive.namelist() if ".data/" not in name])


def lead_to_python(environment: Path) -> None:
    """Make `environment` one of the Python that runs this: a link, and where its standard library is."""
    python = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    settings = f"home = {python.parent}\ninclude-system-site-packages = false\nversion = {sys.version.split()[0]}\n"
    write(environment / "pyvenv.cfg", settings.encode())
    link(environment / "bin" / "python", python)


def run(environment: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    python = environment / "bin" / "python"
    return subprocess.run(
        [python, "-I", *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def refuse_broken(environment: Path, name: str) -> None:
    """Raise Refused unless all that the program may load can be loaded, and it says its name."""
    for arguments, said in (("-c", TRIAL), ""), ((str(environment / "bin" / "tthtcd"), "--version"), f"tthtcd {name}"):
        tried = run(environment, *arguments)
        if tried.returncode != 0 or tried.stdout.strip() != said:
            raise Refused(_broken(tried.stderr))


def _broken(complaint: str) -> str:
    last = complaint.strip().rpartition("\n")[2]
    found = re.fullmatch(r"ModuleNotFoundError: No module named '(\w+).*'", last)
    if found and found[1] in sys.stdlib_module_names:
        return LACKS_MODULE.format(found[1])
    return f"Cài xong nhưng chương trình không chạy được ({last}), nên bản đang dùng được giữ nguyên."


def launcher(release: Path, environment: Path) -> str:
    quoted = shlex.quote
    return LAUNCHER.format(
        python=quoted(str(environment / "bin" / "python")),
        program=quoted(str(environment / "bin" / "tthtcd")),
        gone=quoted(GONE.format(PYTHON, quoted(str(release / "install.sh")))),
    )


# -- the command ------------------------------------------------------------------------------------------------------


def install(folder: Path) -> str:
    """Install the bundle of this folder into `folder`, or heal the release that this folder is; what to say of it."""
    listed = refuse_damaged(HERE)
    bundle = Bundle.read(HERE)
    refuse_another_machine(bundle)
    is_healing = HERE.parent.name == "releases"
    root = HERE.parents[1] if is_healing else folder.absolute()
    release = root / "releases" / bundle.name
    release.parent.mkdir(parents=True, exist_ok=True)
    with (root / ".install.lock").open("a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_healing:
            bring_in(bundle, listed, release)
        make_environment(release, bundle.name)
        if is_healing:
            return f"Bản {bundle.name} chạy được với Python {PYTHON}."
        before = current(root)
        link(root / "current", Path("releases", bundle.name))
    words = f"Đã cài bản {bundle.name} cho Python {PYTHON}: {root / 'current' / 'bin' / 'tthtcd'}"
    if before and before != bundle.name:
        words += (
            f"\nAi đang mở vẫn dùng bản cũ đến khi thoát. Muốn trở lại bản cũ:"
            f"\n  ln -sfn {shlex.quote(f'releases/{before}')} {shlex.quote(str(root / 'current'))}"
        )
        if has_driver(root / "releases" / before) and not has_driver(release):
            words += f"\n{LOST_DRIVER}"
    return words


def has_driver(release: Path) -> bool:
    """Whether a bundle, or a release, brings what speaks to a PostgreSQL server."""
    return any(release.glob("wheels/*/psycopg-*.whl"))


def current(root: Path) -> str:
    """The name of the release that starts now; nothing where there is none."""
    path = root / "current"
    return path.readlink().name if path.is_symlink() else ""


def in_words(error: OSError) -> str:
    path = f"“{error.filename}”" if error.filename else "thư mục cài đặt"
    reasons = {
        errno.EROFS: "ổ đĩa hoặc thư mục ấy chỉ cho đọc. Hãy cài vào nơi khác:  sh install.sh THƯ_MỤC",
        errno.EACCES: "tài khoản này không có quyền. Hãy chạy với quyền root, hoặc cài vào nơi khác.",
        errno.EPERM: "tài khoản này không có quyền. Hãy chạy với quyền root, hoặc cài vào nơi khác.",
        errno.ENOSPC: "ổ đĩa đã đầy. Hãy dọn bớt rồi cài lại; bản đang dùng không bị ảnh hưởng.",
    }
    if error.errno in reasons:
        return f"Không cài được vì không ghi được {path}: {reasons[error.errno]}"
    return f"Không cài được: {path}: {error.strerror}."


def main(arguments: list[str]) -> int:
    """Install; 0 when it is done, 2 for a mistaken command, 3 when it cannot be done."""
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        print(f"Cách dùng: sh install.sh [THƯ_MỤC], mặc định là {FOLDER}.", file=sys.stderr)
        return 2
    try:
        print(install(Path(*arguments or [FOLDER])))
    except Refused as refused:
        print(refused, file=sys.stderr)
    except OSError as error:
        print(in_words(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("Đã dừng. Bản đang dùng không thay đổi; muốn cài thì chạy lại.", file=sys.stderr)
        return 130
    else:
        return 0
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
