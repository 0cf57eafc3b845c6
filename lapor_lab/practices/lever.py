"""A lever: one parameter that a practice moves, always towards the better, or as a named cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices.size import SIZES, Change, Size, SizeName, check_reason
from lapor_lab.synthetic import InstitutionModel
from lapor_lab.synthetic.model.institution_model import MAX_HOURS_PER_DAY

__all__ = ["BETTER", "Lever", "ceiling_of"]

_UP, _DOWN = 1, -1

# Which way each parameter is better for those who report (what a practice may move at all).
BETTER: Final[Mapping[str, int]] = {
    "volume_per_year": _DOWN,
    "admin_hours_per_day": _UP,
    "misaddressed_share": _DOWN,
    "archived_share": _DOWN,
    "archive_reason_shares": _DOWN,
    "hold_share": _DOWN,
    "misrouted_share": _DOWN,
    "relayed_share": _DOWN,
    "active_liaison_share": _UP,
    "read_delay_active_days": _DOWN,
    "unread_share": _DOWN,
    "reminded_share": _UP,
    "reminder_after_days": _DOWN,
    "officer_hours_per_day": _UP,
    "absence_days": _DOWN,
    "vacancy_days": _DOWN,
    "service_spread": _DOWN,
    "further_days": _DOWN,
    "escalated_share": _UP,
    "closed_by_admin_share": _UP,
    "topic_missing_share": _DOWN,
    "class_missing_share": _DOWN,
}


@dataclass(frozen=True, kw_only=True)
class Lever:
    """One parameter that a practice moves.

    Parameters
    ----------
    parameter : str
        Name of a parameter of `InstitutionModel`.
    change : Change
        How the size acts on today's value: as a floor, as a ceiling, or as a factor.
    size : Size
        How far.
    reason : str
        Why this much, in Indonesian; every size is an assumption.
    is_cost : bool, default=False
        Whether the practice makes this parameter worse; then a low size is a large cost.
    entries : tuple of str, default=()
        Entries of a distribution that shrink, where the parameter is one; the others keep
        their proportions.

    Raises
    ------
    UnknownNameError
        If no practice may move the parameter.
    ParameterError
        If the size moves the parameter against its nature, or the reason is blank.
    """

    parameter: str
    change: Change
    size: Size
    reason: str
    is_cost: bool = False
    entries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_reason(self.reason)
        if self.parameter not in BETTER:
            raise UnknownNameError(
                "unknown_name", kind="parameter", value=self.parameter, allowed=", ".join(BETTER)
            )
        direction = -BETTER[self.parameter] if self.is_cost else BETTER[self.parameter]
        if self.change is not Change.TIMES:
            self._check_nature(direction == (_UP if self.change is Change.AT_LEAST else _DOWN))
        else:
            for name in SIZES:
                self._check_nature((self.size.value(name) - 1) * direction >= 0)
        # The favourable end of a cost is the small one.
        favourable = -direction if self.is_cost else direction
        self._check_nature((self.size.high - self.size.low) * favourable >= 0)

    def _check_nature(self, *is_kept: bool) -> None:
        if not all(is_kept):
            goes_up = (BETTER[self.parameter] == _UP) != self.is_cost
            size = self.size
            raise ParameterError(
                "parameter_range",
                name="size",
                allowed="upwards" if goes_up else "downwards",
                value=f"{self.parameter} {self.change} {size.low} / {size.standard} / {size.high}",
                remedy="`low` is the least favourable, `high` the most favourable size.",
            )

    def level(
        self, institution: InstitutionModel, strength: float, size: SizeName = "standard"
    ) -> float:
        """Return the parameter's level under the practice, as a table shows it.

        Parameters
        ----------
        institution : InstitutionModel
            The institution as it is today.
        strength : float
            Part of the full effect, in [0, 1].
        size : {"low", "standard", "high"}, default="standard"
            Which size.

        Returns
        -------
        float
            A value between today's and the full one; of a distribution, the sum of `entries`.
        """
        value = self.value(institution, strength, size)
        return _sum(value, self.entries) if isinstance(value, Mapping) else value

    def value(
        self, institution: InstitutionModel, strength: float, size: SizeName = "standard"
    ) -> float | Mapping[str, float]:
        """Return the parameter's value under the practice.

        Parameters
        ----------
        institution : InstitutionModel
            The institution as it is today.
        strength : float
            Part of the full effect, in [0, 1].
        size : {"low", "standard", "high"}, default="standard"
            Which size.

        Returns
        -------
        float or mapping of str to float
            A value between today's and the full one.
        """
        today = getattr(institution, self.parameter)
        if self.entries:
            return self._shrunk(today, strength, size)
        reached = min(
            self._reached(today, size), max(ceiling_of(self.parameter, institution), today)
        )
        moved: float = today + strength * (reached - today)
        return round(moved) if isinstance(today, int) else moved

    def _reached(self, today: float, size: SizeName) -> float:
        wanted = self.size.value(size)
        if self.change is Change.TIMES:
            return today * wanted
        return max(today, wanted) if self.change is Change.AT_LEAST else min(today, wanted)

    def _shrunk(
        self, today: Mapping[str, float], strength: float, size: SizeName
    ) -> Mapping[str, float]:
        before = _sum(today, self.entries)
        after = before + strength * (self._reached(before, size) - before)
        if before in (after, 1):
            return today
        others = (1 - after) / (1 - before)
        inside = after / before
        return {k: v * (inside if k in self.entries else others) for k, v in today.items()}


def _sum(shares: Mapping[str, float], entries: tuple[str, ...]) -> float:
    return sum(shares.get(entry, 0.0) for entry in entries)


def ceiling_of(parameter: str, institution: InstitutionModel) -> float:
    """Return the largest value that a parameter of an institution can have.

    Parameters
    ----------
    parameter : str
        Name of a parameter of `InstitutionModel` that is a number.
    institution : InstitutionModel
        Whose; what others take of a whole is not left for it.

    Returns
    -------
    float
        Infinity where nothing bounds it.
    """
    if parameter == "closed_by_admin_share":
        return 1 - institution.closed_by_reporter_share
    if parameter.endswith("_share"):
        return 1.0
    return MAX_HOURS_PER_DAY if parameter.endswith("_hours_per_day") else float("inf")
