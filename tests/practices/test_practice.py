"""A practice is a pure function from one scenario to another."""

import re

import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices import KONEKTIVITAS, Change, Lever, Practice, Size, adopt
from lapor_lab.synthetic import Scenario

HALVE = Practice(
    id="uji",
    name="Uji",
    title="Uji",
    source="asumsi",
    levers=(
        Lever(
            parameter="misrouted_share",
            change=Change.TIMES,
            size=Size(low=0.9, standard=0.5, high=0.1),
            reason="asumsi",
        ),
    ),
)


@pytest.mark.parametrize(
    ("strength", "size", "factor"),
    [
        (0, "standard", 1),
        (0.5, "standard", 0.75),
        (1, "standard", 0.5),
        (1, "low", 0.9),
        (0.5, "high", 0.55),
    ],
)
def test_strength_goes_from_today_to_the_full_effect(
    scenario: Scenario, strength: float, size: str, factor: float
) -> None:
    """Half the strength is half the way, at each size; nobody else changes."""
    today = scenario.institution("kementerian-a").misrouted_share

    changed = HALVE.apply(scenario, "kementerian-a", strength, size=size)

    assert changed.institution("kementerian-a").misrouted_share == pytest.approx(today * factor)
    assert scenario.institution("kementerian-a").misrouted_share == today
    assert changed.institution("kementerian-b") == scenario.institution("kementerian-b")


def test_a_change_is_named_among_the_sources(scenario: Scenario) -> None:
    """Who reads the parameters of a changed world sees which of them were changed."""
    changed = adopt(scenario, "kementerian-a", [HALVE])
    assert changed.sources["kementerian-a.misrouted_share"] == "asumsi: diubah dari skenario"


def test_a_strength_in_per_cent_is_refused(scenario: Scenario) -> None:
    """A strength of 50 is refused, with the way to write it."""
    message = "`strength` must be in [0, 1], got 50. Write 0.5 for half the effect."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        KONEKTIVITAS.apply(scenario, "kementerian-a", 50)


def test_an_unknown_size_is_refused(scenario: Scenario) -> None:
    """The refusal lists the three."""
    message = "Unknown size 'besar'. Choose one of low, standard, high."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        KONEKTIVITAS.apply(scenario, "kementerian-a", size="besar")
