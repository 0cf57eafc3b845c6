"""Read a filled-in TOML file as a raw form."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.cell_text import cell_text
from lapor_lab.exchange.raw.row_source import readable
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.place import Cell, Place, Problem
from lapor_lab.practices.maturity.raw_form import IDENTITY, RawForm, RawRow

__all__ = ["IDENTITY_TABLE", "ROW_KEYS", "UNIT_TABLE", "read_toml_form", "toml_key"]

IDENTITY_TABLE: Final = "identitas"
UNIT_TABLE: Final = "unit"
ROW_KEYS: Final = ("penilai_1", "penilai_2", "data_dukung", "catatan")
_UNIT_KEYS: Final = ("nama", "kelompok")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LARGEST: Final = 16 * 2**20


def read_toml_form(path: Path) -> RawForm:
    """Read a TOML file.

    Parameters
    ----------
    path : Path
        A file in the layout of the blank form.

    Returns
    -------
    RawForm
        What stands in it.

    Raises
    ------
    InputFileError
        If it is no TOML, or holds no practice.
    """
    with readable(path):
        if path.stat().st_size > _LARGEST:
            raise InputFileError("not_a_form", path=path)
        content = path.read_bytes()
    try:
        whole = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise InputFileError(
            "file_unreadable", path=path, reason=reason, allowed="TOML (UTF-8)"
        ) from error
    practices = [guide.id for guide in load_guides()]
    if not any(practice in whole for practice in practices):
        raise InputFileError("not_a_form", path=path)
    problems: list[Problem] = []
    rows: list[RawRow] = []
    for name in whole:
        if name not in {IDENTITY_TABLE, UNIT_TABLE, *practices}:
            fault = f"praktik tidak dikenal. Pilih salah satu dari {', '.join(practices)}."
            problems.append(Place(path.name, name).fault(fault))
    for practice in practices:
        place = Place(path.name, practice)
        if practice not in whole:
            problems.append(place.fault("bagian tidak ada. Salin dari formulir kosong."))
            continue
        read, faults = _practice_rows(place, practice, whole[practice])
        rows += read
        problems += faults
    place = Place(path.name, IDENTITY_TABLE)
    identity = whole.get(IDENTITY_TABLE)
    if not isinstance(identity, dict):
        problems.append(place.fault("bagian tidak ada. Salin dari formulir kosong."))
        identity = {}
    units, faults = _units(Place(path.name, UNIT_TABLE), whole.get(UNIT_TABLE, []))
    return RawForm(
        file=path.name,
        identity={key: _cell(place, identity, key) for key in IDENTITY if key in identity},
        units=units,
        rows=tuple(rows),
        identity_place=place,
        problems=(*problems, *faults),
    )


def toml_key(*names: str) -> str:
    """Write a dotted key of TOML.

    Parameters
    ----------
    *names : str
        Its parts.

    Returns
    -------
    str
        The key; a part that is no bare key stands between quotes.

    Examples
    --------
    >>> toml_key("PTN Contoh 25", "akun-unit")
    '"PTN Contoh 25".akun-unit'
    """
    return ".".join(
        name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names
    )


def _practice_rows(
    place: Place, practice: str, table: object
) -> tuple[list[RawRow], list[Problem]]:
    rows, problems = [], []
    for unit, answers in _entries(table):
        if not isinstance(answers, dict):
            problems.append(_no_table(place._replace(cell=toml_key(unit))))
            continue
        for item, row in answers.items():
            key = place._replace(cell=toml_key(unit, item))
            if not isinstance(row, dict):
                problems.append(_no_table(key))
                continue
            for name in row:
                if name not in ROW_KEYS:
                    fault = f"kunci tidak dikenal. Pilih salah satu dari {', '.join(ROW_KEYS)}."
                    problems.append(key._replace(cell=toml_key(unit, item, name)).fault(fault))
            first, second, evidence, note = (_cell(place, row, k, unit, item) for k in ROW_KEYS)
            rows.append(
                RawRow(
                    practice=practice,
                    unit=Cell(unit.strip(), place._replace(cell=toml_key(unit))),
                    item=Cell(item.strip(), key),
                    answers=(first, second),
                    evidence=evidence,
                    note=note.text,
                )
            )
    return rows, problems


def _units(place: Place, tables: object) -> tuple[tuple[tuple[Cell, Cell], ...], list[Problem]]:
    units, problems = [], []
    for number, table in enumerate(tables if isinstance(tables, list) else [tables], start=1):
        at = place._replace(cell=str(number))
        if isinstance(table, dict):
            name, group = (_cell(place, table, key, str(number)) for key in _UNIT_KEYS)
            units.append((name, group))
        else:
            problems.append(_no_table(at))
    return tuple(units), problems


def _entries(table: object) -> list[tuple[str, Any]]:
    return list(table.items()) if isinstance(table, dict) else [("", table)]


def _no_table(place: Place) -> Problem:
    return place.fault("harus berupa tabel. Lihat susunan pada formulir kosong.")


def _cell(place: Place, table: Mapping[str, object], key: str, *above: str) -> Cell:
    value = table.get(key)
    text = str(value) if isinstance(value, (dict, list)) else (cell_text(value) or "")
    return Cell(text.strip(), place._replace(cell=toml_key(*above, key)))
