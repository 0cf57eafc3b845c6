"""What an answer must rest on, by topic of the taxonomy."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lapor_lab.errors import UnknownNameError
from lapor_lab.report.documents.official_name import find_by_name
from lapor_lab.schema.institutions import load_register

__all__ = ["TopicReply", "default_topics", "replies_of"]


@dataclass(frozen=True, kw_only=True)
class TopicReply:
    """What answers to one topic rest on.

    Parameters
    ----------
    topic : str
        Main topic, as the tree spells it.
    subtopics : tuple of str
        Sub-topics that serve as examples.
    checked : str
        What a unit looks up before it answers.
    answer : str
        What the answer must say.
    """

    topic: str
    subtopics: tuple[str, ...]
    checked: str
    answer: str


def replies_of(topics: Sequence[str]) -> tuple[TopicReply, ...]:
    """Return what answers rest on.

    Parameters
    ----------
    topics : sequence of str
        Main topics, as the tree spells them.

    Returns
    -------
    tuple of TopicReply
        In the order of `topics`.

    Raises
    ------
    UnknownNameError
        If there is none for a topic.

    Examples
    --------
    >>> replies_of(["Politik dan Hukum"])[0].subtopics[0]
    'Fidusia'
    """
    known = {name: row for name, row in _table().items() if name != "defaults"}
    for topic in topics:
        if topic not in known:
            raise UnknownNameError(
                "unknown_name", kind="topic", value=topic, allowed=", ".join(known)
            )
    return tuple(
        TopicReply(
            topic=topic,
            subtopics=tuple(known[topic]["subtopics"]),
            checked=known[topic]["checked"],
            answer=known[topic]["answer"],
        )
        for topic in topics
    )


def default_topics(institution: str) -> tuple[str, ...]:
    """Return topics that an institution is likely to be asked about.

    Parameters
    ----------
    institution : str
        Any name of it.

    Returns
    -------
    tuple of str
        Main topics; those that concern every institution where it is not known.

    Examples
    --------
    >>> default_topics("Kemendikbudristek")[0]
    'Pendidikan dan Kebudayaan'
    """
    defaults: dict[str, list[str]] = _table()["defaults"]
    entry = find_by_name(institution)
    forerunners = [e.id for e in load_register() if entry is not None and entry.id in e.successor]
    for name in [entry.id if entry is not None else "", *forerunners]:
        if name in defaults:
            return tuple(defaults[name])
    return tuple(defaults["other"])


@cache
def _table() -> dict[str, Any]:
    text = (files("lapor_lab.report.documents") / "data" / "replies.toml").read_text("utf-8")
    return tomllib.loads(text)
