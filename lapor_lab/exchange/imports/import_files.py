"""Bring files of any layout in: one log, one quarantine, and the facts of both."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapor_lab.errors import ColumnNotFoundError, InputFileError, LaporLabError
from lapor_lab.exchange.events.event_log import is_event_log, move_times, read_event_log
from lapor_lab.exchange.events.xes import is_xes, read_xes
from lapor_lab.exchange.imports.import_run import ImportRun
from lapor_lab.exchange.imports.import_source import ImportOptions, ImportSource, prepare_source
from lapor_lab.exchange.imports.import_summary import ImportSummary
from lapor_lab.exchange.imports.input_files import find_input_files
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.raw.table_source import open_tables

__all__ = ["import_files"]

# Of a sheet that holds no table of cases or totals.
_STRANGE: Final = ("column_missing", "header_is_data", "mapping_uncertain")


def import_files(
    paths: Iterable[Path],
    folder: Path,
    *,
    options: ImportOptions,
    on_start: Callable[[int], Callable[[], None]] | None = None,
) -> ImportSummary:
    """Read files and write them as one log folder with its quarantine.

    Of a case that stands in files of different dates the last state is kept, and the earlier
    ones as snapshots; of one that stands twice in files of one date the second goes to
    quarantine. Identifiers are hashed and texts masked before anything is written; the
    quarantine alone holds the rows' own cells.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders.
    folder : Path
        An existing, empty folder, as `new_log_folder` gives.
    options : ImportOptions
        What the user says of the files.
    on_start : callable or None, default=None
        Called with the number of tables once all questions are answered; what it returns is
        called after each table, for example to show progress.

    Returns
    -------
    ImportSummary
        The facts; rows read = rows accepted + rows in quarantine.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read, or no row of any file can be used.
    ColumnNotFoundError
        If nobody can tell what a file's columns mean.
    """
    files, ignored = find_input_files(paths)
    tables = [t for file in files if not is_xes(file) for t in open_tables(file)]
    logs = [file for file in files if is_xes(file)]
    logs += [table.path for table in tables if is_event_log(list(table.columns))]
    # A workbook of two such sheets is one file, and is refused where it is read.
    logs = list(dict.fromkeys(logs))
    if logs and len(files) > 1:
        raise InputFileError("event_log_alone", path=logs[0])
    sources = [] if logs else _prepare_sources(tables, options)
    # The last state of a case is met first; what comes later of it is an earlier one.
    sources.sort(key=lambda source: (source.is_recap, -source.as_of.value))
    step = on_start(len(logs) + len(sources)) if on_start is not None else None
    run = ImportRun(folder, sources, options)
    for file in logs:
        read = read_xes if is_xes(file) else read_event_log
        clock = options.clock_zone(file.name)
        imported = read(file, zone=clock)
        log = move_times(imported.log, clock, options.zone)
        run.read_events(replace(imported, log=log), file)
    for number, source in enumerate(sources):
        if source.mapping is None:
            run.read_recap(source)
        else:
            run.read_cases(number, source, source.mapping)
        if step is not None:
            step()
    return run.finish([file.name for file in ignored])


def _prepare_sources(tables: Sequence[RawTable], options: ImportOptions) -> list[ImportSource]:
    """Prepare all tables; a sheet that nobody understands may stand beside one that is read."""
    sources: list[ImportSource] = []
    for path in dict.fromkeys(table.path for table in tables):
        of_file = [table for table in tables if table.path == path]
        prepared: list[ImportSource] = []
        strange: list[tuple[str, LaporLabError]] = []
        for table in of_file:
            try:
                prepared.append(prepare_source(table, options))
            except (ColumnNotFoundError, InputFileError) as error:
                if error.code not in _STRANGE:
                    raise
                strange.append((table.sheet, error))
        if not prepared:
            raise strange[0][1]
        unread = tuple(sheet for sheet, _ in strange)
        sources += [
            replace(s, table=replace(s.table, other_sheets=(*s.table.other_sheets, *unread)))
            for s in prepared
        ]
    return sources
