"""The topics that texts can be made for, and their numbers."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.errors import UnknownNameError
from lapor_lab.synthetic.text.phrase_files import read_phrases

__all__ = ["MAIN_OF_TOPIC", "MAIN_TOPICS", "TOPICS", "topic_number", "topic_numbers"]


TOPICS: Final[tuple[tuple[str, str], ...]] = read_phrases().topics
MAIN_TOPICS: Final[tuple[str, ...]] = tuple(dict.fromkeys(main for main, _ in TOPICS))
MAIN_OF_TOPIC: Final[npt.NDArray[np.int16]] = np.array(
    [MAIN_TOPICS.index(main) for main, _ in TOPICS], dtype=np.int16
)
_NUMBERS: Final = {pair: number for number, pair in enumerate(TOPICS)}


def topic_number(topic: str, subtopic: str) -> int:
    """Return the number of a topic in `TOPICS`.

    Parameters
    ----------
    topic : str
        Main topic.
    subtopic : str
        Sub-topic, empty where the main topic has none.

    Returns
    -------
    int
        Its number.

    Raises
    ------
    UnknownNameError
        If no texts exist for the topic, or for the sub-topic of it.

    Examples
    --------
    >>> TOPICS[topic_number("Kependudukan", "Akta Kelahiran")]
    ('Kependudukan', 'Akta Kelahiran')
    """
    number = _NUMBERS.get((topic, subtopic))
    if number is not None:
        return number
    if topic not in MAIN_TOPICS:
        raise UnknownNameError(
            "unknown_name", kind="topic", value=topic, allowed=", ".join(MAIN_TOPICS)
        )
    below = [sub for main, sub in TOPICS if main == topic and sub]
    raise UnknownNameError(
        "unknown_name",
        kind=f"subtopic of {topic}",
        value=subtopic,
        allowed=", ".join(below) or "none: leave it missing",
    )


def topic_numbers(pairs: Iterable[tuple[str, str]]) -> npt.NDArray[np.int32]:
    """Return the numbers of several topics in `TOPICS`.

    Parameters
    ----------
    pairs : iterable of tuple of (str, str)
        Main topic and sub-topic.

    Returns
    -------
    ndarray of int32 of shape (n_pairs,)
        Their numbers.

    Raises
    ------
    UnknownNameError
        If no texts exist for one of them.

    Examples
    --------
    >>> pair = ("Kesehatan", "Pelayanan Obat")
    >>> [TOPICS[number] for number in topic_numbers([pair])]
    [('Kesehatan', 'Pelayanan Obat')]
    """
    return np.array([topic_number(topic, subtopic) for topic, subtopic in pairs], dtype=np.int32)
