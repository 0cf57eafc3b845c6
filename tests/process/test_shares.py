"""A share stands beside its interval."""

import pandas as pd

from lapor_lab.process.shares import with_share
from lapor_lab.stats import wilson_interval


def test_intervals_are_wilsons() -> None:
    """At the level that is asked for."""
    frame = pd.DataFrame({"n": [3, 0], "n_cases": [10, 4]})

    found = with_share(frame, confidence_level=0.9)

    lower, upper = wilson_interval([3, 0], [10, 4], 0.9)
    assert found["share"].to_list() == [0.3, 0.0]
    assert found["lower"].to_list() == lower.tolist()
    assert found["upper"].to_list() == upper.tolist()


def test_a_share_of_nothing_is_missing() -> None:
    """It is not 0."""
    found = with_share(pd.DataFrame({"n": [0], "n_cases": [0]}))

    assert found[["share", "lower", "upper"]].isna().all(axis=None)
