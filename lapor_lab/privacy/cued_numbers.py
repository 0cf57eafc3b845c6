"""Numbers that a word before them explains: telephones, accounts, passports, dates of birth."""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_accounts", "find_birth_dates", "find_cued_numbers"]

_GAP_WORDS: Final = (
    r"(?:nomor|nomer|no|nmr|saya|saia|sya|sy|ku|kami|aku|aja|saja|sini|pelapor|beliau|ybs|aktif|"
    r"rumah|kantor|di|ke|ini|"
    r"adalah|"
    r"yaitu|yg|yang|bisa|dapat|dihubungi|dan|atau|wa|whatsapp|hp|telp|telepon|telpon|sms|"
    r"bank|atas nama|a\.n|an|milik|tujuan|penerima|dengan|rek|rekening|norek|bri|bca|bni|"
    r"mandiri|bsi|btn|"
    r"jatim|jabar|jateng|dki|syariah|tabungan|simpedes|giro|britama|nya|suami|istri|anak|"
    r"pengirim|pelaku|penipu|"
    r"va|virtual|account|briva)"
)
_GAP: Final = rf"[\s:.,;(=/)#+\-]{{0,4}}(?:{_GAP_WORDS}(?![a-z])[\s:.,;(=/)#+\-]{{0,4}}){{0,6}}"
_NUMBER: Final = (
    r"(\d(?:[ .\-]{0,2}\d){%d,%d})(?![\d]|[.,]\d{3}(?!\d)|"
    r"\s?(?:juta|ribu|rupiah|jt|rb|orang|kali|hari|bulan|tahun|kwh|meter)(?![a-z]))"
)
_PHONE: Final = re.compile(
    r"(?:hp|hape|handphone|ponsel|nope|nohape|ditelp|ditelpon|ditelepon|telpon(?:nya)?|wa|"
    r"whats?app?|telp?|tlp|tlpn|telp?on|telepon|"
    r"phone|sms|"
    r"cp|kontak|contact|person|hubungi|dihubungi|fax|faks|faksimili|call|nohp|nowa|notelp)(?![a-z])"
    rf"{_GAP}\(?{_NUMBER % (5, 14)}"
)
_ACCOUNT: Final = re.compile(
    r"(?:rekening(?:nya)?|norek|rek|bri|briva|bca|bni|bsi|btn|mandiri|"
    r"danamon|cimb|niaga|permata|"
    r"jago|seabank|bank [a-z]{3,10}|virtual account|va|gopay|ovo|shopeepay|linkaja)(?![a-z])"
    rf"{_GAP}{_NUMBER % (5, 19)}"
)
# Between the word and the number stand whose account it is, and at which bank.
_NAMED_ACCOUNT: Final = re.compile(
    r"(?:rekening(?:nya|ku)?|norek|rek|tabungan(?:ku|nya)?|simpedes|transfer|ditransfer|kutransfer|"
    r"mentransfer|tf|setor|disetor|mengirim|dikirim|kirim|refund|dana|uang|bayar|bri|bca|bni|bsi|"
    r"btn|mandiri)(?![a-z])"
    r"(?:[\s:.,;(=/)#+\-]{1,3}(?:[a-z]|\.(?! )){1,20}){0,7}[\s:.,;(=/)#+\-]{1,4}"
    r"(?=(?:\d[ .\-]{0,2}){9})(\d(?:[ .\-]{0,2}\d){8,19})(?!\d|\s?(?:rupiah|orang|ribu|"
    r"juta)(?![a-z]))"
)
_NAMED_ACCOUNT_WORDS: Final = word_set(
    "rekening rekeningnya rekeningku norek rek tabungan tabunganku tabungannya simpedes transfer "
    "ditransfer kutransfer mentransfer tf setor disetor mengirim dikirim kirim refund dana uang "
    "bayar bri bca bni bsi btn mandiri"
)
# "5.1.02.01": a chain of an office's budget.
_BUDGET_CODE: Final = re.compile(r"\d\.\d{1,2}\.")
# "0411/300002", but no number of a letter.
_AREA_AND_NUMBER: Final = re.compile(r"(?<![\d/.-])\(?0[2-9]\d{1,2}\)? ?/ ?\d{5,8}(?![\d/]|[.-]\d)")
_LETTER: Final = re.compile(
    r"(?:no|nomor|nomer|nmr|sk|surat|perkara|register|reg|agenda|putusan|akta)[ .:]{0,3}$"
)
_BEFORE_LETTER: Final = 12
_OTHER: Final = re.compile(
    r"(?:paspor|passport|nip|nik|kk|ktp|npwp|nisn|nuptk|nrp|nrk|nim|bpjs|jkn|kis|kks|sim|stnk|"
    r"bpkb|idpel|pel|pelanggan|peserta|meteran|meter|imei|nib|kartu|medis|rm|billing)(?![a-z])"
    r"[\s:.,;(=/)#\-]{0,4}(?:(?:nomor|no|nmr|saya|sy|kami|pln|pdam|adalah|dengan|kesehatan|"
    r"elektronik|milik|anak|suami|istri|kartu|peserta)(?![a-z])[\s:.,;(=/)#\-]{0,4}){0,4}"
    r"([a-z]{0,2}[ -]?\d(?:[ .\-]{0,2}\d){6,21})(?!\d)"
)
_OFFICE_LINE: Final = re.compile(r"1?500|1500|14\d{3}$|0?80[0479]")
_YEARS_ONLY: Final = re.compile(r"(?:19|20)\d\d(?:[ .\-]{1,2}(?:19|20)\d\d)*")
_PHONE_WORDS: Final = word_set(
    "hp hape handphone ponsel nope nohape ditelp ditelpon ditelepon telponnya wa whatsapp "
    "whatsap watsap whatapp tel telp tlp tlpn telpon "
    "telepon phone sms cp "
    "kontak contact person hubungi dihubungi fax faks faksimili call nohp nowa notelp"
)
_ACCOUNT_WORDS: Final = word_set(
    "rekening rekeningnya norek rek norek bri briva bca bni bsi btn mandiri danamon cimb niaga "
    "permata "
    "jago seabank bank virtual va gopay ovo shopeepay linkaja"
)
_OTHER_WORDS: Final = word_set(
    "paspor passport nip nik kk ktp npwp nisn nuptk nrp nrk nim bpjs jkn kis kks sim stnk bpkb "
    "idpel pel pelanggan peserta meteran meter imei nib kartu medis rm billing"
)
_BIRTH_WORDS: Final = word_set("lahir kelahiran ttl dob")
_BIRTH: Final = re.compile(
    r"(?:lahir|kelahiran|ttl|dob)(?![a-z])[^\d\n.;!?]{0,40}"
    r"(\d{1,2}(?:[-/. ]{1,2}(?:\d{1,2}|[a-z]{3,9})[-/. ]{1,2})(?:19|20)?\d\d)(?!\d)"
)
_ANNIVERSARY: Final = re.compile(
    r"hari (?:lahir|kelahiran|jadi)|pancasila|muhammadiyah|hari jadi|maulid"
)


def find_accounts(text: FoldedText) -> Iterator[Span]:
    """Find numbers of accounts.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each number after the name of a bank or a word for an account.
    """
    if text.has_long_number:
        yield from _after_cue(text, _ACCOUNT_WORDS, _ACCOUNT, Kind.ACCOUNT)
        yield from _after_cue(text, _NAMED_ACCOUNT_WORDS, _NAMED_ACCOUNT, Kind.ACCOUNT)


def find_cued_numbers(text: FoldedText) -> Iterator[Span]:
    """Find other numbers after a cue.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Telephones, and numbers of documents and customers.
    """
    if text.has_long_number:
        yield from _after_cue(text, _PHONE_WORDS, _PHONE, Kind.PHONE)
        yield from _after_cue(text, _OTHER_WORDS, _OTHER, Kind.NUMBER)
        if "/" in text.low:
            yield from _behind_area_codes(text.identifying)


def _behind_area_codes(low: str) -> Iterator[Span]:
    for match in _AREA_AND_NUMBER.finditer(low):
        if not _LETTER.search(low, max(match.start() - _BEFORE_LETTER, 0), match.start()):
            yield Span(match.start(), match.end(), Kind.PHONE)


def _after_cue(
    text: FoldedText, words: frozenset[str], pattern: re.Pattern[str], kind: Kind
) -> Iterator[Span]:
    for place, _ in text.places(words):
        match = pattern.match(text.identifying, place)
        if match is None or _OFFICE_LINE.match(match[1]) or _YEARS_ONLY.fullmatch(match[1]):
            continue
        if not (kind is Kind.ACCOUNT and _BUDGET_CODE.match(match[1])):
            yield Span(match.start(1), match.end(1), kind)


def find_birth_dates(text: FoldedText) -> Iterator[Span]:
    """Find dates after a word of birth.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each date but that of an anniversary.
    """
    if not text.has_digit:
        return
    for place, _ in text.places(_BIRTH_WORDS):
        match = _BIRTH.match(text.low, place)
        if match and not _ANNIVERSARY.search(text.low, max(place - 10, 0), match.start(1)):
            yield Span(match.start(1), match.end(1), Kind.BIRTH_DATE)
