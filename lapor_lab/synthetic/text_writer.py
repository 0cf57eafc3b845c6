"""Join fragments to texts: salutation, facts, circumstances, request, thanks."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lapor_lab.synthetic.persons import load_names
from lapor_lab.synthetic.text_kinds import Facts
from lapor_lab.synthetic.text_noise import put_in_capitals, swap_letters
from lapor_lab.synthetic.text_pools import N_FORMS, N_SPELLINGS, Pools
from lapor_lab.synthetic.text_profile import TextProfile

__all__ = ["write_texts"]

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Optional sentences that say nothing of the topic, in the order of the text. A second visit to
# a pool comes only in long texts: its share is squared.
_CIRCUMSTANCES = (
    ("duration", 1),
    ("chronology", 1),
    ("impact", 1),
    ("effort", 1),
    ("story", 2),
    ("remark", 1),
    ("chronology", 3),
    ("story", 3),
    ("impact", 3),
    ("effort", 4),
)


def write_texts(
    facts: Facts, places: pa.Array, pools: Pools, profile: TextProfile, rng: np.random.Generator
) -> pa.Array:
    """Write one text a case.

    Parameters
    ----------
    facts : Facts
        Families that the texts are made of.
    places : pyarrow.Array of str of shape (n_cases,)
        Where each case lies; null where it is not known.
    pools : Pools
        All fragments.
    profile : TextProfile
        Shares of everything.
    rng : Generator
        Source of randomness.

    Returns
    -------
    pyarrow.Array of str of shape (n_cases,)
        Texts, with typos.
    """
    n_cases = len(facts.first)
    style = _draw_style(profile, n_cases, rng)
    body = _body(facts, places, pools, profile, style)
    salutation = style.drawn(pools, "salutation", style.with_share(profile.salutation_share))
    behind = pa.array(np.array([" ", "\n"], dtype=object)[style.draw(2)], pa.string())
    text = pc.binary_join_element_wise(
        pc.binary_join_element_wise(salutation, "", behind), body, "", null_handling="skip"
    )
    text = pc.replace_substring(text, "?.", "?")
    text = put_in_capitals(text, style.with_share(profile.capitals_share))
    return swap_letters(text, style.with_share(profile.typo_share), rng)


@dataclass(frozen=True, kw_only=True)
class _Style:
    """How each writer spells; it draws fragments in his spelling."""

    spelling: Integers
    is_capital: Flags
    rng: np.random.Generator

    def form(self, pool: pa.Array, fragment: Integers, kept: Flags, small: Flags) -> pa.Array:
        number = fragment * N_FORMS + 2 * self.spelling + (self.is_capital & ~small)
        return pool.take(pa.array(number, mask=~kept))

    def drawn(self, pools: Pools, slot: str, kept: Flags) -> pa.Array:
        fragment = self.draw(len(pools.slots[slot]) // N_FORMS)
        return self.form(pools.slots[slot], fragment, kept, np.zeros_like(kept))

    def draw(self, n_choices: int) -> Integers:
        return self.rng.integers(0, n_choices, len(self.spelling))

    def with_share(self, share: float | npt.NDArray[np.float64]) -> Flags:
        return self.rng.random(len(self.spelling)) < share


def _draw_style(profile: TextProfile, n_cases: int, rng: np.random.Generator) -> _Style:
    is_informal = rng.random(n_cases) < profile.informal_share
    spelling = np.where(is_informal, rng.integers(1, N_SPELLINGS, n_cases), 0)
    is_capital = rng.random(n_cases) >= profile.lower_case_share
    return _Style(spelling=spelling, is_capital=is_capital, rng=rng)


def _body(
    facts: Facts, places: pa.Array, pools: Pools, profile: TextProfile, style: _Style
) -> pa.Array:
    n_cases = len(facts.first)
    never = np.zeros(n_cases, dtype=bool)
    exponent = 1 / profile.verbosity - 1  # so that the mean of `length` is the verbosity
    length = style.rng.random(n_cases) ** exponent

    which = style.draw(2)
    has_second = facts.second >= 0
    opened = style.with_share(0.3)
    opening = style.drawn(pools, "opening", opened)
    first = _glued(opening, style.form(pools.facts, 2 * facts.first + which, ~never, opened))
    more = style.form(pools.facts, 2 * facts.first + 1 - which, style.with_share(length), never)
    link = style.drawn(pools, "link", has_second)
    second_fact = 2 * facts.second * has_second + style.draw(2)
    second = _glued(link, style.form(pools.facts, second_fact, has_second, has_second))
    place = _place(places, pools, profile, style)
    is_before = pa.array(style.with_share(0.5))
    nothing = pa.scalar(None, place.type)
    sentences = [
        _introduction(pools, profile, style),
        pc.if_else(is_before, place, nothing),
        first,
        more,
        pc.if_else(is_before, nothing, place),
        second,
        *_circumstances(length, pools, style),
        *_request(facts, pools, profile, style),
        style.drawn(pools, "thanks", style.with_share(profile.thanks_share)),
    ]
    stop, end = _stops(profile, style)
    body = pc.binary_join_element_wise(*sentences, stop, null_handling="skip")
    return pc.binary_join_element_wise(body, end, "")


def _glued(front: pa.Array, back: pa.Array) -> pa.Array:
    # Skipping nulls is avoided: Arrow loses the row where all values are null.
    spaced = pc.fill_null(pc.binary_join_element_wise(front, "", " "), "")
    return pc.binary_join_element_wise(spaced, back, "")


def _introduction(pools: Pools, profile: TextProfile, style: _Style) -> pa.Array:
    front = style.drawn(pools, "introduction", style.with_share(profile.introduction_share))
    names = load_names()
    # A stream of its own: another pool of names leaves everything else as it is.
    which = style.rng.spawn(1)[0].integers(0, len(names), len(style.spelling))
    return pc.binary_join_element_wise(front, names.take(pa.array(which)), " ")


def _place(places: pa.Array, pools: Pools, profile: TextProfile, style: _Style) -> pa.Array:
    kept = style.with_share(profile.place_share)
    is_named = style.with_share(0.7) & places.is_valid().to_numpy(zero_copy_only=False)
    inside = style.drawn(pools, "place_in", kept & is_named)
    named = pc.binary_join_element_wise(inside, places, " ")
    return pc.coalesce(named, style.drawn(pools, "place", kept & ~is_named))


def _circumstances(length: npt.NDArray[np.float64], pools: Pools, style: _Style) -> list[pa.Array]:
    first_visit: dict[str, Integers] = {}
    sentences = []
    for slot, power in _CIRCUMSTANCES:
        pool = pools.slots[slot]
        n_fragments = len(pool) // N_FORMS
        if slot in first_visit:  # another fragment than at the first visit
            fragment = (first_visit[slot] + 1 + style.draw(n_fragments - 1)) % n_fragments
        else:
            fragment = first_visit[slot] = style.draw(n_fragments)
        kept = style.with_share(length**power)
        sentences.append(style.form(pool, fragment, kept, np.zeros_like(kept)))
    return sentences


def _request(
    facts: Facts, pools: Pools, profile: TextProfile, style: _Style
) -> tuple[pa.Array, pa.Array]:
    asks = style.with_share(profile.request_share)
    is_own = style.with_share(0.4)
    own = style.form(pools.requests, facts.first, asks & is_own, np.zeros_like(asks))
    return own, style.drawn(pools, "request", asks & ~is_own)


def _stops(profile: TextProfile, style: _Style) -> tuple[pa.Array, pa.Array]:
    doubled = style.with_share(profile.doubled_punctuation_share)
    glued = style.with_share(profile.glued_share)
    single = np.where(glued, ".", ". ").astype(object)
    double = np.array(["... ", ".. ", ",, "], dtype=object)[style.draw(3)]
    end = np.array([".", ".", "", ""], dtype=object)[style.draw(4)]
    double_end = np.array(["..", "...", "!!"], dtype=object)[style.draw(3)]
    return (
        pa.array(np.where(doubled, double, single), pa.string()),
        pa.array(np.where(doubled, double_end, end), pa.string()),
    )
