"""One legal limit: how many working days, for whom, by which instrument, since when."""

from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from typing import Final

from lapor_lab.calendar.csv_rows import Row, read_rows
from lapor_lab.schema import ReportClass, Stage

__all__ = ["AUTOCLOSE", "STAGES", "LegalLimit", "read_limits"]

AUTOCLOSE: Final = "autoclose"
STAGES: Final = (
    Stage.VERIFIED.value,
    Stage.FIRST_FOLLOWED_UP.value,
    Stage.COMPLETED.value,
    AUTOCLOSE,
)
_UNIT: Final = "hari kerja"
_COLUMNS: Final = (
    "stage",
    "report_class",
    "days",
    "unit",
    "legal_base",
    "berlaku_sejak",
    "dicabut_oleh",
    "diperiksa_pada",
    "source",
    "note",
)


@dataclass(frozen=True, kw_only=True)
class LegalLimit:
    """A row of the table of limits.

    Parameters
    ----------
    stage : str
        One of `STAGES`.
    report_class : str
        Class that it is for; empty for all.
    days : int
        Working days, >= 1.
    unit : str
        ``"hari kerja"``.
    legal_base : str
        Instrument.
    berlaku_sejak : date
        First day on which a case submitted falls under it.
    dicabut_oleh : str
        Instrument that replaced it; empty while it is in force.
    diperiksa_pada : date or None
        Day on which the value was checked against `source`; None if it never was.
    source : str
        Where the value is read.
    note : str
        What a reader should know, such as "belum diverifikasi" or "asumsi".
    """

    stage: str
    report_class: str
    days: int
    unit: str
    legal_base: str
    berlaku_sejak: date
    dicabut_oleh: str
    diperiksa_pada: date | None
    source: str
    note: str


def read_limits(source: Traversable) -> tuple[LegalLimit, ...]:
    """Read a table of limits.

    Parameters
    ----------
    source : Traversable
        CSV file with the columns of `LegalLimit`.

    Returns
    -------
    tuple of LegalLimit
        In the order of the file.

    Raises
    ------
    InputFileError
        If the file cannot be read, a value cannot be used, or two rows of one stage and class
        start on the same day.
    ColumnNotFoundError
        If a column is absent.
    """
    found: dict[tuple[str, str, date], LegalLimit] = {}
    for row in read_rows(source, _COLUMNS):
        limit = _limit(row)
        key = (limit.stage, limit.report_class, limit.berlaku_sejak)
        if key in found:
            raise row.refusal("row_repeated", "berlaku_sejak")
        found[key] = limit
    return tuple(found.values())


def _limit(row: Row) -> LegalLimit:
    return LegalLimit(
        stage=row.choice("stage", STAGES),
        report_class=row.choice("report_class", ("", *ReportClass)),
        days=row.positive_integer("days"),
        unit=row.choice("unit", (_UNIT,)),
        legal_base=row.required_text("legal_base"),
        berlaku_sejak=row.day("berlaku_sejak"),
        dicabut_oleh=row.text("dicabut_oleh"),
        diperiksa_pada=row.day("diperiksa_pada") if row.text("diperiksa_pada") else None,
        source=row.required_text("source"),
        note=row.text("note"),
    )
