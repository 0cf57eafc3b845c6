"""What plot_survival puts on the Axes."""

import re
import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_survival
from lapor_lab.stats import kaplan_meier, survival_quantile


def curve(institution: str, durations: list[float], observed: list[bool]) -> pd.DataFrame:
    """Return the Kaplan-Meier curve of a few cases as the frame that is drawn."""
    found = kaplan_meier(durations, observed)
    frame = pd.DataFrame({"time": found.time, "survival": found.survival})
    if found.last_time > frame["time"].iloc[-1]:
        last = pd.DataFrame({"time": [found.last_time], "survival": [found.survival[-1]]})
        frame = pd.concat([frame, last], ignore_index=True)
    return frame.assign(
        institution=institution,
        lower=(frame["survival"] - 0.1).clip(lower=0),
        upper=(frame["survival"] + 0.1).clip(upper=1),
    )


@pytest.fixture
def curves() -> pd.DataFrame:
    """Two institutions; the first has its half exactly between two steps."""
    return pd.concat(
        [
            curve("Kementerian Fiktif A", [1, 2, 3, 4], [True] * 4),
            curve("Kementerian Fiktif B", [2, 4, 6, 8, 9], [True, True, True, False, False]),
        ]
    )


def entries(ax: Axes) -> list[str]:
    """Return the words of the legend, each entry on one line."""
    legend = ax.get_legend()
    assert legend is not None
    return [re.sub(r"\s+", " ", text.get_text()) for text in legend.get_texts()]


def test_steps_are_the_curve(ax: Axes, curves: pd.DataFrame) -> None:
    """The line starts at 1, is level between its times and falls at them."""
    plot_survival(curves, "completed", ax=ax)

    drawn = ax.lines[0].get_xydata()
    expected = [[0, 1]]
    before = 1.0
    for at, share in zip([1, 2, 3, 4], [0.75, 0.5, 0.25, 0.0], strict=True):
        expected += [[at, before], [at, share]]
        before = share
    np.testing.assert_allclose(drawn, expected, atol=1e-12)


@pytest.mark.parametrize(
    ("durations", "observed"),
    [
        ([1, 2, 3, 4], [True] * 4),
        ([1, 2, 3, 4, 5], [True] * 5),
        ([1, 2, 5, 9], [True, True, False, False]),
        ([2, 2, 2, 7, 8], [True, True, False, True, False]),
    ],
)
def test_medians_follow_the_convention_of_stats(
    ax: Axes, durations: list[float], observed: list[bool]
) -> None:
    """The mark lies where `survival_quantile` says, and the legend says it too."""
    plot_survival(curve("A", durations, observed), "completed", ax=ax)

    expected = survival_quantile(durations, observed)
    (mark,) = [line for line in ax.lines if line.get_marker() == "o"]
    assert mark.get_xydata()[0] == pytest.approx([expected, 0.5])
    assert entries(ax)[0] == f"A (median {expected:.1f})".replace(".", ",")


def test_a_median_that_is_not_reached_is_said(ax: Axes) -> None:
    """A curve that stays above one half has no mark and the words."""
    plot_survival(curve("A", [1, 9, 9, 9], [True, False, False, False]), "completed", ax=ax)

    assert entries(ax)[0] == "A (median belum tercapai)"
    assert not [line for line in ax.lines if line.get_marker() == "o"]


def test_curves_differ_by_dash_and_marker(ax: Axes, curves: pd.DataFrame) -> None:
    """No two named curves can be told apart by colour alone."""
    plot_survival(curves, "completed", ax=ax)

    legend = ax.get_legend()
    assert legend is not None
    looks = {(line.get_marker(), line.get_linestyle()) for line in legend.get_lines()}
    assert len(looks) == 2


def test_intervals_are_bands_of_few(ax: Axes, curves: pd.DataFrame) -> None:
    """Up to three curves have their interval, and the note says what the band is."""
    plot_survival(curves, "completed", ax=ax)

    assert len([c for c in ax.collections if not isinstance(c, LineCollection)]) == 2
    assert ax.get_xlabel().endswith("bidang berwarna: selang kepercayaan 95 %")


def test_of_many_only_those_named_have_a_colour(ax: Axes, curves: pd.DataFrame) -> None:
    """The others are grey and counted."""
    plot_survival(curves, "completed", named=["Kementerian Fiktif B"], ax=ax)

    (grey,) = [c for c in ax.collections if isinstance(c, LineCollection)]
    assert len(grey.get_segments()) == 1
    assert entries(ax) == ["Kementerian Fiktif B (median 6,0)", "1 instansi lain"]


def test_seven_hundred_are_drawn_in_time() -> None:
    """Seven hundred curves without a name cost less than a second of CPU."""
    times = np.tile(np.arange(1.0, 31.0), 700)
    many = pd.DataFrame(
        {
            "institution": np.repeat([f"Instansi {n}" for n in range(700)], 30),
            "time": times,
            "survival": np.exp(-times / 9),
            "lower": 0.0,
            "upper": 1.0,
        }
    )
    figure = Figure(figsize=(10, 5))
    begin = time.process_time()

    plot_survival(many, "completed", ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1
    assert entries(figure.axes[0]) == ["700 instansi"]


def test_limit_and_stage_are_named(ax: Axes, curves: pd.DataFrame) -> None:
    """The legal limit is a line at its day; the axis says which stage."""
    plot_survival(curves, "first_followed_up", limit_days=5, ax=ax)

    assert entries(ax)[-1] == "batas waktu 5 hari kerja"
    assert [5, 5] in [list(line.get_xdata()) for line in ax.lines]
    assert ax.get_ylabel() == "Laporan yang belum melewati tahap tindak lanjut pertama"


def test_synthetic_is_said_below_nothing_left(ax: Axes, curves: pd.DataFrame) -> None:
    """The notice stands below 0 %, and no tick does."""
    plot_survival(curves, "completed", ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert ax.get_ylim()[0] < notice.xy[1] < 0
    assert min(ax.get_yticks()) == 0


def test_more_names_than_looks_are_refused(ax: Axes) -> None:
    """Seven curves by name are refused."""
    names = list("ABCDEFG")
    seven = pd.concat([curve(name, [1, 2], [True, True]) for name in names])

    with pytest.raises(ParameterError) as err:
        plot_survival(seven, "completed", named=names, ax=ax)

    assert str(err.value) == (
        "`named` must be at most 6 institutions, got 7. More cannot be told apart."
    )


def test_no_curve_is_refused(ax: Axes, curves: pd.DataFrame) -> None:
    """An empty table gives no empty picture."""
    with pytest.raises(ParameterError) as err:
        plot_survival(curves.head(0), "completed", ax=ax)

    assert str(err.value) == (
        "`curves` must be at least one curve, got '0 rows'. Show the reason as words instead."
    )


def test_a_curve_without_interval_is_refused(ax: Axes, curves: pd.DataFrame) -> None:
    """No curve is drawn without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_survival(curves[["institution", "time", "survival"]], "completed", ax=ax)

    assert str(err.value) == (
        "curves: column(s) lower, upper not found; it has institution, time, survival. "
        "Rename yours or name another."
    )
