"""How writers spell: standard, nine habits of short spelling, small letters, capitals, slips."""

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

__all__ = [
    "CAPITALS",
    "DOUBLED_LETTER",
    "DROPPED_LETTER",
    "HABIT_SHARES",
    "N_SPELLINGS",
    "SMALL",
    "STANDARD",
    "habits",
    "spell",
    "word_shares",
]

# Numbers of the spellings of a piece. A habit is a set of short spellings that one writer has.
STANDARD: Final = 0
HABIT_SHARES: Final = (0.26, 0.2, 0.16, 0.12, 0.09, 0.07, 0.05, 0.03, 0.02)
SMALL: Final = (11, 10)  # plain, and with the second habit
CAPITALS: Final = (12, 13)  # plain, and with the first habit
DROPPED_LETTER: Final = 14
DOUBLED_LETTER: Final = 15
N_SPELLINGS: Final = 16

_TOLERANCE: Final = 0.1  # so that not all spellings of a share go to the same habits
_WORD: Final = re.compile(r"[a-z]+")
_LONG_WORD: Final = re.compile(r"[a-z]{5,}")

Habit = Mapping[str, str]


def word_shares(fragments: Iterable[tuple[Sequence[str], float]]) -> dict[str, float]:
    """Estimate the share of texts that hold each word at least once.

    Parameters
    ----------
    fragments : iterable of tuple of (sequence of str, float)
        Pools, with the mean number of fragments that a text takes from each.

    Returns
    -------
    dict of str to float
        Shares, as if words came independently of each other.

    Examples
    --------
    >>> {w: round(s, 2) for w, s in word_shares([(["saya sudah", "sudah"], 1.0)]).items()}
    {'saya': 0.39, 'sudah': 0.63}
    """
    mean: defaultdict[str, float] = defaultdict(float)
    for pool, n_taken in fragments:
        if pool:
            counts = Counter(_WORD.findall(" ".join(pool)))
            for word, count in counts.items():
                mean[word] += count * n_taken / len(pool)
    return {word: 1 - math.exp(-value) for word, value in mean.items()}


def habits(
    slang: Mapping[str, Mapping[str, float]], shares: Mapping[str, float], informal_share: float
) -> tuple[Habit, ...]:
    """Say which short spellings each habit holds, so that each is as frequent as it should be.

    Parameters
    ----------
    slang : mapping of str to mapping of str to float
        Short spellings of a word, with the share of texts that they should stand in.
    shares : mapping of str to float
        Share of texts that hold the word at all.
    informal_share : float
        Share of texts whose writer has a habit.

    Returns
    -------
    tuple of dict of str to str
        Short spelling by word, one dict a habit.

    Examples
    --------
    >>> found = habits({"yang": {"yg": 0.4}}, {"yang": 1.0}, 0.4)
    >>> sum(share for share, habit in zip(HABIT_SHARES, found) if "yang" in habit) >= 0.9
    True
    """
    n_habits = len(HABIT_SHARES)
    subsets = [
        subset for size in range(1, n_habits + 1) for subset in combinations(range(n_habits), size)
    ]
    found: tuple[dict[str, str], ...] = tuple({} for _ in range(n_habits))
    for word, spellings in slang.items():
        free = set(range(n_habits))
        for spelling, share in spellings.items():
            wanted = share / max(shares.get(word, 0.0), share, 1e-9) / max(informal_share, 1e-9)
            possible = [subset for subset in subsets if free.issuperset(subset)]
            if not possible or wanted < min(HABIT_SHARES) / 2:
                continue
            miss = [abs(sum(HABIT_SHARES[k] for k in subset) - wanted) for subset in possible]
            near = [
                s
                for s, m in zip(possible, miss, strict=True)
                if m <= max(*miss[:0], min(miss), wanted * _TOLERANCE)
            ]
            chosen = near[zlib.crc32(spelling.encode()) % len(near)]
            free -= set(chosen)
            for number in chosen:
                found[number][word] = spelling
    return found


def spell(pieces: Sequence[str], ways: Sequence[Habit]) -> pa.Array:
    """Write every piece in every spelling.

    Parameters
    ----------
    pieces : sequence of str
        Pieces in standard spelling, words apart by one blank.
    ways : sequence of dict of str to str
        Short spellings by habit.

    Returns
    -------
    pyarrow.Array of str of shape (N_SPELLINGS * n_pieces,)
        All pieces in the first spelling, then all in the second: most texts are in the first,
        whose pieces so stay close together.

    Examples
    --------
    >>> spell(["KTP yang hilang"], [{"yang": "yg"}] * 9)[:2].to_pylist()
    ['KTP yang hilang', 'KTP yg hilang']
    """
    words = pc.split_pattern(pa.array(pieces, pa.string()), " ")
    coded = words.flatten().dictionary_encode()
    plain = coded.dictionary.to_pylist()
    first, second = ways[0], ways[1]
    columns = [
        plain,
        *([_short(word, habit) for word in plain] for habit in ways),
        [_short(word, second).lower() for word in plain],
        [word.lower() for word in plain],
        [word.upper() for word in plain],
        [_short(word, first).upper() for word in plain],
    ]
    spelt = [
        pc.binary_join(
            pa.ListArray.from_arrays(words.offsets, pa.array(column).take(coded.indices)), " "
        )
        for column in columns
    ]
    slips = [
        pa.array([_slip(piece, kind) for piece in pieces], pa.string())
        for kind in (DROPPED_LETTER, DOUBLED_LETTER)
    ]
    return pa.concat_arrays([*spelt, *slips])


def _short(word: str, habit: Habit) -> str:
    found = habit.get(word)
    if found is not None:
        return found
    bare = word.rstrip(",.?!;:\n")
    if bare != word and bare in habit:
        return habit[bare] + word[len(bare) :]
    return word


def _slip(piece: str, kind: int) -> str:
    places = [match.span() for match in _LONG_WORD.finditer(piece)]
    if not places:
        return piece
    number = zlib.crc32(piece.encode()) + kind
    start, end = places[number % len(places)]
    at = start + 1 + number // 7 % (end - start - 2)
    if kind == DROPPED_LETTER:
        return piece[:at] + piece[at + 1 :]
    return piece[:at] + piece[at] + piece[at:]
