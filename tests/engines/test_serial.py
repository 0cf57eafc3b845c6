"""One part after the other."""

import pytest

from lapor_lab.engines.serial import run_serial


def test_a_part_is_taken_when_its_turn_comes() -> None:
    """Nothing is done ahead: a caller that stops leaves the other parts undone."""
    done: list[int] = []
    results = run_serial(done.append, iter(range(3)), None)
    assert next(results) == (0, None)
    results.close()
    assert done == [0]


def test_a_failure_stops_the_parts_behind_it() -> None:
    """What came before stays given, what comes after is not begun."""
    results = run_serial(lambda part: 6 // part, [3, 0, 1], None)
    assert next(results) == (0, 2)
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert list(results) == []
