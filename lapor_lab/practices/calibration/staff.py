"""Units and people, as far as the steps of a log name them."""

from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.measured import Counted
from lapor_lab.practices.calibration.shares import Mix
from lapor_lab.practices.calibration.steps import NOTHING, Steps
from lapor_lab.schema import Activity, UnitLevel
from lapor_lab.synthetic import InstitutionModel, UnitModel

__all__ = ["Staff", "find_staff"]

_VERDICTS: Final = (Activity.VERIFY, Activity.ARCHIVE, Activity.HOLD)
_BY_OFFICER: Final = (Activity.FOLLOW_UP, Activity.RETURN)
_LEVELS: Final = tuple(level.value for level in UnitLevel if level != UnitLevel.INSTITUTION)
_SMALLEST_N: Final = 5
_MIN_UNITS: Final = 2
# A unit utama that answers so much of a sub-topic answers for it.
_ROUTE_SHARE: Final = 0.2


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Units and people of an institution.

    Parameters
    ----------
    units : tuple of UnitModel
        Those of the base, or those of the log where the base has hardly any of them.
    estimates : tuple of Estimate
        What was found.
    """

    units: tuple[UnitModel, ...]
    estimates: tuple[Estimate, ...]


def find_staff(steps: Steps, institution: InstitutionModel) -> Staff:
    """Find units, the officers of each, and administrators.

    Parameters
    ----------
    steps : Steps
        Events.
    institution : InstitutionModel
        Its tree of units is kept where at least half of the answers come from units of it.

    Returns
    -------
    Staff
        Units of too few answers keep the officers of the base.
    """
    answered = steps.of(*_BY_OFFICER)
    answered = answered[answered["unit"] != NOTHING]
    known = {unit.name for unit in institution.units}
    is_new = len(answered) > 0 and answered["unit"].isin(known).mean() < 1 / 2
    units = _from_log(steps, answered) if is_new else institution.units
    if len(units) < _MIN_UNITS:
        units, is_new = institution.units, False
    people = answered[answered["resource"] != NOTHING]
    n_people = people.groupby("unit")["resource"].nunique()
    n_answers = people.groupby("unit").size()
    counted = tuple(
        replace(unit, n_officers=int(n_people[unit.name]))
        if n_answers.get(unit.name, 0) > unit.n_officers
        else unit
        for unit in units
    )
    estimates: list[Estimate] = []
    if is_new or len(people):
        reason = (
            "unit dan pejabatnya dari log; pohon unit dari disposisi berjenjang"
            if is_new
            else "banyaknya pejabat dari log; pohon unit dari skenario acuan"
        )
        found = Counted(parameter="units", value=counted, n=len(answered), reason=reason)
        estimates.append(found)
    estimates += _admins(steps) + _levels(steps, counted)
    return Staff(units=counted, estimates=tuple(estimates))


def _admins(steps: Steps) -> list[Estimate]:
    verdicts = steps.of(*_VERDICTS)
    # What was archived behind a hold was so by the system.
    named = verdicts[(verdicts["resource"] != NOTHING) & (verdicts["before"] != Activity.HOLD)]
    if len(named) < _SMALLEST_N:
        return []
    n_admins = int(named["resource"].nunique())
    reason = "banyaknya admin yang memverifikasi dalam log"
    return [Counted(parameter="n_admins", value=n_admins, n=len(named), reason=reason)]


def _levels(steps: Steps, units: tuple[UnitModel, ...]) -> list[Estimate]:
    level = {unit.name: unit.level for unit in units}
    first = steps.of(Activity.FOLLOW_UP).drop_duplicates("case")
    counts = first["unit"].map(level).value_counts()
    if counts.sum() < _SMALLEST_N:
        return []
    every = {name: float(counts.get(name, 0)) for name in dict.fromkeys(level.values())}
    reason = "dari unit yang memberi tindak lanjut pertama"
    return [Mix(parameter="level_shares", counts=every, reason=reason)]


def _from_log(steps: Steps, answered: pd.DataFrame) -> tuple[UnitModel, ...]:
    levels = _levels_of_units(steps.cases)
    sent = steps.of(Activity.DISPOSE)
    relayed = sent[(sent["before"] == Activity.DISPOSE) & (sent["unit_before"] != NOTHING)]
    parents = relayed.groupby("unit")["unit_before"].agg(lambda names: names.mode().iloc[0])
    # A unit that only sent reports back ends no case, so that no level stands beside it.
    names = sorted(set(answered["unit"]) & set(levels) or set(answered["unit"]))
    subtopics = _subtopics(steps, answered)
    return tuple(
        UnitModel(
            name=name,
            level=levels.get(name, UnitLevel.MAIN_UNIT.value),
            parent=parents.get(name, "") if parents.get(name, "") in names else "",
            routes=subtopics.get(name, ()),
        )
        for name in names
    )


def _levels_of_units(cases: pd.DataFrame) -> dict[str, str]:
    if "unit" not in cases or "unit_level" not in cases:
        return {}
    known = cases[cases["unit"].notna() & cases["unit_level"].isin(_LEVELS)]
    levels = known.groupby("unit")["unit_level"].agg(lambda values: values.mode().iloc[0])
    return {str(name): str(level) for name, level in levels.items()}


def _subtopics(steps: Steps, answered: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    if "subtopic" not in steps.cases:
        return {}
    subtopic = steps.cases["subtopic"].to_numpy()[answered["case"]]
    pairs = pd.DataFrame({"unit": answered["unit"].to_numpy(), "subtopic": subtopic}).dropna()
    shares = pairs.groupby("subtopic")["unit"].value_counts(normalize=True)
    routed = shares[shares >= _ROUTE_SHARE].reset_index()
    return {str(unit): tuple(sorted(rows["subtopic"])) for unit, rows in routed.groupby("unit")}
