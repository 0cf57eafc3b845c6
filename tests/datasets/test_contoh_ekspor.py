"""Claims about the invented exports that ship with the kit."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange import (
    AsOfOrigin,
    ImportOptions,
    ImportSummary,
    import_files,
    load_sample,
    open_tables,
    read_log_folder,
)

ROOT = Path(__file__).parents[2]
EXPORTS = ROOT / "datasets" / "contoh_ekspor"
EARLY, LATE = "kemendikbudristek_2022-02-01.xlsx", "kemendikbudristek_2022-08-15.xlsx"
FILES = [EARLY, LATE, "kementerian_a.csv", "kementerian_c_re-ekspor.csv", "rekap_kementerian.csv"]
AS_OF = pd.Timestamp("2022-08-15")


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder as the script makes it from the shipped sample."""
    target = tmp_path_factory.mktemp("datasets")
    shutil.copytree(ROOT / "datasets" / "contoh_kementerian", target / "contoh_kementerian")
    script = ROOT / "scripts" / "build_exports.py"
    subprocess.run([sys.executable, str(script), str(target)], check=True, capture_output=True)
    return target / EXPORTS.name


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[ImportSummary, Path]:
    """Return what an import of the whole folder says, and where it lies."""
    folder = tmp_path_factory.mktemp("impor")
    options = ImportOptions(key=b"k" * 32, as_of={"": AS_OF})
    return import_files([EXPORTS], folder, options=options), folder


def cells(folder: Path, name: str) -> pd.DataFrame:
    """Return a file's cells as texts, empty where nothing is written."""
    (table,) = open_tables(folder / name)
    return pd.concat([chunk.cells for chunk in table.chunks()]).fillna("")


def texts(folder: Path) -> Iterator[str]:
    """Yield everything that is written in any file."""
    for name in FILES:
        (table,) = open_tables(folder / name)
        yield from (cell for row in table.preamble for cell in row)
        yield from cells(folder, name).to_numpy().ravel()


def test_folder_holds_what_the_script_makes(rebuilt: Path) -> None:
    """Made anew from the sample, each file has the same name and the same cells."""
    assert sorted(path.name for path in EXPORTS.iterdir()) == FILES
    assert sorted(path.name for path in rebuilt.iterdir()) == FILES
    for name in FILES:
        pd.testing.assert_frame_equal(cells(rebuilt, name), cells(EXPORTS, name))


@pytest.mark.verify
def test_folder_is_the_same_byte_for_byte(rebuilt: Path) -> None:
    """In the pinned environment a rebuild changes no byte."""
    for name in FILES:
        assert (rebuilt / name).read_bytes() == (EXPORTS / name).read_bytes(), name


def test_folder_is_small() -> None:
    """The exports stay under 600 kB, as they travel with every copy of the kit."""
    assert sum(path.stat().st_size for path in EXPORTS.iterdir()) < 600_000


def test_every_report_says_that_it_is_made_up() -> None:
    """All Tracking IDs begin with 0, which no real one does."""
    for name in FILES[:-1]:
        numbers = cells(EXPORTS, name).iloc[:, 0]
        assert numbers.str.fullmatch(r"0\d{7}").all(), name


def test_files_share_reports_only_where_they_are_of_one_institution() -> None:
    """The two dated exports of one institution share their numbers; no other two files do."""
    numbers = {name: set(cells(EXPORTS, name).iloc[:, 0]) for name in FILES[:-1]}
    shared = {
        (one, other)
        for one in numbers
        for other in numbers
        if one < other and numbers[one] & numbers[other]
    }
    assert shared == {(EARLY, LATE)}
    assert numbers[EARLY] < numbers[LATE]


def test_earlier_export_shows_the_statuses_of_its_day() -> None:
    """A report was followed up or closed on 1 February 2022 if the log says so, and not later."""
    early = cells(EXPORTS, EARLY)["Status Laporan"].to_list()
    cases = load_sample().cases.query("institution == 'Kemendikbudristek'")
    cases = cases[cases["submitted_at"] < "2022-02-01"]
    assert len(early) == len(cases)
    pairs = zip(early, cases["responded_at"], cases["closed_at"], strict=True)
    for status, responded_at, closed_at in pairs:
        assert status.startswith("Ditutup") == (closed_at < pd.Timestamp("2022-02-01")), status
        if status.startswith("Terdisposisi"):
            assert not responded_at < pd.Timestamp("2022-02-01")
        if status.startswith("Ditindaklanjuti"):
            assert responded_at < pd.Timestamp("2022-02-01")


def test_import_finds_every_planted_fault(imported: tuple[ImportSummary, Path]) -> None:
    """Rows, reasons, dates and remarks are those that the data dictionary tells of."""
    summary, _ = imported
    assert (summary.n_rows, summary.n_accepted, summary.n_quarantined) == (757, 749, 8)
    assert (summary.n_cases, summary.n_snapshots, summary.n_recap_rows) == (636, 111, 2)
    assert dict(summary.quarantine_reasons) == {
        "tanpa instansi": 3,
        "nomor laporan ganda: sudah ada di baris di atasnya": 2,
        "tanpa waktu masuk": 2,
        "baris jumlah, cocok dengan baris di atasnya": 1,
    }
    assert dict(summary.unknown_statuses) == {"Menunggu Konfirmasi Pimpinan": 4}
    assert {remark.code for remark in summary.remarks} >= {"parts_do_not_add", "unknown_status"}
    assert {file.file: file.as_of_origin for file in summary.files} == {
        EARLY: AsOfOrigin.PREAMBLE,
        LATE: AsOfOrigin.PREAMBLE,
        "kementerian_a.csv": AsOfOrigin.USER,
        "kementerian_c_re-ekspor.csv": AsOfOrigin.USER,
        "rekap_kementerian.csv": AsOfOrigin.PREAMBLE,
    }


def test_import_reads_what_is_odd_but_legible(imported: tuple[ImportSummary, Path]) -> None:
    """Serial days are days, and no-break spaces and a prefix do not make a category unknown."""
    summary, folder = imported
    cases = read_log_folder(folder).cases
    assert summary.notes["rolled_up_topic"] > 0
    assert "unknown_category" not in summary.notes
    sample = load_sample().cases
    days = sample[sample["institution"].isin(set(cases["institution"]))]["submitted_at"]
    assert cases.loc[cases["institution"] == "Kemendikbudristek", "submitted_at"].isin(days).all()


def test_hours_of_the_re_export_are_utc() -> None:
    """Seven hours later, each time of that file is one of the sample's."""
    moments = pd.to_datetime(
        cells(EXPORTS, "kementerian_c_re-ekspor.csv")["tanggal_masuk"], errors="coerce"
    ).dropna()
    cases = load_sample().cases.query("institution == 'Kementerian C'")
    assert (moments + pd.Timedelta(7, "h")).isin(cases["submitted_at"]).all()


def test_personal_data_are_those_of_nobody() -> None:
    """Each NIK begins with 00, each telephone number holds 0000 or begins with 084.

    Each address is an example's, or ends in .invalid.
    """
    written = "\n".join(texts(EXPORTS))
    numbers = re.findall(r"\b\d{16}\b", written)
    phones = re.findall(r"\b08\d\d[ -]?\d{4}[ -]?\d{4}\b", written)
    mails = re.findall(r"\S+@\S+", written)
    assert numbers
    assert phones
    assert mails
    assert all(number.startswith("00") for number in numbers)
    assert all("0000" in phone or phone.startswith("084") for phone in phones)
    assert all(re.search(r"@(example\.com|[\w.]+\.invalid)\W*$", mail) for mail in mails)


def test_nothing_personal_passes_the_import(imported: tuple[ImportSummary, Path]) -> None:
    """No invented name, number or address of the planted texts stands in the cases."""
    _, folder = imported
    written = read_log_folder(folder).cases.to_csv()
    assert not re.search(
        r"Hidayanto, NIK|Hassanah, NIK|\b00\d{14}\b|0000[ -]000\d|@example|Pelapor Contoh", written
    )
