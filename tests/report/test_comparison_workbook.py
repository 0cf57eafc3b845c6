"""Claims about a comparison as a workbook."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from lapor_lab.report import ComparisonReport, write_comparison
from lapor_lab.schema import label

Make = Callable[..., ComparisonReport]
MEASURES = ("completed_within_limit", "closed_share")


def read(path: Path, name: str, header: str = "Instansi") -> pd.DataFrame:
    """Return the table of a sheet, found by its header."""
    rows: list[list[Any]] = (
        CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name).to_python()
    )
    start = next(place for place, row in enumerate(rows) if row[0] == header)
    return pd.DataFrame(rows[start + 1 :], columns=rows[start])


def test_estimates_come_back_as_numbers(comparison: ComparisonReport, tmp_path: Path) -> None:
    """Each measure that is shown has a sheet with its estimates, equal to the last digit."""
    path = write_comparison(comparison, tmp_path / "perbandingan.xlsx")
    estimates = comparison.estimates
    for measure in ("closed_share", "mean_rating", "first_follow_up_median_days"):
        rows = estimates[estimates["measure"] == measure].sort_values("institution")
        title = label(f"measure.{measure}")
        names = CalamineWorkbook.from_path(str(path)).sheet_names
        (name,) = [name for name in names if title.startswith(name)]
        found = read(path, name)
        assert found["Instansi"].tolist() == rows["institution"].tolist()
        assert found["Nilai"].tolist() == rows["estimate"].tolist()
        assert found["Nilai, ujung atas"].tolist() == rows["upper"].tolist()


def test_what_is_missing_is_empty_or_said(comparison: ComparisonReport, tmp_path: Path) -> None:
    """A value that does not exist is an empty cell; one that is not reached says so; never 0."""
    path = write_comparison(comparison, tmp_path / "perbandingan.xlsx")
    small = read(path, "Tuntas dalam batas waktu").set_index("Instansi")
    row = small.loc["Kementerian Fiktif Anggrek"]
    assert (row["Nilai"], row["Ketersediaan"]) == ("", "data belum memadai")
    slow = read(path, "Persentil 90 hari kerja 2").set_index("Instansi")
    assert slow.loc["Kementerian Fiktif Anggrek"].tolist()[:3] == [
        *("belum tercapai", 31.0, "belum tercapai"),
    ]


def test_verdicts_have_their_numbers(make_fair: Make, tmp_path: Path) -> None:
    """The sheet of verdicts has crude and adjusted values, ranks and what is judged."""
    report = make_fair(adjust=("topic",), peers="kind")
    path = write_comparison(report, tmp_path / "p.xlsx")
    table = report.comparisons[0].table
    found = read(path, "Putusan")
    told = table["crude"].astype(object).where(table["crude"].notna(), "")
    assert found["Nilai mentah"].tolist() == told.tolist()
    judged = table["z"].notna().to_numpy()
    assert found["Nilai disesuaikan"][judged].tolist() == table["adjusted"][judged].tolist()
    assert set(found["Nilai disesuaikan"][~judged]) <= {""}
    assert found["Kelompok pembanding"].tolist() == table["peer_group"].tolist()


def test_sheets_explain_themselves(make_fair: Make, tmp_path: Path) -> None:
    """Every sheet bears the notices; the first lists all others and defines the measures."""
    path = write_comparison(make_fair(), tmp_path / "p.xlsx")
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        top = [row[0] for row in book.get_sheet_by_name(name).to_python()[:4]]
        assert any(str(cell).startswith("DATA SINTETIS") for cell in top), name
    first = book.get_sheet_by_name("Keterangan").to_python()
    assert set(book.sheet_names[1:]) <= {row[0] for row in first}
    assert any(row[1].startswith("Bagian laporan yang tuntas") for row in first if row[1])


def test_same_comparison_gives_same_bytes(make_fair: Make, tmp_path: Path) -> None:
    """Two writes give equal bytes."""
    first, second = (write_comparison(make_fair(), tmp_path / f"{name}.xlsx") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "measures", [("completed_within_limit",), ("completed_within_limit", "closed_share")]
)
def test_each_compared_measure_has_its_sheets(
    measures: tuple[str, ...], make_fair: Make, tmp_path: Path
) -> None:
    """Verdicts, checks and what is missing: one sheet each, numbered where there are several."""
    path = write_comparison(make_fair(measures), tmp_path / "p.xlsx")
    names = CalamineWorkbook.from_path(str(path)).sheet_names
    marks = [""] if len(measures) == 1 else [" 1", " 2"]
    kinds = ("Putusan", "Pemeriksaan", "Data yang hilang")
    assert [name for name in names if name.startswith(kinds)] == [
        kind + mark for mark in marks for kind in kinds
    ]
