"""Statuses in every spelling that was met."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.values.status_values import closers_of, read_statuses
from lapor_lab.schema import CLOSED, FOLLOWED_UP, ClosedBy, Status


@pytest.mark.parametrize("status", list(Status))
def test_official_statuses_are_known_in_any_case_and_spacing(status):
    """Capitals, small letters, no-break spaces."""
    spellings = [status, status.upper(), status.lower().replace(" ", "\u00a0"), f" {status}  "]
    read = read_statuses(pd.Series(spellings), {})
    assert set(read.status) == {status}
    assert not read.notes


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Ditindaklanjuti oleh Dinas Contoh", Status.FOLLOWED_UP),
        ("Selesai otomatis dalam 7 hari", Status.FOLLOWED_UP),
        ("Dalam Proses", Status.FOLLOWED_UP),
        ("SELESAI", Status.COMPLETED),
        ("Belum Ditindaklanjuti", Status.VERIFIED),
        ("Terverifikasi-Didisposisi", Status.DISPOSED),
        ("Ditunda", Status.ON_HOLD),
        ("Dihapus", Status.ARCHIVED),
    ],
)
def test_words_of_the_site_and_of_statistics_are_known(written, status):
    """The official share counts selesai and dalam proses as followed up."""
    assert read_statuses(pd.Series([written]), {}).status.item() == status
    assert (status in FOLLOWED_UP) == (status in CLOSED or status == Status.FOLLOWED_UP)


def test_a_disposal_names_its_unit():
    """Where no column does."""
    read = read_statuses(pd.Series(["TERDISPOSISI KE Dinas  Contoh", "Terdisposisi", None]), {})
    assert read.status.to_list() == [Status.DISPOSED, Status.DISPOSED, None]
    assert read.unit.to_list() == ["Dinas Contoh", None, None]


def test_an_unknown_status_is_kept_named_and_counted():
    """Nothing is made of it."""
    read = read_statuses(pd.Series(["Menunggu  Rapat", "Menunggu Rapat", "Macet"]), {})
    assert read.status.to_list() == ["Menunggu Rapat", "Menunggu Rapat", "Macet"]
    assert read.notes == Counter(
        {("unknown_status", "Menunggu Rapat"): 2, ("unknown_status", "Macet"): 1}
    )


def test_the_file_s_own_words_come_first():
    """An analyst says what a word means there."""
    read = read_statuses(
        pd.Series(["SELESAI", "done!"]), {"selesai": "Ditutup oleh Admin", "Done": "Selesai"}
    )
    assert read.status.to_list() == [Status.CLOSED_BY_ADMIN, Status.COMPLETED]


def test_the_closer_is_told_by_the_status_alone():
    """Archived reports were not closed; "Selesai" does not tell."""
    closers = closers_of(pd.Series([str(status) for status in Status])).dropna()
    assert sorted(closers) == sorted(ClosedBy)
    assert closers_of(pd.Series(["Diarsipkan oleh Admin", "Selesai", None])).isna().all()
