"""What a calibration found, as a table that people read."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from lapor_lab.practices.calibration.calibration import ASSUMED, Calibration
from lapor_lab.practices.effect_table import format_level
from lapor_lab.schema import format_count, label

__all__ = ["parameter_name", "summarise_parameters", "tabulate_parameters"]

_NO_NUMBER: Final = "–"
_WHOLE: Final = frozenset({"n_admins", "hold_limit_days", "volume_per_year"})
# What a practice moves of them has a name that is too narrow for the whole.
_NAMES: Final = {"archive_reason_shares": "whatif.archive_reasons", "seasons": "whatif.seasons"}

_GROUPS: Final = {
    "demand": (
        *("volume_per_year", "seasons", "topics", "topic_missing_share", "class_shares"),
        "class_missing_share",
    ),
    "staff": ("units", "level_shares", "n_admins"),
    "verification": (
        *("misaddressed_share", "redirect_days", "archived_share", "archive_reason_shares"),
        *("duplicate_archived_share", "hold_share", "hold_completed_share", "hold_limit_days"),
    ),
    "disposition": (
        *("misrouted_share", "relayed_share", "active_liaison_share", "read_delay_active_days"),
        *("read_delay_inactive_days", "unread_share", "reminded_share", "reminder_after_days"),
    ),
    "service": (
        *("verify_minutes", "relay_hours", "return_hours", "answer_hours", "service_spread"),
    ),
    "answers": (
        *("further_share", "further_days", "escalated_share", "reply_share", "reopened_share"),
        *("closed_by_reporter_share", "closed_by_admin_share"),
    ),
    "rating": ("rated_share", "rating_start", "rating_loss_per_day"),
    "presence": (
        *("admin_hours_per_day", "officer_hours_per_day", "absences_per_year", "absence_days"),
        *("moves_per_year", "vacancy_days"),
    ),
}
_FEW: Final = 8


def tabulate_parameters(calibration: Calibration) -> pd.DataFrame:
    """Return the parameters with their intervals and what they rest on.

    Parameters
    ----------
    calibration : Calibration
        An institution.

    Returns
    -------
    DataFrame of shape (n_rows, 4)
        Texts: value with its interval at 95 %, observations, data or assumption, and how;
        the index names the parameters.
    """
    rows = [
        {
            label("parameter"): parameter_name(row["parameter"]),
            label("column.estimate"): _value(row),
            "n": format_count(row["n"]) if row["n"] else _NO_NUMBER,
            label("column.basis"): row["basis"],
            label("whatif.reason"): row["reason"].removeprefix(f"{row['basis']}: "),
        }
        for row in calibration.parameters.to_dict("records")
    ]
    return pd.DataFrame(rows).set_index(label("parameter"))


def parameter_name(parameter: str) -> str:
    """Return what a parameter is called.

    Parameters
    ----------
    parameter : str
        Its name, with a category behind a point where it is a share of a distribution.

    Returns
    -------
    str
        In Indonesian.

    Examples
    --------
    >>> parameter_name("archive_reason_shares.Terlalu umum")
    'Alasan arsip: Terlalu umum'
    """
    name, _, key = parameter.partition(".")
    text = label(_NAMES.get(name, f"parameter.{name}"))
    return f"{text}: {key}" if key else text


def _value(row: Mapping[Any, Any]) -> str:
    if math.isnan(row["estimate"]):
        return _NO_NUMBER
    name = row["parameter"].partition(".")[0]
    value, lower, upper = (_number(name, row[end]) for end in ("estimate", "lower", "upper"))
    if row["basis"] == ASSUMED or math.isnan(row["lower"]):
        return value
    return f"{value} ({lower} … {upper})"


def _number(name: str, value: float) -> str:
    if math.isnan(value):
        return _NO_NUMBER
    return format_count(round(value)) if name in _WHOLE else format_level(name, value)


def summarise_parameters(parameters: Sequence[str]) -> str:
    """Name parameters in one line: each of a few, else by what they are about.

    Parameters
    ----------
    parameters : sequence of str
        Their names.

    Returns
    -------
    str
        Names, or groups with how many each holds, parted by semicolons.

    Examples
    --------
    >>> summarise_parameters(["n_admins", "absence_days"])
    'banyaknya admin; rata-rata hari kerja tanpa pengganti saat petugas absen'
    """
    if len(parameters) <= _FEW:
        names = [parameter_name(each) for each in parameters]
        return "; ".join(name[:1].lower() + name[1:] for name in names)
    counts = {group: len(set(names) & set(parameters)) for group, names in _GROUPS.items()}
    return "; ".join(
        label("whatif.in_group", group=label(f"whatif.group_{group}"), n=n)
        for group, n in counts.items()
        if n
    )
