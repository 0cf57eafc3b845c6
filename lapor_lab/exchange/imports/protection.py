"""What leaves an import: no identifier, no confidential text, no personal data in clear."""

import re
import secrets
from collections import Counter
from dataclasses import replace
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.personal_columns import personal_kind
from lapor_lab.privacy import find_personal, hash_identifiers, mask_text, mask_texts
from lapor_lab.schema import CASES, SYNTHETIC_PREFIX, ComplaintLog

__all__ = [
    "CONFIDENTIAL",
    "mark_synthetic",
    "protect_cases",
    "protect_events",
    "protect_groups",
    "protect_offices",
]

_IDENTIFIERS: Final = ("case_id", "reporter_id", "duplicate_of")
_TEXTS: Final = ("title", "text")
# Offices and places may bear a person's name, and stand at an address.
_OFFICES: Final = ("institution", "unit", "province", "regency", "topic", "subtopic")
_KINDS_OF_OFFICES: Final = ("ALAMAT", "DATA SPESIFIK", "NAMA")
# Behind these stands a person, whatever the column: "Bagian Umum, Bapak Contoh".
_PERSON: Final = re.compile(
    r"\b(?:bapak|bpk|pak|ibu|bu|saudara|saudari|sdr|sdri|nama|a\.?n|up)[.:,\s]*$", re.IGNORECASE
)
_DEEDS: Final = ("activity", "role")
CONFIDENTIAL: Final = "RAHASIA"


def mark_synthetic(case_ids: pd.Series, *, all_synthetic: bool) -> pd.Series:
    """Give made-up cases the sign by which every copy of them is known.

    Parameters
    ----------
    case_ids : Series of str of shape (n,)
        Identifiers as the file has them.
    all_synthetic : bool
        Whether the file says of itself that it is made up.

    Returns
    -------
    Series of str of shape (n,)
        ``SIM-`` before identifiers of digits that begin with 0, and before all of them
        where the file says so: real Tracking IDs never begin with 0.

    Examples
    --------
    >>> mark_synthetic(pd.Series(["01234567", "9165816"]), all_synthetic=False).tolist()
    ['SIM-01234567', '9165816']
    """
    is_marked = case_ids.str.startswith(SYNTHETIC_PREFIX)
    is_made_up = case_ids.str.fullmatch(r"0\d+") | all_synthetic
    return case_ids.mask(is_made_up & ~is_marked, SYNTHETIC_PREFIX + case_ids)


def protect_cases(cases: pd.DataFrame, key: bytes) -> tuple[pd.DataFrame, Counter[str]]:
    """Hash identifiers, withhold confidential texts, mask what is left in clear.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases as they were read.
    key : bytes
        The project's key.

    Returns
    -------
    cases : DataFrame of shape (n_cases, n_columns)
        A new frame.
    masked : Counter of str
        How often what kind was masked, and under ``"RAHASIA"`` the texts withheld.
    """
    masked: Counter[str] = Counter()
    changed: dict[str, pd.Series] = {}
    is_confidential = pd.Series(data=False, index=cases.index)
    if "is_confidential" in cases:
        is_confidential = cases["is_confidential"].fillna(value=False).astype(bool)
    for column in CASES:
        name = column.name
        if column.kind != "text" or name not in cases:
            continue
        if name in _IDENTIFIERS:
            changed[name] = hash_identifiers(cases[name], key)
        elif name in _TEXTS:
            masked[CONFIDENTIAL] += int((is_confidential & cases[name].notna()).sum())
            changed[name], found = mask_texts(cases[name].mask(is_confidential))
            masked.update(found)
        else:
            changed[name] = _mask_values(cases[name], keeps_names=name in _OFFICES)
    known = {column.name for column in CASES}
    others = [str(name) for name in cases.columns if name not in known]
    changed |= {name: _mask_others(cases[name]) for name in others}
    kept = cases.assign(**changed)
    return kept.drop(columns=[name for name in others if personal_kind(name)]), +masked


def protect_events(events: pd.DataFrame, key: bytes) -> pd.DataFrame:
    """Hash the identifiers of cases and of who acted, mask the names of what was done.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        Events as they were read.
    key : bytes
        The project's key.

    Returns
    -------
    DataFrame of shape (n_events, n_columns)
        A new frame.
    """
    hashed = [name for name in ("case_id", "resource") if name in events]
    changed = {name: hash_identifiers(events[name], key) for name in hashed}
    changed |= {n: _mask_values(events[n], keeps_names=False) for n in _DEEDS if n in events}
    if "unit" in events:
        changed["unit"] = _mask_values(events["unit"], keeps_names=True)
    return events.assign(**changed)


def protect_groups(log: ComplaintLog, by: str) -> ComplaintLog:
    """Let the names of groups tell no person, where a log was read as it stands.

    Parameters
    ----------
    log : ComplaintLog
        A log that no import has protected.
    by : str
        Column of the cases that makes the groups.

    Returns
    -------
    ComplaintLog
        The same groups; of confidential reports no text. The log itself if it has no such
        column of texts.
    """
    if by not in log.cases or not _is_text(log.cases[by]):
        return log
    key = secrets.token_bytes(32)
    if by in _IDENTIFIERS or personal_kind(by):
        cases = log.cases.assign(**{by: hash_identifiers(log.cases[by], key)})
        events = log.events
        if by == "case_id" and events is not None:
            events = events.assign(case_id=hash_identifiers(events["case_id"], key))
        return replace(log, cases=cases, events=events)
    columns = [name for name in (by, "is_confidential") if name in log.cases]
    shown, _ = protect_cases(log.cases[columns], key)
    return replace(log, cases=log.cases.assign(**{by: shown[by]}))


def protect_offices(names: pd.Series) -> pd.Series:
    """Mask persons and their numbers in names of offices.

    Parameters
    ----------
    names : Series of str of shape (n,)
        Names of institutions or units.

    Returns
    -------
    Series of str of shape (n,)
        The same but for what is a person's: an office keeps the name that it bears.

    Examples
    --------
    >>> protect_offices(pd.Series(["RSUD dr. Contoh", "Bapak Suharti 0812-0000-1234"])).tolist()
    ['RSUD dr. Contoh', 'Bapak [NAMA] [TELEPON]']
    """
    return _mask_values(names, keeps_names=True)


def _mask_values(values: pd.Series, *, keeps_names: bool) -> pd.Series:
    """Mask the few distinct values of a column: a cell may have slipped into another's place."""
    masked = {
        value: _mask_value(value, keeps_names=keeps_names) for value in values.dropna().unique()
    }
    changed = {value: shown for value, shown in masked.items() if shown != value}
    return values.replace(changed) if changed else values


def _mask_others(values: pd.Series) -> pd.Series:
    return _mask_values(values, keeps_names=False) if _is_text(values) else values


def _is_text(values: pd.Series) -> bool:
    return pd.api.types.is_object_dtype(values) or pd.api.types.is_string_dtype(values)


def _mask_value(value: str, *, keeps_names: bool) -> str:
    if not keeps_names:
        return mask_text(value)
    # "RSUD dr. Contoh" is an office; beside a number of a person's, a name is that person's.
    shown = value
    spans = find_personal(value)
    is_office = all(span.kind in _KINDS_OF_OFFICES for span in spans)
    for span in reversed(spans):
        is_person = span.kind == "NAMA" and (not is_office or _PERSON.search(value[: span.start]))
        if is_person or span.kind not in _KINDS_OF_OFFICES:
            shown = f"{shown[: span.start]}[{span.kind}]{shown[span.end :]}"
    return shown
