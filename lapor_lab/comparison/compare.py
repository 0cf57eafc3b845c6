"""One entry: from complaints or counts to a comparison that says how it judged."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.comparison.checks import run_checks
from lapor_lab.comparison.comparison import COMPARISON_COLUMNS, Comparison
from lapor_lab.comparison.group import GroupRules, judge_group
from lapor_lab.comparison.measures import find_measure
from lapor_lab.comparison.missing import missing_panel
from lapor_lab.comparison.peers import find_peers
from lapor_lab.comparison.stratified import stratify
from lapor_lab.errors import ParameterError
from lapor_lab.metrics import Counts, Measure, count_cases
from lapor_lab.schema import Availability, ComplaintLog, Scale, Verdict, label, scale_of

__all__ = ["SMALLEST_N", "compare"]

# An assumption: of fewer even none or all say little. Published schemes ask for 5 to 30.
SMALLEST_N: Final = 30


def compare(
    source: ComplaintLog | Path | Counts,
    measure: str | Measure,
    *,
    by: str = "institution",
    adjust: Sequence[str] = (),
    peers: str | Mapping[str, str] | None = None,
    target: float | None = None,
    smallest_n: int = SMALLEST_N,
    rng: int = 0,
) -> Comparison:
    """Compare institutions on one measure.

    Each institution is laid beside what its peers' pooled value lets expect of it, given the
    composition of its cases. It lies outside their range only if it does so at 99.8 % by two
    variants of overdispersion.

    Parameters
    ----------
    source : ComplaintLog, Path or Counts
        A log, a folder of one, or counts that were made with `by` and the strata `adjust`.
    measure : str or Measure
        A share or a mean; its identifier, such as ``"completed_within_limit"``.
    by : str, default="institution"
        Column that makes the groups.
    adjust : sequence of str, default=()
        Columns whose composition is allowed for, such as ``("topic", "report_class")``.
    peers : {"kind", "volume"}, mapping of str to str, or None, default=None
        Who is compared with whom; None for all with all.
    target : float or None, default=None
        The value to compare with; the peers' pooled value by default.
    smallest_n : int, default=30
        Below this denominator the data are insufficient.
    rng : int, default=0
        Seed of the rank sets.

    Returns
    -------
    Comparison
        Crude, adjusted and shrunken values, rank sets, verdicts, and the checks.

    Raises
    ------
    UnknownNameError
        If a column, the measure or the rule for peers is not known.
    ParameterError
        If the measure is a quantile, which has no expected value, the target is out of its
        range, or counts were made otherwise.

    Examples
    --------
    >>> from lapor_lab.synthetic import load_scenario, make_complaint_log
    >>> log = make_complaint_log(load_scenario("kementerian"), n_cases=3000)
    >>> found = compare(log, "first_followed_up_within_limit", adjust=("topic",))
    >>> len(found.table), [check.step for check in found.checks][:2]
    (10, ['policy', 'case_mix'])
    """
    asked = find_measure(measure)
    is_share = scale_of(asked.id) is Scale.SHARE
    _check_target(target, is_share=is_share)
    counts = _counts_of(source, by, tuple(adjust))
    plain = counts.total()
    estimates = asked(plain).set_index("institution")
    n = plain.sums["n"].reindex(estimates.index)
    frame = estimates.assign(n=n, peer_group=find_peers(n, peers), reason="")
    frame["verdict"] = _first_verdicts(frame, smallest_n)
    cells = stratify(counts, asked, estimates)
    rules = GroupRules(direction=asked.direction, is_share=is_share, target=target, rng=rng)
    groups = {
        str(name): judge_group(rows, cells.of(list(rows.index)), rules)
        for name, rows in frame[frame["verdict"] == ""].groupby("peer_group")
    }
    left = frame[frame["verdict"] != ""]
    table = pd.concat([left, *(group.table for group in groups.values())])
    curves = [group.curves.assign(peer_group=name) for name, group in groups.items()]
    dispersions = [group.dispersion.assign(peer_group=name) for name, group in groups.items()]
    missing = missing_panel(estimates, counts)
    table = _in_order(table)
    dispersion = pd.concat(dispersions, ignore_index=True) if dispersions else pd.DataFrame()
    checks = run_checks(
        table, dispersion, measure=asked.id, adjusted_by=counts.strata, missing=missing
    )
    log = source if isinstance(source, ComplaintLog) else None
    return Comparison(
        measure=asked.id,
        direction=asked.direction,
        by=counts.by,
        adjusted_by=counts.strata,
        peers=peers if isinstance(peers, str) else "own" if peers else "",
        is_target_given=target is not None,
        as_of=counts.as_of,
        provenance={} if log is None else log.provenance,
        table=table,
        limits=pd.concat(curves, ignore_index=True) if curves else pd.DataFrame(),
        dispersion=dispersion,
        checks=checks,
        missing=missing,
    )


def _check_target(target: float | None, *, is_share: bool) -> None:
    if target is not None and not 0 < target < (1 if is_share else np.inf):
        raise ParameterError(
            "parameter_range",
            name="target",
            allowed="in (0, 1)" if is_share else "above 0",
            value=target,
            remedy="Write 0.9 for 90 %.",
        )


def _counts_of(source: ComplaintLog | Path | Counts, by: str, adjust: tuple[str, ...]) -> Counts:
    if not isinstance(source, Counts):
        return count_cases(source, by=by, strata=adjust)
    if (source.by, source.strata) != (by, adjust):
        raise ParameterError(
            "parameter_range",
            name="source",
            allowed=f"counts by {by!r} with strata {adjust}",
            value=(source.by, source.strata),
            remedy="Count with the same `by` and `strata`.",
        )
    return source


def _first_verdicts(frame: pd.DataFrame, smallest_n: int) -> pd.Series:
    """Sort out who cannot be judged; an empty verdict is still open."""
    told = frame["availability"]
    is_absent = ~told.isin([Availability.AVAILABLE, Availability.INSUFFICIENT])
    is_small = (told == Availability.INSUFFICIENT) | (frame["denominator"] < smallest_n)
    found = np.select(
        [is_absent, is_small], [Verdict.NOT_AVAILABLE.value, Verdict.INSUFFICIENT.value], ""
    )
    return pd.Series(found, index=frame.index)


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    named = (
        table.rename(columns={"estimate": "crude", "lower": "crude_lower", "upper": "crude_upper"})
        .rename_axis("institution")
        .reset_index()
    )
    named["expected"] = named.get("expected_value", np.nan) * named["denominator"]
    is_small = (named["verdict"] == Verdict.INSUFFICIENT) & (named["reason"] == "")
    named["reason"] = named["reason"].mask(is_small, label("verdict.reason_small"))
    ordered = named.reindex(columns=list(COMPARISON_COLUMNS))
    return ordered.sort_values("institution", key=lambda s: s.str.casefold(), ignore_index=True)
