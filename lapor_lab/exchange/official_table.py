"""A log in the columns of the official export: for practice files, and for tests of readers."""

from collections.abc import Sequence
from typing import Final, Literal

import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.exchange.columns.official_layout import OFFICIAL_COLUMNS
from lapor_lab.schema import SYNTHETIC_PREFIX, ComplaintLog, Status

__all__ = [
    "LAYOUTS",
    "OfficialLayout",
    "layout_columns",
    "official_preamble",
    "official_table",
    "synthetic_preamble",
]

OfficialLayout = Literal["17 kolom", "20 kolom", "26 kolom", "snake_case"]

_PLACES: Final = ("Kecamatan", "Kelurahan", "ID Kategori")
_NEWEST: Final = (
    "ID Instansi Terdisposisi",
    "Nomor SK",
    "Url SK",
    "Url Dokumen Laporan Tahunan",
    "Laporan yang Masuk melalui Kanal Aduan Setwapres",
    "Rating",
)
_RENAMED: Final = {
    "Tracking ID": "tracking_id",
    "Tanggal Laporan Masuk": "tanggal_masuk",
    "Kategori": "kategori",
    "Instansi Terdisposisi": "dinas_tujuan",
    "Judul Laporan": "judul_laporan",
    "Isi Laporan Awal": "isi_laporan_awal",
    "Isi Laporan Akhir": "isi_laporan_akhir",
    "Tipe Laporan (Anonim/Rahasia)": "tipe_laporan",
    "Klasifikasi Laporan": "klasifikasi_laporan",
    "Status Laporan": "status_final",
}
LAYOUTS: Final[dict[OfficialLayout, tuple[str, ...]]] = {
    "17 kolom": tuple(c for c in OFFICIAL_COLUMNS if c not in (*_PLACES, *_NEWEST)),
    "20 kolom": tuple(c for c in OFFICIAL_COLUMNS if c not in _NEWEST),
    "26 kolom": OFFICIAL_COLUMNS,
    "snake_case": tuple(_RENAMED),
}
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
)  # fmt: skip
_N_PREAMBLE_ROWS: Final = 10


def official_table(
    log: ComplaintLog,
    layout: OfficialLayout = "26 kolom",
    *,
    first_number: int = 1_000_001,
    positions: Sequence[int] | None = None,
) -> pd.DataFrame:
    """Write the cases of a synthetic log as an official export would show them.

    What an export does not hold is left out: times of verification, follow-up and closing.
    Tracking IDs begin with 0, which no real one does.

    Parameters
    ----------
    log : ComplaintLog
        A synthetic log.
    layout : {"17 kolom", "20 kolom", "26 kolom", "snake_case"}, default="26 kolom"
        Which columns.
    first_number : int, default=1000001
        The first case's Tracking ID, without the 0 before it; the others follow.
    positions : sequence of int of length n_cases or None, default=None
        How far the Tracking ID of each case is from the first one; None counts them up. Two
        exports of one world share their numbers by it.

    Returns
    -------
    DataFrame of str of shape (n_cases, n_columns)
        Texts, empty where nothing is known.

    Raises
    ------
    ParameterError
        If the log holds a case that was not made up: real reports are not rewritten as
        official files.
    """
    cases = log.cases
    if not cases["case_id"].str.startswith(SYNTHETIC_PREFIX).all():
        raise ParameterError(
            "parameter_range",
            name="log",
            allowed="synthetic",
            value="real",
            remedy="Give a log that the kit made.",
        )
    submitted = cases["submitted_at"]
    steps = range(len(cases)) if positions is None else positions
    numbers = [f"0{first_number + step}" for step in steps]
    month = submitted.dt.month.map(lambda number: _MONTHS[number - 1])
    status = _column(cases, "status")
    unit = _column(cases, "unit")
    shown = {
        "Tracking ID": numbers,
        "Tanggal Laporan Masuk": (
            submitted.dt.day.astype("string")
            + " "
            + month
            + " "
            + submitted.dt.year.astype("string")
        ),
        "Waktu Laporan Masuk": submitted.dt.strftime("%H:%M:%S"),
        "Nama Pelapor": _column(cases, "is_anonymous").map({"True": "Anonim"}),
        "Klasifikasi Laporan": _column(cases, "report_class"),
        "Kategori": _column(cases, "subtopic").fillna(_column(cases, "topic")),
        "Judul Laporan": _column(cases, "title"),
        "Isi Laporan Awal": _column(cases, "text"),
        "Isi Laporan Akhir": _column(cases, "text"),
        "Tipe Laporan (Anonim/Rahasia)": _types(cases),
        "Sumber Laporan": _column(cases, "channel"),
        "Instansi Induk": cases["institution"],
        "Instansi Terdisposisi": unit.fillna(cases["institution"].astype("string")),
        "Status Laporan": status.mask(
            (status == Status.DISPOSED) & unit.notna(), "Terdisposisi ke " + unit
        ),
        "Alasan Tunda/Arsip": _column(cases, "archive_reason"),
        "Provinsi": _column(cases, "province"),
        "Kota/Kabupaten": _column(cases, "regency"),
        "Laporan yang Masuk melalui Kanal Aduan Setwapres": "Tidak",
        "Rating": _column(cases, "rating"),
    }
    table = pd.DataFrame(shown, index=cases.index).reindex(columns=list(LAYOUTS[layout]))
    if layout == "snake_case":
        # It has one column for whose report it is, and that must not be a unit's name.
        table = table.assign(**{"Instansi Terdisposisi": cases["institution"]})
    table.columns = pd.Index(layout_columns(layout))
    return table.astype("string").fillna("").astype(object)


def layout_columns(layout: OfficialLayout) -> list[str]:
    """Return the header of a layout.

    Parameters
    ----------
    layout : {"17 kolom", "20 kolom", "26 kolom", "snake_case"}
        Which.

    Returns
    -------
    list of str
        Names as they stand in the file.

    Examples
    --------
    >>> layout_columns("snake_case")[:2]
    ['tracking_id', 'tanggal_masuk']
    """
    names = _RENAMED if layout == "snake_case" else {}
    return [names.get(name, name) for name in LAYOUTS[layout]]


def synthetic_preamble(log: ComplaintLog, *, title: str = "LAPORAN PENGADUAN") -> list[str]:
    """Return what stands above the header of an official file of made-up reports.

    Parameters
    ----------
    log : ComplaintLog
        The log.
    title : str, default="LAPORAN PENGADUAN"
        First row.

    Returns
    -------
    list of str of length 10
        One cell a row, empty where a row is blank.
    """
    return official_preamble(log.as_of, len(log.cases), title=title)


def official_preamble(
    as_of: pd.Timestamp, n_cases: int, *, title: str = "LAPORAN PENGADUAN"
) -> list[str]:
    """Return what stands above the header of an official file of made-up reports.

    Parameters
    ----------
    as_of : Timestamp
        Day of the export.
    n_cases : int
        Reports that it holds.
    title : str, default="LAPORAN PENGADUAN"
        First row.

    Returns
    -------
    list of str of length 10
        One cell a row, empty where a row is blank.
    """
    rows = [
        title,
        "SP4N-LAPOR!",
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "",
        f"Jumlah laporan: {n_cases}",
        f"Tanggal unduh: {as_of.day} {_MONTHS[as_of.month - 1]} {as_of.year}",
    ]
    return rows + [""] * (_N_PREAMBLE_ROWS - len(rows))


def _column(cases: pd.DataFrame, name: str) -> pd.Series:
    if name not in cases:
        return pd.Series(pd.NA, index=cases.index, dtype="string")
    return cases[name].astype("string")


def _types(cases: pd.DataFrame) -> pd.Series:
    names = {"is_anonymous": "Anonim", "is_confidential": "Rahasia"}
    said = [_column(cases, name).map({"True": word}) for name, word in names.items()]
    both = said[0].str.cat(said[1], sep="|")
    return both.fillna(said[0]).fillna(said[1])
