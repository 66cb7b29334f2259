"""Make the virtual environment from the lock, whole or not at all. Started by setup.sh.

setup_env.py VENV SET KEY installs requirements/SET.lock by hash, then the project itself, then compiles the
bytecode (without it the program starts four times slower), and last writes KEY into VENV/.ready-SET. A set-up
that was interrupted leaves no such file and is redone from nothing. Two at once take turns.
"""

from __future__ import annotations

import sys

try:
    import errno
    import fcntl
    import importlib.util
    import os
    import subprocess
    import venv
    from pathlib import Path
except ImportError as missing:
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    print(
        f"Python này thiếu mô-đun {missing.name}. Debian, Ubuntu: sudo apt install python3 python3-venv"
        " — rồi chạy lại lệnh make.\n"
        f"This Python lacks the module {missing.name}. Install as above, then run make again.",
        file=sys.stderr,
    )
    raise SystemExit(3) from None

ROOT = Path(__file__).resolve().parent.parent
# What is ready once a set is installed: the dev lock holds every pin of the runtime lock.
READY = {"runtime": ("runtime",), "dev": ("runtime", "dev"), "locking": ("locking",)}

NO_VENV = """\
Python này thiếu mô-đun venv. Debian, Ubuntu: sudo apt install python3-venv — rồi chạy lại lệnh make.
This Python lacks the venv module. Debian, Ubuntu: sudo apt install python3-venv — then run make again.
"""
FAILED = """\
Không chuẩn bị được môi trường (nguyên nhân ở trên). Kiểm tra mạng và chỗ trống trên đĩa, rồi chạy lại make.
The environment could not be set up (cause above). Check the network and free disk space, then run make again.
"""
CLOSED = """\
Không ghi được vào thư mục mã nguồn “{0}”: nó chỉ cho đọc, hoặc thuộc tài khoản khác.
Chép nó sang một thư mục của mình (cp -r {0} ~/tthtcd) rồi chạy lại lệnh make ở đó.
The source folder cannot be written to. Copy it to a folder of your own and run make there.
"""
FULL = """\
Ổ đĩa đã đầy nên không chuẩn bị được môi trường. Dọn bớt rồi chạy lại lệnh make.
The disk is full. Make room, then run make again.
"""


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do next."""


def run(*command: str) -> None:
    """Run one step in silence; its output is shown only if it fails."""
    # What a user's pip settings may ask for, and a virtual environment cannot do.
    environment = os.environ | {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    step = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        close_fds=False,  # a step that outlives us keeps the lock
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if step.returncode != 0:
        raise SetupError(f"{step.stdout[-4000:]}\n{FAILED}")


def is_usable(target: Path) -> bool:
    """Whether the environment was finished, still runs, and is of this very Python."""
    if not any(target.glob(".ready-*")) or not (target / "bin" / "python").exists():
        return False
    identity = "import sys; print(sys.version, sys.base_prefix)"
    found = subprocess.run(
        [target / "bin" / "python", "-c", identity], capture_output=True, encoding="utf-8", check=False
    )
    return found.stdout.strip() == f"{sys.version} {sys.base_prefix}"


def make(target: Path, wanted: str, key: str) -> None:
    """Bring the environment to the state KEY stands for."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(NO_VENV)
    python = str(target / "bin" / "python")
    if is_usable(target):
        print("Đang cập nhật môi trường…", file=sys.stderr, flush=True)
        for ready in target.glob(".ready-*"):
            ready.unlink()
    else:
        print("Đang chuẩn bị môi trường lần đầu (khoảng một phút)…", file=sys.stderr, flush=True)
        venv.EnvBuilder(clear=True, symlinks=True).create(target)
        run(python, "-m", "ensurepip", "--default-pip")

    pip = (python, "-m", "pip", "install", "-q", "--no-compile")
    run(*pip, "--require-hashes", "-r", f"requirements/{wanted}.lock")
    if wanted != "locking":
        run(*pip, "--no-deps", "--no-index", "--no-build-isolation", "-e", ".")
    site_packages = next(target.glob("lib/python3*/site-packages"))
    # Not `run`: a library may ship a file that no Python compiles, and the program does not miss it.
    compile_all = (python, "-m", "compileall", "-qq", "-j0", site_packages, ROOT / "tthtcd_tui")
    subprocess.run(compile_all, close_fds=False, check=False)

    for name in READY[wanted]:
        (target / f".ready-{name}").write_text(key + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Set up under a lock; the exit code is 0 when the environment is ready, 3 when it is not."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # whatever the locale
    try:
        set_up(*arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 3
    except OSError as error:
        print(in_words(error), file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Đã dừng. Lần chạy make sau sẽ làm lại từ đầu.", file=sys.stderr)
        return 130
    return 0


def set_up(name: str, wanted: str, key: str) -> None:
    """Make the environment unless another make has just done it."""
    target = (ROOT / name).resolve()
    ready = target / f".ready-{wanted}"
    with target.with_name(target.name + ".lock").open("a", encoding="utf-8") as lock:
        os.set_inheritable(lock.fileno(), True)
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (is_usable(target) and ready.exists() and ready.read_text(encoding="utf-8").strip() == key):
            make(target, wanted, key)


def in_words(error: OSError) -> str:
    """The sentence for a file that cannot be written."""
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return CLOSED.format(ROOT)
    return FULL if error.errno == errno.ENOSPC else f"{error}\n\n{FAILED}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
