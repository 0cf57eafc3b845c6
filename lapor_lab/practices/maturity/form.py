"""A filled-in form, understood: answers of two raters, and what was wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from lapor_lab.practices.maturity.evidence_item import Answer
from lapor_lab.practices.maturity.place import Place, Problem

__all__ = [
    "INHERITED_GROUP",
    "INSTITUTION_GROUP",
    "OWN_GROUP",
    "ItemAnswer",
    "LevelClaim",
    "ListedUnit",
    "MaturityForm",
    "tabulate_problems",
]

INSTITUTION_GROUP: Final = "instansi"
INHERITED_GROUP: Final = "unit hasil penggabungan"
OWN_GROUP: Final = "unit lama"


@dataclass(frozen=True, kw_only=True)
class ListedUnit:
    """A unit that the form is about.

    Parameters
    ----------
    name : str
        Its name.
    group : str
        Such as "unit lama" or "unit hasil penggabungan".
    place : Place
        Where the form names it.
    """

    name: str
    group: str
    place: Place


@dataclass(frozen=True, kw_only=True)
class ItemAnswer:
    """What the two raters found about one item in one unit.

    Parameters
    ----------
    practice, unit, item : str
        Id of the practice, name of the unit ("Seluruh instansi" for the whole), id of the item.
    answers : tuple of (bool, date, float or None)
        Of rater 1 and 2; None where there is none, or none that can be understood.
    evidence : str
        Name or number of what shows it; empty for none.
    note : str
        Anything else.
    places : tuple of Place
        Of the two answers.
    evidence_place : Place
        Of the evidence.
    """

    practice: str
    unit: str
    item: str
    answers: tuple[Answer | None, Answer | None]
    evidence: str
    note: str
    places: tuple[Place, Place]
    evidence_place: Place


@dataclass(frozen=True, kw_only=True)
class LevelClaim:
    """The level that the two raters hold right for one practice of one unit.

    Parameters
    ----------
    practice, unit : str
        Of what.
    levels : tuple of (int or None)
        Of rater 1 and 2, 0 to 4.
    places : tuple of Place
        Where they stand.
    """

    practice: str
    unit: str
    levels: tuple[int | None, int | None]
    places: tuple[Place, Place]


@dataclass(frozen=True, kw_only=True)
class MaturityForm:
    """A form that was read.

    Parameters
    ----------
    file : str
        Name of the file.
    institution : str
        Whom it is about; empty if it does not say.
    assessed_on : date or None
        Day of assessment.
    raters : tuple of str
        Of whom the answers are; the second is empty where only one rated.
    n_units : int or None
        How many units the institution has, listed or not.
    units : mapping of str to ListedUnit
        Units that are assessed, by name.
    answers : tuple of ItemAnswer
        What was answered.
    claims : tuple of LevelClaim
        Levels that the raters hold right.
    is_example : bool
        Whether it is an invented example.
    problems : DataFrame of shape (n_problems, 3)
        `sheet`, `cell`, `problem`.
    """

    file: str
    institution: str
    assessed_on: date | None
    raters: tuple[str, str]
    n_units: int | None
    units: Mapping[str, ListedUnit]
    answers: tuple[ItemAnswer, ...]
    claims: tuple[LevelClaim, ...]
    is_example: bool
    problems: pd.DataFrame

    @property
    def rater_numbers(self) -> tuple[int, ...]:
        """Positions of the raters who gave an answer or a level: 0, 1 or both."""
        given = [a.answers for a in self.answers] + [c.levels for c in self.claims]
        return tuple(rater for rater in (0, 1) if any(pair[rater] is not None for pair in given))

    def group_of(self, unit: str) -> str:
        """Return the group of a unit.

        Parameters
        ----------
        unit : str
            One that the form lists, or "Seluruh instansi".

        Returns
        -------
        str
            Its group; "instansi" for the whole.
        """
        return self.units[unit].group if unit in self.units else INSTITUTION_GROUP


def tabulate_problems(problems: list[Problem]) -> pd.DataFrame:
    """Return faults as a table, each once.

    Parameters
    ----------
    problems : list of Problem
        Faults.

    Returns
    -------
    DataFrame of shape (n_problems, 3)
        `sheet`, `cell`, `problem`.
    """
    return pd.DataFrame(list(dict.fromkeys(problems)), columns=list(Problem._fields), dtype=str)
