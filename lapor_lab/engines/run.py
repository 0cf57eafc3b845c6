"""One task over many parts: what is done never depends on who does it."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing
from types import MappingProxyType
from typing import Any, Final, TypeVar

from lapor_lab.engines.pool import run_pool
from lapor_lab.engines.serial import run_serial
from lapor_lab.errors import ParameterError, UnknownNameError

__all__ = ["ENGINES", "run"]

Part = TypeVar("Part")
Result = TypeVar("Result")

# An engine takes a task, parts and a number of workers, and yields the position of each part
# with what the task returned, in any order: to add one is to write one such function.
Engine = Callable[[Callable[[Any], Any], Iterable[Any], int | None], Generator[tuple[int, Any]]]

ENGINES: Final[Mapping[str, Engine]] = MappingProxyType({"serial": run_serial, "pool": run_pool})


def run(
    task: Callable[[Part], Result],
    parts: Iterable[Part],
    *,
    engine: str = "serial",
    n_workers: int | None = None,
    on_done: Callable[[Result], None] | None = None,
) -> list[Result]:
    """Run a task on every part and return what it returned.

    Parameters
    ----------
    task : callable
        Takes a part and returns a small result, such as a receipt; it must depend on its part
        alone.
    parts : iterable
        What to run it on.
    engine : {"serial", "pool"}, default="serial"
        Who does the work: this process, or several of this machine.
    n_workers : int or None, default=None
        Processes of an engine that has several, at least 1; None takes one a processor.
    on_done : callable or None, default=None
        Called with each result as soon as it is there, for example to show progress.

    Returns
    -------
    list
        One result a part, in the order of `parts`.

    Raises
    ------
    UnknownNameError
        If there is no such engine.
    ParameterError
        If `n_workers` is below 1.

    Examples
    --------
    >>> run(len, ["a", "abc"])
    [1, 3]
    """
    if engine not in ENGINES:
        raise UnknownNameError(
            "unknown_name", kind="engine", value=engine, allowed=", ".join(ENGINES)
        )
    if n_workers is not None and n_workers < 1:
        raise ParameterError(
            "parameter_range",
            name="n_workers",
            allowed=">= 1",
            value=n_workers,
            remedy="Give a larger one.",
        )
    results: dict[int, Result] = {}
    # Closed here, so that its processes end before a failure is told.
    with closing(ENGINES[engine](task, parts, n_workers)) as done:
        for position, result in done:
            results[position] = result
            if on_done is not None:
                on_done(result)
    return [results[position] for position in sorted(results)]
