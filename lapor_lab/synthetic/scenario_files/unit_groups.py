"""Units as a scenario file writes them: in groups of equal ones."""

from typing import Final

from lapor_lab.schema import UnitLevel, load_register
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.model.units import UnitModel

__all__ = ["expand_groups"]

_KEYS: Final = {
    "name",
    "register",
    "level",
    "n_units",
    "n_officers",
    "n_inherited",
    "parent",
    "routes",
}
_NUMBER: Final = "{nomor}"


def expand_groups(groups: list[ScenarioTable]) -> tuple[UnitModel, ...]:
    """Expand groups to units.

    A group has a `name`, in which ``{nomor}`` stands for the unit's number, or the id of a
    unit in the institution register; the last `n_inherited` of its `n_units` are inherited.
    `parent` is the `name` of another group; the units stand below its units in turn.

    Parameters
    ----------
    groups : list of ScenarioTable
        Groups in the order of the file.

    Returns
    -------
    tuple of UnitModel
        All units.

    Raises
    ------
    InputFileError
        If a key or value of a group is wrong.
    """
    names = {entry.id: entry.official_name for entry in load_register()}
    named = {_name(group, names): group.whole("n_units", default=1) for group in groups}
    return tuple(unit for group in groups for unit in _expand(group, names, named))


def _expand(
    group: ScenarioTable, names: dict[str, str], named: dict[str, int]
) -> list[UnitModel]:
    group.check_keys(_KEYS)
    n_units = group.whole("n_units", default=1)
    n_own = n_units - group.whole("n_inherited", default=0)
    level = group.text("level")
    parent = group.choice("parent", named) if group.has("parent") else ""
    units = []
    for position in range(n_units):
        number = f"{position + 1:02d}"
        regional = level == UnitLevel.REGIONAL_OFFICE
        units.append(
            group.build(
                UnitModel,
                name=_numbered(_name(group, names), position),
                level=level,
                parent=_numbered(parent, position % named.get(parent, 1)),
                region=f"Wilayah Contoh {number}" if regional else "",
                routes=group.texts("routes"),
                n_officers=group.whole("n_officers", default=1),
                is_inherited=position >= n_own,
            )
        )
    return units


def _numbered(name: str, position: int) -> str:
    return name.replace(_NUMBER, f"{position + 1:02d}")


def _name(group: ScenarioTable, names: dict[str, str]) -> str:
    return names[group.choice("register", names)] if group.has("register") else group.text("name")
