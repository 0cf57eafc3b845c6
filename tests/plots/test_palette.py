"""Colours that colour-blind readers can tell apart."""

from itertools import combinations

from matplotlib.colors import to_rgb

from lapor_lab.plots import palette


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_marks_stand_out_from_paper() -> None:
    """Every colour that carries a mark or a word has a contrast of at least 3 on white."""
    marks = [value for name, value in vars(palette).items() if name in palette.__all__]
    dark = [colour for colour in marks if luminance(colour) < 0.5]

    assert len(dark) >= 2
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in dark)


def test_no_two_names_mean_one_colour() -> None:
    """Two things that differ are not drawn alike."""
    marks = [value for name, value in vars(palette).items() if name in palette.__all__]

    assert all(first != second for first, second in combinations(marks, 2))
