"""Write a comparison in the form that its name asks for."""

from pathlib import Path
from typing import Final

from lapor_lab.report.comparison_data import comparison_csv, comparison_json, verdicts_csv
from lapor_lab.report.comparison_page import comparison_html
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.comparison_view import view_report
from lapor_lab.report.comparison_word import write_comparison_document
from lapor_lab.report.comparison_workbook import write_comparison_workbook
from lapor_lab.report.output import check_kind, write_atomically

__all__ = ["COMPARISON_KINDS", "verdicts_path", "workbook_path", "write_comparison"]

COMPARISON_KINDS: Final = (".html", ".docx", ".xlsx", ".csv", ".json")


def write_comparison(
    comparison: ComparisonReport, path: Path | str, *, csv_form: str = "plain"
) -> Path:
    """Write a comparison as a page, a document, a workbook, tables or data.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.
    path : Path or str
        Where it should go; its suffix chooses the form: ``.html``, ``.docx``, ``.xlsx``,
        ``.csv`` or ``.json``. Verdicts, where there are any, lie beside a .csv as
        ``NAME.putusan.csv``; the numbers of a .docx lie beside it as ``NAME.tabel.xlsx``.
    csv_form : {"plain", "id"}, default="plain"
        How a .csv is written: ``id`` with semicolon and decimal comma.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is none of these, or the place cannot be written.
    """
    target = check_kind(path, COMPARISON_KINDS)
    kind = target.suffix.lower()
    if kind == ".html":
        write_atomically(target, comparison_html(comparison))
    elif kind == ".json":
        write_atomically(target, comparison_json(comparison))
    elif kind == ".csv":
        write_atomically(target, comparison_csv(comparison, form=csv_form))
        if comparison.comparisons:
            write_atomically(verdicts_path(target), verdicts_csv(comparison, form=csv_form))
    elif kind == ".xlsx":
        write_comparison_workbook(view_report(comparison), target)
    else:
        view, workbook = view_report(comparison), workbook_path(target)
        write_comparison_workbook(view, workbook)
        write_comparison_document(view, target, workbook=workbook.name)
    return target


def verdicts_path(path: Path) -> Path:
    """Return where the verdicts lie beside a table of estimates.

    Parameters
    ----------
    path : Path
        The table, in .csv.

    Returns
    -------
    Path
        In the same folder.

    Examples
    --------
    >>> verdicts_path(Path("perbandingan.csv")).name
    'perbandingan.putusan.csv'
    """
    return path.with_suffix(".putusan.csv")


def workbook_path(path: Path) -> Path:
    """Return where the numbers lie beside a document.

    Parameters
    ----------
    path : Path
        The document, in .docx.

    Returns
    -------
    Path
        In the same folder; no name that an export would have.

    Examples
    --------
    >>> workbook_path(Path("perbandingan.docx")).name
    'perbandingan.tabel.xlsx'
    """
    return path.with_suffix(".tabel.xlsx")
