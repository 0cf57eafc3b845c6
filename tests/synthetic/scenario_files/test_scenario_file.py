"""Claims about scenario files."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic import (
    InstitutionModel,
    ReporterModel,
    Scenario,
    list_scenarios,
    load_scenario,
)
from lapor_lab.synthetic.scenario_files.institution_table import PRESET_KEYS
from lapor_lab.synthetic.text.topic_list import TOPICS

_CPNS_TOPICS = " | ".join(sub for main, sub in TOPICS if main == "Ketenagakerjaan")


@pytest.mark.parametrize("name", list_scenarios())
def test_every_parameter_has_a_source(name: str) -> None:
    """Each parameter of each institution and of the reporters says where it comes from."""
    scenario = load_scenario(name)
    for field in fields(ReporterModel):
        assert scenario.sources[f"reporters.{field.name}"]
    known = {field.name for field in fields(InstitutionModel)} - {"id", "name", "units"}
    for institution in scenario.institutions:
        for parameter in known | {"unit_groups"}:
            assert scenario.sources[f"{institution.id}.{parameter}"]


@pytest.mark.parametrize("name", list_scenarios())
def test_topics_are_spelled_as_in_the_tree(name: str) -> None:
    """Every topic and sub-topic is one of lapor.go.id's, under its main topic."""
    tree = load_topic_tree().subtopics
    for institution in load_scenario(name).institutions:
        for topic in (*institution.topics, *institution.seasons):
            assert topic.subtopic in (*tree[topic.topic], "")
            assert (topic.subtopic == "") == (topic.topic == "Topik Lainnya")


def test_an_own_file_gives_the_same_scenario(own_file: Path, scenario: Scenario) -> None:
    """A user's copy of the file is read to an equal scenario."""
    assert load_scenario(own_file) == scenario
    assert load_scenario(str(own_file)) == scenario


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "\nmisrouted_share = 0.05",
            "\nmisrouted_share = 5",
            "`presets.kemenkumham.misrouted_share` must be 0 … 1, got 5.0. Mend that line.",
        ),
        (
            "\nmisrouted_share = 0.05",
            '\nmisrouted_share = "5 %"',
            "`presets.kemenkumham.misrouted_share` must be float, got '5 %'. Mend that line.",
        ),
        (
            "\nn_admins = 3\n",
            "\nn_admins = 3\nn_admin = 3\n",
            (
                "unknown key `presets.kemenkumham.n_admin`. Choose one of "
                + ", ".join(sorted(PRESET_KEYS))
                + "."
            ),
        ),
        (
            "period_days = 365\n",
            "",
            "`scenario.period_days` is missing. Add it.",
        ),
        (
            'return_hours = "asumsi"\n',
            "",
            (
                "`defaults.return_hours` has no source. Write in the table's `source` where it "
                'comes from, or "asumsi".'
            ),
        ),
        (
            'register = "kumham-pp"',
            'name = "X"\nn_officers = 0',
            ("`presets.kemenkumham.unit_groups.2.n_officers` must be >= 1, got 0. Mend that line."),
        ),
        (
            '"Paspor" = 0.26',
            '"Paspor" = 0.36',
            "`presets.kemenkumham.topics` must be Σ = 1, got 1.1. Mend that line.",
        ),
        (
            'first_day = "09-01"',
            'first_day = "1 September"',
            (
                "`presets.kemenkumham.seasons.1.first_day` must be MM-DD | YYYY-MM-DD, "
                "got '1 September'. Mend that line."
            ),
        ),
        (
            '"Paspor" = 0.26',
            '"Paspor" = "banyak"',
            (
                "`presets.kemenkumham.topics.Politik dan Hukum.Paspor` must be float, "
                "got 'banyak'. Mend that line."
            ),
        ),
        (
            'subtopic = "CPNS"',
            'subtopic = "SKB"',
            (
                "`presets.kemenkumham.seasons.1.subtopic` must be "
                f"{_CPNS_TOPICS}, got 'SKB'. Mend that line."
            ),
        ),
        (
            '"Bantuan Pertanian" = 0.08',
            '"Bantuan Petani" = 0.08',
            (
                "unknown key `institutions.kementerian-f.topics.Pertanian dan Peternakan."
                "Bantuan Petani`. Choose one of Bantuan Pertanian."
            ),
        ),
        (
            "as_of = 2022-08-15",
            'as_of = "kemarin"',
            "`scenario.as_of` must be date, got 'kemarin'. Mend that line.",
        ),
    ],
    ids=[
        "range",
        "type",
        "key",
        "missing",
        "source",
        "unit",
        "sum",
        "season",
        "share",
        "subtopic",
        "topic",
        "date",
    ],
)
def test_a_wrong_file_is_refused(own_file: Path, old: str, new: str, message: str) -> None:
    """What is wrong is named with file, key, value and what is allowed, in one line."""
    text = own_file.read_text(encoding="utf-8")
    assert old in text
    own_file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputFileError) as caught:
        load_scenario(own_file)
    assert str(caught.value) == f"{own_file}: {message}"


def test_what_is_no_scenario_file_is_refused(tmp_path: Path) -> None:
    """A missing file and one that is not TOML are refused."""
    path = tmp_path / "a.toml"
    with pytest.raises(InputFileError, match=re.escape(f"{path}: no such file or folder.")):
        load_scenario(path)
    path.write_text("ini bukan TOML", encoding="utf-8")
    with pytest.raises(InputFileError, match=r"Give a TOML \(UTF-8\) file\.$"):
        load_scenario(path)


def test_an_unknown_name_is_refused() -> None:
    """A name that no scenario has is refused with those that ship."""
    message = f"Unknown scenario 'daerahku'. Choose one of {', '.join(list_scenarios())}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        load_scenario("daerahku")
