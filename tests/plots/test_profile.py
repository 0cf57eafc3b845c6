"""What plot_profile puts on the Axes."""

import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_profile

NAN = float("nan")
COLUMNS = ["institution", "measure", "value", "lower", "upper", "position", "verdict"]


@pytest.fixture
def profile() -> pd.DataFrame:
    """Two institutions and two measures, one cell of each kind."""
    rows = [
        ("Kementerian Fiktif B", "closed_share", 0.9, 0.88, 0.92, 1.5, "above"),
        ("Kementerian Fiktif B", "mean_rating", 4.1, 4.0, 4.2, -9.0, "not_distinguishable"),
        ("badan fiktif a", "closed_share", 0.5, 0.2, 0.8, NAN, "insufficient"),
        ("badan fiktif a", "mean_rating", NAN, NAN, NAN, NAN, "not_available"),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def crowd(n: int) -> pd.DataFrame:
    """Return one measure of n institutions, of which the last two lie outside."""
    verdict = ["not_distinguishable"] * (n - 2) + ["above", "below"]
    names = [f"Instansi {number:03d}" for number in range(n)]
    return pd.DataFrame({"institution": names, "verdict": verdict}).assign(
        measure="closed_share", value=0.5, lower=0.4, upper=0.6, position=0.1
    )


def test_marks_lie_by_verdict_and_position(ax: Axes, profile: pd.DataFrame) -> None:
    """A mark lies right of the middle for what is wanted, at the edge if too far."""
    plot_profile(profile, ax=ax)

    drawn = {
        c.get_label(): np.asarray(c.get_offsets())[0]
        for c in ax.collections
        if len(c.get_offsets()) == 1 and c.get_label() in set(profile["verdict"])
    }
    assert drawn["above"] == pytest.approx([0.18, 0.88])
    assert drawn["not_distinguishable"] == pytest.approx([0.64, 0.88])
    assert drawn["insufficient"] == pytest.approx([0, -0.12])
    assert set(drawn) == {"above", "not_distinguishable", "insufficient"}


def test_cells_bear_values_in_their_unit(ax: Axes, profile: pd.DataFrame) -> None:
    """Each cell has its value with interval, or why there is none."""
    plot_profile(profile, ax=ax)

    assert {text.get_text() for text in ax.texts} == {
        "90,0 % (88,0–92,0 %)",
        "4,10 (4,00–4,20)",
        "50,0 % (20,0–80,0 %)",
        "tidak tersedia",
    }


def test_rows_follow_the_alphabet_and_columns_the_frame(ax: Axes, profile: pd.DataFrame) -> None:
    """Institutions are not ordered by any measure; measures are named."""
    plot_profile(profile, ax=ax)

    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "badan fiktif a",
        "Kementerian Fiktif B",
    ]
    measures = [t.get_text().replace("\n", " ") for t in ax.get_xticklabels()]
    assert measures == ["% selesai, dari semua laporan masuk", "Rata-rata penilaian pelapor (1–5)"]


def test_suppressed_cells_are_said_to_be(ax: Axes, profile: pd.DataFrame) -> None:
    """A suppressed cell has the words and no mark."""
    plot_profile(profile.assign(is_suppressed=[True, False, False, False]), ax=ax)

    assert "Disembunyikan (angka kecil)" in [text.get_text() for text in ax.texts]
    assert "above" not in [c.get_label() for c in ax.collections]


def test_of_many_those_outside_are_drawn(ax: Axes) -> None:
    """Thirty rows fit: first those that lie outside; the rest is counted."""
    plot_profile(crowd(40), ax=ax)

    names = [text.get_text() for text in ax.get_yticklabels()]
    assert len(names) == 30
    assert names[-2:] == ["Instansi 038", "Instansi 039"]
    assert ax.get_xlabel().endswith("10 instansi tidak ditampilkan")


def test_those_asked_for_are_drawn(ax: Axes) -> None:
    """With `shown` these rows are drawn and no others."""
    plot_profile(crowd(40), shown=["Instansi 007"], ax=ax)

    assert [text.get_text() for text in ax.get_yticklabels()] == ["Instansi 007"]


def test_seven_hundred_are_drawn_in_time() -> None:
    """To choose and draw of 700 costs less than a second of CPU."""
    figure = Figure(figsize=(8, 14))
    begin = time.process_time()

    plot_profile(crowd(700), ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1


def test_synthetic_is_said_inside_the_axes(ax: Axes, profile: pd.DataFrame) -> None:
    """The notice lies below the last row."""
    plot_profile(profile, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert 1.5 < notice.xy[1] < ax.get_ylim()[0]


def test_nobody_to_draw_is_refused(ax: Axes, profile: pd.DataFrame) -> None:
    """Names that the profile does not hold give no empty picture."""
    with pytest.raises(ParameterError) as err:
        plot_profile(profile, shown=["X"], ax=ax)

    assert str(err.value) == (
        "`shown` must be at least one institution of the profile, got 'none'. "
        "Name institutions as the profile does."
    )


def test_a_missing_column_is_refused(ax: Axes, profile: pd.DataFrame) -> None:
    """No value is drawn without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_profile(profile.drop(columns=["lower", "upper"]), ax=ax)

    assert str(err.value) == (
        "profile: column(s) lower, upper not found; it has institution, measure, value, "
        "position, verdict. Rename yours or name another."
    )
