"""Claims about single values of a scenario file."""

import re
from typing import Any

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.synthetic import ReporterModel
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable


def test_a_whole_number_passes_for_a_float() -> None:
    """TOML's 1 is read as 1.0 where a share is asked for."""
    table = ScenarioTable("f", "", {"repeat_share": 1, "weekday_shares": [1, 0.5]})

    assert table.typed("repeat_share", ReporterModel) == 1.0
    assert table.typed("weekday_shares", ReporterModel) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("call", "value", "message"),
    [
        ("number", True, "`t.k` must be float, got True."),
        ("whole", 1.5, "`t.k` must be int, got 1.5."),
        ("whole", True, "`t.k` must be int, got True."),
        ("text", 3, "`t.k` must be str, got 3."),
        ("texts", ["a", 3], "`t.k` must be str, got 3."),
        ("tables", ["a"], "`t.k` must be table, got 'a'."),
        ("table", "a", "`t.k` must be dict, got 'a'."),
        ("utilisation", 0, "`t.k` must be > 0 … 1, got 0.0."),
        ("utilisation", 1.2, "`t.k` must be > 0 … 1, got 1.2."),
    ],
)
def test_a_value_of_another_kind_is_refused(call: str, value: Any, message: str) -> None:
    """Nothing is turned into what it is not."""
    table = ScenarioTable("f", "t", {"k": value})
    with pytest.raises(InputFileError, match=f"^{re.escape(f'f: {message} Mend that line.')}$"):
        getattr(table, call)("k")
