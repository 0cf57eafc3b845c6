"""The pictures of one comparison."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd
from matplotlib.axes import Axes

from lapor_lab.plots import plot_adjustment, plot_caterpillar, plot_funnel
from lapor_lab.plots.caterpillar import MAX_ROWS
from lapor_lab.plots.verdicts import suppressed
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.schema import JUDGED, Scale, format_count, grouping_names, label, scale_of

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["MAX_GROUPS", "CaptionedPicture", "draw_comparison"]

# Peer groups that are drawn; the table holds all of them.
MAX_GROUPS: Final = 8
_WIDTH_INCHES: Final = 10


@dataclass(frozen=True)
class CaptionedPicture:
    """A picture and the sentence that says what it shows.

    Parameters
    ----------
    picture : Picture
        The drawing.
    caption : str
        The sentence.
    """

    picture: Picture
    caption: str


def draw_comparison(
    comparison: "Comparison", *, is_synthetic: bool, caption: str
) -> tuple[CaptionedPicture, ...]:
    """Draw a funnel and the intervals of each peer group, then what the adjustment moves.

    Parameters
    ----------
    comparison : Comparison
        What to show.
    is_synthetic : bool
        Whether the data were made up.
    caption : str
        Scenario and seed.

    Returns
    -------
    tuple of CaptionedPicture
        None where nobody was judged; at most eight peer groups, in the order of the alphabet.
    """
    table = comparison.table
    judged = table[_is_drawn(table)]
    common = {"is_synthetic": is_synthetic, "caption": caption}
    drawn: list[CaptionedPicture] = []
    for group in sorted(set(judged["peer_group"]))[:MAX_GROUPS]:
        drawn += _draw_group(comparison, group, common)
    if len(judged) and comparison.adjusted_by:
        drawn.append(
            _captioned(
                _drawer(plot_adjustment, judged, comparison.measure, **common),
                6.2,
                "fair.picture_adjustment",
                measure=_title(comparison),
                names=", ".join(grouping_names(comparison.adjusted_by)),
            )
        )
    return tuple(drawn)


def _draw_group(
    comparison: "Comparison", group: str, common: dict[str, object]
) -> list[CaptionedPicture]:
    rows = comparison.table[comparison.table["peer_group"] == group]
    judged = rows[_is_drawn(rows)]
    n_judged = len(judged)
    named = {"measure": _title(comparison), "group": group}
    drawn = []
    if scale_of(comparison.measure) is Scale.SHARE:
        curves = comparison.limits[comparison.limits["peer_group"] == group]
        drawn.append(
            _captioned(
                _drawer(plot_funnel, rows, curves, comparison.measure, **common),
                5.8,
                "fair.picture_funnel",
                **named,
                n=format_count(n_judged),
            )
        )
    drawn.append(
        _captioned(
            _drawer(plot_caterpillar, judged, comparison.measure, **common),
            # Between the halves that are drawn of more, one row is empty.
            2.0 + 0.34 * min(n_judged, MAX_ROWS + 1),
            "fair.picture_caterpillar",
            **named,
            n=format_count(min(n_judged, MAX_ROWS)),
            n_all=format_count(n_judged),
        )
    )
    return drawn


def _is_drawn(rows: pd.DataFrame) -> pd.Series:
    # Where all are alike there is a verdict, but nothing to rank and no range.
    return rows["verdict"].isin(JUDGED) & rows["rank_low"].notna() & ~suppressed(rows)


def _captioned(
    draw: Callable[[Axes], object], height_inches: float, key: str, **values: object
) -> CaptionedPicture:
    said = label(key, **values)
    picture = draw_picture(draw, width_inches=_WIDTH_INCHES, height_inches=height_inches, alt=said)
    return CaptionedPicture(picture, said)


def _drawer(
    plot: Callable[..., object], *frames: pd.DataFrame | str, **options: object
) -> Callable[[Axes], object]:
    return lambda ax: plot(*frames, ax=ax, **options)


def _title(comparison: "Comparison") -> str:
    return label(f"measure.{comparison.measure}")
