"""What plot_process_map puts on the Axes."""

import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.plots import plot_process_map
from lapor_lab.schema import Activity

NAN = float("nan")


@pytest.fixture
def edges() -> pd.DataFrame:
    """Four steps; one goes back, one has no working time."""
    rows = [
        ("Laporan masuk", "Verifikasi", 1341, 1.2),
        ("Verifikasi", "Disposisi", 1000, 0.5),
        ("Disposisi", "Dikembalikan: salah disposisi", 200, 2.0),
        ("Dikembalikan: salah disposisi", "Disposisi", 190, NAN),
    ]
    return pd.DataFrame(rows, columns=["source", "target", "n", "median_working_days"])


def written(ax: Axes) -> list[str]:
    """Return every text inside the axes on one line."""
    return [text.get_text().replace("\n", " ") for text in ax.texts]


def test_every_step_has_a_box_with_its_name(ax: Axes, edges: pd.DataFrame) -> None:
    """Names stand in boxes, long ones on several lines."""
    plot_process_map(edges, ax=ax)

    boxes = [patch for patch in ax.patches if isinstance(patch, FancyBboxPatch)]
    assert len(boxes) == 4
    assert set(written(ax)) >= {"Laporan masuk", "Verifikasi", "Disposisi"}
    assert "Dikembalikan:\nsalah\ndisposisi" in [text.get_text() for text in ax.texts]


def test_widths_are_the_counts(ax: Axes, edges: pd.DataFrame) -> None:
    """The width of a line grows evenly with its n, from hair to seven points."""
    plot_process_map(edges, ax=ax)

    widths = [line.get_linewidth() for line in ax.lines]
    np.testing.assert_allclose(widths, 0.7 + 6.3 * edges["n"] / 1341)


def test_edges_bear_count_and_median(ax: Axes, edges: pd.DataFrame) -> None:
    """Each edge has n and median working days; what is not known is a dash, not 0."""
    plot_process_map(edges, ax=ax)

    assert {"1.341 1,2 hk", "1.000 0,5 hk", "200 2,0 hk", "190 – hk"} <= set(written(ax))


def test_steps_back_are_dashed(ax: Axes, edges: pd.DataFrame) -> None:
    """Back is told from forward by its dash and not by colour alone."""
    plot_process_map(edges, ax=ax)

    assert [line.get_linestyle() for line in ax.lines] == ["-", "-", "-", "--"]


def test_arrows_end_at_their_target(ax: Axes, edges: pd.DataFrame) -> None:
    """Each edge has one head, whose tip is the last point of its way."""
    plot_process_map(edges.head(1), ax=ax)

    (head,) = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    corners = head.get_path().vertices
    tip = corners[corners[:, 0].argmax()]
    np.testing.assert_allclose(tip, [0.69, 0], atol=0.02)


def test_rare_edges_are_counted_and_not_drawn(ax: Axes, edges: pd.DataFrame) -> None:
    """With fewer edges allowed the rarest go, and their share is said."""
    plot_process_map(edges, max_edges=2, ax=ax)

    assert len(ax.lines) == 2
    assert ax.get_xlabel().endswith("2 panah yang jarang tidak digambar (14,3 % perpindahan)")


def test_suppressed_edges_are_counted(ax: Axes, edges: pd.DataFrame) -> None:
    """An edge without a count is not drawn, and its number is said."""
    plot_process_map(edges.assign(n=[1341, 1000, 200, NAN]), ax=ax)

    assert len(ax.lines) == 3
    assert ax.get_xlabel().endswith("1 disembunyikan (angka kecil)")


def test_synthetic_is_said_below_the_map(ax: Axes, edges: pd.DataFrame) -> None:
    """The notice lies below all boxes."""
    plot_process_map(edges, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    boxes = [patch for patch in ax.patches if isinstance(patch, FancyBboxPatch)]
    assert ax.get_ylim()[0] < notice.xy[1] < min(box.get_y() for box in boxes)


def test_a_dense_graph_is_drawn_in_time() -> None:
    """All pairs of fourteen activities cost less than a second of CPU."""
    names = [name.value for name in Activity]
    rows = [
        (first, second, 1 + i * 14 + j, 1.0)
        for i, first in enumerate(names)
        for j, second in enumerate(names)
    ]
    dense = pd.DataFrame(rows, columns=["source", "target", "n", "median_working_days"])
    figure = Figure(figsize=(11, 6))
    begin = time.process_time()

    plot_process_map(dense, ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1


def test_several_institutions_are_refused(ax: Axes, edges: pd.DataFrame) -> None:
    """Two institutions on one map would be added up."""
    with pytest.raises(ParameterError) as err:
        plot_process_map(edges.assign(institution=["a", "a", "b", "b"]), ax=ax)

    assert str(err.value) == (
        "`directly_follows` must be of one institution, got 'a, b'. "
        "Draw each institution on an Axes of its own."
    )


@pytest.mark.parametrize(
    ("n", "max_edges", "message"),
    [
        (NAN, 24, "`directly_follows` must be at least one edge with a count, got 'none'."),
        (1.0, 0, "`max_edges` must be at least 1, got 0."),
    ],
)
def test_nothing_to_draw_is_refused(
    ax: Axes, edges: pd.DataFrame, n: float, max_edges: int, message: str
) -> None:
    """A map without an edge is refused."""
    with pytest.raises(ParameterError) as err:
        plot_process_map(edges.assign(n=n), max_edges=max_edges, ax=ax)

    assert str(err.value) == f"{message} Draw at least one edge."


def test_a_missing_column_is_refused(ax: Axes, edges: pd.DataFrame) -> None:
    """The refusal names what is missing and what there is."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_process_map(edges[["source", "target", "n"]], ax=ax)

    assert str(err.value) == (
        "directly_follows: column(s) median_working_days not found; it has source, target, n. "
        "Rename yours or name another."
    )
