"""Practices adopted one after another."""

import re

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import (
    KONEKTIVITAS,
    LEGALITAS,
    TARGET_KINERJA,
    WHAT_IF_MEASURES,
    adopt_in_order,
    officer_hours,
    what_if,
)
from lapor_lab.schema import Availability
from lapor_lab.synthetic import Scenario

WHO = "kementerian-g"
ORDER = (TARGET_KINERJA, KONEKTIVITAS, LEGALITAS)


@pytest.fixture(scope="module")
def path(scenario: Scenario) -> pd.DataFrame:
    """Three steps."""
    return adopt_in_order(scenario, WHO, ORDER, n_replications=3)


def test_steps_add_up_to_the_path(path: pd.DataFrame) -> None:
    """The effect of all practices is the sum of what each step adds, measure by measure."""
    sums = path.groupby("measure")["step_difference"].sum()
    last = path[path["step"] == 3].set_index("measure")["difference"]
    pd.testing.assert_series_equal(sums.loc[last.index], last, check_names=False)
    assert len(path) == 3 * len(WHAT_IF_MEASURES)


def test_the_end_does_not_depend_on_the_order(scenario: Scenario, path: pd.DataFrame) -> None:
    """Backwards, and at once as `what_if` does, all three reach the same."""
    backwards = adopt_in_order(scenario, WHO, ORDER[::-1], n_replications=3)
    at_once = what_if(scenario, WHO, ORDER, n_replications=3)
    columns = list(at_once.columns)
    for each in (path, backwards):
        last = each[each["step"] == 3][columns].reset_index(drop=True)
        pd.testing.assert_frame_equal(last, at_once)
    first = [each[each["step"] == 1]["step_difference"].to_numpy() for each in (path, backwards)]
    assert not np.allclose(*first)


def test_the_first_step_is_the_path(path: pd.DataFrame) -> None:
    """Before the first step nothing was adopted: path and step are one."""
    first = path[path["step"] == 1]
    assert (first["difference"] == first["step_difference"]).all()
    assert (first["practice"] == TARGET_KINERJA.id).all()


def test_hours_are_summed_along_the_path(scenario: Scenario, path: pd.DataFrame) -> None:
    """Each step adds the hours of its practice."""
    model = scenario.institution(WHO)
    expected = np.cumsum([officer_hours(each, model).hours_per_year for each in ORDER])
    assert path.groupby("step")["hours"].first().to_list() == pytest.approx(expected.tolist())


def test_a_full_queue_has_no_step(scenario: Scenario) -> None:
    """Neither path nor step has a value where the queue stays full."""
    full = scenario.replace_institution(WHO, answer_hours=60.0)
    path = adopt_in_order(full, WHO, (LEGALITAS,), n_replications=2).set_index("measure")
    row = path.loc["closed_share"]
    assert row["availability"] == row["step_availability"] == Availability.SATURATED
    assert np.isnan(row["difference"])
    assert np.isnan(row["step_difference"])


def test_one_replication_is_refused(scenario: Scenario) -> None:
    """One run has no interval."""
    message = "`n_replications` must be at least 2, got 1. One pair has no interval."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        adopt_in_order(scenario, WHO, ORDER, n_replications=1)
