"""A practice is a pure function from one scenario to another."""

import re

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import KONEKTIVITAS, Lever, Practice
from lapor_lab.synthetic import load_scenario

HALVE = Practice(
    id="uji",
    title="Uji",
    source="asumsi",
    levers=(Lever(parameter="misrouted_share", reached=lambda x: x / 2, reason="asumsi"),),
)


@pytest.mark.parametrize(("strength", "factor"), [(0, 1), (0.5, 0.75), (1, 0.5)])
def test_strength_goes_from_today_to_the_full_effect(strength: float, factor: float) -> None:
    """Half the strength is half the way."""
    scenario = load_scenario("kementerian")
    today = scenario.institution("kementerian-a").misrouted_share

    changed = HALVE.apply(scenario, "kementerian-a", strength)

    assert changed.institution("kementerian-a").misrouted_share == pytest.approx(today * factor)
    assert scenario.institution("kementerian-a").misrouted_share == today
    assert changed.institution("kementerian-b") == scenario.institution("kementerian-b")


def test_a_strength_in_per_cent_is_refused() -> None:
    """A strength of 50 is refused, with the way to write it."""
    message = "`strength` must be in [0, 1], got 50. Write 0.5 for half the effect."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        KONEKTIVITAS.apply(load_scenario("kementerian"), "kementerian-a", 50)
