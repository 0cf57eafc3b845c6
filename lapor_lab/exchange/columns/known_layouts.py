"""Tables that are known by the names of their columns alone."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from lapor_lab.exchange.columns.column_mapping import ColumnMapping, plain_name
from lapor_lab.schema import CASES

__all__ = ["known_mapping"]

_OWN: Final = "lapor-lab"
_REQUIRED: Final = frozenset(column.name for column in CASES if column.is_required)


def known_mapping(columns: Iterable[str]) -> ColumnMapping | None:
    """Return the mapping of a table whose kind is known.

    Kinds are the kit's own names, request tables of cities (311), complaints of consumers
    (CFPB), service tables, and tables from complaint to first response. The official
    export has a reader of its own.

    Parameters
    ----------
    columns : iterable of str
        Columns of the table.

    Returns
    -------
    ColumnMapping or None
        None if the names are those of no such kind.

    Examples
    --------
    >>> known_mapping(["No Tiket", "Tgl Masuk", "Tgl Selesai", "Unit", "Status"]).layout
    'tabel layanan'
    >>> known_mapping(["Nama", "Umur"]) is None
    True
    """
    plain = {plain_name(name): name for name in reversed(list(columns))}
    own = {c.name: plain[plain_name(c.name)] for c in CASES if plain_name(c.name) in plain}
    if own.keys() >= _REQUIRED:
        return ColumnMapping(layout=_OWN, columns=own)
    for layout in _layouts():
        found = _match(plain, layout["columns"])
        if found.keys() >= set(layout["needs"]) and plain.keys() >= set(layout["also"]):
            return ColumnMapping(
                layout=layout["name"],
                columns=found,
                date_order=layout["date_order"],
                statuses=layout["statuses"],
            )
    return None


def _match(plain: Mapping[str, str], names: Mapping[str, list[str]]) -> dict[str, str]:
    """Give every target the first of its names that is there and not taken yet."""
    found: dict[str, str] = {}
    for target, choices in names.items():
        free = [plain[name] for name in choices if name in plain]
        free = [name for name in free if name not in found.values()]
        if free:
            found[target] = free[0]
    return found


@cache
def _layouts() -> list[dict[str, Any]]:
    source = files("lapor_lab.exchange.columns") / "data" / "table_layouts.toml"
    layouts: list[dict[str, Any]] = tomllib.loads(source.read_text(encoding="utf-8"))["layouts"]
    return layouts
