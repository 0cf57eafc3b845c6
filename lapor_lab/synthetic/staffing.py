"""Staff for a volume: as busy in a log of another size as in the scenario's own."""

from dataclasses import dataclass

from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["Staff", "staff_for"]


@dataclass(frozen=True)
class Staff:
    """Servers of each station and factors on their service times.

    Parameters
    ----------
    n_servers : tuple of int
        Administrators, then the officers of each unit.
    service_scales : tuple of (float, float)
        Factors on the service times of administrators and of officers.
    """

    n_servers: tuple[int, ...]
    service_scales: tuple[float, float]


def staff_for(institution: InstitutionModel, volume_factor: float) -> Staff:
    """Return the staff for a multiple of an institution's own volume.

    More reports come with as many times more staff; what rounding leaves is made up by the
    service times, so that the utilisation stays (asumsi). Below 1 nothing changes, for a
    smaller log is a sample of the full stream.

    Parameters
    ----------
    institution : InstitutionModel
        Its staff at its own volume.
    volume_factor : float
        Reports over those of its own volume.

    Returns
    -------
    Staff
        Servers and service times.
    """
    factor = max(1.0, volume_factor)
    own = (institution.n_admins, *(unit.n_officers for unit in institution.units))
    scaled = tuple(max(1, round(n * factor)) for n in own)
    return Staff(
        n_servers=scaled,
        service_scales=(
            scaled[0] / (own[0] * factor),
            sum(scaled[1:]) / (sum(own[1:]) * factor),
        ),
    )
