"""Write a comparison in the form that its name asks for."""

from pathlib import Path
from typing import Final

from lapor_lab.report.comparison_data import comparison_csv, comparison_json, verdicts_csv
from lapor_lab.report.comparison_page import comparison_html
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.output import check_kind, write_atomically

__all__ = ["verdicts_path", "write_comparison"]

_WRITERS: Final = {".html": comparison_html, ".csv": comparison_csv, ".json": comparison_json}


def write_comparison(comparison: ComparisonReport, path: Path | str) -> Path:
    """Write a comparison as a page (.html), tables (.csv) or data (.json).

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.
    path : Path or str
        Where it should go; its suffix chooses the form. Verdicts, where there are any, lie
        beside a .csv as ``NAME.putusan.csv``.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is none of the three, or the place cannot be written.
    """
    target = check_kind(path, list(_WRITERS))
    write_atomically(target, _WRITERS[target.suffix.lower()](comparison))
    if target.suffix.lower() == ".csv" and comparison.comparisons:
        write_atomically(verdicts_path(target), verdicts_csv(comparison))
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
