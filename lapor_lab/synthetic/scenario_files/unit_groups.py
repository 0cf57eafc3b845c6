"""Units as a scenario file writes them: in groups of equal ones."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from lapor_lab.schema import UnitLevel, load_register
from lapor_lab.synthetic.model.units import UnitModel
from lapor_lab.synthetic.scenario_files.numbered import numbered
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable

__all__ = ["UNIT_GROUP_KEYS", "expand_groups", "utilisation_limits"]

# Keys of one group, with what they mean: `docs/scenarios.md` shows them.
UNIT_GROUP_KEYS: Final[Mapping[str, str]] = {
    "name": "name of the units, in which {nomor} stands for the number; invented below unit utama",
    "register": "id of a unit in the institution register, instead of `name`",
    "level": "unit utama | kantor wilayah | UPT",
    "n_units": "number of units; 1 where missing",
    "n_officers": "officers of each unit, at least; 1 where missing",
    "max_utilisation": (
        "officers are added until the unit's expected utilisation is at most this; none are "
        "where missing"
    ),
    "n_inherited": "how many, the last ones, came with a merger; 0 where missing",
    "parent": "`name` or `register` of another group; these units stand below its units in turn",
    "routes": "sub-topics that a unit utama answers for",
}


def expand_groups(groups: list[ScenarioTable], region: str = "") -> tuple[UnitModel, ...]:
    """Expand groups to units.

    A group has a `name`, in which ``{nomor}`` stands for the unit's number, or the id of a
    unit in the institution register; the last `n_inherited` of its `n_units` are inherited.
    `parent` names another group; the units stand below its units in turn.

    Parameters
    ----------
    groups : list of ScenarioTable
        Groups in the order of the file.
    region : str, default=""
        Area that the whole institution serves; empty for a national one, whose regional
        offices have invented areas.

    Returns
    -------
    tuple of UnitModel
        All units.

    Raises
    ------
    InputFileError
        If a key or value of a group is wrong.
    """
    sizes: dict[str, int] = {}
    for group in groups:
        group.check_keys(set(UNIT_GROUP_KEYS))
        n_units = group.whole("n_units", default=1)
        if n_units < 1:
            raise group.refusal("n_units", ">= 1", n_units)
        sizes[_key(group)] = n_units
    return tuple(unit for group in groups for unit in _expand(group, sizes, region))


def utilisation_limits(groups: list[ScenarioTable]) -> tuple[float | None, ...]:
    """Return the highest utilisation that each unit may have.

    Parameters
    ----------
    groups : list of ScenarioTable
        Groups in the order of the file.

    Returns
    -------
    tuple of float or None
        One a unit; None where its group sets none.

    Raises
    ------
    InputFileError
        If one is not above 0 and at most 1.
    """
    limits: list[float | None] = []
    for group in groups:
        limit = group.utilisation("max_utilisation")
        limits += [limit] * group.whole("n_units", default=1)
    return tuple(limits)


def _expand(group: ScenarioTable, sizes: Mapping[str, int], region: str) -> list[UnitModel]:
    n_units = sizes[_key(group)]
    n_own = n_units - group.whole("n_inherited", default=0)
    if not 0 <= n_own <= n_units:
        raise group.refusal("n_inherited", f"0 … {n_units}", n_units - n_own)
    level = group.text("level")
    is_regional = level == UnitLevel.REGIONAL_OFFICE
    parent = group.choice("parent", sizes) if group.has("parent") else ""
    routes = group.texts("routes")
    n_officers = group.whole("n_officers", default=1)
    area = region or ("Wilayah Contoh {nomor}" if is_regional else "")
    return [
        group.build(
            UnitModel,
            name=numbered(_name(group, _key(group)), position + 1, n_units),
            level=level,
            parent=_parent_name(parent, position, sizes),
            region=numbered(area, position + 1, n_units),
            routes=routes,
            n_officers=n_officers,
            is_inherited=position >= n_own,
        )
        for position in range(n_units)
    ]


def _parent_name(parent: str, position: int, sizes: Mapping[str, int]) -> str:
    if not parent:
        return ""
    n_parents = sizes[parent]
    return numbered(_official_names().get(parent, parent), position % n_parents + 1, n_parents)


def _key(group: ScenarioTable) -> str:
    if group.has("register"):
        return group.choice("register", _official_names())
    return group.text("name")


def _name(group: ScenarioTable, key: str) -> str:
    return _official_names()[key] if group.has("register") else key


@cache
def _official_names() -> Mapping[str, str]:
    return {entry.id: entry.official_name for entry in load_register()}
