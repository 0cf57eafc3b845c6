"""Columns of the tables that rooms hand to each other, and the check at their doors."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from lapor_lab.errors import ColumnNotFoundError

__all__ = [
    "CASES",
    "ESTIMATES",
    "EVENTS",
    "PARAMETERS",
    "TRUTH",
    "Column",
    "conform",
    "require_columns",
]

Kind = Literal["text", "time", "count", "number", "flag"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Identifier.
    kind : {"text", "time", "count", "number", "flag"}
        What it holds; `time` is naive local time of the institution's zone.
    is_required : bool, default=False
        Whether a table without it is refused.
    """

    name: str
    kind: Kind
    is_required: bool = False


CASES: Final = (
    Column("case_id", "text", is_required=True),
    Column("submitted_at", "time", is_required=True),
    Column("institution", "text", is_required=True),
    Column("unit", "text"),
    Column("unit_level", "text"),
    Column("province", "text"),
    Column("regency", "text"),
    Column("channel", "text"),
    Column("report_class", "text"),
    Column("topic", "text"),
    Column("subtopic", "text"),
    Column("title", "text"),
    Column("text", "text"),
    Column("reporter_id", "text"),
    Column("is_anonymous", "flag"),
    Column("is_confidential", "flag"),
    Column("status", "text"),
    Column("archive_reason", "text"),
    Column("verified_at", "time"),
    Column("responded_at", "time"),
    Column("completed_at", "time"),
    Column("closed_at", "time"),
    Column("deadline_at", "time"),
    Column("closed_by", "text"),
    Column("n_transfers", "count"),
    Column("n_reopens", "count"),
    Column("rating", "count"),
    Column("duplicate_of", "text"),
    Column("is_setwapres", "flag"),
    Column("observed_at", "time"),
    Column("responded_earliest_at", "time"),
    Column("responded_latest_at", "time"),
    Column("closed_earliest_at", "time"),
    Column("closed_latest_at", "time"),
)

EVENTS: Final = (
    Column("case_id", "text", is_required=True),
    Column("activity", "text", is_required=True),
    Column("enabled_at", "time"),
    Column("started_at", "time"),
    Column("timestamp", "time", is_required=True),
    Column("resource", "text"),
    Column("role", "text"),
    Column("unit", "text"),
)

# What a synthetic log knows of itself; a real one has none.
TRUTH: Final = (
    Column("case_id", "text", is_required=True),
    Column("true_topic", "text", is_required=True),
    Column("observed_topic", "text", is_required=True),
    Column("template_family", "text", is_required=True),
    Column("true_unit", "text", is_required=True),
    Column("true_subtopic", "text"),
    Column("duplicate_kind", "text"),
    Column("personal_data", "text"),
    Column("is_reserved", "flag"),
)

# What a maker took for an institution: the value as text, and where it comes from.
PARAMETERS: Final = (
    Column("institution", "text", is_required=True),
    Column("parameter", "text", is_required=True),
    Column("value", "text", is_required=True),
    Column("source", "text", is_required=True),
)

# Where availability is "hanya batas", `estimate` is missing, and `lower` and `upper` are the ends
# between which the share of these very cases lies. They are no confidence interval and carry no
# sampling error. Then `numerator` counts the cases surely in time and `denominator` those surely in
# time, surely late and undetermined, which are round((upper - lower) * denominator) cases.
ESTIMATES: Final = (
    Column("institution", "text", is_required=True),
    Column("measure", "text", is_required=True),
    Column("numerator", "number", is_required=True),
    Column("denominator", "number", is_required=True),
    Column("estimate", "number", is_required=True),
    Column("lower", "number", is_required=True),
    Column("upper", "number", is_required=True),
    Column("n_unknown", "count", is_required=True),
    Column("availability", "text", is_required=True),
)

_DTYPES: Final = {"time": "datetime64[us]", "count": "Int64", "flag": "boolean"}


def require_columns(columns: Iterable[str], table: tuple[Column, ...], *, path: str) -> None:
    """Refuse a table that lacks a required column.

    Parameters
    ----------
    columns : iterable of str
        The columns that the table has.
    table : tuple of Column
        The table that it should be.
    path : str
        Name of the source, for the message.

    Raises
    ------
    ColumnNotFoundError
        If a required column is absent.

    Examples
    --------
    >>> require_columns(["case_id"], EVENTS, path="a.csv")
    Traceback (most recent call last):
        ...
    lapor_lab.errors.ColumnNotFoundError: a.csv: column(s) activity, timestamp not found; \
it has case_id. Rename yours or name another.
    """
    found = list(columns)
    missing = [c.name for c in table if c.is_required and c.name not in found]
    if missing:
        raise ColumnNotFoundError(
            "column_missing", path=path, missing=", ".join(missing), found=", ".join(found)
        )


def conform(frame: pd.DataFrame, table: tuple[Column, ...], *, path: str = "table") -> pd.DataFrame:
    """Give a frame the column order and the types of a table.

    Columns that the table does not know stay, behind the others, as they are.

    Parameters
    ----------
    frame : DataFrame of shape (n_rows, n_columns)
        Values that can already be read as their column's kind.
    table : tuple of Column
        The table that it should be.
    path : str, default="table"
        Name of the source, for the message.

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        A new frame with a fresh index.

    Raises
    ------
    ColumnNotFoundError
        If a required column is absent.
    """
    require_columns(frame.columns, table, path=path)
    known = [c for c in table if c.name in frame.columns]
    names = [c.name for c in known]
    ordered = frame[names + [c for c in frame.columns if c not in names]].reset_index(drop=True)
    types = {c.name: _DTYPES[c.kind] for c in known if c.kind in _DTYPES}
    texts = {c.name: _as_text(ordered[c.name]) for c in known if c.kind == "text"}
    return ordered.astype(types).assign(**texts)


def _as_text(values: pd.Series) -> pd.Series:
    # On pandas 2 `astype(str)` would turn a missing value into the word "nan".
    if pd.__version__.startswith("2."):
        return values.astype("string").astype(object)
    return values.astype("str")
