"""Counts: the small additive tables to which any number of cases is reduced."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.metrics.flow import FLOW_KEYS

__all__ = ["Counts"]

_DAILY_KEYS: Final = ["institution", "day"]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What measures are made from; counts of parts add up with ``+``.

    Parameters
    ----------
    by : str
        Column whose values the counts are grouped by.
    as_of : Timestamp
        Moment of the snapshot.
    flow : DataFrame of shape (n_cells, 5)
        `institution, stage, days, outcome, n`: cases by working days spent up to the stage
        or up to `as_of` (-1 where they cannot be counted) and by outcome.
    sums : DataFrame of shape (n_institutions, n_columns)
        Sums and counts by institution, which is the index.
    daily : DataFrame of shape (n_days, 4)
        `institution, day, n_opened, n_closed`.
    strata : tuple of str, default=()
        Columns that each institution's counts are divided by besides: in `flow` and `daily`
        they follow `institution`, in `sums` they are further levels of the index. Measures
        take counts without strata: `total`, or one of `strata_parts`.
    """

    by: str
    as_of: pd.Timestamp
    flow: pd.DataFrame
    sums: pd.DataFrame
    daily: pd.DataFrame
    strata: tuple[str, ...] = ()

    def __add__(self, other: "Counts") -> "Counts":
        if self._frame != other._frame:
            raise ParameterError(
                "parameter_range",
                name="other",
                allowed=f"counts by {self.by!r}{_besides(self.strata)} as of {self.as_of}",
                value=other._frame[: 3 if self.strata or other.strata else 2],
                remedy="Count both parts with the same `by`, `strata` and `as_of`.",
            )
        return replace(
            self,
            flow=_added(self.flow, other.flow, _keys(FLOW_KEYS, self.strata)),
            sums=pd.concat([self.sums, other.sums]).groupby(level=self._levels).sum(),
            daily=_added(self.daily, other.daily, _keys(_DAILY_KEYS, self.strata)),
        )

    @property
    def institutions(self) -> list[str]:
        """Names of the groups, in alphabetical order."""
        return sorted(self.sums.index.unique("institution"))

    @property
    def _levels(self) -> list[int]:
        return list(range(1 + len(self.strata)))

    @property
    def _frame(self) -> tuple[str, str, tuple[str, ...]]:
        return self.by, str(self.as_of), self.strata

    def total(self) -> "Counts":
        """Return the counts of the institutions as wholes.

        Returns
        -------
        Counts
            Without strata.
        """
        if not self.strata:
            return self
        return replace(
            self,
            flow=_summed(self.flow.drop(columns=list(self.strata)), FLOW_KEYS),
            sums=self.sums.groupby(level="institution").sum(),
            daily=_summed(self.daily.drop(columns=list(self.strata)), _DAILY_KEYS),
            strata=(),
        )

    def strata_parts(self) -> Iterator[tuple[tuple[str, ...], "Counts"]]:
        """Take the counts apart by stratum.

        Yields
        ------
        tuple of str and Counts
            One value of each of `strata`, in alphabetical order, and the counts of the cases
            that have them, without strata. Counts without strata are one part: ``()``.
        """
        if not self.strata:
            yield (), self
            return
        names = list(self.strata)
        flows, days = _by_stratum(self.flow, names), _by_stratum(self.daily, names)
        for found, sums in self.sums.reset_index(names).groupby(names):
            key = tuple(map(str, found))
            yield (
                key,
                replace(
                    self,
                    flow=flows.get(key, self.flow.iloc[:0].drop(columns=names)),
                    sums=sums.drop(columns=names),
                    daily=days.get(key, self.daily.iloc[:0].drop(columns=names)),
                    strata=(),
                ),
            )


def _besides(strata: tuple[str, ...]) -> str:
    return f" with strata {strata}" if strata else ""


def _keys(plain: list[str], strata: tuple[str, ...]) -> list[str]:
    return [plain[0], *strata, *plain[1:]]


def _by_stratum(table: pd.DataFrame, names: list[str]) -> dict[tuple[str, ...], pd.DataFrame]:
    return {
        tuple(map(str, key)): rows.drop(columns=names).reset_index(drop=True)
        for key, rows in table.groupby(names)
    }


def _summed(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return table.groupby(keys, as_index=False, sort=True).sum() if len(table) else table


def _added(first: pd.DataFrame, second: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    # What is empty has no types of its own, and would take them from the other.
    tables = [table for table in (first, second) if len(table)]
    if len(tables) < 2:  # noqa: PLR2004 - two tables are added
        return tables[0] if tables else first
    both = pd.concat(tables, ignore_index=True)
    return both.groupby(keys, as_index=False, sort=True).sum()
