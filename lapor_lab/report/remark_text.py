"""Remarks on an import as sentences, and what to do about each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.report.foreign_text import fit_name
from lapor_lab.schema import format_count, format_date, format_share, label

__all__ = ["RemarkGroup", "group_remarks", "remark_sentence", "remark_values"]

# Names of the user's own files are shown as they are, so that they are known again.
_AS_IS = frozenset({"file", "zone"})


@dataclass(frozen=True, kw_only=True)
class RemarkGroup:
    """Remarks of one kind.

    Parameters
    ----------
    code : str
        What is remarked.
    sentences : tuple of str
        One a remark.
    action : str
        What to do.
    """

    code: str
    sentences: tuple[str, ...]
    action: str


def remark_sentence(remark: Remark) -> str:
    """Write a remark as a sentence.

    Parameters
    ----------
    remark : Remark
        What was noticed.

    Returns
    -------
    str
        Indonesian, numbers and dates as a reader writes them.

    Examples
    --------
    >>> remark_sentence(Remark(code="duplicates", values={"n": 1200}))
    '1.200 baris memuat nomor laporan yang sudah ada.'
    """
    values = {name: _written(name, value) for name, value in remark.values.items()}  # noqa: PD011
    return label(f"remark.{remark.code}", **values)


def remark_values(remark: Remark) -> dict[str, Any]:
    """Return a remark's values as JSON can hold them.

    Parameters
    ----------
    remark : Remark
        What was noticed.

    Returns
    -------
    dict
        Dates in ISO 8601, names masked.
    """
    return {
        name: value.isoformat() if isinstance(value, date) else _as_name(name, value)
        for name, value in remark.values.items()  # noqa: PD011 (no frame)
    }


def group_remarks(remarks: Iterable[Remark]) -> list[RemarkGroup]:
    """Gather remarks of one kind, so that eighty files do not say one thing eighty times.

    Parameters
    ----------
    remarks : iterable of Remark
        What was noticed.

    Returns
    -------
    list of RemarkGroup
        In the order in which each kind comes first.
    """
    by_code: dict[str, list[str]] = {}
    for remark in remarks:
        by_code.setdefault(remark.code, []).append(remark_sentence(remark))
    return [
        RemarkGroup(code=code, sentences=tuple(sentences), action=label(f"remark.{code}.action"))
        for code, sentences in by_code.items()
    ]


def _written(name: str, value: Any) -> str:
    if isinstance(value, date):
        return format_date(value)
    if name in ("date", "first", "last"):
        return format_date(pd.Timestamp(value))
    if name == "share":
        return format_share(value)
    if name == "n" or name.startswith("n_"):
        return format_count(value)
    return str(_as_name(name, value))


def _as_name(name: str, value: Any) -> Any:
    return fit_name(value) if isinstance(value, str) and name not in _AS_IS else value
