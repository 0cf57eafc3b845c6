"""One institution as a scenario file writes it, over its presets and the defaults."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final

from lapor_lab.synthetic.model.demand import ReporterModel, TopicShare
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.model.units import UnitModel
from lapor_lab.synthetic.scenario_files.scenario_layer import SOURCE
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.scenario_files.staff_size import staff_institution
from lapor_lab.synthetic.scenario_files.topic_mix import read_seasons, read_topics
from lapor_lab.synthetic.scenario_files.unit_groups import expand_groups, utilisation_limits

__all__ = ["FILE_KEYS", "INSTITUTION_KEYS", "PRESET_KEYS", "UNSOURCED", "InstitutionReader"]

# Keys of an institution that are no parameter of the model, with what they mean.
FILE_KEYS: Final[Mapping[str, str]] = {
    "presets": "names of tables below `presets`; a later one holds over an earlier one",
    "region": "area that its units serve; empty where missing",
    "max_admin_utilisation": (
        "administrators are added until their expected utilisation is at most this; none are "
        "where missing"
    ),
    "unit_groups": "the units, in groups of equal ones",
}
# What names a thing needs no source.
UNSOURCED: Final = frozenset({"id", "name", "presets", "region"})
_FIELDS: Final = {known.name: known for known in fields(InstitutionModel)}
PRESET_KEYS: Final = frozenset(
    _FIELDS.keys() - {"id", "name", "units"} | {"max_admin_utilisation", "unit_groups", SOURCE}
)
INSTITUTION_KEYS: Final = PRESET_KEYS | UNSOURCED
_READ_APART: Final = frozenset({"topics", "seasons", "units"})


@dataclass(frozen=True, kw_only=True)
class InstitutionReader:
    """What the institutions of a file share.

    Parameters
    ----------
    defaults : ScenarioTable
        What holds where neither an institution nor its presets say anything.
    presets : mapping of str to ScenarioTable
        Named tables that institutions inherit from.
    reporters : ReporterModel
        How reporters behave.
    allow_sensitive : bool
        Whether sensitive topics are read.
    """

    defaults: ScenarioTable
    presets: Mapping[str, ScenarioTable]
    reporters: ReporterModel
    allow_sensitive: bool
    # What was read before: hundreds of institutions have their units and topics from one preset.
    _units: dict[tuple[int, str], tuple[UnitModel, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _topics: dict[int, tuple[TopicShare, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def inherit(self, table: ScenarioTable) -> ScenarioTable:
        """Fill up an institution from its presets and the defaults.

        Parameters
        ----------
        table : ScenarioTable
            What the institution says itself.

        Returns
        -------
        ScenarioTable
            What holds for it, and the sources of that.

        Raises
        ------
        InputFileError
            If it names an unknown preset.
        """
        layer = self.defaults
        for name in table.texts("presets"):
            if name not in self.presets:
                raise table.refusal("presets", " | ".join(self.presets) or "[]", name)
            layer = self.presets[name].over(layer)
        return table.over(layer)

    def read(self, merged: ScenarioTable) -> InstitutionModel:
        """Read an institution.

        Parameters
        ----------
        merged : ScenarioTable
            What holds for it, from `inherit`.

        Returns
        -------
        InstitutionModel
            The institution.

        Raises
        ------
        InputFileError
            If a parameter is missing or wrong.
        """
        values: dict[str, Any] = {
            name: merged.typed(name, InstitutionModel)
            for name, known in _FIELDS.items()
            if name not in _READ_APART and (merged.has(name) or known.default is MISSING)
        }
        groups = merged.tables("unit_groups")
        institution = merged.build(
            InstitutionModel,
            **values,
            topics=self._mixed(merged),
            seasons=read_seasons(merged.tables("seasons"), allow_sensitive=self.allow_sensitive),
            units=self._expanded(merged, groups),
        )
        return staff_institution(
            institution,
            self.reporters,
            utilisation_limits(groups),
            merged.utilisation("max_admin_utilisation"),
        )

    def _expanded(
        self, merged: ScenarioTable, groups: list[ScenarioTable]
    ) -> tuple[UnitModel, ...]:
        region = merged.text("region") if merged.has("region") else ""
        key = (id(merged.value("unit_groups", list)), region)
        if key not in self._units:
            self._units[key] = expand_groups(groups, region)
        return self._units[key]

    def _mixed(self, merged: ScenarioTable) -> tuple[TopicShare, ...]:
        key = id(merged.value("topics", dict))
        if key not in self._topics:
            self._topics[key] = read_topics(
                merged.table("topics"), allow_sensitive=self.allow_sensitive
            )
        return self._topics[key]
