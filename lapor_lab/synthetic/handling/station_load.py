"""How busy one station is, and an office of several."""

import math
from dataclasses import dataclass

__all__ = ["OfficeLoad", "StationLoad"]


@dataclass(frozen=True, kw_only=True)
class StationLoad:
    """Work and capacity of the administrators or of one unit.

    Parameters
    ----------
    name : str
        Name of the unit, or of the administrators.
    n_servers : int
        Administrators or officers.
    arrival_rate_per_day : float
        Reports that reach it a working day, each counted once for each time it is sent here.
    visits_per_day : float
        Times a working day that somebody takes one up.
    hours_per_day : float
        Effort that they need a working day.
    capacity_hours_per_day : float
        Hours that all servers together have for it a working day.
    utilisation : float
        The one over the other; from 1 on the backlog grows without end.
    arriving_share : float, default=1.0
        Share of the arrivals that get here at all; below 1 behind a station that is saturated.
    """

    name: str
    n_servers: int
    arrival_rate_per_day: float
    visits_per_day: float
    hours_per_day: float
    capacity_hours_per_day: float
    utilisation: float
    arriving_share: float = 1.0

    @property
    def service_hours(self) -> float:
        """Mean effort of a visit; NaN where there is none."""
        return self.hours_per_day / self.visits_per_day if self.visits_per_day else math.nan

    @property
    def is_saturated(self) -> bool:
        """Whether more work comes in than can be done."""
        return self.utilisation * self.arriving_share >= 1

    @property
    def passed_on(self) -> float:
        """Share of its reports that a station gets done in the long run."""
        return min(1.0, 1 / self.utilisation) if self.utilisation else 1.0

    @property
    def backlog_growth_per_day(self) -> float:
        """Reports a working day that come in over those that can be done.

        Arrivals minus capacity, both in reports: what a report needs more than one visit for
        is counted once, as the same report waits at one place at a time.
        """
        if not self.is_saturated:
            return 0.0
        return self.arrival_rate_per_day * (self.arriving_share - 1 / self.utilisation)


@dataclass(frozen=True, kw_only=True)
class OfficeLoad:
    """Load of an institution.

    Parameters
    ----------
    reports_per_day : float
        Reports that come in a working day.
    archived_share : float
        Share of them archived at verification, copies included.
    administrators : StationLoad
        Those who verify and dispose.
    units : tuple of StationLoad
        The liaison officers of each unit, in the order of the institution's units.
    """

    reports_per_day: float
    archived_share: float
    administrators: StationLoad
    units: tuple[StationLoad, ...]

    @property
    def stations(self) -> tuple[StationLoad, ...]:
        """Administrators, then the units."""
        return (self.administrators, *self.units)

    @property
    def officer_utilisation(self) -> float:
        """Effort of all officers over their capacity."""
        capacity = sum(unit.capacity_hours_per_day for unit in self.units)
        hours = sum(unit.hours_per_day for unit in self.units)
        return hours / capacity if capacity else math.inf

    @property
    def busiest_unit(self) -> StationLoad:
        """The unit of the highest utilisation, the first of several."""
        return max(self.units, key=lambda unit: unit.utilisation)

    @property
    def busiest_station(self) -> StationLoad:
        """The station of the highest utilisation, administrators included."""
        return max(self.stations, key=lambda station: station.utilisation)

    @property
    def saturated(self) -> tuple[StationLoad, ...]:
        """Stations whose backlog grows without end."""
        return tuple(station for station in self.stations if station.is_saturated)

    @property
    def backlog_growth_per_day(self) -> float:
        """Reports a working day by which the backlog of all stations grows; 0 if none is full."""
        return math.fsum(station.backlog_growth_per_day for station in self.saturated)
