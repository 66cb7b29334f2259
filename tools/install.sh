#!/bin/sh
# Installs the release that this folder holds; inside an installed release, makes it whole again for the Python that is
# here now. Needs no network, no pip, no venv: a Python of the right version and its standard library.
#
#   sh install.sh [FOLDER]      FOLDER: where releases stand (/opt/tthtcd)
#
# PYTHON names the interpreter; without it python3.11 and so on, and python3, are looked at.
# POSIX sh, so that this much runs anywhere and can say what is missing; install.py does the work.
set -eu
umask 022 # another account runs what is installed

here=$(cd "$(dirname "$0")" && pwd -P)
if [ ! -f "$here/bundle.txt" ]; then
    echo "Bản cài bị hỏng hoặc chép thiếu: $here/bundle.txt. Hãy chép lại tệp rồi cài lại." >&2
    exit 3
fi
pythons=$(sed -n 's/^pythons=//p' "$here/bundle.txt")
named=${PYTHON:-}
found=
for python in ${named:-$(printf 'python%s ' $pythons) python3}; do
    version=$("$python" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    case " $pythons " in
    *" $version "*) exec "$python" -I -X utf8 "$here/install.py" "$@" ;;
    *) found=$version ;;
    esac
done

for_these=$(echo "$pythons" | sed 's/ / hoặc /g')
case $found in
'')
    cat >&2 <<END
Cần Python $for_these, nhưng không tìm thấy${named:+ ở “$named”}.
  Debian, Ubuntu:  apt install python3
Nếu đã cài ở nơi khác, hãy chỉ rõ:  PYTHON=<đường dẫn tới python> sh $here/install.sh
END
    ;;
3.1[1-9] | 3.[2-9][0-9])
    cat >&2 <<END
Bản cài này dành cho Python $for_these, nhưng Python của máy này là $found.
Trên máy có mạng, tạo bản cài cho Python ấy:  make bundle PYTHON=$found
rồi chép tệp sang đây và cài như lần đầu.
END
    ;;
*)
    cat >&2 <<END
Bản cài này dành cho Python $for_these, nhưng Python của máy này là $found, đã quá cũ.
Hãy cài Python 3.11 trở lên. Nếu đã cài ở nơi khác, hãy chỉ rõ:  PYTHON=<đường dẫn tới python> sh $here/install.sh
END
    ;;
esac
exit 3
