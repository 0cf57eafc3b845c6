"""Checks that every importer lays on a row of a case."""

import pandas as pd

from lapor_lab.exchange.quarantine import QuarantineList
from lapor_lab.exchange.text_file import parse_times

__all__ = ["check_times", "refuse_end_before_start"]


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
        bad.add(unread, (f"waktu tidak terbaca: {source} = {v!r}" for v in raw[source][unread]))
    return pd.DataFrame(times, index=raw.index)


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
