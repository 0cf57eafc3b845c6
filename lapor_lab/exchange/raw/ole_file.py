"""Look into an OLE compound file, the box around an .xls workbook.

Layout: [MS-CFB], Compound File Binary File Format.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["OleFile", "read_ole"]

_FREE: Final = 0xFFFF_FFFA  # from here on: end of chain, free, or a sector of the table itself
_ENTRY: Final = 128
_N_FIRST: Final = 109
_SECTOR_SHIFTS: Final = (9, 12)
_ROOT: Final = 5


@dataclass(frozen=True, kw_only=True)
class OleFile:
    """Names and streams of a compound file.

    Parameters
    ----------
    names : frozenset of str
        Names of its storages and streams.
    workbook : bytes
        The stream named Workbook or Book; empty if there is none.
    """

    names: frozenset[str]
    workbook: bytes


def read_ole(path: Path) -> OleFile:
    """Read names and workbook of a compound file.

    Parameters
    ----------
    path : Path
        The file; all of it is read.

    Returns
    -------
    OleFile
        What it holds.

    Raises
    ------
    EOFError
        If it is broken or cut off.
    """
    content = path.read_bytes()
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in _SECTOR_SHIFTS:
        raise EOFError
    sectors = _Sectors(content, 1 << shift)
    first_entry, cutoff, mini_table = struct.unpack_from("<L4xLL", content, 48)
    entries = sectors.chain(first_entry)
    names, root, place = [], (0, 0), (0, 0)
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        n_bytes, kind = struct.unpack_from("<HB", entries, at + 64)
        start, size = struct.unpack_from("<LL", entries, at + 116)
        name = entries[at : at + max(0, min(n_bytes, 64) - 2)].decode("utf-16-le", "replace")
        names.append(name)
        if kind == _ROOT:
            root = (start, size)
        elif name in ("Workbook", "Book"):
            place = (start, size)
    start, size = place
    if size >= cutoff:
        stream = sectors.chain(start)
    elif size:
        table = sectors.chain(mini_table)
        chain = struct.unpack(f"<{len(table) // 4}L", table)
        stream = _follow(sectors.chain(root[0]), chain, start, 64)
    else:
        stream = b""
    if len(stream) < size:
        raise EOFError
    return OleFile(names=frozenset(names), workbook=stream[:size])


class _Sectors:
    """The sectors of a compound file and the table that chains them."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content = content[size:]
        self._size = size
        n_tables, next_list = struct.unpack_from("<L20xL", content, 44)
        places = list(struct.unpack_from(f"<{_N_FIRST}L", content, 76))
        while next_list < _FREE and len(places) < n_tables:
            more = struct.unpack(f"<{size // 4}L", self._sector(next_list))
            places += more[:-1]
            next_list = more[-1]
        table = b"".join(self._sector(place) for place in places[:n_tables] if place < _FREE)
        self._table = struct.unpack(f"<{len(table) // 4}L", table)

    def chain(self, start: int) -> bytes:
        """Join the sectors from one to the end of its chain."""
        return _follow(self._content, self._table, start, self._size)

    def _sector(self, number: int) -> bytes:
        sector = self._content[number * self._size : (number + 1) * self._size]
        if len(sector) < self._size:
            raise EOFError
        return sector


def _follow(content: bytes, table: tuple[int, ...], start: int, size: int) -> bytes:
    pieces: list[bytes] = []
    while start < _FREE:
        # A chain that is longer than its table bites its own tail.
        if start >= len(table) or len(pieces) > len(table):
            raise EOFError
        pieces.append(content[start * size : (start + 1) * size])
        start = table[start]
    return b"".join(pieces)
