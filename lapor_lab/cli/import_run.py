"""From files to an import folder with its report: what ``lapor-lab import`` runs."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from lapor_lab.cli.values import read_date

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.exchange import ImportSummary

__all__ = ["read_dates", "run_import"]


def run_import(
    files: Sequence[Path],
    out: Path,
    *,
    as_of: Sequence[str] = (),
    zone: str = "Asia/Jakarta",
    source_zone: Sequence[str] = (),
    mapping_path: Path | None = None,
    draft_path: Path | None = None,
) -> "ImportSummary":
    """Import files whole or not at all.

    Parameters
    ----------
    files : sequence of Path
        Files and folders.
    out : Path
        The folder of the result; an earlier one of the kit is replaced.
    as_of : sequence of str, default=()
        Dates, each for all files or as ``NAME=DATE`` for one.
    zone : str, default="Asia/Jakarta"
        Zone of the results.
    source_zone : sequence of str, default=()
        Zones of the files' clock, each for all files or as ``NAME=ZONE`` for one.
    mapping_path : Path or None, default=None
        TOML that says what the columns mean.
    draft_path : Path or None, default=None
        Where to keep a proposal of it.

    Returns
    -------
    ImportSummary
        The facts.
    """
    from lapor_lab.cli.import_questions import ask_date, ask_mapping
    from lapor_lab.cli.screen import progress
    from lapor_lab.exchange import ImportOptions, read_mapping
    from lapor_lab.report import import_to_folder

    options = ImportOptions(
        zone=zone,
        source_zone=dict(map(_split, source_zone)),
        as_of=read_dates(as_of),
        mapping=None if mapping_path is None else read_mapping(mapping_path),
        choose_as_of=ask_date,
        choose_mapping=lambda table, proposal: ask_mapping(table, proposal, draft_path),
    )
    with ExitStack() as stack:
        return import_to_folder(
            files,
            out,
            options=options,
            on_start=lambda n: stack.enter_context(progress("Membaca berkas", n)),
        )


def read_dates(texts: Sequence[str]) -> "dict[str, pd.Timestamp]":
    """Read the dates that files were made on.

    Parameters
    ----------
    texts : sequence of str
        Dates, each alone or after the name of a file and ``=``.

    Returns
    -------
    dict of str to Timestamp
        Date by name of the file; under ``""`` that of all others.

    Raises
    ------
    ParameterError
        If one is no date.

    Examples
    --------
    >>> read_dates(["2024-01-31", "kota.xlsx=2024-02-15"])[""]
    Timestamp('2024-01-31 00:00:00')
    """
    import pandas as pd

    dates = {}
    for name, day in map(_split, texts):
        dates[name] = pd.Timestamp(read_date("--as-of", day))
    return dates


def _split(text: str) -> tuple[str, str]:
    """Part the name of a file from what is said of it; without a name it holds for all."""
    name, _, said = text.rpartition("=")
    return name, said
