"""Read the sheets of a filled-in workbook as a raw form."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from openpyxl.utils import get_column_letter

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.file_kind import find_kind
from lapor_lab.exchange.raw.row_source import Row, readable
from lapor_lab.exchange.raw.workbook import Sheet, list_sheets
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.place import Cell, Place, Problem
from lapor_lab.practices.maturity.raw_form import IDENTITY, RawForm, RawRow

__all__ = ["COLUMNS", "GUIDE_SHEETS", "IDENTITY_SHEET", "UNIT_COLUMNS", "read_workbook_form"]

IDENTITY_SHEET: Final = "Identitas"
GUIDE_SHEETS: Final = ("Petunjuk", "Tingkat")
UNIT_COLUMNS: Final = ("Nama unit", "Kelompok")
COLUMNS: Final = (
    "Kode",
    "Unit",
    "Pertanyaan",
    "Jawaban penilai 1",
    "Jawaban penilai 2",
    "Data dukung",
    "Catatan",
)
_MOST_ROWS: Final = 20_000
# Without the first two nobody knows what a line is about; without another, the rest is read.
_NEEDED: Final = ("Kode", "Unit")
_WANTED: Final = tuple(name for name in COLUMNS if name not in {"Pertanyaan", "Catatan"})

_Rows = list[tuple[int, list[str]]]


def read_workbook_form(path: Path) -> RawForm:
    """Read a workbook.

    Parameters
    ----------
    path : Path
        An .xlsx file, as the blank form or one that people changed.

    Returns
    -------
    RawForm
        What stands in it.

    Raises
    ------
    InputFileError
        If it is no workbook, or none of its sheets is one of the form.
    """
    with readable(path):
        kind = find_kind(path)
        if kind not in {"zip", "ole"}:
            raise InputFileError("not_a_form", path=path)
        sheets = list_sheets(path, is_package=kind == "zip")
        tables = {sheet.name: _rows(sheet) for sheet in sheets}
    guides = {_plain(guide.name): guide for guide in load_guides()}
    known = {_plain(IDENTITY_SHEET), *map(_plain, GUIDE_SHEETS), *guides}
    by_name: dict[str, str] = {}
    problems: list[Problem] = []
    for name in tables:
        first = by_name.setdefault(_plain(name), name)
        if first != name:
            fault = "nama lembar ini ada dua kali. Hapus salah satunya; yang pertama dipakai."
            problems.append(Place(path.name, name).fault(fault))
    if not any(name in guides for name in by_name):
        raise InputFileError("not_a_form", path=path)
    for plain, name in by_name.items():
        if plain not in known and tables[name]:
            allowed = ", ".join(f'"{guide.name}"' for guide in guides.values())
            problems.append(
                Place(path.name, name).fault(
                    f"praktik tidak dikenal. Beri nama salah satu dari {allowed}."
                )
            )
    rows: list[RawRow] = []
    for plain, guide in guides.items():
        place = Place(path.name, by_name.get(plain, guide.name))
        if plain not in by_name:
            problems.append(place.fault("lembar tidak ada. Salin dari formulir kosong."))
            continue
        read, faults = _practice_rows(place, guide.id, tables[by_name[plain]])
        rows += read
        problems += faults
    identity_place = Place(path.name, by_name.get(_plain(IDENTITY_SHEET), IDENTITY_SHEET))
    if _plain(IDENTITY_SHEET) not in by_name:
        problems.append(identity_place.fault("lembar tidak ada. Salin dari formulir kosong."))
    lines = tables.get(identity_place.sheet, [])
    return RawForm(
        file=path.name,
        identity=_identity(identity_place, lines),
        units=_units(identity_place, lines),
        rows=tuple(rows),
        identity_place=identity_place,
        problems=tuple(problems),
    )


def _rows(sheet: Sheet) -> _Rows:
    rows: Iterable[Row] = islice(sheet.rows(), _MOST_ROWS)
    stripped = [(number, [(text or "").strip() for text in cells]) for number, cells in rows]
    return [(number, cells) for number, cells in stripped if any(cells)]


def _practice_rows(place: Place, practice: str, lines: _Rows) -> tuple[list[RawRow], list[Problem]]:
    header = next((line for line in lines if _column(line[1], COLUMNS[0]) is not None), None)
    columns = {name: _column(header[1], name) if header else None for name in COLUMNS}
    missing = [name for name in _WANTED if columns[name] is None]
    faults = []
    if missing:
        names = ", ".join(f'"{name}"' for name in missing)
        fault = f"kolom {names} tidak ditemukan. Kembalikan baris judul dari formulir kosong."
        faults.append(place.fault(fault))
    if header is None or any(name in missing for name in _NEEDED):
        return [], faults

    rows = []
    for number, cells in lines:
        if number <= header[0]:
            continue
        found = {
            name: Cell("", place) if at is None else _cell(place, number, cells, at)
            for name, at in columns.items()
        }
        row = RawRow(
            practice=practice,
            unit=found["Unit"],
            item=found["Kode"],
            answers=(found["Jawaban penilai 1"], found["Jawaban penilai 2"]),
            evidence=found["Data dukung"],
            note=found["Catatan"].text,
        )
        rows.append(row)
    return rows, faults


def _identity(place: Place, lines: _Rows) -> dict[str, Cell]:
    keys = {_plain(name): key for key, name in IDENTITY.items()}
    found: dict[str, Cell] = {}
    for number, cells in lines:
        if _plain(cells[0]) == _plain(UNIT_COLUMNS[0]):
            break
        key = keys.get(_plain(cells[0]))
        if key and key not in found:
            found[key] = _cell(place, number, cells, 1)
    return found


def _units(place: Place, lines: _Rows) -> tuple[tuple[Cell, Cell], ...]:
    below = False
    units = []
    for number, cells in lines:
        if below:
            units.append((_cell(place, number, cells, 0), _cell(place, number, cells, 1)))
        below = below or _plain(cells[0]) == _plain(UNIT_COLUMNS[0])
    return tuple(units)


def _cell(place: Place, number: int, cells: Sequence[str], at: int) -> Cell:
    text = cells[at] if at < len(cells) else ""
    return Cell(text, place._replace(cell=f"{get_column_letter(at + 1)}{number}"))


def _column(cells: Sequence[str], name: str) -> int | None:
    wanted = _plain(name)
    matches = (at for at, text in enumerate(cells) if _plain(text).startswith(wanted))
    return next(matches, None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
