"""Measures of the plan: baseline, target, and the way by quarters."""

import numpy as np
import pandas as pd
import pytest

from lapor_lab.practices.planning.indicator import (
    INDICATORS,
    QUARTERS,
    find_target,
    indicator_rows,
)

SHARE, DAYS = "first_followed_up_within_limit", "first_follow_up_median_days"


@pytest.fixture
def rows(baselines: pd.DataFrame, effects: pd.DataFrame) -> pd.DataFrame:
    """The indicators by measure."""
    return pd.DataFrame(indicator_rows(baselines, effects)).set_index("measure")


def test_quarters_lead_from_baseline_to_target(rows: pd.DataFrame) -> None:
    """Quarters go a tenth, four tenths, seven tenths and the whole of the way."""
    for measure in (SHARE, DAYS):
        row = rows.loc[measure]
        way = row["target"] - row["baseline"]
        parts = [(row[name] - row["baseline"]) / way for name in QUARTERS]
        np.testing.assert_allclose(parts, [0.1, 0.4, 0.7, 1])
    assert rows.loc[SHARE, "target"] > 0.8
    assert rows.loc[DAYS, "target"] == pytest.approx(4 * 4 / 5)


def test_what_was_not_measured_is_measured_first(rows: pd.DataFrame) -> None:
    """A measure without a baseline has no target: it is measured first, the rest left blank."""
    row = rows.loc["mean_rating"]

    assert np.isnan([row["baseline"], row["target"]]).all()
    assert [row[name] for name in QUARTERS] == ["diukur sebagai baseline", "[…]", "[…]", "[…]"]
    assert list(rows.index) == list(INDICATORS)


def test_nobody_plans_to_become_worse(baselines: pd.DataFrame, effects: pd.DataFrame) -> None:
    """Where the simulation harms a measure the target is its baseline."""
    harmed = effects.assign(difference=-effects["difference"])
    better = effects.assign(measure="misrouted_share")
    wrong = baselines.assign(measure="misrouted_share")

    assert find_target(baselines, harmed, SHARE).value == 0.8
    assert find_target(baselines, harmed, DAYS).value == 4
    assert find_target(wrong.head(1), better.iloc[[5]], "misrouted_share").value == 0.8


def test_without_anything_there_are_still_indicators() -> None:
    """Without data and simulation each indicator is there, unknown."""
    rows = pd.DataFrame(indicator_rows(None, None))

    assert rows["measure"].to_list() == list(INDICATORS)
    assert rows[["baseline", "target", "effect"]].isna().all(axis=None)
