"""The institution register: who is meant by a name, at a date."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from lapor_lab.errors import UnknownNameError

__all__ = ["Institution", "Register", "load_register"]


@dataclass(frozen=True, kw_only=True)
class Institution:
    """One institution or unit while it bears one name.

    Parameters
    ----------
    id : str
        Stable identifier.
    official_name : str
        Name in full.
    aliases : tuple of str
        Other names by which it is known.
    parent : str
        Identifier of what it belongs to; empty for a ministry.
    kind : str
        Level, such as ``"kementerian"`` or ``"unit utama"``.
    region : str
        Province or regency; empty for a national one.
    valid_from : date
        First day of the name.
    valid_to : date or None
        Last day of the name; None while it is in force.
    successor : tuple of str
        Identifiers of what it became.
    source : str
        Where this is read, or that it is not verified.
    """

    id: str
    official_name: str
    aliases: tuple[str, ...]
    parent: str
    kind: str
    region: str
    valid_from: date
    valid_to: date | None
    successor: tuple[str, ...]
    source: str

    @property
    def short_name(self) -> str:
        """The name that tables show: the first alias, else the official name."""
        return self.aliases[0] if self.aliases else self.official_name

    def is_valid_on(self, day: date) -> bool:
        """Whether the name was in force on a day.

        Parameters
        ----------
        day : date
            A day.

        Returns
        -------
        bool
            True from `valid_from` to `valid_to`, both included.
        """
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Register:
    """All institutions that the kit knows by name.

    Parameters
    ----------
    entries : tuple of Institution
        In the order of the file.
    """

    entries: tuple[Institution, ...]

    def __iter__(self) -> Iterator[Institution]:
        return iter(self.entries)

    def children(self, parent: str) -> tuple[Institution, ...]:
        """Return the units right below an institution.

        Parameters
        ----------
        parent : str
            Identifier.

        Returns
        -------
        tuple of Institution
            Its units, in the order of the file.

        Examples
        --------
        >>> len(load_register().children("kemenkumham"))
        11
        """
        return tuple(e for e in self.entries if e.parent == parent)

    def find(self, name: str, day: date) -> Institution:
        """Return the institution that bore a name on a day.

        Parameters
        ----------
        name : str
            Identifier, official name or alias, in any case.
        day : date
            The day that the name was used.

        Returns
        -------
        Institution
            The first entry of that name in force on that day.

        Raises
        ------
        UnknownNameError
            If none bore it on that day.

        Examples
        --------
        >>> load_register().find("Kemenkumham", date(2022, 8, 15)).id
        'kemenkumham'
        """
        wanted = name.strip().casefold()
        for entry in self.entries:
            names = (entry.id, entry.official_name, *entry.aliases)
            if entry.is_valid_on(day) and wanted in map(str.casefold, names):
                return entry
        raise UnknownNameError(
            "unknown_name",
            kind="institution",
            value=name,
            allowed=", ".join(e.short_name for e in self.entries if not e.parent),
        )


@cache
def load_register() -> Register:
    """Load the register that ships with the kit.

    Returns
    -------
    Register
        Ministries of the case study, their successors, and their units of echelon I.

    Examples
    --------
    >>> [load_register().find(s, date(2025, 5, 1)).short_name for s in
    ...  load_register().find("kemenkumham", date(2022, 8, 15)).successor]
    ['Kemenkum', 'KemenHAM', 'Kemenimipas']
    """
    source = files("lapor_lab.schema") / "data" / "institutions.csv"
    with source.open(encoding="utf-8") as stream:
        return Register(tuple(_entry(row) for row in csv.DictReader(stream)))


def _entry(row: dict[str, str]) -> Institution:
    return Institution(
        id=row["id"],
        official_name=row["official_name"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        parent=row["parent"],
        kind=row["kind"],
        region=row["region"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        successor=tuple(filter(None, row["successor"].split("|"))),
        source=row["source"],
    )
