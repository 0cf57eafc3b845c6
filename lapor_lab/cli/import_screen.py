"""What ``lapor-lab import`` prints: a line a file, the totals, and what to look at."""

from typing import TYPE_CHECKING, Final

from lapor_lab.cli.screen import console

if TYPE_CHECKING:
    from rich.table import Table

    from lapor_lab.exchange import ImportSummary

__all__ = ["print_import"]

# More lines of one kind are not read on a screen; the page holds all of them.
_MAX_ALIKE: Final = 3


def print_import(summary: "ImportSummary") -> None:
    """Print what an import did.

    Parameters
    ----------
    summary : ImportSummary
        What came of the files.
    """
    from lapor_lab.report.page import is_synthetic
    from lapor_lab.schema import format_count, format_date, label

    screen = console()
    screen.print(_file_table(summary))
    counts = {
        name: format_count(getattr(summary, name))
        for name in ("n_rows", "n_accepted", "n_quarantined")
    }
    screen.print(label("import.screen.totals", **counts))
    n_cases = format_count(summary.n_cases)
    screen.print(label("import.screen.cases", n_cases=n_cases, as_of=format_date(summary.as_of)))
    for key, n in (
        ("recap", summary.n_recap_rows),
        ("snapshots", summary.n_snapshots),
        ("after", summary.n_after_as_of),
    ):
        if n:
            screen.print(label(f"import.screen.{key}", n=format_count(n)))
    if summary.n_quarantined:
        screen.print(label("import.screen.quarantine"))
    _print_remarks(summary)
    if is_synthetic(summary.provenance):
        screen.print(f"{label('notice.synthetic')}.")
    screen.print(f"{label('notice.masking')}.")


def _file_table(summary: "ImportSummary") -> "Table":
    from rich.markup import escape
    from rich.table import Table

    from lapor_lab.schema import format_count, format_date, label

    table = Table()
    for key in ("import.column.file", "import.column.layout", "import.column.as_of"):
        table.add_column(label(key))
    for key in ("import.column.n_rows", "import.part.accepted", "import.part.quarantined"):
        table.add_column(label(key), justify="right")
    for file in summary.files:
        name = f"{file.file} ({file.sheet})" if file.sheet else file.file
        # A name in square brackets is a name, no style of the screen.
        table.add_row(
            escape(name),
            escape(file.layout),
            format_date(file.as_of),
            format_count(file.n_rows),
            format_count(file.n_accepted),
            format_count(file.n_quarantined),
        )
    return table


def _print_remarks(summary: "ImportSummary") -> None:
    from lapor_lab.report.remark_text import group_remarks
    from lapor_lab.schema import format_count, label

    groups = group_remarks(summary.remarks)
    if not groups:
        return
    screen = console()
    screen.print(label("import.screen.check"))
    for group in groups:
        for sentence in group.sentences[:_MAX_ALIKE]:
            screen.print(f"- {sentence}", markup=False)
        more = len(group.sentences) - _MAX_ALIKE
        if more > 0:
            screen.print(f"  {label('import.screen.more', n=format_count(more))}")
        screen.print(f"  {group.action}", markup=False)
