"""Values of cells as texts."""

from datetime import UTC, datetime, time, timedelta

import pandas as pd
import pytest

from lapor_lab.exchange.raw.cell_text import cell_text, unescape


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("x", "x"),
        (True, "TRUE"),
        (7, "7"),
        (1e16, "1e+16"),
        (-2.0, "-2"),
        (float("nan"), None),
        (float("inf"), "inf"),
        (time(10, 11, 12), "10:11:12"),
        (timedelta(hours=30, seconds=1), "30:00:01"),
        (datetime(2023, 5, 29, 10, 11, 12), "2023-05-29T10:11:12"),
        (datetime(2023, 5, 29, tzinfo=UTC), "2023-05-29T00:00:00+00:00"),
        (pd.NaT, None),
        (b"\xff", "\ufffd"),
    ],
)
def test_a_value_has_one_text(value: object, text: str | None) -> None:
    """The same value of any reader gives the same text."""
    assert cell_text(value) == text


def test_only_control_characters_are_put_back() -> None:
    """What looks like another escape was typed; a null byte is no text."""
    assert unescape("a_x0000__x000d_\nb_x0041__xD800_") == "a\r\nb_x0041__xD800_"
    assert unescape("_x005F_x000D_") == "_x000D_"
