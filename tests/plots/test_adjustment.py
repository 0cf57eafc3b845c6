"""What plot_adjustment puts on the Axes."""

import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_adjustment

MEASURE = "completed_within_limit"


def segments(ax: Axes) -> np.ndarray:
    """Return the ends of all lines, in the order drawn."""
    lines = [c for c in ax.collections if isinstance(c, LineCollection)]
    return np.concatenate([np.reshape(c.get_segments(), (-1, 2, 2)) for c in lines])


def test_lines_run_from_crude_to_adjusted(ax: Axes, table: pd.DataFrame) -> None:
    """Each line begins at the crude value on the left and ends at the adjusted one."""
    plot_adjustment(table, MEASURE, ax=ax)

    drawn = segments(ax)
    judged = table[table["adjusted"].notna()]
    np.testing.assert_allclose(drawn[:, :, 0], [[0, 1]] * 5)
    np.testing.assert_allclose(np.sort(drawn[:, 0, 1]), judged["crude"].sort_values())
    np.testing.assert_allclose(drawn[:, 1, 1] - drawn[:, 0, 1], 0.02)


def test_names_bear_both_values(ax: Axes, table: pd.DataFrame) -> None:
    """Beside each line stand its name and both values with a decimal comma."""
    table.loc[0, ["crude", "adjusted"]] = [0.705, 0.8]

    plot_adjustment(table, MEASURE, ax=ax)

    written = [text.get_text().replace("\n", " ").replace("\xa0", " ") for text in ax.texts]
    assert "Kementerian Fiktif 000 (70,5 % → 80,0 %)" in written
    assert len(written) == 5


def test_names_do_not_lie_on_one_another(ax: Axes, table: pd.DataFrame) -> None:
    """Institutions with one value have their names at different heights."""
    plot_adjustment(table.assign(adjusted=0.7), MEASURE, ax=ax)

    heights = sorted(text.get_position()[1] for text in ax.texts)
    assert min(np.diff(heights)) > 0.002


def test_of_many_those_that_move_farthest_are_named(ax: Axes, many: pd.DataFrame) -> None:
    """Twelve are named, the other lines are grey and counted, as is who has no second value."""
    many.loc[500, "adjusted"] = many.loc[500, "crude"] + 0.3

    plot_adjustment(many, MEASURE, ax=ax)

    assert len(ax.texts) == 12
    assert any("Fiktif 500" in text.get_text() for text in ax.texts)
    assert len(segments(ax)) == 699
    assert ax.get_xlabel() == (
        "1 instansi tidak digambar (tanpa nilai yang disesuaikan); 687 garis kelabu tanpa nama"
    )


def test_suppressed_are_not_drawn(ax: Axes, table: pd.DataFrame) -> None:
    """A suppressed institution has neither line nor name."""
    plot_adjustment(table.assign(is_suppressed=[True] + [False] * 5), MEASURE, ax=ax)

    assert len(segments(ax)) == 4
    assert not any("Fiktif 000" in text.get_text() for text in ax.texts)


def test_small_moves_are_not_magnified(ax: Axes, table: pd.DataFrame) -> None:
    """Where all values lie within a point, the axis still holds ten points."""
    plot_adjustment(table.assign(crude=0.70, adjusted=0.705), MEASURE, ax=ax)

    bottom, top = ax.get_ylim()
    assert top - bottom >= 0.1 - 1e-9


def test_synthetic_is_said_inside_the_axes(ax: Axes, table: pd.DataFrame) -> None:
    """The notice lies below all values."""
    plot_adjustment(table, MEASURE, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert ax.get_ylim()[0] < notice.xy[1] < table["crude"].min()
    assert any(text.get_text() == "skenario x, rng 7" for text in ax.texts)


def test_seven_hundred_are_drawn_in_time(many: pd.DataFrame) -> None:
    """Seven hundred lines cost less than a second of CPU, drawn to pixels."""
    figure = Figure(figsize=(9, 6))
    begin = time.process_time()

    plot_adjustment(many, MEASURE, ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1


def test_nothing_adjusted_is_refused(ax: Axes, table: pd.DataFrame) -> None:
    """Without adjusted values there is nothing to draw, and the way out is named."""
    with pytest.raises(ParameterError) as err:
        plot_adjustment(table.assign(adjusted=np.nan), MEASURE, ax=ax)

    assert str(err.value) == (
        "`table` must be at least one institution with a crude and an adjusted value, "
        "got '6 row(s) without'. Compare with `adjust`."
    )


def test_a_missing_column_is_refused(ax: Axes, table: pd.DataFrame) -> None:
    """The refusal names what is missing and what there is."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_adjustment(table[["institution", "crude", "verdict"]], MEASURE, ax=ax)

    assert str(err.value) == (
        "table: column(s) adjusted not found; it has institution, crude, verdict. "
        "Rename yours or name another."
    )
