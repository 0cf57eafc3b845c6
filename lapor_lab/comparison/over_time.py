"""One measure of each institution month by month, its season taken from the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.comparison.measures import find_measure
from lapor_lab.comparison.stratified import Stratified, stratify
from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics import Counts, count_cases
from lapor_lab.schema import ComplaintLog, Scale, scale_of
from lapor_lab.stats import (
    Baseline,
    ControlChart,
    assurance,
    nhs_rules,
    p_chart,
    u_chart,
)

__all__ = ["TIME_COLUMNS", "Tracking", "track"]

TIME_COLUMNS: Final = (
    "institution",
    "period",
    "numerator",
    "denominator",
    "n_unknown",
    "value",
    "centre",
    "lower",
    "upper",
    "is_special",
    "rule",
    "is_settled",
    "note",
)
_MONTH: Final = ("month",)
# Of a month of which more is undecided, what is decided is mostly what went fast.
_MOST_UNKNOWN: Final = 0.2
_HALF: Final = 0.5


@dataclass(frozen=True, kw_only=True)
class Tracking:
    """A measure of institutions month by month.

    Parameters
    ----------
    measure : str
        Identifier.
    direction : {"higher", "lower"}
        Which end is wanted.
    target : float or None
        The legal limit's share or another that is aimed at.
    table : DataFrame of shape (n_institutions * n_months, 13)
        Columns of `TIME_COLUMNS`: centre and limits move with the season that the other
        institutions had; `rule` is the rule of the NHS by which a month is special; a month
        that is not settled is shown and not judged, as are all months of an institution with
        fewer events of the rarer outcome than months; `note` is what the user said of it.
    assurance : Series of str of shape (n_institutions,)
        ``"consistent_pass"``, ``"consistent_fail"`` or ``"inconsistent"`` towards the target;
        missing without a target or limits.
    """

    measure: str
    direction: Literal["higher", "lower"]
    target: float | None
    table: pd.DataFrame
    assurance: pd.Series


def track(
    source: ComplaintLog | Path | Counts,
    measure: str,
    *,
    by: str = "institution",
    target: float | None = None,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    rebase_at: Mapping[str, Sequence[str]] | None = None,
) -> Tracking:
    """Follow a share of each institution month by month.

    What all institutions have in common, such as Lebaran or the months of recruitment, is
    expected of each of them: the season is that of the others. Limits never start anew by
    themselves. A change that is known is written down as a note; whether the limits start
    anew there is for the user to say.

    Parameters
    ----------
    source : ComplaintLog, Path or Counts
        A log, a folder of one, or counts by `by` with the stratum ``"month"``.
    measure : str
        A share.
    by : str, default="institution"
        Column that makes the groups.
    target : float or None, default=None
        Share to hold the limits against, in [0, 1].
    notes : mapping of str to mapping of str to str, or None, default=None
        What happened, by institution and month (``"2022-08"``), such as a new decree.
    rebase_at : mapping of str to sequence of str, or None, default=None
        Months from which an institution's limits start anew, because it was changed.

    Returns
    -------
    Tracking
        Charts of all institutions.

    Raises
    ------
    ParameterError
        If the measure is no share, or the counts are not by month.
    UnknownNameError
        If a name of an institution or month is not in the data.

    Examples
    --------
    >>> from lapor_lab.synthetic import load_scenario, make_complaint_log
    >>> log = make_complaint_log(load_scenario("kementerian"), n_cases=2000)
    >>> found = track(log, "verified_within_limit", notes={"Kemenkumham": {"2022-05": "SK baru"}})
    >>> found.table.query("note != ''")["period"].tolist()
    ['2022-05']
    """
    asked = find_measure(measure)
    counts = source if isinstance(source, Counts) else count_cases(source, by=by, strata=_MONTH)
    if scale_of(asked.id) is not Scale.SHARE or counts.strata != _MONTH:
        raise ParameterError(
            "parameter_range",
            name="measure, strata",
            allowed="a share, by month",
            value=(asked.id, counts.strata),
            remedy="Choose a share and count with strata=('month',).",
        )
    estimates = asked(counts.total()).set_index("institution")
    cells = stratify(counts, asked, estimates)
    months = cells.strata["month"].tolist()
    said, anew = notes or {}, rebase_at or {}
    _check_names(said, anew, cells.institutions, months)
    tables, verdicts = [], {}
    for row, name in enumerate(cells.institutions):
        positions = tuple(months.index(month) for month in anew.get(name, ()))
        table, chart = _chart_of(cells, row, positions)
        said_of = said.get(name, {})
        table["note"] = [said_of.get(month, "") for month in months]
        tables.append(table.assign(institution=name, period=months))
        if target is not None:
            # An unsettled month at the end has no limits yet.
            has_limits = np.flatnonzero(~np.isnan(chart.lower))
            known = slice(0, has_limits[-1] + 1 if len(has_limits) else None)
            latest = replace(chart, lower=chart.lower[known], upper=chart.upper[known])
            verdicts[name] = assurance(latest, target, direction=asked.direction)
    return Tracking(
        measure=asked.id,
        direction=asked.direction,
        target=target,
        table=pd.concat(tables, ignore_index=True)[list(TIME_COLUMNS)],
        assurance=pd.Series(verdicts, index=pd.Index(cells.institutions), dtype="object"),
    )


def _chart_of(
    cells: Stratified, row: int, rebase_at: tuple[int, ...]
) -> tuple[pd.DataFrame, ControlChart]:
    seen, n, unknown = cells.total[row], cells.denominator[row], cells.n_unknown[row]
    asked = n + unknown
    is_settled = (n > 0) & (unknown <= _MOST_UNKNOWN * asked)
    # The rarer outcome is charted: its limits are not cut short by the end of the scale.
    is_complement = cells.total.sum() > _HALF * cells.denominator.sum()
    events = n - seen if is_complement else seen
    settled_events, settled_n = np.where(is_settled, events, 0), np.where(is_settled, n, 0)
    expected_share = _share_of_others(cells, row, is_complement=is_complement)
    baseline = Baseline(rebase_at=rebase_at)
    if np.all((expected_share > 0) | ~is_settled):
        expected = settled_n * np.where(expected_share > 0, expected_share, 0)
        chart = u_chart(settled_events, expected, baseline, is_primed=True)
        rules = nhs_rules(chart)
        chart = chart.scaled(np.where(expected_share > 0, expected_share, np.nan))
    else:
        chart = p_chart(settled_events, settled_n, baseline, is_primed=True)
        rules = nhs_rules(chart)
    # Events so rare that most months have none make every month without one look special.
    is_judged = settled_events.sum() >= is_settled.sum()
    if is_complement:
        chart = replace(
            chart,
            value=1 - chart.value,
            centre=1 - chart.centre,
            lower=1 - chart.upper,
            upper=1 - chart.lower,
        )
    chart = replace(chart, lower=np.clip(chart.lower, 0, 1), upper=np.clip(chart.upper, 0, 1))
    table = pd.DataFrame(
        {
            "numerator": seen,
            "denominator": n,
            "n_unknown": unknown,
            "value": np.divide(seen, n, out=np.full(len(n), np.nan), where=n > 0),
            "centre": chart.centre,
            "lower": chart.lower,
            "upper": chart.upper,
            "is_special": rules.is_special & is_judged,
            "rule": rules.rule if is_judged else "",
            "is_settled": is_settled,
        }
    )
    return table, chart


def _share_of_others(cells: Stratified, row: int, *, is_complement: bool) -> NDArray[np.float64]:
    """Return the share of events that all others together had in each month; NaN without any."""
    n = cells.denominator.sum(axis=0) - cells.denominator[row]
    seen = cells.total.sum(axis=0) - cells.total[row]
    events = n - seen if is_complement else seen
    share: NDArray[np.float64] = np.divide(events, n, out=np.full(len(n), np.nan), where=n > 0)
    return share


def _check_names(
    notes: Mapping[str, Mapping[str, str]],
    rebase_at: Mapping[str, Sequence[str]],
    institutions: Sequence[str],
    months: Sequence[str],
) -> None:
    for named in (notes, rebase_at):
        for institution, said in named.items():
            if institution not in institutions:
                raise UnknownNameError(
                    "unknown_name",
                    kind="institution",
                    value=institution,
                    allowed=", ".join(institutions),
                )
            for month in said:
                if month not in months:
                    raise UnknownNameError(
                        "unknown_name", kind="month", value=month, allowed=", ".join(months)
                    )
