"""What plot_counts puts on the Axes."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from lapor_lab.errors import ParameterError
from lapor_lab.plots import plot_counts
from lapor_lab.plots.palette import BLUE, PAPER

COUNTS = pd.Series({"Pengaduan": 1341, None: 62, "Aspirasi": 0})


def written(ax: Axes) -> list[str]:
    """Return every text inside the axes."""
    return [text.get_text() for text in ax.texts]


def test_bars_stand_in_the_order_given_with_their_numbers(ax: Axes) -> None:
    """Nothing is sorted; each bar is as long as its count, which stands beside it."""
    plot_counts(COUNTS, ax=ax)

    assert [bar.get_width() for bar in ax.patches] == [1341, 62, 0]
    assert written(ax) == ["1.341", "62", "0"]
    bottom, top = ax.get_ylim()
    assert bottom > top
    assert ax.get_xlabel() == "Laporan (jumlah: 1.403)"


def test_a_missing_kind_is_no_kind(ax: Axes) -> None:
    """Cases without a recorded kind keep their row, under another name and another look."""
    plot_counts(COUNTS, ax=ax)

    names = [text.get_text() for text in ax.get_yticklabels()]
    assert names == ["Pengaduan", "(kosong)", "Aspirasi"]
    looks = [(bar.get_facecolor(), bar.get_hatch()) for bar in ax.patches]
    assert looks[0] == looks[2] == (to_rgba(BLUE), None)
    assert looks[1] == (to_rgba(PAPER), "////")


def test_numbers_are_written_as_an_indonesian_reader_does(ax: Axes) -> None:
    """Thousands carry a dot, and no tick falls between two cases."""
    plot_counts(pd.Series({"a": 3000}), ax=ax)
    ax.figure.canvas.draw()
    ticks = [text.get_text() for text in ax.get_xticklabels()]
    assert "1.200" in ticks

    ax.clear()
    plot_counts(pd.Series({"a": 2}), ax=ax)
    np.testing.assert_array_equal(ax.get_xticks() % 1, 0)


def test_notice_stands_inside_the_picture(ax: Axes) -> None:
    """A picture of synthetic cases says so below its last bar, with its scenario."""
    plot_counts(COUNTS, ax=ax, is_synthetic=True, caption="skenario daerah, rng 7")

    assert written(ax)[-2:] == [
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "skenario daerah, rng 7",
    ]
    assert ax.get_ylim()[0] > ax.texts[-1].xy[1] > ax.patches[-1].get_y()


def test_nothing_counted_is_still_a_picture(ax: Axes) -> None:
    """Kinds without a case are drawn as 0 on an axis that has a length."""
    plot_counts(pd.Series({"a": 0, "b": 0}), ax=ax)

    assert ax.get_xlim() == (0, 1)


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        (pd.Series(dtype="int64"), "0 kind(s), smallest nan"),
        (pd.Series({"a": 1, "b": -1}), "2 kind(s), smallest -1"),
        (pd.Series({"a": 1.0, "b": float("nan")}), "2 kind(s), smallest 1.0"),
    ],
    ids=["empty", "negative", "missing"],
)
def test_what_is_no_count_is_refused(ax: Axes, counts: pd.Series, value: str) -> None:
    """An empty table, a negative count and a missing one are refused, not drawn as 0."""
    message = (
        f"`counts` must be one number from 0 for each kind, at least one, got '{value}'. "
        "Count with value_counts(dropna=False)."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        plot_counts(counts, ax=ax)
