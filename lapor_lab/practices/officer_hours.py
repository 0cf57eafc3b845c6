"""What a practice costs: hours of administrators and officers a year, each size an assumption."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SIZES, Size, SizeName, check_reason
from lapor_lab.practices.work_items import WORK, WorkItem
from lapor_lab.schema import label
from lapor_lab.synthetic import InstitutionModel
from lapor_lab.synthetic.handling.load import WORKING_DAYS_PER_YEAR

__all__ = ["OfficerHours", "officer_hours"]

_MINUTES_PER_HOUR: Final = 60
_SET_ASIDE: Final = {
    "admin_hours_per_day": lambda model: model.n_admins,
    "officer_hours_per_day": lambda model: sum(unit.n_officers for unit in model.units),
}


@dataclass(frozen=True, kw_only=True)
class OfficerHours:
    """Hours a year that an institution spends on a practice.

    Parameters
    ----------
    practice : str
        Identifier of the practice.
    items : DataFrame of shape (n_items, 6)
        `item, low, standard, high` (hours a year; `low` is the fewest), `is_set_aside`
        (whether the hours are kept free for reports rather than spent on the practice) and
        `reason`.
    """

    practice: str
    items: pd.DataFrame

    def __post_init__(self) -> None:
        for reason in self.items["reason"]:
            check_reason(reason)

    def hours(self, size: SizeName = "standard") -> float:
        """Return the hours of all items.

        Parameters
        ----------
        size : {"low", "standard", "high"}, default="standard"
            The fewest, the assumed or the most hours.

        Returns
        -------
        float
            Hours a year.
        """
        return float(self.items[size].sum())

    @property
    def hours_per_year(self) -> float:
        """The assumed hours a year."""
        return self.hours("standard")

    @property
    def lower(self) -> float:
        """The fewest hours a year that are held possible."""
        return self.hours("low")

    @property
    def upper(self) -> float:
        """The most hours a year that are held possible."""
        return self.hours("high")

    @property
    def reason(self) -> str:
        """Why this much: the reasons of all items, in Indonesian."""
        return "; ".join(dict.fromkeys(self.items["reason"]))


def officer_hours(practice: Practice, institution: InstitutionModel) -> OfficerHours:
    """Return what a practice costs an institution in hours of its people.

    Hours are counted once for each unit, officer or administrator that they concern. Hours a
    day that a practice keeps free for reports are counted in full, although other work may be
    done in them while nothing waits; reports that it brings are counted with their handling.

    Parameters
    ----------
    practice : Practice
        One of the five.
    institution : InstitutionModel
        The institution as it is today.

    Returns
    -------
    OfficerHours
        Hours a year, item by item.

    Raises
    ------
    UnknownNameError
        If nothing is known of the work of such a practice.

    Examples
    --------
    >>> from lapor_lab.practices import LEGALITAS
    >>> from lapor_lab.synthetic import load_scenario
    >>> model = load_scenario("kementerian").institution("kementerian-g")
    >>> cost = officer_hours(LEGALITAS, model)
    >>> cost.hours_per_year, cost.lower < cost.hours_per_year < cost.upper
    (236.0, True)
    """
    if practice.id not in WORK:
        raise UnknownNameError(
            "unknown_name", kind="practice", value=practice.id, allowed=", ".join(WORK)
        )
    counted = _counted(institution)
    rows = [_row(item, counted[item.each]) for item in WORK[practice.id]]
    for lever in practice.levers:
        if lever.parameter in _SET_ASIDE:
            rows.append(_hours_set_aside(practice, lever.parameter, institution))
        elif lever.parameter == "volume_per_year":
            rows.append(_hours_of_more_reports(practice, institution))
    return OfficerHours(practice=practice.id, items=pd.DataFrame(rows))


def _counted(model: InstitutionModel) -> Mapping[str, float]:
    n_units = len(model.units)
    return {
        "institution": 1,
        "unit": n_units,
        "inactive_unit": n_units - sum(model.is_active),
        "officer": sum(unit.n_officers for unit in model.units),
        "admin": model.n_admins,
    }


def _row(item: WorkItem, n_times: float) -> dict[str, object]:
    hours: dict[str, object] = {name: item.hours.value(name) * n_times for name in SIZES}
    return {"item": item.name, **hours, "is_set_aside": False, "reason": item.reason}


def _hours_set_aside(
    practice: Practice, parameter: str, model: InstitutionModel
) -> dict[str, object]:
    """Return the hours a year that a floor of hours a day keeps free."""
    days = WORKING_DAYS_PER_YEAR * _SET_ASIDE[parameter](model)
    lever = next(each for each in practice.levers if each.parameter == parameter)
    return _of_lever(
        lambda size: (lever.level(model, 1, size) - lever.level(model, 0, size)) * days,
        item=label(f"parameter.{parameter}"),
        is_set_aside=True,
        reason=lever.reason,
    )


def _hours_of_more_reports(practice: Practice, model: InstitutionModel) -> dict[str, object]:
    """Return the effort that more reports a year need, one verification and answer each."""
    lever = next(each for each in practice.levers if each.parameter == "volume_per_year")
    effort = model.verify_minutes / _MINUTES_PER_HOUR
    effort += (1 - model.archived_share) * model.answer_hours
    return _of_lever(
        lambda size: (lever.level(model, 1, size) - model.volume_per_year) * effort,
        item=label("whatif.more_reports"),
        is_set_aside=False,
        reason=lever.reason,
    )


def _of_lever(hours: Callable[[SizeName], float], **columns: object) -> dict[str, object]:
    # The least favourable size of a cost is its largest.
    ends = sorted((hours("low"), hours("high")))
    size = Size(low=ends[0], standard=hours("standard"), high=ends[1])
    row: dict[str, object] = {name: size.value(name) for name in SIZES}
    return row | columns
