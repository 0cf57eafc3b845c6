"""Why a parameter stays an assumption."""

from collections.abc import Mapping
from typing import Final

__all__ = ["REASONS", "why_assumed"]

_NO_TRACE: Final = "tidak meninggalkan jejak dalam data"
_RATIO: Final = "hanya perbandingan beban kerja dengan jam ini yang teramati"

REASONS: Final[Mapping[str, str]] = {
    "admin_hours_per_day": _RATIO,
    "officer_hours_per_day": _RATIO,
    "absences_per_year": _NO_TRACE,
    "absence_days": _NO_TRACE,
    "moves_per_year": _NO_TRACE,
    "vacancy_days": _NO_TRACE,
    "reminder_after_days": "pengingat tidak tercatat dalam data",
    "reminded_share": "pengingat tidak tercatat dalam data",
    "units": "data tidak menyebut petugas; banyaknya sebanding dengan volume",
    "n_admins": "data tidak menyebut siapa yang memverifikasi; banyaknya sebanding dengan volume",
}
_WITHOUT_STEPS: Final = "data tidak memuat waktu langkah demi langkah"
_TOO_FEW: Final = "kasus dalam data belum memadai"


def why_assumed(parameter: str, base: str, *, has_steps: bool) -> str:
    """Say why a parameter is taken from the base.

    Parameters
    ----------
    parameter : str
        Its name.
    base : str
        Name of the base institution.
    has_steps : bool
        Whether the data hold events with their times.

    Returns
    -------
    str
        In Indonesian.

    Examples
    --------
    >>> why_assumed("absence_days", "Kementerian A", has_steps=True)
    'asumsi: tidak meninggalkan jejak dalam data; nilai Kementerian A dalam skenario acuan'
    """
    known = REASONS.get(parameter, _TOO_FEW if has_steps else _WITHOUT_STEPS)
    return f"asumsi: {known}; nilai {base} dalam skenario acuan"
