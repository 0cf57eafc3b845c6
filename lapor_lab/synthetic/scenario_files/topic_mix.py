"""Topics and seasons as a scenario file writes them; sensitive topics are off by default."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Final

from lapor_lab.synthetic.model.demand import Season, TopicShare
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.text.topic_list import MAIN_TOPICS, TOPICS

__all__ = ["SENSITIVE_SUBTOPICS", "SENSITIVE_TOPICS", "read_seasons", "read_topics"]

# Religion, ethnicity, the neutrality of officials in elections, and one programme in dispute.
SENSITIVE_TOPICS: Final = frozenset(
    {"Agama", "Netralitas ASN", "Politisasi ASN", "Program Makan Bergizi Gratis (MBG)"}
)
SENSITIVE_SUBTOPICS: Final = frozenset(
    {
        "SARA",
        "SIMBG",
        "Hutan Adat",
        "Intoleransi",
        "Intoleransi dan Kekerasan Seksual",
        "Kekerasan Seksual, Perundungan, dan Intoleransi",
        "Perundungan dan Intoleransi",
        "Pengadilan Negeri dan Pengadilan Agama",
        "Lainnya Terkait Pengadilan Negeri dan Pengadilan Agama",
    }
)
_NO_SUBTOPIC: Final = ""
_SEASON_FIELDS: Final = {field.name for field in fields(Season)}
_SEASON_REQUIRED: Final = frozenset({"first_day", "last_day", "factor"})


def read_topics(table: ScenarioTable, *, allow_sensitive: bool) -> tuple[TopicShare, ...]:
    """Read the shares of the topics of an institution.

    Parameters
    ----------
    table : ScenarioTable
        Tables of shares by sub-topic, by main topic.
    allow_sensitive : bool
        Whether sensitive topics are read.

    Returns
    -------
    tuple of TopicShare
        In the order of the file.

    Raises
    ------
    InputFileError
        If a topic is unknown, has no texts or is sensitive, or a share is wrong.
    """
    covered = _covered()
    if not allow_sensitive:
        _refuse(table, SENSITIVE_TOPICS)
    table.check_keys(set(covered))
    shares = []
    for topic in table.values():
        below = table.table(topic)
        if not allow_sensitive:
            _refuse(below, SENSITIVE_SUBTOPICS)
        below.check_keys(set(covered[topic]) or {_NO_SUBTOPIC})
        shares += [
            below.build(TopicShare, topic=topic, subtopic=name, share=below.number(name))
            for name in below.values()
        ]
    return tuple(shares)


def read_seasons(tables: list[ScenarioTable], *, allow_sensitive: bool) -> tuple[Season, ...]:
    """Read the seasons of an institution.

    Parameters
    ----------
    tables : list of ScenarioTable
        One a season.
    allow_sensitive : bool
        Whether sensitive topics are read.

    Returns
    -------
    tuple of Season
        In the order of the file.

    Raises
    ------
    InputFileError
        If a key or value of a season is wrong.
    """
    return tuple(_season(table, allow_sensitive=allow_sensitive) for table in tables)


def _season(table: ScenarioTable, *, allow_sensitive: bool) -> Season:
    table.check_keys(_SEASON_FIELDS)
    if table.has("topic"):
        for key, refused in (("topic", SENSITIVE_TOPICS), ("subtopic", SENSITIVE_SUBTOPICS)):
            if not allow_sensitive and table.values().get(key) in refused:
                raise table.error("scenario_sensitive", key)
        covered = _covered()
        subtopics = covered[table.choice("topic", covered)] or (_NO_SUBTOPIC,)
        table.choice("subtopic", subtopics)
    given = [name for name in _SEASON_FIELDS if table.has(name) or name in _SEASON_REQUIRED]
    return table.build(Season, **{name: table.typed(name, Season) for name in sorted(given)})


def _refuse(table: ScenarioTable, sensitive: frozenset[str]) -> None:
    for key in table.values():
        if key in sensitive:
            raise table.error("scenario_sensitive", key)


@cache
def _covered() -> Mapping[str, tuple[str, ...]]:
    return {
        main: tuple(sub for other, sub in TOPICS if other == main and sub) for main in MAIN_TOPICS
    }
