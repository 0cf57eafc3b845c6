"""What the best classifier can reach on synthetic texts."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.text.grammar import Ragged, Wording, load_grammar
from lapor_lab.synthetic.text.kinds import choices
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.topic_list import MAIN_TOPICS, TOPICS, topic_number

__all__ = ["text_ceiling"]

Floats = npt.NDArray[np.float64]


def text_ceiling(
    subtopic_shares: Mapping[tuple[str, str], float] | npt.NDArray[np.floating],
    profile: TextProfile | None = None,
    *,
    wording: Wording = "all",
) -> float:
    """Compute the accuracy of the best possible classifier, against the observed topic.

    That classifier knows every fragment, every share and the mix of topics. It errs where facts
    fit several topics, where they fit all, where it cannot know which of two topics is the main
    one, and where the label is wrong. The figure is exact, by adding up over everything that a
    text can say of its topic: ``sum over signatures of max over labels of
    P(signature, label)``. It holds for texts that are no copies of each other. Against the true
    topic, ask with ``label_noise_share=0``.

    Parameters
    ----------
    subtopic_shares : mapping of tuple of (str, str) to float, or array of shape (n_topics,)
        Share or number of texts by main topic and sub-topic, in the log or in the scenario; an
        array is in the order of `topic_list.TOPICS`. Any sum is taken as the whole.
    profile : TextProfile, default=None
        Shares of the hard texts; None is the standard one.
    wording : {"all", "open", "reserved"}, default="all"
        Families that the texts are made of.

    Returns
    -------
    float
        A share in [0, 1].

    Raises
    ------
    UnknownNameError
        If no fragments exist for a topic or for a sub-topic of it.
    ParameterError
        If no share is above 0.

    Examples
    --------
    >>> easy = TextProfile(shared_share=0, vague_share=0, second_topic_share=0)
    >>> round(text_ceiling({("Kesehatan", "Pelayanan Obat"): 1.0}, easy), 2)
    0.95
    """
    profile = profile or TextProfile()
    grammar, chosen = load_grammar(), choices(wording)
    prior = _prior(subtopic_shares)
    labels = _label_table(profile.label_noise_share)[grammar.main_of_topic]
    joint = prior[:, None] * labels
    by_group = _by_group(joint, profile, chosen.shared, chosen.vague)
    second = profile.second_topic_share * _best_second(
        joint, grammar.main_of_topic, chosen.seconds, profile.swapped_share
    )
    return float(by_group.max(axis=1).sum() + second)


def _prior(shares: Mapping[tuple[str, str], float] | npt.NDArray[np.floating]) -> Floats:
    if isinstance(shares, Mapping):
        prior = np.zeros(len(TOPICS))
        for pair, share in shares.items():
            prior[topic_number(*pair)] += share
    else:
        prior = np.asarray(shares, dtype=np.float64)
    if not (prior.sum() > 0 and prior.min() >= 0):
        raise ParameterError(
            "parameter_range",
            name="subtopic_shares",
            allowed=">= 0, Σ > 0",
            value=float(prior.sum()),
            remedy="Give at least one topic a share.",
        )
    return np.asarray(prior / prior.sum())


def _label_table(noise: float) -> Floats:
    """Probability of each label given the true main topic."""
    table = np.eye(len(MAIN_TOPICS)) * (1 - noise)
    for main, neighbours in enumerate(load_grammar().neighbours):
        table[main, list(neighbours)] += noise / len(neighbours)
    return table


def _by_group(joint: Floats, profile: TextProfile, shared: Ragged, vague: Ragged) -> Floats:
    """Probability of each group, alone in a text, and each label."""
    found = np.zeros((load_grammar().vague_group + 1, joint.shape[1]))
    clear = 1 - profile.shared_share - profile.vague_share - profile.second_topic_share
    found[: len(joint)] = clear * joint
    for rows, share in ((shared, profile.shared_share), (vague, profile.vague_share)):
        weight = np.repeat(share / rows.length, rows.length)
        topic = np.repeat(np.arange(len(joint)), rows.length)
        np.add.at(found, rows.values, weight[:, None] * joint[topic])
    return found


def _best_second(
    joint: Floats, main_of_topic: npt.NDArray[np.int32], seconds: Ragged, swapped_share: float
) -> float:
    n_topics = len(joint)
    chosen = np.zeros((n_topics, n_topics))
    for topic, main in enumerate(main_of_topic):
        start, length = seconds.start[main], seconds.length[main]
        chosen[topic, seconds.values[start : start + length]] = 1 / length
    # A text that names x first and y second has x as its topic, or y where the order is swapped.
    straight = (1 - swapped_share) * chosen[:, :, None] * joint[:, None, :]
    swapped = swapped_share * chosen.T[:, :, None] * joint[None, :, :]
    return float((straight + swapped).max(axis=2).sum())
