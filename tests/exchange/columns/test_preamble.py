"""What the rows above the header say."""

import time

import pandas as pd
import pytest

from lapor_lab.exchange.columns.preamble import read_preamble


@pytest.mark.parametrize(
    "row",
    [
        ("Tanggal Unduh : 3 Januari 2026",),
        ("Tanggal Cetak", ":", "03/01/2026"),
        ("TANGGAL GENERATE", "3 Jan 2026"),
        ("Diekspor pada Sabtu, 3 Januari 2026",),
        ("Data per 3 Januari 2026",),
        ("Tanggal: 2026-01-03",),
        ("3 Januari 2026",),
        ("Periode 1 Januari 2025 s.d. 31 Desember 2025, diunduh 3 Januari 2026",),
        ("Generated at 2026-01-03",),
    ],
)
def test_the_date_of_an_export_is_found(row):
    """By a word that says when it was made, or as the only date that stands alone."""
    assert read_preamble([("LAPORAN SP4N-LAPOR!",), row]).as_of == pd.Timestamp("2026-01-03")


def test_a_clock_time_of_the_export_is_kept_as_written():
    """Its rows are held against it."""
    preamble = read_preamble([("Dicetak pada 3 Januari 2026 pukul 10.15 WIB",)])
    assert preamble.as_of == pd.Timestamp("2026-01-03 10:15")


@pytest.mark.parametrize(
    "row",
    [
        ("Periode: 01/01/2025 - 31/12/2025",),
        ("Periode", "1 Januari 2025", "s.d.", "31 Desember 2025"),
        ("Tanggal Laporan Masuk 1 Januari 2025 sampai dengan 31 Desember 2025",),
        ("Periode ekspor 1 Januari 2025 s/d 31 Desember 2025",),
        ("Rentang waktu sampai 31 Desember 2025",),
    ],
)
def test_what_was_asked_for_is_no_date_of_the_export(row):
    """A period bounds it and no more."""
    preamble = read_preamble([row])
    assert preamble.as_of is None
    assert preamble.period_end == pd.Timestamp("2025-12-31")


def test_a_word_of_making_comes_before_other_dates():
    """Whatever stands first."""
    rows = [("Tanggal: 1 Januari 2025",), ("5 Mei 2024",), ("Tanggal unduh: 3 Januari 2026",)]
    assert read_preamble(rows).as_of == pd.Timestamp("2026-01-03")


@pytest.mark.parametrize(
    ("row", "institution"),
    [
        (("Nama Instansi : Kementerian Contoh",), "Kementerian Contoh"),
        (("Instansi", None, "Pemerintah  Kota\u00a0Contoh"), "Pemerintah Kota Contoh"),
        (("PEMERINTAH KABUPATEN CONTOH",), "PEMERINTAH KABUPATEN CONTOH"),
        (("Laporan pengaduan masyarakat",), ""),
    ],
)
def test_the_institution_is_found(row, institution):
    """By its label, or by how names of offices begin."""
    assert read_preamble([("Rekap",), row]).institution == institution


def test_made_up_files_say_so():
    """In any case of the letters."""
    assert read_preamble([("Data Sintetis, bukan kinerja sebenarnya",)]).is_synthetic
    assert not read_preamble([("Data kinerja",)]).is_synthetic


def test_nothing_says_nothing():
    """A file without rows above its header."""
    preamble = read_preamble([])
    assert (preamble.as_of, preamble.period_end, preamble.institution) == (None, None, "")


@pytest.mark.parametrize("filler", ["a", "1", "a ", "1-", "1 a", "-", "tanggal "])
def test_a_row_of_any_length_is_read_at_once(filler: str) -> None:
    """What somebody pasted above the header takes no minutes to look through."""
    begun = time.process_time()
    assert read_preamble([(filler * 30_000,)]).institution == ""
    assert time.process_time() - begun < 2
