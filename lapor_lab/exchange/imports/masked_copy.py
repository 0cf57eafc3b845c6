"""A copy of a file in which personal data are masked."""

import csv
import secrets
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.columns.known_layouts import known_mapping
from lapor_lab.exchange.columns.official_layout import (
    hides_what_is_confidential,
    official_mapping,
)
from lapor_lab.exchange.columns.personal_columns import personal_kind
from lapor_lab.exchange.columns.preamble import read_preamble
from lapor_lab.exchange.events.event_log import is_event_log, rename_xes
from lapor_lab.exchange.imports.formula_guard import guard_formulas
from lapor_lab.exchange.imports.protection import CONFIDENTIAL, mark_synthetic
from lapor_lab.exchange.imports.reporter_names import mask_reporter_names, reporter_names
from lapor_lab.exchange.raw.header import refuse_data_as_header
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.exchange.table_file import LINE_END
from lapor_lab.exchange.values.official_values import read_flags
from lapor_lab.privacy import hash_identifiers, mask_texts

__all__ = ["write_masked_copy"]

_TEXT_SUFFIXES: Final = (".md", ".txt")
_TEXT_TARGETS: Final = ("title", "text")
_IDENTIFIERS: Final = ("case_id", "duplicate_of", "resource")
_N_SAMPLE: Final = 1_000
_WITHHELD: Final = "[RAHASIA]"
_MOST_CHARACTERS: Final = 50_000_000


def write_masked_copy(path: Path, out: Path) -> Counter[str]:
    """Write a file again with personal data masked.

    Masking is not anonymisation: whoever knows the case may still know the person.

    Parameters
    ----------
    path : Path
        A text (.txt, .md) or a table (.csv, .xlsx, .xls).
    out : Path
        Where the copy goes: text stays text, a table becomes CSV.

    Returns
    -------
    Counter of str
        How often what kind was masked, never what.

    Raises
    ------
    InputFileError
        If the file is absent, cannot be read, or holds several tables.
    OutputError
        If the copy would take the place of the file itself or cannot be written.
    """
    if out.resolve() == path.resolve():
        raise OutputError("output_is_input", path=out)
    if path.suffix.lower() in _TEXT_SUFFIXES:
        return _mask_text_file(path, out)
    tables = open_tables(path)
    if out.suffix.lower() != ".csv":
        raise OutputError("output_kind", path=out, allowed=".csv")
    if len(tables) > 1:
        raise InputFileError("several_tables", path=path, n=len(tables))
    return _mask_table(tables[0], out)


def _mask_text_file(path: Path, out: Path) -> Counter[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    except OSError as error:
        code = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
        raise InputFileError(code, path=path, reason=error.strerror, allowed=".txt") from error
    if len(text) > _MOST_CHARACTERS:
        raise InputFileError("file_unreadable", path=path, reason="terlalu besar", allowed=".txt")
    masked, found = mask_texts(pd.Series([text], dtype="str"))
    with atomic_file(out) as part:
        part.write_text(masked.iloc[0], encoding="utf-8")
    return found


def _mask_table(table: RawTable, out: Path) -> Counter[str]:
    sample = next(table.chunks(_N_SAMPLE), None)
    below = None if sample is None else sample.cells
    refuse_data_as_header(table.path, table.header_row, table.columns, below)
    meaning = _meaning(table)
    texts = [name for name, target in meaning.items() if target in _TEXT_TARGETS]
    texts += [name for name in table.columns if name.casefold().startswith("isi laporan")]
    official = official_mapping(table.columns)
    all_may_be = official is not None and hides_what_is_confidential(official)
    # Of one copy only: two copies cannot be joined by their numbers.
    key = secrets.token_bytes(32)
    found: Counter[str] = Counter()
    with atomic_file(out) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        # What stands above the header may say that all of it is made up.
        above = [[_mask_cell(cell, found) for cell in row] for row in table.preamble]
        csv.writer(stream, lineterminator=LINE_END).writerows([*above, table.columns])
        is_synthetic = read_preamble(table.preamble).is_synthetic
        for chunk in table.chunks():
            names = reporter_names(chunk.cells)
            is_confidential = _is_confidential(chunk.cells, meaning, all_may_be=all_may_be)
            cells = chunk.cells.copy()
            for name in cells.columns:
                kind = personal_kind(str(name))
                if meaning.get(name) == "case_id":
                    marked = mark_synthetic(cells[name], all_synthetic=is_synthetic)
                    cells[name] = hash_identifiers(marked, key)
                elif meaning.get(name) in _IDENTIFIERS:
                    cells[name] = hash_identifiers(cells[name], key)
                elif kind is not None:
                    is_told = cells[name].notna()
                    cells[name] = cells[name].mask(is_told, f"[{kind}]")
                    found[kind] += int(is_told.sum())
                else:
                    hidden = is_confidential & cells[name].notna() & (name in texts)
                    found[CONFIDENTIAL] += int(hidden.sum())
                    shown = _mask_cells(cells[name].mask(hidden), names, found)
                    cells[name] = shown.mask(hidden, _WITHHELD)
            # Cells without a column stand behind the others, as they did.
            guarded = cells.apply(guard_formulas)
            guarded.to_csv(stream, index=False, header=False, lineterminator=LINE_END)
    return +found


def _meaning(table: RawTable) -> dict[str, str]:
    """Return what columns hold, as far as their names tell for certain."""
    mapping = official_mapping(table.columns) or known_mapping(table.columns)
    meaning = {} if mapping is None else {name: t for t, name in mapping.columns.items()}
    if is_event_log(list(table.columns)):
        named = rename_xes(pd.DataFrame(columns=list(table.columns))).columns
        meaning |= dict(zip(table.columns, named, strict=True))
    return meaning


def _is_confidential(
    cells: pd.DataFrame, meaning: Mapping[str, str], *, all_may_be: bool
) -> pd.Series:
    told = pd.Series(data=all_may_be, index=cells.index)
    for name, target in meaning.items():
        if target == "report_type":
            has_word = cells[name].astype("string").str.contains("rahasia", case=False)
            told |= has_word.fillna(value=False).astype(bool)
        elif target == "is_confidential":
            told |= read_flags(cells[name]).fillna(value=False).astype(bool)
    return told


def _mask_cell(cell: str, found: Counter[str]) -> str:
    masked, here = mask_texts(pd.Series([cell], dtype=object))
    found.update(here)
    return str(guard_formulas(masked).iloc[0])


def _mask_cells(cells: pd.Series, names: pd.DataFrame, found: Counter[str]) -> pd.Series:
    known, n_masked = mask_reporter_names(cells, names)
    masked, here = mask_texts(known)
    found.update(here)
    found["NAMA"] += n_masked
    return masked
