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
_SIMPLE: Final = frozenset({str, int, float, bool, type(None)})


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
    text = json.dumps([_plain(facts, {}), _package_hash()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(fact: object, known: dict[int, object]) -> object:
    if type(fact) in _SIMPLE:
        return fact
    # Institutions share much; a fact lives as long as the order, and its identity with it.
    if id(fact) not in known:
        known[id(fact)] = _unfold(fact, known)
    return known[id(fact)]


def _unfold(fact: object, known: dict[int, object]) -> object:
    if dataclasses.is_dataclass(fact) and not isinstance(fact, type):
        names = (field.name for field in dataclasses.fields(fact))
        fields = {name: _plain(getattr(fact, name), known) for name in names}
        return {"class": type(fact).__name__, "fields": fields}
    if isinstance(fact, Mapping):
        return _unfold_mapping(fact, known)
    if isinstance(fact, list | tuple):
        return [_plain(each, known) for each in fact]
    if isinstance(fact, Enum):
        return _plain(fact.value, known)
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, str | int | float):
        return fact
    message = f"a {type(fact).__name__} is no part of an order"
    raise TypeError(message)


def _unfold_mapping(fact: Mapping[object, object], known: dict[int, object]) -> object:
    # Their order decides nothing, but what a key was does: 1 is not "1".
    if all(type(key) is str for key in fact):
        return {"by_name": {key: _plain(value, known) for key, value in fact.items()}}
    pairs = ([_plain(key, known), _plain(value, known)] for key, value in fact.items())
    return sorted(pairs, key=json.dumps)


@cache
def _package_hash() -> str:
    digest = hashlib.sha256()
    files = (f for f in _PACKAGE.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    for file in sorted(files):
        digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
