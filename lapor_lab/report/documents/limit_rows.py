"""The limits that a draft names, each with its base and how far it was checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lapor_lab.calendar import LegalLimit, Limits
from lapor_lab.report.documents.rules import LOOK_UP
from lapor_lab.report.documents.sentences import list_names
from lapor_lab.schema import ReportClass, Stage, format_date, label

__all__ = ["LimitRow", "completion_text", "latest_limits", "limit_rows"]

_ALL_CLASSES: Final = "semua klasifikasi"
_UNVERIFIED: Final = "belum diverifikasi"
_ORDER: Final = {str(name): place for place, name in enumerate(ReportClass)}


@dataclass(frozen=True, kw_only=True)
class LimitRow:
    """One limit as a document shows it.

    Parameters
    ----------
    stage, report_class : str
        Which step, of which reports.
    days : int
        Working days.
    legal_base : str
        By which instrument.
    remark : str
        How far it was checked, and that it must be looked up.
    """

    stage: str
    report_class: str
    days: int
    legal_base: str
    remark: str


def latest_limits(limits: Limits) -> tuple[LegalLimit, ...]:
    """Return the limits under which reports of the future fall.

    Parameters
    ----------
    limits : Limits
        The dated table.

    Returns
    -------
    tuple of LegalLimit
        Those in force since the last change.
    """
    return limits.in_force(max(row.berlaku_sejak for row in limits.rows))


def limit_rows(limits: Sequence[LegalLimit]) -> tuple[LimitRow, ...]:
    """Write limits as rows of a table.

    Parameters
    ----------
    limits : sequence of LegalLimit
        Limits in force.

    Returns
    -------
    tuple of LimitRow
        In their order.
    """
    return tuple(
        LimitRow(
            stage=label(f"stage.{limit.stage}"),
            report_class=limit.report_class or _ALL_CLASSES,
            days=limit.days,
            legal_base=limit.legal_base,
            remark=_remark(limit),
        )
        for limit in limits
    )


def completion_text(limits: Sequence[LegalLimit]) -> str:
    """Write the limits of completion in one sentence, the shortest first.

    Parameters
    ----------
    limits : sequence of LegalLimit
        Limits in force.

    Returns
    -------
    str
        Such as "5 hari kerja untuk Permintaan Informasi dan 60 hari kerja untuk ...".
    """
    rows = sorted(
        (row for row in limits if row.stage == Stage.COMPLETED),
        key=lambda row: (row.days, _ORDER.get(row.report_class, 0)),
    )
    return list_names(
        [f"{row.days} hari kerja untuk {row.report_class or _ALL_CLASSES}" for row in rows]
    )


def _remark(limit: LegalLimit) -> str:
    checked = (
        _UNVERIFIED
        if limit.diperiksa_pada is None
        else f"nilai diperiksa {format_date(limit.diperiksa_pada)}"
    )
    is_assumed = limit.source == "asumsi"
    return "; ".join(filter(None, (checked, "asumsi" if is_assumed else "", LOOK_UP)))
