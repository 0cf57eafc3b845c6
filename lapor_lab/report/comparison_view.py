"""A comparison, ready to be shown: what stands in which section, as words and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

import pandas as pd

from lapor_lab.plots import plot_estimates
from lapor_lab.report.comparison_facts import Facts, find_facts
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.fair_profile import ProfileView, view_profile
from lapor_lab.report.fair_sentences import alternatives
from lapor_lab.report.fair_view import FairView, view_comparison
from lapor_lab.report.measure_families import CLOSERS, FAMILIES, MAIN_MEASURES, MeasureFamily
from lapor_lab.report.page import cover_notices, limit_note, scenario_caption
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.schema import Availability, format_estimate, grouping_names, label

__all__ = ["MAX_DRAWN", "ComparisonView", "MeasureView", "view_report"]

# Rows of estimates by measure and institution.
Columns = dict[str, dict[str, dict[str, Any]]]
# More rows than this make a picture that nobody reads; the table holds all of them.
MAX_DRAWN: Final = 40
_GROUPINGS: Final = frozenset({
    "institution", "unit", "unit_level", "province", "regency", "channel", "report_class", "topic",
    "subtopic", "status",
})  # fmt: skip


@dataclass(frozen=True)
class MeasureView:
    """One measure's part of the page.

    Parameters
    ----------
    id : str
        Identifier.
    rows : list of dict
        Its estimates in alphabetical order of institutions.
    picture : Picture or None
        Its chart, if it has one.
    unknown_heading : str
        What the count of undecided cases means here.
    """

    id: str
    rows: list[dict[str, Any]]
    picture: Picture | None
    unknown_heading: str


@dataclass(frozen=True, kw_only=True)
class ComparisonView:
    """What a page, a document and a workbook show of a comparison.

    Parameters
    ----------
    comparison : ComparisonReport
        What is shown; of real reports, with the counts of small groups withheld.
    title, grouping : str
        Heading, and what makes the groups, in words.
    notices : list of str
        What must be said first.
    facts : Facts
        What can be read.
    families : list of (str, list of MeasureView)
        Measures that are read together, by the family's identifier.
    lead : MeasureView or None
        The first main measure.
    summary, paired, closers : dict of str to dict
        Rows of measures that stand side by side, by measure and institution.
    institutions : list of str
        Groups in the order of the alphabet.
    limit_notes : list of str
        Sources and notes of the limits, each once.
    fair_views : list of FairView
        Its comparisons.
    profile : ProfileView or None
        Several compared measures side by side.
    alternatives : tuple of str
        Measures that could be compared where one was refused.
    adjusted_names : list of str
        Columns whose composition was allowed for.
    is_protected : bool
        Whether counts of small groups may be withheld.
    """

    comparison: ComparisonReport
    title: str
    grouping: str
    notices: list[str]
    facts: Facts
    families: list[tuple[str, list[MeasureView]]]
    lead: MeasureView | None
    summary: Columns
    paired: Columns
    closers: Columns
    institutions: list[str]
    limit_notes: list[str]
    fair_views: list[FairView]
    profile: ProfileView | None
    alternatives: tuple[str, ...]
    adjusted_names: list[str]
    is_protected: bool

    def context(self, here: str) -> dict[str, Any]:
        """Return what templates ask for.

        Parameters
        ----------
        here : str
            What the reader has before him, such as "halaman ini".

        Returns
        -------
        dict of str to Any
            Values by name.
        """
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        is_synthetic = self.comparison.is_synthetic
        return own | {"here": here, "is_synthetic": is_synthetic, "max_drawn": MAX_DRAWN}


def view_report(comparison: ComparisonReport) -> ComparisonView:
    """Put a comparison into words, tables and pictures.

    Parameters
    ----------
    comparison : ComparisonReport
        What to show.

    Returns
    -------
    ComparisonView
        Ready to be written; pictures are drawn when they are asked for.
    """
    estimates = comparison.estimates.astype({"n_unknown": "float"}).sort_values(
        "institution", key=lambda names: names.str.casefold(), kind="stable"
    )
    families = _families(estimates)
    facts = find_facts(estimates, [m for family in families for m in family.measures])
    main = [measure for measure in MAIN_MEASURES if measure in facts.shown]
    drawn = _drawn_measures(families, facts, main)
    views = {
        measure: MeasureView(
            id=measure,
            rows=_rows(estimates, measure),
            picture=_picture(comparison, estimates, measure) if measure in drawn else None,
            unknown_heading=label(
                "column.n_unknown" if measure.endswith("_within_limit") else "report.untold"
            ),
        )
        for measure in facts.shown
    }
    shown: dict[str, Any] = {
        "is_synthetic": comparison.is_synthetic,
        "caption": scenario_caption(comparison.provenance),
    }
    fair = comparison.comparisons
    adjusted_by = dict.fromkeys(name for found in fair for name in found.adjusted_by)
    grouping = comparison.by if comparison.by in _GROUPINGS else "other"
    return ComparisonView(
        comparison=comparison,
        title=comparison.title or label("report.comparison"),
        grouping=label(f"grouping.{grouping}"),
        notices=cover_notices(comparison.provenance, always=("notice.not_official_evaluation",)),
        facts=facts,
        families=[(f.id, [views[m] for m in f.measures if m in views]) for f in families],
        lead=views[main[0]] if main else None,
        summary=_columns(views, _beside_archived(main)),
        paired=_columns(
            views, [m for f in families if f.id == "official_status" for m in f.measures]
        ),
        closers=_columns(views, CLOSERS if facts.saturated else ()),
        institutions=list(dict.fromkeys(estimates["institution"])),
        limit_notes=list(dict.fromkeys(map(limit_note, comparison.limits))),
        fair_views=[view_comparison(found, **shown) for found in fair],
        profile=view_profile(fair, comparison.weights, **shown),
        alternatives=alternatives(estimates) if any(c.is_refused for c in fair) else (),
        adjusted_names=grouping_names(adjusted_by),
        is_protected=any("is_suppressed" in found.table for found in fair),
    )


def _families(estimates: pd.DataFrame) -> list[MeasureFamily]:
    known = {measure for family in FAMILIES for measure in family.measures}
    others = sorted(set(estimates["measure"]) - known)
    return [*FAMILIES, MeasureFamily("other", tuple(others))]


def _drawn_measures(families: list[MeasureFamily], facts: Facts, main: Sequence[str]) -> set[str]:
    """Choose one chart a family, so that charts help and do not drown the tables."""
    firsts = [next((m for m in f.measures if m in facts.shown), None) for f in families]
    return {measure for measure in [*main[:1], *firsts] if measure}


def _beside_archived(measures: Sequence[str]) -> list[str]:
    """Put the archived share behind the official shares, which archiving can raise."""
    beside = "closed_share" if "closed_share" in measures else "followed_up_share"
    pairs = [(m, "archived_share") if m == beside else (m,) for m in measures]
    return [measure for pair in pairs for measure in pair]


def _columns(
    views: dict[str, MeasureView], measures: Sequence[str]
) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the rows of measures that stand side by side, by measure and institution."""
    shown = [views[measure] for measure in measures if measure in views]
    return {view.id: {row["institution"]: row for row in view.rows} for view in shown}


def _rows(estimates: pd.DataFrame, measure: str) -> list[dict[str, Any]]:
    rows = estimates[estimates["measure"] == measure]
    is_bounded = rows["availability"] == Availability.BOUNDS
    width = (rows["upper"] - rows["lower"]) * rows["denominator"]
    rows = rows.assign(n_undetermined=width.round().where(is_bounded))
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def _picture(comparison: ComparisonReport, estimates: pd.DataFrame, measure: str) -> Picture:
    rows = estimates[estimates["measure"] == measure]
    drawn = rows.head(MAX_DRAWN)
    known = drawn[drawn["availability"] == Availability.AVAILABLE].sort_values("estimate")
    n_bounded = int((drawn["availability"] == Availability.BOUNDS).sum())
    ends = [
        format_estimate(row["estimate"], measure, row["availability"])
        for _, row in known.iloc[[0, -1]].iterrows()
    ] if len(known) else ["–", "–"]  # fmt: skip
    return draw_picture(
        lambda ax: plot_estimates(
            drawn,
            measure,
            ax=ax,
            is_synthetic=comparison.is_synthetic,
            caption=scenario_caption(comparison.provenance),
        ),
        width_inches=9,
        height_inches=1.0 + 0.4 * len(drawn) + 0.55 * comparison.is_synthetic,
        alt=label(
            "report.alt_bounds" if n_bounded else "report.alt_estimates",
            n_bounded=n_bounded,
            measure=label(f"measure.{measure}"),
            n_known=len(known),
            n=len(drawn),
            lowest=ends[0],
            highest=ends[1],
        ),
    )
