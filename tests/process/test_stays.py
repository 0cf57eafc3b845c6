"""Where a case is, run by run."""

import re
from collections.abc import Callable

import pytest

from lapor_lab.errors import ColumnNotFoundError, UnknownNameError
from lapor_lab.process.stays import stays
from lapor_lab.process.traces import order_events
from lapor_lab.schema import ComplaintLog


def test_runs_are_merged_and_gaps_passed_over(log_of: Callable[..., ComplaintLog]) -> None:
    """A unit that has a case twice in a row has it once."""
    log = log_of({"1": [("a", "x"), "b", ("c", "x"), ("d", "y")], "2": [("a", "y")]})
    traces = order_events(log)

    runs, events = stays(traces, "unit"), stays(traces, "unit", is_merged=False)

    assert runs["case"].to_list() == [0, 0, 1]
    assert runs["place"].to_list() == ["x", "y", "y"]
    assert runs["timestamp"].dt.day.to_list() == [1, 4, 1]
    assert events["place"].to_list() == ["x", "x", "y", "y"]


def test_no_unit_at_all_is_no_stay(log_of: Callable[..., ComplaintLog]) -> None:
    """An empty table, not an error."""
    assert stays(order_events(log_of({"1": ["a", "b"]})), "unit").empty


def test_other_places_and_absent_columns_are_refused(log_of: Callable[..., ComplaintLog]) -> None:
    """The messages name what there is."""
    traces = order_events(log_of({"1": ["a"]}))
    message = "Unknown place 'activity'. Choose one of unit, resource, role."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        stays(traces, "activity")
    message = (
        "events: column(s) role not found; it has case_id, activity, timestamp, unit. "
        "Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        stays(traces, "role")
