"""Scenarios as data: TOML files in which every parameter says where it comes from."""

import tomllib
from dataclasses import fields
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.synthetic.model.demand import ReporterModel, Season, TopicShare
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.text_made import covered_topics
from lapor_lab.synthetic.scenario_files.unit_groups import expand_groups

__all__ = ["list_scenarios", "load_scenario"]

_SUFFIX: Final = ".toml"
# What names a thing needs no source.
_NAMES: Final = frozenset({"id", "name"})
_SOURCE: Final = "source"
_NO_SUBTOPIC: Final = ""
_SEASON_REQUIRED: Final = frozenset({"first_day", "last_day", "factor"})
_REPORTER_KEYS: Final = frozenset({field.name for field in fields(ReporterModel)} | {_SOURCE})
_INSTITUTION_KEYS: Final = frozenset(
    {field.name for field in fields(InstitutionModel)} - {"units"} | {"unit_groups", _SOURCE}
)


def list_scenarios() -> tuple[str, ...]:
    """Return the names of the scenarios that ship.

    Returns
    -------
    tuple of str
        In alphabetical order.

    Examples
    --------
    >>> "kementerian" in list_scenarios()
    True
    """
    folder = files("lapor_lab.synthetic") / "data" / "scenarios"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def load_scenario(name_or_path: str | Path) -> Scenario:
    """Load a scenario that ships, or one of your own.

    Parameters
    ----------
    name_or_path : str or Path
        Name of a scenario that ships, or path of a TOML file of the same form.

    Returns
    -------
    Scenario
        With the source of each parameter in `sources`.

    Raises
    ------
    UnknownNameError
        If no scenario of that name ships.
    InputFileError
        If the file cannot be read, lacks a parameter or its source, or holds a value out of
        its range.

    Examples
    --------
    >>> load_scenario("kementerian").institution("kemenkumham").name
    'Kemenkumham'
    """
    if str(name_or_path).endswith(_SUFFIX):
        return _read(Path(name_or_path))
    if name_or_path not in list_scenarios():
        raise UnknownNameError(
            "unknown_name",
            kind="scenario",
            value=str(name_or_path),
            allowed=", ".join(list_scenarios()),
        )
    folder = files("lapor_lab.synthetic") / "data" / "scenarios"
    return _read(folder / f"{name_or_path}{_SUFFIX}")


def _read(source: Traversable) -> Scenario:
    path = str(source) if isinstance(source, Path) else source.name
    if not source.is_file():
        raise InputFileError("file_missing", path=path)
    try:
        raw = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputFileError(
            "file_unreadable", path=path, reason=str(error), allowed="TOML (UTF-8)"
        ) from error
    whole = ScenarioTable(path, "", raw)
    whole.check_keys({"scenario", "reporters", "defaults", "institutions"})
    head, defaults = whole.table("scenario"), whole.table("defaults")
    head.check_keys({"name", "period_days", "as_of", "source"})
    reporters = whole.table("reporters")
    institutions = whole.tables("institutions")
    reporters.check_keys(_REPORTER_KEYS)
    for table in (defaults, *institutions):
        table.check_keys(_INSTITUTION_KEYS)
    for table in (head, reporters, defaults, *institutions):
        table.check_sources(_NAMES)
    sources: dict[str, str] = dict(head.sources())
    sources |= {f"reporters.{key}": text for key, text in reporters.sources().items()}
    for table in institutions:
        merged = defaults.sources() | table.sources()
        sources |= {f"{table.text('id')}.{key}": text for key, text in merged.items()}
    return head.build(
        Scenario,
        name=head.text("name"),
        period_days=head.whole("period_days"),
        as_of=head.value("as_of", date),
        reporters=_reporters(reporters),
        institutions=tuple(_institution(table, defaults) for table in institutions),
        sources=sources,
    )


def _reporters(table: ScenarioTable) -> ReporterModel:
    names = _REPORTER_KEYS - {_SOURCE}
    return table.build(ReporterModel, **{name: table.typed(name, ReporterModel) for name in names})


def _institution(table: ScenarioTable, defaults: ScenarioTable) -> InstitutionModel:
    merged = table.over(defaults)
    plain = _INSTITUTION_KEYS - {"topics", "seasons", "unit_groups", _SOURCE}
    values: dict[str, Any] = {name: merged.typed(name, InstitutionModel) for name in plain}
    seasons = [_season(season) for season in merged.tables("seasons")]
    return merged.build(
        InstitutionModel,
        **values,
        topics=_topics(merged.table("topics")),
        seasons=tuple(seasons),
        units=expand_groups(merged.tables("unit_groups")),
    )


def _topics(table: ScenarioTable) -> tuple[TopicShare, ...]:
    covered = covered_topics()
    table.check_keys(set(covered))
    shares = []
    for topic in table.values():
        below = table.table(topic)
        below.check_keys(set(covered[topic]) or {_NO_SUBTOPIC})
        shares += [
            below.build(TopicShare, topic=topic, subtopic=name, share=below.number(name))
            for name in below.values()
        ]
    return tuple(shares)


def _season(table: ScenarioTable) -> Season:
    known = {field.name for field in fields(Season)}
    table.check_keys(known)
    if table.has("topic"):
        covered = covered_topics()
        subtopics = covered[table.choice("topic", covered)] or (_NO_SUBTOPIC,)
        table.choice("subtopic", subtopics)
    given = [name for name in known if table.has(name) or name in _SEASON_REQUIRED]
    return table.build(Season, **{name: table.typed(name, Season) for name in given})
