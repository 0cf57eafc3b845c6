"""What the cells of a column look like, whatever its name."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Final, Literal

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.schema import CASES, Status

__all__ = ["ColumnContent", "OrderEvidence", "date_order_evidence", "describe_column", "status_of"]

OrderEvidence = Literal["day first", "month first", "both", "ambiguous", "none"]

_NUMERIC_DATE: Final = r"^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?:[ T,].*)?$"
_DATE: Final = (
    r"^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T].*)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?:[ T,].*)?"
    r"|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}(?:[ ,].*)?"
    r"|[A-Za-z]{3,9} \d{1,2},? \d{4}(?:[ ,].*)?)$"
)
_CLOCK: Final = r"^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm])?(?: ?WI[BT]A?)?$"
_CLOCK_IN_DATE: Final = r"\d{1,2}:\d{2}"
_WHOLE: Final = r"^\d+(?:\.0+)?$"
# A column of these is unique in each row, too, and must never be taken for the case's number.
_PERSONAL: Final = r"^\d{16}$|^(?:\+?62|0)[ -]?8[\d -]{7,14}$|@"
_FLAGS: Final = frozenset({"true", "false", "ya", "tidak", "yes", "no", "y", "n", "1", "0"})
_MANY: Final = 0.9
_NEARLY_ALL: Final = 0.95
_LONG: Final = 40
_LONGEST_NAME: Final = 90
_LONGEST_ID: Final = 40
_FEW: Final = 20
_BEST_RATING: Final = 5
_MONTHS: Final = 12
_KINDS: Final = {column.name: column.kind for column in CASES}
_GROUPS: Final = frozenset(
    {"institution", "unit", "unit_level", "province", "regency", "channel", "report_class"}
    | {"topic", "status", "closed_by", "archive_reason"}
)


@dataclass(frozen=True, kw_only=True)
class ColumnContent:
    """Shares of a column's filled cells; nothing of the cells themselves.

    Parameters
    ----------
    n : int
        Rows looked at.
    n_filled, n_distinct : int
        Cells that hold something, and different ones among them.
    date_share, clock_share, moment_share : float
        Cells that are a date, a clock time alone, or a date with a clock time.
    whole_share, flag_share, status_share, personal_share : float
        Cells that are a whole number, a yes or no, a known status, or look like a number
        of identity, a phone number or an e-mail address.
    mean_length : float
        Characters per filled cell.
    highest : float
        Largest of the whole numbers; missing if there is none.
    """

    n: int
    n_filled: int
    n_distinct: int
    date_share: float
    clock_share: float
    moment_share: float
    whole_share: float
    flag_share: float
    status_share: float
    personal_share: float
    mean_length: float
    highest: float

    @property
    def is_date(self) -> bool:
        """Whether nearly all cells are dates."""
        return self.date_share >= _MANY

    @property
    def is_identifier(self) -> bool:
        """Whether the cells could be the numbers of cases: filled, unique, short."""
        return (
            self.n_filled >= _NEARLY_ALL * self.n
            and self.n_distinct >= _NEARLY_ALL * self.n_filled
            and self.mean_length <= _LONGEST_ID
            and self.personal_share < 1 - _MANY
            and not self.is_date
        )

    @property
    def is_group(self) -> bool:
        """Whether the cells are few texts that repeat."""
        return (
            self.n_distinct <= max(_FEW, self.n_filled / 2)
            and self.mean_length <= _LONGEST_NAME
            and not self.is_date
            and self.clock_share < _MANY
        )

    def fits(self, target: str) -> bool | None:
        """Say whether the cells can be what a target asks for.

        Parameters
        ----------
        target : str
            One of the targets of a mapping.

        Returns
        -------
        bool or None
            None if the cells say nothing about it.
        """
        if not self.n_filled:
            return None
        checks = {
            "time": self.is_date,
            "flag": self.flag_share >= _MANY,
            "count": self.whole_share >= _MANY,
        }
        own = {
            "case_id": self.is_identifier,
            "submitted_date": self.is_date,
            "submitted_time": self.clock_share >= _MANY,
            "rating": self.whole_share >= _MANY and self.highest <= _BEST_RATING,
        }
        if target in own:
            return own[target]
        if target in _GROUPS:
            return self.is_group
        if target == "text" and self.mean_length >= _LONG:
            return True
        return checks.get(_KINDS.get(target, "text"))


def describe_column(values: pd.Series) -> ColumnContent:
    """Look at the cells of a column.

    Parameters
    ----------
    values : Series of str of shape (n_rows,)
        Texts, empty cells missing.

    Returns
    -------
    ColumnContent
        Its shares; 0 where no cell is filled.

    Examples
    --------
    >>> describe_column(pd.Series(["2022-08-15", "16/08/2022", None])).is_date
    True
    """
    filled = values.dropna().astype(str)
    counts = filled.value_counts()
    texts = pd.Series(counts.index.astype(str), dtype=object)
    weights = counts.to_numpy(dtype=float)
    whole = texts.str.contains(_WHOLE, regex=True)
    shares = {
        "date_share": texts.str.contains(_DATE, regex=True),
        "clock_share": texts.str.contains(_CLOCK, regex=True),
        "moment_share": texts.str.contains(_CLOCK_IN_DATE, regex=True)
        & texts.str.contains(_DATE, regex=True),
        "whole_share": whole,
        "flag_share": texts.str.lower().isin(_FLAGS),
        "status_share": texts.map(lambda text: bool(status_of(text))),
        "personal_share": texts.str.contains(_PERSONAL, regex=True),
    }
    total = max(float(weights.sum()), 1.0)
    numbers = pd.to_numeric(texts[whole.astype(bool)], errors="coerce")
    return ColumnContent(
        n=len(values),
        n_filled=len(filled),
        n_distinct=len(counts),
        mean_length=float((texts.str.len().to_numpy(dtype=float) * weights).sum() / total),
        highest=float(numbers.max()) if len(numbers) else float("nan"),
        **{
            name: float(weights[hit.to_numpy(dtype=bool)].sum() / total)
            for name, hit in shares.items()
        },
    )


def status_of(text: str) -> str:
    """Return the official status that a word means.

    Parameters
    ----------
    text : str
        A cell.

    Returns
    -------
    str
        An official status; empty if the word is not known or can be read in several ways.

    Examples
    --------
    >>> status_of("closed")
    'Selesai'
    """
    return _status_words().get(plain_name(text), "")


def date_order_evidence(values: pd.Series) -> OrderEvidence:
    """Say what the cells prove about the order of day and month.

    A first part above 12 can only be a day, a second part above 12 likewise.

    Parameters
    ----------
    values : Series of str of shape (n_rows,)
        Dates as text.

    Returns
    -------
    {"day first", "month first", "both", "ambiguous", "none"}
        "both" where cells contradict each other, "ambiguous" where no cell decides, "none"
        where no cell needs to be decided.

    Examples
    --------
    >>> date_order_evidence(pd.Series(["03/04/2022", "08/15/2022"]))
    'month first'
    """
    parts = values.dropna().astype(str).drop_duplicates().str.extract(_NUMERIC_DATE).dropna()
    if parts.empty:
        return "none"
    is_day_first = bool((parts[0].astype(int) > _MONTHS).any())
    is_month_first = bool((parts[1].astype(int) > _MONTHS).any())
    if is_day_first and is_month_first:
        return "both"
    if is_day_first:
        return "day first"
    return "month first" if is_month_first else "ambiguous"


@cache
def _status_words() -> dict[str, str]:
    source = files("lapor_lab.exchange.columns") / "data" / "status_words.toml"
    table: dict[str, list[str]] = loads(source.read_text(encoding="utf-8"))
    words = {plain_name(word): status for status, found in table.items() for word in found}
    return words | {plain_name(status): str(status) for status in Status}
