"""Cases by institution and status, small numbers hidden."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.report.status_table import STATUS_GROUPS, count_statuses, read_status_table
from lapor_lab.schema import Status

Make = Callable[..., Path]


def test_every_case_is_in_one_group(import_folder: Path) -> None:
    """The groups of an institution add up to its cases; an unknown status is told apart."""
    counts = count_statuses(import_folder)

    assert list(counts.columns) == list(STATUS_GROUPS)
    assert counts.sum(axis="columns").to_dict() == {
        "Dinas Fiktif Cempaka": 3,
        "Kementerian Fiktif Anggrek": 100,
        "Kota Fiktif Bougenvil": 50,
    }
    assert counts.loc["Kota Fiktif Bougenvil", "untold"] == 6
    assert counts.loc["Kota Fiktif Bougenvil", "waiting"] == 8


@pytest.mark.parametrize("status", list(Status))
def test_every_official_status_has_its_group(
    status: Status, make_import_folder: Make, tmp_path: Path
) -> None:
    """No official spelling falls among the untold."""
    folder = make_import_folder(tmp_path / "data", {"A": {status.value: 1}})

    assert count_statuses(folder)["untold"].sum() == 0


def test_small_numbers_cannot_be_worked_out(import_folder: Path) -> None:
    """Two closed by reporters are hidden, and with them a second number of the row."""
    table = read_status_table(import_folder)

    row = table.counts.loc["Kota Fiktif Bougenvil"]
    assert pd.isna(row["closed_by_reporter"])
    assert row.isna().sum() >= 2
    assert pd.isna(table.closed_share["Kota Fiktif Bougenvil"])
    assert (table.counts.fillna(5) != 0).to_numpy().any()
    assert not table.counts.isin([1, 2, 3, 4]).to_numpy().any()


def test_a_small_institution_shows_nothing(import_folder: Path) -> None:
    """Three cases of one institution give a row without name and without number."""
    table = read_status_table(import_folder)

    name = "(1 instansi dengan kurang dari 5 laporan)"
    assert "Dinas Fiktif Cempaka" not in table.counts.index
    assert table.counts.loc[name].isna().all()
    assert pd.isna(table.totals[name])
    assert name not in table.shares.index


def test_small_institutions_together_may_be_shown(make_import_folder: Make, tmp_path: Path) -> None:
    """Six institutions of two cases each are twelve cases of one row."""
    few = {f"Dinas {letter}": {"Ditutup oleh Sistem": 2} for letter in "abcdef"}

    table = read_status_table(make_import_folder(tmp_path / "data", few))

    assert table.totals.to_dict() == {"(6 instansi dengan kurang dari 5 laporan)": 12}
    assert table.counts["closed_by_system"].to_list() == [12]


def test_shares_stand_beside_the_archives(make_import_folder: Make, tmp_path: Path) -> None:
    """60 closed of 80 asked are 75 %, 20 archived of 100 are 20 %, and shares add up to 1."""
    counts = {"Ditutup oleh Admin": 60, "Terdisposisi": 20, "Diarsipkan oleh Admin": 20}

    table = read_status_table(make_import_folder(tmp_path / "data", {"A": counts}))

    assert table.closed_share["A"] == pytest.approx(0.75)
    assert table.archived_share["A"] == pytest.approx(0.2)
    assert table.shares.loc["A"].sum() == pytest.approx(1)
    assert table.used_groups == ["closed_by_admin", "waiting", "archived"]


def test_a_folder_without_cases_gives_no_row(tmp_path: Path) -> None:
    """A recap has no statuses, and that is no failure."""
    table = read_status_table(tmp_path)

    assert table.totals.empty
    assert table.shares.empty
