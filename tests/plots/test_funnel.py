"""What plot_funnel puts on the Axes."""

import re
import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_funnel

MEASURE = "completed_within_limit"


def marks(ax: Axes) -> dict[str, np.ndarray]:
    """Return the points of each verdict."""
    return {c.get_label(): np.asarray(c.get_offsets()) for c in ax.collections}


def entries(ax: Axes) -> list[str]:
    """Return the words of the legend, each entry on one line."""
    legend = ax.get_legend()
    assert legend is not None
    return [re.sub(r"\s+", " ", text.get_text()) for text in legend.get_texts()]


def test_marks_lie_at_denominator_and_value(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Each verdict is one collection whose points are the table's rows."""
    plot_funnel(table, limits, MEASURE, ax=ax)

    drawn = marks(ax)
    np.testing.assert_allclose(drawn["above"], table.loc[[0], ["denominator", "adjusted"]])
    np.testing.assert_allclose(drawn["insufficient"], table.loc[[2], ["denominator", "crude"]])
    np.testing.assert_allclose(
        drawn["not_distinguishable"], table.loc[3:, ["denominator", "adjusted"]]
    )


def test_curves_are_the_limits(ax: Axes, table: pd.DataFrame, limits: pd.DataFrame) -> None:
    """Target and widened limits are drawn as the frame has them, whatever its order."""
    plot_funnel(table, limits.sample(frac=1, random_state=1), MEASURE, ax=ax)

    drawn = [np.asarray(line.get_ydata()) for line in ax.lines]
    names = ["target"] + [
        f"{end}_{level}"
        for level in ("998_adjusted", "95_adjusted", "998")
        for end in ("lower", "upper")
    ]
    for name, line in zip(names, drawn, strict=False):
        np.testing.assert_allclose(line, limits[name])


def test_limits_that_are_not_widened_are_drawn_once(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Without overdispersion nothing is called widened and no exact limit stands beside."""
    for name in ("lower_95", "upper_95", "lower_998", "upper_998"):
        limits[f"{name}_adjusted"] = limits[name]

    plot_funnel(table, limits, MEASURE, ax=ax)

    assert entries(ax)[-3:] == ["acuan: 70,0 %", "batas 99,8 %", "batas 95 %"]


def test_few_institutions_are_all_named(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Names stand in the legend under their verdict, and their numbers at the marks."""
    plot_funnel(table, limits, MEASURE, ax=ax)

    assert entries(ax)[:4] == [
        "di atas kisaran kelompok pembanding: 1",
        "1. Kementerian Fiktif 000",
        "di bawah kisaran kelompok pembanding: 1",
        "2. Kementerian Fiktif 001",
    ]
    tags = {text.get_text(): text.xy for text in ax.texts}
    assert tags["1"] == pytest.approx((table["denominator"][0], table["adjusted"][0]))
    assert tags["6"] == pytest.approx((table["denominator"][2], table["crude"][2]))


def test_of_many_the_farthest_twelve_are_named(
    ax: Axes, many: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Twelve that stand out by both variants get a name; how many do not is said."""
    plot_funnel(many, limits, MEASURE, ax=ax)

    named = [entry.split(". ")[1] for entry in entries(ax) if re.match(r"\d+\. ", entry)]
    expected = [0, *range(90, 101)]
    assert named == [f"Kementerian Fiktif {number:03d}" for number in expected]
    assert ax.get_xlabel().endswith("88 nama tidak ditulis")


def test_peers_can_stay_unnamed(ax: Axes, table: pd.DataFrame, limits: pd.DataFrame) -> None:
    """With `named` only those asked for bear a name: a page for one shows no other."""
    plot_funnel(table, limits, MEASURE, named=["Kementerian Fiktif 004"], ax=ax)

    assert [entry for entry in entries(ax) if "Fiktif" in entry] == ["1. Kementerian Fiktif 004"]
    assert [text.get_text() for text in ax.texts] == ["1"]


def test_neighbouring_numbers_do_not_touch(
    ax: Axes, many: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Twelve institutions at one spot have twelve numbers at different places."""
    crowd = many.head(12).assign(denominator=500, adjusted=0.7, crude=0.7)

    plot_funnel(crowd, limits, MEASURE, ax=ax)

    places = np.array([text.get_position() for text in ax.texts])
    gaps = np.hypot(*(places[:, None] - places[None, :]).T)
    assert gaps[~np.eye(12, dtype=bool)].min() > 7


def test_synthetic_is_said_below_all_marks(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Notice and caption stand inside the axes, lower than every mark and tick."""
    plot_funnel(table, limits, MEASURE, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    (caption,) = [text for text in ax.texts if text.get_text() == "skenario x, rng 7"]
    bottom, _ = ax.get_ylim()
    lowest = min(points[:, 1].min() for points in marks(ax).values())
    assert bottom < notice.xy[1] < min(lowest, *ax.get_yticks())
    assert caption.xy == notice.xy


def test_suppressed_are_counted_and_not_drawn(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """A suppressed institution has neither mark nor name."""
    table["is_suppressed"] = [False] * 5 + [True]

    plot_funnel(table, limits, MEASURE, ax=ax)

    assert sum(len(points) for points in marks(ax).values()) == 5
    assert not any("Fiktif 005" in entry for entry in entries(ax))
    assert ax.get_xlabel().endswith("\n1 disembunyikan (angka kecil)")


def test_volumes_of_many_sizes_stand_on_a_logarithmic_axis(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """Ticks are counts with a dot for thousands; like volumes stand on a plain axis."""
    plot_funnel(table, limits, MEASURE, ax=ax)
    assert ax.get_xscale() == "log"
    assert ax.xaxis.get_major_formatter()(1000, 0) == "1.000"

    plain = Figure().subplots()
    near = limits[limits["denominator"].between(500, 5000)]
    plot_funnel(table.assign(denominator=1000), near, MEASURE, ax=plain)
    assert plain.get_xscale() == "linear"


def test_seven_hundred_are_drawn_in_time(many: pd.DataFrame, limits: pd.DataFrame) -> None:
    """Seven hundred institutions cost less than a second of CPU, drawn to pixels."""
    figure = Figure(figsize=(10, 6))
    begin = time.process_time()

    plot_funnel(many, limits, MEASURE, ax=figure.subplots(), is_synthetic=True)
    figure.canvas.draw()

    assert time.process_time() - begin < 1
    assert len(figure.axes[0].collections) <= 4


def test_several_peer_groups_are_refused(
    ax: Axes, table: pd.DataFrame, limits: pd.DataFrame
) -> None:
    """A funnel belongs to one peer group."""
    table["peer_group"] = ["a"] * 3 + ["b"] * 3

    with pytest.raises(ParameterError) as err:
        plot_funnel(table, limits, MEASURE, ax=ax)

    assert str(err.value) == (
        "`table` must be of one peer group, got 'a, b'. Draw each peer group on an Axes of its own."
    )


def test_no_limits_are_refused(ax: Axes, table: pd.DataFrame, limits: pd.DataFrame) -> None:
    """Marks without limits would be a league table."""
    with pytest.raises(ParameterError) as err:
        plot_funnel(table, limits.head(0), MEASURE, ax=ax)

    assert str(err.value) == (
        "`limits` must be at least one point of the curves, got '0 rows'. "
        "A measure without limits can be drawn with plot_caterpillar."
    )


def test_a_missing_column_is_refused(ax: Axes, table: pd.DataFrame, limits: pd.DataFrame) -> None:
    """The refusal names what is missing and what there is."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_funnel(table, limits[["denominator", "target"]], MEASURE, ax=ax)

    assert str(err.value) == (
        "limits: column(s) lower_95, upper_95, lower_998, upper_998, lower_95_adjusted, "
        "upper_95_adjusted, lower_998_adjusted, upper_998_adjusted not found; it has "
        "denominator, target. Rename yours or name another."
    )
