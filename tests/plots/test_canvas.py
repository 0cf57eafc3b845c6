"""The frame around the pictures."""

import pytest
from matplotlib.axes import Axes

from lapor_lab.plots.canvas import axis_limits, close_limits, row_name, scale_ticks, wrap
from lapor_lab.schema import Scale


@pytest.mark.parametrize(
    ("values", "scale", "expected"),
    [
        ([0.03], Scale.SHARE, (0, 0.0345)),
        ([0.51], Scale.SHARE, (0, 1)),
        ([0.0], Scale.SHARE, (0, 1)),
        ([], Scale.DAYS, (0, 1)),
        ([10, float("inf")], Scale.DAYS, (0, 11.5)),
    ],
)
def test_limits(values: list[float], scale: Scale, expected: tuple[float, float]) -> None:
    """Small shares are magnified from 0, large ones are not; what is not finite is passed over."""
    assert axis_limits(values, scale) == pytest.approx(expected)


def test_wrap_keeps_a_long_word_whole() -> None:
    """A word is never cut, and an empty name stays empty."""
    assert wrap("Pemberdayaan", 5) == "Pemberdayaan"
    assert wrap("", 5) == ""


@pytest.mark.parametrize(
    ("values", "scale", "expected"),
    [
        ([0.5, 0.7], Scale.SHARE, (0.488, 0.712)),
        ([0.99, 1.0], Scale.SHARE, (0.945, 1)),
        ([3.0, 3.1], Scale.DAYS, (2.05, 4.05)),
        ([4.9, 5.0], Scale.RATING, (4.7, 5)),
        ([10, 20, float("inf"), float("nan")], Scale.DAYS, (9.4, 20.6)),
    ],
)
def test_close_limits(values: list[float], scale: Scale, expected: tuple[float, float]) -> None:
    """Ends lie a little beyond the values, within the scale, and small gaps stay small."""
    assert close_limits(values, scale) == pytest.approx(expected)


def test_ticks_are_as_exact_as_they_lie(ax: Axes) -> None:
    """A tick at a quarter is not written as another number; whole ones bear no comma."""
    scale_ticks(ax.xaxis, Scale.RATING)

    formatter = ax.xaxis.get_major_formatter()
    assert [formatter(x) for x in (4, 4.5, 4.25, 4.0 + 1e-9)] == ["4", "4,5", "4,25", "4"]


def test_a_row_name_is_never_broken_within_its_count() -> None:
    """The count of reports stands behind the name, on one line."""
    assert row_name("Kota Contoh", 1234, 14) == "Kota Contoh\n(n\xa0=\xa01.234)"
