"""A comparison as a Word document that can be sent: cover, sections, annexes."""

from pathlib import Path
from typing import Any, Final

import numpy as np

from lapor_lab.report.comparison_cover import cover_facts
from lapor_lab.report.comparison_tables import (
    limit_table,
    measure_table,
    side_by_side_table,
)
from lapor_lab.report.comparison_view import MAX_DRAWN, ComparisonView, MeasureView
from lapor_lab.report.fair_document import write_fair, write_picture, write_profile
from lapor_lab.report.page import measure_definitions, render_page
from lapor_lab.report.word import WordDocument
from lapor_lab.schema import format_count, format_date, label

__all__ = ["write_comparison_document"]

# Measures side by side that a sheet of paper has room for.
_MOST_MEASURES: Final = 5
_NOTE: Final = "Catatan"
_NOTICE: Final = "Pemberitahuan"


def write_comparison_document(view: ComparisonView, path: Path, *, workbook: str) -> None:
    """Write a comparison as a Word document.

    Parameters
    ----------
    view : ComparisonView
        What is shown.
    path : Path
        Where it should go; must end in ``.docx``.
    workbook : str
        Name of the workbook beside it, which holds every number, and the tables that are too
        long for paper.
    """
    _Writer(view, workbook).write().save(path)


class _Writer:
    """Writes one comparison, section by section."""

    def __init__(self, view: ComparisonView, workbook: str) -> None:
        self._view = view
        self._workbook = workbook
        self._is_long = len(view.institutions) > MAX_DRAWN
        self._context = view.context(label("report.this_document"))
        self._definitions = measure_definitions()
        self._document = WordDocument(view.title, notices=view.notices)

    def write(self) -> WordDocument:
        self._write_cover()
        self._document.heading(label("report.readings"))
        self._write_part("readings")
        compared = zip(self._view.fair_views, self._view.comparison.comparisons, strict=True)
        for fair, found in compared:
            write_fair(self._document, fair, found, self._view, max_rows=MAX_DRAWN)
            if self._is_long:
                self._point_at_workbook()
        if self._view.profile is not None:
            write_profile(self._document, self._view, max_rows=MAX_DRAWN)
        self._write_summary()
        for family, measures in self._view.families:
            if measures:
                self._write_family(family, measures)
        self._write_annexes()
        return self._document

    def _write_cover(self) -> None:
        view, document = self._view, self._document
        document.cover_title()
        day = format_date(view.comparison.as_of)
        document.centred(label("report.by_and_date", grouping=view.grouping, day=day))
        for notice in view.notices:
            document.paragraph(notice, style=_NOTICE)
        document.facts(cover_facts(view, max_names=MAX_DRAWN))
        document.paragraph(label("report.numbers_in", workbook=self._workbook), style=_NOTE)
        document.page_break()
        document.centred(label("report.document_contents"), bold=True)
        document.contents()
        document.page_break()

    def _write_summary(self) -> None:
        view, document = self._view, self._document
        if view.lead is None:
            return
        document.heading(label("report.summary"))
        self._draw(view.lead)
        if self._is_long:
            self._point_at_workbook()
            return
        caption = label("report.main_measures", grouping=view.grouping)
        self._write_side_by_side(caption, view.summary)

    def _write_family(self, family: str, measures: list[MeasureView]) -> None:
        view, document = self._view, self._document
        document.heading(label(f"family.{family}"))
        if family == "official_status":
            self._write_part("pair")
            if view.closers and not self._is_long:
                self._write_side_by_side(label("report.closers"), view.closers)
        for place, measure in enumerate(measures):
            document.heading(label(f"measure.{measure.id}"), 2)
            if measure.id in self._definitions:
                document.paragraph(self._definitions[measure.id], keep_with_next=not self._is_long)
            if self._is_long:
                # Of hundreds, the first by the alphabet say nothing: the workbook has all.
                continue
            if measure.picture is not None and measure is not view.lead:
                self._draw(measure)
            if family == "official_status" and place == 0 and len(measures) > 1:
                self._write_side_by_side(label("report.paired"), view.paired)
            table = measure_table(measure, view.grouping)
            document.table(table, label(f"measure.{measure.id}"))
        if self._is_long:
            self._point_at_workbook()

    def _write_side_by_side(self, caption: str, columns: dict[str, dict[str, Any]]) -> None:
        n_tables = -(-len(columns) // _MOST_MEASURES)
        for number, measures in enumerate(np.array_split(list(columns), n_tables)):
            part = {str(measure): columns[measure] for measure in measures}
            table = side_by_side_table(part, self._view.institutions, self._view.grouping)
            told = caption if number == 0 else label("report.continued", caption=caption)
            self._document.table(table, f"{told}. {label('report.below_each')}")

    def _draw(self, measure: MeasureView) -> None:
        picture = measure.picture
        if picture is None:
            return
        caption = label(f"measure.{measure.id}")
        if self._is_long:
            n = format_count(MAX_DRAWN)
            first = label("report.only_first", n=n, grouping=self._view.grouping)
            caption = f"{caption}. {first}"
        write_picture(self._document, picture, caption)

    def _write_annexes(self) -> None:
        view, document = self._view, self._document
        document.page_break()
        document.heading(label("report.annex_method"))
        document.heading(label("report.guide"), 2)
        self._write_part("guide")
        document.heading(label("report.calculation"), 2)
        self._write_part("method")
        document.heading(label("report.data"), 2)
        self._write_part("sources")
        if not view.comparison.limits:
            return
        document.heading(label("report.annex_limits"))
        document.table(limit_table(view), label("report.limits_used"))
        document.paragraph(label("limit.check"), style=_NOTE)
        document.paragraph(label("limit.sources"), style=_NOTE)
        document.numbered(view.limit_notes)

    def _write_part(self, name: str) -> None:
        self._document.fragment(render_page(f"comparison_{name}.html.jinja", **self._context))

    def _point_at_workbook(self) -> None:
        said = label("report.table_in_workbook", workbook=self._workbook)
        self._document.paragraph(said, style=_NOTE)
