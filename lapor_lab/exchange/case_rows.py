"""Checks that every importer lays on a row of a case."""

from typing import Final

import pandas as pd

from lapor_lab.exchange.quarantine import QuarantineList
from lapor_lab.exchange.text_file import parse_times

__all__ = ["check_times", "read_values", "refuse_end_before_start"]

_RANGES: Final = {"rating": (1, 5)}
_FLAGS: Final = {"true": True, "1": True, "ya": True, "false": False, "0": False, "tidak": False}


def check_times(
    raw: pd.DataFrame, columns: dict[str, str], bad: QuarantineList, zone: str
) -> pd.DataFrame:
    """Read columns of times; rows with one that cannot be read go to quarantine.

    Parameters
    ----------
    raw : DataFrame of shape (n_rows, n_columns)
        Texts.
    columns : dict of str to str
        Column of the table by column of the file.
    bad : QuarantineList
        Where unusable rows go.
    zone : str
        IANA name of the zone of the results.

    Returns
    -------
    DataFrame of shape (n_rows, len(columns))
        Naive local times under the table's names.
    """
    times = {}
    for source, name in columns.items():
        times[name] = parse_times(raw[source], zone)
        unread = raw[source].notna() & times[name].isna()
        bad.add(unread, f"waktu tidak terbaca: kolom {source}")
    return pd.DataFrame(times, index=raw.index)


def read_values(column: pd.Series, kind: str, bad: QuarantineList) -> pd.Series:
    """Read whole numbers, or yes and no; rows with one that cannot be read go to quarantine.

    Parameters
    ----------
    column : Series of str of shape (n_rows,)
        Texts, under the table's name.
    kind : str
        ``"flag"`` for yes and no, else a whole number that is not negative.
    bad : QuarantineList
        Where unusable rows go.

    Returns
    -------
    Series of boolean or Int64 of shape (n_rows,)
        Missing where the text is missing or cannot be read.
    """
    text = column.astype("string").str.strip().str.lower()
    value: pd.Series
    if kind == "flag":
        value = text.map(_FLAGS).astype("boolean")
    else:
        number = pd.to_numeric(text, errors="coerce").astype("Float64")
        value = number.where(number == number.round()).astype("Int64")
        lowest, highest = _RANGES.get(str(column.name), (0, None))
        is_outside = (value < lowest) | (value > (highest or value))
        value = value.mask(is_outside.fillna(value=False))
    unread = column.notna() & value.isna()
    bad.add(unread, f"nilai tidak sah: kolom {column.name}")
    return value


def refuse_end_before_start(times: pd.DataFrame, bad: QuarantineList) -> None:
    """Put cases that end before they begin into quarantine.

    Parameters
    ----------
    times : DataFrame of shape (n_rows, n_columns)
        `submitted_at` and any of the later times.
    bad : QuarantineList
        Where unusable rows go.
    """
    for name in ("verified_at", "responded_at", "completed_at", "closed_at"):
        if name in times:
            before = times[name] < times["submitted_at"]
            bad.add(before, f"berakhir sebelum mulai: {name} lebih awal daripada submitted_at")
