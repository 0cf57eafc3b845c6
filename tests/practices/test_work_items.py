"""The work that each practice asks for."""

import re

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import PRACTICES, Size
from lapor_lab.practices.work_items import WORK, WorkItem


def test_each_practice_has_its_work_and_each_size_its_reason() -> None:
    """Nothing is free, nothing is known: every size says that it is an assumption."""
    assert set(WORK) == {practice.id for practice in PRACTICES}
    for items in WORK.values():
        assert items
        for item in items:
            assert item.reason.startswith("asumsi")
            assert 0 < item.hours.low < item.hours.high


def test_fewest_hours_come_first() -> None:
    """An item whose ends are swapped is refused by name."""
    message = (
        "`hours` must be low <= standard <= high, got '3 / 2 / 1'. "
        "`low` is the fewest hours, `high` the most."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        WorkItem(name="a", each="unit", hours=Size(low=3, standard=2, high=1), reason="asumsi")
