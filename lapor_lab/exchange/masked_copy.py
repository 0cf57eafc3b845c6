"""A copy of a file in which personal data are masked."""

import csv
import re
import secrets
from collections import Counter
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.formula_guard import guard_formulas
from lapor_lab.exchange.official_layout import official_mapping
from lapor_lab.exchange.protection import CONFIDENTIAL
from lapor_lab.exchange.raw_table import RawTable
from lapor_lab.exchange.table_file import LINE_END
from lapor_lab.exchange.table_source import open_tables
from lapor_lab.privacy import hash_identifiers, mask_texts

__all__ = ["write_masked_copy"]

_TEXT_SUFFIXES: Final = (".md", ".txt")
# Columns that hold nothing but a person's data: no cue stands beside the value.
_PERSONAL: Final = (
    (
        "NAMA",
        re.compile(
            r"^nama( lengkap)?( pelapor| pengadu| pemohon| terlapor)?$|^pelapor$", re.IGNORECASE
        ),
    ),
    ("NIK", re.compile(r"^(nik|no(mor)?\.? (nik|kk|ktp)|kk|ktp)\b", re.IGNORECASE)),
    (
        "TELEPON",
        re.compile(r"^(no(mor)?\.? ?)?(telepon|telp|hp|handphone|wa|whatsapp)\b", re.IGNORECASE),
    ),
    ("SUREL", re.compile(r"^(alamat )?(e-?mail|surel)\b", re.IGNORECASE)),
    ("ALAMAT", re.compile(r"^alamat( rumah| lengkap| pelapor| tinggal)?$", re.IGNORECASE)),
)
_TEXT_TARGETS: Final = ("title", "text")
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
        If the file is absent or cannot be read.
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
    mapping = official_mapping(table.columns)
    meaning = {} if mapping is None else {name: t for t, name in mapping.columns.items()}
    texts = [name for name, target in meaning.items() if target in _TEXT_TARGETS]
    texts += [name for name in table.columns if name.casefold().startswith("isi laporan")]
    report_type = next((n for n, t in meaning.items() if t == "report_type"), None)
    # Of one copy only: two copies cannot be joined by their numbers.
    key = secrets.token_bytes(32)
    found: Counter[str] = Counter()
    with atomic_file(out) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerow(table.columns)
        for chunk in table.chunks():
            cells = chunk.cells.copy()
            for name in cells.columns:
                kind = next((k for k, pattern in _PERSONAL if pattern.search(str(name))), None)
                if meaning.get(name) == "case_id":
                    cells[name] = hash_identifiers(cells[name], key)
                elif kind is not None or meaning.get(name) == "reporter_id":
                    is_told = cells[name].notna()
                    cells[name] = cells[name].mask(is_told, f"[{kind or 'NAMA'}]")
                    found[kind or "NAMA"] += int(is_told.sum())
                else:
                    cells[name], here = mask_texts(cells[name])
                    found.update(here)
            if report_type is not None:
                is_confidential = chunk.cells[report_type].str.contains("rahasia", case=False)
                is_confidential = is_confidential.fillna(value=False).astype(bool)
                for name in dict.fromkeys(texts):
                    hidden = is_confidential & cells[name].notna()
                    cells[name] = cells[name].mask(hidden, _WITHHELD)
                    found[CONFIDENTIAL] += int(hidden.sum())
            guarded = cells.reindex(columns=list(table.columns)).apply(guard_formulas)
            guarded.to_csv(stream, index=False, header=False, lineterminator=LINE_END)
    return +found
