"""An assessment as a workbook: one sheet a table."""

from pathlib import Path

from lapor_lab.practices.maturity import load_guides
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.assessment_tables import assessment_tables
from lapor_lab.report.excel import Workbook
from lapor_lab.schema import label

__all__ = ["write_assessment_workbook"]


def write_assessment_workbook(report: AssessmentReport, path: Path | str) -> Path:
    """Write all tables of an assessment as a workbook.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed, planned and measured.
    path : Path or str
        Where it should go; must end in ``.xlsx``.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    workbook = Workbook(
        label("assessment.title", institution=report.assessment.institution),
        report.notices,
        definitions=[*report.basis, *_descriptors()],
    )
    for table in assessment_tables(report):
        workbook.sheet(
            label(f"assessment.sheet.{table.id}"),
            table.frame,
            title=label(f"assessment.sheet_title.{table.id}"),
            formats=table.formats,
        )
    return workbook.save(path)


def _descriptors() -> list[tuple[str, str]]:
    return [
        (label("assessment.level_of", practice=guide.name, level=level), text)
        for guide in load_guides()
        for level, text in enumerate(guide.levels)
    ]
