"""Files of invented exports."""

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from lapor_lab.exchange import load_sample
from lapor_lab.schema import ComplaintLog

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
