"""Which facts a text holds: its own, shared ones, vague ones, or those of a second topic."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.repeats import SAME_EVENT, SAME_TEXT, SERIES
from lapor_lab.synthetic.text.grammar import Ragged, Wording, load_grammar
from lapor_lab.synthetic.text.order import TextOrder
from lapor_lab.synthetic.text.profile import TextProfile

__all__ = ["Choices", "Facts", "choices", "draw_facts", "draw_labels"]

Integers = npt.NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a topic can be told by, under one wording.

    Parameters
    ----------
    shared : Ragged
        Groups that a sub-topic shares; its own where it shares none.
    seconds : Ragged
        Sub-topics that a text of a main topic may mention beside its own.
    vague : Ragged
        The vague group, by sub-topic; its own where no vague family has that wording.
    """

    shared: Ragged
    seconds: Ragged
    vague: Ragged


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The families of fragments that texts are made of.

    Parameters
    ----------
    first : ndarray of int32 of shape (n_texts,)
        Family that the text starts with: it gives title and request.
    second : ndarray of int32 of shape (n_texts,)
        Family of the other topic that is mentioned; -1 for none.
    main : ndarray of int32 of shape (n_texts,)
        Family that stands for the true topic.
    beside : ndarray of int32 of shape (3, n_texts)
        Other families of the first one's group, which long texts tell too; -1 for none.
    """

    first: Integers
    second: Integers
    main: Integers
    beside: Integers


@cache
def choices(wording: Wording) -> Choices:
    """Return what each topic can be told by; groups without families of that wording are left out.

    Parameters
    ----------
    wording : {"all", "open", "reserved"}
        Families that may be used.

    Returns
    -------
    Choices
        Of the grammar that ships with the kit.
    """
    grammar = load_grammar()
    has_family = grammar.families[wording].length > 0
    topics = range(len(grammar.main_of_topic))
    shared = [[g for g in grammar.shared_groups[t] if has_family[g]] or [t] for t in topics]
    vague = [[grammar.vague_group if has_family[grammar.vague_group] else t] for t in topics]
    seconds = [
        np.flatnonzero(np.isin(grammar.main_of_topic, others)).tolist()
        for others in grammar.neighbours
    ]
    return Choices(shared=Ragged.of(shared), seconds=Ragged.of(seconds), vague=Ragged.of(vague))


def draw_facts(
    order: TextOrder, profile: TextProfile, rng: np.random.Generator, wording: Wording
) -> Facts:
    """Draw the kind of each text and the families that it uses.

    Parameters
    ----------
    order : TextOrder
        What texts are ordered for.
    profile : TextProfile
        Shares of the kinds.
    rng : Generator
        Source of randomness.
    wording : {"all", "open", "reserved"}
        Families that may be used.

    Returns
    -------
    Facts
        Families by text; copies have those of what they repeat.
    """
    grammar, chosen = load_grammar(), choices(wording)
    families = grammar.families[wording]
    topic = order.subtopic
    kind, member, other, family, second_family, swap = rng.random((6, len(topic)), dtype=np.float32)
    vague_from = profile.shared_share
    second_from = vague_from + profile.vague_share
    second_to = second_from + profile.second_topic_share
    group = np.where(kind < vague_from, chosen.shared.pick(topic, member), topic)
    is_vague = (kind >= vague_from) & (kind < second_from)
    group = np.where(is_vague, chosen.vague.pick(topic, member), group)
    has_second = (kind >= second_from) & (kind < second_to)
    second_group = chosen.seconds.pick(grammar.main_of_topic[topic], other)
    main = families.pick(group, family)
    second = np.where(has_second, families.pick(second_group, second_family), -1)
    swapped = has_second & (swap < profile.swapped_share)
    first = np.where(swapped, second, main)
    second = np.where(swapped, main, second)
    first_group = np.where(swapped, second_group, group)
    beside = np.stack(
        [families.pick(first_group, rng.random(len(topic), dtype=np.float32)) for _ in range(3)]
    )
    beside[0, beside[0] == first] = -1
    beside[1, (beside[1] == first) | (beside[1] == beside[0])] = -1
    beside[2, (beside[2] == first) | (beside[2] == beside[0]) | (beside[2] == beside[1])] = -1
    if order.copy_kind.any():
        is_copy = np.isin(order.copy_kind, (SAME_TEXT, SAME_EVENT, SERIES))
        root = np.where(is_copy, order.copy_of, np.arange(len(topic)))
        first, second, main, beside = first[root], second[root], main[root], beside[:, root]
    return Facts(first=first, second=second, main=main, beside=beside)


def draw_labels(
    topic: Integers, label_noise_share: float, rng: np.random.Generator
) -> npt.NDArray[np.int16]:
    """Draw the label that a text bears: its main topic, or now and then a neighbour of it.

    Parameters
    ----------
    topic : ndarray of int32 of shape (n_texts,)
        True sub-topic.
    label_noise_share : float
        Share of wrong labels, in [0, 1].
    rng : Generator
        Source of randomness.

    Returns
    -------
    ndarray of int16 of shape (n_texts,)
        Observed main topic.
    """
    grammar = load_grammar()
    main = grammar.main_of_topic[topic]
    wrong, other = rng.random((2, len(topic)), dtype=np.float32)
    neighbour = Ragged.of(grammar.neighbours).pick(main, other)
    return np.where(wrong < label_noise_share, neighbour, main).astype(np.int16)
