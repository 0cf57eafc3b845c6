"""Runs of work without a break."""

import numpy as np

from lapor_lab.practices.calibration.busy_periods import busy_periods


def periods(*steps: tuple[str, str, int, int]):
    """Return what is found of steps of (unit, person, start, end)."""
    unit, person, started, finished = zip(*steps, strict=True)
    return busy_periods(
        np.array(unit, dtype=object),
        np.array(person, dtype=object),
        np.array(started),
        np.array(finished),
    )


def test_steps_without_a_break_are_one_run() -> None:
    """A gap of a minute parts nothing, a longer one and another person do."""
    period, begun, since, n_others = periods(
        ("A", "x", 0, 100), ("A", "x", 160, 200), ("A", "x", 261, 300), ("B", "y", 300, 400)
    )
    assert period.tolist() == [0, 0, 1, 2]
    assert begun.tolist() == [0, 0, 261, 300]
    assert since.tolist() == n_others.tolist() == [0, 0, 0, 0]


def test_colleagues_at_work_are_counted_with_the_last_of_their_beginnings() -> None:
    """At 500 both others of the unit are at work, the later of them since 450."""
    *_, since, n_others = periods(
        ("A", "x", 500, 600), ("A", "y", 0, 520), ("A", "z", 450, 900), ("B", "w", 490, 900)
    )
    assert (since[0], n_others[0]) == (450, 2)
    assert (since[3], n_others[3]) == (0, 0)


def test_a_step_of_nobody_is_a_run_of_its_own() -> None:
    """Without a name or a start nothing is said to follow upon anything."""
    period, *_ = periods(("A", "", 0, 100), ("A", "", 100, 200), ("A", "x", -1, 300))
    assert len(set(period.tolist())) == 3
