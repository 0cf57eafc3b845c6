"""Numbers right of horizontal bars."""

import pytest
from matplotlib.axes import Axes

from lapor_lab.plots.bar_notes import draw_bar_notes

PARTS = ["5,0 (4,0–6,0)", "63 % dalam batas", "18 % dari waktu", "n = 361"]


@pytest.mark.parametrize(
    ("width", "size", "n_lines"), [(9.0, 8, 1), (6.0, 7, 1), (4.0, 7, 2), (1.0, 7, 2)]
)
def test_narrow_axes_get_smaller_letters_and_then_two_lines(
    ax: Axes, width: float, size: int, n_lines: int
) -> None:
    """Letters shrink first; then the first part stands above the others."""
    draw_bar_notes(ax, [0.0], [PARTS], reach=10.0, width_inches=width)

    (note,) = ax.texts
    assert note.get_fontsize() == size
    lines = note.get_text().split("\n")
    assert len(lines) == n_lines
    assert " · ".join(lines) == " · ".join(PARTS)


@pytest.mark.parametrize("width", [1.0, 4.0, 9.0])
def test_bars_keep_their_share(ax: Axes, width: float) -> None:
    """Bars have three tenths of the axes at the least, and ticks end where bars may."""
    draw_bar_notes(ax, [0.0], [PARTS], reach=10.0, width_inches=width)

    left, right = ax.get_xlim()
    assert left == 0
    assert 0.3 <= 10 / right < 1
    assert max(ax.get_xticks()) <= 10


def test_bars_without_notes_need_no_room(ax: Axes) -> None:
    """Nothing is written, and hardly any room left."""
    draw_bar_notes(ax, [], [], reach=10.0, width_inches=8.0)

    assert not ax.texts
    assert ax.get_xlim()[1] < 10.3
