"""Claims about topics of a scenario file."""

import re
from collections.abc import Callable

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic import Scenario, list_scenarios
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.scenario_files.topic_mix import (
    SENSITIVE_SUBTOPICS,
    SENSITIVE_TOPICS,
    read_seasons,
    read_topics,
)
from lapor_lab.synthetic.text.topic_list import TOPICS

OFF = (
    "f: `{}` is a sensitive topic, which is off by default. Remove it, or write "
    "allow_sensitive = true under [scenario]."
)
VIOLENCE = "Kekerasan di Satuan Pendidikan (Sekolah, Kampus, Lembaga Kursus)"


def test_what_is_sensitive_is_spelled_as_in_the_tree() -> None:
    """Each sensitive topic is one of lapor.go.id's: none is missed by a spelling."""
    tree = load_topic_tree().subtopics

    assert set(tree) >= SENSITIVE_TOPICS
    assert {sub for below in tree.values() for sub in below} >= SENSITIVE_SUBTOPICS


@pytest.mark.parametrize(
    ("main", "sub", "key"),
    [
        ("Agama", "Haji dan Umroh", "topics.Agama"),
        ("Netralitas ASN", "", "topics.Netralitas ASN"),
        ("Politisasi ASN", "", "topics.Politisasi ASN"),
        ("Program Makan Bergizi Gratis (MBG)", "", "topics.Program Makan Bergizi Gratis (MBG)"),
        (VIOLENCE, "Intoleransi", f"topics.{VIOLENCE}.Intoleransi"),
    ],
)
def test_a_sensitive_topic_is_off_by_default(main: str, sub: str, key: str) -> None:
    """Religion, ethnicity, neutrality of officials and MBG are refused with the way out."""
    table = ScenarioTable("f", "topics", {main: {sub: 1.0}})

    with pytest.raises(InputFileError, match=f"^{re.escape(OFF.format(key))}$"):
        read_topics(table, allow_sensitive=False)


def test_a_season_of_a_sensitive_topic_is_off_too() -> None:
    """A season is held to the same list."""
    season = {"first_day": "03-01", "last_day": "03-30", "factor": 2, "topic": "Agama"}
    table = ScenarioTable("f", "seasons.1", season)

    with pytest.raises(InputFileError, match=f"^{re.escape(OFF.format('seasons.1.topic'))}$"):
        read_seasons([table], allow_sensitive=False)


def test_allowed_topics_still_need_texts() -> None:
    """The switch lets a topic through to the next check: whether texts exist for it."""
    table = ScenarioTable("f", "topics", {"Agama": {"Haji dan Umroh": 1.0}})
    mains = ", ".join(sorted({main for main, _ in TOPICS}))
    message = f"f: unknown key `topics.Agama`. Choose one of {mains}."

    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_topics(table, allow_sensitive=True)


@pytest.mark.parametrize("name", list_scenarios())
def test_no_shipped_scenario_holds_a_sensitive_topic(
    name: str, shipped: Callable[[str], Scenario]
) -> None:
    """Neither as a topic nor as a season, nor is the switch on."""
    for institution in shipped(name).institutions:
        for topic in (*institution.topics, *institution.seasons):
            assert topic.topic not in SENSITIVE_TOPICS
            assert topic.subtopic not in SENSITIVE_SUBTOPICS


def test_a_day_like_others_may_be_quieter() -> None:
    """A season without topic may lower arrivals, and dates of one year are read."""
    season = {"first_day": "2022-04-29", "last_day": "2022-05-08", "factor": 0.77}
    made = read_seasons([ScenarioTable("f", "s", season)], allow_sensitive=False)

    assert (made[0].factor, made[0].topic) == (0.77, "")
