"""Mappings kept as TOML files, for people to read, mend and use again."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.columns.column_mapping import TARGETS, ColumnMapping, DateOrder
from lapor_lab.schema import Status, label

__all__ = ["read_mapping", "write_mapping"]

_OWN_LAYOUT: Final = "pemetaan sendiri"
_KEYS: Final = ("layout", "date_order", "institution", "columns", "status")
_ORDERS: Final[Mapping[str, DateOrder]] = {order: order for order in get_args(DateOrder)}
_HEAD: Final = """\
# Pemetaan kolom untuk `lapor-lab import`. Berkas ini boleh disunting dan dipakai lagi.
# Sebelah kiri tanda = adalah nama tetap; sebelah kanan adalah nama kolom dalam berkas Anda.

# Nama jenis tabel ini, seperti yang akan tampil dalam laporan impor.
layout = {layout}

# Cara membaca tanggal seperti 03/04/2022:
# "day first" = 3 April 2022 (Indonesia); "month first" = 4 Maret 2022 (Amerika Serikat).
date_order = {date_order}

# Isi hanya bila berkas memuat satu instansi dan tidak mempunyai kolom instansi.
institution = {institution}

[columns]
"""
_FREE: Final = "\n# Belum dipetakan. Hapus tanda # dan isi nama kolomnya bila ada.\n"
_STATUS: Final = """
# Kata untuk status dalam berkas Anda = status resmi SP4N-LAPOR!.
# Kata yang tidak tertulis di sini tetap seperti adanya dan dihitung tersendiri.
# Status resmi: {statuses}.
[status]
"""


def write_mapping(mapping: ColumnMapping, path: Path) -> None:
    """Write a mapping with comments that explain each key.

    Parameters
    ----------
    mapping : ColumnMapping
        A mapping.
    path : Path
        Where to; a file that stands there is replaced.

    Raises
    ------
    OutputError
        If the place cannot be written.
    """
    text = _HEAD.format(
        layout=_quote(mapping.layout),
        date_order=_quote(mapping.date_order),
        institution=_quote(mapping.institution),
    )
    for target in TARGETS:
        if target in mapping.columns:
            text += f"# {label(f'target.{target}')}\n{target} = {_quote(mapping.columns[target])}\n"
    text += _FREE
    for target in TARGETS:
        if target not in mapping.columns:
            text += f'# {target} = ""  # {label(f"target.{target}")}\n'
    text += _STATUS.format(statuses="; ".join(Status))
    for word, status in mapping.statuses.items():
        text += f"{_quote(word)} = {_quote(status)}\n"
    with atomic_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def read_mapping(path: Path) -> ColumnMapping:
    """Read a mapping that `write_mapping` or a person wrote.

    Parameters
    ----------
    path : Path
        A TOML file in UTF-8.

    Returns
    -------
    ColumnMapping
        The mapping.

    Raises
    ------
    InputFileError
        If the file cannot be read, has a key that is not known, or holds a value that is
        not allowed.
    """
    raw = _load(path)
    _check_keys(path, "", raw, _KEYS)
    columns = _table(path, raw, "columns")
    statuses = _table(path, raw, "status")
    _check_keys(path, "columns.", columns, TARGETS)
    if not {"columns", "status"} & raw.keys():
        raise InputFileError("mapping_missing", path=path, key="columns")
    for word, status in statuses.items():
        if status not in set(Status):
            raise _wrong(path, f"status.{_bare(word)}", " | ".join(Status), status)
    order = _text(path, raw, "date_order", "day first")
    if order not in _ORDERS:
        raise _wrong(path, "date_order", " | ".join(_ORDERS), order)
    mapping = ColumnMapping(
        layout=_text(path, raw, "layout", _OWN_LAYOUT),
        columns={target: name for target, name in columns.items() if name},
        date_order=_ORDERS[order],
        institution=_text(path, raw, "institution", ""),
        statuses=statuses,
    )
    # A file of statuses alone goes with any layout that is known.
    if mapping.missing and "columns" in raw:
        raise InputFileError("mapping_missing", path=path, key=f"columns.{mapping.missing[0]}")
    return mapping


def _load(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise InputFileError("file_missing", path=path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise InputFileError(
            "file_unreadable", path=path, reason=reason, allowed="TOML (UTF-8)"
        ) from error


def _check_keys(path: Path, place: str, table: Iterable[str], allowed: tuple[str, ...]) -> None:
    for key in table:
        if key not in allowed:
            raise InputFileError(
                "mapping_key", path=path, key=f"{place}{_bare(key)}", allowed=", ".join(allowed)
            )


def _table(path: Path, raw: dict[str, Any], key: str) -> dict[str, str]:
    table = raw.get(key, {})
    if not isinstance(table, dict):
        raise _wrong(path, key, f"[{key}]", table)
    return {name: _text(path, table, name, "", place=f"{key}.") for name in table}


def _text(path: Path, table: dict[str, Any], key: str, default: str, *, place: str = "") -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise _wrong(path, f"{place}{_bare(key)}", '"..."', value)
    return value


def _wrong(path: Path, key: str, allowed: str, value: object) -> InputFileError:
    return InputFileError("mapping_value", path=path, key=key, allowed=allowed, value=value)


def _bare(key: str) -> str:
    """Write a key as TOML does: between quotes only where it must."""
    return key if key.isidentifier() and key.isascii() else _quote(key)


def _quote(text: str) -> str:
    """Write a TOML basic string: JSON's escapes are TOML's, but for the character DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
