#!/bin/sh
# Makes sure the virtual environment is there and up to date; says nothing when it is. Called by the Makefile.
#
#   setup.sh VENV SET      SET: «runtime» (what a user needs), «dev» (that, and what tests and checks need)
#                          or «locking» (what make lock needs)
#
# PYTHON names the interpreter; without it the first of python3, python3.14 … python3.11 that is 3.11 or newer is taken.
# POSIX sh, so that this much runs anywhere and can say what is missing; setup_env.py does the work.
set -eu

venv=$1
set=$2
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME # another project's modules must not leak in

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

identity() {
    "$1" -c 'import sys; print(sys.version, sys.base_prefix)' 2>/dev/null
}

# An upgrade of the system may have taken its Python away, or put another version in its place.
still_runs() {
    version=$("$venv/bin/python" -I -S -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) &&
        [ -d "$venv/lib/python$version" ]
}

# All that the environment was made from, and where: a moved folder needs a new one.
key=$({ pwd && cat requirements/*.lock pyproject.toml tools/setup.sh tools/setup_env.py; } | cksum)
if [ "$(cat "$venv/.ready-$set" 2>/dev/null)" = "$key" ] && still_runs; then
    if [ -z "${PYTHON:-}" ] || [ "$(identity "$PYTHON")" = "$(identity "$venv/bin/python")" ]; then
        exit 0
    fi
fi

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if new_enough "$python"; then
        exec "$python" tools/setup_env.py "$venv" "$set" "$key"
    fi
done

cat >&2 <<'END'
Cần Python 3.11 trở lên, nhưng không tìm thấy trên máy này.
  Debian, Ubuntu:  sudo apt install python3 python3-venv
  Fedora:          sudo dnf install python3
  macOS:           brew install python
Nếu đã cài ở nơi khác, hãy chỉ rõ:  make demo PYTHON=<đường dẫn tới python3.11 hoặc mới hơn>

Python 3.11 or newer is needed and was not found. Install it as above, or name it: make demo PYTHON=...
END
exit 3
