"""Understand the identity of a form: whom it is about, when, by whom, and its units."""

from dataclasses import dataclass
from datetime import date

from lapor_lab.exchange.values.day_text import parse_day
from lapor_lab.practices.maturity.answer import BLANKS, AnswerError, parse_answer
from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.form import INHERITED_GROUP, OWN_GROUP, ListedUnit
from lapor_lab.practices.maturity.place import Cell, Problem, quoted
from lapor_lab.practices.maturity.raw_form import IDENTITY, INSTITUTION, RawForm
from lapor_lab.privacy import mask_text

__all__ = ["Identity", "read_identity", "unit_key"]


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who, when, by whom.

    Parameters
    ----------
    institution : str
        Whom the form is about.
    assessed_on : date or None
        Day of assessment.
    raters : tuple of str
        Rater 1 and 2 by their posts; names and numbers of persons are masked.
    n_units : int or None
        Number of units.
    is_example : bool
        Whether the form is invented.
    units : dict of str to ListedUnit
        Units by name.
    problems : list of Problem
        What is wrong.
    """

    institution: str
    assessed_on: date | None
    raters: tuple[str, str]
    n_units: int | None
    is_example: bool
    units: dict[str, ListedUnit]
    problems: list[Problem]


def read_identity(raw: RawForm) -> Identity:
    """Read the identity.

    Parameters
    ----------
    raw : RawForm
        What stands in the form.

    Returns
    -------
    Identity
        What it says, and what is wrong with it.
    """
    problems: list[Problem] = []
    cells = {key: _of(raw, key) for key in IDENTITY}
    texts = {key: "" if c.text.casefold() in BLANKS else c.text for key, c in cells.items()}
    for key, advice in _NEEDED.items():
        if not texts[key]:
            problems.append(cells[key].place.fault(f"{IDENTITY[key]} belum diisi. {advice}"))
    assessed_on = parse_day(texts["tanggal"].partition("T")[0]) if texts["tanggal"] else None
    if texts["tanggal"] and assessed_on is None:
        fault = f"{quoted(texts['tanggal'])} bukan tanggal. Tulis seperti 2022-08-15."
        problems.append(cells["tanggal"].place.fault(fault))
    units = _units(raw, problems)
    n_units = _n_units(cells["jumlah_unit"], problems)
    if n_units is not None and n_units < len(units):
        fault = (
            f"{n_units} lebih kecil daripada {len(units)} unit yang didaftar. Perbaiki salah "
            "satunya; jumlah ini tidak dipakai."
        )
        problems.append(cells["jumlah_unit"].place.fault(fault))
        n_units = None
    return Identity(
        institution=texts["instansi"],
        assessed_on=assessed_on,
        raters=(
            _rater(cells["penilai_1"], texts["penilai_1"], problems),
            _rater(cells["penilai_2"], texts["penilai_2"], problems),
        ),
        n_units=n_units,
        is_example=_parsed(_YES_NO, cells["contoh"], problems) is True,
        units=units,
        problems=problems,
    )


def unit_key(name: str) -> str:
    """Return what tells two units apart: not case nor blanks.

    Parameters
    ----------
    name : str
        Name as it was written.

    Returns
    -------
    str
        Its key.

    Examples
    --------
    >>> unit_key("PTN  contoh 25 ")
    'ptn contoh 25'
    """
    return " ".join(name.casefold().split())


_NEEDED = {
    "instansi": "Tulis nama resmi instansi.",
    "tanggal": "Tulis tanggal seperti 2022-08-15; tanpa itu masa berlaku tidak dapat dinilai.",
    "penilai_1": "Tulis jabatan penilai pertama.",
    "jumlah_unit": "Tulis jumlah seluruh unit, juga yang tidak didaftar.",
}
_COUNT = EvidenceItem(
    id="jumlah_unit", question="", kind="count", level=1, threshold=0, evidence="",
    source="formulir", scope="instansi",
)  # fmt: skip
_YES_NO = EvidenceItem(
    id="contoh", question="", kind="yes_no", level=1, threshold=1, evidence="",
    source="formulir", scope="instansi",
)  # fmt: skip


def _of(raw: RawForm, key: str) -> Cell:
    return raw.identity.get(key, Cell("", raw.identity_place))


def _rater(cell: Cell, text: str, problems: list[Problem]) -> str:
    """Return a post; the form asks for no person, and the drafts carry none on."""
    masked = mask_text(text)
    if masked != text:
        fault = "memuat nama atau nomor orang, yang disamarkan. Tulis jabatannya saja."
        problems.append(cell.place.fault(fault))
    return masked


def _n_units(cell: Cell, problems: list[Problem]) -> int | None:
    number = _parsed(_COUNT, cell, problems)
    return int(number) if isinstance(number, float) else None


def _parsed(item: EvidenceItem, cell: Cell, problems: list[Problem]) -> object:
    try:
        return parse_answer(item, cell.text)
    except AnswerError as fault:
        problems.append(cell.place.fault(str(fault)))
        return None


def _units(raw: RawForm, problems: list[Problem]) -> dict[str, ListedUnit]:
    units: dict[str, ListedUnit] = {}
    seen = {unit_key(INSTITUTION)}
    for name, group in raw.units:
        text = " ".join(name.text.split())
        if not text:
            if group.text:
                problems.append(
                    name.place.fault("nama unit belum diisi. Isi, atau hapus barisnya.")
                )
            continue
        if unit_key(text) in seen:
            fault = f"unit {quoted(text)} sudah ada. Hapus salah satunya."
            problems.append(name.place.fault(fault))
            continue
        seen.add(unit_key(text))
        units[text] = ListedUnit(name=text, group=_group(group.text), place=name.place)
    return units


def _group(text: str) -> str:
    plain = unit_key(text)
    if "penggabungan" in plain:
        return INHERITED_GROUP
    return plain or OWN_GROUP
