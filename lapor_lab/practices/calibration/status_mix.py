"""What one list of reports tells without a time: how many were archived, and who closed."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.measured import Measured
from lapor_lab.practices.calibration.shares import Mix, Share
from lapor_lab.schema import ARCHIVED, CLOSED, ArchiveReason, Status
from lapor_lab.synthetic import InstitutionModel

__all__ = ["estimate_status_mix"]

_SMALLEST_N: Final = 5
_UNTOLD: Final = frozenset({Status.UNVERIFIED.value})
_BY_SYSTEM: Final = frozenset({Status.ARCHIVED_BY_SYSTEM.value})
_CLOSERS: Final = {
    Status.CLOSED_BY_REPORTER.value: "closed_by_reporter_share",
    Status.CLOSED_BY_ADMIN.value: "closed_by_admin_share",
}
_NEAREST: Final = 1e-4


def estimate_status_mix(cases: pd.DataFrame, institution: InstitutionModel) -> list[Estimate]:
    """Estimate shares from the statuses of a list of reports.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Reports of one institution.
    institution : InstitutionModel
        How often reporters reply, which statuses do not tell.

    Returns
    -------
    list of Estimate
        What the columns tell.
    """
    found: list[Estimate] = []
    if "status" not in cases:
        return found
    told = cases[cases["status"].notna() & ~cases["status"].isin(_UNTOLD)]
    by_admin = {each.value for each in ARCHIVED} - _BY_SYSTEM
    is_archived = told["status"].isin(by_admin)
    if len(told) >= _SMALLEST_N:
        found.append(
            Share(
                parameter="archived_share",
                hits=int(is_archived.sum()),
                trials=len(told),
                reason="dari status, termasuk duplikat; yang belum diverifikasi tidak dihitung",
            )
        )
    if "archive_reason" in told:
        counts = told.loc[is_archived, "archive_reason"].value_counts()
        named = {str(name): float(n) for name, n in counts.items() if name in set(ArchiveReason)}
        if sum(named.values()) >= _SMALLEST_N:
            reason = "dari alasan arsip"
            found.append(Mix(parameter="archive_reason_shares", counts=named, reason=reason))
    closed = told[told["status"].isin([each.value for each in CLOSED])]
    if "rating" in closed and len(closed) >= _SMALLEST_N:
        found.append(
            Share(
                parameter="rated_share",
                hits=int(closed["rating"].notna().sum()),
                trials=len(closed),
                reason="dari laporan yang sudah ditutup",
            )
        )
    return found + _closers(closed["status"], institution)


def _closers(status: pd.Series, institution: InstitutionModel) -> list[Estimate]:
    """Estimate who closes a window without reply: what is replied to an administrator closes."""
    named = status[status != Status.COMPLETED]
    if len(named) < _SMALLEST_N:
        return []
    reply, again = institution.reply_share, institution.reopened_share
    # Of the windows that are not reopened so many end without a reply.
    silent = (1 - reply) / (1 - reply * again)
    shares = {name: float((named == value).mean()) for value, name in _CLOSERS.items()}
    by_reporter = shares["closed_by_reporter_share"] / silent
    by_admin = (shares["closed_by_admin_share"] - (1 - silent)) / silent
    values = np.clip([by_reporter, by_admin], _NEAREST, 1 - _NEAREST)
    values = values / max(1.0, float(values.sum()))
    variance = [share * (1 - share) / len(named) / silent**2 for share in shares.values()]
    return [
        Measured(
            parameters=tuple(shares),
            estimates=tuple(float(value) for value in values),
            covariance=np.diag(np.maximum(variance, _NEAREST**2)),
            n=len(named),
            reason="dari status penutupan; bagian yang dibalas pelapor adalah asumsi",
        )
    ]
