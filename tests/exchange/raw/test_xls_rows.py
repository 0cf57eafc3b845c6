"""Old workbooks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lapor_lab.errors import OptionalDependencyError
from lapor_lab.exchange.raw.table_source import open_tables

XLS = Path(__file__).parents[2] / "data/ekspor_17_kolom.xls"
BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."


def rename_storage(content: bytes, old: str, new: str) -> bytes:
    name = old.encode("utf-16-le")
    at = content.rindex(name)
    entry = new.encode("utf-16-le").ljust(64, b"\x00") + (2 * len(new) + 2).to_bytes(2, "little")
    return content[:at] + entry + content[at + 66 :]


def test_macros_in_an_old_workbook_are_refused(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    """They stand in a storage of their own."""
    path = tmp_path / "x.xls"
    path.write_bytes(rename_storage(XLS.read_bytes(), "Root Entry", "_VBA_PROJECT_CUR"))

    assert (
        refusal(path) == ": holds macros, which are never opened. Save it as .xlsx without macros."
    )


def test_a_password_is_asked_for_nowhere(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    """A workbook under a password is refused; so is an .xlsx whose parts are encrypted."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(rename_storage(XLS.read_bytes(), "Workbook", "EncryptedPackage"))

    assert refusal(path) == ": is protected by a password. Save it without one."


def test_a_far_cell_of_an_old_workbook_is_refused(
    tmp_path: Path, refusal: Callable[[Path], str]
) -> None:
    """Its format could name column 65,535, for which a reader would take all memory."""
    content = XLS.read_bytes()
    path = tmp_path / "x.xls"
    record = (0x00FD).to_bytes(2, "little") + (10).to_bytes(2, "little")
    at = content.index(record + (11).to_bytes(2, "little") + (0).to_bytes(2, "little"))
    path.write_bytes(content[: at + 6] + b"\xff\xff" + content[at + 8 :])

    assert refusal(path) == BROKEN


def test_without_calamine_an_old_workbook_names_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only .xls needs python-calamine."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(OptionalDependencyError) as caught:
        open_tables(XLS)
    assert str(caught.value) == (
        "python-calamine is not installed. Run: pip install python-calamine"
    )


def test_a_panic_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture, refusal: Callable[[Path], str]
) -> None:
    """A panic of Rust is no Exception; it becomes a refusal, and its stack is not shown."""

    class PanicException(BaseException):
        pass

    class Book:
        @staticmethod
        def from_path(_: str) -> None:
            subprocess.run(["sh", "-c", "echo stack >&2"], check=True)
            raise PanicException

    monkeypatch.setattr("python_calamine.CalamineWorkbook", Book)

    assert refusal(XLS) == BROKEN
    assert capfd.readouterr().err == ""
