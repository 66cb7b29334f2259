"""The report exported from the screens: under which name, in which folder, and how it gets to one's own machine."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.export_report import ExportFormat
from tthtcd_tui.tasks.problem import TaskProblem

_FOLDER_OF_A_SERVER = "xuat-ra"
_USUAL_PORT = "22"


@dataclass(frozen=True, slots=True)
class ExportFolder:
    """Where exports go. On a shared server people have no files of their own there, and may name no folder."""

    folder: Path
    is_served: bool

    @classmethod
    def of_this_machine(cls) -> ExportFolder:
        """Where the program was started."""
        return cls(Path.cwd(), is_served=False)

    @classmethod
    def of_a_server(cls, store: Store, user: str) -> ExportFolder:
        """A folder beside the database, one for each person."""
        return cls(store.path.absolute().parent / _FOLDER_OF_A_SERVER / safe_name(user, ""), is_served=True)

    def path(self, name: str) -> Path:
        """The file that `name` means; its folder is made where it is ours. Raises TaskProblem."""
        if not name:
            raise TaskProblem("Tên tệp đang để trống. Hãy đặt tên, ví dụ bao-cao.docx.")
        if not self.is_served:
            try:
                return self.folder / Path(name).expanduser()
            except RuntimeError:  # no home of that name
                raise TaskProblem(f"Không rõ thư mục “{name}”. Hãy ghi đường dẫn đầy đủ.") from None
        if name != safe_name(name, ""):
            raise TaskProblem(
                "Trên máy chủ dùng chung chỉ đặt tên tệp, không ghi thư mục."
                f" Ví dụ: {safe_name(Path(name).stem, Path(name).suffix)}"
            )
        try:
            make_own_folder(self.folder)
        except FileProblem as problem:
            raise TaskProblem(problem.message) from None
        return self.folder / name


def usual_name(year: Year, export_format: ExportFormat, draft: bool) -> str:
    """«bao-cao-2020-2021.docx», a draft with «-du-thao»."""
    return safe_name(f"bao-cao-{year.period.label}{'-du-thao' if draft else ''}", f".{export_format}")


def fetching(
    folder: ExportFolder, path: Path, year: Year, export_format: ExportFormat, draft: bool, environ: Mapping[str, str]
) -> str:
    """The command that brings the file to the machine one sits at; nothing where it is there already."""
    connection = environ.get("SSH_CONNECTION", "").split()
    if len(connection) != 4:
        return ""
    address, port = connection[2:]
    user = f"{environ['USER']}@" if environ.get("USER") else ""
    if not folder.is_served:
        at = "" if port == _USUAL_PORT else f"-P {port} "
        host = f"[{address}]" if ":" in address else address  # else the path would begin at the first colon
        return f"scp {at}{user}{host}:{shlex.quote(str(path))} ."
    at = "" if port == _USUAL_PORT else f"-p {port} "
    options = ("" if export_format is ExportFormat.DOCX else f" --format {export_format}") + " --draft" * draft
    return f"ssh {at}{user}{address} export {shlex.quote(year.period.label)}{options} > {shlex.quote(path.name)}"
