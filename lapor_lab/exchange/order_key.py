"""A key of what was ordered: the same for the same order, made by the same code."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["order_key"]

_PACKAGE: Final = Path(__file__).parents[1]


def order_key(**facts: object) -> str:
    """Return a key of an order.

    What another version of the package made is another order: its content decides too, so
    that parts of an older version are never taken for those of a newer one.

    Parameters
    ----------
    **facts : object
        Whatever decides the result: texts, numbers, dates, and frozen dataclasses, mappings
        and sequences of them.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    TypeError
        If a fact is of another kind.

    Examples
    --------
    >>> order_key(rng=1, n_cases=None) == order_key(n_cases=None, rng=1)
    True
    >>> order_key(rng=1) == order_key(rng=2)
    False
    """
    text = json.dumps([_plain(facts), _package_hash()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(fact: object) -> object:
    if dataclasses.is_dataclass(fact) and not isinstance(fact, type):
        fields = {f.name: _plain(getattr(fact, f.name)) for f in dataclasses.fields(fact)}
        return {"class": type(fact).__name__, "fields": fields}
    if isinstance(fact, Mapping):
        # Their order decides nothing, but what a key was does: 1 is not "1".
        return sorted(([_plain(key), _plain(value)] for key, value in fact.items()), key=json.dumps)
    if isinstance(fact, list | tuple):
        return [_plain(each) for each in fact]
    if isinstance(fact, Enum):
        return _plain(fact.value)
    if isinstance(fact, date):
        return fact.isoformat()
    if fact is None or isinstance(fact, str | int | float):
        return fact
    message = f"a {type(fact).__name__} is no part of an order"
    raise TypeError(message)


@cache
def _package_hash() -> str:
    digest = hashlib.sha256()
    files = (f for f in _PACKAGE.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    for file in sorted(files):
        digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
