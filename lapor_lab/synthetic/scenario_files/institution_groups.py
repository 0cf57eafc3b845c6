"""Institutions as a scenario file writes them: in groups that differ by number and volume."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from lapor_lab.synthetic.scenario_files.institution_table import INSTITUTION_KEYS, UNSOURCED
from lapor_lab.synthetic.scenario_files.numbered import NUMBER, numbered
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable

__all__ = ["GROUP_KEYS", "expand_institutions", "spread_total"]

# Keys of a group beside those of an institution, with what they mean.
GROUP_KEYS: Final[Mapping[str, str]] = {
    "n_institutions": "number of institutions",
    "first_number": "number of the first; 1 where missing",
    "last_number": "largest number of the series, for the width; the group's own where missing",
    "volume_per_year": "reports in 365 days: a list with one number each, or the total",
    "volume_exponent": (
        "how a total is spread: the k-th has a part in proportion to k to minus this power; 0, "
        "equal parts, where missing"
    ),
    "preset_counts": (
        "how many institutions have one preset more, by preset, spread evenly over the numbers"
    ),
    "regions": "areas that the institutions serve, in turn",
}
_NAMES: Final = UNSOURCED | {"first_number", "last_number", "regions"}


def expand_institutions(groups: list[ScenarioTable]) -> Iterator[ScenarioTable]:
    """Expand groups to institutions.

    Parameters
    ----------
    groups : list of ScenarioTable
        Groups in the order of the file.

    Yields
    ------
    ScenarioTable
        What the file says of one institution.

    Raises
    ------
    InputFileError
        If a key or value of a group is wrong.
    """
    for group in groups:
        group.check_keys(INSTITUTION_KEYS | GROUP_KEYS.keys())
        group.check_sources(_NAMES)
        yield from _expand(group)


def spread_total(total: int, n: int, exponent: float) -> tuple[int, ...]:
    """Spread a total over ranks in proportion to a power of the rank.

    Parameters
    ----------
    total : int
        What to spread, 0 or more.
    n : int
        Number of parts, at least 1.
    exponent : float
        The k-th part is in proportion to k to minus this power, 0 or more.

    Returns
    -------
    tuple of int
        Parts that sum to the total, by the largest remainder, ties to the smaller rank.

    Examples
    --------
    >>> spread_total(1100, 3, 1)
    (600, 300, 200)
    """
    weights = np.arange(1, n + 1, dtype=np.float64) ** -exponent
    exact = total * weights / weights.sum()
    parts = np.floor(exact).astype(np.int64)
    first = np.argsort(parts - exact, kind="stable")[: total - int(parts.sum())]
    parts[first] += 1
    return tuple(parts.tolist())


def _expand(group: ScenarioTable) -> Iterator[ScenarioTable]:
    n = group.whole("n_institutions")
    if n < 1:
        raise group.refusal("n_institutions", ">= 1", n)
    first = group.whole("first_number", default=1)
    last = group.whole("last_number", default=first + n - 1)
    for key in ("id", "name"):
        if n > 1 and NUMBER not in group.text(key):
            raise group.refusal(key, f"… {NUMBER}", group.text(key))
    regions = group.texts("regions") or ("",)
    more = _cycle(group, n)
    own = {key: value for key, value in group.values().items() if key not in GROUP_KEYS}
    own["source"] = _sources(group)
    for rank, volume in enumerate(_volumes(group, n)):
        number = first + rank
        yield group.only(
            {
                **own,
                "id": numbered(group.text("id"), number, last),
                "name": numbered(group.text("name"), number, last),
                "volume_per_year": volume,
                "presets": [*group.texts("presets"), *more[rank]],
                "region": regions[rank % len(regions)],
            }
        )


def _sources(group: ScenarioTable) -> dict[str, str]:
    sources = group.sources()
    spread = sources.get("volume_exponent")
    if spread:
        sources["volume_per_year"] += f"; sebaran menurut nomor: {spread}"
    return sources


def _volumes(group: ScenarioTable, n: int) -> Sequence[int]:
    if isinstance(group.values().get("volume_per_year"), list):
        volumes: list[int] = group.value("volume_per_year", list)
        if len(volumes) != n:
            raise group.refusal("volume_per_year", f"{n} ×", len(volumes))
        return volumes
    exponent = group.number("volume_exponent") if group.has("volume_exponent") else 0.0
    if exponent < 0:
        raise group.refusal("volume_exponent", ">= 0", exponent)
    return spread_total(group.whole("volume_per_year"), n, exponent)


def _cycle(group: ScenarioTable, n: int) -> list[tuple[str, ...]]:
    """Spread presets evenly: each in turn that is furthest behind its part."""
    if not group.has("preset_counts"):
        return [()] * n
    below = group.table("preset_counts")
    counts = {name: below.whole(name) for name in below.values()}
    if sum(counts.values()) != n:
        raise group.refusal("preset_counts", f"Σ = {n}", sum(counts.values()))
    given = dict.fromkeys(counts, 0)
    order: list[tuple[str, ...]] = []
    for rank in range(1, n + 1):
        left = [name for name in counts if given[name] < counts[name]]
        chosen = max(left, key=lambda name: counts[name] * rank / n - given[name])
        given[chosen] += 1
        order.append((chosen,))
    return order
