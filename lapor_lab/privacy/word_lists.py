"""Words that are names, words that are none, and what the form of a word says."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

__all__ = [
    "is_common",
    "is_known_name",
    "is_only_name",
    "looks_derived",
    "looks_like_name",
    "only_names",
    "word_set",
]

# Words come again: most texts draw on a few thousand.
_N_REMEMBERED: Final = 50_000
_PREFIXED: Final = re.compile(
    r"(?:mem|men|meny|meng|ber|ter|pem|peng|peny|di|se)[a-z]{4,}|(?:ke|pe|pem|pen|peng|"
    r"per)[a-z]{3,}an|me[lrw][a-z]{3,}"
)
_SUFFIXED: Final = re.compile(r"[a-z]{3,}(?:nya|kan|lah|kah|pun|isasi|itas)")
_NAME_ENDING: Final = re.compile(
    r"[a-z]{2,}(?:wan|wati|man|min|anto|yanto|ono|adi|yadi|yati|tini|ingsih|asih|udin|uddin|"
    r"diyah|iyah|inah|"
    r"anah|unah|iyem|inem|tono|arto|arno|jo|djo|ini|iani|iana|tuti|tun|ansyah|syah|ullah|uloh|ilah)"
    # Heads that begin names from Aceh to Madura, and old spellings.
    r"|(?:nur|zul|syam|syaf|khair|khoir|fath|fatk|yus[nmr]|ngad|ngat|soe|tjan|djo|mukh)[a-z]{3,}"
)
# Regulations, offices and office holders, whose abbreviations are made anew every year.
_OFFICIAL: Final = re.compile(
    r"(?:per|kep)(?:men|bup|wal|gub|da|pres|kap|des|ka|dirjen|ban)[a-z]{0,12}|kemen[a-z]{2,15}|"
    r"(?:in|kep)pres|"
    r"dis(?:duk|hub|dik|nak|kop|perin|par|por|sos|kom)[a-z]{0,12}|pem(?:kab|kot|prov|des|"
    r"da)[a-z]{0,8}|(?:kan|ka)(?:wil|im|kan)[a-z]{0,6}|"
    r"ka(?:polda|polres|polsek|lapas|rutan|bag|sub|dis)[a-z]{0,8}|ba(?:ppe|pen|kor|dan)[a-z]{0,8}|"
    r"(?:dir|ir|sek)jen|sek(?:da|wan|des|cam|kel)|wa(?:bup|wali|gub|lkot)[a-z]{0,6}|pol(?:da|"
    r"res|sek|tabes)[a-z]{0,8}|lapas|rutan"
)
_PREFIXES: Final = ("", "di", "ke", "se", "ber", "ter", "me", "pe", "per")
_SUFFIXES: Final = ("", "nya", "lah", "kah", "pun", "kan", "an", "ku", "mu", "i")
_SHORTEST_STEM: Final = 4


def word_set(words: str) -> frozenset[str]:
    """Make a set of words that are written in a row.

    Parameters
    ----------
    words : str
        With white space between them.

    Returns
    -------
    frozenset of str
        The words.

    Examples
    --------
    >>> sorted(word_set("pak bu"))
    ['bu', 'pak']
    """
    return frozenset(words.split())


@cache
def _words(name: str) -> frozenset[str]:
    source = files("lapor_lab.privacy") / "data" / name
    return frozenset(source.read_text("utf-8").split())


@cache
def only_names() -> frozenset[str]:
    """Give the listed names that are no ordinary words.

    Returns
    -------
    frozenset of str
        In small letters.

    Examples
    --------
    >>> "santoso" in only_names(), "indah" in only_names()
    (True, False)
    """
    return _words("name_words.txt") - _words("common_words.txt")


def is_only_name(word: str) -> bool:
    """Whether a word is a listed name and nothing else.

    Parameters
    ----------
    word : str
        One word in small letters.

    Returns
    -------
    bool
        False for words that are names and ordinary words.

    Examples
    --------
    >>> is_only_name("santoso"), is_only_name("indah")
    (True, False)
    """
    return word in only_names()


def is_known_name(word: str) -> bool:
    """Whether a word is in the list of Indonesian given and family names.

    Parameters
    ----------
    word : str
        One word in small letters.

    Returns
    -------
    bool
        Also for words that are names and ordinary words.
    """
    return word in _words("name_words.txt")


@lru_cache(maxsize=_N_REMEMBERED)
def is_common(word: str) -> bool:
    """Whether a word is an ordinary one, an office, an institution or a place.

    Parameters
    ----------
    word : str
        One word in small letters.

    Returns
    -------
    bool
        True also for a listed word with an affix.

    Examples
    --------
    >>> is_common("kecamatan"), is_common("kepalanya"), is_common("sugimin")
    (True, True, False)
    """
    common = _words("common_words.txt")
    if word in common or (not is_known_name(word) and _OFFICIAL.fullmatch(word)):
        return True
    return not is_known_name(word) and any(stem in common for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if not word.startswith(prefix):
            continue
        for suffix in _SUFFIXES:
            stem = word[len(prefix) : len(word) - len(suffix)]
            if word.endswith(suffix) and len(stem) >= _SHORTEST_STEM:
                yield stem


@lru_cache(maxsize=_N_REMEMBERED)
def looks_derived(word: str) -> bool:
    """Whether a word has an affix that names do not have.

    Parameters
    ----------
    word : str
        One word in small letters.

    Returns
    -------
    bool
        From the form alone.

    Examples
    --------
    >>> looks_derived("memperbaiki"), looks_derived("sugimin")
    (True, False)
    """
    return bool(_PREFIXED.fullmatch(word) or _SUFFIXED.fullmatch(word))


def looks_like_name(word: str) -> bool:
    """Whether a word ends as Indonesian names do.

    Parameters
    ----------
    word : str
        One word in small letters.

    Returns
    -------
    bool
        From the form alone.

    Examples
    --------
    >>> looks_like_name("sugimin"), looks_like_name("jalan")
    (True, False)
    """
    return bool(_NAME_ENDING.fullmatch(word)) and not looks_derived(word)
