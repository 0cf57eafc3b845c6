"""Activities that supply what is missing, read from package data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lapor_lab.errors import ParameterError
from lapor_lab.practices.size import check_reason

__all__ = ["Activity", "load_activities"]


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What an institution does so that items of evidence are met; texts are Indonesian.

    Parameters
    ----------
    id : str
        Identifier.
    practice : str
        Identifier of the practice it belongs to.
    items : tuple of str
        Items of evidence that it supplies, at least one.
    activity, output, indicator : str
        What is done, what comes of it, and how that is told.
    responsible : str
        A role, never a name.
    evidence : str
        What shows it (*data dukung*).
    q1, q2, q3, q4 : str
        What is there at the end of each quarter.
    hours, hours_per_unit : float
        Hours of work at the centre, and for each unit that lacks an item; at least 0.
    reason : str
        Why this much: a source or an assumption.

    Raises
    ------
    ParameterError
        If there is no item, no hour or no reason.
    """

    id: str
    practice: str
    items: tuple[str, ...]
    activity: str
    output: str
    indicator: str
    responsible: str
    evidence: str
    q1: str
    q2: str
    q3: str
    q4: str
    hours: float
    hours_per_unit: float
    reason: str

    def __post_init__(self) -> None:
        check_reason(self.reason)
        if not self.items:
            raise ParameterError(
                "parameter_range",
                name="items",
                allowed="at least one item of evidence",
                value=self.items,
                remedy="Name what the activity supplies.",
            )
        if min(self.hours, self.hours_per_unit) < 0 or self.hours + self.hours_per_unit == 0:
            raise ParameterError(
                "parameter_range",
                name="hours",
                allowed="at least 0, and above 0 in all",
                value=(self.hours, self.hours_per_unit),
                remedy="Every activity takes time.",
            )

    def hours_for(self, n_units: float) -> float:
        """Return the hours that the activity takes.

        Parameters
        ----------
        n_units : float
            Units that it reaches.

        Returns
        -------
        float
            Hours of work.

        Examples
        --------
        >>> load_activities()[2].id, load_activities()[2].hours_for(30)
        ('tunjuk-penghubung', 68)
        """
        return self.hours + self.hours_per_unit * n_units


@cache
def load_activities() -> tuple[Activity, ...]:
    """Return the catalogue of activities.

    Returns
    -------
    tuple of Activity
        By practice; each item of evidence is supplied by exactly one of them.

    Examples
    --------
    >>> [each.id for each in load_activities() if each.practice == "legalitas"][:3]
    ['sk-tim', 'sk-penghubung', 'surat-edaran']
    """
    source = files("lapor_lab.practices.planning") / "data" / "activities.toml"
    tables = tomllib.loads(source.read_text("utf-8"))["activity"]
    return tuple(Activity(**{**table, "items": tuple(table["items"])}) for table in tables)
