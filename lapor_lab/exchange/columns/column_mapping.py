"""Which column of a file holds what the kit asks for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.schema import CASES, Status

__all__ = ["TARGETS", "ColumnMapping", "DateOrder", "fit_mapping", "plain_name"]

DateOrder = Literal["day first", "month first"]

# Besides the columns of cases: a date and a time that make one moment, and two columns of
# the official export that each say more than one thing.
TARGETS: Final = (
    *(column.name for column in CASES),
    "submitted_date",
    "submitted_time",
    "report_type",
    "institution_account",
)


@dataclass(frozen=True, kw_only=True)
class ColumnMapping:
    """Column of the file by what it holds.

    Parameters
    ----------
    layout : str
        Name of the kind of table, as reports show it.
    columns : mapping of str to str
        Column of the file, spelt as there, by target (one of `TARGETS`).
    date_order : {"day first", "month first"}, default="day first"
        How to read a date like 03/04/2022.
    institution : str, default=""
        For a file of one institution that has no such column.
    statuses : mapping of str to str
        Official status by the file's own word for it.

    Raises
    ------
    ParameterError
        If a target, the order of dates or an official status is not known.

    Examples
    --------
    >>> mapping = ColumnMapping(layout="pemetaan sendiri", institution="Kota Contoh",
    ...                         columns={"case_id": "No", "submitted_at": "Tgl"})
    >>> mapping.missing
    ()
    """

    layout: str
    columns: Mapping[str, str]
    date_order: DateOrder = "day first"
    institution: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for target in self.columns:
            _check("columns", target, TARGETS, "Write a target from the list.")
        _check("date_order", self.date_order, get_args(DateOrder), "Write one of the two.")
        for status in self.statuses.values():
            _check("statuses", status, tuple(Status), "Write an official status.")
        object.__setattr__(self, "columns", dict(self.columns))
        object.__setattr__(self, "statuses", dict(self.statuses))

    @property
    def missing(self) -> tuple[str, ...]:
        """Targets without which no case can be read."""
        has = self.columns.keys()
        missing = []
        if "case_id" not in has:
            missing.append("case_id")
        if not {"submitted_at", "submitted_date"} & has:
            missing.append("submitted_at")
        if not {"institution", "institution_account"} & has and not self.institution:
            missing.append("institution")
        return tuple(missing)


def plain_name(name: str) -> str:
    """Return a column's name as names are compared.

    Parameters
    ----------
    name : str
        As it stands in a file.

    Returns
    -------
    str
        Small letters, every other mark than letters and digits one space.

    Examples
    --------
    >>> plain_name("  Timely_response? ")
    'timely response'
    """
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def fit_mapping(mapping: ColumnMapping, columns: Iterable[str], *, path: str) -> ColumnMapping:
    """Give a mapping the spelling of a file's columns, and refuse it where one is absent.

    Parameters
    ----------
    mapping : ColumnMapping
        For example one that was kept in a file.
    columns : iterable of str
        Columns of the table.
    path : str
        Name of the table's file, for the message.

    Returns
    -------
    ColumnMapping
        The same, its columns spelt as in the table.

    Raises
    ------
    ColumnNotFoundError
        If a column is not in the table, or a target is lacking without which no case can
        be read.
    """
    found = list(columns)
    plain = {plain_name(name): name for name in reversed(found)}
    exact = {name: name for name in found}
    fitted = {
        target: exact.get(name) or plain.get(plain_name(name))
        for target, name in mapping.columns.items()
    }
    missing = [mapping.columns[target] for target, name in fitted.items() if name is None]
    missing += mapping.missing
    if missing:
        raise ColumnNotFoundError(
            "column_missing", path=path, missing=", ".join(missing), found=", ".join(found)
        )
    return replace(mapping, columns={t: name for t, name in fitted.items() if name is not None})


def _check(name: str, value: str, allowed: tuple[str, ...], remedy: str) -> None:
    if value not in allowed:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="one of " + ", ".join(allowed),
            value=value,
            remedy=remedy,
        )
