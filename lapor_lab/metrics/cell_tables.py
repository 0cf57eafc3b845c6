"""The cells of counts while they are counted, and the tables that become of them."""

from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.flow import FLOW_KEYS, UNKNOWN_DAYS
from lapor_lab.metrics.outcome_code import OUTCOMES
from lapor_lab.metrics.question import Question
from lapor_lab.metrics.stage_judge import NOT_ASKED
from lapor_lab.metrics.sums import ALWAYS_COUNTED, sum_terms
from lapor_lab.metrics.tally import Tally
from lapor_lab.schema import Stage

__all__ = ["CellTables"]

# More than there are kinds; and more days than there can be on either side of day 0, 1970.
_MANY: Final = 1 << 31
_DAY_ZERO: Final = 1 << 30
_DAILY: Final = ("n_opened", "n_closed")
_N_OUTCOMES: Final = NOT_ASKED + 1
_Int64 = NDArray[np.int64]


class CellTables:
    """Tallies of keys by kind, by stage, days and outcome, and by day.

    Parameters
    ----------
    question : Question
        What is asked.
    n_days : int
        No case has as many working days.
    """

    def __init__(self, question: Question, n_days: int) -> None:
        self._tables = question.tables
        # One more for days that cannot be counted.
        self._n_days = n_days + 1
        self._kinds = Tally(_MANY)
        self._flow = {stage: Tally(self._n_days) for stage in question.flow_stages}
        self._daily = {name: Tally(_MANY, n_near=2048) for name in _DAILY}

    def add_kinds(self, keys: _Int64, kinds: _Int64) -> None:
        """Count cases by kind.

        Parameters
        ----------
        keys, kinds : ndarray of int64 of shape (n_cases,)
            Key and kind of each case.
        """
        self._kinds.add(keys, kinds)

    def add_flow(self, stage: Stage, keys: _Int64, days: _Int64, outcome: _Int64) -> None:
        """Count cases by what one stage came to.

        Parameters
        ----------
        stage : Stage
            The stage.
        keys, days, outcome : ndarray of int64 of shape (n_cases,)
            Key of each case, its working days, and its outcome's code.
        """
        self._flow[stage].add(keys * _N_OUTCOMES + outcome, days - UNKNOWN_DAYS)

    def add_days(self, name: str, keys: _Int64, days: NDArray[np.datetime64]) -> None:
        """Count cases by the day of one time.

        Parameters
        ----------
        name : {"n_opened", "n_closed"}
            Column of the daily table.
        keys : ndarray of int64 of shape (n_cases,)
            Key of each case.
        days : ndarray of datetime64[D] of shape (n_cases,)
            Day of each case; those without one are not counted.
        """
        is_known = ~np.isnat(days)
        self._daily[name].add(keys[is_known], days[is_known].view(np.int64) + _DAY_ZERO)

    def frames(
        self, keys: pd.MultiIndex, kinds: pd.DataFrame, is_covered: NDArray[np.bool_]
    ) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """Return what was counted.

        Parameters
        ----------
        keys : MultiIndex of shape (n_keys,)
            Names of the keys, by number.
        kinds : DataFrame of shape (n_kinds, n_columns)
            One case of each kind.
        is_covered : ndarray of bool of shape (n_kinds,)
            Whether the calendar knows its days.

        Returns
        -------
        flow, sums, daily : DataFrame
            Tables in the order of their keys.
        """
        order = keys.argsort()
        rank = np.empty(len(keys), dtype=np.int64)
        rank[order] = np.arange(len(keys))
        keys = keys.take(order)
        return (
            self._flow_frame(keys, rank),
            self._sums_frame(keys, rank, sum_terms(kinds, is_covered)),
            self._daily_frame(keys, rank),
        )

    def _flow_frame(self, keys: pd.MultiIndex, rank: _Int64) -> pd.DataFrame:
        outcomes = pd.Index([outcome.value for outcome in OUTCOMES], dtype="str")
        outcome_rank = np.append(outcomes.argsort().argsort(), NOT_ASKED)
        stages = sorted(self._flow)
        nothing = np.array([], dtype=np.int64)
        codes, counts = [nothing], [nothing]
        for place, stage in enumerate(stages):
            first, days, n = self._flow[stage].pairs()
            key, outcome = np.divmod(first, _N_OUTCOMES)
            is_asked = outcome != NOT_ASKED
            cell = (rank[key] * len(stages) + place) * self._n_days + days
            codes.append((cell * _N_OUTCOMES + outcome_rank[outcome])[is_asked])
            counts.append(n[is_asked])
        code, n = np.concatenate(codes), np.concatenate(counts)
        order = np.argsort(code)
        cell, outcome = np.divmod(code[order], _N_OUTCOMES)
        cell, days = np.divmod(cell, self._n_days)
        key, which = np.divmod(cell, max(len(stages), 1))
        table = _named(keys, key)
        table["stage"] = pd.Index([stage.value for stage in stages], dtype="str").take(which)
        table["days"] = days + UNKNOWN_DAYS
        table["outcome"] = outcomes.sort_values().take(outcome)
        table["n"] = n[order]
        return pd.DataFrame(table, columns=[*keys.names, *FLOW_KEYS[1:], "n"])

    def _sums_frame(self, keys: pd.MultiIndex, rank: _Int64, terms: pd.DataFrame) -> pd.DataFrame:
        key, kind, n = self._kinds.pairs()
        # Pairs come in the order of their keys, and every key has one.
        starts = np.flatnonzero(np.diff(key, prepend=-1))
        is_asked = "sums" in self._tables
        sums = {}
        for name in terms:
            each = terms[name].to_numpy()[kind] * n
            each = each if is_asked or name in ALWAYS_COUNTED else np.zeros_like(each)
            sums[name] = np.empty(len(keys), dtype=np.int64)
            sums[name][rank] = np.add.reduceat(each, starts)
        index = keys if keys.nlevels > 1 else keys.get_level_values(0)
        return pd.DataFrame(sums, index=index)

    def _daily_frame(self, keys: pd.MultiIndex, rank: _Int64) -> pd.DataFrame:
        pairs = {name: tally.pairs() for name, tally in self._daily.items()}
        codes = np.concatenate([rank[key] * _MANY + day for key, day, _ in pairs.values()])
        found, place = np.unique(codes, return_inverse=True)
        key, day = np.divmod(found, _MANY)
        table = _named(keys, key)
        table["day"] = pd.Index((day - _DAY_ZERO).astype("datetime64[D]").astype("datetime64[us]"))
        end = 0
        for name, (_, _, n) in pairs.items():
            start, end = end, end + len(n)
            table[name] = np.zeros(len(found), dtype=np.int64)
            table[name][place[start:end]] = n
        return pd.DataFrame(table, columns=[*keys.names, "day", *_DAILY])


def _named(keys: pd.MultiIndex, rows: _Int64) -> dict[str, Any]:
    levels = enumerate(keys.names)
    return {str(name): keys.get_level_values(level).take(rows) for level, name in levels}
