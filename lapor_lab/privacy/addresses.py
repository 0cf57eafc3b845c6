"""Addresses: a street with a house number, RT and RW, block or plot, housing estate and number.

What is decided: a street that stands alone stays readable. "Jalan Diponegoro berlubang" names a
public place, and without it a complaint about a road says nothing; nobody lives at a whole
street. A house number, an RT or RW (thirty to fifty households), a block or a plot makes it
somebody's door, also where it only tells where the hole in the road is: the part that begins
with the street's name and ends with the number is masked, and village names that follow at
once go with it. An RT or RW alone stays too ("Ketua RW 2"): without the other number and the
village it is one of many thousands. District, regency and province stay: they are columns of
the table anyway.
"""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_addresses"]

_STOP: Final = (
    r"(?:yang|yg|dan|di|ke|dari|dr|rusak|berlubang|sudah|sdh|belum|blm|tidak|tdk|ini|itu|ada|"
    r"adalah|mohon|tolong|"
    r"depan|sampai|hingga|menuju|arah|sekitar|dekat|samping|belakang|karena|krn|untuk|utk|"
    r"dengan|dgn|saya|kami|"
    r"rt|rw|no|nomor|nomer|nmr|blok|kav|kavling|kel|kelurahan|desa|ds|kec|kecamatan|kab|"
    r"kabupaten|kota|km|"
    r"sejak|selama|telah|akan|tahun|thn|tgl|tanggal|jam|pukul|sepanjang|penuh|banjir|gelap|"
    r"macet|lubang|mau|ingin)"
)
_HEAD: Final = (
    r"(?:jl|jln|jalan|jalanan|gg|gang|lorong|lrg|lr|perum|perumahan|perumnas|komp|komplek|"
    r"kompleks|kpg|kp|kampung|"
    r"dusun|dsn|dukuh|lingk|lingkungan|apartemen|apt|rusun|rusunawa|cluster|klaster|puri|griya|"
    r"taman|villa|residence|"
    r"asrama|mess|ruko|kost|kos|kontrakan|banjar|br|jorong|kompl)"
)
_WORD: Final = rf"(?!{_STOP}(?![a-z0-9]))[a-z][a-z'.]{{0,20}}"
_NAME: Final = (
    rf"[\s.:]{{1,3}}(?:{_WORD}|[ivx]{{1,4}}(?![a-z])|\d{{1,2}}(?=[ ,.]))"
    rf"(?:[ ,]{{1,2}}(?:{_WORD}|\d{{1,2}}(?=[ ,]\s?(?:no|rt|rw|blok|gg|gang|kav))))"
    rf"{{0,6}}"
)
_NUMBER: Final = (
    r"(?:no|nomor|nomer|nmr|nom|rumah no|#)[. :]{0,3}\d{1,4}(?: ?[a-z](?![a-z]))?"
    r"(?:[/-]\d{1,4})?(?! ?(?:tahun|thn)|\d)"
)
_RT: Final = (
    r"(?:rt|r\.t)[.: ]{0,3}\d{1,3}(?: ?[/,.-]? ?(?:dan )?(?:rw|r\.w)?[.: ]{0,3}\d{1,3}(?!\d))?"
    r"|(?:rw|r\.w)[.: ]{0,3}\d{1,3}(?!\d)|rt ?/ ?rw[.: ]{0,3}\d{1,3}(?: ?[/.-] ?\d{1,3})?"
)
_BLOCK: Final = (
    r"(?:blok|blk|block|kav|kavling|tower|unit|lantai|"
    r"lt)[. ]{0,2}(?:[a-z]{1,2}[ .-]{0,2}\d{0,3}[a-z]?|\d{1,3}[a-z]?)"
    r"(?![a-z])(?: ?[/.-] ?\d{1,3}[a-z]?(?![a-z0-9]))?"
)
_PART: Final = rf"(?:{_NUMBER}|{_RT}|{_BLOCK})"
_MORE: Final = rf"(?:[ ,.;/&-]{{0,3}}(?:dan )?(?<![a-z]){_PART})"
_VILLAGE: Final = (
    r"(?:[ ,.]{1,3}(?:kel|kelurahan|ds|desa|dusun|dsn|kp|kampung|dukuh)[. ]{1,2}"
    rf"{_WORD}(?: {_WORD}){{0,2}}?(?=[,.;\n]|$| (?:kec|kab|kota|kecamatan)))?"
)
_STREET: Final = re.compile(rf"{_HEAD}{_NAME}(?:{_MORE}){{1,5}}{_VILLAGE}")
_BARE_NUMBER: Final = re.compile(
    rf"(?:jl|jln|jalan|gg|"
    rf"gang)(?:[\s.]{{1,3}}{_WORD}){{1,4}}?[ ,]{{1,2}}\d{{1,3}}[a-z]?"
    r"(?=\s?[,.;\n)]|$| rt| rw| kel| kec| kota| kab)(?![.,:]\d)" + rf"(?:{_MORE}){{0,4}}{_VILLAGE}"
)
_PAIR: Final = (
    r"(?:rt|r\.t)[.: ]{0,3}\d{1,3} ?[/,.-]? ?(?:dan )?(?:(?:rw|r\.w)[.: ]{0,3}|(?<=/))\d{1,3}(?!\d)"
    r"|rt ?/ ?rw[.: ]{0,3}\d{1,3}(?: ?[/.-] ?\d{1,3})?"
)
_PLOT: Final = r"(?:blok|kav|kavling)[. ]{1,2}[a-z]{1,2}[ ./-]{0,2}\d{1,3}[a-z]?"
_ALONE: Final = re.compile(
    rf"(?:(?:{_PAIR})(?:{_MORE}){{0,4}}"
    rf"|{_PLOT}(?:[/-]\d{{1,3}}(?![a-z0-9])(?:{_MORE}){{0,4}}|(?![a-z0-9])(?:{_MORE}){{1,4}}))"
)
_HOME_PLOT: Final = re.compile(
    rf"(?:rumah|alamat|beralamat|tinggal|domisili|kos|ngekos|kost|mengontrak|menghuni|penghuni|"
    rf"hunian)(?: (?:saya|sy|kami|nya|di|"
    rf"pada)){{0,3}}[ :,]{{1,3}}({_PLOT}(?![a-z0-9])(?:{_MORE}){{0,4}})"
)
# "Perum Contoh Asri D-13": in an estate a letter and a number are a door.
_ESTATE: Final = re.compile(
    rf"(?:perum|perumahan|perumnas|komp|komplek|kompleks|kompl|cluster|klaster|puri|griya|villa|"
    rf"residence|bumi|graha|asrama|rusun|rusunawa|apartemen|apt)(?:[ .]{{1,2}}{_WORD}){{1,5}}?"
    rf"[ ,]{{1,2}}(?!rp|km|no|rt|rw|lt|tp|rb|jt|uu|sk|pp|di|ke|yg|dr|th|"
    rf"tl)[a-z]{{1,2}} ?[-./]? ?\d{{1,3}}[a-z]?(?:[/-]\d{{1,3}})?(?![a-z0-9/])"
    rf"(?:{_MORE}){{0,4}}{_VILLAGE}"
)
# A line of a form holds where somebody lives if it tells a number.
_FORM_LINE: Final = re.compile(
    r"(?:alamat|domisili)(?: (?:rumah|lengkap|ktp|saya|domisili|sesuai ktp|tinggal|pelapor)){0,2}"
    r" ?[:=] ?((?=[^\n;]{0,80}?\d)[^\n;]{5,90}?)(?=$|[\n;]|\. |, ?(?:no|hp|telp|wa|nik))"
)
_HEAD_WORDS: Final = word_set(
    "jl jln jalan jalanan gg gang lorong lrg lr perum perumahan perumnas komp komplek kompleks "
    "kpg kp kampung dusun dsn dukuh lingk lingkungan apartemen apt rusun rusunawa cluster "
    "klaster puri griya taman villa residence asrama mess ruko kost kos kontrakan banjar br "
    "jorong kompl"
)
_ESTATE_WORDS: Final = word_set(
    "perum perumahan perumnas komp komplek kompleks kompl cluster klaster puri griya villa "
    "residence bumi graha asrama rusun rusunawa apartemen apt"
)
_HOME_WORDS: Final = word_set(
    "rumah alamat beralamat tinggal domisili kos ngekos kost mengontrak menghuni penghuni hunian"
)
_FORM_WORDS: Final = word_set("alamat domisili")
_STREET_WORDS: Final = word_set("jl jln jalan gg gang")
_ALONE_WORDS: Final = word_set("rt r blok kav kavling")
_RULES: Final = (
    (_HEAD_WORDS, _STREET),
    (_STREET_WORDS, _BARE_NUMBER),
    (_ALONE_WORDS, _ALONE),
    (_ESTATE_WORDS, _ESTATE),
    (_HOME_WORDS, _HOME_PLOT),
    (_FORM_WORDS, _FORM_LINE),
)


def find_addresses(text: FoldedText) -> Iterator[Span]:
    """Find addresses.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each address.
    """
    if not text.has_digit:
        return
    for words, pattern in _RULES:
        for place, _ in text.places(words):
            match = pattern.match(text.low, place)
            if match:
                group = pattern.groups
                yield Span(match.start(group), match.end(group), Kind.ADDRESS)
