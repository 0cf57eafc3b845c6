"""Shares that cannot be are refused."""

import re

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.text_profile import TextProfile


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        (
            {"vague_share": 5},
            "`vague_share` must be in [0, 1], got 5. Write 0.05 for 5 %.",
        ),
        (
            {"typo_share": float("nan")},
            "`typo_share` must be in [0, 1], got nan. Write 0.05 for 5 %.",
        ),
        (
            {"verbosity": 1},
            "`verbosity` must be in (0, 1), got 1. Write 0.38 for texts of usual length.",
        ),
        (
            {"shared_share": 0.5, "vague_share": 0.5, "second_topic_share": 0.5},
            (
                "`shared_share + vague_share + second_topic_share` must be at most 1, got 1.5. "
                "Lower one of them."
            ),
        ),
    ],
)
def test_a_share_out_of_range_is_refused(shares, message):
    """The message names the share, its range and its value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        TextProfile(**shares)
