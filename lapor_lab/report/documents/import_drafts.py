"""Drafts on data protection for an import: the impact assessment and the record of processing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.import_context import import_context, import_notices

__all__ = ["write_impact_assessment", "write_processing_record"]

Facts = Mapping[str, Any] | None


def write_impact_assessment(
    facts: Facts, path: Path | str, *, institution: str = "", is_example: bool = False
) -> Path:
    """Write a draft impact assessment of an import.

    Parameters
    ----------
    facts : mapping of str to object or None
        As ``import.json`` holds them, or `import_facts` gives; None for a draft with blanks.
    path : Path or str
        Where it should go; must end in ``.docx``.
    institution : str, default=""
        Who is responsible; a blank if empty.
    is_example : bool, default=False
        Whether the assessment beside it was made up.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    draft = Draft(
        template="impact_assessment",
        title="Penilaian Dampak Pelindungan Data Pribadi",
        notices=import_notices(facts, is_example=is_example),
    )
    return _write(draft, facts, path, institution)


def write_processing_record(
    facts: Facts, path: Path | str, *, institution: str = "", is_example: bool = False
) -> Path:
    """Write a draft record of the processing that an import is.

    Parameters
    ----------
    facts : mapping of str to object or None
        As for `write_impact_assessment`.
    path : Path or str
        Where it should go; must end in ``.docx``.
    institution : str, default=""
        Who is responsible; a blank if empty.
    is_example : bool, default=False
        Whether the assessment beside it was made up.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    draft = Draft(
        template="processing_record",
        title="Catatan Kegiatan Pemrosesan Data Pribadi",
        notices=import_notices(facts, is_example=is_example),
    )
    return _write(draft, facts, path, institution)


def _write(draft: Draft, facts: Facts, path: Path | str, institution: str) -> Path:
    blanks = Blanks()
    return write_draft(draft, path, blanks, **import_context(facts, institution, blanks))
