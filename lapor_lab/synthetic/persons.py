"""Names of persons who do not exist: drawn by Faker once, frozen, and taken from there."""

import json
from functools import cache
from importlib.resources import files
from typing import Final

import pyarrow as pa

from lapor_lab.errors import ParameterError

__all__ = ["draw_names", "load_names"]

# Many Indonesians bear one name; Faker's id_ID knows only pairs. The share is an assumption.
_SINGLE_SHARE: Final = 0.14
# Faker's id_ID has about 120,000 pairs: far below that every draw still finds a new one.
_MAX_NAMES: Final = 20_000


def draw_names(n_names: int, rng: int = 0) -> tuple[str, ...]:
    """Draw names with Faker; the same Faker and seed give the same names.

    Parameters
    ----------
    n_names : int
        How many, from 1 to 20,000.
    rng : int, default=0
        Seed.

    Returns
    -------
    tuple of str of length n_names
        Different names without titles, about one in seven a single one.

    Raises
    ------
    ParameterError
        If `n_names` lies outside its range.

    Examples
    --------
    >>> len(set(draw_names(14))), draw_names(14, rng=1) == draw_names(14, rng=1)
    (14, True)
    """
    from faker import Faker  # noqa: PLC0415 (only who draws pays for it)

    if not 1 <= n_names <= _MAX_NAMES:
        raise ParameterError(
            "parameter_range",
            name="n_names",
            allowed=f"from 1 to {_MAX_NAMES}",
            value=n_names,
            remedy="Draw names once and take from them.",
        )
    faker = Faker("id_ID")
    faker.seed_instance(rng)
    names: dict[str, None] = {}
    while len(names) < n_names:
        given = faker.first_name()
        is_single = faker.random.random() < _SINGLE_SHARE
        names[given if is_single else f"{given} {faker.last_name()}"] = None
    return tuple(names)


@cache
def load_names() -> pa.Array:
    """Load the frozen names.

    Returns
    -------
    pyarrow.Array of str of shape (n_names,)
        At least 5,000 names.

    Examples
    --------
    >>> len(load_names()) >= 5000
    True
    """
    source = files("lapor_lab.synthetic") / "data" / "names.json"
    return pa.array(json.loads(source.read_text("utf-8"))["names"])
