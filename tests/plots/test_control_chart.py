"""What plot_control_chart puts on the Axes."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_control_chart

MEASURE = "first_followed_up_within_limit"
NAN = float("nan")


@pytest.fixture
def chart() -> pd.DataFrame:
    """Six months: a gap in the second, a sign in the fifth, a decree in the fourth."""
    return pd.DataFrame(
        {
            "period": pd.date_range("2022-05-01", periods=6, freq="MS"),
            "value": [0.8, NAN, 0.82, 0.79, 0.6, 0.81],
            "centre": 0.8,
            "lower": 0.7,
            "upper": 0.9,
            "is_special": [False, False, False, False, True, False],
            "note": [None, None, None, "SK tim pengelola baru", None, ""],
        }
    )


def entries(ax: Axes) -> list[str]:
    """Return the words of the legend."""
    legend = ax.get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


def test_points_are_the_values_and_signs_have_another_shape(ax: Axes, chart: pd.DataFrame) -> None:
    """Ordinary values are circles, signs of change diamonds; a missing value is no point."""
    plot_control_chart(chart, MEASURE, ax=ax)

    ordinary, special = (np.asarray(c.get_offsets()) for c in ax.collections)
    np.testing.assert_allclose(ordinary, [[0, 0.8], [2, 0.82], [3, 0.79], [5, 0.81]])
    np.testing.assert_allclose(special, [[4, 0.6]])
    assert entries(ax) == [
        "garis tengah",
        "batas variasi biasa",
        "variasi biasa",
        "tanda perubahan",
    ]
    shapes = {c.get_paths()[0].vertices.shape for c in ax.collections}
    assert len(shapes) == 2


def test_centre_and_limits_are_the_frame(ax: Axes, chart: pd.DataFrame) -> None:
    """Centre, upper and lower limit are drawn as given, also where a rebase moved them."""
    chart.loc[3:, ["centre", "lower", "upper"]] = [0.7, 0.6, 0.8]

    plot_control_chart(chart, MEASURE, ax=ax)

    for line, name in zip(ax.lines, ("centre", "upper", "lower"), strict=False):
        np.testing.assert_allclose(line.get_ydata(), chart[name])


def test_a_gap_is_not_bridged(ax: Axes, chart: pd.DataFrame) -> None:
    """The line between values keeps the missing one missing."""
    plot_control_chart(chart, MEASURE, ax=ax)

    np.testing.assert_array_equal(ax.lines[3].get_ydata(), chart["value"])


def test_months_are_indonesian(ax: Axes, chart: pd.DataFrame) -> None:
    """Months are written short in Indonesian, days only where a period begins within one."""
    plot_control_chart(chart, MEASURE, ax=ax)
    assert ax.get_xticklabels()[3].get_text() == "Agu\n2022"

    ax.clear()
    weekly = chart.assign(period=pd.date_range("2022-08-15", periods=6, freq="7D"))
    plot_control_chart(weekly, MEASURE, ax=ax)
    assert ax.get_xticklabels()[0].get_text() == "15 Agu\n2022"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("Triwulan I", "Triwulan I"),
        ("2022-08", "Agu\n2022"),
        (pd.Period("2022-10", "M"), "Okt\n2022"),
    ],
)
def test_other_periods_are_named_too(
    ax: Axes, chart: pd.DataFrame, period: object, expected: str
) -> None:
    """Texts stay as they are, and pandas' own periods are read as dates."""
    plot_control_chart(chart.assign(period=[period] * 6), MEASURE, ax=ax)

    assert ax.get_xticklabels()[0].get_text() == expected


def test_long_series_keep_readable_ticks(ax: Axes, chart: pd.DataFrame) -> None:
    """Ten years of months have at most twelve ticks."""
    long = pd.concat([chart] * 20, ignore_index=True)

    plot_control_chart(long, MEASURE, ax=ax)

    assert len(ax.get_xticks()) <= 12


def test_notes_stand_at_their_period(ax: Axes, chart: pd.DataFrame) -> None:
    """What happened stands above its period; empty notes leave no trace."""
    chart.loc[4, "note"] = "Pemisahan kementerian"

    plot_control_chart(chart, MEASURE, ax=ax)

    written = {text.get_text(): text for text in ax.texts}
    assert set(written) == {"SK tim pengelola baru", "Pemisahan kementerian"}
    first, second = written["SK tim pengelola baru"], written["Pemisahan kementerian"]
    assert (first.xy[0], second.xy[0]) == (3, 4)
    assert second.get_position()[1] > first.get_position()[1] + 20


def test_target_is_named_with_its_value(ax: Axes, chart: pd.DataFrame) -> None:
    """The target is a line of its own, within the axis."""
    plot_control_chart(chart, MEASURE, target=0.95, ax=ax)

    assert entries(ax)[-1] == "sasaran: 95,0 %"
    assert ax.get_ylim()[1] > 0.95


def test_without_limits_it_says_so(ax: Axes, chart: pd.DataFrame) -> None:
    """Too short a series has values and the words, no limits."""
    plot_control_chart(chart.assign(lower=NAN, upper=NAN, centre=NAN), MEASURE, ax=ax)

    assert ax.get_xlabel() == "Batas variasi belum dapat dihitung."
    assert "batas variasi biasa" not in entries(ax)


def test_synthetic_is_said_inside_the_axes(ax: Axes, chart: pd.DataFrame) -> None:
    """The notice lies below all values."""
    plot_control_chart(chart, MEASURE, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert ax.get_ylim()[0] < notice.xy[1] < 0.6


def test_what_is_not_settled_is_hollow(ax: Axes, chart: pd.DataFrame) -> None:
    """A month of which too much is undecided is shown, without colour and without judgement."""
    plot_control_chart(chart.assign(is_settled=[True] * 4 + [False, True]), MEASURE, ax=ax)

    _, open_marks = ax.collections
    np.testing.assert_allclose(np.asarray(open_marks.get_offsets()), [[4, 0.6]])
    assert tuple(open_marks.get_facecolor()[0]) == (1, 1, 1, 1)
    assert entries(ax)[-1] == "belum dapat dinilai (masih dalam batas waktu)"
    assert "tanda perubahan" not in entries(ax)


def test_several_institutions_are_refused(ax: Axes, chart: pd.DataFrame) -> None:
    """Two institutions on one line would look like one that jumps."""
    message = (
        "`chart` must be of one institution, got 'a, b'. "
        "Draw each institution on an Axes of its own."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        plot_control_chart(chart.assign(institution=["a"] * 3 + ["b"] * 3), MEASURE, ax=ax)


def test_no_period_is_refused(ax: Axes, chart: pd.DataFrame) -> None:
    """An empty series gives no empty picture."""
    message = "`chart` must be at least one period, got '0 rows'. Count by month first."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        plot_control_chart(chart.head(0), MEASURE, ax=ax)


def test_a_missing_column_is_refused(ax: Axes, chart: pd.DataFrame) -> None:
    """Values without limits are no control chart."""
    message = (
        "chart: column(s) centre, lower, upper, is_special, note not found; it has period, value. "
        "Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        plot_control_chart(chart[["period", "value"]], MEASURE, ax=ax)
