"""What is tried."""

from collections.abc import Mapping
from typing import Any

import pytest

from lapor_lab.practices import KONEKTIVITAS, LEGALITAS, PRACTICES, Practice, Trial, adopt
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


def same(left: object, right: object) -> bool:
    """Tell whether two values of a parameter are the same but for rounding."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left == {k: pytest.approx(v) for k, v in right.items()}
    return bool(left == (pytest.approx(right) if isinstance(right, (int, float)) else right))


def test_at_full_strength_the_order_makes_no_difference(scenario: Scenario) -> None:
    """All five in either order give the same institution, but for rounding."""

    def values(practices: tuple[Practice, ...]) -> dict[str, Any]:
        return vars(adopt(scenario, WHO, practices).institution(WHO))

    forwards, backwards = values(PRACTICES), values(PRACTICES[::-1])
    assert all(same(forwards[name], backwards[name]) for name in forwards)


def test_the_second_builds_on_the_first(scenario: Scenario) -> None:
    """Two practices that move the same parameter move it further than either alone."""
    levels = [
        adopt(scenario, WHO, practices).institution(WHO).unread_share
        for practices in ([LEGALITAS], [*PRACTICES], [KONEKTIVITAS])
    ]
    assert levels[1] < levels[0] < levels[2]


def test_nothing_adopted_is_the_same_scenario(scenario: Scenario) -> None:
    """No practice, no change."""
    assert adopt(scenario, WHO, []) is scenario


def test_a_trial_is_full_and_standard_unless_said() -> None:
    """What is not said is the assumption itself."""
    trial = Trial(practices=(LEGALITAS,))
    assert (trial.strength, trial.size) == (1.0, "standard")
