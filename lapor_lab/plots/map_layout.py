"""Where the steps of a process map stand, and how its edges run past them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lapor_lab.schema import Activity

__all__ = ["BOX", "Route", "place_activities", "route_edges"]

# Width and height of a step's box, in columns and rows.
BOX: Final = (0.6, 0.36)
_LABEL: Final = (0.28, 0.19)
# Column and row by the official workflow: the straight way lies on row 0.
_PLACES: Final[Mapping[str, tuple[int, float]]] = MappingProxyType(
    {
        Activity.SUBMIT: (0, 0),
        Activity.VERIFY: (1, 0),
        Activity.HOLD: (1, -1),
        Activity.NOT_OUR_AUTHORITY: (1, 1),
        Activity.ARCHIVE: (2, -1),
        Activity.DISPOSE: (2, 0),
        Activity.RETURN: (2, 1),
        Activity.ESCALATE: (3, -1),
        Activity.FOLLOW_UP: (3, 0),
        Activity.REPLY: (3, 1),
        Activity.CLOSE_BY_ADMIN: (4, 1),
        Activity.CLOSE_BY_SYSTEM: (4, 0),
        Activity.CLOSE_BY_REPORTER: (4, -1),
        Activity.RATE: (5, 0),
    }
)
_ORDER: Final = {name: position for position, name in enumerate(_PLACES)}
_ROW_OF_OTHERS: Final = 2.0
_MAX_COLUMNS: Final = 6
_BOWS: Final = (0.0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8, 1.15, -1.15, 1.5, -1.5)
_LABEL_PLACES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
_STEPS: Final = np.linspace(0, 1, 61)
_CROSSED: Final = 40.0
_COVERED: Final = 12.0


@dataclass(frozen=True)
class Route:
    """The way of one edge.

    Parameters
    ----------
    points : ndarray of shape (n_points, 2)
        From the border of the one box to the border of the other.
    label_at : tuple of (float, float)
        Centre of its text.
    is_back : bool
        Whether it leads to an earlier step, or to the same one again.
    """

    points: NDArray[np.float64]
    label_at: tuple[float, float]
    is_back: bool


def place_activities(edges: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Give each step a column and a row.

    Parameters
    ----------
    edges : sequence of tuple of (str, str)
        Source and target. Steps that the official workflow does not know stand in a row of
        their own above it, near those before and after them; if all are unknown, in the
        order of their first mention.

    Returns
    -------
    dict of str to tuple of (float, float)
        Column and row of each; columns that nobody needs are left out.

    Examples
    --------
    >>> place_activities([("Laporan masuk", "Disposisi")])
    {'Laporan masuk': (0.0, 0.0), 'Disposisi': (1.0, 0.0)}
    """
    names = list(dict.fromkeys(name for edge in edges for name in edge))
    columns = sorted({_PLACES[name][0] for name in names if name in _PLACES})
    if not columns:
        return {
            name: (float(at % _MAX_COLUMNS), -float(at // _MAX_COLUMNS))
            for at, name in enumerate(names)
        }
    places = {
        name: (float(columns.index(_PLACES[name][0])), float(_PLACES[name][1]))
        for name in names
        if name in _PLACES
    }
    taken: set[float] = set()
    for name in names:
        if name not in places:
            near = [
                places[end][0] for edge in edges if name in edge for end in edge if end in _PLACES
            ]
            wish = float(np.floor(np.mean(near) + 0.5)) if near else 0.0
            free = (wish + step for step in (x for n in range(len(names)) for x in (n, -n)))
            column = next(at for at in free if at >= 0 and at not in taken)
            taken.add(column)
            places[name] = (column, _ROW_OF_OTHERS)
    return {name: places[name] for name in names}


def route_edges(
    edges: Sequence[tuple[str, str]], places: Mapping[str, tuple[float, float]]
) -> list[Route]:
    """Lead each edge past the boxes between its ends, and find room for its text.

    Parameters
    ----------
    edges : sequence of tuple of (str, str)
        Source and target, the most important first: it gets the shortest way.
    places : mapping of str to tuple of (float, float)
        As `place_activities` gives.

    Returns
    -------
    list of Route
        One an edge, in their order.
    """
    routes: list[Route] = []
    centres = np.array(list(places.values()))
    for source, target in edges:
        start, end = np.array(places[source]), np.array(places[target])
        is_loop = source == target
        is_back = is_loop or _leads_back(source, target, places)
        is_other = [name not in (source, target) for name in places]
        best: tuple[float, Route] | None = None
        for bow in _BOWS:
            curve = _loop(start, bow) if is_loop else _bezier(start, end, bow)
            points = _outside(curve, start, end)
            cost = abs(bow) + 0.1 * ((bow > 0) == is_back)
            cost += _CROSSED * _hits(points, centres[is_other], BOX)
            cost += sum(float(_is_along(points, other.points)) for other in routes)
            for share in _LABEL_PLACES:
                spot = points[round(share * (len(points) - 1))]
                total = cost + abs(share - 0.5) + _COVERED * _label_overlap(spot, centres, routes)
                if best is None or total < best[0]:
                    at = (float(spot[0]), float(spot[1]))
                    best = total, Route(points=points, label_at=at, is_back=is_back)
        if best is not None:
            routes.append(best[1])
    return routes


def _leads_back(source: str, target: str, places: Mapping[str, tuple[float, float]]) -> bool:
    """Tell whether a step comes earlier in the workflow; in one column its order decides."""
    first, second = places[source][0], places[target][0]
    if first != second or source not in _ORDER or target not in _ORDER:
        return second < first
    return _ORDER[target] < _ORDER[source]


def _bezier(
    start: NDArray[np.float64], end: NDArray[np.float64], bow: float
) -> NDArray[np.float64]:
    """Return a curve whose middle lies `bow` beside the straight line, on its left."""
    along = end - start
    side = np.array([-along[1], along[0]]) / np.hypot(*along) * np.sign(along[0] or 1.0)
    bend = (start + end) / 2 + 2 * bow * side
    t = _STEPS[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end)


def _loop(centre: NDArray[np.float64], bow: float) -> NDArray[np.float64]:
    # Not the whole ellipse: both ends lie within the box.
    turn = 0.9 * np.pi * (1.0 - 2.0 * _STEPS[:, None])
    radius = np.array([0.2, 0.25])
    side = -1.0 if bow < 0 else 1.0
    middle = centre + np.array([0.0, side * (BOX[1] / 2 + 0.12)])
    return np.asarray(middle + radius * np.hstack([np.sin(turn), side * np.cos(turn)]))


def _outside(
    curve: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Cut off what lies within the boxes of both ends."""
    half = np.array(BOX) / 2
    from_start = np.flatnonzero((np.abs(curve - start) > half).any(axis=1))
    to_end = np.flatnonzero((np.abs(curve - end) > half + 0.015).any(axis=1))
    if not from_start.size or not to_end.size or to_end[-1] <= from_start[0]:
        return curve
    return curve[from_start[0] : to_end[-1] + 1]


def _hits(
    points: NDArray[np.float64], centres: NDArray[np.float64], box: tuple[float, float]
) -> int:
    if not len(centres):
        return 0
    reach = np.array(box) / 2 + 0.05
    inside = (np.abs(points[:, None, :] - centres[None, :, :]) < reach).all(axis=2)
    return int(inside.any(axis=0).sum())


def _is_along(points: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    middle, beside = points[len(points) // 2], other[len(other) // 2]
    return bool(np.hypot(*(middle - beside)) < 0.12)  # noqa: PLR2004 - a third of a text's width


def _label_overlap(
    spot: NDArray[np.float64], centres: NDArray[np.float64], routes: Sequence[Route]
) -> float:
    """Return how much of a text at this spot lies on boxes and on other texts, at least 0."""
    size = np.array(_LABEL)
    apart = 1 - 2 * np.abs(centres - spot) / (np.array(BOX) + size)
    overlap = float(apart.clip(min=0).prod(axis=1).sum())
    if routes:
        placed = np.array([route.label_at for route in routes])
        overlap += float((1 - np.abs(placed - spot) / size).clip(min=0).prod(axis=1).sum())
    return overlap
