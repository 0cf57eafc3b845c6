"""Columns of the official export, in all its layouts."""

import pytest

from lapor_lab.exchange.columns.official_layout import (
    OFFICIAL_COLUMNS,
    OFFICIAL_LAYOUT,
    is_official_column,
    official_mapping,
)


def test_the_newest_layout_is_known_whole():
    """26 columns, of which the mapping names those that a case needs, and no reporter."""
    mapping = official_mapping(OFFICIAL_COLUMNS)
    assert len(OFFICIAL_COLUMNS) == 26
    assert mapping.layout == OFFICIAL_LAYOUT
    assert mapping.missing == ()
    assert mapping.date_order == "day first"
    assert mapping.columns["submitted_date"] == "Tanggal Laporan Masuk"
    assert mapping.columns["submitted_time"] == "Waktu Laporan Masuk"
    assert mapping.columns["text"] == "Isi Laporan Awal"
    assert "Nama Pelapor" not in mapping.columns.values()


@pytest.mark.parametrize(
    "spell",
    [
        str.upper,
        lambda name: name.replace(" ", "\u00a0"),
        lambda name: name.lower().replace(" ", "_").replace("/", "_"),
        lambda name: name.split("(")[0].strip(),
        lambda name: f"  {name} :",
    ],
)
def test_spelling_does_not_matter(spell):
    """Case, no-break spaces, underscores, brackets and marks: the same meaning."""
    columns = [spell(name) for name in OFFICIAL_COLUMNS]
    plain = official_mapping(OFFICIAL_COLUMNS).columns
    found = official_mapping(columns).columns
    assert found == {target: spell(name) for target, name in plain.items()}
    assert all(map(is_official_column, columns))


def test_a_re_export_by_other_tools_is_known():
    """Cleaned names of a regency's dashboard; its last state comes before the first."""
    columns = [
        "tracking_id",
        "tanggal_masuk",
        "kategori",
        "dinas_tujuan",
        "isi_laporan_akhir",
        "status",
        "status_final",
        "kecamatan_final",
    ]
    mapping = official_mapping(columns)
    assert mapping.missing == ()
    assert mapping.columns == {
        "case_id": "tracking_id",
        "submitted_at": "tanggal_masuk",
        "topic": "kategori",
        "institution_account": "dinas_tujuan",
        "text": "isi_laporan_akhir",
        "status": "status_final",
    }


def test_a_moment_may_stand_in_either_column():
    """Without the other column, the date or the time is the whole moment."""
    for name in ("Tanggal Laporan Masuk", "Waktu Laporan Masuk"):
        mapping = official_mapping(["Tracking ID", name, "Instansi Induk", "Rating"])
        assert mapping.columns["submitted_at"] == name


def test_the_first_of_two_columns_of_one_name_counts():
    """The second bears a number."""
    columns = ["Tracking ID", "Tanggal Laporan Masuk", "Instansi Induk", "Rating (2)", "Rating"]
    assert official_mapping(columns).columns["rating"] == "Rating"


@pytest.mark.parametrize(
    "columns",
    [
        ["Tanggal Laporan Masuk", "Instansi Induk", "Status Laporan", "Rating"],
        ["Tracking ID", "Status", "Courier"],
        ["case_id", "submitted_at", "institution"],
        [],
    ],
)
def test_another_table_is_not_taken_for_an_export(columns):
    """It has no tracking identifiers, or little else that the export has."""
    assert official_mapping(columns) is None
