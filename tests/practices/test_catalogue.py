"""The practices that can be tried."""

import re

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices import PRACTICES, find_practice


def test_ids_are_unique_and_found() -> None:
    """Each practice is found by its id, in any case."""
    assert [find_practice(p.id.upper()) for p in PRACTICES] == list(PRACTICES)
    assert len({p.id for p in PRACTICES}) == len(PRACTICES)


def test_a_practice_that_is_not_there_is_refused() -> None:
    """The refusal lists what can be tried."""
    message = "Unknown practice 'rapat'. Choose one of konektivitas."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        find_practice("rapat")
