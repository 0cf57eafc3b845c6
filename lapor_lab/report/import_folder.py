"""Files in, a folder with its report out: the import as one step."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from lapor_lab.exchange import (
    ImportOptions,
    ImportSummary,
    check_zone,
    import_files,
    new_log_folder,
    project_key_path,
)
from lapor_lab.privacy import load_key
from lapor_lab.report.import_report import write_import_report

__all__ = ["import_to_folder"]


def import_to_folder(
    files: Iterable[Path],
    out: Path,
    *,
    options: ImportOptions | None = None,
    on_start: Callable[[int], Callable[[], None]] | None = None,
) -> ImportSummary:
    """Import files whole or not at all, and write the report of it.

    Parameters
    ----------
    files : iterable of Path
        Files and folders.
    out : Path
        The folder of the result; an earlier log of the kit there is replaced.
    options : ImportOptions or None, default=None
        What is known of the files; None for what they say themselves.
    on_start : callable or None, default=None
        Called with the number of tables; what it returns is called after each table.

    Returns
    -------
    ImportSummary
        The facts, which stand in ``import.json`` and ``impor.html`` as well.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read, or no row of any file can be used.
    ColumnNotFoundError
        If nobody can tell what a file's columns mean.
    UnknownNameError
        If a zone is not known.
    OutputError
        If `out` cannot be written or is something else than a log of the kit.
    """
    options = options or ImportOptions()
    for zone in (options.zone, *options.source_zone.values()):
        check_zone(zone)
    if not options.key:
        options = replace(options, key=load_key(project_key_path(out)))
    with new_log_folder(out) as staging:
        summary = import_files(files, staging, options=options, on_start=on_start)
        write_import_report(summary, staging, shown_as=str(out))
    return summary
