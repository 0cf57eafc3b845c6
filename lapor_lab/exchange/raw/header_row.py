"""Find the row of a table that names its columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lapor_lab.exchange.raw.raw_table import SURPLUS

__all__ = ["N_ROWS_SEARCHED", "Header", "find_header"]

N_ROWS_SEARCHED: Final = 100
_FIRST_CELL: Final = "tracking id"
_FEWEST_NAMES: Final = 2


@dataclass(frozen=True, kw_only=True)
class Header:
    """Names of columns, and what stands above them.

    Parameters
    ----------
    row : int
        Row of the names.
    columns : tuple of str
        The names, each once.
    preamble : tuple of tuple of str
        Cells of the rows above.
    is_official : bool
        Whether the first name is *Tracking ID*, as in every export of SP4N-LAPOR!.
    """

    row: int
    columns: tuple[str, ...]
    preamble: tuple[tuple[str, ...], ...]
    is_official: bool


def find_header(rows: Iterable[tuple[int, list[str | None]]]) -> Header | None:
    """Find the header among the first rows of a sheet.

    It is the first row that begins with *Tracking ID*, else the first with two cells.

    Parameters
    ----------
    rows : iterable of tuple of (int, list of (str or None))
        Rows that hold something, with their numbers.

    Returns
    -------
    Header or None
        None if no row can be one.

    Examples
    --------
    >>> header = find_header([(1, ["Laporan", None]), (3, ["Tracking_ID", "Isi", "Isi", None])])
    >>> header.row, header.columns, header.preamble
    (3, ('Tracking_ID', 'Isi', 'Isi (2)'), (('Laporan',),))
    """
    known = list(rows)
    official = [place for place, (_, cells) in enumerate(known) if _is_official(cells)]
    wide = [
        place
        for place, (_, cells) in enumerate(known)
        if sum(cell is not None for cell in cells) >= _FEWEST_NAMES
    ]
    if not official and not wide:
        return None
    place = official[0] if official else wide[0]
    row, cells = known[place]
    return Header(
        row=row,
        columns=_names(cells),
        preamble=tuple(tuple(cell for cell in above if cell) for _, above in known[:place]),
        is_official=bool(official),
    )


def _is_official(cells: list[str | None]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return " ".join(first.replace("_", " ").casefold().split()) == _FIRST_CELL


def _names(cells: list[str | None]) -> tuple[str, ...]:
    last = max(position for position, cell in enumerate(cells, start=1) if cell)
    plain = [
        " ".join(cell.split()) if cell else f"(kolom {position})"
        for position, cell in enumerate(cells[:last], start=1)
    ]
    taken = {*plain, SURPLUS}
    seen = Counter({SURPLUS: 1})
    names = []
    for name in plain:
        seen[name] += 1
        unique = name
        while seen[name] > 1 and unique in taken:
            unique = f"{name} ({seen[name]})"
            seen[name] += unique in taken
        taken.add(unique)
        names.append(unique)
    return tuple(names)
