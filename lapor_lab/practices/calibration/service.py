"""How much effort the steps of an office take, and how far it spreads."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.mean_of import mean_of
from lapor_lab.practices.calibration.measured import Measured
from lapor_lab.practices.calibration.steps import Steps
from lapor_lab.schema import Activity
from lapor_lab.synthetic import InstitutionModel, ReporterModel

__all__ = ["estimate_service"]

_SECONDS_PER_HOUR: Final = 3600
_MINUTES_PER_HOUR: Final = 60
_SMALLEST_N: Final = 10
_ADMIN: Final = (
    "dari waktu kerja yang tercatat; hanya perbandingannya dengan jam admin per hari yang "
    "teramati, dan jam itu asumsi"
)
_OFFICER: Final = (
    "dari waktu kerja yang tercatat; hanya perbandingannya dengan jam pejabat penghubung per "
    "hari yang teramati, dan jam itu asumsi"
)


def estimate_service(
    steps: Steps, institution: InstitutionModel, reporters: ReporterModel
) -> list[Estimate]:
    """Estimate means of service times, and their common spread.

    Times on the clock tell how long a step took, not how many of those hours were spent on
    it: only the effort over the hours a day that somebody has for reports is identified.

    Parameters
    ----------
    steps : Steps
        Events with starts.
    institution : InstitutionModel
        Hours a day of administrators and officers, which are assumptions.
    reporters : ReporterModel
        Effort by class.

    Returns
    -------
    list of Estimate
        What has steps enough.
    """
    day_hours = steps.day_seconds / _SECONDS_PER_HOUR
    admin = institution.admin_hours_per_day / day_hours / _SECONDS_PER_HOUR
    officer = institution.officer_hours_per_day / day_hours / _SECONDS_PER_HOUR
    answers = _answers(steps, reporters)
    done = {
        "verify_minutes": (_verifications(steps) * admin * _MINUTES_PER_HOUR, _ADMIN),
        "relay_hours": (_seconds(steps, _relays(steps)) * officer, _OFFICER),
        "return_hours": (_seconds(steps, steps.of(Activity.RETURN)) * officer, _OFFICER),
        "answer_hours": (answers * officer, _OFFICER),
    }
    found: list[Estimate] = []
    for parameter, (values, reason) in done.items():
        found += mean_of(parameter, values, reason)
    return found + _spread([values for values, _ in done.values()])


def _seconds(steps: Steps, rows: pd.DataFrame) -> pd.Series:
    seen = rows[(rows["started"] >= 0) & (rows["started"] < steps.settled)]
    seconds = (seen["finished"] - seen["started"]).astype(np.float64)
    return seconds[seconds > 0]


def _relays(steps: Steps) -> pd.DataFrame:
    sent = steps.of(Activity.DISPOSE)
    return sent[sent["before"] == Activity.DISPOSE]


def _verifications(steps: Steps) -> pd.Series:
    """Return the seconds of whole verifications: the verdict, and the disposition behind it."""
    verdicts = steps.of(Activity.VERIFY, Activity.ARCHIVE, Activity.HOLD)
    sent = steps.of(Activity.DISPOSE)
    # What is archived behind a hold was so by the system, at no effort.
    verdicts = verdicts[verdicts["before"] != Activity.HOLD]
    alone = verdicts[verdicts["activity"] != Activity.VERIFY]
    verified = verdicts[
        (verdicts["activity"] == Activity.VERIFY) & (verdicts["after"] == Activity.DISPOSE)
    ]
    behind = steps.frame.loc[verified.index + 1]
    both = _known(verified) + _known(behind).to_numpy()
    both = both[(verified["started"] >= 0) & (verified["started"] < steps.settled)]
    again = sent[sent["before"] == Activity.RETURN]
    whole = pd.concat([_seconds(steps, alone), both.dropna(), _seconds(steps, again)])
    positive: pd.Series = whole[whole > 0]
    return positive


def _known(rows: pd.DataFrame) -> pd.Series:
    seconds: pd.Series = (rows["finished"] - rows["started"]).astype(np.float64)
    known: pd.Series = seconds.where(rows["started"] >= 0)
    return known


def _answers(steps: Steps, reporters: ReporterModel) -> pd.Series:
    answers = steps.of(Activity.FOLLOW_UP)
    effort = answers["report_class"].map(dict(reporters.class_effort))
    seconds = _seconds(steps, answers)
    effort = effort.reindex(seconds.index)
    return (seconds / effort).dropna()


def _spread(groups: list[pd.Series]) -> list[Estimate]:
    squares, n_free = 0.0, 0
    for values in groups:
        if len(values) > 1:
            logs: npt.NDArray[np.float64] = np.log(values.to_numpy())
            squares += float(((logs - logs.mean()) ** 2).sum())
            n_free += len(logs) - 1
    if n_free < _SMALLEST_N or squares == 0:
        return []
    spread = float(np.sqrt(squares / n_free))
    return [
        Measured(
            parameters=("service_spread",),
            estimates=(spread,),
            covariance=np.array([[spread**2 / (2 * n_free)]]),
            n=n_free,
            reason="simpangan baku logaritma waktu kerja semua langkah",
        )
    ]
