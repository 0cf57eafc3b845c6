"""What speaks for a column to be what a mapping asks for: its name, its content, or both."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from lapor_lab.exchange.columns.column_content import ColumnContent
from lapor_lab.exchange.columns.column_mapping import TARGETS, ColumnMapping, plain_name

__all__ = ["Candidate", "Certainty", "Why", "candidates_of_known", "find_candidates"]

Why = Literal["nama", "isi", "nama dan isi", ""]
Certainty = Literal["pasti", "mungkin", "ragu", ""]

_EXACT: Final = 4
_PART: Final = 2
_KNOWN_STATUSES: Final = 0.8


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A column that may be what a target asks for.

    Parameters
    ----------
    target : str
        One of the targets of a mapping.
    column : str
        Column of the file.
    score : float
        How much speaks for it; a difference of 1 or more is a clear one.
    why : {"nama", "isi", "nama dan isi", ""}
        What speaks for it.
    certainty : {"pasti", "mungkin", "ragu", ""}
        What that is worth if no other column says as much for itself.
    """

    target: str
    column: str
    score: float
    why: Why
    certainty: Certainty


def candidates_of_known(
    known: ColumnMapping, contents: Mapping[str, ColumnContent]
) -> list[Candidate]:
    """Return the columns of a known kind of table, each looked at.

    Parameters
    ----------
    known : ColumnMapping
        What the names say.
    contents : mapping of str to ColumnContent
        What the cells say, by column.

    Returns
    -------
    list of Candidate
        One a target of the mapping.
    """
    return [
        _by_name(target, name, _EXACT, contents[name]) for target, name in known.columns.items()
    ]


def find_candidates(contents: Mapping[str, ColumnContent]) -> list[Candidate]:
    """Return every column for which something speaks, for every target.

    Parameters
    ----------
    contents : mapping of str to ColumnContent
        What the cells say, by column.

    Returns
    -------
    list of Candidate
        In no particular order.
    """
    candidates = []
    names = _names()
    for column, content in contents.items():
        plain = plain_name(column)
        if plain in names["ignored"]["exact"]:
            continue
        for target in TARGETS:
            known = names.get(target, {"exact": [], "parts": []})
            exact = [plain_name(target), *known["exact"]]
            if plain in exact:
                # Names that stand earlier in the list are the more usual ones.
                score = _EXACT - exact.index(plain) / 1000
                candidates.append(_by_name(target, column, score, content))
            elif any(f" {part} " in f" {plain} " for part in known["parts"]):
                if content.fits(target) is not False:
                    candidates.append(_by_name(target, column, _PART, content))
            else:
                candidates += _by_content(target, column, content)
    return candidates


def _by_name(target: str, column: str, score: float, content: ColumnContent) -> Candidate:
    fits = content.fits(target)
    certainty: Certainty = "mungkin" if score == _PART else "pasti"
    if fits is False or (score == _PART and fits is None):
        certainty = "ragu"
    worth = {True: 1.0, None: 0.0, False: -3.0}[fits]
    return Candidate(
        target=target,
        column=column,
        score=score + worth,
        why="nama dan isi" if fits else "nama",
        certainty=certainty,
    )


def _by_content(target: str, column: str, content: ColumnContent) -> list[Candidate]:
    """Propose by content alone: only what no case can do without, and words for a status."""
    if not content.n_filled:
        return []
    is_filled = content.n_filled == content.n
    speaks = {
        "case_id": content.is_identifier and content.date_share == 0,
        "submitted_at": content.is_date and is_filled,
        "institution": (
            content.is_group
            and is_filled
            and content.n_distinct > 1
            and content.whole_share == 0
            and content.flag_share == 0
            and content.status_share == 0
        ),
        "status": content.status_share >= _KNOWN_STATUSES and content.is_group,
    }
    if not speaks.get(target, False):
        return []
    certainty: Certainty = "ragu" if target == "institution" else "mungkin"
    return [Candidate(target=target, column=column, score=0.5, why="isi", certainty=certainty)]


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    source = files("lapor_lab.exchange.columns") / "data" / "column_names.toml"
    names: dict[str, dict[str, list[str]]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return names
