"""What plot_before_after puts on the Axes."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_before_after


def test_marks_lie_at_base_and_changed(ax: Axes, effects: pd.DataFrame) -> None:
    """A circle marks the base and a diamond the changed value: shapes, not only colours."""
    plot_before_after(effects, ax=ax)

    base = [line.get_xydata()[0] for line in ax.lines if line.get_marker() == "o"]
    changed = [line.get_xydata()[0] for line in ax.lines if line.get_marker() == "D"]
    np.testing.assert_allclose(base, [[0.62, 0], [0.14, 1]])
    np.testing.assert_allclose(changed, [[0.81, 0], [0.13, 1]])


def test_whiskers_are_the_interval_of_the_difference(ax: Axes, effects: pd.DataFrame) -> None:
    """The whiskers run from base + lower to base + upper."""
    plot_before_after(effects, ax=ax)

    whiskers = [line.get_xdata() for line in ax.lines if line.get_marker() == "|"]
    np.testing.assert_allclose(whiskers, [[0.77, 0.85], [0.11, 0.15]])


def test_differences_are_written_with_interval(ax: Axes, effects: pd.DataFrame) -> None:
    """Every difference stands beside its row with sign, unit and interval."""
    plot_before_after(effects, ax=ax)

    written = [text.get_text() for text in ax.texts]
    assert "+19,0 poin persen (+15,0 sampai +23,0)" in written
    assert "−1,0 poin persen (−3,0 sampai +1,0)" in written


def test_a_simulation_says_so(ax: Axes, effects: pd.DataFrame) -> None:
    """Both notices and the seed stand inside the axes without being asked for."""
    plot_before_after(effects, ax=ax, caption="skenario x, rng 7")

    written = [text.get_text() for text in ax.texts]
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in written
    assert "simulasi, bukan janji kinerja" in written
    assert "skenario x, rng 7" in written


def test_legend_names_both_marks_once(ax: Axes, effects: pd.DataFrame) -> None:
    """The legend has one entry a mark, however many rows there are."""
    plot_before_after(effects, ax=ax)

    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["Tanpa praktik", "Dengan praktik"]


def test_a_time_that_is_not_reached_is_said(ax: Axes) -> None:
    """A row whose difference is unknown has its base and the words, no arrow and no whiskers."""
    nan = float("nan")
    row = pd.DataFrame(
        [("completion_median_days", 12.0, nan, nan, nan, nan)],
        columns=["measure", "base", "changed", "difference", "lower", "upper"],
    )

    plot_before_after(row, ax=ax)

    assert "belum tercapai" in [text.get_text() for text in ax.texts]
    assert not [line for line in ax.lines if line.get_marker() == "|"]
    assert ax.get_xlabel() == "Hari kerja"


def test_mixed_scales_are_refused(ax: Axes, effects: pd.DataFrame) -> None:
    """Shares and days never share an axis."""
    mixed = effects.assign(measure=["closed_share", "completion_median_days"])

    with pytest.raises(ParameterError) as err:
        plot_before_after(mixed, ax=ax)

    assert str(err.value) == (
        "`effects` must be measures of one scale, got 'days, share'. "
        "Draw shares, days and ratings on an Axes each."
    )


def test_a_table_without_interval_is_refused(ax: Axes, effects: pd.DataFrame) -> None:
    """No difference is drawn without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_before_after(effects[["measure", "base", "changed", "difference"]], ax=ax)

    assert str(err.value) == (
        "effects: column(s) lower, upper not found; it has measure, base, changed, difference. "
        "Rename yours or name another."
    )
