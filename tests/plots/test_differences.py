"""What plot_differences puts on the Axes."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError, UnknownNameError
from lapor_lab.plots import plot_differences

NAN = float("nan")


@pytest.fixture
def comparison() -> pd.DataFrame:
    """Three practices, the last of which fills a queue."""
    return pd.DataFrame(
        {
            "practice": ["a", "b", "c"],
            "measure": "closed_share",
            "difference": [0.05, -0.01, NAN],
            "lower": [0.04, -0.03, NAN],
            "upper": [0.06, 0.01, NAN],
            "availability": ["tersedia", "tersedia", "antrean jenuh"],
        }
    )


def test_marks_and_whiskers_are_the_differences(ax: Axes, comparison: pd.DataFrame) -> None:
    """A diamond at the difference, whiskers over its interval, none where there is none."""
    plot_differences(comparison, "closed_share", ax=ax)

    marks = [line.get_xydata()[0] for line in ax.lines if line.get_marker() == "D"]
    whiskers = [line.get_xdata() for line in ax.lines if line.get_marker() == "|"]
    np.testing.assert_allclose(marks, [[0.05, 0], [-0.01, 1]])
    np.testing.assert_allclose(whiskers, [[0.04, 0.06], [-0.03, 0.01]])


def test_no_change_lies_in_the_middle(ax: Axes, comparison: pd.DataFrame) -> None:
    """The axis reaches as far to the left as to the right, past every whisker."""
    plot_differences(comparison, "closed_share", ax=ax)
    left, right = ax.get_xlim()
    assert left == -right
    assert right > 0.06


def test_numbers_and_reasons_stand_beside(ax: Axes, comparison: pd.DataFrame) -> None:
    """Each row is written out; a full queue says so; rows keep their order and get their names."""
    plot_differences(comparison, "closed_share", ax=ax, names={"a": "Praktik A"})

    written = [text.get_text() for text in ax.texts]
    assert "+5,0 poin persen (+4,0 sampai +6,0)" in written
    assert "antrean jenuh" in written
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Praktik A", "b", "c"]


def test_a_simulation_says_so(ax: Axes, comparison: pd.DataFrame) -> None:
    """Both notices and the seed stand inside the axes."""
    plot_differences(comparison, "closed_share", ax=ax, caption="skenario x, rng 7")

    written = [text.get_text() for text in ax.texts]
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in written
    assert "simulasi, bukan janji kinerja" in written
    assert "skenario x, rng 7" in written


def test_the_axis_counts_percentage_points(ax: Axes, comparison: pd.DataFrame) -> None:
    """Ticks have a sign, and the unit stands once, below them."""
    plot_differences(comparison, "closed_share", ax=ax)

    written = [ax.xaxis.get_major_formatter()(value, 0) for value in (-0.05, 0.0, 0.025)]
    assert written == ["−5", "0", "+2,5"]
    assert ax.get_xlabel() == "Perubahan (poin persen): % selesai, dari semua laporan masuk"


def test_all_zero_has_an_axis(ax: Axes, comparison: pd.DataFrame) -> None:
    """Where nothing changes, the axis still has a width."""
    plot_differences(comparison.assign(difference=0.0, lower=0.0, upper=0.0), "closed_share", ax=ax)
    assert ax.get_xlim() == (-1, 1)


def test_a_measure_that_is_not_there_is_refused(ax: Axes, comparison: pd.DataFrame) -> None:
    """The refusal lists those that are."""
    message = "Unknown measure 'mean_rating'. Choose one of closed_share."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        plot_differences(comparison, "mean_rating", ax=ax)


def test_a_missing_column_is_refused(ax: Axes, comparison: pd.DataFrame) -> None:
    """A table without practices cannot be drawn."""
    with pytest.raises(ColumnNotFoundError, match=r"^comparison: column\(s\) practice not found;"):
        plot_differences(comparison.drop(columns="practice"), "closed_share", ax=ax)
