"""A scenario: institutions, reporters and a period, from which a log can be made."""

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.synthetic.model.checks import check_at_least
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.streams import stable_number
from lapor_lab.synthetic.text.profile import TextProfile

__all__ = ["Scenario"]

_DAYS_PER_YEAR = 365
_CHANGED = "asumsi: diubah dari skenario"


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Everything that decides a synthetic log, but the seed.

    Parameters
    ----------
    name : str
        Name of the scenario.
    period_days : int
        Days before `as_of` on which reports come in.
    as_of : date
        Moment of the snapshot, 00:00 of that day.
    reporters : ReporterModel
        How reporters behave.
    institutions : tuple of InstitutionModel
        Who handles reports; the order means nothing.
    text : TextProfile, default=TextProfile()
        How texts look, and how hard their topics are to tell.
    sources : mapping of str to str, default={}
        Where each parameter comes from, by ``"<institution>.<parameter>"``,
        ``"reporters.<parameter>"`` or ``"<parameter>"``.

    Raises
    ------
    ParameterError
        If there is no institution, or two cannot be told apart.
    """

    name: str
    period_days: int
    as_of: date
    reporters: ReporterModel
    institutions: tuple[InstitutionModel, ...]
    text: TextProfile = field(default_factory=TextProfile)
    sources: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_at_least("period_days", self.period_days, 1)
        check_at_least("len(institutions)", len(self.institutions), 1)
        numbers = Counter(stable_number(i.id) for i in self.institutions)
        for institution in self.institutions:
            if numbers[stable_number(institution.id)] > 1:
                raise ParameterError(
                    "parameter_range",
                    name="id",
                    allowed="1 ×",
                    value=institution.id,
                    remedy="Rename one.",
                )

    def institution(self, institution_id: str) -> InstitutionModel:
        """Return one institution.

        Parameters
        ----------
        institution_id : str
            Its identifier.

        Returns
        -------
        InstitutionModel
            The institution.

        Raises
        ------
        UnknownNameError
            If the scenario has none of that id.
        """
        for institution in self.institutions:
            if institution.id == institution_id:
                return institution
        allowed = ", ".join(i.id for i in self.institutions)
        raise UnknownNameError(
            "unknown_name", kind="institution", value=institution_id, allowed=allowed
        )

    def find_institution(self, name: str) -> InstitutionModel | None:
        """Return the institution of an identifier or a name, in any case.

        Parameters
        ----------
        name : str
            As somebody writes it.

        Returns
        -------
        InstitutionModel or None
            None where the scenario has none of that name.
        """
        wanted = name.casefold()
        names = ((each, (each.id.casefold(), each.name.casefold())) for each in self.institutions)
        return next((each for each, own in names if wanted in own), None)

    def replace_institution(self, institution_id: str, /, **changes: Any) -> "Scenario":
        """Return the scenario with one institution changed, and the change named in `sources`.

        Parameters
        ----------
        institution_id : str
            Identifier of the institution.
        **changes : object
            New values of its parameters, by name.

        Returns
        -------
        Scenario
            A new scenario.

        Raises
        ------
        UnknownNameError
            If the scenario has no such institution or an institution no such parameter.
        """
        changed = self.institution(institution_id)
        known = [f.name for f in dataclasses.fields(InstitutionModel)]
        for name in changes:
            if name not in known:
                raise UnknownNameError(
                    "unknown_name", kind="parameter", value=name, allowed=", ".join(known)
                )
        changed = dataclasses.replace(changed, **changes)
        return dataclasses.replace(
            self,
            institutions=tuple(changed if i.id == institution_id else i for i in self.institutions),
            sources={
                **self.sources,
                **{f"{institution_id}.{name}": _CHANGED for name in changes},
            },
        )

    def parameter_table(self) -> pd.DataFrame:
        """Tell every parameter of every institution, of the reporters and of the scenario.

        Returns
        -------
        DataFrame of shape (n_parameters, 4)
            `institution` (its id; empty for what holds for all), `parameter`, `value` (JSON)
            and `source`.
        """
        rows = [
            *_parameters("", "", self, {"institutions", "reporters", "text", "sources"}),
            *_parameters("", "reporters.", self.reporters, set()),
            *_parameters("", "text.", self.text, set()),
        ]
        for institution in self.institutions:
            rows += _parameters(institution.id, "", institution, {"id"})
        table = pd.DataFrame(rows, columns=["institution", "parameter", "value"])
        keys = table["institution"].where(table["institution"] == "", table["institution"] + ".")
        # Units are written as groups, and the source stands with those.
        names = (keys + table["parameter"]).str.replace(".units", ".unit_groups")
        return table.assign(source=[self.sources.get(name, "") for name in names])

    def expected_cases(self, institution_id: str) -> int:
        """Return how many reports an institution receives in the period.

        Parameters
        ----------
        institution_id : str
            Identifier of the institution.

        Returns
        -------
        int
            Its yearly volume, scaled to the period.
        """
        return round(
            self.institution(institution_id).volume_per_year * self.period_days / _DAYS_PER_YEAR
        )

    def split_cases(self, n_cases: int | None = None) -> dict[str, int]:
        """Split a number of cases over the institutions by volume.

        Parameters
        ----------
        n_cases : int or None, default=None
            Cases of the whole log, at least 1; None takes each institution's own volume.

        Returns
        -------
        dict of str to int
            Cases by institution, by the largest remainder, ties to the smaller id.

        Raises
        ------
        ParameterError
            If `n_cases` is below 1.
        """
        ids = sorted(i.id for i in self.institutions)
        if n_cases is None:
            return {each: self.expected_cases(each) for each in ids}
        check_at_least("n_cases", n_cases, 1)
        volumes = {i.id: i.volume_per_year for i in self.institutions}
        total = sum(volumes.values())
        split = {each: n_cases * volumes[each] // total for each in ids}
        remainder = {each: n_cases * volumes[each] % total for each in ids}
        first = sorted(ids, key=lambda each: (-remainder[each], each))
        for each in first[: n_cases - sum(split.values())]:
            split[each] += 1
        return split


def _parameters(
    institution: str, prefix: str, model: Any, left_out: set[str]
) -> list[tuple[str, str, str]]:
    names = [f.name for f in dataclasses.fields(model) if f.name not in left_out]
    return [(institution, prefix + n, _json(getattr(model, n))) for n in names]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> object:
    if isinstance(value, date):
        return value.isoformat()
    # Its own values are unfolded as they are met; `asdict` copies the whole tree each time.
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
