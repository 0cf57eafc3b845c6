"""Claims about engines."""

import re

import pytest

from lapor_lab.engines import run
from lapor_lab.errors import UnknownNameError


def test_results_keep_the_order_of_the_parts():
    """Each part gives one result, at its place."""
    assert run(lambda part: part * part, [3, 1, 2]) == [9, 1, 4]


def test_progress_is_told_as_parts_are_done():
    """`on_done` sees every result once, in order, before the next part starts."""
    told: list[str] = []

    def task(part: int) -> str:
        told.append(f"start {part}")
        return f"done {part}"

    run(task, [1, 2], on_done=told.append)
    assert told == ["start 1", "done 1", "start 2", "done 2"]


def test_unknown_engine_is_refused():
    """A name that no engine has is refused with those that exist."""
    message = "Unknown engine 'abacus'. Choose one of serial, pool."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        run(len, ["a"], engine="abacus")


def test_no_part_gives_no_result():
    """Nothing to do is done."""
    assert run(len, []) == []
