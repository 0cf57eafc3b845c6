"""What the documents say of an assessment."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.practices import find_practice
from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    INSTITUTION,
    INSTITUTION_GROUP,
    Assessment,
)
from lapor_lab.practices.planning import find_missing_items, gap_table
from lapor_lab.report.documents.official_name import official_name
from lapor_lab.report.documents.sentences import list_names
from lapor_lab.report.plan_numbers import format_level
from lapor_lab.schema import format_count, format_date

__all__ = ["AssessmentFacts", "MissingItem", "find_missing", "level_table", "read_assessment"]

# More names than these are a number.
_MAX_UNITS: Final = 3
_LEGAL: Final = ("legalitas", "konektivitas")
_LEVELS: Final = ("level", "previous", "inherited_level", "role_model")
_OF_UNITS: Final = "unit"
_COUNTS: Final = ("n_lacking", "n_asked", "n_unanswered", "n_inherited")


@dataclass(frozen=True, kw_only=True)
class MissingItem:
    """An item of evidence that is lacking up to the level aimed at.

    Parameters
    ----------
    practice : str
        Name of the practice.
    question : str
        What was asked.
    units : str
        Who lacks it.
    n_lacking, n_asked : int
        How many units lack it, of how many; 1 of 1 for the institution itself.
    n_unanswered, n_inherited : int
        Of those that lack it: who did not answer, and who came by the merger.
    """

    practice: str
    question: str
    units: str
    n_lacking: int
    n_asked: int
    n_unanswered: int
    n_inherited: int


@dataclass(frozen=True, kw_only=True)
class AssessmentFacts:
    """An assessment in the words of the documents.

    Parameters
    ----------
    institution : str
        Official name.
    assessed_on : str
        Day of the assessment in words; empty where the form does not tell.
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
    n_units : str
        How many units there are in all; empty where the form does not tell.
    n_problems : int
        How many faults of the form were met.
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
    n_units: str
    n_problems: int
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
    table = level_table(assessment)
    gaps = table[table["gap"] > 0].sort_values("gap", ascending=False, kind="stable")
    missing = find_missing(assessment)
    names = pd.Series([item.practice for item in missing], dtype=object).value_counts(sort=False)
    most = names[names == names.max()] if len(names) else names
    units = assessment.levels[assessment.levels["group"] != INSTITUTION_GROUP]
    legal = {find_practice(practice).name for practice in _LEGAL}
    return AssessmentFacts(
        institution=official_name(assessment.institution),
        assessed_on="" if assessment.assessed_on is None else format_date(assessment.assessed_on),
        levels=tuple(_level_row(row) for row in table.to_dict("records")),
        gap_names=list_names([name.lower() for name in gaps["name"]]),
        profile_sentence=_profile_sentence(table, gaps),
        missing=missing,
        missing_names=list_names([str(name).lower() for name in most.index]),
        missing_legal=sum(item.practice in legal for item in missing),
        units=tuple(map(str, units["unit"].unique())),
        n_units="" if assessment.n_units is None else format_count(assessment.n_units),
        n_problems=len(assessment.problems),
        has_inherited=bool((units["group"] == INHERITED_GROUP).any()),
    )


def level_table(assessment: Assessment) -> pd.DataFrame:
    """Lay levels beside the role model's.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    DataFrame of shape (5, 7)
        `practice, name, level, previous, inherited_level, role_model, gap`, in the order of
        `PRACTICES`; a gap that is not known is missing.
    """
    gaps = gap_table(assessment).set_index("practice")
    profile = assessment.profile.set_index("practice").reindex(gaps.index)
    levels = {name: pd.to_numeric(profile[name]).astype("float64") for name in _LEVELS}
    table = pd.DataFrame({**levels, "gap": gaps["gap"]}).reset_index()
    table.insert(1, "name", [find_practice(practice).name for practice in table["practice"]])
    return table


def find_missing(assessment: Assessment) -> tuple[MissingItem, ...]:
    """Collect the evidence that is lacking.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.

    Returns
    -------
    tuple of MissingItem
        One an item up to the level aimed at, by practice.
    """
    asked = assessment.items
    lacks = ~asked["is_met"].astype("boolean").fillna(value=False).astype(bool)
    lacking = asked[lacks].groupby("item")["unit"].apply(list).to_dict()
    questions = dict(zip(asked["item"], asked["question"], strict=True))
    return tuple(
        MissingItem(
            practice=find_practice(str(row["practice"])).name,
            question=str(questions[row["item"]]),
            units=_units(row, list(map(str, lacking[row["item"]]))),
            **{name: int(row[name]) for name in _COUNTS},
        )
        for row in find_missing_items(assessment).to_dict("records")
    )


def _units(row: dict[Any, Any], names: list[str]) -> str:
    inherited, unanswered = row["n_inherited"], row["n_unanswered"]
    if row["scope"] != _OF_UNITS:
        return INSTITUTION + (" (belum dijawab)" if unanswered else "")
    text = f"{row['n_lacking']} dari {row['n_asked']} unit"
    text += f": {', '.join(names)}" if len(names) <= _MAX_UNITS else ""
    text += f"; {inherited} di antaranya hasil penggabungan" if inherited else ""
    return text + (f"; {unanswered} belum menjawab" if unanswered else "")


def _level_row(row: dict[Any, Any]) -> dict[str, str]:
    numbers = {name: format_level(row[name]) for name in (*_LEVELS, "gap")}
    return {"name": str(row["name"]), **numbers}


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
    told = f"{format_level(widest['gap'].max())} tingkat"
    if (widest["inherited_level"] < widest["level"]).any():
        told += ", pada instansi atau unit hasil penggabungannya"
    return f"{sentence} Selisih terlebar pada {names} ({told})."
