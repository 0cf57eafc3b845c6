"""The official workflow is consistent with the vocabulary and the table of limits."""

from lapor_lab.calendar import STAGES
from lapor_lab.process import OFFICIAL_WORKFLOW, RequiredStep, Workflow
from lapor_lab.schema import Activity


def test_every_activity_is_spoken_of() -> None:
    """And nothing else: rules spell as the schema does."""
    workflow = OFFICIAL_WORKFLOW
    told = set(workflow.follows).union(*workflow.follows.values())
    steps = {rule.step for rule in workflow.required}

    assert told == set(Activity)
    assert set(workflow.follows) == set(Activity)
    assert steps | workflow.starts | workflow.ends <= set(Activity)
    assert set(workflow.limits) <= set(STAGES)


def test_every_activity_can_be_reached_and_can_end() -> None:
    """From the submission each can come, and from each an end."""
    follows = OFFICIAL_WORKFLOW.follows

    def reached(start: str) -> set[str]:
        found, waiting = {start}, [start]
        while waiting:
            for activity in follows[waiting.pop()] - found:
                found.add(activity)
                waiting.append(activity)
        return found

    assert reached(Activity.SUBMIT) == set(Activity)
    assert all(reached(a) & (OFFICIAL_WORKFLOW.ends | {Activity.RATE}) for a in Activity)


def test_the_system_may_not_close_what_the_reporter_answered() -> None:
    """A reply keeps the report open; a person may close it."""
    after_reply = OFFICIAL_WORKFLOW.follows[Activity.REPLY]

    assert Activity.CLOSE_BY_SYSTEM not in after_reply
    assert Activity.CLOSE_BY_ADMIN in after_reply


def test_a_workflow_may_say_little() -> None:
    """Each rule can stand alone."""
    rule = RequiredStep(deviation="d", step="a", before=frozenset({"b"}))

    assert Workflow(source="asumsi", required=(rule,)).follows == {}
