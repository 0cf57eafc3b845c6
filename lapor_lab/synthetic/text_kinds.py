"""Which facts a text holds: its own, shared ones, vague ones, or those of a second topic."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.text_pools import Pools
from lapor_lab.synthetic.text_profile import TextProfile

__all__ = ["Facts", "draw_facts", "draw_labels"]

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The families of fragments that texts are made of.

    Parameters
    ----------
    first : ndarray of int64 of shape (n_cases,)
        Family that the text starts with: it gives title and request.
    second : ndarray of int64 of shape (n_cases,)
        Family of the other topic that is mentioned; -1 for none.
    main : ndarray of int64 of shape (n_cases,)
        Family that stands for the true topic.
    """

    first: Integers
    second: Integers
    main: Integers


def draw_facts(
    subtopic: Integers, pools: Pools, profile: TextProfile, rng: np.random.Generator
) -> Facts:
    """Draw the kind of each text and the families that it uses.

    Parameters
    ----------
    subtopic : ndarray of int64 of shape (n_cases,)
        True sub-topic, by its number in `pools`.
    pools : Pools
        All fragments.
    profile : TextProfile
        Shares of the kinds.
    rng : Generator
        Source of randomness.

    Returns
    -------
    Facts
        Families by text.
    """
    n_cases = len(subtopic)
    kind, member, other = rng.random((3, n_cases))
    is_shared = kind < profile.shared_share
    is_vague = ~is_shared & (kind < profile.shared_share + profile.vague_share)
    hard_share = profile.shared_share + profile.vague_share + profile.second_topic_share
    has_second = ~is_shared & ~is_vague & (kind < hard_share)

    shared_of = _ragged(pools.shared_groups)
    seconds_of = _ragged([pools.second_subtopics(main) for main in range(len(pools.main_topics))])
    group = np.where(is_shared, _pick(shared_of, subtopic, member), subtopic)
    group = np.where(is_vague, pools.vague_group, group)
    second_group = _pick(seconds_of, pools.main_of_subtopic[subtopic], other)

    main = _family(group, pools, rng)
    second = np.where(has_second, _family(second_group, pools, rng), -1)
    swapped = has_second & (rng.random(n_cases) < profile.swapped_share)
    return Facts(
        first=np.where(swapped, second, main), second=np.where(swapped, main, second), main=main
    )


def draw_labels(
    main_topic: Integers, pools: Pools, label_noise_share: float, rng: np.random.Generator
) -> Integers:
    """Draw the label that a text bears: its main topic, or now and then a neighbour of it.

    Parameters
    ----------
    main_topic : ndarray of int64 of shape (n_cases,)
        True main topic, by its number in `pools`.
    pools : Pools
        Holds the neighbours.
    label_noise_share : float
        Share of wrong labels, in [0, 1].
    rng : Generator
        Source of randomness.

    Returns
    -------
    ndarray of int64 of shape (n_cases,)
        Observed main topic.
    """
    wrong, other = rng.random((2, len(main_topic)))
    neighbour = _pick(_ragged(pools.neighbours), main_topic, other)
    return np.where(wrong < label_noise_share, neighbour, main_topic)


def _family(group: Integers, pools: Pools, rng: np.random.Generator) -> Integers:
    drawn = (rng.random(len(group)) * pools.n_families[group]).astype(np.int64)
    return np.asarray(pools.first_family[group] + drawn)


def _ragged(rows: "list[Integers] | tuple[Integers, ...]") -> tuple[Integers, Integers, Integers]:
    lengths = np.array([len(row) for row in rows])
    return np.concatenate(rows), np.cumsum(lengths) - lengths, lengths


def _pick(
    ragged: tuple[Integers, Integers, Integers], row: Integers, uniform: npt.NDArray[np.float64]
) -> Integers:
    values, start, length = ragged
    return np.asarray(values[start[row] + (uniform * length[row]).astype(np.int64)])
