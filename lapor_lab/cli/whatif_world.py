"""Which world a what-if is asked of: a scenario's, or one calibrated on own data."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lapor_lab.errors import ParameterError

if TYPE_CHECKING:
    from lapor_lab.practices.calibration import Calibration
    from lapor_lab.synthetic import InstitutionModel, Scenario

__all__ = ["World", "find_world", "is_scenario"]

_BASE: Final = "kementerian"


@dataclass(frozen=True, kw_only=True)
class World:
    """An institution and the world that it lives in.

    Parameters
    ----------
    scenario : Scenario
        The world.
    institution : InstitutionModel
        Who adopts.
    calibration : Calibration or None, default=None
        What own data told of it.
    base : str, default=""
        Name of the institution that its assumptions are those of.
    n_cases : int, default=0
        Reports that it was calibrated on.
    n_quarantined : int, default=0
        Rows that could not be read.
    """

    scenario: "Scenario"
    institution: "InstitutionModel"
    calibration: "Calibration | None" = None
    base: str = ""
    n_cases: int = 0
    n_quarantined: int = 0


def is_scenario(name: str) -> bool:
    """Say whether a word of the command line names a scenario.

    Parameters
    ----------
    name : str
        A name or a file.

    Returns
    -------
    bool
        Whether there is one.
    """
    from lapor_lab.synthetic import list_scenarios

    return name in list_scenarios() or Path(name).is_file()


def find_world(
    scenario: str | None,
    institution: str | None,
    *,
    data: Path | None = None,
    base_institution: str | None = None,
    as_of: date | None = None,
) -> World:
    """Find the world that is meant.

    Parameters
    ----------
    scenario : str or None
        Name of a scenario; with data the one that assumptions come from, None for the
        ministries.
    institution : str or None
        Name of the institution; None where the data hold only one.
    data : Path or None, default=None
        Own data, as `read_log` reads them.
    base_institution : str or None, default=None
        Institution of the scenario that assumptions are those of; None for the one of the same
        name, else the first.
    as_of : date or None, default=None
        Day of the snapshot; None takes the scenario's, or that of the data.

    Returns
    -------
    World
        Ready to be simulated.

    Raises
    ------
    ParameterError
        If neither scenario nor data are named, or no institution of a scenario.
    LaporLabError
        If the data cannot be read, or hold too little.
    """
    from lapor_lab.cli.whatif_run import find_institution
    from lapor_lab.synthetic import load_scenario

    if data is None:
        if scenario is None:
            raise ParameterError("whatif_world")
        model = load_scenario(scenario)
        if institution is None:
            allowed = ", ".join(each.name for each in model.institutions)
            raise ParameterError("whatif_institution", allowed=allowed)
        model = replace(model, as_of=as_of or model.as_of)
        return World(scenario=model, institution=find_institution(model, institution))

    import pandas as pd

    from lapor_lab.exchange import read_log
    from lapor_lab.practices.calibration import calibrate

    base = load_scenario(scenario or _BASE)
    wanted = None
    if base_institution is not None:
        wanted = find_institution(base, base_institution).id
    imported = read_log(data, as_of=None if as_of is None else pd.Timestamp(as_of))
    calibration = calibrate(
        imported.log, base=base, institution=institution, base_institution=wanted
    )
    names = {each.id: each.name for each in base.institutions}
    first = base.institutions[0].name
    return World(
        scenario=calibration.scenario,
        institution=calibration.institution,
        calibration=calibration,
        base=names.get(wanted or calibration.institution_id, first),
        n_cases=calibration.n_cases,
        n_quarantined=len(imported.quarantine),
    )
