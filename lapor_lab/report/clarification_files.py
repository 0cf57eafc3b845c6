"""Sheets for the institutions as files: a folder that is whole or not there."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.exchange import atomic_folder
from lapor_lab.report.clarification import make_sheets
from lapor_lab.report.comparison_report import ComparisonReport

__all__ = ["file_name", "write_clarifications"]

_LONGEST: Final = 60
_OWN_FILE: Final = re.compile(r"\d{3,}-[a-z0-9-]+\.html")


def write_clarifications(
    report: ComparisonReport, folder: Path | str, *, on_sheet: Callable[[], None] | None = None
) -> list[Path]:
    """Write one page for each institution, to be sent to it before anything is published.

    Parameters
    ----------
    report : ComparisonReport
        With one comparison at least.
    folder : Path or str
        Where the pages should go; sheets of an earlier run are replaced.
    on_sheet : callable or None, default=None
        Called after each page.

    Returns
    -------
    list of Path
        The pages, institutions in the order of the alphabet.

    Raises
    ------
    ParameterError
        If nothing was compared.
    OutputError
        If the folder holds anything else, or cannot be written; then it stays as it was.
    """
    if not report.comparisons:
        raise ParameterError(
            "parameter_range",
            name="report",
            allowed="a report with a comparison",
            value="none",
            remedy="Compare a measure that the source tells.",
        )
    target = Path(folder)
    _refuse_others(target)
    names = []
    with atomic_folder(target) as staging:
        for number, sheet in enumerate(make_sheets(report), start=1):
            names.append(file_name(number, sheet.institution))
            (staging / names[-1]).write_text(sheet.html, encoding="utf-8", newline="\n")
            if on_sheet is not None:
                on_sheet()
    return [target / name for name in names]


def file_name(number: int, institution: str) -> str:
    """Make a file name of an institution's: safe on every system, unique by its number.

    Parameters
    ----------
    number : int
        Place in the alphabet, from 1.
    institution : str
        Its name.

    Returns
    -------
    str
        Digits, lower-case letters and hyphens.

    Examples
    --------
    >>> file_name(7, "Kementerian Hukum & HAM / Kanwil")
    '007-kementerian-hukum-ham-kanwil.html'
    """
    plain = unicodedata.normalize("NFKD", institution).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "instansi"
    return f"{number:03d}-{slug}.html"


def _refuse_others(target: Path) -> None:
    is_ours = not target.exists() or (
        target.is_dir() and all(_OWN_FILE.fullmatch(path.name) for path in target.iterdir())
    )
    if not is_ours:
        raise OutputError("output_exists", path=target)
