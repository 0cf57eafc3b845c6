"""The order of activities can be recomputed from the plan."""

import numpy as np
import pandas as pd

from lapor_lab.practices.planning.priority import rank_activities

NAN = float("nan")


def table(*rows: tuple[float, float, float]) -> pd.DataFrame:
    """Return activities by gap, effect and hours."""
    frame = pd.DataFrame(rows, columns=["gap", "effect", "effort_hours"])
    return frame.assign(effect_lower=frame["effect"], effect_upper=frame["effect"])


def test_the_score_is_gap_times_effect_by_effort() -> None:
    """Two levels, ten points and 50 hours give 2 x 10 / 50 x 100 = 40."""
    ranked = rank_activities(table((2, 0.1, 50), (2, 0.1, 100), (1, 0.2, 10)))

    assert ranked["score"].to_list() == [40, 20, 200]
    assert ranked["priority"].to_list() == [2, 3, 1]


def test_what_harms_comes_last_of_what_is_known() -> None:
    """A practice that moves the measure the wrong way has a negative score; unknown is behind."""
    ranked = rank_activities(table((2, -0.1, 50), (NAN, 0.1, 50), (0, 0.1, 50)))

    assert ranked["priority"].to_list() == [2, 3, 1]


def test_less_may_be_wanted() -> None:
    """Where less is wanted a negative change is a gain."""
    ranked = rank_activities(table((1, -0.1, 100), (1, 0.1, 100)), is_lower_wanted=True)

    assert ranked["score"].to_list() == [10, -10]


def test_without_any_effect_gap_and_effort_decide() -> None:
    """Where no effect is known it is left out for all, and the cheap comes first."""
    ranked = rank_activities(table((2, NAN, 100), (2, NAN, 50)))

    np.testing.assert_allclose(ranked["score"], [2, 4])
    assert ranked["priority"].to_list() == [2, 1]


def test_no_activity_no_order() -> None:
    """A plan without activities has no order and does not fail."""
    assert rank_activities(table()).empty


def test_places_are_possible_within_the_intervals() -> None:
    """Scores whose intervals overlap may change places; those apart, and the unknown, may not."""
    activities = table((1, 0.10, 100), (1, 0.09, 100), (1, 0.01, 100), (NAN, 0.5, 100)).assign(
        effect_lower=[0.08, 0.05, 0.0, 0.4], effect_upper=[0.12, 0.13, 0.02, 0.6]
    )
    ranked = rank_activities(activities)

    assert ranked["priority"].to_list() == [1, 2, 3, 4]
    assert ranked["rank_low"].to_list()[:3] == [1, 1, 3]
    assert ranked["rank_high"].to_list()[:3] == [2, 2, 3]
    assert ranked[["rank_low", "rank_high"]].iloc[3].isna().all()
