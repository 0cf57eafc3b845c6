"""Units of an institution: where a report may be sent, and which of them have a live account."""

from dataclasses import dataclass

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.model.checks import check_at_least, check_choice
from lapor_lab.synthetic.streams import stable_number

__all__ = ["UnitModel", "active_units"]


@dataclass(frozen=True, kw_only=True)
class UnitModel:
    """One unit that reports are disposed to.

    Parameters
    ----------
    name : str
        Name; below unit utama always an invented one.
    level : str
        One of `UnitLevel`, but not the institution itself.
    region : str, default=""
        Area that it serves; empty for a national one.
    parent : str, default=""
        Name of the unit above it; empty for one right below the institution.
    routes : tuple of str, default=()
        Sub-topics that it answers for; used for unit utama.
    n_officers : int, default=1
        Liaison officers who answer, at least 1.
    is_inherited : bool, default=False
        Whether it came with a merger (*unit hasil penggabungan*).

    Raises
    ------
    ParameterError
        If a value lies outside its range.
    """

    name: str
    level: str
    region: str = ""
    parent: str = ""
    routes: tuple[str, ...] = ()
    n_officers: int = 1
    is_inherited: bool = False

    def __post_init__(self) -> None:
        levels = tuple(level.value for level in UnitLevel if level != UnitLevel.INSTITUTION)
        check_choice("level", self.level, levels)
        check_at_least("n_officers", self.n_officers, 1)


def active_units(units: tuple[UnitModel, ...], active_share: float) -> tuple[bool, ...]:
    """Say which units have an active liaison account.

    The order in which units gain one is fixed, so that a higher share only adds units: unit
    utama first, the others by a stable hash of their name, inherited units last.

    Parameters
    ----------
    units : tuple of UnitModel
        All units of an institution.
    active_share : float
        Share of them with an active account, in [0, 1].

    Returns
    -------
    tuple of bool
        One flag a unit.

    Examples
    --------
    >>> units = (UnitModel(name="A", level="UPT", is_inherited=True),
    ...          UnitModel(name="B", level="UPT"))
    >>> active_units(units, 0.5)
    (False, True)
    """
    ranked = sorted(
        range(len(units)),
        key=lambda i: (
            units[i].is_inherited,
            units[i].level != UnitLevel.MAIN_UNIT,
            stable_number(units[i].name),
        ),
    )
    active = set(ranked[: round(active_share * len(units))])
    return tuple(i in active for i in range(len(units)))
