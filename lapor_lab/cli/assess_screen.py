"""What `assess` prints: levels, what is wrong with the form, the plan, the files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lapor_lab.cli.screen import console

if TYPE_CHECKING:
    from lapor_lab.report import AssessmentReport

__all__ = ["print_assessment"]


def print_assessment(report: "AssessmentReport", files: Sequence[Path]) -> None:
    """Print an assessment in short.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed, planned and measured.
    files : sequence of Path
        What was written, the page first.
    """
    from rich.markup import escape

    from lapor_lab.report.assessment_view import readings
    from lapor_lab.schema import label

    screen = console()
    for problem in report.assessment.problems["problem"]:
        screen.print(escape(problem))
    _print_levels(report)
    for sentence in readings(report):
        screen.print(escape(sentence))
    if report.plan is None:
        screen.print(label("assessment.no_plan"))
    for notice in report.notices:
        screen.print(f"{escape(notice)}.")
    screen.print(
        f"{len(files)} berkas ada di {escape(str(files[0].parent))}; mulai dari {files[0].name}."
    )


def _print_levels(report: "AssessmentReport") -> None:
    from rich.table import Table

    from lapor_lab.report.assessment_view import profile_rows
    from lapor_lab.schema import label

    names = ("previous", "level", "inherited_level", "role_model", "peers", "gap")
    table = Table()
    table.add_column(label("assessment.column.practice"))
    for name in names:
        table.add_column(label(f"assessment.column.{name}"), justify="right")
    for row in profile_rows(report):
        table.add_row(row["practice"], *(row[name] for name in names))
    console().print(table)
