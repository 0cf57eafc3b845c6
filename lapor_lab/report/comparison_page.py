"""A comparison as a page that needs no other file."""

from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.comparison_view import view_report
from lapor_lab.report.page import render_page
from lapor_lab.schema import label

__all__ = ["comparison_html"]


def comparison_html(comparison: ComparisonReport) -> str:
    """Write a comparison as a page that needs no other file.

    Parameters
    ----------
    comparison : ComparisonReport
        What to show.

    Returns
    -------
    str
        HTML.
    """
    context = view_report(comparison).context(label("report.this_page"))
    return render_page("comparison.html.jinja", **context)
