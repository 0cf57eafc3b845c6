"""A sheet for one institution: its own figures, its peers unnamed, room for its reply.

Nothing of a report that could name another institution gets here: no source, no path, no
sentence about others, and no name of a peer group that a user wrote.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from matplotlib.axes import Axes

from lapor_lab.plots import plot_funnel
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.fair_ranges import peer_ranges
from lapor_lab.report.fair_rows import missing_rows, verdict_rows
from lapor_lab.report.fair_sentences import method_words
from lapor_lab.report.page import cover_notices, render_page, scenario_caption
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.schema import (
    JUDGED,
    UNKNOWN_GROUP,
    Availability,
    Scale,
    format_count,
    format_estimate,
    format_estimate_interval,
    grouping_names,
    label,
    scale_of,
)

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["OwnFigures", "Sheet", "make_sheets"]

_NOTICES: Final = ("notice.clarification", "notice.not_official_evaluation")


@dataclass(frozen=True, kw_only=True)
class OwnFigures:
    """What a sheet says of one measure.

    Parameters
    ----------
    measure, title : str
        Identifier and Indonesian name.
    facts : tuple of (str, str)
        Terms and what they are, as text.
    method : tuple of str
        How it was compared.
    picture : Picture or None
        The funnel, in which only this institution has a name.
    """

    measure: str
    title: str
    facts: tuple[tuple[str, str], ...]
    method: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A page for one institution.

    Parameters
    ----------
    institution : str
        Whose it is.
    html : str
        The page.
    """

    institution: str
    html: str


def make_sheets(report: ComparisonReport) -> Iterator[Sheet]:
    """Write a sheet for every institution that was compared and has a name.

    Parameters
    ----------
    report : ComparisonReport
        With one comparison at least.

    Yields
    ------
    Sheet
        In the order of the alphabet.
    """
    drafts = [_Draft(found, report) for found in report.comparisons]
    names = {name for draft in drafts for name in draft.figures} - {UNKNOWN_GROUP}
    for name in sorted(names, key=str.casefold):
        html = render_page(
            "clarification.html.jinja",
            title=label("report.clarification"),
            institution=name,
            as_of=report.as_of,
            calendar_version=report.calendar_version,
            notices=cover_notices(report.provenance, always=_NOTICES),
            is_synthetic=report.is_synthetic,
            measures=[draft.of(name) for draft in drafts if name in draft.figures],
        )
        yield Sheet(institution=name, html=html)


class _Draft:
    """One comparison, ready to be cut into sheets."""

    def __init__(self, comparison: "Comparison", report: ComparisonReport) -> None:
        self._comparison = comparison
        self._options: dict[str, Any] = {
            "is_synthetic": report.is_synthetic,
            "caption": scenario_caption(report.provenance),
        }
        self._method = method_words(comparison)
        self._title = label(f"measure.{comparison.measure}")
        missing = {row["institution"]: row for row in missing_rows(comparison)}
        self.figures = {
            row["institution"]: (row, missing[row["institution"]])
            for row in verdict_rows(comparison)
        }
        self._table = comparison.table
        self._by_name: dict[str, dict[Hashable, Any]] = {
            row["institution"]: row for row in comparison.table.to_dict("records")
        }
        ranges = peer_ranges(comparison)
        self._ranges = {
            name: (low, high)
            for name, low, high in zip(ranges.index, ranges["lower"], ranges["upper"], strict=True)
        }
        self._group_sizes = comparison.table["peer_group"].value_counts()

    def of(self, institution: str) -> OwnFigures:
        row = self._by_name[institution]
        return OwnFigures(
            measure=self._comparison.measure,
            title=self._title,
            facts=tuple(self._facts(institution, row)),
            method=self._method,
            picture=self._picture(institution, row),
        )

    def _facts(self, institution: str, row: dict[Hashable, Any]) -> Iterator[tuple[str, str]]:
        told, missing = self.figures[institution]
        measure, own = self._comparison.measure, partial(label, "sheet.value")
        has_numerator = scale_of(measure) is not Scale.RATING
        yield (
            label("column.verdict"),
            " ".join(filter(None, (told["verdict"] + ".", told["reason"]))),
        )
        yield label("column.n"), missing["n"]
        yield label("report.fraction" if has_numerator else "column.denominator"), told["fraction"]
        unknown = f" ({missing['unknown_share']})" if missing["unknown_share"] else ""
        yield label("sheet.unknown"), missing["n_unknown"] + unknown
        for name in ("crude", "adjusted") if self._comparison.adjusted_by else ("crude",):
            interval = told[f"{name}_interval"]
            value = own(value=told[name], interval=interval) if interval else told[name]
            yield label(f"column.{name}"), value
        if row["verdict"] in JUDGED:
            target = format_estimate(row["target"], measure, Availability.AVAILABLE)
            yield label("sheet.target"), target
            yield (
                label("sheet.range"),
                format_estimate_interval(*self._ranges[institution], measure),
            )
            yield label("column.ranks"), told["ranks"]
            yield label("sheet.smallest_effect"), told["smallest_effect"]
        yield label("sheet.peers"), self._peers(row["peer_group"])
        names = grouping_names(self._comparison.adjusted_by)
        shares = zip(names, missing["column_shares"], strict=True)
        for name, share in shares:
            yield label("sheet.without", name=name), share

    def _peers(self, group: str) -> str:
        n = format_count(int(self._group_sizes[group]))
        # A name that a user wrote may be that of another institution.
        is_own_name = self._comparison.peers == "own"
        return label("sheet.peers_own" if is_own_name else "sheet.peers_named", name=group, n=n)

    def _picture(self, institution: str, row: dict[Hashable, Any]) -> Picture | None:
        limits = self._comparison.limits
        if scale_of(self._comparison.measure) is not Scale.SHARE or limits.empty:
            return None
        curves = limits[limits["peer_group"] == row["peer_group"]]
        if curves.empty:
            return None
        rows = self._table[self._table["peer_group"] == row["peer_group"]]

        def draw(ax: Axes) -> object:
            return plot_funnel(
                rows, curves, self._comparison.measure, named=[institution], ax=ax, **self._options
            )

        said = label("sheet.picture", measure=self._title, institution=institution)
        return draw_picture(draw, width_inches=10, height_inches=5.4, alt=said)
