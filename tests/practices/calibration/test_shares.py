"""Estimates with their errors, and draws from them."""

import numpy as np
import pytest

from lapor_lab.practices.calibration.shares import Mix, Share

DRAWS = 4000


def drawn(estimate, name: str) -> np.ndarray:
    """Return many draws of a parameter."""
    generator = np.random.default_rng(3)
    return np.array([estimate.draw(generator)[name] for _ in range(DRAWS)])


def test_a_share_is_drawn_about_itself_with_its_error() -> None:
    """Mean and deviation of draws are the share and its standard error."""
    share = Share(parameter="misrouted_share", hits=30, trials=300, reason="uji")
    (row,) = share.rows()
    values = drawn(share, "misrouted_share")
    assert row["estimate"] == 0.1
    assert row["lower"] < 0.1 < row["upper"]
    assert values.mean() == pytest.approx(30.5 / 301, abs=4 * values.std() / np.sqrt(DRAWS))
    assert values.std() == pytest.approx(row["standard_error"], rel=0.05)


def test_a_share_of_nothing_has_an_error() -> None:
    """None of 20 is no certainty: draws lie above 0, and so does the end of the interval."""
    share = Share(parameter="unread_share", hits=0, trials=20, reason="uji")
    (row,) = share.rows()
    assert (row["estimate"], row["lower"]) == (0.0, 0.0)
    assert row["standard_error"] > 0
    assert row["upper"] > 0.1
    assert drawn(share, "unread_share").min() > 0


def test_a_mix_is_drawn_as_a_distribution() -> None:
    """Shares of a draw sum to 1, and their means are those of the counts."""
    mix = Mix(parameter="class_shares", counts={"a": 60.0, "b": 40.0}, reason="uji")
    generator = np.random.default_rng(0)
    values = [mix.draw(generator)["class_shares"] for _ in range(500)]
    assert all(sum(each.values()) == pytest.approx(1) for each in values)
    assert np.mean([each["a"] for each in values]) == pytest.approx(0.6, abs=0.01)
    assert [row["parameter"] for row in mix.rows()] == ["class_shares.a", "class_shares.b"]


def test_a_mix_of_parameters_leaves_one_out() -> None:
    """What the system closes is the rest, and no parameter."""
    counts = {"closed_by_admin_share": 10.0, "closed_by_system_share": 90.0}
    mix = Mix(parameter="", counts=counts, left_out="closed_by_system_share", reason="uji")
    assert mix.values() == {"closed_by_admin_share": 0.1}
    assert [row["parameter"] for row in mix.rows()] == ["closed_by_admin_share"]
