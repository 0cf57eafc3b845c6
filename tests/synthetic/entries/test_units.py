"""Which unit a report belongs to."""

from dataclasses import replace

import numpy as np
import pytest

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.entries import PROVINCES, serving_units
from lapor_lab.synthetic.model.units import UnitModel
from lapor_lab.synthetic.text.topic_list import TOPICS

MAIN, REGIONAL, BRANCH = UnitLevel.MAIN_UNIT, UnitLevel.REGIONAL_OFFICE, UnitLevel.TECHNICAL_UNIT


@pytest.fixture(scope="module")
def small(scenario):
    """Return an institution of two kantor wilayah; an UPT below each, below none, below a unit."""
    units = (
        UnitModel(name="Utama", level=MAIN),
        UnitModel(name="Wilayah 1", level=REGIONAL),
        UnitModel(name="Wilayah 2", level=REGIONAL),
        UnitModel(name="Balai 1", level=BRANCH, parent="Wilayah 1"),
        UnitModel(name="Balai 2", level=BRANCH, parent="Wilayah 2"),
        UnitModel(name="Balai lepas", level=BRANCH),
        UnitModel(name="Balai utama", level=BRANCH, parent="Utama"),
    )
    return replace(scenario.institution("kemenkumham"), units=units)


def test_a_branch_lies_in_the_provinces_of_its_office(small):
    """Each province has one kantor wilayah, that one's UPT, and those that no other is above."""
    offices = serving_units(small, REGIONAL, PROVINCES)
    branches = serving_units(small, BRANCH, PROVINCES)
    assert set(offices) == {(1,), (2,)}
    assert branches == tuple((3, 5, 6) if office == (1,) else (4, 5, 6) for office in offices)


def test_all_branches_serve_where_no_office_is(small):
    """Without a kantor wilayah, or one without any UPT, every UPT serves every province."""
    bare = replace(
        small, units=tuple(u for u in small.units if u.level != REGIONAL and "Wil" not in u.parent),
        level_shares={str(MAIN): 0.5, str(BRANCH): 0.5},
    )  # fmt: skip
    assert set(serving_units(bare, BRANCH, PROVINCES)) == {(1, 2)}
    only_first = replace(small, units=small.units[:4])
    assert set(serving_units(only_first, BRANCH, PROVINCES)) == {(3,)}


def test_drawn_units_serve_the_place_and_answer_for_the_topic(draw):
    """A report is with a unit utama of its sub-topic, or with a unit of its province."""
    block, _, entries = draw(rng=7)
    model = block.institution
    levels = np.array([unit.level for unit in model.units])[entries.true_unit]
    # A form letter goes to one unit, wherever its senders live.
    own = entries.duplicate_kind == 0
    assert set(levels.tolist()) == set(model.level_shares)
    for level in model.level_shares:
        chosen = np.flatnonzero(own & (levels == level))
        serving = serving_units(model, level, PROVINCES) if level != MAIN else ()
        for case in chosen.tolist():
            if level == MAIN:
                allowed = model.main_units_for(TOPICS[entries.subtopic[case]][1])
            else:
                allowed = serving[entries.province[case]]
            assert entries.true_unit[case] in allowed
