"""The practices that can be tried."""

import re

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices import PRACTICES, find_practice


def test_the_five_are_there_and_found() -> None:
    """Each practice is found by its id, by its name, and with underscores, in any case."""
    assert len({p.id for p in PRACTICES}) == len(PRACTICES) == 5
    for practice in PRACTICES:
        for name in (practice.id.upper(), practice.name, practice.id.replace("-", "_")):
            assert find_practice(name) is practice


def test_a_practice_that_is_not_there_is_refused() -> None:
    """The refusal lists what can be tried."""
    message = (
        "Unknown practice 'rapat'. Choose one of tugas-fungsi, konektivitas, target-kinerja, "
        "sosialisasi, legalitas."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        find_practice("rapat")
