"""Failures that a user can mend."""

from lapor_lab.errors import LaporLabError, ParameterError


def test_a_failure_carries_its_code_and_values() -> None:
    """What fills the English message can fill the Indonesian one."""
    error = ParameterError("option_date", option="--as-of", value="kemarin")

    assert isinstance(error, LaporLabError)
    assert error.code == "option_date"
    assert error.values == {"option": "--as-of", "value": "kemarin"}
    assert str(error) == "`--as-of` must be a date like 2022-08-15, got 'kemarin'."
