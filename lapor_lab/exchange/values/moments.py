"""Columns of moments as they are written: day, clock time and zone apart."""

import re
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.exchange.columns.column_mapping import DateOrder
from lapor_lab.exchange.values.clock_text import ClockTime, parse_clock
from lapor_lab.exchange.values.day_text import parse_day

__all__ = ["Moments", "read_clocks", "read_moments"]

_PARTS: Final = (
    r"^(.+?)(?:(?:,?\s+|(?<=\d)t)(?:[-–]\s+)?(?:(?:pukul|jam|pkl\.?|at)\s+)?"
    r"(\d{1,2}[:.]\d{2}(?!\d).*))?$"
)
_SERIAL: Final = r"^\d{5}(?:[.,]\d+)?$"
_FRACTION: Final = r"^(?:0(?:[.,]\d+)?|\d{5}[.,]\d+|\d(?:[.,]\d+)?e-\d+)$"
_EPOCH: Final = np.datetime64("1899-12-30", "D")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_FIRST: Final = np.datetime64("1990-01-01", "D")
_END: Final = np.datetime64("2101-01-01", "D")
_DAY_MS: Final = 86_400_000

Days = NDArray[np.datetime64]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Moments:
    """Moments of a column, part by part.

    Parameters
    ----------
    day : ndarray of datetime64[D] of shape (n,)
        Missing where nothing can be read.
    clock_ms : ndarray of float64 of shape (n,)
        Milliseconds since midnight; NaN for a bare day.
    offset_minutes : ndarray of float64 of shape (n,)
        Minutes east of UTC; NaN where the text names no zone.
    """

    day: Days
    clock_ms: Numbers
    offset_minutes: Numbers

    def with_clocks(self, clocks: "Moments", has_clock: NDArray[np.bool_]) -> "Moments":
        """Put clock times of another column in.

        Parameters
        ----------
        clocks : Moments of shape (n,)
            As `read_clocks` gives them.
        has_clock : ndarray of bool of shape (n,)
            Where they hold; a moment is lost where its clock cannot be read.

        Returns
        -------
        Moments
            New moments.
        """
        is_lost = has_clock & np.isnan(clocks.clock_ms)
        own_zone = np.isnan(clocks.offset_minutes)
        return replace(
            self,
            day=np.where(is_lost, np.datetime64("NaT", "D"), self.day),
            clock_ms=np.where(has_clock, clocks.clock_ms, self.clock_ms),
            offset_minutes=np.where(
                has_clock & ~own_zone, clocks.offset_minutes, self.offset_minutes
            ),
        )

    def localise(self, zone: str, source_zone: str) -> NDArray[np.datetime64]:
        """Return naive times of one zone.

        Parameters
        ----------
        zone : str
            IANA name of the zone of the results.
        source_zone : str
            IANA name of the zone of clock times that name none.

        Returns
        -------
        ndarray of datetime64[us] of shape (n,)
            Bare days stay; clock times are moved, unless none of them differs from
            midnight and none names a zone: those are bare days too.
        """
        has_clock = ~np.isnan(self.clock_ms)
        has_zone = ~np.isnan(self.offset_minutes)
        micros = np.where(has_clock, self.clock_ms, 0.0) * 1000
        since = np.rint(micros).astype("timedelta64[us]")
        naive: NDArray[np.datetime64] = self.day.astype("datetime64[us]") + since
        if not (micros > 0).any() and not has_zone.any():
            return naive
        minutes = np.where(has_zone, self.offset_minutes, 0.0).astype("timedelta64[m]")
        by_zone = pd.DatetimeIndex(naive).tz_localize(
            source_zone, ambiguous=np.zeros(len(naive), dtype=bool), nonexistent="shift_forward"
        )
        utc = np.where(
            has_zone, naive - minutes, by_zone.tz_convert("UTC").tz_localize(None).to_numpy()
        )
        moved = pd.DatetimeIndex(utc, tz="UTC").tz_convert(zone).tz_localize(None).to_numpy()
        local: NDArray[np.datetime64] = np.where(has_clock, moved, naive)
        return local.astype("datetime64[us]")


def read_moments(values: pd.Series, date_order: DateOrder) -> Moments:
    """Read a column of moments, every different text once.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts; see `dates.parse_dates`.
    date_order : {"day first", "month first"}
        How to read 03/04/2022.

    Returns
    -------
    Moments
        Of shape (n,).
    """
    codes, unique = pd.factorize(values)
    texts = _tidy(unique)
    is_serial = _matches(texts, _SERIAL)
    parts = texts.mask(is_serial).str.extract(_PARTS, flags=re.ASCII)
    day = _days(parts[0], date_order)
    clocks = read_clocks(parts[1])
    nothing = np.full(len(day), np.nan)
    read = Moments(day=day, clock_ms=nothing, offset_minutes=nothing).with_clocks(
        clocks, parts[1].notna().to_numpy(dtype=bool)
    )
    serial_day, serial_ms = _serials(texts.where(is_serial))
    day = np.where(is_serial, serial_day, read.day)
    is_inside = (day >= _FIRST) & (day < _END)
    return _take(
        replace(
            read,
            day=np.where(is_inside, day, np.datetime64("NaT", "D")),
            clock_ms=np.where(is_serial, serial_ms, read.clock_ms),
        ),
        codes,
    )


def read_clocks(values: pd.Series) -> Moments:
    """Read a column of clock times, every different text once.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts; also fractions of a day, as spreadsheets hold clock times.

    Returns
    -------
    Moments
        Without days.
    """
    codes, unique = pd.factorize(values)
    texts = _tidy(unique)
    read = [parse_clock(text) or (np.nan, np.nan) for text in texts]
    clock_ms, offset = _columns(read)
    is_fraction = _matches(texts, _FRACTION)
    fraction = _numbers(texts.where(is_fraction)) % 1
    from_fraction = np.rint(fraction * _DAY_MS) % _DAY_MS
    return _take(
        Moments(
            day=np.full(len(texts), "NaT", dtype="datetime64[D]"),
            clock_ms=np.where(is_fraction, from_fraction, clock_ms),
            offset_minutes=offset,
        ),
        codes,
    )


def _tidy(unique: object) -> pd.Series:
    return pd.Series(np.asarray(unique, dtype=object), dtype="string").str.strip().str.lower()


def _matches(texts: pd.Series, pattern: str) -> NDArray[np.bool_]:
    found = texts.str.contains(pattern, regex=True, flags=re.ASCII)
    return found.fillna(value=False).to_numpy(dtype=bool)


def _days(texts: pd.Series, date_order: DateOrder) -> Days:
    codes, unique = pd.factorize(texts)
    days = np.array([parse_day(str(text), date_order) for text in unique], dtype="datetime64[D]")
    return np.append(days, np.datetime64("NaT", "D"))[codes]


def _serials(texts: pd.Series) -> tuple[Days, Numbers]:
    number = _numbers(texts)
    is_inside = (number >= _FIRST_SERIAL) & (number < _LAST_SERIAL + 1)
    # A float keeps the time of day to a microsecond, so milliseconds come back whole.
    ms = np.rint(np.where(is_inside, number, np.nan) * _DAY_MS)
    days = np.floor(ms / _DAY_MS)
    whole = np.where(np.isnan(days), 0.0, days).astype("timedelta64[D]")
    day = np.where(is_inside, _EPOCH + whole, np.datetime64("NaT", "D"))
    has_clock = _matches(texts, r"[.,]")
    return day, np.where(has_clock, ms - days * _DAY_MS, np.nan)


def _numbers(texts: pd.Series) -> Numbers:
    plain = texts.str.replace(",", ".", regex=False)
    return pd.to_numeric(plain, errors="coerce").to_numpy(dtype="float64", na_value=np.nan)


def _columns(read: list[ClockTime]) -> tuple[Numbers, Numbers]:
    table = np.array(read, dtype="float64").reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _take(unique: Moments, codes: NDArray[np.intp]) -> Moments:
    # Missing values have the code -1: one more at the end serves them.
    return Moments(
        day=np.append(unique.day, np.datetime64("NaT", "D"))[codes],
        clock_ms=np.append(unique.clock_ms, np.nan)[codes],
        offset_minutes=np.append(unique.offset_minutes, np.nan)[codes],
    )
