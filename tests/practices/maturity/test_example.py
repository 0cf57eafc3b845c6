"""The form that ships."""

import re

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.practices.maturity import MaturityForm, example_form_path


def test_example_says_that_it_is_invented(example: MaturityForm) -> None:
    """The form, its raters and its evidence are marked as an example."""
    assert example.is_example
    assert all("contoh" in rater for rater in example.raters)
    assert {a.evidence[:6] for a in example.answers} == {"", "contoh"}


def test_another_name_is_refused() -> None:
    """What does not ship is named."""
    message = "contoh_penilaian/x.xlsx: no such file or folder. Check the path."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        example_form_path("x.xlsx")
