"""Where the maker's time goes: its steps, each without the steps within it."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any, Final
from unittest.mock import patch

__all__ = ["STAGES", "timed_stages"]

# What a row of the table is called, and the functions that it is the time of.
STAGES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "who reports what, when and where": (("lapor_lab.synthetic.block_tables", "draw_entries"),),
    "handling: draws, routes, progress, ratings": (
        ("lapor_lab.synthetic.block_tables", "handle_block"),
    ),
    "handling: queues": (("lapor_lab.synthetic.handling.handle", "serve"),),
    "handling: events": (("lapor_lab.synthetic.handling.handle", "tell_events"),),
    "texts": (("lapor_lab.synthetic.block_tables", "make_texts"),),
    "tables": (("lapor_lab.synthetic.block_tables", "tabulate_block"),),
    "content hash": (("lapor_lab.exchange.log_part", "hash_table"),),
    "Parquet": (("lapor_lab.exchange.log_part", "_write_parquet"),),
}


@contextmanager
def timed_stages() -> Iterator[dict[str, float]]:
    """Measure the CPU time of each stage while the block runs.

    Yields
    ------
    dict of str to float
        CPU seconds by stage; complete when the block has ended.
    """
    spent = dict.fromkeys(STAGES, 0.0)
    # Seconds within each call that is under way that belong to calls within it.
    inner = [0.0]

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: object, **named: object) -> Any:
            inner.append(0.0)
            start = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                seconds = time.process_time() - start
                spent[stage] += seconds - inner.pop()
                inner[-1] += seconds

        return call

    with ExitStack() as patches:
        for stage, functions in STAGES.items():
            for module, name in functions:
                found = getattr(import_module(module), name)
                patches.enter_context(patch(f"{module}.{name}", timed(stage, found)))
        yield spent
