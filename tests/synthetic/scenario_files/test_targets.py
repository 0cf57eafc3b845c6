"""Claims about the published figures."""

import re
from collections.abc import Callable

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.scenario_files.targets import QUANTITIES, Target, load_targets


def test_every_figure_has_a_scenario_an_institution_and_a_source(
    shipped: Callable[[str], Scenario],
) -> None:
    """A figure that no scenario can be held to would not be one."""
    ids = {
        name: {i.id for i in shipped(name).institutions}
        for name in {target.scenario for target in load_targets()}
    }
    for target in load_targets():
        assert target.source.strip()
        assert target.institution in ids[target.scenario] | {""}
        assert (target.quantity == "topic_share") == bool(target.topic)


def test_done_in_process_and_none_are_all() -> None:
    """Where all three shares of an institution are published, they sum to 1."""
    shares: dict[tuple[str, str], list[float]] = {}
    for target in load_targets():
        if target.quantity in {"completed_share", "in_process_share", "untouched_share"}:
            shares.setdefault((target.scenario, target.institution), []).append(target.value)
    complete = [values for values in shares.values() if len(values) == 3]

    assert len(complete) == 5
    assert all(sum(values) == pytest.approx(1, abs=0.002) for values in complete)


def test_an_unknown_quantity_is_refused() -> None:
    """A quantity that nothing measures is refused with those that are."""
    message = f"`quantity` must be {' | '.join(QUANTITIES)}, got 'mutu'. Spell it as there."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        Target(scenario="a", institution="", quantity="mutu", value=1, tolerance=0, source="x")
