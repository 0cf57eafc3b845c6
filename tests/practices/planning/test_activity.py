"""The catalogue of activities answers the catalogue of practices, item by item."""

import re
from dataclasses import replace

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices.maturity import load_guides
from lapor_lab.practices.planning import load_activities


def test_each_item_is_supplied_by_one_activity() -> None:
    """Every item that can be asked has exactly one activity, of its own practice."""
    asked = {item.id: guide.id for guide in load_guides() for item in guide.items}
    supplied = [(item, each.practice) for each in load_activities() for item in each.items]

    assert len(supplied) == len({item for item, _ in supplied})
    assert dict(supplied) == asked


def test_hours_are_assumptions_and_say_so() -> None:
    """Each activity takes time, and its reason is a source or the word *asumsi*."""
    for each in load_activities():
        assert each.hours_for(0) + each.hours_for(1) > 0, each.id
        assert each.reason.startswith("asumsi: "), each.id


def test_nobody_and_no_money_is_named() -> None:
    """No text of an activity holds an amount of money, and who is responsible is a role."""
    for each in load_activities():
        texts = " ".join(str(value) for value in vars(each).values())
        assert not re.search(r"Rp|rupiah|anggaran", texts), each.id
        assert re.match(
            "Admin instansi|Unit|Pimpinan unit|Pejabat penghubung|Sekretaris Jenderal",
            each.responsible,
        ), each.id


def test_an_activity_for_nothing_is_refused() -> None:
    """An activity must supply an item."""
    message = (
        "`items` must be at least one item of evidence, got (). Name what the activity supplies."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(load_activities()[0], items=())


def test_an_activity_without_work_is_refused() -> None:
    """An activity of no hours at all would come first whatever it does."""
    message = (
        "`hours` must be at least 0, and above 0 in all, got (0, 0). Every activity takes time."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(load_activities()[0], hours=0, hours_per_unit=0)
