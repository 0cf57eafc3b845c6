"""E-mail addresses, links that lead to a person, and accounts in social media.

An office's own address stays: ``pengaduan@...go.id``, a plain domain, a page of a ``.go.id``
site. A link goes when it carries a query, a token or a user, when it is shortened, or when it
leads to a shared file, a chat, a map or a profile.
"""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_emails", "find_handles", "find_links"]

# A sign that stands apart ("nama @ contoh . id") needs a full stop behind it, one within does not.
_APART: Final = r"(?:\s@\s?|@\s|\s?[\[({]\s?(?:at|et|a)\s?[\])}]\s?|\s(?:at|et)\s)"
_DOT: Final = r"(?:\.|\s\.\s?|\s?[\[({]\s?(?:dot|titik|\.)\s?[\])}]\s?|\s(?:dot|titik)\s)"
_DOMAIN: Final = r"[a-z0-9-]{1,63}+"
_EMAIL: Final = re.compile(
    rf"(?<![\w.+%-])[\w+%-]{{1,64}}+(?:{_DOT}[\w+%-]{{1,64}}+){{0,4}}?"
    rf"(?:@{_DOMAIN}(?:{_DOT}{_DOMAIN}){{0,4}}|{_APART}{_DOMAIN}(?:{_DOT}{_DOMAIN}){{1,4}})"
)
_MAIL_HOST: Final = re.compile(
    r"(?<![\w.+%-])[\w+%-]{1,64}+(?:\.[\w+%-]{1,64}+){0,4}?\s(?:at|et|@)?\s?"
    r"(?:g\s?mail|yahoo|ymail|hotmail|outlook|rocketmail|icloud)"
    r"(?:\s?\.\s?|\sdot\s|\stitik\s|\s)(?:com?|co\.id|id)\b"
)
_AT_WORDS: Final = word_set("at et")
_OFFICE: Final = re.compile(
    r"(?:pengaduan|pelayanan|layanan|lapor|aduan|info|informasi|humas|admin|halo|hallo|kontak|"
    r"contact|cs|customer|ppid|sekretariat|setjen|helpdesk|call|bantuan|support|kemen|dinas|"
    r"diskominfo|"
    r"kominfo|bagian|kepegawaian|persuratan|dumas|upg|wbs|itjen|inspektorat)"
    r"[\w.-]{0,30}\s?@\s?[\w.-]{1,80}\.(?:go\.id|mil\.id|desa\.id)"
)

_LINK: Final = re.compile(
    r"(?<![\w@.])(?:(?:https?|hxxps?|ftp)\s?:\s?//\s?(?:[\w.~-]{1,64}(?::[^\s@/]{1,64})?@)?)?"
    r"((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12})(?::\d{2,5})?((?:[/?#][^\s<>\"'\])]*)?)"
)
_LINK_SIGN: Final = re.compile(r"\.[a-z]{2,12}(?:[/?#]|:\d)")
_PERSONAL_HOST: Final = re.compile(
    r"(?:^|\.)(?:bit\.ly|s\.id|goo\.gl|tinyurl\.com|t\.co|cutt\.ly|linktr\.ee|shorturl\.at|is\.gd|"
    r"wa\.me|whatsapp\.com|t\.me|telegram\.me|line\.me|"
    r"drive\.google\.com|docs\.google\.com|forms\.gle|photos\.google\.com|photos\.app\.goo\.gl|"
    r"maps\.app\.goo\.gl|maps\.google\.com|google\.com|google\.co\.id|dropbox\.com|1drv\.ms|"
    r"mediafire\.com|icloud\.com|"
    r"instagram\.com|facebook\.com|fb\.com|fb\.me|fb\.watch|m\.facebook\.com|twitter\.com|"
    r"x\.com|tiktok\.com|"
    r"vt\.tiktok\.com|threads\.net|youtube\.com|youtu\.be|linkedin\.com)$"
)
_TOKEN: Final = re.compile(
    r"[?#=&]|%[0-9a-f]{2}|/(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{6,}(?:/|$)|/\d{6,}|/[\w-]{24,}(?:/|$)|@"
)

_MIXED: Final = re.compile(r"/(?=[\w-]*[a-z][A-Z])[\w-]{6,}")

_HANDLE: Final = re.compile(
    r"(?<![a-z0-9])(?:ig|insta(?:gram)?|fb|facebook|twitter|tiktok|tik tok|telegram|tele|"
    r"threads|line|"
    r"akun|medsos|username|user\s?name|id line)(?![a-z0-9])[^\n@\w]{0,4}"
    r"(?:(?:saya|sy|kami|nya|pelaku|dengan|nama|akun|di|id|user|username|milik)[\s:=]{1,3}){0,3}"
    r"(@\s?[\w.]{3,40})"
)
_HANDLE_WORDS: Final = word_set(
    "ig insta instagram fb facebook twitter tiktok tik telegram tele threads line akun medsos "
    "username "
    "user id"
)
_OFFICE_HANDLE: Final = re.compile(
    r"kemen|pemkot|pemkab|pemprov|dinas|diskominfo|polri|polres|polda|humas|lapor|bpjs|pln|pdam|"
    r"official|_ri$|ri$|ombudsman|kominfo|bkn|bpn"
)


def find_emails(text: FoldedText) -> Iterator[Span]:
    """Find e-mail addresses, also disguised ones.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each address but those of offices.
    """
    low = text.low
    if "@" in low or not text.words.isdisjoint(_AT_WORDS):
        for match in _EMAIL.finditer(low):
            if not _OFFICE.fullmatch(match[0]):
                yield Span(match.start(), match.end(), Kind.EMAIL)
    if "mail" in low or "yahoo" in low or "outlook" in low or "icloud" in low:
        for match in _MAIL_HOST.finditer(low):
            yield Span(match.start(), match.end(), Kind.EMAIL)


def find_links(text: FoldedText) -> Iterator[Span]:
    """Find links that carry a token or lead to a person.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each link but plain domains and pages.
    """
    low = text.low
    if not _LINK_SIGN.search(low):
        return
    for match in _LINK.finditer(low):
        host, rest = match[1], match[2].rstrip(".,;:!)")
        before = low[match.start() : match.start(1)]
        is_personal = len(rest) > 1 and _PERSONAL_HOST.search(host)
        if (
            is_personal
            or "@" in before
            or _TOKEN.search(rest)
            or _MIXED.search(text.plain, match.start(2), match.end(2))
        ):
            yield Span(match.start(), match.start(2) + len(rest), Kind.LINK)


def find_handles(text: FoldedText) -> Iterator[Span]:
    """Find accounts in social media that a cue announces.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each account but those that are an office's by their name.
    """
    if "@" not in text.low or text.words.isdisjoint(_HANDLE_WORDS):
        return
    for match in _HANDLE.finditer(text.low):
        if not _OFFICE_HANDLE.search(match[1]):
            yield Span(match.start(1), match.end(1), Kind.HANDLE)
