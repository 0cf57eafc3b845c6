"""Understand one answer, or say what is wrong with it."""

import re
from datetime import date
from typing import Final

from lapor_lab.exchange.values.day_text import parse_day
from lapor_lab.practices.maturity.evidence_item import NEVER, UNBOUNDED, Answer, EvidenceItem
from lapor_lab.practices.maturity.place import quoted
from lapor_lab.schema import format_date, format_number

__all__ = [
    "BLANKS",
    "NEVER_WORDS",
    "UNBOUNDED_WORDS",
    "AnswerError",
    "format_answer",
    "parse_answer",
]

BLANKS: Final = frozenset({"", "-", "–", "n/a"})
UNBOUNDED_WORDS: Final = "tidak dibatasi"
NEVER_WORDS: Final = "belum pernah"
_YES: Final = frozenset({"ya", "y", "ada", "sudah", "true"})
_NO: Final = frozenset({"tidak", "t", "belum", "tidak ada", "belum ada", "false"})
_THOUSANDS: Final = re.compile(r"\d{1,3}(\.\d{3})+")
_NUMBER: Final = re.compile(r"-?\d{1,15}([.,]\d{1,15})?")
# A cell of a workbook may hold a time of the day too.
_CLOCK: Final = re.compile(r"(?<=\d)[t ]\d{1,2}:\d{2}.*$")
_MOST_PERCENT: Final = 100


class AnswerError(Exception):
    """What stands in a cell is no answer.

    Parameters
    ----------
    text : str
        What stands there.
    fault : str
        Why it is none and what to write, in Indonesian.
    """

    def __init__(self, text: str, fault: str) -> None:
        super().__init__(f"{quoted(text)} {fault}")


def parse_answer(item: EvidenceItem, text: str) -> Answer | None:
    """Read the answer to an item.

    Parameters
    ----------
    item : EvidenceItem
        What was asked.
    text : str
        What stands in the cell.

    Returns
    -------
    bool, date, float or None
        An answer of the item's kind, a share in per cent; None for a blank cell.

    Raises
    ------
    AnswerError
        If it is no answer.
    """
    plain = " ".join(text.casefold().split())
    if plain in BLANKS:
        return None
    if item.kind == "yes_no":
        return _yes_no(plain, text)
    if item.kind == "date":
        return _day(item, plain, text)
    if item.kind == "share":
        return _share(plain, text)
    return _count(plain, text)


def format_answer(item: EvidenceItem, answer: Answer | None) -> str:
    """Write an answer as people read it.

    Parameters
    ----------
    item : EvidenceItem
        What was asked.
    answer : bool, date, float or None
        An answer.

    Returns
    -------
    str
        In Indonesian; empty for none.
    """
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return "ya" if answer else "tidak"
    if isinstance(answer, date):
        return {UNBOUNDED: UNBOUNDED_WORDS, NEVER: NEVER_WORDS}.get(answer) or format_date(answer)
    decimals = 0 if float(answer).is_integer() else 1
    return format_number(answer, decimals) + (" %" if item.kind == "share" else "")


def _yes_no(plain: str, text: str) -> bool:
    if plain in _YES | _NO:
        return plain in _YES
    raise AnswerError(text, 'bukan jawaban. Pilih "ya" atau "tidak".')


def _day(item: EvidenceItem, plain: str, text: str) -> date:
    if item.is_expiry and plain == UNBOUNDED_WORDS:
        return UNBOUNDED
    if item.is_past and plain == NEVER_WORDS:
        return NEVER
    day = parse_day(_CLOCK.sub("", plain))
    if day is not None:
        return day
    words = UNBOUNDED_WORDS if item.is_expiry else NEVER_WORDS
    raise AnswerError(text, f'bukan tanggal. Tulis seperti 2022-08-15, atau "{words}".')


def _share(plain: str, text: str) -> float:
    is_marked = plain.endswith(("%", "persen"))
    number = _number(plain.removesuffix("%").removesuffix("persen").strip())
    if number is None:
        raise AnswerError(text, "bukan persen. Tulis angka 0 sampai 100.")
    if number > _MOST_PERCENT:
        raise AnswerError(text, "melebihi 100 %. Tulis angka 0 sampai 100.")
    if number < 0:
        raise AnswerError(text, "kurang dari 0 %. Tulis angka 0 sampai 100.")
    if 0 < number <= 1 and not is_marked:
        percent = format_number(number * 100, 0)
        own = format_number(number, 0 if number == 1 else 2)
        raise AnswerError(
            text,
            f"dapat berarti {percent} % atau {own} %. Jadikan selnya teks, lalu tulis dengan "
            'tanda persen, misalnya "97 %".',
        )
    return number


def _count(plain: str, text: str) -> float:
    number = float(plain.replace(".", "")) if _THOUSANDS.fullmatch(plain) else _number(plain)
    if number is None or number < 0 or not number.is_integer():
        raise AnswerError(text, "bukan hitungan. Tulis bilangan bulat, misalnya 4.")
    return number


def _number(plain: str) -> float | None:
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
