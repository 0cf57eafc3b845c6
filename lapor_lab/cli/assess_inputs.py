"""What an assessment is asked for, and what it reads: forms, reports, facts of an import."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lapor_lab.errors import InputFileError, UnknownNameError

if TYPE_CHECKING:
    from lapor_lab.practices.maturity import MaturityForm
    from lapor_lab.schema import ComplaintLog
    from lapor_lab.synthetic import Scenario

__all__ = [
    "AssessRequest",
    "find_in_data",
    "match_institution",
    "read_forms",
    "read_import_facts",
    "read_reports",
]

_FORMS: Final = (".xlsx", ".xls", ".toml")
_EXAMPLE_PREVIOUS: Final = "penilaian_2021.toml"
_EXAMPLE_PEERS: Final = ("penilaian_kementerian_a.toml", "penilaian_kementerian_b.toml")
# What programs leave beside a file that is open.
_LEFTOVERS: Final = ("~$", ".")
_FACTS: Final = "import.json"
_KEYS: Final = frozenset(
    {"as_of", "files", "key_fingerprint", "masked", "n_accepted", "n_cases", "n_quarantined"}
    | {"n_rows", "provenance", "span", "version"}
)


@dataclass(frozen=True, kw_only=True)
class AssessRequest:
    """What is to be assessed.

    Parameters
    ----------
    form : Path or None, default=None
        The form; None for the example that ships, with its data.
    data : Path or None, default=None
        Reports of the institution.
    previous : Path or None, default=None
        Form of the last round.
    peers : Path or None, default=None
        Folder of forms of others.
    institution : str or None, default=None
        Its name in the data.
    scenario : str, default="kementerian"
        Where assumptions of the simulation come from.
    year : int or None, default=None
        The year of the plan.
    n_replications : int, default=8
        Pairs of runs.
    rng : int, default=0
        Seed.
    as_of : date or None, default=None
        Day of assessment, in place of the form's own.
    """

    form: Path | None = None
    data: Path | None = None
    previous: Path | None = None
    peers: Path | None = None
    institution: str | None = None
    scenario: str = "kementerian"
    year: int | None = None
    n_replications: int = 8
    rng: int = 0
    as_of: date | None = None


def read_forms(
    request: AssessRequest,
) -> "tuple[MaturityForm, MaturityForm | None, list[MaturityForm]]":
    """Read the form, that of the last round and those of others.

    Parameters
    ----------
    request : AssessRequest
        What is to be assessed.

    Returns
    -------
    tuple of (MaturityForm, MaturityForm or None, list of MaturityForm)
        The form, the last round, the others; of the example where no form is named.

    Raises
    ------
    InputFileError
        If a file is absent or no form, or the folder of others holds none.
    """
    from lapor_lab.practices.maturity import example_form_path, read_form

    form, previous, peers = request.form, request.previous, _find_forms(request.peers)
    if form is None:
        form = example_form_path()
        previous = previous or example_form_path(_EXAMPLE_PREVIOUS)
        peers = peers or [example_form_path(name) for name in _EXAMPLE_PEERS]
    last = None if previous is None else read_form(previous)
    return read_form(form), last, [read_form(path) for path in peers]


def read_reports(request: AssessRequest, scenario: "Scenario") -> "ComplaintLog | None":
    """Read the reports of the institution; the example's are made.

    Parameters
    ----------
    request : AssessRequest
        What is to be assessed.
    scenario : Scenario
        Of the example.

    Returns
    -------
    ComplaintLog or None
        None where no data are named.

    Raises
    ------
    InputFileError
        If they are absent or cannot be read.
    """
    from lapor_lab.exchange import protect_groups, read_log
    from lapor_lab.synthetic import make_complaint_log

    if request.data is not None:
        log = read_log(request.data).log
        return log if request.data.is_dir() else protect_groups(log, "institution")
    if request.form is None:
        return make_complaint_log(scenario, rng=request.rng)
    return None


def read_import_facts(data: Path | None) -> dict[str, Any] | None:
    """Read what an import said of itself.

    Parameters
    ----------
    data : Path or None
        Its folder.

    Returns
    -------
    dict of str to object or None
        None where the data were not imported.

    Raises
    ------
    InputFileError
        If the file is broken or of another kind.
    """
    if data is None or not (data / _FACTS).is_file():
        return None
    try:
        facts = json.loads((data / _FACTS).read_text(encoding="utf-8"))
        lacking = sorted(_KEYS - set(facts))
    except (ValueError, TypeError) as error:
        lacking = [type(error).__name__]
    if lacking:
        raise InputFileError(
            "file_unreadable", path=data / _FACTS, reason=", ".join(lacking), allowed=_FACTS
        )
    return dict(facts)


def find_in_data(names: list[str], on_form: str, given: str | None) -> tuple[str, bool]:
    """Return whose reports are measured: who is named, else the form's, else the only one.

    Parameters
    ----------
    names : list of str
        Names in the data.
    on_form : str
        Name on the form.
    given : str or None
        Name that was asked for.

    Returns
    -------
    tuple of (str, bool)
        One of the names, and whether it is what the form or the user calls the institution.

    Raises
    ------
    UnknownNameError
        If none is meant, or the only one is known to be another institution.

    Examples
    --------
    >>> find_in_data(["Pemkab Contoh"], "Kabupaten Contoh", None)
    ('Pemkab Contoh', False)
    """
    from lapor_lab.practices.maturity import names_of_institution

    try:
        return match_institution(given or on_form, names), True
    except UnknownNameError:
        are_known = all(len(names_of_institution(name)) > 1 for name in (on_form, names[0]))
        if given is not None or len(names) > 1 or are_known:
            raise
        return names[0], False


def match_institution(wanted: str, names: list[str]) -> str:
    """Return the name in the data of the institution that a form is about.

    Parameters
    ----------
    wanted : str
        Its name on the form: any that the register of institutions knows.
    names : list of str
        Names in the data.

    Returns
    -------
    str
        One of them.

    Raises
    ------
    UnknownNameError
        If none is meant.
    """
    from lapor_lab.practices.maturity import is_same_institution

    for name in names:
        if is_same_institution(name, wanted):
            return name
    raise UnknownNameError(
        "unknown_name", kind="institution", value=wanted, allowed=", ".join(names)
    )


def _find_forms(place: Path | None) -> list[Path]:
    if place is None:
        return []
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise InputFileError("file_missing", path=place)
    paths = sorted(
        path
        for path in place.iterdir()
        if path.suffix.lower() in _FORMS and not path.name.startswith(_LEFTOVERS)
    )
    if not paths:
        raise InputFileError("folder_empty", path=place, allowed=", ".join(_FORMS))
    return paths
