"""The quarantine of many files as one."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange.imports.quarantine_file import QuarantineFile, write_quarantine


def rows(**cells: str) -> pd.DataFrame:
    """Return one row in quarantine."""
    head = {"row": 12, "case_id": "1", "reason": "tanpa instansi"}
    return pd.DataFrame([head | {f"isi: {name}": cell for name, cell in cells.items()}])


def test_columns_of_all_files_stand_side_by_side(tmp_path: Path) -> None:
    """Rows of files with other columns share one table, and no piece is left behind."""
    gathered = QuarantineFile(tmp_path)
    gathered.add(rows(Judul="satu"), file="a.csv", sheet="")
    gathered.add(rows(Isi="dua"), file="b.xlsx", sheet="Data")
    gathered.add(rows(Isi="kosong").iloc[:0], file="c.csv", sheet="")
    gathered.write(tmp_path / "quarantine.csv")
    table = pd.read_csv(tmp_path / "quarantine.csv")
    assert table.columns.tolist() == [
        "file", "sheet", "row", "case_id", "reason", "detail", "isi: Judul", "isi: Isi",
    ]  # fmt: skip
    assert table["file"].tolist() == ["a.csv", "b.xlsx"]
    assert table["isi: Judul"].fillna("").tolist() == ["satu", ""]
    assert gathered.reasons == {"tanpa instansi": 2}
    assert [path.name for path in tmp_path.iterdir()] == ["quarantine.csv"]


def test_without_rows_the_header_stands_alone(tmp_path: Path) -> None:
    """An empty quarantine says so with its header."""
    QuarantineFile(tmp_path).write(tmp_path / "quarantine.csv")
    text = (tmp_path / "quarantine.csv").read_text("utf-8-sig")
    assert text.strip() == "file,sheet,row,case_id,reason,detail"


def test_a_cell_with_line_breaks_stays_one(tmp_path: Path) -> None:
    """Texts that were pasted from elsewhere hold line ends of every kind."""
    gathered = QuarantineFile(tmp_path)
    gathered.add(rows(Isi="a\rb", Lain="c\nd\r\ne"), file="a.csv", sheet="")
    gathered.write(tmp_path / "quarantine.csv")
    with (tmp_path / "quarantine.csv").open(encoding="utf-8-sig", newline="") as stream:
        _, row = csv.reader(stream)
    assert row[-2:] == ["a\rb", "c\nd\r\ne"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|x", "'+cmd|x"),
        ("-", "-"),
        ("-12,5", "-12,5"),
        ("mohon = ditindaklanjuti", "mohon = ditindaklanjuti"),
    ],
)
def test_a_spreadsheet_runs_no_cell(tmp_path: Path, cell: str, written: str) -> None:
    """A cell that a spreadsheet would run as a formula becomes text; numbers stay."""
    gathered = QuarantineFile(tmp_path)
    gathered.add(rows(Isi=cell), file="a.csv", sheet="")
    gathered.write(tmp_path / "quarantine.csv")
    table = pd.read_csv(tmp_path / "quarantine.csv", dtype="str")
    assert table["isi: Isi"].tolist() == [written]


def test_the_quarantine_of_one_input_is_guarded_too(tmp_path: Path) -> None:
    """Whoever writes it, a spreadsheet runs none of its cells, and numbers of rows stay."""
    write_quarantine(rows(Isi="=1+1"), tmp_path / "a.csv")
    table = pd.read_csv(tmp_path / "a.csv", dtype="str")
    assert table.loc[0, ["row", "reason", "isi: Isi"]].tolist() == ["12", "tanpa instansi", "'=1+1"]
