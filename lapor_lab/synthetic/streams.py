"""Random streams: named, and independent of order, engine and number of workers."""

import hashlib
from enum import IntEnum

import numpy as np

__all__ = ["Stream", "open_stream", "stable_number"]


class Stream(IntEnum):
    """What a stream of random numbers is for; its value is part of every seed."""

    ARRIVALS = 0
    ATTRIBUTES = 1
    TEXT = 2
    SERVICE = 3
    ROUTING = 4
    REPORTER = 5
    RATING = 6
    ABSENCE = 7


def stable_number(name: str) -> int:
    """Return a number that belongs to a name, on every machine and in every list.

    Parameters
    ----------
    name : str
        Identifier.

    Returns
    -------
    int
        In [0, 10**8).

    Examples
    --------
    >>> stable_number("kemenkumham") == stable_number("kemenkumham")
    True
    """
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % 10**8


def open_stream(rng: int, institution: str, stream: Stream, chunk: int = 0) -> np.random.Generator:
    """Return the generator of one stream of one institution.

    Parameters
    ----------
    rng : int
        Seed of the whole log, 0 or larger.
    institution : str
        Identifier of the institution.
    stream : Stream
        What the numbers are for.
    chunk : int, default=0
        Part of the institution, for one too large for a single part.

    Returns
    -------
    Generator
        At its start.

    Examples
    --------
    >>> a = open_stream(0, "kemenkumham", Stream.ROUTING).random()
    >>> a == open_stream(0, "kemenkumham", Stream.ROUTING).random()
    True
    """
    key = (stable_number(institution), int(stream), chunk)
    return np.random.Generator(np.random.PCG64DXSM(np.random.SeedSequence(rng, spawn_key=key)))
