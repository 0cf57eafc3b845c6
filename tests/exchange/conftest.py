"""Files of invented exports, and workbooks to break."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from lapor_lab.errors import InputFileError
from lapor_lab.exchange import load_sample
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.schema import ComplaintLog, label

WriteExport = Callable[..., Path]


@pytest.fixture(scope="session")
def sample() -> ComplaintLog:
    """Return the sample that ships with the kit."""
    return load_sample()


@pytest.fixture
def write_export(tmp_path: Path) -> WriteExport:
    """Return a function that writes a table of texts as a file, by its ending."""

    def write(
        name: str,
        table: pd.DataFrame,
        preamble: list[str] | None = None,
        *,
        delimiter: str = ",",
        encoding: str = "utf-8",
    ) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = [[cell] for cell in preamble or []]
        rows += [list(table.columns), *table.fillna("").astype(str).to_numpy().tolist()]
        if path.suffix == ".xlsx":
            book = xlsxwriter.Workbook(path, {"strings_to_urls": False, "in_memory": True})
            sheet = book.add_worksheet("Laporan")
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell)
            book.close()
        else:
            with path.open("w", encoding=encoding, errors="replace", newline="") as stream:
                csv.writer(stream, delimiter=delimiter).writerows(rows)
        return path

    return write


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a small workbook of two rows."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Tracking ID", "Isi"])
        sheet.write_row(1, 0, ["001", "a & b < c\nd"])
        sheet.write_row(2, 0, [12, 0.1])
    return path


@pytest.fixture
def change_part() -> Callable[[Path, str, bytes, bytes], None]:
    """Return what replaces some bytes in one part of a workbook."""

    def change(path: Path, part: str, old: bytes, new: bytes) -> None:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)

    return change


@pytest.fixture
def refusal() -> Callable[[Path], str]:
    """Return what reads a file that must be refused, and gives the message without the path."""

    def refuse(path: Path) -> str:
        with pytest.raises(InputFileError) as caught:
            [list(table.chunks()) for table in open_tables(path)]
        # Said in Indonesian too, from the same values.
        shown = label(f"error.{caught.value.code}").format(**caught.value.values)
        assert "\n" not in shown
        assert "\n" not in str(caught.value)
        return str(caught.value).removeprefix(f"{path}")

    return refuse
