"""Several processes of this machine, each with one part at a time."""

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, Final

__all__ = ["run_pool"]

# A part that waits for each process, so that none waits for a part.
_PARTS_AHEAD: Final = 2
# What Windows can wait for at once, less two.
_MOST_WORKERS: Final = 61


def run_pool(
    task: Callable[[Any], Any], parts: Iterable[Any], n_workers: int | None
) -> Generator[tuple[int, Any]]:
    """Run a task on parts in several processes.

    Processes are started afresh (spawn), alike on every system: task and parts are pickled,
    and a script that runs this must do so under ``if __name__ == "__main__":``. The processes
    end with this one, also where it is killed, and at once when a task fails or Ctrl-C is
    pressed.

    Parameters
    ----------
    task : callable
        Takes a part; a function of a module, or a partial of one.
    parts : iterable
        What to run it on; few are taken ahead.
    n_workers : int or None
        Processes; None takes one a processor that this process may use.

    Yields
    ------
    tuple of (int, object)
        Position of a part and what the task returned, as soon as it is there.
    """
    n_workers = min(n_workers or _n_processors(), _MOST_WORKERS)
    context = get_context("spawn")
    # Nothing is ever sent: that its other end is closed tells a process to end.
    ends_with_us, lifeline = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(n_workers, context, _start_worker, (ends_with_us,))
    todo = enumerate(parts)
    running: dict[Future[Any], int] = {}
    try:
        while True:
            for position, part in islice(todo, _PARTS_AHEAD * n_workers - len(running)):
                running[executor.submit(task, part)] = position
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()
        executor.shutdown()
    finally:
        lifeline.close()
        executor.shutdown(wait=True, cancel_futures=True)
        ends_with_us.close()


def _start_worker(ends_with_parent: Connection) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that started us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, args=(ends_with_parent,), daemon=True).start()


def _end_with_parent(lifeline: Connection) -> None:
    lifeline.poll(None)
    # Not sys.exit: a task may be at work, and nothing half done stays of it.
    os._exit(1)


def _n_processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
