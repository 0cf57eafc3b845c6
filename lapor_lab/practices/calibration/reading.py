"""How soon units read what they are sent, which have a live account, and reminders."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.maximum import maximise
from lapor_lab.practices.calibration.measured import Counted, Measured
from lapor_lab.practices.calibration.steps import Steps
from lapor_lab.practices.calibration.waits import Away, Waits, away_from, log_likelihood
from lapor_lab.schema import Activity
from lapor_lab.synthetic import InstitutionModel

__all__ = ["estimate_reading"]

_READ_BY: Final = tuple(
    each.value for each in (Activity.DISPOSE, Activity.RETURN, Activity.FOLLOW_UP)
)
# Fewer readings of units without account tell nothing of how they read.
_SMALLEST_N: Final = 12
# So many readings at the same second after entry are no chance.
_SAME_SECOND: Final = 4
# In what order those who waited for a busy officer had read is not told: where queues are long,
# delays come out up to a twelfth short, and reminders a twentieth too many (simulated).
_MODEL_ERROR: Final = 0.05
_ACTIVE: Final = "active_liaison_share"
_SLOW: Final = ("read_delay_inactive_days", "unread_share")
_REASON: Final = (
    "dari jeda antara disposisi dan mulai dikerjakan; antrean, ketidakhadiran, dan laporan yang "
    "masih terbuka diperhitungkan"
)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Readings:
    """Waits until a disposition was read, the unit of each busy period, readings by unit."""

    waits: Waits
    unit: npt.NDArray[np.int64]
    n_readings: npt.NDArray[np.int64]
    away: Away


def estimate_reading(steps: Steps, institution: InstitutionModel) -> list[Estimate]:
    """Estimate delays until dispositions are read.

    Which unit has a live account is not told: a unit is taken for one by how it reads. A
    reminder is known by readings at the same second after entry; without such ones nothing
    is told of reminders, and the delays are those with whatever reminders there were.

    Parameters
    ----------
    steps : Steps
        Events with starts.
    institution : InstitutionModel
        Units and staff; absences and what the data do not tell are taken from it.

    Returns
    -------
    list of Estimate
        Empty where there are too few readings.
    """
    sent = _sent(steps)
    if len(sent) < _SMALLEST_N:
        return []
    reminder = _reminder(sent)
    readings = _readings(steps, sent, institution, reminder)
    model = vars(institution)
    fixed: dict[str, float] = {} if reminder else {"reminded_share": 0.0}
    names = ["read_delay_active_days", *_SLOW, "reminded_share", _ACTIVE]
    start = {name: model[name] for name in names if name not in fixed}
    found, covariance = maximise(lambda x: _total(readings, {**fixed, **x}), start)
    is_live, n_slow = _which_are_live(readings, {**fixed, **found})
    if n_slow < _SMALLEST_N or found[_SLOW[0]] <= found["read_delay_active_days"]:
        fixed |= {name: model[name] for name in _SLOW}
        start = {name: model[name] for name in start if name not in fixed}
        found, covariance = maximise(lambda x: _total(readings, {**fixed, **x}), start)
        is_live, _ = _which_are_live(readings, {**fixed, **found})
    if np.isnan(covariance).any():
        return []
    kept = [i for i, name in enumerate(found) if name != _ACTIVE]
    covariance = covariance + np.diag([(_MODEL_ERROR * value) ** 2 for value in found.values()])
    estimates: list[Estimate] = [
        Measured(
            parameters=tuple(name for name in found if name != _ACTIVE),
            estimates=tuple(value for name, value in found.items() if name != _ACTIVE),
            covariance=covariance[np.ix_(kept, kept)],
            n=len(sent),
            reason=_REASON,
        ),
        _live_share(is_live, found[_ACTIVE], len(institution.units)),
    ]
    return estimates + _reminders(sent, reminder, steps.day_seconds)


def _sent(steps: Steps) -> pd.DataFrame:
    sent = steps.of(Activity.DISPOSE)
    sent = sent[(sent["finished"] < steps.settled) & (sent["finished"] >= 0)]
    is_read = sent["after"].isin(_READ_BY)
    # A step without a start tells nothing of its reading.
    sent = sent[~is_read | (sent["started_after"] >= 0)]
    until = sent["started_after"].where(is_read, steps.end)
    return sent.assign(is_read=is_read, until=until)


def _reminder(sent: pd.DataFrame) -> int | None:
    """Return the operational seconds after entry at which reminders go out."""
    is_idle = sent["is_read"] & (sent["until"] == sent["run_start_after"])
    is_idle &= sent["until"] > sent["finished"]
    offsets = (sent["until"] - sent["submitted"])[is_idle]
    counts = offsets.value_counts()
    if counts.empty or counts.iloc[0] < _SAME_SECOND:
        return None
    return int(counts.index[0])


def _readings(
    steps: Steps, sent: pd.DataFrame, institution: InstitutionModel, reminder: int | None
) -> _Readings:
    n_officers = {unit.name: unit.n_officers for unit in institution.units}
    away = away_from(institution)
    code, names = pd.factorize(sent["unit"].to_numpy())
    officers = np.array([n_officers.get(name, 1) for name in names])
    is_read = sent["is_read"].to_numpy(dtype=bool)
    days = (sent["until"] - sent["finished"]).to_numpy() / steps.day_seconds
    since_run, since_others = (
        np.where(is_read, np.maximum(sent[name] - sent["finished"], 0) / steps.day_seconds, 0.0)
        for name in ("run_start_after", "others_since_after")
    )
    n_periods = int(sent["period_after"].max()) + 1
    period = np.where(is_read, sent["period_after"], n_periods + np.arange(len(sent)))
    period = np.unique(period, return_inverse=True)[1]
    cap = np.full(len(sent), np.inf)
    if reminder is not None:
        left = sent["submitted"] + reminder - sent["finished"]
        cap = np.maximum(left.to_numpy(), 0) / steps.day_seconds
    # With colleagues at work it takes fewer absences until nobody is there.
    n_free = np.maximum(officers[code] - sent["n_others_after"].to_numpy(), 1)
    waits = Waits(
        days=np.maximum(days, 0.0),
        run_days=since_run,
        others_days=since_others,
        is_open=~is_read,
        away_share=away.share**n_free,
        cap_days=cap,
        period=period,
    )
    unit = np.empty(waits.n_periods, dtype=np.int64)
    unit[period] = code
    return _Readings(
        waits=waits, unit=unit, n_readings=np.bincount(code, minlength=len(names)), away=away
    )


def _by_unit(
    readings: _Readings, x: Mapping[str, float]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return log-likelihoods of each unit's readings, with and without an account."""
    told = readings.waits, x["reminded_share"]
    n_units = len(readings.n_readings)
    live, slow = (
        log_likelihood(told[0], x[name], unread, told[1], readings.away)
        for name, unread in (("read_delay_active_days", 0.0), (_SLOW[0], x[_SLOW[1]]))
    )
    by_unit = np.zeros((2, n_units))
    np.add.at(by_unit[0], readings.unit, live)
    np.add.at(by_unit[1], readings.unit, slow)
    return by_unit[0], by_unit[1]


def _total(readings: _Readings, x: Mapping[str, float]) -> float:
    live, slow = _by_unit(readings, x)
    share = min(max(x[_ACTIVE], 1e-12), 1 - 1e-12)
    return float(np.logaddexp(live + np.log(share), slow + np.log1p(-share)).sum())


def _which_are_live(
    readings: _Readings, x: Mapping[str, float]
) -> tuple[npt.NDArray[np.float64], float]:
    """Return the chance of each unit to have an account, and the readings of those without."""
    live, slow = _by_unit(readings, x)
    share = min(max(x[_ACTIVE], 1e-12), 1 - 1e-12)
    is_live = expit(live - slow + np.log(share) - np.log1p(-share))
    return is_live, float(((1 - is_live) * readings.n_readings).sum())


def _live_share(is_live: npt.NDArray[np.float64], share: float, n_units: int) -> Measured:
    n_units = max(n_units, len(is_live))
    n_unseen = n_units - len(is_live)
    value = (is_live.sum() + n_unseen * share) / n_units
    variance = (is_live * (1 - is_live)).sum() + n_unseen * share * (1 - share)
    # No unit counts as less than a quarter of doubt, so that the share lies within (0, 1).
    smallest = 0.25 / n_units
    value = min(max(float(value), smallest), 1 - smallest)
    variance = max(float(variance) / n_units**2, smallest**2)
    return Measured(
        parameters=(_ACTIVE,),
        estimates=(value,),
        covariance=np.array([[variance]]),
        n=len(is_live),
        reason="unit digolongkan menurut cara membaca disposisi; status akun tidak tercatat",
    )


def _reminders(sent: pd.DataFrame, reminder: int | None, day_seconds: int) -> list[Estimate]:
    if reminder is None:
        reason = (
            "tidak ada jejak pengingat: dianggap 0, pengaruhnya sudah termasuk dalam lama membaca"
        )
        return [Counted(parameter="reminded_share", value=0.0, n=len(sent), reason=reason)]
    n_capped = int((sent["until"] - sent["submitted"] == reminder).sum())
    reason = "dari disposisi yang dibaca tepat pada saat yang sama setelah laporan masuk"
    return [
        Counted(
            parameter="reminder_after_days",
            value=reminder / day_seconds,
            n=n_capped,
            reason=reason,
        )
    ]
