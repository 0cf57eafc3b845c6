"""Columns of personal data by their names."""

import pytest

from lapor_lab.exchange.columns.official_layout import OFFICIAL_COLUMNS
from lapor_lab.exchange.columns.personal_columns import personal_kind
from lapor_lab.schema import CASES


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nama Pelapor", "NAMA"),
        ("case:nama_lengkap", "NAMA"),
        ("PENGADU", "NAMA"),
        ("org:resource", "NAMA"),
        ("reporter_id", "NAMA"),
        ("No. KTP", "NIK"),
        ("nik_pelapor", "NIK"),
        ("No HP/WA", "TELEPON"),
        ("Email Pelapor", "SUREL"),
        ("alamat_pelapor", "ALAMAT"),
    ],
)
def test_names_of_personal_columns_are_known(name: str, kind: str) -> None:
    """However they are spelt."""
    assert personal_kind(name) == kind


@pytest.mark.parametrize(
    "name", ["Nama Instansi", "nama_unit", "Alamat Kantor", "Nomor", "Kanal", "resource_group", ""]
)
def test_names_of_offices_are_none(name: str) -> None:
    """An institution is no person."""
    assert personal_kind(name) is None


def test_of_the_export_s_columns_one_is_personal() -> None:
    """The reporter's name; and of the kit's own the reporter's identifier."""
    assert [name for name in OFFICIAL_COLUMNS if personal_kind(name)] == ["Nama Pelapor"]
    assert [c.name for c in CASES if personal_kind(c.name)] == ["reporter_id"]
