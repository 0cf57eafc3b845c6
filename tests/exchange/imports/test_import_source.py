"""What a table's columns mean, and when it was made."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.imports.import_source import ImportOptions, ImportSource, prepare_source
from lapor_lab.exchange.imports.import_summary import AsOfOrigin
from lapor_lab.exchange.raw.table_source import open_tables

WriteExport = Callable[..., Path]
OFFICIAL = pd.DataFrame(
    {
        "Tracking ID": ["9000001"],
        "Tanggal Laporan Masuk": ["2 Jan 2024"],
        "Waktu Laporan Masuk": ["09:30"],
        "Instansi Induk": ["Kota Contoh"],
        "Isi Laporan Awal": ["jalan rusak"],
        "Nomor SK": ["-"],
    }
)
OWN = pd.DataFrame({"Nomor": ["1"], "Tgl": ["03/04/2024"], "Kantor": ["A"]})


def prepare(path: Path, **options: object) -> ImportSource:
    """Prepare the first table of a file."""
    return prepare_source(open_tables(path)[0], ImportOptions(**options))


def test_dates_go_from_the_user_to_the_file_to_a_guess(
    write_export: WriteExport,
) -> None:
    """A date for this file, then the file's own, then a date for all, then the last time."""
    dated = write_export("a.csv", OFFICIAL, ["LAPORAN", "Tanggal unduh: 3 Januari 2026"])
    bare = write_export("b.csv", OFFICIAL)
    day, other = pd.Timestamp("2024-05-01"), pd.Timestamp("2024-06-01")
    got = [
        prepare(dated, as_of={"a.csv": day, "": other}),
        prepare(dated, as_of={"": other}),
        prepare(bare, as_of={"": other}),
        prepare(bare),
    ]
    assert [source.as_of_origin for source in got] == [
        AsOfOrigin.USER, AsOfOrigin.PREAMBLE, AsOfOrigin.USER, AsOfOrigin.LAST_TIME,
    ]  # fmt: skip
    assert [source.as_of for source in got[:3]] == [day, pd.Timestamp("2026-01-03"), other]


def test_a_day_is_known_to_its_end_and_a_moment_is_not(write_export: WriteExport) -> None:
    """A file of 1 May may hold what came in on 1 May; one of 10:00 holds nothing later."""
    path = write_export("a.csv", OFFICIAL)
    day = prepare(path, as_of={"": pd.Timestamp("2024-05-01")})
    moment = prepare(path, as_of={"": pd.Timestamp("2024-05-01 10:00")})
    assert day.known_until == pd.Timestamp("2024-05-02")
    assert moment.known_until == pd.Timestamp("2024-05-01 10:00")


def test_columns_are_named_as_found_missing_and_ignored(write_export: WriteExport) -> None:
    """An official table tells what it lacks: every later time, and who reported."""
    source = prepare(write_export("a.csv", OFFICIAL))
    facts = source.facts(n_rows=5, n_quarantined=2)
    assert facts.n_accepted == 3
    assert facts.columns["case_id"] == "Tracking ID"
    assert {"responded_at", "closed_at", "status"} <= set(facts.columns_missing)
    assert facts.columns_ignored == ("Nomor SK",)
    assert source.withheld == ["title", "text"]


def test_a_mapping_that_was_kept_is_used(write_export: WriteExport) -> None:
    """Columns of the user's own names are read as the mapping says."""
    mapping = ColumnMapping(
        layout="pemetaan sendiri",
        columns={"case_id": "Nomor", "submitted_at": "Tgl", "institution": "Kantor"},
        date_order="month first",
    )
    source = prepare(write_export("a.csv", OWN), mapping=mapping)
    assert source.mapping == mapping
    assert not source.is_guessed
    assert source.as_of == pd.Timestamp("2024-03-05")


def test_a_mapping_of_other_columns_is_refused(write_export: WriteExport) -> None:
    """Columns that the mapping names must be there; the refusal quotes no cell."""
    mapping = ColumnMapping(
        layout="pemetaan sendiri",
        columns={"case_id": "Nomor", "submitted_at": "Hari", "institution": "Kantor"},
    )
    path = write_export("a.csv", OWN)
    with pytest.raises(ColumnNotFoundError, match=r"a\.csv: column\(s\) Hari not found"):
        prepare(path, mapping=mapping)


def test_a_proposal_is_put_to_the_user(write_export: WriteExport) -> None:
    """Where somebody can be asked, what he confirms is used as it is."""
    asked = []

    def choose(table: object, proposal: object) -> ColumnMapping:
        asked.append((table, proposal))
        return ColumnMapping(
            layout="pemetaan sendiri",
            columns={"case_id": "Nomor", "submitted_at": "Tgl", "institution": "Kantor"},
        )

    source = prepare(write_export("a.csv", OWN), choose_mapping=choose)
    assert len(asked) == 1
    assert not source.is_guessed


def test_a_known_layout_is_held_against_its_own_dates(write_export: WriteExport) -> None:
    """A request table whose second number exceeds 12 is month first, whatever its kind says."""
    table = pd.DataFrame(
        {"Unique Key": ["1", "2"], "Created Date": ["03/25/2024", "04/13/2024"],
         "Agency": ["A", "B"], "Complaint Type": ["x", "y"], "Status": ["Closed", "Open"]}
    )  # fmt: skip
    source = prepare(write_export("a.csv", table))
    assert source.mapping is not None
    assert source.mapping.date_order == "month first"
    assert not source.is_guessed


def test_a_file_without_a_header_is_refused_and_not_quoted(write_export: WriteExport) -> None:
    """A first row of data is no header; what stands in it stands nowhere else."""
    names = ["9000001", "2 Januari 2024", "contoh@surat.example", "Kota Contoh"]
    path = write_export("a.csv", pd.DataFrame([["9000002", "x", "y", "z"]], columns=names))
    with pytest.raises(InputFileError) as refused:
        prepare(path)
    assert refused.value.code == "header_is_data"
    assert not any(name in str(refused.value) for name in names)


def test_totals_without_a_date_are_refused(write_export: WriteExport) -> None:
    """A recap holds no time to tell its date from."""
    recap = pd.DataFrame({"Instansi": ["A"], "Masuk": ["3"], "Selesai": ["1"]})
    path = write_export("rekap.csv", recap)
    with pytest.raises(InputFileError) as refused:
        prepare(path)
    assert str(refused.value) == (
        f"{path}: bears no date, and holds no time to tell it from. Give `as_of` for this file."
    )
    assert prepare(path, as_of={"": pd.Timestamp("2024-05-01")}).is_recap
