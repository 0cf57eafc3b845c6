"""What stands on the cover of a comparison that is sent as a file."""

from lapor_lab.report.comparison_view import ComparisonView
from lapor_lab.report.page import measure_definitions
from lapor_lab.schema import format_count, format_date, label

__all__ = ["cover_facts", "shown_definitions"]


def cover_facts(view: ComparisonView, *, max_names: int) -> list[tuple[str, str]]:
    """Say what is compared: of when, from where, among whom, by which definition and method.

    Parameters
    ----------
    view : ComparisonView
        What is shown.
    max_names : int
        Institutions that are named at most; of more only the number is told.

    Returns
    -------
    list of (str, str)
        Terms and what they are.
    """
    comparison, n = view.comparison, view.facts.n_institutions
    compared = label("report.n_groups", n=format_count(n), grouping=view.grouping)
    facts = [
        (label("report.as_of"), format_date(comparison.as_of)),
        (label("report.source"), comparison.source),
        (label("report.n_compared"), compared),
        (label("report.n_cases"), format_count(comparison.n_cases)),
    ]
    definitions = measure_definitions()
    for fair in view.fair_views:
        facts += [
            (label("report.compared_measure"), fair.title),
            (label("report.definition"), definitions[fair.measure]),
            (label("column.denominator"), fair.denominator),
            (label("report.how"), " ".join(fair.method)),
        ]
    names = "; ".join(view.institutions)
    told = names if n <= max_names else label("report.names_in_workbook", n=format_count(n))
    return [*facts, (label("report.names", grouping=view.grouping), told)]


def shown_definitions(view: ComparisonView) -> list[tuple[str, str]]:
    """Say what each measure counts that is shown.

    Parameters
    ----------
    view : ComparisonView
        What is shown.

    Returns
    -------
    list of (str, str)
        Names of measures and their definitions; a measure without one is left out.
    """
    definitions = measure_definitions()
    measures = [measure.id for _, family in view.families for measure in family]
    return [(label(f"measure.{m}"), definitions[m]) for m in measures if m in definitions]
