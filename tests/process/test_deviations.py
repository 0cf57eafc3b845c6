"""Every case against every rule."""

from collections.abc import Callable

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.process import OFFICIAL_WORKFLOW, Workflow
from lapor_lab.process.deviations import Deviation, find_deviations, is_forbidden
from lapor_lab.process.traces import order_events
from lapor_lab.schema import Activity, ComplaintLog

A = Activity


def deviations(log: ComplaintLog, workflow: Workflow = OFFICIAL_WORKFLOW) -> list[Deviation]:
    """What is found by the rules that ship."""
    return find_deviations(order_events(log), log, workflow, (load_calendar(), load_limits()))


def test_only_who_is_asked_deviates(made: ComplaintLog) -> None:
    """Of every kind, for else a share would exceed 1."""
    kinds = deviations(made)

    assert all((kind.is_asked | ~kind.is_so).all() for kind in kinds)
    assert any(kind.is_so.any() for kind in kinds)


def test_kinds_have_names_of_their_own(made: ComplaintLog) -> None:
    """And a workflow without rules has none."""
    names = [kind.name for kind in deviations(made)]

    assert len(set(names)) == len(names) > 0
    assert deviations(made, Workflow(source="asumsi")) == []


def test_a_step_is_forbidden_by_what_follows_it(log_of: Callable[..., ComplaintLog]) -> None:
    """At the event before; never across two cases, and not around an unknown activity."""
    log = log_of({"1": [A.SUBMIT, A.FOLLOW_UP], "2": [A.SUBMIT, "Rapat", A.FOLLOW_UP]})

    found = is_forbidden(order_events(log), OFFICIAL_WORKFLOW)

    assert found.tolist() == [True, False, False, False, False]
