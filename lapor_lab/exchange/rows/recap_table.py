"""Tables of totals: one row an institution, no row a case."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.raw.raw_table import RawTable

__all__ = ["read_recap", "recap_mapping"]

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "institution": (
        "instansi", "nama instansi", "instansi induk", "unit", "unit kerja", "nama unit", "opd",
        "nama opd", "skpd", "dinas", "perangkat daerah", "kementerian lembaga", "kementerian",
        "lembaga", "satuan kerja", "pemerintah daerah", "institution", "department", "agency",
    ),
    "n": (
        "masuk", "laporan masuk", "jumlah masuk", "total", "total laporan", "jumlah",
        "jumlah laporan", "laporan", "jumlah aduan", "jumlah pengaduan", "total aduan",
        "total pengaduan", "n", "received",
    ),
    "n_closed": (
        "selesai", "laporan selesai", "jumlah selesai", "sudah selesai", "tuntas", "closed",
        "n closed",
    ),
    "n_in_process": (
        "proses", "dalam proses", "laporan proses", "sedang diproses", "diproses", "on process",
        "in process", "n in process",
    ),
    "n_not_followed_up": (
        "belum", "belum tindak lanjut", "belum ditindaklanjuti", "belum ditindak lanjuti",
        "belum diproses", "belum direspon", "belum direspons", "not followed up",
        "n not followed up",
    ),
    "numerator": ("pembilang", "numerator"),
    "denominator": ("penyebut", "denominator"),
}  # fmt: skip
_PARTS: Final = ("n_closed", "n_in_process", "n_not_followed_up")
_COUNTS: Final = ("n", *_PARTS, "numerator")
# A table with one of these has a row a case.
_CASE_NAMES: Final = frozenset(
    {"tracking id", "case id", "id laporan", "no tiket", "nomor tiket", "no laporan"}
    | {"nomor laporan", "no pengaduan", "nomor pengaduan", "complaint id", "unique key"}
)
_TOTAL: Final = re.compile(
    r"^(?:grand |sub ?)?(?:total|jumlah)(?: (?:total|keseluruhan|umum|laporan))?$"
)
_NOTHING: Final = frozenset({"-", "–", "—"})
_GROUPED: Final = re.compile(r"^\d{1,3}(?:[., \u00a0']\d{3})+$")
_WORDS: Final = {
    "n": "masuk",
    "n_closed": "selesai",
    "n_in_process": "proses",
    "n_not_followed_up": "belum",
    "numerator": "pembilang",
}


def recap_mapping(columns: Iterable[str]) -> Mapping[str, str] | None:
    """Return which column of a table of totals holds what.

    Parameters
    ----------
    columns : iterable of str
        Columns of the table.

    Returns
    -------
    mapping of str to str or None
        Column of the file by `institution`, `n`, `n_closed`, `n_in_process` and
        `n_not_followed_up`, or by `institution`, `numerator` and `denominator`; None if the
        table is no table of totals.

    Examples
    --------
    >>> recap_mapping(["No", "OPD", "Jumlah Laporan", "Selesai"])
    {'institution': 'OPD', 'n': 'Jumlah Laporan', 'n_closed': 'Selesai'}
    >>> recap_mapping(["Tracking ID", "Instansi", "Jumlah", "Selesai"]) is None
    True
    """
    plain = {plain_name(name): name for name in reversed(list(columns))}
    if _CASE_NAMES & plain.keys():
        return None
    found: dict[str, str] = {}
    for target, names in _NAMES.items():
        known = [plain[name] for name in names if name in plain]
        if known:
            found[target] = known[0]
    if {"institution", "numerator", "denominator"} <= found.keys():
        return {name: found[name] for name in ("institution", "numerator", "denominator")}
    if {"institution", "n"} <= found.keys() and set(_PARTS) & found.keys():
        return {name: found[name] for name in ("institution", "n", *_PARTS) if name in found}
    return None


def read_recap(table: RawTable) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a table of totals.

    A row of the sum of all is compared with that sum and left out. A row whose parts do not
    add up is kept and says so; one whose share would exceed 100 % is not.

    Parameters
    ----------
    table : RawTable
        A table that `recap_mapping` knows.

    Returns
    -------
    rows : DataFrame of shape (n_accepted, 8)
        `institution`, `n`, `n_closed`, `n_in_process`, `n_not_followed_up`, `numerator`,
        `note` and `row`. Where the table gives numerator and denominator, the latter is `n`;
        what the numerator counts, the table does not say. A part that is not given is
        missing, never 0.
    quarantine : DataFrame of shape (n_quarantined, n_columns)
        `row`, `case_id` (missing), `reason`, and the cells.

    Raises
    ------
    ValueError
        If the table is no table of totals.
    """
    mapping = recap_mapping(table.columns)
    if mapping is None:
        msg = "not a table of totals: ask recap_mapping first"
        raise ValueError(msg)
    chunks = list(table.chunks())
    cells = pd.concat([chunk.cells for chunk in chunks])
    faults = pd.concat([chunk.faults for chunk in chunks])
    sources = {"n" if target == "denominator" else target: name for target, name in mapping.items()}
    texts = {name: cells[sources[name]] for name in _COUNTS if name in sources}
    counts = pd.DataFrame({name: _read_counts(text) for name, text in texts.items()})
    institution = cells[sources["institution"]]
    reasons = pd.Series(None, index=cells.index, dtype=object)

    def refuse(rows: pd.Series, reason: str) -> None:
        reasons[rows & reasons.isna()] = reason

    is_total = _find_totals(cells, institution)
    reasons[faults.index] = faults
    for row in cells.index[is_total & reasons.isna()]:
        reasons[row] = _check_total(counts, row, is_total)
    refuse(institution.isna(), "tanpa instansi")
    for name, text in texts.items():
        is_negative = text.notna() & text.astype(str).str.match(r"^\s*[-−–]\s*\d")
        refuse(is_negative, f"jumlah negatif: {sources[name]}")
        is_unread = text.notna() & ~text.isin(_NOTHING) & counts[name].isna()
        refuse(is_unread, f"jumlah tidak terbaca: {sources[name]}")
    refuse(counts["n"].isna(), f"tanpa jumlah: {sources['n']}")
    for word, part in _shares(counts).items():
        refuse(
            (part > counts["n"]).fillna(value=False), f"{word} lebih banyak daripada {sources['n']}"
        )
    kept = reasons.isna()
    rows = pd.DataFrame({"institution": institution, **counts}).reindex(
        columns=["institution", *_COUNTS]
    )
    rows = rows.astype(dict.fromkeys(_COUNTS, "Int64")).assign(note=_notes(counts), row=cells.index)
    refused = cells[~kept]
    head = {"row": refused.index, "case_id": None, "reason": reasons[~kept].to_numpy()}
    quarantine = pd.concat(
        [pd.DataFrame(head), refused.reset_index(drop=True).add_prefix("isi: ")], axis="columns"
    )
    return rows[kept].reset_index(drop=True), quarantine


def _read_counts(texts: pd.Series) -> pd.Series:
    def count(text: object) -> int | None:
        if not isinstance(text, str):
            return None
        plain = re.sub(r"\D", "", text) if _GROUPED.match(text) else text
        return int(plain) if re.fullmatch(r"\d{1,15}", plain, flags=re.ASCII) else None

    return pd.Series([count(text) for text in texts], index=texts.index, dtype="Int64")


def _find_totals(cells: pd.DataFrame, institution: pd.Series) -> pd.Series:
    """Find rows that name a sum where the institution stands, or before it where it is empty."""

    def names_sum(text: object) -> bool:
        return isinstance(text, str) and bool(_TOTAL.match(plain_name(text)))

    is_anywhere = pd.Series(
        [any(map(names_sum, row)) for row in cells.to_numpy()], index=cells.index, dtype=bool
    )
    return institution.map(names_sum).astype(bool) | (institution.isna() & is_anywhere)


def _check_total(counts: pd.DataFrame, row: int, is_total: pd.Series) -> str:
    """Compare a sum with all rows above it, and with those since the sum before it."""
    place = counts.index.get_loc(row)
    above = counts.iloc[:place]
    totals_above = is_total.iloc[:place]
    since = totals_above.to_numpy().nonzero()[0]
    parts = [above[~totals_above], above.iloc[since[-1] + 1 :] if len(since) else above]
    sums = pd.DataFrame([part.sum() for part in parts])
    is_wrong = counts.loc[row].notna() & (sums != counts.loc[row]).all()
    wrong = [word for name, word in _WORDS.items() if is_wrong.get(name, False)]
    if wrong:
        return f"baris jumlah, tidak cocok dengan baris di atasnya: {', '.join(wrong)}"
    return "baris jumlah, cocok dengan baris di atasnya"


def _shares(counts: pd.DataFrame) -> dict[str, pd.Series]:
    """Return what becomes the upper part of a share, by its name."""
    parts = {_WORDS[name]: counts[name] for name in (*_PARTS, "numerator") if name in counts}
    if {"n_closed", "n_in_process"} <= set(counts):
        parts["selesai dan proses"] = counts["n_closed"] + counts["n_in_process"]
    return parts


def _notes(counts: pd.DataFrame) -> pd.Series:
    """Say of which rows all parts are there and do not add up."""
    nothing = pd.Series(None, index=counts.index, dtype=object)
    if not set(_PARTS) <= set(counts):
        return nothing
    is_off = (counts[list(_PARTS)].sum(axis="columns", skipna=False) != counts["n"]).fillna(
        value=False
    )
    return nothing.mask(is_off.astype(bool), "bagian tidak sama dengan jumlah masuk")
