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
    units = tuple(
        dataclasses.replace(unit, n_officers=_n_servers(station, limit)) if limit else unit
        for unit, station, limit in zip(institution.units, load.units, unit_limits, strict=True)
    )
    n_admins = institution.n_admins
    if admin_limit is not None:
        n_admins = _n_servers(load.administrators, admin_limit)
    return dataclasses.replace(institution, units=units, n_admins=n_admins)


def _n_servers(station: StationLoad, limit: float) -> int:
    per_server = station.capacity_hours_per_day / station.n_servers
    if per_server <= 0:
        return station.n_servers
    return max(station.n_servers, math.ceil(station.hours_per_day / (per_server * limit)))
