"""Name and folder of a file exported from the screens."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, TableName

_FOLDER_OF_A_SERVER = "xuat-ra"


@dataclass(frozen=True, slots=True)
class ExportFolder:
    """Where exports go. On a shared server users have no folders of their own, and may name none."""

    folder: Path
    is_served: bool

    @classmethod
    def of_this_machine(cls) -> ExportFolder:
        """The folder in which the program was started."""
        return cls(Path.cwd(), is_served=False)

    @classmethod
    def of_a_server(cls, store: Store, user: str) -> ExportFolder:
        """A folder beside the database, one for each person."""
        return cls(store.path.absolute().parent / _FOLDER_OF_A_SERVER / _folder_of(user), is_served=True)

    def path(self, name: str) -> Path:
        """The path that `name` means. Creates the folder if it is one of ours. Raises TaskProblem, FileProblem."""
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
        make_own_folder(self.folder)
        return self.folder / name


def _folder_of(user: str) -> str:
    """A folder name unique to the login, although `an/b` and `an-b` look alike once made safe."""
    name = safe_name(user, "")
    return name if name == user else f"{name}-{sha256(user.encode()).hexdigest()[:16]}"


def usual_name(year: Year, export_format: ExportFormat, draft: bool, table: TableName | None = None) -> str:
    """«bao-cao-2020-2021.docx», a draft with «-du-thao»; one table by its own name, «ban-giam-doc-2020-2021.csv»."""
    if table is not None:
        return safe_name(f"{table.stem}-{year.period.label}", f".{export_format}")
    if export_format is ExportFormat.PACKAGE:
        return safe_name(f"goi-du-lieu-{year.period.label}", f".{export_format}")
    return safe_name(f"bao-cao-{year.period.label}{'-du-thao' if draft else ''}", f".{export_format}")


def short_name(year: Year) -> str:
    """«tom-tat-2020-2021.txt»."""
    return safe_name(f"tom-tat-{year.period.label}", ".txt")
