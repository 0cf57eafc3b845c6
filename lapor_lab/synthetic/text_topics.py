"""Which topics texts can be made for."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.errors import UnknownNameError
from lapor_lab.synthetic.text_pools import load_pools

__all__ = ["Values", "covered_topics", "subtopic_numbers"]

Values = Sequence[Any] | npt.NDArray[Any] | pd.Series
Integers = npt.NDArray[np.int64]


def covered_topics() -> dict[str, tuple[str, ...]]:
    """Return the topics that texts can be made for.

    Returns
    -------
    dict of str to tuple of str
        Sub-topics by main topic; none for "Topik Lainnya".

    Examples
    --------
    >>> covered_topics()["Pertanian dan Peternakan"], covered_topics()["Topik Lainnya"]
    (('Bantuan Pertanian',), ())
    """
    pools = load_pools()
    return {
        main: tuple(sub for other, sub in pools.subtopics if other == main and sub)
        for main in pools.main_topics
    }


def subtopic_numbers(topic: Values, subtopic: Values) -> Integers:
    """Return the number of each sub-topic in the pools.

    Parameters
    ----------
    topic, subtopic : array of str of shape (n_cases,)
        As for `make_texts`.

    Returns
    -------
    ndarray of int64 of shape (n_cases,)
        Numbers, by `Pools.subtopics`.

    Raises
    ------
    UnknownNameError
        If a pair is not covered.

    Examples
    --------
    >>> subtopic_numbers(["Topik Lainnya"], [None])
    array([71])
    """
    pools = load_pools()
    known = {pair: number for number, pair in enumerate(pools.subtopics)}
    main_codes, mains = pd.factorize(_filled(topic))
    sub_codes, subs = pd.factorize(_filled(subtopic))
    pair_codes, pairs = pd.factorize(main_codes * len(subs) + sub_codes)
    numbers = [
        _number(mains[pair // len(subs)], subs[pair % len(subs)], known) for pair in pairs.tolist()
    ]
    return np.array(numbers, dtype=np.int64)[pair_codes]


def _filled(values: Values) -> npt.NDArray[np.object_]:
    return pd.Series(values, dtype=object).fillna("").to_numpy()


def _number(main: str, sub: str, known: dict[tuple[str, str], int]) -> int:
    if (main, sub) in known:
        return known[main, sub]
    covered = covered_topics()
    if main not in covered:
        raise UnknownNameError("unknown_name", kind="topic", value=main, allowed=", ".join(covered))
    raise UnknownNameError(
        "unknown_name",
        kind=f"subtopic of {main}",
        value=sub,
        allowed=", ".join(covered[main]) or "none: leave it missing",
    )
