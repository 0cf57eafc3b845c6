"""What happens at the first desk: archived, held, passed on by another account."""

from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import load_calendar
from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.mean_of import mean_of
from lapor_lab.practices.calibration.measured import Counted
from lapor_lab.practices.calibration.shares import Mix, Share
from lapor_lab.practices.calibration.steps import NOTHING, Steps
from lapor_lab.schema import Activity, ArchiveReason
from lapor_lab.synthetic import InstitutionModel

__all__ = ["estimate_verification"]

_VERDICTS: Final = (Activity.VERIFY, Activity.ARCHIVE, Activity.HOLD)
_REDIRECT_DAYS: Final = 20
_HOLD_DAYS: Final = 30
_SMALLEST_N: Final = 5


def estimate_verification(steps: Steps, institution: InstitutionModel) -> list[Estimate]:
    """Estimate the shares of the first verdicts.

    A verdict takes as long whatever it is, so that reports which wait for theirs can be left
    out.

    Parameters
    ----------
    steps : Steps
        Events.
    institution : InstitutionModel
        For the time that a held report has.

    Returns
    -------
    list of Estimate
        What has cases enough.
    """
    verdicts = steps.of(*_VERDICTS).drop_duplicates("case")
    is_copy = _is_copy(steps, verdicts["case"].to_numpy())
    is_archived = (verdicts["activity"] == Activity.ARCHIVE).to_numpy()
    is_held = (verdicts["activity"] == Activity.HOLD).to_numpy()
    reason = "dari laporan yang sudah diverifikasi"
    found: list[Estimate] = []
    if (~is_copy).sum() >= _SMALLEST_N:
        found.append(_share("archived_share", is_archived[~is_copy], reason))
    if is_copy.sum() >= _SMALLEST_N:
        text = f"{reason} dan ditandai sebagai duplikat"
        found.append(_share("duplicate_archived_share", is_archived[is_copy], text))
    if (~is_archived).sum() >= _SMALLEST_N:
        text = f"{reason} dan tidak diarsipkan"
        found.append(_share("hold_share", is_held[~is_archived], text))
    archived = verdicts["case"].to_numpy()[is_archived & ~is_copy]
    return [*found, *_reasons(steps, archived), *_held(steps, institution), *_redirected(steps)]


def _share(parameter: str, hits: npt.NDArray[np.bool_], reason: str) -> Share:
    return Share(parameter=parameter, hits=int(hits.sum()), trials=len(hits), reason=reason)


def _is_copy(steps: Steps, case: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    if "duplicate_of" not in steps.cases:
        return np.zeros(len(case), dtype=bool)
    return steps.cases["duplicate_of"].notna().to_numpy()[case]


def _reasons(steps: Steps, case: npt.NDArray[np.int64]) -> list[Estimate]:
    if "archive_reason" not in steps.cases:
        return []
    given = steps.cases["archive_reason"].iloc[case]
    counts = given[given.isin([each.value for each in ArchiveReason])].value_counts()
    if counts.sum() < _SMALLEST_N:
        return []
    named = {str(name): float(n) for name, n in counts.items()}
    return [Mix(parameter="archive_reason_shares", counts=named, reason="dari alasan arsip")]


def _held(steps: Steps, institution: InstitutionModel) -> list[Estimate]:
    until = steps.settled_before(max(_HOLD_DAYS, institution.hold_limit_days + 2))
    held = steps.of(Activity.HOLD)
    held = held[(held["finished"] < until) & (held["after"] != NOTHING)]
    found: list[Estimate] = []
    if len(held) >= _SMALLEST_N:
        is_completed = (held["after"] == Activity.REPLY).to_numpy()
        found.append(_share("hold_completed_share", is_completed, "dari laporan yang ditunda"))
    given_up = steps.of(Activity.ARCHIVE)
    given_up = given_up[(given_up["before"] == Activity.HOLD) & (given_up["enabled"] >= 0)]
    if len(given_up) >= _SMALLEST_N:
        calendar = load_calendar()
        days = calendar.working_days(
            *(calendar.wall_times(given_up[name].to_numpy()) for name in ("enabled", "finished"))
        )
        found.append(
            Counted(
                parameter="hold_limit_days",
                value=max(1, int(np.median(days))),
                n=len(given_up),
                reason="dari jeda antara penundaan dan pengarsipan oleh sistem",
            )
        )
    return found


def _redirected(steps: Steps) -> list[Estimate]:
    until = steps.settled_before(_REDIRECT_DAYS)
    cases = steps.frame[steps.frame["submitted"] < until].drop_duplicates("case")
    passed_on = steps.of(Activity.NOT_OUR_AUTHORITY)
    passed_on = passed_on[passed_on["submitted"] < until]
    if passed_on.empty or cases.empty:
        return []
    found: list[Estimate] = [
        Share(
            parameter="misaddressed_share",
            hits=len(passed_on),
            trials=len(cases),
            reason="dari laporan yang diteruskan akun instansi lain",
        )
    ]
    days = (passed_on["finished"] - passed_on["submitted"]) / steps.day_seconds
    # Of so few the spread is known best from the mean, as of an exponential delay.
    return found + mean_of(
        "redirect_days", days, "dari jeda sampai laporan diteruskan", deviation=days.mean()
    )
