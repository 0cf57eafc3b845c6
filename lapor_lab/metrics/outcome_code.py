"""Outcomes as small whole numbers, which are counted faster than words."""

from typing import Final

from lapor_lab.schema import Outcome

__all__ = ["OUTCOMES", "outcome_code"]

OUTCOMES: Final = tuple(Outcome)
_CODES: Final = {outcome: code for code, outcome in enumerate(OUTCOMES)}


def outcome_code(outcome: Outcome) -> int:
    """Return the number of an outcome.

    Parameters
    ----------
    outcome : Outcome
        The outcome.

    Returns
    -------
    int
        Its place in `OUTCOMES`.
    """
    return _CODES[outcome]
