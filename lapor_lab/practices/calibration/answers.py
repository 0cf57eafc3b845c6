"""What follows a first answer: a further one, a reply, reopening, closing, a rating."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import AUTOCLOSE, UNKNOWN, load_calendar, load_limits
from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.maximum import maximise
from lapor_lab.practices.calibration.measured import Measured
from lapor_lab.practices.calibration.shares import Mix, Share
from lapor_lab.practices.calibration.steps import NOTHING, Steps
from lapor_lab.practices.calibration.waits import Waits, away_from, log_likelihood
from lapor_lab.schema import Activity, ReportClass
from lapor_lab.synthetic import InstitutionModel, ReporterModel
from lapor_lab.synthetic.handling.clock import make_office_clock
from lapor_lab.synthetic.handling.incoming import limit_days

__all__ = ["estimate_answers"]

_CLOSERS: Final = {
    Activity.CLOSE_BY_REPORTER.value: "closed_by_reporter_share",
    Activity.CLOSE_BY_ADMIN.value: "closed_by_admin_share",
    Activity.CLOSE_BY_SYSTEM.value: "closed_by_system_share",
}
_RATED_DAYS: Final = 12
# Later answers are so rare that their ratings are those of a few cases.
_RATED_WITHIN_DAYS: Final = 40
# The maker's last window reopens nothing.
_MAX_REOPENED: Final = 2
_SMALLEST_N: Final = 5
_FURTHER_N: Final = 10
_BEST_RATING: Final = 5


def estimate_answers(
    steps: Steps, institution: InstitutionModel, reporters: ReporterModel
) -> list[Estimate]:
    """Estimate what happens from the first answer on.

    Answers so young that their window is not over are left out. An answer is final if a reply
    or the closing follows it.

    Parameters
    ----------
    steps : Steps
        Events.
    institution : InstitutionModel
        Absences, which are assumptions.
    reporters : ReporterModel
        Effort by class.

    Returns
    -------
    list of Estimate
        What has cases enough.
    """
    window_days = int(load_limits().days(AUTOCLOSE, "", steps.as_of.date().isoformat()))
    until = steps.settled_before(window_days + 2)
    answers = steps.of(Activity.FOLLOW_UP)
    answers = answers[answers["finished"] < until]
    is_first = ~answers["case"].duplicated().to_numpy()
    ends = [Activity.REPLY.value, *_CLOSERS]
    is_final = answers["after"].isin(ends).to_numpy()
    found = _further(steps, institution, reporters, answers[is_first])
    final = answers[is_final]
    if len(final) < _SMALLEST_N:
        return found
    is_replied = (final["after"] == Activity.REPLY).to_numpy()
    found.append(_share("reply_share", is_replied, "dari jawaban akhir yang masanya lewat"))
    closer = final["after"][~is_replied].map(_CLOSERS)
    counts = {name: float((closer == name).sum()) for name in _CLOSERS.values()}
    if len(closer) >= _SMALLEST_N:
        reason = "dari jawaban akhir tanpa balasan pelapor"
        system = "closed_by_system_share"
        found.append(Mix(parameter="", counts=counts, left_out=system, reason=reason))
    return [*found, *_reopened(steps, until), *_ratings(steps)]


def _share(parameter: str, hits: npt.NDArray[np.bool_], reason: str) -> Share:
    return Share(parameter=parameter, hits=int(hits.sum()), trials=len(hits), reason=reason)


def _reopened(steps: Steps, until: int) -> list[Estimate]:
    replies = steps.of(Activity.REPLY)
    replies = replies[(replies["before"] == Activity.FOLLOW_UP) & (replies["finished"] < until)]
    replies = replies[replies.groupby("case").cumcount() < _MAX_REOPENED]
    if len(replies) < _SMALLEST_N:
        return []
    # Whatever is not closed by now was reopened, and waits for its answer.
    hits = replies["after"].isin([Activity.FOLLOW_UP.value, NOTHING]).to_numpy()
    return [_share("reopened_share", hits, "dari balasan pelapor")]


def _further(
    steps: Steps, institution: InstitutionModel, reporters: ReporterModel, first: pd.DataFrame
) -> list[Estimate]:
    effort = first["report_class"].map(dict(reporters.class_effort))
    first = first.assign(effort=effort)[effort.notna()]
    goes_on = [Activity.FOLLOW_UP.value, Activity.ESCALATE.value, NOTHING]
    is_further = first["after"].isin(goes_on).to_numpy()
    total = float(first["effort"].sum())
    if is_further.sum() < _SMALLEST_N:
        return []
    share = min(float(is_further.sum()) / total, 0.999)
    chance = np.minimum(1.0, share * first["effort"].to_numpy())
    variance = float((chance * (1 - chance)).sum()) / total**2
    found: list[Estimate] = [
        Measured(
            parameters=("further_share",),
            estimates=(share,),
            covariance=np.array([[variance]]),
            n=len(first),
            reason="dari jawaban pertama yang masanya lewat, menurut klasifikasi",
        )
    ]
    # Without starts nobody can tell how long what was not called for has waited.
    if not steps.has_starts:
        return found
    return found + _further_waits(steps, institution, first[is_further])


def _further_waits(
    steps: Steps, institution: InstitutionModel, pending: pd.DataFrame
) -> list[Estimate]:
    """Estimate the days between the first and the final answer, and who is called on."""
    is_called = (pending["after"] == Activity.ESCALATE).to_numpy()
    is_answered = (pending["after"] == Activity.FOLLOW_UP).to_numpy()
    is_known = is_answered & (pending["started_after"] >= 0).to_numpy()
    is_open = (pending["after"] == NOTHING).to_numpy()
    called_for = np.maximum(_called_for(steps, pending), pending["finished"].to_numpy())
    until = np.where(is_known, pending["started_after"], steps.end)
    until = np.where(is_called, called_for, until)
    kept = is_called | is_known | is_open
    found: list[Estimate] = []
    # Whoever waited beyond the moment at which a watched report is called for was not watched.
    at_risk = kept & (is_called | (until > called_for))
    if at_risk.sum() >= _SMALLEST_N:
        hits = is_called[at_risk]
        found.append(_share("escalated_share", hits, "dari laporan yang mendekati batas waktu"))
    if kept.sum() < _FURTHER_N:
        return found
    told, end = pending[kept], until[kept]
    scale = steps.day_seconds * told["effort"].to_numpy()
    ends = told["finished"].to_numpy()
    is_over = is_known[kept]
    since = [
        np.where(is_over, np.maximum(told[name].to_numpy() - ends, 0), 0) / scale
        for name in ("run_start_after", "others_since_after")
    ]
    runs = np.where(is_over, told["period_after"], told["period_after"].max() + 1 + told.index)
    away = away_from(institution)
    waits = Waits(
        days=np.maximum(end - ends, 0) / scale,
        is_open=~is_over,
        run_days=since[0],
        others_days=since[1],
        away_share=np.where(is_called[kept], 0.0, away.share),
        cap_days=np.full(len(told), np.inf),
        period=np.unique(runs, return_inverse=True)[1],
    )
    name = "further_days"
    value, covariance = maximise(
        lambda x: float(log_likelihood(waits, x[name], 0.0, 0.0, away).sum()),
        {name: max(float(waits.days.mean()), 0.1)},
    )
    if np.isnan(covariance).any():
        return found
    reason = "dari jeda antara jawaban pertama dan jawaban akhir, yang masih terbuka diperhitungkan"
    measured = Measured(
        parameters=(name,),
        estimates=(value[name],),
        covariance=covariance,
        n=len(told),
        reason=reason,
    )
    return [*found, measured]


def _called_for(steps: Steps, rows: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Return when a watched report would be called for, as the maker does."""
    clock = make_office_clock(load_calendar())
    classes = [str(name) for name in ReportClass]
    code = np.array([classes.index(name) for name in rows["report_class"]], dtype=np.int64)
    submitted_at = steps.cases["submitted_at"].to_numpy()[rows["case"]].astype("datetime64[s]")
    limit = limit_days(code, submitted_at)
    day = clock.ends_of_days(np.maximum(rows["submitted"].to_numpy(), 1), np.maximum(limit - 1, 0))
    return np.where(limit == UNKNOWN, np.iinfo(np.int64).max // 2, day - steps.day_seconds)


def _ratings(steps: Steps) -> list[Estimate]:
    closed = steps.of(Activity.CLOSE_BY_ADMIN, Activity.CLOSE_BY_REPORTER, Activity.CLOSE_BY_SYSTEM)
    closed = closed[closed["finished"] < steps.settled_before(_RATED_DAYS)]
    if "rating" not in steps.cases or len(closed) < _SMALLEST_N:
        return []
    rating = steps.cases["rating"].astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
    is_rated = np.isfinite(rating[closed["case"]])
    found: list[Estimate] = [_share("rated_share", is_rated, "dari laporan yang sudah ditutup")]
    first = steps.of(Activity.FOLLOW_UP).drop_duplicates("case")
    at = load_calendar().wall_times(first["finished"].to_numpy())
    submitted_at = steps.cases["submitted_at"].to_numpy()[first["case"]]
    days = load_calendar().working_days(submitted_at, at)
    values = rating[first["case"]]
    usual = np.isfinite(values) & (days >= 0) & (days <= _RATED_WITHIN_DAYS)
    return found + _slope(days[usual].astype(np.float64), values[usual])


def _slope(days: npt.NDArray[np.float64], rating: npt.NDArray[np.floating]) -> list[Estimate]:
    """Fit a line by least squares, with errors that allow for unequal variances."""
    if len(days) < _FURTHER_N or np.ptp(days) == 0:
        return []
    design = np.column_stack([np.ones(len(days)), -days])
    inverse = np.linalg.inv(design.T @ design)
    start, loss = inverse @ design.T @ rating
    residual = rating - design @ np.array([start, loss])
    meat = (design * residual[:, None] ** 2).T @ design
    covariance = inverse @ meat @ inverse * len(days) / (len(days) - 2)
    if not (1 < start <= _BEST_RATING and loss > 0):
        return []
    return [
        Measured(
            parameters=("rating_start", "rating_loss_per_day"),
            estimates=(float(start), float(loss)),
            covariance=covariance,
            n=len(days),
            reason="garis lurus penilaian menurut hari sampai tindak lanjut pertama",
        )
    ]
