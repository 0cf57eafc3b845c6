"""What answers an item well."""

import re
from dataclasses import replace
from datetime import date

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices.maturity.evidence_item import UNBOUNDED, EvidenceItem

DAY = date(2022, 8, 15)
ITEM = EvidenceItem(
    id="sk",
    question="Apakah SK berlaku?",
    kind="yes_no",
    level=1,
    threshold=1,
    evidence="SK",
    source="asumsi",
    scope="instansi",
)
EXPIRY = replace(ITEM, kind="date", threshold=0)
LAST_DONE = replace(ITEM, kind="date", threshold=-92)


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        (ITEM, True, True),
        (ITEM, False, False),
        (EXPIRY, DAY, True),
        (EXPIRY, date(2022, 8, 14), False),
        (EXPIRY, UNBOUNDED, True),
        (LAST_DONE, date(2022, 5, 15), True),
        (LAST_DONE, date(2022, 5, 14), False),
        (replace(ITEM, kind="share", threshold=90), 90.0, True),
        (replace(ITEM, kind="share", threshold=90), 89.9, False),
        (replace(ITEM, kind="count", threshold=0, at_most=True), 0.0, True),
        (replace(ITEM, kind="count", threshold=0, at_most=True), 1.0, False),
    ],
)
def test_answer_is_held_to_the_threshold(
    item: EvidenceItem, answer: bool | date | float, expected: bool
) -> None:
    """A decree holds through its last day, a deed for its days, a number from its threshold."""
    assert item.is_met_by(answer, DAY) is expected


def test_a_day_is_not_judged_without_a_day_of_assessment() -> None:
    """Whether a decree is in force cannot be told where nobody says when."""
    assert EXPIRY.is_met_by(DAY, None) is None


def test_a_day_is_an_expiry_or_a_deed() -> None:
    """The sign of the threshold tells which, and other kinds are neither."""
    assert [(i.is_expiry, i.is_past) for i in (ITEM, EXPIRY, LAST_DONE)] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_unknown_kind_is_refused() -> None:
    """The refusal names the item, what may stand there and what does."""
    message = "`sk.kind` must be yes_no | date | share | count, got 'text'. Choose one of them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(ITEM, kind="text")


def test_item_without_source_is_refused() -> None:
    """What has no source is marked, never left open."""
    message = "`sk.source` must be a sentence, got ' '. Write where it comes from, or \"asumsi\"."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(ITEM, source=" ")
