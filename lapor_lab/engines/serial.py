"""One part after the other, in this process."""

from collections.abc import Callable, Generator, Iterable
from typing import Any

__all__ = ["run_serial"]


def run_serial(
    task: Callable[[Any], Any],
    parts: Iterable[Any],
    n_workers: int | None,  # noqa: ARG001 (every engine is called alike)
) -> Generator[tuple[int, Any]]:
    """Run a task on one part after the other.

    Parameters
    ----------
    task : callable
        Takes a part.
    parts : iterable
        What to run it on.
    n_workers : int or None
        Of no meaning here.

    Yields
    ------
    tuple of (int, object)
        Position of a part and what the task returned.
    """
    for position, part in enumerate(parts):
        yield position, task(part)
