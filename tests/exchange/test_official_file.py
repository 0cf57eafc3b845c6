"""Files as the official export makes them."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.exchange import open_tables
from lapor_lab.exchange.official_file import KINDS, open_official_file

DAY = pd.Timestamp("2022-08-15")
COLUMNS = ["Tracking ID", "Isi Laporan Awal"]
ROWS = [("01000001", "satu, dua"), ("01000002", '=1+1\n"kutip"'), ("01000003", "")]


def write(path: Path, n_rows: int = len(ROWS)) -> None:
    """Write the rows in two goes."""
    with open_official_file(
        path, COLUMNS, preamble=["JUDUL", "", "ISI"], n_rows=n_rows, day=DAY
    ) as file:
        file.add(ROWS[:1])
        file.add(ROWS[1:])


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_read_as_it_was_written(tmp_path: Path, kind: str) -> None:
    """What stands above the header, the header, and every cell; a formula stays a text."""
    write(tmp_path / f"a.{kind}")
    (table,) = open_tables(tmp_path / f"a.{kind}")
    cells = pd.concat([chunk.cells for chunk in table.chunks()]).fillna("")
    assert [cell for row in table.preamble for cell in row if cell] == ["JUDUL", "ISI"]
    assert list(cells.columns) == COLUMNS
    assert [tuple(row) for row in cells.itertuples(index=False)] == ROWS


@pytest.mark.parametrize("kind", KINDS)
def test_a_failure_leaves_no_file(tmp_path: Path, kind: str) -> None:
    """A file is there when all its rows are, or not at all."""

    def fail() -> None:
        with open_official_file(
            tmp_path / f"a.{kind}", COLUMNS, preamble=[], n_rows=1, day=DAY
        ) as file:
            file.add(ROWS)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_would_be_too_long_is_refused(tmp_path: Path) -> None:
    """Before a row is written; as text it may be as long as it likes."""
    message = "`n_cases` must be <= 1048572 (.xlsx), got 1048573. Write .csv."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        write(tmp_path / "a.xlsx", n_rows=1_048_573)
    write(tmp_path / "a.csv", n_rows=1_048_573)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """The ending says what a file is."""
    message = f"{tmp_path / 'a.ods'}: must end in .xlsx, .csv. Choose one of them."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write(tmp_path / "a.ods")
