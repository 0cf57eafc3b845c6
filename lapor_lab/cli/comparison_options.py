"""What `compare` is asked to compare fairly, checked at the door."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lapor_lab.cli.values import parse_number
from lapor_lab.errors import ParameterError, UnknownNameError

if TYPE_CHECKING:
    from lapor_lab.schema import ComplaintLog

__all__ = ["FairRequest", "check_columns", "read_peers", "read_request"]

# What a case brings along when it comes in; what becomes of it must not be adjusted for.
_BROUGHT: Final = (
    "topic", "subtopic", "report_class", "channel", "province", "regency", "is_anonymous",
    "is_confidential", "month",
)  # fmt: skip
_MONTH: Final = "month"
# An assumption: with more combinations hardly any holds a case of two institutions.
_MOST_STRATA: Final = 1_000
_FEWEST_WEIGHTS: Final = 2


@dataclass(frozen=True, kw_only=True)
class FairRequest:
    """What shall be compared, and how.

    Parameters
    ----------
    measures : tuple of str, default=()
        Measures; empty for the first main measure that can be compared.
    adjust : tuple of str, default=()
        Columns whose composition is allowed for.
    peers : {"kind", "volume"}, mapping of str to str, or None, default=None
        Who is compared with whom.
    target : float or None, default=None
        The value to compare with.
    weights : mapping of str to float, default={}
        Weights of a composite; none is made where empty.
    """

    measures: tuple[str, ...] = ()
    adjust: tuple[str, ...] = ()
    peers: str | Mapping[str, str] | None = None
    target: float | None = None
    weights: Mapping[str, float] = field(default_factory=dict)


def read_request(
    measures: Sequence[str],
    *,
    adjust: str | None = None,
    peers: str | None = None,
    target: str | None = None,
    weights: str | None = None,
) -> FairRequest:
    """Read the options of a fair comparison.

    Parameters
    ----------
    measures : sequence of str
        Names of measures, as typed.
    adjust : str or None, default=None
        Names of columns, between commas.
    peers : str or None, default=None
        ``kind``, ``volume``, or a CSV file with `institution, peer_group`.
    target : str or None, default=None
        A number, with decimal comma or point.
    weights : str or None, default=None
        ``MEASURE=NUMBER``, between commas.

    Returns
    -------
    FairRequest
        What was asked, each name known.

    Raises
    ------
    UnknownNameError
        If a measure or a rule for peers is not known.
    ParameterError
        If a number is none or out of range, or an option needs another.
    InputFileError
        If the file of peers cannot be used.
    """
    from lapor_lab.metrics import COMPARED_MEASURES

    known = [measure.id for measure in COMPARED_MEASURES]
    asked = tuple(dict.fromkeys(measures))
    for name in asked:
        _refuse_unknown("measure", name, known)
    return FairRequest(
        measures=asked,
        adjust=tuple(dict.fromkeys(_split(adjust))),
        peers=None if peers is None else read_peers(peers),
        target=None if target is None else _read_target(target, asked),
        weights={} if weights is None else _read_weights(weights, asked),
    )


def read_peers(text: str) -> str | dict[str, str]:
    """Read who is compared with whom.

    Parameters
    ----------
    text : str
        A rule, or the path of a CSV file with `institution, peer_group`.

    Returns
    -------
    str or dict of str to str
        The rule, or the group of each institution.

    Raises
    ------
    UnknownNameError
        If it is neither.
    InputFileError
        If the file is missing or an institution stands in two groups.
    """
    from lapor_lab.calendar.csv_rows import read_rows
    from lapor_lab.comparison import PEER_RULES

    if text in PEER_RULES:
        return text
    if Path(text).suffix.lower() != ".csv":
        allowed = ", ".join([*PEER_RULES, "BERKAS.csv"])
        raise UnknownNameError("unknown_name", kind="rule for peers", value=text, allowed=allowed)
    groups: dict[str, str] = {}
    for row in read_rows(Path(text), ("institution", "peer_group")):
        name, group = row.required_text("institution"), row.required_text("peer_group")
        if groups.setdefault(name, group) != group:
            raise row.refusal("row_repeated", "institution")
    return groups


def check_columns(log: "ComplaintLog", request: FairRequest, by: str) -> None:
    """Refuse columns that are not there or must not be adjusted for.

    Parameters
    ----------
    log : ComplaintLog
        What will be counted.
    request : FairRequest
        What was asked.
    by : str
        What makes the groups.

    Raises
    ------
    UnknownNameError
        If a column is not there or tells what became of a case.
    ParameterError
        If the columns have too many combinations.
    """
    from lapor_lab.schema import CASES

    cases = log.cases
    if by not in cases:
        # Counting says which columns there are.
        return
    ours = {column.name for column in CASES} | {_MONTH}
    own = [str(name) for name in cases if name not in ours and name != by]
    here = [name for name in _BROUGHT if name in (*cases.columns, _MONTH) and name != by]
    for name in request.adjust:
        _refuse_unknown("column of --adjust", name, [*here, *own])
    present = [name for name in request.adjust if name in cases]
    n_strata = len(cases[present].drop_duplicates()) if present else 0
    if n_strata > _MOST_STRATA:
        raise ParameterError(
            "parameter_range",
            name="--adjust",
            allowed=f"columns of at most {_MOST_STRATA} combinations",
            value=n_strata,
            remedy="Name fewer or coarser columns: each combination of their values counts.",
        )


def _split(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _refuse_unknown(kind: str, name: str, allowed: Sequence[str]) -> None:
    if name not in allowed:
        raise UnknownNameError("unknown_name", kind=kind, value=name, allowed=", ".join(allowed))


def _read_target(text: str, measures: tuple[str, ...]) -> float:
    from lapor_lab.schema import Scale, scale_of

    if len(measures) != 1:
        raise ParameterError(
            "parameter_range",
            name="--target",
            allowed="together with exactly one --measure",
            value=text,
            remedy="Compare each measure with its own target, one at a time.",
        )
    number = parse_number(text)
    is_share = scale_of(measures[0]) is Scale.SHARE
    if not 0 < number < (1 if is_share else math.inf):
        raise ParameterError(
            "parameter_range",
            name="--target",
            allowed="in (0, 1)" if is_share else "above 0",
            value=text,
            remedy="Write 0.9 for 90 %." if is_share else "Write a number in the measure's unit.",
        )
    return number


def _read_weights(text: str, measures: tuple[str, ...]) -> dict[str, float]:
    weights = {}
    for part in _split(text):
        name, _, number = part.partition("=")
        _refuse_unknown("measure of --weights", name.strip(), measures)
        weights[name.strip()] = parse_number(number)
    if len(weights) < _FEWEST_WEIGHTS or not all(0 < w < math.inf for w in weights.values()):
        raise ParameterError(
            "parameter_range",
            name="--weights",
            allowed="numbers above 0, for at least two of --measure",
            value=text,
            remedy="Write for example completed_within_limit=2,mean_rating=1.",
        )
    return weights
