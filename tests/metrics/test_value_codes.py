"""Values of any type become the names of groups, and numbers."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from lapor_lab.metrics.value_codes import ValueCodes, group_name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "(tidak diisi)"),
        ("", ""),
        (4, "4"),
        (4.5, "4.5"),
        (True, "True"),
        (date(2022, 8, 15), "2022-08-15"),
        (datetime(2022, 8, 15), "2022-08-15"),
        (datetime(2022, 8, 15, 9, 30), "2022-08-15 09:30:00"),
    ],
)
def test_a_value_names_its_group(value: object, name: str) -> None:
    """The same in every batch, whatever else is in it."""
    assert group_name(value) == name


def test_codes_outlive_batches_and_dictionaries() -> None:
    """Plain text, two dictionaries and gaps agree on what is what."""
    codes = ValueCodes()
    batches = [
        pa.array(["x", None, "y"]),
        pa.array(["z", "x"]).dictionary_encode(),
        pa.DictionaryArray.from_arrays(pa.array([1, None, 0], pa.int8()), ["y", "z"]),
        pa.array([None, None], pa.string()).dictionary_encode(),
    ]

    found = [[codes.seen[code] for code in codes.of(batch)] for batch in batches]

    missing = "(tidak diisi)"
    assert found == [["x", missing, "y"], ["z", "x"], ["z", missing, "y"], [missing] * 2]
    assert sorted(codes.seen) == [missing, "x", "y", "z"]
