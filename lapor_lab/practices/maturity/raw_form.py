"""A form as it was filled in: texts with their places, nothing judged yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from lapor_lab.practices.maturity.place import Cell, Place, Problem

__all__ = ["IDENTITY", "INSTITUTION", "LEVEL_CODE", "RawForm", "RawRow"]

INSTITUTION = "Seluruh instansi"
LEVEL_CODE = "tingkat"
# Key in a TOML file and in code, and the label in a workbook.
IDENTITY: Mapping[str, str] = {
    "instansi": "Instansi",
    "tanggal": "Tanggal penilaian",
    "penilai_1": "Penilai 1",
    "penilai_2": "Penilai 2",
    "jumlah_unit": "Jumlah unit",
    "contoh": "Contoh rekaan",
}


@dataclass(frozen=True, kw_only=True)
class RawRow:
    """One line of a practice's sheet.

    Parameters
    ----------
    practice : str
        Id of the practice.
    unit : Cell
        Whom it is about.
    item : Cell
        Code of the item, or "tingkat" for the level that the raters hold right.
    answers : tuple of Cell
        Of rater 1 and rater 2.
    evidence : Cell
        Name or number of what shows it.
    note : str
        Anything else.
    """

    practice: str
    unit: Cell
    item: Cell
    answers: tuple[Cell, Cell]
    evidence: Cell
    note: str


@dataclass(frozen=True, kw_only=True)
class RawForm:
    """What stands in a form.

    Parameters
    ----------
    file : str
        Name of the file.
    identity : mapping of str to Cell
        By the keys of `IDENTITY`; what the form lacks is left out.
    units : tuple of tuple of (Cell, Cell)
        Name and group of each unit.
    rows : tuple of RawRow
        Lines of all practices.
    identity_place : Place
        Where the identity stands, or should.
    problems : tuple of Problem
        Faults of the form's build: sheets or columns that are absent or unknown.
    """

    file: str
    identity: Mapping[str, Cell]
    units: tuple[tuple[Cell, Cell], ...]
    rows: tuple[RawRow, ...]
    identity_place: Place
    problems: tuple[Problem, ...]
