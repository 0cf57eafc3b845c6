"""Names of persons, found by the words before them.

A name is looked for only after a cue: a self-introduction, "a.n.", a form of address, a part in
the case (korban, saksi, napi), a relation (anak saya). What follows is read word by word until
a word that is no name: a function word, an office, an institution, a place. A strong cue
("nama saya", "atas nama") lets an unknown word pass; a weak one ("Pak", "korban") asks for a
listed name, the ending of one, or a capital in a text where capitals mean something.
"""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.name_cues import Weight, find_cues
from lapor_lab.privacy.place_heads import follows_place_head
from lapor_lab.privacy.signatures import SIGNATURE_ENDS, find_signature_places
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import (
    is_common,
    is_known_name,
    looks_derived,
    looks_like_name,
    word_set,
)

__all__ = ["find_names"]

_MOST_WORDS: Final = 5
_SHORTEST: Final = 3
_LONGEST_ACRONYM: Final = 5
_LONGEST_SYLLABLE: Final = 4
_JOINTS: Final = word_set(
    "dan ke di dr dari yg yang utk sama sm dgn dg atau bin pak bu ibu mas kak bpk sdr kpd oleh"
)
_NEAR: Final = re.compile(r" ([a-z]+)(?![a-z'-])")
_LAST_REACH: Final = 40
_NEXT: Final = re.compile(r"\s?(?:,|dan|&|/|serta|,\s?dan)\s{0,2}(?=([a-z]{2,}))")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_STRONG_GAP: Final = re.compile(r"[\s:;=,.(\"'/-]{0,8}(?:\d[.)]\s?)?")
_WEAK_GAP: Final = re.compile(r"\.\s?|\s?:\s?|\s?,\s{1,3}|[ (\"']{0,3}")
_WORD_GAP: Final = re.compile(r" {1,2}")
_ABBREVIATION_GAP: Final = re.compile(r"\.\s?| ")
_PASSED: Final = word_set(
    "bapak bpk bp pak ibu bu sdr sdri saudara saudari h hj drs dra dr ir kh ust ustadz ustad "
    "prof tn ny nn mas mbak alm almh "
    "almarhum almarhumah yang yg bernama adalah ialah yaitu yakni nama saya sya sy drg nyonya "
    "tuan bripka aiptu oknum "
    "gus haji hajah dokter bidan perawat suster mbah mbok mpok nyai nona sdra koh engkoh kak "
    "drs mr tante om teteh teh kang bang"
)
# They stand without a full stop as often as with one.
_SHORT_PASSED: Final = word_set("h hj dr ir kh bp bu sy yg ny tn nn")
_ABBREVIATED: Final = word_set(
    "moh muh mohd muhd abd st sr ahm m a h hj drs dra dr ir bpk sdr sdri kh r rr ny tn alm almh "
    "prof drg ust br bin tb"
)
_PARTICLES: Final = word_set(
    "bin binti van de al el ar br boru la wa ode ibnu abu umi ummu der den da ul un uz as ad "
    "ash daeng"
)
# Words that begin a name, and mean nothing or something else alone.
_OPENINGS: Final = word_set(
    "i ni la wa lalu cut al el abu ibnu de da si anak ida neng nyai teuku tengku teungku andi tb"
)
# Listed names that are as often what somebody is.
_OFFICES: Final = word_set("hakim imam sultan kaisar muslim muslimah jati aman karya putra sandi")
_DEGREE: Final = re.compile(
    r"(?:,?\s{0,2}(?:Sp\.?\s?[A-Z]{1,3}|S\.?\s?(?:H|E|T|P|Pd|Sos|IP|Kom|Ag|Si|Kep|KM|Ked|Farm|Hut|Psi|ST|Ikom|Pt|"
    r"TP|Ak|Hum|Gz)|M\.?\s?(?:H|M|T|Pd|Si|Kom|Ag|Kes|"
    r"AP|Kn|Hum|Sc|Kep|Farm|Ak|E|Pd\.?I|Sos|IP|MT)|A\.?\s?Md(?:\.?\s?(?:Keb|Kep|Kom))?|"
    r"Ph\.?\s?D|MBA|MPA|SH|SE|ST|MM|MH|Ns|Apt)"
    r"(?![a-z])\.?){1,4}",
    re.IGNORECASE,
)


def find_names(text: FoldedText) -> Iterator[Span]:
    """Find names after cues.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each name, with the degrees behind it.
    """
    for cue in find_cues(text):
        names = list(_names_after(text, cue.end, cue.weight))
        # A street or a hospital bears the name of somebody who has no part in the case.
        if names and (cue.weight is Weight.STRONG or not follows_place_head(text.low, cue.start)):
            yield from names
    yield from _signature(text)


def _signature(text: FoldedText) -> Iterator[Span]:
    """Yield the name that ends a text, if nothing else stands in its last words."""
    tail = text.low[-_LAST_REACH:].rstrip(SIGNATURE_ENDS).replace("\n", " ")
    if not _may_end(tail[tail.rfind(" ") + 1 :].lstrip("-.,")):
        return
    for place, end, is_after_formula in find_signature_places(text):
        start = _after_fillers(text, place, is_strong=True)
        words = list(_words_from(text.plain, start))
        if not words or not (is_after_formula or _is_sure(words)):
            continue
        span = _read_name(text, words, Weight.STRONG)
        if span is not None and span.end >= end and not follows_place_head(text.low, place):
            yield span
            return


def _names_after(text: FoldedText, place: int, weight: Weight) -> Iterator[Span]:
    """Yield the name after a cue, and the listed names that "dan" or a comma add to it."""
    # Most cues are followed by an ordinary word at once: no need to read on.
    near = _NEAR.match(text.low, place) if weight is not Weight.STRONG else None
    if near and near[1] not in _PASSED and not _may_begin(near[1]):
        return
    start = _after_fillers(text, place, is_strong=weight is Weight.STRONG)
    first = _TOKEN.match(text.plain, start)
    if first is None or not (weight is Weight.STRONG or _may_begin(first[0].lower())):
        return
    words = list(_words_from(text.plain, start))
    needs_list = weight is Weight.SELF or (
        weight is not Weight.STRONG and "," in text.plain[place:start]
    )
    span = None
    # "Belum punya KIA": an acronym, and by chance a name.
    is_short = len(words[0][0]) <= _SHORTEST and not _goes_on(words[1:])
    if weight is Weight.SELF and is_short and not _is_before_name(words[1:]):
        return
    if not needs_list or _is_sure(words) or (weight is not Weight.SELF and _is_formed(words[0])):
        span = _read_name(text, words, weight)
    while span is not None:
        yield span
        following = _NEXT.match(text.low, span.end)
        words = [] if following is None else list(_words_from(text.plain, following.end()))
        if not words or not _is_sure(words):
            return
        span = _read_name(text, words, Weight.ROLE)


def _read_name(text: FoldedText, words: list[re.Match[str]], weight: Weight) -> Span | None:
    name = _Name(text, weight)
    for number, word in enumerate(words):
        if not name.takes(word, words[number + 1 :]):
            break
    span = name.span()
    if span is None:
        return None
    degree = _DEGREE.match(text.plain, span.end)
    return Span(span.start, degree.end(), Kind.NAME) if degree else span


def _words_from(plain: str, place: int) -> Iterator[re.Match[str]]:
    """Yield the words that one or two spaces, or the full stop of an initial, hold together."""
    token = _TOKEN.match(plain, place)
    for _ in range(_MOST_WORDS + 1):
        if token is None:
            return
        yield token
        is_short = len(token[0]) == 1 or token[0].lower() in _ABBREVIATED
        gap = (_ABBREVIATION_GAP if is_short else _WORD_GAP).match(plain, token.end())
        token = _TOKEN.match(plain, gap.end()) if gap else None


def _after_fillers(text: FoldedText, place: int, *, is_strong: bool) -> int:
    """Skip punctuation, forms of address and words like "adalah" between cue and name."""
    gap = _STRONG_GAP if is_strong else _WEAK_GAP
    for _ in range(5):
        found = gap.match(text.plain, place)
        if found is not None:
            place = found.end()
        token = _TOKEN.match(text.plain, place)
        word = "" if token is None else token[0].lower()
        if token is None or word not in _PASSED:
            break
        after = text.plain[token.end() : token.end() + 1]
        is_cut_off = len(word) < _SHORTEST and word not in _SHORT_PASSED and after != "."
        if is_cut_off or (not is_strong and after in {",", "/"}):
            break
        place = token.end()
    return place


def _may_end(word: str) -> bool:
    return len(word) == 1 or is_known_name(word) or not (is_common(word) or looks_derived(word))


def _may_begin(word: str) -> bool:
    return is_known_name(word) or not is_common(word) or word in _OPENINGS or word in _ABBREVIATED


def _is_sure(words: list[re.Match[str]]) -> bool:
    """Whether a listed name comes first, or second after a word that is nothing else."""
    first = words[0][0].lower()
    if first in _OPENINGS and not is_known_name(first):
        return _is_before_name(words[1:])
    if is_known_name(first):
        return not is_common(first) or _is_before_name(words[1:])
    return not is_common(first) and len(first) >= _SHORTEST and _is_before_name(words[1:])


def _is_formed(word: re.Match[str]) -> bool:
    """Whether a long word has the form of a name, which a short one may have by chance."""
    low = word[0].lower()
    return len(low) > _LONGEST_ACRONYM and looks_like_name(low) and not is_common(low)


def _is_before_name(following: list[re.Match[str]]) -> bool:
    for word in following:
        low = word[0].lower()
        if len(low) > 1 and low not in _PARTICLES:
            return is_known_name(low) and not is_common(low)
    return False


def _is_chain(following: list[re.Match[str]]) -> bool:
    """Whether the next two words are listed, be they ordinary words as well."""
    return len(following) > 1 and all(is_known_name(w[0].lower()) for w in following[:2])


def _is_strange(word: str) -> bool:
    return len(word) > _SHORTEST and not is_common(word) and not looks_derived(word)


def _goes_on(following: list[re.Match[str]]) -> bool:
    """Whether the next word is neither ordinary nor derived: two in a row are a name."""
    return any(_is_strange(word[0].lower()) for word in following[:1])


class _Name:
    """A name that is read word by word."""

    def __init__(self, text: FoldedText, weight: Weight) -> None:
        self.text = text
        self.weight = weight
        self.parts: list[re.Match[str]] = []
        self.pending: list[re.Match[str]] = []

    def span(self) -> Span | None:
        """Return where it stands, if it has a word of its own."""
        if not self.parts:
            return None
        return Span(self.parts[0].start(), self.parts[-1].end(), Kind.NAME)

    def takes(self, word: re.Match[str], following: list[re.Match[str]]) -> bool:
        """Take a word as a part, or keep it until the next one decides, or end the name."""
        if len(self.parts) + len(self.pending) >= _MOST_WORDS:
            return False
        if self._is_part(word, following):
            self.parts += [*self.pending, word]
            self.pending = []
            return True
        if self._is_initial(word) and self.parts:
            self.parts.append(word)
            return True
        if self._may_bridge(word, following):
            self.pending.append(word)
            return True
        return False

    def _is_initial(self, word: re.Match[str]) -> bool:
        is_dotted = self.text.plain[word.end() : word.end() + 1] == "."
        return len(word[0]) == 1 and (word[0].isupper() or is_dotted)

    def _may_bridge(self, word: re.Match[str], following: list[re.Match[str]]) -> bool:
        low = word[0].lower()
        if not following or len(self.pending) > 1:
            return False
        if low in _PARTICLES or low in _ABBREVIATED or self._is_initial(word):
            return True
        if not self.parts:
            return low in _OPENINGS
        # An ordinary word between parts: "Anak Agung Istri Padmi", "tan kok seng".
        is_capital = word[0].istitle() and self.text.are_capitals_informative
        is_syllable = len(low) <= _LONGEST_SYLLABLE and low not in _JOINTS
        after = following[0][0].lower()
        is_between = is_known_name(after) and not is_common(after)
        return is_between and (is_capital or is_syllable) and not self.pending

    def _is_part(self, word: re.Match[str], following: list[re.Match[str]]) -> bool:
        low = word[0].lower()
        is_capital = word[0][0].isupper() and self.text.are_capitals_informative
        if len(low) == 1 or (low in _OPENINGS and not self.parts and not is_known_name(low)):
            return False
        if is_known_name(low):
            return self._is_listed_part(low, following, is_capital=is_capital)
        if is_common(low):
            # "nama saya Ganda Pangestu": the strong cue before and the listed name behind decide.
            is_first = self.weight is Weight.STRONG and not self.parts
            return is_first and _is_before_name(following)
        if len(low) < _SHORTEST and not (is_capital and self.parts):
            return False
        if is_capital:
            return bool(self.parts) or self._is_capital_start(word[0], following)
        return not self._began_with_capital() and self._is_unlisted_part(low, following)

    def _is_capital_start(self, word: str, following: list[re.Match[str]]) -> bool:
        if _is_before_name(following):
            return True
        is_acronym = word.isupper() and len(word) <= _LONGEST_ACRONYM
        if looks_derived(word.lower()) or (is_acronym and self.weight is not Weight.STRONG):
            return False
        is_likely = self.weight not in {Weight.SELF, Weight.ROLE} or looks_like_name(word.lower())
        return is_likely or _goes_on(following)

    def _is_listed_part(
        self, low: str, following: list[re.Match[str]], *, is_capital: bool
    ) -> bool:
        if not is_common(low) or self.weight is Weight.STRONG or self.pending:
            return True
        if is_capital and (self.parts or self.weight is not Weight.ROLE):
            return True
        if self.parts:
            return _is_before_name(following) or not self._began_with_capital()
        is_addressed = self.weight in {Weight.TITLE, Weight.NAMED} and low not in _OFFICES
        return is_addressed or _is_before_name(following) or _is_chain(following)

    def _is_unlisted_part(self, low: str, following: list[re.Match[str]]) -> bool:
        if _is_before_name(following):
            return True
        if looks_derived(low):
            return False
        is_begun = bool(self.parts or self.pending)
        if self.weight is Weight.NAMED and _is_strange(low):
            return True
        return self.weight is Weight.STRONG or is_begun or looks_like_name(low)

    def _began_with_capital(self) -> bool:
        is_informative = self.text.are_capitals_informative
        return is_informative and bool(self.parts) and self.parts[0][0][0].isupper()
