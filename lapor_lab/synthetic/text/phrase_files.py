"""Phrases as they are written in the files: topics, shared and vague families, the frame."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

__all__ = ["VAGUE", "Family", "Phrases", "read_phrases"]

VAGUE: Final = "umum"


@dataclass(frozen=True, kw_only=True)
class Family:
    """Fragments that tell one thing in several wordings.

    Parameters
    ----------
    name : str
        Group and number, as it stands in `template_family`.
    titles, facts, details, requests : tuple of str
        Clauses without a final stop.
    is_reserved : bool
        Kept for tests on wording that no training text holds.
    """

    name: str
    titles: tuple[str, ...]
    facts: tuple[str, ...]
    details: tuple[str, ...]
    requests: tuple[str, ...]
    is_reserved: bool


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """Everything that the phrase files hold.

    Parameters
    ----------
    topics : tuple of tuple of (str, str)
        Main topic and sub-topic of each group.
    groups : mapping of str to tuple of Family
        Families by sub-topic (or main topic, where it has none), in the order of the topics.
    members : mapping of str to tuple of str
        Groups that share families, by the name of the shared group.
    shared : mapping of str to tuple of Family
        Families of the shared groups.
    vague : tuple of Family
        Families that fit every topic.
    neighbours : mapping of str to tuple of str
        Main topics that each main topic is taken for.
    frame : mapping of str to mapping of str to tuple of str
        Fragments that say nothing of the topic, by pool and register.
    slang : mapping of str to mapping of str to float
        Short spellings of a word, with the share of texts that they stand in.
    """

    topics: tuple[tuple[str, str], ...]
    groups: Mapping[str, tuple[Family, ...]]
    members: Mapping[str, tuple[str, ...]]
    shared: Mapping[str, tuple[Family, ...]]
    vague: tuple[Family, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    frame: Mapping[str, Mapping[str, tuple[str, ...]]]
    slang: Mapping[str, Mapping[str, float]]


@cache
def read_phrases() -> Phrases:
    """Read the phrase files that ship with the kit.

    Returns
    -------
    Phrases
        Read once, then kept.

    Examples
    --------
    >>> len(read_phrases().neighbours) >= 16
    True
    """
    return parse_phrases(files("lapor_lab.synthetic") / "data" / "phrases")


def parse_phrases(folder: Traversable) -> Phrases:
    """Read the phrase files of a folder.

    Parameters
    ----------
    folder : Traversable
        Holds ``topics/*.toml``, ``shared.toml`` and ``frame.toml``.

    Returns
    -------
    Phrases
        What they hold.
    """
    topics: list[tuple[str, str]] = []
    groups: dict[str, tuple[Family, ...]] = {}
    for path in sorted((folder / "topics").iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".toml"):
            continue
        raw = _load(path)
        for subtopic in raw["subtopics"]:
            name = subtopic["name"] or raw["topic"]
            topics.append((raw["topic"], subtopic["name"]))
            groups[name] = _families(name, subtopic["families"])
    shared = _load(folder / "shared.toml")
    frame = _load(folder / "frame.toml")
    return Phrases(
        topics=tuple(topics),
        groups=groups,
        members={group["name"]: tuple(group["members"]) for group in shared["shared"]},
        shared={
            group["name"]: _families(f"bersama {group['name']}", group["families"])
            for group in shared["shared"]
        },
        vague=_families(VAGUE, shared["vague"]),
        neighbours={main: tuple(others) for main, others in shared["neighbours"].items()},
        frame={name: _by_register(pool) for name, pool in frame.items() if name != "slang"},
        slang={word: _spellings(found) for word, found in frame["slang"].items()},
    )


def _load(path: Traversable) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _families(group: str, rows: list[dict[str, Any]]) -> tuple[Family, ...]:
    return tuple(
        Family(
            name=f"{group}/{number}",
            titles=_several(row["title"]),
            facts=tuple(row["facts"]),
            details=tuple(row["details"]),
            requests=_several(row["request"]),
            is_reserved=row.get("reserved", False),
        )
        for number, row in enumerate(rows, start=1)
    )


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _by_register(pool: list[str] | dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    if isinstance(pool, list):
        return {VAGUE: tuple(pool)}
    return {register: tuple(fragments) for register, fragments in pool.items()}


def _spellings(found: list[str] | dict[str, float]) -> Mapping[str, float]:
    if isinstance(found, list):
        return dict.fromkeys(found, 0.02)
    return dict(found)
