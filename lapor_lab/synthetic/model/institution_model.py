"""One institution of a scenario: volume, units, staff, and the levers of its practices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lapor_lab.errors import ParameterError
from lapor_lab.schema import ArchiveReason, ReportClass, UnitLevel
from lapor_lab.synthetic.model.checks import (
    check_at_least,
    check_choice,
    check_distribution,
    check_positive,
    check_share,
)
from lapor_lab.synthetic.model.demand import Season, TopicShare
from lapor_lab.synthetic.model.units import UnitModel, active_units

__all__ = ["MAX_HOURS_PER_DAY", "InstitutionModel"]

# 37.5 hours a week (Perpres 21/2023), breaks taken out.
MAX_HOURS_PER_DAY = 7.5

_MIN_UNITS = 2
_NOT_NEGATIVE = frozenset({"service_spread", "rating_loss_per_day"})


@dataclass(frozen=True, kw_only=True)
class InstitutionModel:
    """One institution and how it handles reports.

    All days are working days, all hours are office hours.

    Parameters
    ----------
    id : str
        Stable identifier; it decides the institution's random numbers and case numbers.
    name : str
        Name that tables show.
    volume_per_year : int
        Reports in 365 days.
    topics : tuple of TopicShare
        What they are about; shares sum to 1.
    seasons : tuple of Season
        Days with more reports.
    class_shares : mapping of str to float
        Share of reports by `ReportClass`.
    units : tuple of UnitModel
        Where reports are disposed to; at least two.
    level_shares : mapping of str to float
        Share of reports that belong to units of each level.
    n_admins : int
        Administrators of the institution.
    admin_hours_per_day : float
        Hours a day that an administrator has for SP4N-LAPOR!, in (0, 7.5].
    verify_minutes : float
        Mean effort to verify and dispose one report.
    misaddressed_share : float
        Share that reached the account of another institution first.
    redirect_days : float
        Mean days until that account has passed it on.
    archived_share : float
        Share archived at verification.
    archive_reason_shares : mapping of str to float
        Why, by `ArchiveReason`, where it is no copy.
    duplicate_archived_share : float
        Share of copies archived as such.
    hold_share : float
        Share of the others held (*tunda*) because it is incomplete.
    hold_completed_share : float
        Share of held reports that the reporter completes.
    hold_limit_days : int
        Days after which the system archives a held report.
    misrouted_share : float
        Share of dispositions that reach a wrong unit.
    relayed_share : float
        Share of dispositions to a unit below another that go through that one.
    relay_hours : float
        Mean hours of effort until a unit in between has passed a report on, once it has read it.
    active_liaison_share : float
        Share of units with an active liaison account (*konektivitas*).
    read_delay_active_days, read_delay_inactive_days : float
        Mean days until a disposition is read, where the account is active and where not.
    unread_share : float
        Share of dispositions to units without active account that are never read.
    reminded_share : float
        Share of unread dispositions that the administrator reminds of in time.
    reminder_after_days : float
        Days after entry at which a reminder is sent.
    return_hours : float
        Mean hours of effort until a wrong unit has returned a report that it read.
    officer_hours_per_day : float
        Hours a day that a liaison officer has for SP4N-LAPOR!, in (0, 7.5].
    absences_per_year : float
        Absences of each administrator and officer (leave, training).
    absence_days : float
        Mean length of an absence.
    moves_per_year : float
        How often an officer is moved to another post (*mutasi*).
    vacancy_days : float
        Mean days until a new decree (*SK*) names the successor.
    answer_hours : float
        Mean hours of effort that an officer needs for a follow-up.
    service_spread : float
        Standard deviation of the logarithm of all service times.
    further_share : float
        Share of first follow-ups that need a further, final one.
    further_days : float
        Mean days between the two.
    escalated_share : float
        Share of reports whose legal limit is watched: if the final follow-up is not begun on
        the working day before it, it is called for.
    reply_share : float
        Share of final follow-ups that the reporter replies to within the window.
    reopened_share : float
        Share of those replies that reopen the report.
    closed_by_reporter_share, closed_by_admin_share : float
        Shares of windows without reply closed by reporter and by administrator; the system
        closes the rest at the limit.
    rated_share : float
        Share of closed reports that are rated.
    rating_start : float
        Mean rating of a report followed up at once, in [1, 5].
    rating_loss_per_day : float
        What each day until the first follow-up takes from it.
    topic_missing_share, class_missing_share : float
        Shares of reports without topic and without class.

    Raises
    ------
    ParameterError
        If a value lies outside its range.
    """

    id: str
    name: str
    volume_per_year: int
    topics: tuple[TopicShare, ...]
    seasons: tuple[Season, ...]
    class_shares: Mapping[str, float]
    units: tuple[UnitModel, ...]
    level_shares: Mapping[str, float]
    n_admins: int
    admin_hours_per_day: float
    verify_minutes: float
    misaddressed_share: float
    redirect_days: float
    archived_share: float
    archive_reason_shares: Mapping[str, float]
    duplicate_archived_share: float
    hold_share: float
    hold_completed_share: float
    hold_limit_days: int
    misrouted_share: float
    relayed_share: float
    relay_hours: float
    active_liaison_share: float
    read_delay_active_days: float
    read_delay_inactive_days: float
    unread_share: float
    reminded_share: float
    reminder_after_days: float
    return_hours: float
    officer_hours_per_day: float
    absences_per_year: float
    absence_days: float
    moves_per_year: float
    vacancy_days: float
    answer_hours: float
    service_spread: float
    further_share: float
    further_days: float
    escalated_share: float
    reply_share: float
    reopened_share: float
    closed_by_reporter_share: float
    closed_by_admin_share: float
    rated_share: float
    rating_start: float
    rating_loss_per_day: float
    topic_missing_share: float
    class_missing_share: float

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]+", self.id):
            raise ParameterError(
                "parameter_range",
                name="id",
                allowed="a-z 0-9 -",
                value=self.id,
                remedy="It also names files.",
            )
        for name, value in vars(self).items():
            if name.endswith("_share"):
                check_share(name, value)
            elif name.endswith(("_hours", "_minutes")):
                check_positive(name, value)
            elif name.endswith(("_days", "_per_year")) or name in _NOT_NEGATIVE:
                check_at_least(name, value, 0)
        for name in ("volume_per_year", "n_admins", "hold_limit_days"):
            check_at_least(name, getattr(self, name), 1)
        check_at_least("len(units)", len(self.units), _MIN_UNITS)
        check_share(
            "closed_by_reporter_share + closed_by_admin_share",
            self.closed_by_reporter_share + self.closed_by_admin_share,
        )
        for name in ("admin_hours_per_day", "officer_hours_per_day"):
            _check_range(name, getattr(self, name), 0.1, MAX_HOURS_PER_DAY)
        _check_range("rating_start", self.rating_start, 1, 5)
        self._check_distributions()

    def _check_distributions(self) -> None:
        check_distribution("topics", {f"{t.topic}/{t.subtopic}": t.share for t in self.topics})
        for name in self.class_shares:
            check_choice("class_shares", name, tuple(ReportClass))
        check_distribution("class_shares", self.class_shares)
        for name in self.archive_reason_shares:
            check_choice("archive_reason_shares", name, tuple(ArchiveReason))
        check_distribution("archive_reason_shares", self.archive_reason_shares)
        levels = tuple(dict.fromkeys(unit.level for unit in self.units))
        for name in self.level_shares:
            check_choice("level_shares", name, levels)
        check_distribution("level_shares", self.level_shares)
        names = tuple(unit.name for unit in self.units)
        for unit in self.units:
            if unit.parent:
                check_choice("parent", unit.parent, names)

    @property
    def is_active(self) -> tuple[bool, ...]:
        """Which units have an active liaison account, in the order of `units`."""
        return active_units(self.units, self.active_liaison_share)

    def units_of_level(self, level: str) -> tuple[int, ...]:
        """Return the positions of all units of a level.

        Parameters
        ----------
        level : str
            One of `UnitLevel`.

        Returns
        -------
        tuple of int
            Positions in `units`.
        """
        return self._units_by_level.get(level, ())

    @cached_property
    def _units_by_level(self) -> Mapping[str, tuple[int, ...]]:
        levels = dict.fromkeys(unit.level for unit in self.units)
        return {
            level: tuple(i for i, unit in enumerate(self.units) if unit.level == level)
            for level in levels
        }

    def main_units_for(self, subtopic: str) -> tuple[int, ...]:
        """Return the positions of the unit utama that answer for a sub-topic.

        Parameters
        ----------
        subtopic : str
            A sub-topic, possibly empty.

        Returns
        -------
        tuple of int
            Positions in `units`; all unit utama where none names the sub-topic.
        """
        main = self.units_of_level(UnitLevel.MAIN_UNIT)
        routed = tuple(i for i in main if subtopic in self.units[i].routes)
        return routed or main


def _check_range(name: str, value: float, lower: float, upper: float) -> None:
    if not lower <= value <= upper:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=f"{lower} … {upper}",
            value=value,
            remedy="Give a value inside.",
        )
