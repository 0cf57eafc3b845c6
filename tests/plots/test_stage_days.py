"""What plot_stage_days puts on the Axes."""

import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_stage_days

NAN = float("nan")
GIVEN, FEW = "tersedia", "data belum memadai"
COLUMNS = [
    "institution",
    "stage",
    "n",
    "n_open",
    "median_days",
    "lower",
    "upper",
    "availability",
    "limit_days",
    "within_share",
    "time_share",
]


@pytest.fixture
def stage_times() -> pd.DataFrame:
    """Two institutions and two stages; one median is not reached."""
    rows = [
        ("Kementerian Fiktif B", "verified", 1341, 2, 1.5, 1.2, 1.9, GIVEN, 3, 0.91, 0.2),
        ("Kementerian Fiktif B", "completed", 1200, 40, 9.0, 8.0, 10.5, GIVEN, 14, 0.8, 0.7),
        ("badan fiktif a", "verified", 50, 0, 2.0, 1.0, 3.0, GIVEN, 3, 0.7, 0.3),
        ("badan fiktif a", "completed", 40, 30, NAN, 12.0, NAN, FEW, 14, NAN, NAN),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def crowd(n: int) -> pd.DataFrame:
    """Return one stage of n institutions."""
    return pd.DataFrame(
        {
            "institution": [f"Instansi {number}" for number in range(n)],
            "stage": "verified",
            "n": 100,
            "n_open": 0,
            "median_days": np.linspace(1, 5, n),
            "lower": 0.5,
            "upper": 6.0,
            "availability": GIVEN,
            "limit_days": 3.0,
            "within_share": 0.5,
            "time_share": 0.2,
        }
    )


def test_bars_are_the_medians(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Each stage has a bar an institution, as long as its median; no median, no length."""
    plot_stage_days(stage_times, ax=ax)

    verified, completed = ax.containers
    np.testing.assert_allclose([bar.get_width() for bar in verified], [1.5, 2.0])
    np.testing.assert_allclose([bar.get_width() for bar in completed], [9.0, 0])
    assert verified[0].get_hatch() != completed[0].get_hatch()


def test_institutions_follow_the_alphabet(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Institutions stand in alphabetical order from the top."""
    plot_stage_days(stage_times, ax=ax)

    names = [text.get_text() for text in ax.get_yticklabels()]
    assert names == ["badan fiktif a", "Kementerian Fiktif B"]
    assert list(ax.get_yticks()) == sorted(ax.get_yticks())
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_intervals_and_limits_are_drawn(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Whiskers run from lower to upper, an open one to the notes; limits stand at their day."""
    plot_stage_days(stage_times, ax=ax)

    whiskers = [list(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]
    # No value lies beyond 14 days; a little more is left free.
    edge = 1.06 * 14
    assert sorted(whiskers) == [[1.0, 3.0], [1.2, 1.9], [8.0, 10.5], [12.0, edge]]
    assert ax.get_xlim()[1] > edge > max(ax.get_xticks())
    (limits,) = ax.collections
    np.testing.assert_allclose(np.asarray(limits.get_offsets())[:, 0], [3, 14, 3, 14])


def test_numbers_stand_beside(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Each bar has median, interval, share in time, share of the time and its n, if known."""
    plot_stage_days(stage_times, ax=ax)

    written = [text.get_text().replace("\n", " · ") for text in ax.texts]
    assert "1,5 (1,2–1,9) · 91 % dalam batas · 20 % dari waktu · n = 1.341" in written
    assert "belum tercapai (12,0–belum tercapai) · n = 40" in written


@pytest.mark.parametrize("reason", [FEW, "tidak tersedia", "tidak tersedia (kalender)"])
def test_what_is_missing_says_why(ax: Axes, stage_times: pd.DataFrame, reason: str) -> None:
    """Without a median and an end of its interval, its availability is told beside its n."""
    estimates = ["median_days", "lower", "upper", "within_share", "time_share"]
    stage_times.loc[2, estimates] = NAN
    stage_times.loc[2, ["n", "availability"]] = [4, reason]

    plot_stage_days(stage_times, ax=ax)

    assert f"{reason} · n = 4" in [text.get_text() for text in ax.texts]
    assert ax.containers[0][1].get_width() == 0


def test_legend_names_stages_and_the_limit_last(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Stages are named as elsewhere; a stage that the kit does not know keeps its name."""
    plot_stage_days(stage_times.replace({"completed": "Rapat koordinasi"}), ax=ax)

    legend = ax.get_legend()
    assert legend is not None
    words = [text.get_text() for text in legend.get_texts()]
    assert words == ["Verifikasi", "Rapat koordinasi", "batas waktu"]


def test_many_are_points_without_names(ax: Axes) -> None:
    """Thirteen institutions are one grey point each on the line of their stage."""
    plot_stage_days(crowd(13), ax=ax)

    (points,) = ax.collections
    offsets = np.asarray(points.get_offsets())
    np.testing.assert_allclose(offsets[:, 0], np.linspace(1, 5, 13))
    assert (np.abs(offsets[:, 1]) < 0.3).all()
    assert ax.get_yticklabels()[0].get_text() == "Verifikasi\n13 instansi"
    assert ax.get_legend() is None


def test_who_has_no_median_is_counted(ax: Axes) -> None:
    """Of many, those whose median is not reached, and those without one, are counted."""
    table = crowd(14)
    table.loc[:5, "median_days"] = NAN
    table.loc[3:5, ["lower", "upper"]] = NAN
    table.loc[3:4, "availability"] = FEW
    table.loc[5, "availability"] = "tidak tersedia"

    plot_stage_days(table, ax=ax)

    assert ax.get_yticklabels()[0].get_text().split("\n") == [
        *("Verifikasi", "8 instansi", "3 belum tercapai"),
        *("2 tanpa nilai (data belum memadai)", "1 tidak tersedia"),
    ]


def test_those_asked_for_are_drawn_as_bars(ax: Axes) -> None:
    """With `named` these have bars and the rest is counted."""
    plot_stage_days(crowd(13), named=["Instansi 4"], ax=ax)

    assert [text.get_text() for text in ax.get_yticklabels()] == ["Instansi 4"]
    assert ax.get_xlabel().replace("\n", " ").endswith("12 instansi tidak ditampilkan")


def test_seven_hundred_are_drawn_in_time() -> None:
    """Seven hundred institutions cost less than a second of CPU."""
    figure = Figure(figsize=(9, 4))
    begin = time.process_time()

    plot_stage_days(crowd(700), ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1


def test_synthetic_is_said_inside_the_axes(ax: Axes, stage_times: pd.DataFrame) -> None:
    """The notice lies below the last bar."""
    plot_stage_days(stage_times, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    lowest = max(bar.get_y() + bar.get_height() for bar in ax.patches)
    assert lowest < notice.xy[1] < ax.get_ylim()[0]


LONG = "Kementerian Fiktif Pendayagunaan Aparatur dan Reformasi Birokrasi"


@pytest.mark.parametrize("width", [4.0, 7.5])
@pytest.mark.parametrize("layout", ["constrained", None])
@pytest.mark.parametrize("name", ["A", LONG])
def test_what_is_drawn_fits(
    stage_times: pd.DataFrame, width: float, layout: str | None, name: str
) -> None:
    """As drawn, the notice and all its lines lie inside the axes, below all bars, not cut off."""
    figure = Figure(figsize=(width, 4.5), layout=layout)
    ax = figure.subplots()
    table = stage_times.replace({"badan fiktif a": name})

    plot_stage_days(table, ax=ax, is_synthetic=True, caption="skenario kementerian, rng 2022")
    figure.canvas.draw()

    lines = [text for text in ax.texts if "SINTETIS" in text.get_text() or "rng" in text.get_text()]
    assert len(lines) == 2
    inside = ax.get_window_extent()
    lowest = min(bar.get_window_extent().y0 for bar in ax.patches)
    for line in lines:
        drawn = line.get_window_extent()
        assert inside.x0 <= drawn.x0 < drawn.x1 <= inside.x1
        assert inside.y0 <= drawn.y0 < drawn.y1 <= lowest
    assert lines[0].get_window_extent().y0 >= lines[1].get_window_extent().y1


@pytest.mark.parametrize("width", [7.5, 10.0])
def test_numbers_do_not_squeeze_the_bars(stage_times: pd.DataFrame, width: float) -> None:
    """As drawn, the notes lie inside the axes and right of the bars, which have a third."""
    figure = Figure(figsize=(width, 4.5), layout="constrained")
    ax = figure.subplots()

    plot_stage_days(stage_times, ax=ax, is_synthetic=True)
    figure.canvas.draw()

    inside = ax.get_window_extent()
    reach = ax.transData.transform((1.06 * 14, 0))[0]
    assert (reach - inside.x0) / inside.width > 0.33
    for note in (text for text in ax.texts if "n = " in text.get_text()):
        drawn = note.get_window_extent()
        assert reach < drawn.x0 < drawn.x1 <= inside.x1 + 1


def test_one_group_of_all_needs_no_name(ax: Axes, stage_times: pd.DataFrame) -> None:
    """The stages of all cases, as with `by=None`, are a bar each, beside which nobody is named."""
    rows = stage_times[stage_times["institution"] == "Kementerian Fiktif B"]

    plot_stage_days(rows.drop(columns="institution"), ax=ax, is_synthetic=True)

    assert [bar.get_width() for bar in ax.patches] == [1.5, 9.0]
    assert [text.get_text() for text in ax.get_yticklabels()] == [""]


def test_stages_of_several_without_names_are_refused(ax: Axes, stage_times: pd.DataFrame) -> None:
    """Where a stage stands twice, somebody must be named."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_stage_days(stage_times.drop(columns="institution"), ax=ax)

    assert str(err.value) == (
        "stage_times: column(s) institution not found; it has stage, n, n_open, median_days, "
        "lower, upper, availability, limit_days, within_share, time_share. "
        "Rename yours or name another."
    )


def test_too_many_names_are_refused(ax: Axes) -> None:
    """Thirteen institutions by name do not fit."""
    table = crowd(13)

    with pytest.raises(ParameterError) as err:
        plot_stage_days(table, named=list(table["institution"]), ax=ax)

    assert str(err.value) == (
        "`named` must be 1 to 12 institutions of the table, got 13. "
        "Draw the others on an Axes of their own."
    )


def test_a_missing_column_is_refused(ax: Axes, stage_times: pd.DataFrame) -> None:
    """No median is drawn without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_stage_days(stage_times.drop(columns=["lower", "upper"]), ax=ax)

    assert str(err.value) == (
        "stage_times: column(s) lower, upper not found; it has institution, stage, n, n_open, "
        "median_days, availability, limit_days, within_share, time_share. "
        "Rename yours or name another."
    )
