"""Names of institutions: who is meant at the date, and one spelling for each."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.values.unique_values import Notes, map_unique, tidy
from lapor_lab.schema import Institution, load_register

__all__ = ["InstitutionNames"]

_COUNTRY: Final = (" republik indonesia", " ri")


class InstitutionNames:
    """Give institutions and their units the names that tables show.

    Spellings are remembered, from one call to the next: of names that differ in case and
    spaces alone, the first that was met is shown.
    """

    def __init__(self) -> None:
        register = load_register()
        self._known: dict[str, list[Institution]] = {}
        self._units: dict[str, dict[str, str]] = {}
        for entry in register:
            if entry.parent:
                continue
            for name in (entry.official_name, *entry.aliases):
                same = self._known.setdefault(_plain(name), [])
                if entry not in same:
                    same.append(entry)
            units = {
                plain_name(name): unit.official_name
                for unit in register.children(entry.id)
                for name in (unit.official_name, *unit.aliases)
            }
            if units:
                self._units[entry.short_name] = units
        self._spellings: dict[str, str] = {}

    def spell(self, names: pd.Series) -> pd.Series:
        """Give names that differ in case and spaces alone one spelling.

        Parameters
        ----------
        names : Series of str of shape (n,)
            Names.

        Returns
        -------
        Series of str of shape (n,)
            As the first of each was written, those not in capitals before the others.

        Examples
        --------
        >>> InstitutionNames().spell(pd.Series(["KOTA  CONTOH", "Kota Contoh"])).to_list()
        ['Kota Contoh', 'Kota Contoh']
        """
        # Capitals alone are shown only where nobody writes otherwise.
        for name in sorted(names.dropna().unique(), key=str.isupper):
            self._spell(str(name))
        return map_unique(names, self._spell)

    def institutions(self, names: pd.Series, moments: pd.Series) -> tuple[pd.Series, Notes]:
        """Give institutions of the register their short names.

        Parameters
        ----------
        names : Series of str of shape (n,)
            Names as a file has them.
        moments : Series of datetime64 of shape (n,)
            When each was used.

        Returns
        -------
        names : Series of str of shape (n,)
            The short name of the institution that bore the name then; a name that nobody
            bore then becomes that of the institution that bore it at another time; names
            that the register does not hold stay, in one spelling.
        notes : Counter of tuple of (str, str)
            Rows by name that was not in force.

        Examples
        --------
        >>> names, notes = InstitutionNames().institutions(
        ...     pd.Series(["Kementerian Hukum dan HAM", "Kemenkumham"]),
        ...     pd.Series(pd.to_datetime(["2022-08-15", "2025-05-01"])))
        >>> names.to_list(), notes
        (['Kemenkumham', 'Kemenkumham'], Counter({('name_outside_validity', 'Kemenkumham'): 1}))
        """
        shown = self.spell(names)
        notes: Notes = Counter()
        for written in shown.dropna().unique():
            entries = self._known.get(_plain(written), [])
            if not entries:
                continue
            rows = shown.index[shown == written]
            days = moments[rows].dt.normalize()
            is_open = pd.Series(data=True, index=rows)
            for entry in entries:
                first, last = pd.Timestamp(entry.valid_from), pd.Timestamp(entry.valid_to or _NEVER)
                is_valid = is_open & (days >= first) & (days <= last)
                shown[rows[is_valid]] = entry.short_name
                is_open &= ~is_valid
            if is_open.any():
                shown[rows[is_open]] = entries[0].short_name
                # A row without a date goes to quarantine: nothing is said of its name.
                n = int((is_open & days.notna()).sum())
                if n:
                    notes["name_outside_validity", entries[0].short_name] += n
        return shown, notes

    def units(self, names: pd.Series, institutions: pd.Series) -> pd.Series:
        """Give units their official names where the register holds them.

        Parameters
        ----------
        names : Series of str of shape (n,)
            Names of units as a file has them.
        institutions : Series of str of shape (n,)
            Short names of the institutions that they belong to.

        Returns
        -------
        Series of str of shape (n,)
            Official names, and the others in one spelling.

        Examples
        --------
        >>> InstitutionNames().units(pd.Series(["DITJEN AHU"]), pd.Series(["Kemenkumham"])).item()
        'Direktorat Jenderal Administrasi Hukum Umum'
        """
        shown = self.spell(names)
        for institution, units in self._units.items():
            rows = shown.index[institutions == institution]
            if len(rows):
                shown[rows] = map_unique(shown[rows], partial(_official, units))
        return shown

    def _spell(self, name: str) -> str | None:
        written = tidy(name)
        return self._spellings.setdefault(written.casefold(), written) if written else None


_NEVER: Final = "2262-01-01"


def _official(units: Mapping[str, str], name: str) -> str:
    return units.get(plain_name(name), name)


def _plain(name: str) -> str:
    plain = plain_name(name)
    for ending in _COUNTRY:
        plain = plain.removesuffix(ending)
    return plain
