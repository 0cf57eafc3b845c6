"""Fragments that texts are made of, read from the phrase files into flat arrays."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["N_FORMS", "N_SPELLINGS", "VAGUE", "Pools", "load_pools"]

# Forms of one fragment: standard and three informal spellings, each with and without capital.
N_SPELLINGS: Final = 4
N_FORMS: Final = 2 * N_SPELLINGS
VAGUE: Final = "umum"

_WORD: Final = re.compile(r"[a-z]+")
_N_PLACES: Final = 40  # fills of a fragment that names streets and districts
_SLOTS: Final = (
    "salutation", "introduction", "opening", "place", "place_in", "duration", "chronology",
    "impact", "effort", "remark", "story", "request", "thanks", "link",
)  # fmt: skip

Family = list[str]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Pools:
    """All fragments, by group of topics and by place in the text.

    A group is a sub-topic, a set of sub-topics that share fragments, or the vague fragments;
    it owns the families from `first_family` to `first_family + n_families`.

    Parameters
    ----------
    subtopics : tuple of tuple of (str, str)
        Main topic and sub-topic (empty where it has none), in the order of the groups.
    main_topics : tuple of str
        Main topics, in the order of the file.
    main_of_subtopic : ndarray of int64 of shape (n_subtopics,)
        Number of the main topic of each sub-topic.
    neighbours : tuple of ndarray of int64
        Main topics that each main topic is taken for.
    shared_groups : tuple of ndarray of int64
        Groups of shared fragments that each sub-topic belongs to.
    vague_group : int
        Number of the group of vague fragments; the last.
    first_family, n_families : ndarray of int64 of shape (n_groups,)
        Where the families of a group are.
    family_names : tuple of str
        Names of the families.
    titles : pyarrow.Array
        Three forms a family: title case, sentence case, capitals.
    facts, requests : pyarrow.Array
        `N_FORMS` forms a fragment; two facts and one request a family.
    slots : mapping of str to pyarrow.Array
        `N_FORMS` forms of every fragment that says nothing of the topic.
    """

    subtopics: tuple[tuple[str, str], ...]
    main_topics: tuple[str, ...]
    main_of_subtopic: Integers
    neighbours: tuple[Integers, ...]
    shared_groups: tuple[Integers, ...]
    vague_group: int
    first_family: Integers
    n_families: Integers
    family_names: tuple[str, ...]
    titles: pa.Array
    facts: pa.Array
    requests: pa.Array
    slots: Mapping[str, pa.Array]

    def second_subtopics(self, main: int) -> Integers:
        """Return the sub-topics that a text of a main topic may mention beside its own.

        Parameters
        ----------
        main : int
            Number of a main topic.

        Returns
        -------
        ndarray of int64
            Sub-topics of the neighbouring main topics.

        Examples
        --------
        >>> pools = load_pools()
        >>> main = pools.main_topics.index("Pertanian dan Peternakan")
        >>> [pools.subtopics[s][1] for s in pools.second_subtopics(main)][-1]
        'Sertifikat Tanah'
        """
        return np.flatnonzero(np.isin(self.main_of_subtopic, self.neighbours[main]))


@cache
def load_pools() -> Pools:
    """Load the fragments that ship with the kit.

    Returns
    -------
    Pools
        Read once, then kept.

    Examples
    --------
    >>> len(load_pools().subtopics), len(load_pools().main_topics)
    (72, 17)
    """
    topics, shared, frame = (_read(name) for name in ("topics", "shared", "frame"))
    subtopics = [(main, sub) for main, below in topics.items() for sub in below]
    mains = list(topics)
    groups: dict[str, dict[str, Family]] = {
        (sub or main): topics[main][sub] for main, sub in subtopics
    }
    for name, group in shared["shared"].items():
        groups[f"bersama {name}"] = {k: v for k, v in group.items() if k != "members"}
    groups[VAGUE] = shared["vague"]
    names = list(groups)
    families = [family for group in groups.values() for family in group.values()]
    n_families = np.array([len(group) for group in groups.values()])
    spellings = _spellings(frame["informal"])
    return Pools(
        subtopics=tuple(subtopics),
        main_topics=tuple(mains),
        main_of_subtopic=np.array([mains.index(main) for main, _ in subtopics]),
        neighbours=tuple(
            np.array([mains.index(other) for other in shared["neighbours"][main]]) for main in mains
        ),
        shared_groups=tuple(
            np.array(
                [
                    names.index(f"bersama {name}")
                    for name, group in shared["shared"].items()
                    if (sub or main) in group["members"]
                ],
                dtype=np.int64,
            )
            for main, sub in subtopics
        ),
        vague_group=len(names) - 1,
        first_family=np.cumsum(n_families) - n_families,
        n_families=n_families,
        family_names=tuple(f"{name}/{key}" for name, group in groups.items() for key in group),
        titles=pa.array([title for f in families for title in _title_forms(f[0])]),
        facts=_forms([fact for f in families for fact in f[1:3]], spellings),
        requests=_forms([f[3] for f in families], spellings),
        slots={name: _forms(_filled(frame[name], frame), spellings) for name in _SLOTS},
    )


def _read(name: str) -> dict[str, Any]:
    source = files("lapor_lab.synthetic") / "data" / f"phrases_{name}.toml"
    return tomllib.loads(source.read_text("utf-8"))


def _title_forms(title: str) -> list[str]:
    return [title, title.capitalize(), title.upper()]


def _forms(fragments: list[str], spellings: list[Mapping[str, str]]) -> pa.Array:
    forms = []
    for fragment in fragments:
        for spelling in spellings:
            text = _WORD.sub(partial(_spelt, spelling), fragment)
            forms += [text, text[0].upper() + text[1:]]
    return pa.array(forms)


def _spelt(spelling: Mapping[str, str], word: re.Match[str]) -> str:
    return spelling.get(word[0], word[0])


def _spellings(informal: Mapping[str, str | list[str]]) -> list[Mapping[str, str]]:
    alternatives = {w: [s] if isinstance(s, str) else s for w, s in informal.items()}
    return [
        {},
        *(
            {word: found[k % len(found)] for word, found in alternatives.items()}
            for k in range(N_SPELLINGS - 1)
        ),
    ]


def _filled(fragments: list[str], frame: Mapping[str, list[str]]) -> list[str]:
    filled = []
    for fragment in fragments:
        n_fills = _N_PLACES if "{" in fragment else 1
        filled += [
            fragment.format(
                street=frame["street"][k % len(frame["street"])],
                district=frame["district"][k % len(frame["district"])],
                rt=1 + k % 9,
                rw=1 + k % 7,
            )
            for k in range(n_fills)
        ]
    return filled
