"""How many people an institution needs, so that its queues stay below a utilisation."""

import dataclasses
import math
from collections.abc import Sequence

from lapor_lab.synthetic.handling.load import expected_load
from lapor_lab.synthetic.handling.station_load import StationLoad
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["staff_institution"]


def staff_institution(
    institution: InstitutionModel,
    reporters: ReporterModel,
    unit_limits: Sequence[float | None],
    admin_limit: float | None,
) -> InstitutionModel:
    """Add people where the expected utilisation is above a limit.

    Parameters
    ----------
    institution : InstitutionModel
        With the fewest people that it may have.
    reporters : ReporterModel
        How reporters behave.
    unit_limits : sequence of float or None
        Highest utilisation of each unit; None leaves it as it is.
    admin_limit : float or None
        Highest utilisation of the administrators; None leaves them as they are.

    Returns
    -------
    InstitutionModel
        The same institution, with people added.
    """
    if admin_limit is None and not any(unit_limits):
        return institution
    load = expected_load(institution, reporters)
    limits = (admin_limit, *unit_limits)
    stations = (load.administrators, *load.units)
    n_needed = [
        station.n_servers if limit is None else _n_servers(station, limit)
        for station, limit in zip(stations, limits, strict=True)
    ]
    if n_needed == [station.n_servers for station in stations]:
        return institution
    units = tuple(
        unit if unit.n_officers == n else dataclasses.replace(unit, n_officers=n)
        for unit, n in zip(institution.units, n_needed[1:], strict=True)
    )
    return dataclasses.replace(institution, units=units, n_admins=n_needed[0])


def _n_servers(station: StationLoad, limit: float) -> int:
    per_server = station.capacity_hours_per_day / station.n_servers
    if per_server <= 0:
        return station.n_servers
    return max(station.n_servers, math.ceil(station.hours_per_day / (per_server * limit)))
