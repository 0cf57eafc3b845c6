"""Lines that must stand inside a picture."""

from matplotlib.axes import Axes

from lapor_lab.plots.notices import draw_notice_band, draw_notices, fit_notices, notice_lines


def test_order_of_notices() -> None:
    """Synthetic comes first, then simulation, then scenario and seed."""
    assert notice_lines(is_synthetic=True, is_simulation=True, caption="skenario x, rng 7") == [
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "simulasi, bukan janji kinerja",
        "skenario x, rng 7",
    ]


def test_nothing_to_say() -> None:
    """Real data without a caption need no line."""
    assert notice_lines(is_synthetic=False, is_simulation=False, caption="") == []


def test_band_lies_below_all_values_and_bears_no_tick(ax: Axes) -> None:
    """Lines get room of their own below the axis, whose ticks end above it."""
    ax.set_ylim(0.2, 0.8)

    draw_notice_band(ax, ["satu", "dua"])

    bottom, top = ax.get_ylim()
    assert top == 0.8
    assert bottom < ax.texts[0].xy[1] < 0.2
    assert min(ax.get_yticks()) >= 0.2


def test_no_line_needs_no_band(ax: Axes) -> None:
    """Where nothing must be said the axes stay as they are."""
    ax.set_ylim(0.2, 0.8)

    draw_notice_band(ax, [])

    assert ax.get_ylim() == (0.2, 0.8)
    assert not ax.texts


def test_lines_are_broken_to_the_width_of_the_axes(ax: Axes) -> None:
    """What is wider is broken between words, and what follows stands below all of it."""
    lines = fit_notices(["DATA SINTETIS, bukan kinerja sebenarnya", "skenario x"], 1.5)
    assert lines == ["DATA SINTETIS,\nbukan kinerja\nsebenarnya", "skenario x"]

    draw_notices(ax, lines, 0.5)
    ax.figure.canvas.draw()

    first, second = (text.get_window_extent() for text in ax.texts)
    assert first.width <= 1.5 * ax.figure.dpi
    assert second.y1 <= first.y0


def test_what_fits_is_left_alone() -> None:
    """Wide axes change no line, and no axes break a word."""
    lines = ["DATA SINTETIS", "skenario x"]

    assert fit_notices(lines, 8.0) == lines
    assert fit_notices(["SINTETIS"], 0.1) == ["SINTETIS"]
