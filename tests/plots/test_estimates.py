"""What plot_estimates puts on the Axes."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError, UnknownNameError
from lapor_lab.plots import plot_estimates

MEASURE = "completed_within_limit"


def written(ax: Axes) -> list[str]:
    """Return every text inside the axes."""
    return [text.get_text() for text in ax.texts]


def names(ax: Axes) -> list[str]:
    """Return the rows' names as one line each, plain spaces."""
    labels = [text.get_text() for text in ax.get_yticklabels()]
    return [re.sub(r"[\n\xa0]", " ", name) for name in labels]


def points(ax: Axes) -> np.ndarray:
    """Return x and y of every estimate's dot."""
    return np.array([line.get_xydata()[0] for line in ax.lines if line.get_marker() == "o"])


def test_rows_follow_the_alphabet_and_show_denominators(ax: Axes, estimates: pd.DataFrame) -> None:
    """Institutions stand in alphabetical order, not by value, each with its n if it has one."""
    plot_estimates(estimates, MEASURE, ax=ax)

    assert names(ax) == [
        "badan fiktif a (n = 1.341)",
        "Dinas Fiktif D",
        "Kementerian Fiktif B (n = 44)",
        "Lembaga Fiktif C (n = 3)",
    ]
    bottom, top = ax.get_ylim()
    assert bottom > top


def test_dots_and_intervals_lie_at_the_estimates(ax: Axes, estimates: pd.DataFrame) -> None:
    """Every available estimate is a dot at its value with a line from lower to upper."""
    plot_estimates(estimates, MEASURE, ax=ax)

    np.testing.assert_allclose(points(ax), [[0.88, 0], [0.7045, 2]])
    intervals = [line.get_xydata() for line in ax.lines if len(line.get_xdata()) == 2]
    np.testing.assert_allclose(intervals[0], [[0.8615, 0], [0.8963, 0]])
    np.testing.assert_allclose(intervals[1], [[0.5579, 2], [0.8184, 2]])
    assert "88,0 %  (86,2–89,6 %)" in written(ax)


def test_a_dot_at_the_edge_is_whole(ax: Axes, estimates: pd.DataFrame) -> None:
    """A share of 100 % is not cut by the edge; a value of what is not available is not drawn."""
    plot_estimates(estimates.assign(estimate=1.0, upper=1.0), MEASURE, ax=ax)

    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [line.get_ydata()[0] for line in dots] == [0, 2]
    assert not any(line.get_clip_on() for line in dots)


def test_missing_is_a_word_and_never_a_dot(ax: Axes, estimates: pd.DataFrame) -> None:
    """A row without estimate says why and has no mark: in particular none at 0."""
    plot_estimates(estimates, MEASURE, ax=ax)

    assert {"tidak tersedia", "data belum memadai"} <= set(written(ax))
    assert set(points(ax)[:, 1]) == {0, 2}


def test_an_end_that_is_not_reached_is_an_arrow(ax: Axes, estimates: pd.DataFrame) -> None:
    """An interval without upper end runs to the edge, ends in an arrow and says so."""
    plot_estimates(estimates, "completion_median_days", ax=ax)

    arrows = [line for line in ax.lines if line.get_marker() == ">"]
    assert [line.get_xdata()[0] for line in arrows] == [ax.get_xlim()[1]] * 2
    assert "6,0  (5,0–belum tercapai)" in written(ax)
    assert "belum tercapai  (8,0–belum tercapai)" in written(ax)
    assert len(points(ax)) == 1


@pytest.mark.parametrize(
    ("measure", "limits"),
    [(MEASURE, (0, 1)), ("mean_rating", (1, 5)), ("completion_median_days", (0, 6.9))],
)
def test_axis_starts_at_nothing(
    ax: Axes, estimates: pd.DataFrame, measure: str, limits: tuple[float, float]
) -> None:
    """Shares run from 0 to 100 %, ratings from 1 to 5, days from 0."""
    plot_estimates(estimates, measure, ax=ax)

    assert ax.get_xlim() == pytest.approx(limits)


def test_synthetic_is_said_inside_the_axes(ax: Axes, estimates: pd.DataFrame) -> None:
    """The notice, scenario and seed lie between the limits of the axes, below the last row."""
    plot_estimates(estimates, MEASURE, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    bottom, _ = ax.get_ylim()
    for wanted in ("DATA SINTETIS, bukan kinerja sebenarnya", "skenario x, rng 7"):
        (text,) = [text for text in ax.texts if text.get_text() == wanted]
        assert 3.4 < text.xy[1] < bottom


def test_real_data_carry_no_synthetic_notice(ax: Axes, estimates: pd.DataFrame) -> None:
    """The notice is written only where it is true."""
    plot_estimates(estimates, MEASURE, ax=ax)

    assert not any("SINTETIS" in text for text in written(ax))


def test_ticks_are_written_in_indonesian(ax: Axes, estimates: pd.DataFrame) -> None:
    """Ticks carry a decimal comma and, for shares, the per cent sign."""
    plot_estimates(estimates, MEASURE, ax=ax)

    formatter = ax.xaxis.get_major_formatter()
    assert [formatter(x) for x in (0, 0.125, 1)] == ["0 %", "12,5 %", "100 %"]


def test_bounds_are_a_hatched_bar_without_a_dot(ax: Axes, estimates: pd.DataFrame) -> None:
    """A row of bounds runs from lower to upper, has no dot, and the axis says what it is."""
    is_bounded = estimates["institution"] == "Kementerian Fiktif B"
    table = estimates.assign(
        estimate=estimates["estimate"].mask(is_bounded),
        availability=estimates["availability"].mask(is_bounded, "hanya batas"),
    )

    plot_estimates(table, MEASURE, ax=ax)

    (bar,) = ax.patches
    assert [bar.get_x(), bar.get_x() + bar.get_width()] == pytest.approx([0.5579, 0.8184])
    assert bar.get_y() + bar.get_height() / 2 == pytest.approx(2)
    assert bar.get_hatch()
    np.testing.assert_allclose(points(ax), [[0.88, 0]])
    assert "paling sedikit 55,7 %,\npaling banyak 81,9 %" in written(ax)
    assert "balok: batas, bukan selang kepercayaan" in ax.get_xlabel()
    assert "titik: nilai" in ax.get_xlabel()


def test_bounds_alone_speak_of_no_dot_and_no_interval(ax: Axes, estimates: pd.DataFrame) -> None:
    """Where every row is bounded, the axis explains the bar and nothing else."""
    plot_estimates(estimates.assign(estimate=np.nan, availability="hanya batas"), MEASURE, ax=ax)

    assert ax.get_xlabel().endswith("balok: batas, bukan selang kepercayaan; n: penyebut")
    assert "titik" not in ax.get_xlabel()


def test_input_is_not_changed(ax: Axes, estimates: pd.DataFrame) -> None:
    """Drawing leaves the table as it was."""
    before = estimates.copy(deep=True)

    plot_estimates(estimates, MEASURE, ax=ax)

    pd.testing.assert_frame_equal(estimates, before)


def test_unknown_measure_is_refused(ax: Axes, estimates: pd.DataFrame) -> None:
    """A measure that the table does not hold is refused with the ones that it holds."""
    with pytest.raises(UnknownNameError) as err:
        plot_estimates(estimates, "peringkat", ax=ax)

    assert str(err.value) == (
        "Unknown measure 'peringkat'. Choose one of completed_within_limit, "
        "completion_median_days, mean_rating."
    )


def test_a_table_without_interval_is_refused(ax: Axes, estimates: pd.DataFrame) -> None:
    """No estimate is drawn without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_estimates(estimates.drop(columns=["lower", "upper"]), MEASURE, ax=ax)

    assert str(err.value).startswith("estimates: column(s) lower, upper not found; it has ")


def test_without_axes_a_new_figure_is_opened(
    estimates: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook that gives no Axes gets a figure that pyplot shows, high enough for its rows."""
    monkeypatch.setenv("MPLBACKEND", "agg")
    import matplotlib.pyplot as plt  # noqa: PLC0415 - only this claim needs pyplot

    plt.switch_backend("agg")
    ax = plot_estimates(estimates, MEASURE)
    try:
        assert plt.gcf() is ax.figure
        assert ax.figure.get_size_inches()[1] > 3
    finally:
        plt.close(ax.figure)
