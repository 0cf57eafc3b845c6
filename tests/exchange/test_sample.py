"""The data that ship with the kit."""

import re

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange import load_sample, sample_path


def test_the_sample_is_small_synthetic_and_knows_its_truth() -> None:
    """A lesson gets ten institutions, every id marked as made up, with the truth beside."""
    log = load_sample()

    assert log.cases["case_id"].str.startswith("SIM-").all()
    assert log.cases["institution"].nunique() == 10
    assert log.truth is not None
    assert set(log.truth["case_id"]) == set(log.cases["case_id"])


def test_a_sample_that_is_not_there_is_refused() -> None:
    """The refusal names it."""
    message = "naga: no such file or folder. Check the path."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        sample_path("naga")
