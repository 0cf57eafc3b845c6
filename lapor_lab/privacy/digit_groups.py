"""Numbers by their own form: NIK and KK, NPWP, NIP, telephones, other long numbers.

Digits that stand close together are read as groups first, and groups are then joined to
numbers, the longest form first: a NIK in groups of four would else lose its head or its tail
to the telephone rule, and two telephones beside each other would be cut in the wrong place.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span

__all__ = ["find_numbers"]

_SEPARATOR: Final = r"(?:[ .\-]|\) ?| \(| - |  )"
_CLUSTER: Final = re.compile(rf"(?<![\d])[(+]{{0,2}}\d(?:{_SEPARATOR}?[(+]{{0,2}}\d)+")
_GROUP: Final = re.compile(r"\d+")
_WORTH_A_LOOK: Final = re.compile(r"\d(?:[ .()+-]{0,3}\d){6}")

_NIK_DIGITS: Final = 16
_NPWP_DIGITS: Final = 15
_NPWP_GROUPS: Final = [2, 3, 3, 1, 3, 3]
_NIP_GROUPS: Final = [8, 6, 1, 3]
_LONG_DIGITS: Final = 10
_CUE_REACH: Final = 20
_PHONE_DIGITS: Final = (9, 15)
_AREA_DIGITS: Final = 3
# "822-0000-4949": a mobile number without its 0, by its groups.
_BARE_MOBILE: Final = re.compile(r"8[1-9]\d[ -]\d{3,4}[ -]\d{3,5}")
_BARE_GROUPS: Final = 3
_MOBILE: Final = re.compile(r"(?:62|0|620|0062)8\d")
_LANDLINE: Final = re.compile(r"(?:62|620|0)[2-79]\d")
# Free and shared-cost lines are an office's.
_OFFICE_LINE: Final = re.compile(r"0?80[0479]|150|140")
_YEARS: Final = re.compile(r"(?:19|20)\d\d")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


class _Digits(NamedTuple):
    start: int
    end: int
    digits: str


def find_numbers(text: FoldedText) -> Iterator[Span]:
    """Find numbers that need no cue.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each NIK or KK, NPWP, telephone number, and other number of ten digits or more.
    """
    if not text.has_long_number or not _WORTH_A_LOOK.search(text.low):
        return
    readable = text.identifying
    for cluster in _CLUSTER.finditer(readable):
        groups = [
            _Digits(m.start(), m.end(), m[0]) for m in _GROUP.finditer(readable, *cluster.span())
        ]
        place = 0
        while place < len(groups):
            n_groups, kind = _read(groups, place, readable)
            if kind is not None:
                start = groups[place].start
                while start > cluster.start() and readable[start - 1] in "+(":
                    start -= 1
                if kind is Kind.NIK and "npwp" in readable[max(start - _CUE_REACH, 0) : start]:
                    kind = Kind.TAX_NUMBER
                yield Span(start, groups[place + n_groups - 1].end, kind)
            place += n_groups


def _read(groups: list[_Digits], place: int, readable: str) -> tuple[int, Kind | None]:
    """Say how many groups from `place` on make a number, and of which kind."""
    first = groups[place]
    lengths = [len(group.digits) for group in groups[place : place + _NIK_DIGITS]]
    if lengths[0] >= _NPWP_DIGITS:
        kinds = {_NIK_DIGITS: Kind.NIK, _NPWP_DIGITS: Kind.TAX_NUMBER}
        return 1, kinds.get(lengths[0], Kind.NUMBER)
    if lengths[: len(_NPWP_GROUPS)] == _NPWP_GROUPS:
        return len(_NPWP_GROUPS), Kind.TAX_NUMBER
    if lengths[: len(_NIP_GROUPS)] == _NIP_GROUPS:
        return len(_NIP_GROUPS), Kind.NUMBER
    is_marked = first.start > 0 and readable[first.start - 1] in "+("
    # "5.1.02.01.01.0013" is a chain, and no number begins inside of it.
    is_head = place == 0 or " " in readable[groups[place - 1].end : first.start]
    if is_head:
        n_phone = _phone(groups, place, is_marked=is_marked)
        n_nik = 0 if is_marked else _count_to(lengths, _NIK_DIGITS)
        is_mobile = n_phone and _MOBILE.match("".join(g.digits for g in groups[place : place + 3]))
        if n_nik and not is_mobile and not _is_list(groups[place : place + n_nik], readable):
            return n_nik, Kind.NIK
        bare = groups[place : place + _BARE_GROUPS]
        if not n_phone and _BARE_MOBILE.fullmatch(readable, bare[0].start, bare[-1].end):
            n_phone = _BARE_GROUPS
        if n_phone:
            return n_phone, Kind.PHONE
    is_long = lengths[0] >= _LONG_DIGITS and not _OFFICE_LINE.match(first.digits)
    return 1, Kind.NUMBER if is_long else None


def _count_to(lengths: list[int], n_digits: int) -> int:
    total = 0
    for n_groups, length in enumerate(lengths, start=1):
        total += length
        if total >= n_digits:
            return n_groups if total == n_digits else 0
    return 0


def _is_list(groups: list[_Digits], readable: str) -> bool:
    if all(_YEARS.fullmatch(group.digits) for group in groups):
        return True
    return _THOUSANDS.fullmatch(readable, groups[0].start, groups[-1].end) is not None


def _phone(groups: list[_Digits], place: int, *, is_marked: bool) -> int:
    """Count the groups that make a telephone number; 0 if they make none."""
    least, most = _PHONE_DIGITS
    digits, best = "", 0
    for n_groups, group in enumerate(groups[place : place + most], start=1):
        is_next = len(digits) >= least and _MOBILE.match(group.digits)
        if len(digits) + len(group.digits) > most or is_next:
            break
        digits += group.digits
        if len(digits) >= least:
            best = n_groups
    if not best or _OFFICE_LINE.match(digits) or _THOUSANDS.fullmatch(digits):
        return 0
    n_area = len(groups[place].digits)
    is_landline = _LANDLINE.match(digits) and (
        is_marked or n_area >= _AREA_DIGITS or best == len(digits)
    )
    is_phone = _MOBILE.match(digits) or is_landline
    return best if is_phone or (is_marked and digits.startswith(("62", "0"))) else 0
