"""What plot_shares puts on the Axes."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ParameterError
from lapor_lab.plots import plot_shares
from lapor_lab.plots.palette import BLUE, GREEN, VERMILLION

COLOURS = (BLUE, BLUE, GREEN)


@pytest.fixture
def shares() -> pd.DataFrame:
    """Two rows of three parts; the second has withheld one."""
    return pd.DataFrame(
        {"admin": [0.5, 0.6], "sistem": [0.3, 0.25], "proses": [0.2, np.nan]}, index=["A", "B"]
    )


def test_parts_follow_one_another(ax: Axes, shares: pd.DataFrame) -> None:
    """Each part begins where the one before it ends, and a whole row ends at 1."""
    plot_shares(shares, COLOURS, ax=ax)

    first = sorted((bar for bar in ax.patches if bar.get_y() < 0), key=lambda bar: bar.get_x())
    drawn = [bar for bar in first if bar.get_width()]
    np.testing.assert_allclose([bar.get_x() for bar in drawn], [0, 0.5, 0.8])
    np.testing.assert_allclose([bar.get_width() for bar in drawn], [0.5, 0.3, 0.2])


def test_parts_of_one_colour_differ_by_their_hatch(ax: Axes, shares: pd.DataFrame) -> None:
    """No two parts look alike, even in grey."""
    plot_shares(shares, COLOURS, ax=ax)

    looks = {(bars[0].get_facecolor(), bars[0].get_hatch()) for bars in ax.containers}
    assert len(looks) == len(ax.containers)


def test_what_is_withheld_is_drawn_as_such(ax: Axes, shares: pd.DataFrame) -> None:
    """A row with a missing part is filled up to 1 and the legend says why."""
    plot_shares(shares, COLOURS, ax=ax)

    rest = ax.containers[-1]
    np.testing.assert_allclose([bar.get_width() for bar in rest], [0, 0.15])
    legend = ax.get_legend()
    assert legend is not None
    assert legend.get_texts()[-1].get_text() == "Disembunyikan (angka kecil)"


def test_wide_parts_bear_their_number(ax: Axes, shares: pd.DataFrame) -> None:
    """Shares are written in per cent where they fit; a synthetic picture says so inside."""
    shares.loc["A"] = [0.95, 0.05, 0.0]

    plot_shares(shares, COLOURS, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    written = [text.get_text() for text in ax.texts]
    assert "95 %" in written
    assert "5 %" not in written
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in written
    assert "skenario x, rng 7" in written


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (pd.DataFrame({"a": [0.7], "b": [0.7]}), "1 row(s), largest sum 1.4"),
        (pd.DataFrame({"a": [-0.1], "b": [0.7]}), "1 row(s), largest sum 0.6"),
        (pd.DataFrame({"a": [], "b": []}), "0 row(s), largest sum 0"),
    ],
)
def test_what_is_no_share_is_refused(ax: Axes, table: pd.DataFrame, value: str) -> None:
    """Counts, negative shares and empty tables are refused."""
    message = (
        "`shares` must be shares in [0, 1] whose rows do not exceed 1, at least one row, "
        f"got '{value}'. Divide the counts by their row's total."
    )

    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        plot_shares(table, (BLUE, VERMILLION), ax=ax)
