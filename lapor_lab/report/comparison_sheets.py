"""The tables of a comparison as sheets: the numbers behind every table of the page."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from lapor_lab.report.comparison_view import ComparisonView, MeasureView
from lapor_lab.report.excel import Sheet
from lapor_lab.report.fair_profile import find_composite, find_profile
from lapor_lab.report.fair_sheets import (
    KIND_OF_SCALE,
    checks_sheet,
    missing_sheet,
    verdict_sheet,
)
from lapor_lab.report.fragment import read_fragment
from lapor_lab.report.page import limit_note, measure_definitions, render_macro, render_page
from lapor_lab.schema import Availability, label, scale_of, translate

__all__ = ["comparison_sheets"]


def comparison_sheets(view: ComparisonView) -> Iterator[Sheet]:
    """Put the tables of a comparison on sheets.

    Parameters
    ----------
    view : ComparisonView
        What is shown.

    Yields
    ------
    Sheet
        What can be read; verdicts, checks and what is missing of each compared measure; one
        sheet a measure; methods; limits.
    """
    context = view.context(label("report.this_workbook"))
    readings = render_page("comparison_readings.html.jinja", **context)
    yield _sentences(label("report.readings"), [readings])
    several = len(view.fair_views) > 1
    for number, (found, fair) in enumerate(
        zip(view.comparison.comparisons, view.fair_views, strict=True), start=1
    ):
        mark = f" {number}" if several else ""
        yield verdict_sheet(found, fair, view.grouping, mark)
        yield checks_sheet(fair, mark)
        yield missing_sheet(found, fair, view.grouping, mark)
    scores = _composite(view)
    if scores is not None:
        yield scores
    for _, measures in view.families:
        for measure in measures:
            yield _measure(measure, view.grouping)
    pieces = ("guide", "method", "sources", "pair")
    told = [render_page(f"comparison_{name}.html.jinja", **context) for name in pieces]
    notes = [
        render_macro("fair_prose.html.jinja", "reading_note", fair, view.grouping)
        for fair in view.fair_views
    ]
    yield _sentences(label("report.method"), [*told, *dict.fromkeys(notes)])
    if view.comparison.limits:
        yield _limits(view)


def _sentences(title: str, fragments: Sequence[str]) -> Sheet:
    texts = [block.text for html in fragments for block in read_fragment(html)]
    frame = pd.DataFrame({label("report.sentence"): [text for text in texts if text]}, dtype=object)
    return Sheet(name=title, title=title, frame=frame)


def _composite(view: ComparisonView) -> Sheet | None:
    scores = find_composite(find_profile(view.comparison.comparisons), view.comparison.weights)
    if scores is None or view.profile is None:
        return None
    titles = {
        "institution": view.grouping.capitalize(),
        "score": label("report.score"),
        "rank_low": label("report.rank_low"),
        "rank_high": label("report.rank_high"),
    }
    note = render_macro("fair_prose.html.jinja", "composite_note", view.profile, view.grouping)
    return Sheet(
        name=label("report.composite"),
        title=label("report.composite_by", grouping=view.grouping),
        frame=scores[list(titles)].rename(columns=titles),
        notes=tuple(block.text for block in read_fragment(note)),
        formats={titles["rank_low"]: "count", titles["rank_high"]: "count"},
    )


def _measure(measure: MeasureView, grouping: str) -> Sheet:
    rows = pd.DataFrame(measure.rows)
    is_available = rows["availability"] == Availability.AVAILABLE
    is_bounded = rows["availability"] == Availability.BOUNDS
    kind, title = KIND_OF_SCALE[scale_of(measure.id)], label(f"measure.{measure.id}")
    value = label("column.estimate")
    told: dict[str, tuple[Any, str]] = {
        grouping.capitalize(): (rows["institution"], "text"),
        value: (_reached(rows["estimate"], is_available), kind),
    }
    for end in ("lower", "upper"):
        reached = _reached(rows[end], is_available & rows[["lower", "upper"]].notna().any(axis=1))
        known = reached.where(~is_bounded, rows[end])
        told[label(f"report.{end}", name=value)] = (known, kind)
    told[label("column.numerator")] = (rows["numerator"], "count")
    told[label("column.denominator")] = (rows["denominator"], "count")
    if is_bounded.any():
        told[label("report.n_undetermined")] = (rows["n_undetermined"], "count")
    told[measure.unknown_heading] = (rows["n_unknown"], "count")
    told[label("column.availability")] = (rows["availability"].map(translate), "text")
    definition = measure_definitions().get(measure.id, "")
    ends = {"estimate.ends_interval": is_available, "estimate.ends_bounds": is_bounded}
    ends_are = [label("report.ends_are", kind=label(key)) for key, has in ends.items() if has.any()]
    return Sheet(
        name=title,
        title=title,
        frame=pd.DataFrame({name: values for name, (values, _) in told.items()}),
        notes=tuple(filter(None, (definition, *ends_are))),
        formats={name: shown for name, (_, shown) in told.items()},
    )


def _reached(values: pd.Series, is_known: pd.Series) -> pd.Series:
    """Say "belum tercapai" where an end is known not to be reached; else the number."""
    numbers = values.astype("float64")
    is_open = is_known & ~numbers.abs().lt(float("inf"))
    return numbers.where(is_known).astype(object).mask(is_open, label("plot.not_reached"))


def _limits(view: ComparisonView) -> Sheet:
    rows = [
        {
            label("limit.stage"): label(f"stage.{limit.stage}"),
            label("limit.report_class"): limit.report_class or label("limit.all"),
            label("limit.days"): label("limit.working_days", n=limit.days),
            label("limit.legal_base"): limit.legal_base,
            label("limit.since"): limit.berlaku_sejak,
            label("limit.checked"): limit.diperiksa_pada or label("limit.unchecked"),
            label("limit.note"): view.limit_notes.index(limit_note(limit)) + 1,
        }
        for limit in view.comparison.limits
    ]
    title = label("report.limits")
    frame = pd.DataFrame(rows)
    sources = [f"{number}. {note}" for number, note in enumerate(view.limit_notes, start=1)]
    notes = (label("limit.check"), *sources)
    dates = {label("limit.since"): "date", label("limit.checked"): "date"}
    return Sheet(
        name=title, title=label("report.limits_used"), frame=frame, notes=notes, formats=dates
    )
