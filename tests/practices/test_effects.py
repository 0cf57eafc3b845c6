"""Effects as rows."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.practices import BACKLOG_GROWTH, WHAT_IF_MEASURES, load_of
from lapor_lab.practices.effects import EFFECT_COLUMNS, mark_saturation, paired_effects
from lapor_lab.schema import Availability
from lapor_lab.synthetic import Scenario

WHO = "kementerian-g"


def runs(*values: float) -> pd.DataFrame:
    """Return runs in which every measure has the same values."""
    return pd.DataFrame({measure.id: values for measure in WHAT_IF_MEASURES})


@pytest.fixture
def world(scenario: Scenario) -> Scenario:
    """One small institution."""
    return replace(scenario, institutions=(scenario.institution(WHO),))


def test_differences_are_taken_pair_by_pair() -> None:
    """The pairs (1, 2), (2, 3), (3, 5) differ by 4/3, with Student's interval."""
    effects = paired_effects(runs(1.0, 2.0, 3.0), runs(2.0, 3.0, 5.0))
    row = effects.iloc[0]
    assert tuple(effects.columns) == EFFECT_COLUMNS
    assert (row["base"], row["changed"], row["n_pairs"]) == (2.0, pytest.approx(10 / 3), 3)
    assert row["difference"] == pytest.approx(4 / 3)
    assert row[["lower", "upper"]].astype(float).round(3).to_list() == [-0.101, 2.768]


def test_a_pair_with_a_gap_is_left_out() -> None:
    """A missing value in one world takes its pair out of both."""
    row = paired_effects(runs(1.0, np.nan, 3.0), runs(2.0, 9.0, 4.0)).iloc[0]
    assert (row["base"], row["changed"], row["difference"], row["n_pairs"]) == (2.0, 3.0, 1.0, 2)


def test_steady_worlds_are_left_as_they_are(world: Scenario) -> None:
    """Without a full queue nothing is taken out and nothing added."""
    effects = paired_effects(runs(1.0, 2.0), runs(2.0, 4.0))
    pd.testing.assert_frame_equal(mark_saturation(effects, world, world, WHO), effects)


def test_a_full_queue_has_a_growth_instead_of_a_value(world: Scenario) -> None:
    """Misrouting and the value of the steady world stay; the growth of the backlog is added."""
    full = world.replace_institution(WHO, answer_hours=60.0)
    effects = paired_effects(runs(1.0, 2.0), runs(2.0, 4.0))
    marked = mark_saturation(effects, world, full, WHO).set_index("measure")
    assert marked.loc["misrouted_share", "difference"] == 1.5
    assert marked.loc["closed_share", "base"] == 1.5
    assert marked.loc["closed_share", ["changed", "difference", "lower", "upper"]].isna().all()
    assert marked.loc["closed_share", "availability"] == Availability.SATURATED
    assert marked.loc[BACKLOG_GROWTH, "base"] == 0
    assert marked.loc[BACKLOG_GROWTH, "changed"] == load_of(full, WHO).backlog_growth_per_day
    assert effects["difference"].notna().all()
