"""What the documents say of an assessment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.practices import PRACTICES, find_practice
from lapor_lab.report.documents.inputs import Assessment
from lapor_lab.report.documents.official_name import official_name
from lapor_lab.report.documents.sentences import format_level, list_names
from lapor_lab.schema import format_date

__all__ = ["AssessmentFacts", "MissingItem", "find_missing", "level_table", "read_assessment"]

# More names than these are a number.
_MAX_UNITS: Final = 3
_LEGAL: Final = ("legalitas", "konektivitas")


@dataclass(frozen=True, kw_only=True)
class MissingItem:
    """An item of evidence that at least one unit lacks.

    Parameters
    ----------
    practice : str
        Name of the practice.
    question : str
        What was asked.
    units : str
        Who lacks it, and who did not answer.
    n_unmet, n_unanswered : int
        How many units each.
    """

    practice: str
    question: str
    units: str
    n_unmet: int
    n_unanswered: int


@dataclass(frozen=True, kw_only=True)
class AssessmentFacts:
    """An assessment in the words of the documents.

    Parameters
    ----------
    institution : str
        Official name.
    assessed_on : str
        Day of the assessment in words.
    levels : tuple of dict of str to str
        One row a practice: name, levels and the gap, as text.
    gap_names : str
        Practices below the role model, the widest gap first.
    profile_sentence : str
        The profile in one or two sentences.
    missing : tuple of MissingItem
        Evidence that is lacking.
    missing_names : str
        Practices that lack most.
    missing_legal : int
        How many of the missing items give the team its base.
    units : tuple of str
        Units that were assessed.
    has_inherited : bool
        Whether units came by a merger.
    """

    institution: str
    assessed_on: str
    levels: tuple[dict[str, str], ...]
    gap_names: str
    profile_sentence: str
    missing: tuple[MissingItem, ...]
    missing_names: str
    missing_legal: int
    units: tuple[str, ...]
    has_inherited: bool


def read_assessment(assessment: Assessment) -> AssessmentFacts:
    """Put an assessment into words.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    AssessmentFacts
        What the documents say of it.
    """
    table = level_table(assessment.profile)
    gaps = table[table["gap"] > 0].sort_values("gap", ascending=False, kind="stable")
    missing = find_missing(assessment.items)
    names = pd.Series([item.practice for item in missing], dtype=object).value_counts(sort=False)
    most = names[names == names.max()] if len(names) else names
    legal = {find_practice(practice).name for practice in _LEGAL}
    return AssessmentFacts(
        institution=official_name(assessment.institution),
        assessed_on=format_date(assessment.assessed_on),
        levels=tuple(_level_row(row) for row in table.to_dict("records")),
        gap_names=list_names([name.lower() for name in gaps["name"]]),
        profile_sentence=_profile_sentence(table, gaps),
        missing=missing,
        missing_names=list_names([str(name).lower() for name in most.index]),
        missing_legal=sum(item.practice in legal for item in missing),
        units=tuple(map(str, pd.unique(assessment.levels["unit"]))),
        has_inherited=bool(table["inherited_level"].notna().any()),
    )


def level_table(profile: pd.DataFrame) -> pd.DataFrame:
    """Lay levels beside the role model's.

    Parameters
    ----------
    profile : DataFrame of shape (n_practices, 6)
        `practice, level, inherited_level, role_model, peers, previous`.

    Returns
    -------
    DataFrame of shape (n_practices, 7)
        `practice, name, level, previous, inherited_level, role_model, gap`, in the order of
        `PRACTICES`; a gap that is not known is missing.
    """
    order = [practice.id for practice in PRACTICES if practice.id in set(profile["practice"])]
    table = profile.set_index("practice").loc[order].reset_index()
    numbers = ("level", "previous", "inherited_level", "role_model")
    levels = {name: pd.to_numeric(table[name]).astype("float64") for name in numbers}
    return pd.DataFrame(
        {
            "practice": table["practice"],
            "name": [find_practice(practice).name for practice in table["practice"]],
            **levels,
            "gap": levels["role_model"] - levels["level"],
        }
    )


def find_missing(items: pd.DataFrame) -> tuple[MissingItem, ...]:
    """Collect the evidence that units lack.

    Parameters
    ----------
    items : DataFrame of shape (n_answers, 10)
        `unit, practice, item, question, is_met` are read.

    Returns
    -------
    tuple of MissingItem
        One an item, in the order of `PRACTICES` and of the form.
    """
    lacking = items[~items["is_met"].astype("boolean").fillna(value=False).astype(bool)]
    order = {practice.id: place for place, practice in enumerate(PRACTICES)}
    found = [
        (order[str(practice)], _missing_item(str(practice), rows))
        for (practice, _), rows in lacking.groupby(["practice", "item"], sort=False)
    ]
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


def _missing_item(practice: str, rows: pd.DataFrame) -> MissingItem:
    is_unanswered = rows["is_met"].isna()
    unmet = [str(unit) for unit in rows.loc[~is_unanswered, "unit"]]
    unanswered = [str(unit) for unit in rows.loc[is_unanswered, "unit"]]
    parts = [_units(unmet), f"belum dijawab: {_units(unanswered)}" if unanswered else ""]
    return MissingItem(
        practice=find_practice(practice).name,
        question=str(rows["question"].iloc[0]),
        units="; ".join(filter(None, parts)),
        n_unmet=len(unmet),
        n_unanswered=len(unanswered),
    )


def _units(units: Sequence[str]) -> str:
    return ", ".join(units) if len(units) <= _MAX_UNITS else f"{len(units)} unit"


def _level_row(row: dict[Any, Any]) -> dict[str, str]:
    numbers = ("level", "previous", "inherited_level", "role_model", "gap")
    return {"name": str(row["name"])} | {name: format_level(row[name]) for name in numbers}


def _profile_sentence(table: pd.DataFrame, gaps: pd.DataFrame) -> str:
    known = table[table["level"].notna()]
    if not len(known):
        return "Tingkat kematangan belum dapat ditentukan, karena data dukung belum diisi."
    said = [
        f"{name.lower()} {format_level(level)}"
        for name, level in zip(known["name"], known["level"], strict=True)
    ]
    sentence = f"Tingkat kematangannya: {list_names(said)}."
    if not len(gaps):
        return sentence
    widest = gaps[gaps["gap"] == gaps["gap"].max()]
    names = list_names([name.lower() for name in widest["name"]])
    return (
        f"{sentence} Selisih terlebar pada {names} ({format_level(widest['gap'].max())} tingkat)."
    )
