"""Scenarios as data: TOML files in which every parameter says where it comes from."""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.scenario_files.institution_groups import expand_institutions
from lapor_lab.synthetic.scenario_files.institution_table import (
    INSTITUTION_KEYS,
    PRESET_KEYS,
    UNSOURCED,
    InstitutionReader,
)
from lapor_lab.synthetic.scenario_files.scenario_layer import SOURCE
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.scenario_files.text_table import (
    TEXT_KEYS,
    read_text_profile,
    text_sources,
)

__all__ = ["HEAD_KEYS", "list_scenarios", "load_scenario"]

# Keys of the table `scenario`, with what they mean.
HEAD_KEYS: Final[Mapping[str, str]] = {
    "name": "name of the scenario",
    "base": (
        "name of a scenario that ships, whose reporters, defaults and presets hold where this "
        "file says nothing; none where missing"
    ),
    "period_days": "days before `as_of` on which reports come in",
    "as_of": "day of the snapshot, 00:00",
    "allow_sensitive": "whether sensitive topics are read; false where missing",
}
_SUFFIX: Final = ".toml"
_TABLES: Final = frozenset(
    {
        "scenario",
        "reporters",
        "text",
        "defaults",
        "presets",
        "institutions",
        "institution_groups",
    }
)
_HEAD_UNSOURCED: Final = frozenset({"name", "base", "allow_sensitive"})
_REPORTER_FIELDS: Final = tuple(field.name for field in fields(ReporterModel))


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
    names = (entry.name for entry in _folder().iterdir())
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
        return _build(_read(Path(name_or_path)))
    if name_or_path not in list_scenarios():
        raise UnknownNameError(
            "unknown_name",
            kind="scenario",
            value=str(name_or_path),
            allowed=", ".join(list_scenarios()),
        )
    return _build(_read(_folder() / f"{name_or_path}{_SUFFIX}"))


def _folder() -> Traversable:
    return files("lapor_lab.synthetic") / "data" / "scenarios"


def _read(source: Traversable) -> ScenarioTable:
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
    whole.check_keys(_TABLES)
    whole.table("scenario").check_keys(HEAD_KEYS.keys() | {SOURCE})
    whole.table("scenario").check_sources(_HEAD_UNSOURCED)
    return whole


def _build(whole: ScenarioTable) -> Scenario:
    head = whole.table("scenario")
    layers = _with_bases(whole)
    behaviour = _layered(layers, "reporters", {*_REPORTER_FIELDS, SOURCE})
    reporters = behaviour.build(
        ReporterModel, **{name: behaviour.typed(name, ReporterModel) for name in _REPORTER_FIELDS}
    )
    reader = InstitutionReader(
        defaults=_layered(layers, "defaults", PRESET_KEYS),
        presets=_presets(layers),
        reporters=reporters,
        allow_sensitive=head.has("allow_sensitive") and head.value("allow_sensitive", bool),
    )
    tables = _institutions(whole)
    style = None
    if any(layer.has("text") for layer in layers):
        style = _layered(layers, "text", TEXT_KEYS)
    sources = head.sources() | text_sources(style)
    sources |= {f"reporters.{key}": text for key, text in behaviour.sources().items()}
    institutions = []
    for table in tables:
        merged = reader.inherit(table)
        institution = reader.read(merged)
        institutions.append(institution)
        sources |= {f"{institution.id}.{key}": text for key, text in merged.sources().items()}
    return head.build(
        Scenario,
        name=head.text("name"),
        period_days=head.whole("period_days"),
        as_of=head.value("as_of", date),
        reporters=reporters,
        text=read_text_profile(style),
        institutions=tuple(institutions),
        sources=sources,
    )


def _with_bases(whole: ScenarioTable) -> list[ScenarioTable]:
    layers = [whole]
    while (head := layers[-1].table("scenario")).has("base"):
        base = head.choice("base", list_scenarios())
        layers.append(_read(_folder() / f"{base}{_SUFFIX}"))
    return layers


def _institutions(whole: ScenarioTable) -> list[ScenarioTable]:
    tables = whole.tables("institutions") if whole.has("institutions") else []
    for table in tables:
        table.check_keys(INSTITUTION_KEYS)
        table.check_sources(UNSOURCED)
    groups = whole.tables("institution_groups") if whole.has("institution_groups") else []
    if not (tables or groups):
        raise whole.error("scenario_missing", "institutions")
    return [*tables, *expand_institutions(groups)]


def _layered(layers: list[ScenarioTable], key: str, allowed: AbstractSet[str]) -> ScenarioTable:
    """Lay a table of the file over the same one of its base."""
    found = [layer.table(key) for layer in layers if layer.has(key)]
    if not found:
        raise layers[0].error("scenario_missing", key)
    for table in found:
        table.check_keys(allowed)
        table.check_sources(frozenset())
    merged = found[-1]
    for table in reversed(found[:-1]):
        merged = table.over(merged)
    return merged


def _presets(layers: list[ScenarioTable]) -> dict[str, ScenarioTable]:
    presets: dict[str, ScenarioTable] = {}
    for layer in reversed(layers):
        presets |= layer.tables_by_name("presets")
    for table in presets.values():
        table.check_keys(PRESET_KEYS)
        table.check_sources(frozenset())
    return presets
