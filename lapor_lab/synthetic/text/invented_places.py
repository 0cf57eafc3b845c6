"""Names of streets and villages, put together from parts; they belong to no real place."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["invented_streets", "invented_villages", "place_phrases"]

# How often each form comes in a round: streets and villages lead, as in real texts.
_PLACE_FORMS: Final = (
    ("Jl. {street}", 3), ("Jalan {street}", 5), ("jl {street}", 1), ("jln {street}", 1),
    ("Desa {village}", 4), ("Kelurahan {village}", 2), ("Kec. {village}", 2),
    ("Kecamatan {village}", 2), ("Dusun {village}", 1), ("Kampung {village}", 1),
    ("Pasar {village}", 1), ("Perumahan {village} Permata", 1), ("Terminal {village}", 1),
    ("Gang {street}", 1), ("RT 0{rt} RW 0{rw} {village}", 3), ("{village}", 3),
)  # fmt: skip
_N_PHRASES: Final = 6_000


@cache
def _parts() -> dict[str, list[str]]:
    source = files("lapor_lab.synthetic") / "data" / "invented_places.toml"
    parts: dict[str, list[str]] = tomllib.loads(source.read_text("utf-8"))
    return parts


@cache
def invented_streets() -> tuple[str, ...]:
    """Return the names of streets, without "Jalan".

    Returns
    -------
    tuple of str
        Plain names come twice as often as those with an ending.

    Examples
    --------
    >>> invented_streets()[:3]
    ('Melati', 'Melati', 'Melati I')
    """
    parts = _parts()
    return tuple(street + end for street in parts["streets"] for end in parts["street_ends"])


@cache
def invented_villages() -> tuple[str, ...]:
    """Return the names of villages and districts.

    Returns
    -------
    tuple of str
        Different names.

    Examples
    --------
    >>> len(invented_villages()) > 2_500, invented_villages()[0]
    (True, 'Sukamulya')
    """
    parts = _parts()
    together = [head + tail for head in parts["heads"] for tail in parts["tails"]]
    apart = [f"{head} {tail.title()}" for head in parts["heads_apart"] for tail in parts["tails"]]
    return tuple(together + apart)


def place_phrases() -> list[str]:
    """Return short phrases that say where something is.

    Returns
    -------
    list of str
        Streets, villages, markets and the like.

    Examples
    --------
    >>> len(place_phrases())
    6000
    """
    streets, villages = invented_streets(), invented_villages()
    forms = [form for form, weight in _PLACE_FORMS for _ in range(weight)]
    return [
        forms[k % len(forms)].format(
            street=streets[k * 7 % len(streets)],
            village=villages[k * 11 % len(villages)],
            rt=1 + k % 9,
            rw=1 + k // 9 % 9,
        )
        for k in range(_N_PHRASES)
    ]
