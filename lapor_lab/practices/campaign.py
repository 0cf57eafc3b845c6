"""A campaign: for some weeks more people report, and then ever fewer of them."""

from dataclasses import dataclass
from typing import ClassVar

from lapor_lab.errors import ParameterError
from lapor_lab.practices.size import Size, SizeName, check_reason
from lapor_lab.synthetic import InstitutionModel, Season

__all__ = ["Campaign"]


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """A season that a practice adds; it moves reports to its days, and adds none to the year.

    Parameters
    ----------
    first_day, last_day : str
        As in `Season`.
    fade_days : float
        Mean days over which it dies away.
    size : Size
        Reports of a day of the campaign over those of an ordinary one, at least 1; it is a
        cost, so that `low` is the largest.
    reason : str
        Why this much, in Indonesian.

    Raises
    ------
    ParameterError
        If a day or a number lies outside its range, or the reason is blank.
    """

    first_day: str
    last_day: str
    fade_days: float
    size: Size
    reason: str

    parameter: ClassVar[str] = "seasons"
    is_cost: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_reason(self.reason)
        if not self.size.low >= self.size.high >= 1:
            raise ParameterError(
                "parameter_range",
                name="size",
                allowed="low >= standard >= high >= 1",
                value=f"{self.size.low} / {self.size.standard} / {self.size.high}",
                remedy="`low` is the least favourable, `high` the most favourable size.",
            )
        self._season(self.size.low)

    def level(
        self, institution: InstitutionModel, strength: float, size: SizeName = "standard"
    ) -> float:
        """Return the reports of a day of the campaign over those of an ordinary one.

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
            1 without the campaign.
        """
        added = set(self.value(institution, strength, size)) - set(institution.seasons)
        return max((season.factor for season in added), default=1.0)

    def value(
        self, institution: InstitutionModel, strength: float, size: SizeName = "standard"
    ) -> tuple[Season, ...]:
        """Return the seasons of the institution with the campaign.

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
        tuple of Season
            Today's alone where the strength is 0 or the campaign is there already.
        """
        factor = 1 + strength * (self.size.value(size) - 1)
        season = self._season(factor)
        if factor == 1 or season in institution.seasons:
            return institution.seasons
        return (*institution.seasons, season)

    def _season(self, factor: float) -> Season:
        return Season(
            first_day=self.first_day,
            last_day=self.last_day,
            factor=factor,
            fade_days=self.fade_days,
        )
