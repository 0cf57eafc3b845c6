"""What an import asks of a user who sits before it; elsewhere nobody is asked."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lapor_lab.errors import ParameterError

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.exchange import ColumnMapping, Proposal, RawTable

__all__ = ["ask_date", "ask_mapping"]


def ask_date(table: "RawTable", last: "pd.Timestamp | None") -> "pd.Timestamp | None":
    """Ask for the date that a file was made on.

    Parameters
    ----------
    table : RawTable
        A table that bears no date.
    last : Timestamp or None
        Last time in it, which is proposed; None where it holds no time.

    Returns
    -------
    Timestamp or None
        The date; None where there is nobody to ask.
    """
    import pandas as pd

    from lapor_lab.cli.values import read_date

    if not sys.stdin.isatty():
        return None
    while True:
        answer = typer.prompt(
            f"{table.path.name} tidak memuat tanggal data. Tanggal ekspor (tahun-bulan-hari)",
            default=None if last is None else str(last.date()),
        )
        try:
            return pd.Timestamp(read_date("tanggal", answer))
        except ParameterError:
            typer.echo("Tulis tanggal seperti 2024-01-31.")


def ask_mapping(
    table: "RawTable", proposal: "Proposal", draft: Path | None
) -> "ColumnMapping | None":
    """Show what columns seem to mean, and let it be confirmed.

    Parameters
    ----------
    table : RawTable
        A table of no known layout.
    proposal : Proposal
        What its columns seem to mean.
    draft : Path or None
        Where to keep the proposal as TOML, for editing or for the next file.

    Returns
    -------
    ColumnMapping or None
        The proposal if it is complete and confirmed; None where there is nobody to ask.

    Raises
    ------
    ColumnNotFoundError
        If it is not complete, or not confirmed.
    """
    from lapor_lab.errors import ColumnNotFoundError
    from lapor_lab.exchange import write_mapping

    _print_proposal(table, proposal)
    if draft is not None:
        write_mapping(proposal.mapping, draft)
        typer.echo(f"Usulan disimpan di {draft}.")
    if not sys.stdin.isatty():
        return None
    if proposal.is_complete and typer.confirm("Apakah arti kolom ini benar?"):
        return proposal.mapping
    raise ColumnNotFoundError("mapping_uncertain", path=str(table.path))


def _print_proposal(table: "RawTable", proposal: "Proposal") -> None:
    from rich.table import Table

    from lapor_lab.cli.screen import console

    rows = proposal.table()
    shown = Table(title=f"Usulan arti kolom: {table.path.name}")
    for name in rows.columns:
        shown.add_column(str(name))
    for row in rows.fillna("").astype(str).itertuples(index=False):
        shown.add_row(*row)
    console().print(shown)
