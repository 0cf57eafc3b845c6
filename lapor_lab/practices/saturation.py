"""Whether a world has a steady state at all: the expected load of an institution in it."""

from datetime import timedelta
from typing import Final

import numpy as np

from lapor_lab.calendar import load_calendar
from lapor_lab.schema import format_count, format_number, format_share, label
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.handling.load import expected_load
from lapor_lab.synthetic.handling.station_load import OfficeLoad

__all__ = ["BACKLOG_GROWTH", "describe_saturation", "load_of"]

# The row of a what-if that stands where no other can.
BACKLOG_GROWTH: Final = "backlog_growth_per_day"
_DAYS_PER_YEAR: Final = 365
_SECONDS_PER_HOUR: Final = 3600


def load_of(scenario: Scenario, institution_id: str) -> OfficeLoad:
    """Return the load of an institution over the working days of a scenario.

    Parameters
    ----------
    scenario : Scenario
        A world.
    institution_id : str
        Whose load.

    Returns
    -------
    OfficeLoad
        As `expected_load` gives it.
    """
    last = np.datetime64(scenario.as_of)
    days = np.arange(np.datetime64(scenario.as_of - timedelta(days=scenario.period_days)), last)
    open_hours = load_calendar().office_seconds(days) / _SECONDS_PER_HOUR
    n_working_days = int((open_hours > 0).sum())
    return expected_load(
        scenario.institution(institution_id),
        scenario.reporters,
        working_days_per_year=n_working_days * _DAYS_PER_YEAR / scenario.period_days,
        open_hours_per_day=float(open_hours.sum() / n_working_days),
    )


def describe_saturation(load: OfficeLoad) -> str:
    """Say in one Indonesian sentence that more comes in than can be done.

    Parameters
    ----------
    load : OfficeLoad
        The load of an institution.

    Returns
    -------
    str
        The sentence; empty where no station is saturated.
    """
    if not load.saturated:
        return ""
    worst = load.busiest_station
    return label(
        "whatif.saturated",
        n_stations=format_count(len(load.saturated)),
        station=worst.name,
        utilisation=format_share(worst.utilisation, 0),
        growth=format_number(load.backlog_growth_per_day, 2),
    )
