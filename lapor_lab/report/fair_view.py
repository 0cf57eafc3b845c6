"""One comparison as its part of a page shows it: words, tables, pictures."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lapor_lab.report.fair_pictures import CaptionedPicture, draw_comparison
from lapor_lab.report.fair_rows import missing_rows, verdict_rows
from lapor_lab.report.fair_sentences import (
    benchmark_words,
    denominator_words,
    method_words,
    sentences,
)
from lapor_lab.schema import Scale, grouping_names, label, scale_of

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["FairView", "view_comparison"]

_STATUS_MARKS: Final = {"passed": "✓", "warned": "!", "refused": "×"}


@dataclass(frozen=True, kw_only=True)
class FairView:
    """What a page shows of one comparison.

    Parameters
    ----------
    measure, title, direction : str
        Identifier, Indonesian name, and which end is wanted.
    is_share, has_numerator, is_adjusted, has_peers, is_refused : bool
        What the section has to show.
    denominator : str
        How many reports were judged.
    method, sentences : tuple of str
        How it was compared, and what can be read.
    pictures : tuple of CaptionedPicture
        Its pictures.
    rows, checks, missing : list of dict
        Rows of the three tables, as text.
    missing_columns : list of str
        Names of the columns of which the panel tells how often they are empty.
    benchmarks : str
        The achievable benchmark of each peer group.
    """

    measure: str
    title: str
    direction: str
    is_share: bool
    has_numerator: bool
    is_adjusted: bool
    has_peers: bool
    is_refused: bool
    denominator: str
    method: tuple[str, ...]
    sentences: tuple[str, ...]
    pictures: tuple[CaptionedPicture, ...]
    rows: list[dict[str, Any]]
    checks: list[dict[str, str]]
    missing: list[dict[str, Any]]
    missing_columns: list[str]
    benchmarks: str


def view_comparison(comparison: "Comparison", *, is_synthetic: bool, caption: str) -> FairView:
    """Put a comparison into words, tables and pictures.

    Parameters
    ----------
    comparison : Comparison
        What to show; of real reports, with the counts of small groups withheld.
    is_synthetic : bool
        Whether the data were made up.
    caption : str
        Scenario and seed of a picture.

    Returns
    -------
    FairView
        Ready for the template.
    """
    return FairView(
        measure=comparison.measure,
        title=label(f"measure.{comparison.measure}"),
        direction=comparison.direction,
        is_share=scale_of(comparison.measure) is Scale.SHARE,
        has_numerator=scale_of(comparison.measure) is not Scale.RATING,
        is_adjusted=bool(comparison.adjusted_by),
        has_peers=bool(comparison.peers),
        is_refused=comparison.is_refused,
        denominator=denominator_words(comparison),
        method=method_words(comparison),
        sentences=sentences(comparison),
        pictures=draw_comparison(comparison, is_synthetic=is_synthetic, caption=caption),
        rows=verdict_rows(comparison),
        checks=[
            {
                "name": label(f"check.{check.step}"),
                "status": label(f"check_status.{check.status}"),
                "mark": _STATUS_MARKS[check.status],
                "reason": check.reason,
            }
            for check in comparison.checks
        ],
        missing=missing_rows(comparison),
        missing_columns=grouping_names(comparison.adjusted_by),
        benchmarks=benchmark_words(comparison),
    )
