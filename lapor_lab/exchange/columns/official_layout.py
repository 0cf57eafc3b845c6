"""Columns of the official SP4N-LAPOR! export, in all its layouts."""

import re
from collections.abc import Iterable
from typing import Final

from lapor_lab.exchange.columns.column_mapping import ColumnMapping

__all__ = [
    "OFFICIAL_COLUMNS",
    "OFFICIAL_LAYOUT",
    "hides_what_is_confidential",
    "is_official_column",
    "official_mapping",
]

OFFICIAL_LAYOUT: Final = "ekspor resmi SP4N-LAPOR!"

# The columns that importers of three institutions read by name (2021-2026).
OFFICIAL_COLUMNS: Final = (
    "Tracking ID",
    "Tanggal Laporan Masuk",
    "Waktu Laporan Masuk",
    "Nama Pelapor",
    "Klasifikasi Laporan",
    "ID Kategori",
    "Kategori",
    "Judul Laporan",
    "Isi Laporan Awal",
    "Isi Laporan Akhir",
    "Tipe Laporan (Anonim/Rahasia)",
    "Sumber Laporan",
    "Instansi Induk",
    "ID Instansi Terdisposisi",
    "Instansi Terdisposisi",
    "Status Laporan",
    "Alasan Tunda/Arsip",
    "Provinsi",
    "Kota/Kabupaten",
    "Kecamatan",
    "Kelurahan",
    "Nomor SK",
    "Url SK",
    "Url Dokumen Laporan Tahunan",
    "Laporan yang Masuk melalui Kanal Aduan Setwapres",
    "Rating",
)

# By target, names in the order of preference: the export's own, then those of re-exports.
# What the citizen wrote comes before the text as the administrator edited it.
_NAMES: Final = {
    "case_id": ("Tracking ID", "ID Tracking", "Nomor Tracking"),
    "submitted_date": (
        "Tanggal Laporan Masuk",
        "Tanggal Masuk",
        "Tgl Laporan Masuk",
        "Tgl Masuk",
        "Tanggal Laporan",
    ),
    "submitted_time": ("Waktu Laporan Masuk", "Waktu Masuk", "Jam Laporan Masuk", "Jam Masuk"),
    "report_class": ("Klasifikasi Laporan", "Klasifikasi"),
    "topic": ("Kategori Final", "Kategori", "Kategori Laporan"),
    "title": ("Judul Laporan", "Judul"),
    "text": ("Isi Laporan Awal", "Isi Laporan Akhir", "Isi Laporan"),
    "report_type": ("Tipe Laporan (Anonim/Rahasia)", "Tipe Laporan"),
    "channel": ("Sumber Laporan", "Sumber", "Kanal"),
    "institution": ("Instansi Induk",),
    "institution_account": ("Instansi Terdisposisi", "Terdisposisi", "Dinas Tujuan"),
    "status": ("Status Final", "Status Laporan", "Status"),
    "archive_reason": ("Alasan Tunda/Arsip", "Alasan Arsip"),
    "province": ("Provinsi",),
    "regency": ("Kota/Kabupaten", "Kabupaten/Kota"),
    "is_setwapres": ("Laporan yang Masuk melalui Kanal Aduan Setwapres",),
    "rating": ("Rating",),
}
_FEWEST_COLUMNS: Final = 4
_BRACKETS: Final = re.compile(r"\(.*?\)|\[.*?\]")


def official_mapping(columns: Iterable[str]) -> ColumnMapping | None:
    """Tell what the columns of an official export hold.

    Names are compared without regard to case, spaces of any kind, underscores, brackets and
    punctuation, so that re-exports such as ``tanggal_laporan_masuk`` are known as well.
    The reporter's name is never asked for.

    Parameters
    ----------
    columns : iterable of str
        Header of a table.

    Returns
    -------
    ColumnMapping or None
        None for a table without a column of tracking identifiers, or with fewer than four
        columns that the export has.

    Examples
    --------
    >>> mapping = official_mapping(["tracking_id", "TANGGAL MASUK", "dinas_tujuan", "Status"])
    >>> mapping.columns["institution_account"], mapping.missing
    ('dinas_tujuan', ())
    """
    found = list(columns)
    by_name = {_plain(_BRACKETS.sub("", name)): name for name in reversed(found)}
    by_name |= {_plain(name): name for name in reversed(found)}
    # A second column of one name bears a number in brackets and is not the first.
    chosen: dict[str, str] = {}
    for target, names in _NAMES.items():
        for name in names:
            column = by_name.get(_plain(name)) or by_name.get(_plain(_BRACKETS.sub("", name)))
            if column is not None:
                chosen[target] = column
                break
    if "case_id" not in chosen or len(chosen) < _FEWEST_COLUMNS:
        return None
    if "submitted_time" not in chosen and "submitted_date" in chosen:
        chosen["submitted_at"] = chosen.pop("submitted_date")
    elif "submitted_date" not in chosen and "submitted_time" in chosen:
        chosen["submitted_at"] = chosen.pop("submitted_time")
    return ColumnMapping(layout=OFFICIAL_LAYOUT, columns=chosen)


def hides_what_is_confidential(mapping: ColumnMapping) -> bool:
    """Tell whether an official table does not say which of its reports are Rahasia.

    Parameters
    ----------
    mapping : ColumnMapping
        What the columns of a table hold.

    Returns
    -------
    bool
        True for an official table without the type of its reports: any of its texts may be
        confidential.

    Examples
    --------
    >>> hides_what_is_confidential(official_mapping(["tracking_id", "tanggal_masuk",
    ...     "dinas_tujuan", "isi_laporan_awal"]))
    True
    """
    is_told = {"report_type", "is_confidential"} & mapping.columns.keys()
    return mapping.layout == OFFICIAL_LAYOUT and not is_told


def is_official_column(name: str) -> bool:
    """Tell whether the official export has a column, whether it is read or not.

    Parameters
    ----------
    name : str
        A column.

    Returns
    -------
    bool
        True for the 26 columns, however they are spelt.

    Examples
    --------
    >>> is_official_column("NOMOR_SK"), is_official_column("Catatan")
    (True, False)
    """
    return _plain(_BRACKETS.sub("", name)) in {
        _plain(_BRACKETS.sub("", column)) for column in OFFICIAL_COLUMNS
    }


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
