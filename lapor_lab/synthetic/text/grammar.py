"""Everything that texts are made of, as flat arrays: pieces, fragments, families, groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lapor_lab.synthetic.text.atoms import Atom, atom_pools
from lapor_lab.synthetic.text.fragments import FragmentBook, Fragments
from lapor_lab.synthetic.text.phrase_files import VAGUE, Family, Phrases, read_phrases
from lapor_lab.synthetic.text.punctuation import stop_texts
from lapor_lab.synthetic.text.registers import REGISTERS
from lapor_lab.synthetic.text.spelling import habits, spell, word_shares

__all__ = ["Grammar", "Pool", "Ragged", "Wording", "load_grammar"]

Integers = npt.NDArray[np.int32]
Wording = Literal["all", "open", "reserved"]

# Sentences that tell more without telling the topic, in the order in which they stand.
CIRCUMSTANCES: Final = ("chronology", "effort", "impact", "story", "remark")
# How many fragments of each pool a text takes on average under the standard profile (counted on
# 20,000 texts; of circumstances fewer, since few long texts hold most of them). What is not
# named here is rare.
_TAKEN: Final = {
    "facts": 1.7, "details": 2.0, "requests": 0.4, "circumstances": 2.4, "salutation": 0.3,
    "opening": 0.28, "place": 0.4, "request": 0.34, "thanks": 0.3, "question": 0.19, "tail": 0.13,
    "duration": 0.14, "identity": 0.12, "link": 0.09,
}  # fmt: skip
_RARELY_TAKEN: Final = 0.03
_INFORMAL_SHARE: Final = 0.42


@dataclass(frozen=True)
class Ragged:
    """Rows of different lengths.

    Parameters
    ----------
    values : ndarray of int32
        All rows, one after the other.
    start, length : ndarray of int32 of shape (n_rows,)
        Where a row is.
    """

    values: Integers
    start: Integers
    length: Integers

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Ragged":
        """Put rows of different lengths behind each other.

        Parameters
        ----------
        rows : sequence of sequence of int
            Rows.

        Returns
        -------
        Ragged
            The same rows.

        Examples
        --------
        >>> Ragged.of([[1, 2], [3]]).start.tolist()
        [0, 2]
        """
        length = np.array([len(row) for row in rows], dtype=np.int32)
        values = np.array([value for row in rows for value in row], dtype=np.int32)
        return cls(values, (np.cumsum(length) - length).astype(np.int32), length)

    def pick(self, row: npt.NDArray[np.integer], uniform: npt.NDArray[np.floating]) -> Integers:
        """Pick a value of some rows.

        Parameters
        ----------
        row : ndarray of int of shape (n,)
            Rows, none of them empty.
        uniform : ndarray of float of shape (n,)
            In [0, 1).

        Returns
        -------
        ndarray of int32 of shape (n,)
            Values.
        """
        at = (uniform * self.length[row]).astype(np.int32)
        found: Integers = self.values[self.start[row] + np.minimum(at, self.length[row] - 1)]
        return found


@dataclass(frozen=True)
class Pool:
    """Fragments of one kind, by register; consecutive numbers.

    Parameters
    ----------
    start, size : ndarray of int32 of shape (n_registers,)
        Where the fragments are; a size of 0 is no fragment.
    """

    start: Integers
    size: Integers


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """Everything that texts are made of.

    A group is a sub-topic, a set of sub-topics that share families, or the vague families.

    Parameters
    ----------
    texts : pyarrow.Array of str
        Pieces, in one spelling after the other, then what fills gaps: as written, in small
        letters, in capitals.
    n_pieces : int
        Number of pieces in one spelling.
    first_fixed, n_fixed : int
        Where what fills gaps begins, and how much of it there is in one kind of letters.
    atoms : tuple of Atom
        Kinds of values.
    atom_start, atom_size : ndarray of int32 of shape (n_atoms,)
        Where the values of an atom are, counted from `first_fixed`.
    fixed_start : int
        Where the fixed pieces are, counted from `first_fixed`.
    stop_start : int
        Where the stops are among the fixed pieces.
    fragments : Fragments
        All fragments.
    facts, details, requests, titles : Pool
        Fragments by family.
    shortest : ndarray of int32 of shape (n_families,)
        Which of its facts is the shortest.
    pools : mapping of str to Pool
        Fragments that say nothing of the topic.
    family_names : pyarrow.Array of str of shape (n_families,)
        Names.
    is_reserved : ndarray of bool of shape (n_families,)
        Reserved families.
    families : mapping of str to Ragged
        Families by group, for each wording.
    main_of_topic : ndarray of int32 of shape (n_topics,)
        Main topic of each sub-topic.
    shared_groups : tuple of tuple of int
        Groups of shared families, by sub-topic.
    neighbours : tuple of tuple of int
        Main topics that each main topic is taken for.
    vague_group : int
        Number of the vague group; the last.
    """

    texts: pa.Array
    n_pieces: int
    first_fixed: int
    n_fixed: int
    atoms: tuple[Atom, ...]
    atom_start: Integers
    atom_size: Integers
    fixed_start: int
    stop_start: int
    fragments: Fragments
    facts: Pool
    details: Pool
    requests: Pool
    titles: Pool
    shortest: Integers
    pools: Mapping[str, Pool]
    family_names: pa.Array
    is_reserved: npt.NDArray[np.bool_]
    families: Mapping[str, Ragged]
    main_of_topic: Integers
    shared_groups: tuple[tuple[int, ...], ...]
    neighbours: tuple[tuple[int, ...], ...]
    vague_group: int


@cache
def load_grammar() -> Grammar:
    """Load the grammar that ships with the kit.

    Returns
    -------
    Grammar
        Built once, then kept.

    Examples
    --------
    >>> grammar = load_grammar()
    >>> len(grammar.texts) > 50_000, grammar.texts.nbytes < 60e6
    (True, True)
    """
    return build_grammar(read_phrases())


def build_grammar(phrases: Phrases) -> Grammar:
    """Build the arrays from phrases.

    Parameters
    ----------
    phrases : Phrases
        What the files hold.

    Returns
    -------
    Grammar
        Flat arrays.
    """
    values = atom_pools()
    book = FragmentBook(
        {
            atom.name: (number, sum(map(len, pool)) / len(pool), max(map(len, pool)))
            for number, (atom, pool) in enumerate(values.items())
        }
    )
    by_group = [*phrases.groups.values(), *phrases.shared.values(), phrases.vague]
    families = [family for group in by_group for family in group]
    pools = {name: _pool(book, by_register) for name, by_register in phrases.frame.items()}
    pools["circumstances"] = _pool(book, _circumstances(phrases))
    facts = _by_family(book, [family.facts for family in families])
    details = _by_family(book, [family.details for family in families])
    requests = _by_family(book, [family.requests for family in families])
    titles = _by_family(book, [family.titles for family in families])
    fixed = [*book.fixed, *stop_texts()]
    ways = habits(phrases.slang, word_shares(_taken(phrases, families)), _INFORMAL_SHARE)
    spelt = spell(list(book.pieces), ways)
    filled, atom_start = _filled(list(values.values()))
    filled += fixed
    capitals = [value if "@" in value or "://" in value else value.upper() for value in filled]
    mains = tuple(dict.fromkeys(main for main, _ in phrases.topics))
    first_shared = len(phrases.groups)
    return Grammar(
        texts=pa.concat_arrays(
            [
                spelt,
                pa.array(filled, pa.string()),
                pa.array([value.lower() for value in filled], pa.string()),
                pa.array(capitals, pa.string()),
            ]
        ),
        n_pieces=len(book.pieces),
        first_fixed=len(spelt),
        n_fixed=len(filled),
        atoms=tuple(values),
        atom_start=atom_start,
        atom_size=np.array([len(pool) for pool in values.values()], dtype=np.int32),
        fixed_start=len(filled) - len(fixed),
        stop_start=len(book.fixed),
        fragments=book.fragments(),
        facts=facts,
        details=details,
        requests=requests,
        titles=titles,
        shortest=np.array(
            [np.argmin([len(text) for text in family.facts]) for family in families],
            dtype=np.int32,
        ),
        pools=pools,
        family_names=pa.array([family.name for family in families]),
        is_reserved=np.array([family.is_reserved for family in families]),
        families=_families(by_group, len(phrases.groups)),
        main_of_topic=np.array([mains.index(main) for main, _ in phrases.topics], dtype=np.int32),
        shared_groups=tuple(
            tuple(
                first_shared + number
                for number, members in enumerate(phrases.members.values())
                if (sub or main) in members
            )
            for main, sub in phrases.topics
        ),
        neighbours=tuple(
            tuple(mains.index(other) for other in phrases.neighbours.get(main, mains[:1]))
            for main in mains
        ),
        vague_group=len(by_group) - 1,
    )


def _circumstances(phrases: Phrases) -> dict[str, list[str]]:
    """Put the pools of circumstances behind each other, for each register that has its own."""
    pools = [phrases.frame[name] for name in CIRCUMSTANCES]
    registers = [VAGUE, *(r for r in REGISTERS if any(r in pool for pool in pools))]
    return {
        register: [text for pool in pools for text in pool.get(register, pool[VAGUE])]
        for register in registers
    }


def _pool(book: FragmentBook, by_register: Mapping[str, Sequence[str]]) -> Pool:
    found = {name: book.add(fragments) for name, fragments in by_register.items()}
    general = found.get(VAGUE, (0, 0))
    rows = [found.get(register, general) for register in REGISTERS]
    return Pool(*np.array(rows, dtype=np.int32).T.copy())


def _by_family(book: FragmentBook, rows: Sequence[Sequence[str]]) -> Pool:
    return Pool(*np.array([book.add(row) for row in rows], dtype=np.int32).T.copy())


def _taken(phrases: Phrases, families: Sequence[Family]) -> list[tuple[Sequence[str], float]]:
    return [
        ([text for family in families for text in family.facts], _TAKEN["facts"]),
        ([text for family in families for text in family.details], _TAKEN["details"]),
        ([text for family in families for text in family.requests], _TAKEN["requests"]),
        (_circumstances(phrases)[VAGUE], _TAKEN["circumstances"]),
        *(
            (pool.get(VAGUE, ()), _TAKEN.get(name, _RARELY_TAKEN))
            for name, pool in phrases.frame.items()
            if name not in CIRCUMSTANCES
        ),
    ]


def _filled(pools: Sequence[Sequence[str]]) -> tuple[list[str], Integers]:
    """Put the values of all atoms into one list; atoms that share a pool share its place."""
    filled: list[str] = []
    places: dict[int, int] = {}
    starts = []
    for pool in pools:
        if id(pool) not in places:
            places[id(pool)] = len(filled)
            filled += pool
        starts.append(places[id(pool)])
    return filled, np.array(starts, dtype=np.int32)


def _families(by_group: Sequence[Sequence[Family]], n_topics: int) -> dict[str, Ragged]:
    numbered = []
    number = 0
    for group in by_group:
        numbered.append([(number + k, family.is_reserved) for k, family in enumerate(group)])
        number += len(group)
    kept: dict[str, tuple[bool, ...]] = {
        "all": (False, True), "open": (False,), "reserved": (True,)
    }  # fmt: skip
    families = {}
    for wording, which in kept.items():
        rows = [[n for n, is_reserved in row if is_reserved in which] for row in numbered]
        # A topic is never without words.
        families[wording] = Ragged.of(
            [
                row or [n for n, _ in numbered[k]] if k < n_topics else row
                for k, row in enumerate(rows)
            ]
        )
    return families
