"""What the tests of the calendar share."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import WorkingCalendar, load_calendar

# Spans and days per year were computed by a loop over days on the dates of `holidays` 0.109
# (MIT licence) and agree with numpy's busday_count.
_FOLDER = Path(__file__).parents[1] / "data" / "calendar"


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    """Return the calendar that ships with the kit."""
    return load_calendar()


@pytest.fixture(scope="session")
def spans() -> pd.DataFrame:
    """Return 200 spans with their working days and due dates."""
    frame = pd.read_csv(_FOLDER / "working_days_cases.csv")
    days = [c for c in frame.columns if c in {"received", "closed"} or c.startswith("due_")]
    return frame.assign(**{c: frame[c].to_numpy("datetime64[D]").astype("M8[s]") for c in days})


@pytest.fixture(scope="session")
def non_working() -> pd.DataFrame:
    """Return the non-working days of 2012-2027 with their category."""
    return pd.read_csv(_FOLDER / "id_nonworking_2012_2027.csv")


@pytest.fixture(scope="session")
def days_per_year() -> pd.DataFrame:
    """Return working days by year."""
    return pd.read_csv(_FOLDER / "working_days_per_year.csv")


@pytest.fixture(scope="session")
def every_day(calendar: WorkingCalendar) -> np.ndarray:
    """Return each day that the calendar covers."""
    return np.arange(np.datetime64(calendar.first_day), np.datetime64(calendar.last_day) + 1)
