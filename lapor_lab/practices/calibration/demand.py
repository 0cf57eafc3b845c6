"""What comes in: how much, when, about what; known from any list of reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import minimize

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.measured import Counted, Measured
from lapor_lab.practices.calibration.shares import Mix, Share
from lapor_lab.schema import Channel, ComplaintLog, ReportClass
from lapor_lab.synthetic import InstitutionModel, ReporterModel, Season, TopicShare
from lapor_lab.synthetic.entries.arrivals import day_weights
from lapor_lab.synthetic.places import PROVINCES
from lapor_lab.synthetic.text.topic_list import TOPICS

__all__ = ["estimate_demand", "estimate_reporters"]

_DAYS_PER_YEAR: Final = 365
_SMALLEST_N: Final = 5
# Shares of hours, weekdays, channels and provinces of fewer reports are mostly chance.
_MANY: Final = 200
_N_HOURS: Final = 24
_N_WEEKDAYS: Final = 7
_LARGEST_FACTOR: Final = 20.0

_Floats = npt.NDArray[np.float64]


def estimate_demand(
    log: ComplaintLog, institution: InstitutionModel, reporters: ReporterModel
) -> list[Estimate]:
    """Estimate volume, seasons, topics and classes.

    Parameters
    ----------
    log : ComplaintLog
        Reports of one institution.
    institution : InstitutionModel
        For the days of its seasons.
    reporters : ReporterModel
        For the days of the week and holidays.

    Returns
    -------
    list of Estimate
        What the columns tell.
    """
    cases = log.cases
    found: list[Estimate] = [_volume(log)]
    found += _seasons(log, institution.seasons, reporters)
    found += _topics(cases)
    if "report_class" in cases:
        known = cases["report_class"].isin([each.value for each in ReportClass])
        found.append(
            Share(
                parameter="class_missing_share",
                hits=int((~known).sum()),
                trials=len(cases),
                reason="dari laporan tanpa klasifikasi",
            )
        )
        counts = cases.loc[known, "report_class"].value_counts()
        if counts.sum() >= _SMALLEST_N:
            every = {str(name): float(counts.get(str(name), 0)) for name in ReportClass}
            reason = "dari laporan dengan klasifikasi"
            found.append(Mix(parameter="class_shares", counts=every, reason=reason))
    return found


def estimate_reporters(
    cases: pd.DataFrame, reporters: ReporterModel
) -> tuple[ReporterModel, tuple[str, ...]]:
    """Return how reporters behave, as far as a list of many reports tells.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Reports of one institution.
    reporters : ReporterModel
        What the list does not tell.

    Returns
    -------
    reporters : ReporterModel
        With shares by hour, channel and province where all are known.
    names : tuple of str
        What was taken from the list.
    """
    changes: dict[str, Any] = {}
    if len(cases) < _MANY:
        return reporters, ()
    at = cases["submitted_at"]
    if (at != at.dt.normalize()).mean() > 1 / 2:
        hours = np.bincount(at.dt.hour, minlength=_N_HOURS)
        changes["hour_shares"] = tuple((hours / hours.sum()).tolist())
    known: Mapping[str, Sequence[str]] = {
        "channel": [each.value for each in Channel],
        "province": PROVINCES,
    }
    for column, names in known.items():
        if column in cases and cases[column].isin(list(names)).all():
            shares = cases[column].value_counts(normalize=True)
            changes[f"{column}_shares"] = {str(name): float(v) for name, v in shares.items()}
    return replace(reporters, **changes), tuple(changes)


def _volume(log: ComplaintLog) -> Estimate:
    """Estimate reports a year, as from a stream that is watched from its first report on."""
    first = log.cases["submitted_at"].min()
    days = max((log.as_of - first) / pd.Timedelta(1, "D"), 1.0)
    n_cases = len(log.cases)
    value = max(n_cases - 1, 1) / days * _DAYS_PER_YEAR
    return Measured(
        parameters=("volume_per_year",),
        estimates=(value,),
        covariance=np.array([[value**2 / max(n_cases - 1, 1)]]),
        n=n_cases,
        reason=f"{n_cases} laporan dalam {days:.0f} hari, disetahunkan",
    )


def _topics(cases: pd.DataFrame) -> list[Estimate]:
    if "topic" not in cases:
        return []
    has_topic = cases["topic"].notna()
    found: list[Estimate] = [
        Share(
            parameter="topic_missing_share",
            hits=int((~has_topic).sum()),
            trials=len(cases),
            reason="dari laporan tanpa topik",
        )
    ]
    told = cases[has_topic]
    below = told["subtopic"] if "subtopic" in told else pd.Series(pd.NA, index=told.index)
    pairs = pd.Series(list(zip(told["topic"], below.fillna(""), strict=True)), dtype=object)
    counts = pairs[pairs.isin(list(TOPICS))].value_counts()
    if counts.sum() < max(_SMALLEST_N, len(told) / 2):
        return found
    shares = [float(n / counts.sum()) for n in counts]
    topics = tuple(
        TopicShare(topic=topic, subtopic=subtopic, share=share)
        for (topic, subtopic), share in zip(counts.index.to_list(), shares, strict=True)
    )
    reason = "topik sebagaimana tercatat; salah label tidak dikoreksi"
    return [*found, Counted(parameter="topics", value=topics, n=len(told), reason=reason)]


def _seasons(
    log: ComplaintLog, seasons: tuple[Season, ...], reporters: ReporterModel
) -> list[Estimate]:
    """Estimate how much more comes in on the days of the seasons that are assumed."""
    days = (log.cases["submitted_at"].min().date(), log.as_of.date())
    period = (days[0], max(days[1], days[0] + timedelta(days=1)))
    n_days = (period[1] - period[0]).days
    at = (log.cases["submitted_at"].dt.normalize() - pd.Timestamp(period[0])).dt.days
    counts = np.bincount(at[at < n_days], minlength=n_days)
    if not seasons or len(log.cases) < _MANY:
        return []
    seen = [season for season in seasons if _covered(season, period, reporters)]
    if not seen:
        return []
    lowest = [1.0 if season.topic else 0.0 for season in seen]

    def cost(factors: _Floats) -> float:
        at = tuple(replace(s, factor=float(f)) for s, f in zip(seen, factors, strict=True))
        weights = day_weights(reporters, at, period).sum(axis=1)
        return -float((counts * np.log(np.maximum(weights / weights.sum(), 1e-12))).sum())

    bounds = [(low, _LARGEST_FACTOR) for low in lowest]
    start = np.array([max(season.factor, low) for season, low in zip(seen, lowest, strict=True)])
    best = minimize(cost, start, method="L-BFGS-B", bounds=bounds).x
    by_season = {
        season: replace(season, factor=float(factor))
        for season, factor in zip(seen, best, strict=True)
    }
    return [
        Counted(
            parameter="seasons",
            value=tuple(by_season.get(season, season) for season in seasons),
            n=len(log.cases),
            reason="hari-harinya dari skenario acuan, besarnya dari laporan per hari",
        )
    ]


def _covered(season: Season, period: tuple[date, date], reporters: ReporterModel) -> bool:
    """Say whether a season falls into a period at all."""
    louder = replace(season, factor=season.factor + 1)
    with_it, without = (day_weights(reporters, (each,), period).sum() for each in (louder, season))
    return bool(with_it != without)
