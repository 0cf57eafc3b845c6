"""The style is checked."""

import re

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.registers import REGISTERS, RegisterStyle


def test_a_share_above_one_is_refused_by_name():
    """The message names the parameter, what is allowed, and what was given."""
    message = "`typo_share` must be 0 … 1, got 1.5. Write 0.15 for 15 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        TextProfile(typo_share=1.5)


def test_hard_texts_cannot_be_more_than_all():
    """Shared, vague and second-topic texts exclude each other."""
    with pytest.raises(ParameterError, match=r"shared_share \+ vague_share \+ second_topic_share"):
        TextProfile(shared_share=0.5, vague_share=0.4, second_topic_share=0.2)


def test_an_unknown_register_is_refused():
    """The message names the registers."""
    with pytest.raises(ParameterError, match=re.escape(" | ".join(REGISTERS))):
        TextProfile(registers={"faks": RegisterStyle(median_chars=100, spread=0.5)})


def test_a_register_that_is_left_out_keeps_its_standard():
    """Only what is given changes."""
    profile = TextProfile(registers={"web": RegisterStyle(median_chars=99, spread=0.5)})
    assert profile.registers["web"].median_chars == 99
    assert profile.registers["sms"] == TextProfile().registers["sms"]


@pytest.mark.parametrize("changes", [{"median_chars": 0.0}, {"spread": -1.0}, {"max_chars": -1}])
def test_a_length_below_zero_is_refused(changes):
    """A register needs a length and a spread."""
    with pytest.raises(ParameterError):
        RegisterStyle(**{"median_chars": 100.0, "spread": 0.5, **changes})
