"""One task over many parts: what is done never depends on who does it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from lapor_lab.errors import UnknownNameError

__all__ = ["ENGINES", "run"]

Part = TypeVar("Part")
Result = TypeVar("Result")


def run(
    task: Callable[[Part], Result],
    parts: Iterable[Part],
    *,
    engine: str = "serial",
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
    engine : {"serial"}, default="serial"
        Who does the work.
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

    Examples
    --------
    >>> run(len, ["a", "abc"])
    [1, 3]
    """
    if engine not in ENGINES:
        raise UnknownNameError(
            "unknown_name", kind="engine", value=engine, allowed=", ".join(ENGINES)
        )
    return list(ENGINES[engine](task, parts, on_done))


def _run_serial(
    task: Callable[[Any], Any], parts: Iterable[Any], on_done: Callable[[Any], None] | None
) -> Iterable[Any]:
    for part in parts:
        result = task(part)
        if on_done is not None:
            on_done(result)
        yield result


ENGINES: Final[Mapping[str, Callable[..., Iterable[Any]]]] = MappingProxyType(
    {"serial": _run_serial}
)
