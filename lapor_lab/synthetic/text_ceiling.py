"""What the best classifier can reach on synthetic texts."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.synthetic.text_pools import Pools, load_pools
from lapor_lab.synthetic.text_profile import TextProfile
from lapor_lab.synthetic.text_topics import Values, covered_topics, subtopic_numbers

__all__ = ["text_ceiling"]

Floats = npt.NDArray[np.float64]


def text_ceiling(topic: Values, subtopic: Values, *, profile: TextProfile | None = None) -> float:
    """Compute the accuracy of the best possible classifier, against the observed topic.

    That classifier knows every fragment, every share and the mix of topics. It errs where facts
    fit several topics, where they fit all, where it cannot know which of two topics is the main
    one, and where the label is wrong. The figure is exact, by adding up over everything that a
    text can say of its topic: ``sum over signatures of max over labels of
    P(signature, label)``. Against the true topic, ask with ``label_noise_share=0``.

    Parameters
    ----------
    topic : array of str of shape (n_cases,)
        True main topics: their mix in the log, or in the scenario.
    subtopic : array of str of shape (n_cases,)
        True sub-topics; a log leaves some out, which then count as the others of their topic.
    profile : TextProfile, default=None
        Shares of the hard texts; None is the standard one.

    Returns
    -------
    float
        A share in [0, 1].

    Raises
    ------
    UnknownNameError
        If no fragments exist for a topic or for a sub-topic of it.

    Examples
    --------
    >>> easy = TextProfile(shared_share=0, vague_share=0, second_topic_share=0)
    >>> round(text_ceiling(["Kesehatan"], ["Antrian Lama"], profile=easy), 2)
    0.95
    """
    profile = profile or TextProfile()
    pools = load_pools()
    prior = _prior(topic, subtopic, pools)
    labels = _label_table(pools, profile.label_noise_share)[pools.main_of_subtopic]
    joint = prior[:, None] * labels

    clear_share = 1 - profile.shared_share - profile.vague_share - profile.second_topic_share
    clear = clear_share * joint.max(axis=1).sum()
    shared = profile.shared_share * _best_shared(joint, pools)
    vague = profile.vague_share * joint.sum(axis=0).max()
    second = profile.second_topic_share * _best_second(joint, pools, profile.swapped_share)
    return float(clear + shared + vague + second)


def _prior(topic: Values, subtopic: Values, pools: Pools) -> Floats:
    """Share of each sub-topic; cases without one are spread over those of their main topic."""
    main = pd.Series(topic, dtype=object).reset_index(drop=True)
    sub = pd.Series(subtopic, dtype=object).fillna("").reset_index(drop=True)
    has_none = main.isin([name for name, below in covered_topics().items() if not below])
    known = has_none | (sub != "") | ~main.isin(list(covered_topics()))
    n_subtopics = len(pools.subtopics)
    counts = np.bincount(subtopic_numbers(main[known], sub[known]), minlength=n_subtopics)
    prior = counts.astype(np.float64)
    for name, n_missing in main[~known].value_counts().items():
        below = np.array([other == name for other, _ in pools.subtopics])
        weight = counts[below] if counts[below].any() else np.ones(below.sum())
        prior[below] += n_missing * weight / weight.sum()
    return np.asarray(prior / prior.sum())


def _label_table(pools: Pools, noise: float) -> Floats:
    """Probability of each label given the true main topic."""
    table = np.eye(len(pools.main_topics)) * (1 - noise)
    for main, neighbours in enumerate(pools.neighbours):
        table[main, neighbours] += noise / len(neighbours)
    return table


def _best_shared(joint: Floats, pools: Pools) -> float:
    by_group = np.zeros((pools.vague_group, joint.shape[1]))
    for subtopic, groups in enumerate(pools.shared_groups):
        by_group[groups] += joint[subtopic] / len(groups)
    return float(by_group.max(axis=1).sum())


def _best_second(joint: Floats, pools: Pools, swapped_share: float) -> float:
    n_subtopics = len(pools.subtopics)
    chosen = np.zeros((n_subtopics, n_subtopics))
    for subtopic, main in enumerate(pools.main_of_subtopic):
        seconds = pools.second_subtopics(main)
        chosen[subtopic, seconds] = 1 / len(seconds)
    # A text that names x first and y second has x as its topic, or y where the order is swapped.
    straight = (1 - swapped_share) * chosen[:, :, None] * joint[:, None, :]
    swapped = swapped_share * chosen.T[:, :, None] * joint[None, :, :]
    return float((straight + swapped).max(axis=2).sum())
