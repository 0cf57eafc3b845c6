"""Office hours by day: other ones in Ramadan, none on a non-working day."""

from dataclasses import dataclass
from datetime import date, time

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar.csv_rows import Row, data_file, read_rows

__all__ = ["OfficeHours", "load_office_hours"]

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ORDINARY, _RAMADAN = "biasa", "Ramadan"
# 1 January 1970, day 0 of datetime64, was a Thursday.
_WEEKDAY_OF_DAY_0 = 3


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """When offices open and close, breaks neglected.

    Parameters
    ----------
    opens, closes : tuple of tuple of int
        Seconds after midnight, by period (ordinary, Ramadan) and weekday (Monday first); both
        are 0 where the office stays closed.
    ramadan : tuple of tuple of (date, date)
        First and last day of each Ramadan.
    """

    opens: tuple[tuple[int, ...], ...]
    closes: tuple[tuple[int, ...], ...]
    ramadan: tuple[tuple[date, date], ...]

    def by_day(
        self, days: npt.NDArray[np.datetime64], is_working: npt.NDArray[np.bool_]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return opening and length of each day.

        Parameters
        ----------
        days : ndarray of datetime64[D] of shape (n_days,)
            The days.
        is_working : ndarray of bool of shape (n_days,)
            Whether offices open at all.

        Returns
        -------
        opens : ndarray of int64 of shape (n_days,)
            Seconds after midnight, 0 on a non-working day.
        lengths : ndarray of int64 of shape (n_days,)
            Seconds that the office is open, 0 on a non-working day.
        """
        weekday = (days.view(np.int64) + _WEEKDAY_OF_DAY_0) % len(_WEEKDAYS)
        in_ramadan = np.zeros(days.shape, dtype=np.int64)
        for first, last in self.ramadan:
            in_ramadan[(days >= np.datetime64(first)) & (days <= np.datetime64(last))] = 1
        opens = np.array(self.opens, dtype=np.int64)[in_ramadan, weekday] * is_working
        closes = np.array(self.closes, dtype=np.int64)[in_ramadan, weekday] * is_working
        return opens, closes - opens


def load_office_hours() -> OfficeHours:
    """Load the hours and the months of Ramadan that ship with the kit.

    Returns
    -------
    OfficeHours
        Hours of a five-day week.

    Examples
    --------
    >>> load_office_hours().opens[0][0] / 3600
    7.5
    """
    hours = {
        (row.choice("period", (_ORDINARY, _RAMADAN)), row.choice("weekday", _WEEKDAYS)): row
        for row in read_rows(
            data_file("office_hours.csv"), ("period", "weekday", "opens", "closes")
        )
    }

    def table(column: str) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(_seconds(hours.get((period, weekday)), column) for weekday in _WEEKDAYS)
            for period in (_ORDINARY, _RAMADAN)
        )

    return OfficeHours(
        opens=table("opens"),
        closes=table("closes"),
        ramadan=tuple(
            (row.day("first_day"), row.day("last_day"))
            for row in read_rows(data_file("ramadan.csv"), ("first_day", "last_day"))
        ),
    )


def _seconds(row: Row | None, column: str) -> int:
    if row is None:
        return 0
    clock = time.fromisoformat(row.text(column))
    return clock.hour * 3600 + clock.minute * 60
