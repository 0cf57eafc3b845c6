"""Write a log of many small parts: a process to be killed.

Arguments: folder, engine, number of workers, number of parts.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from lapor_lab.exchange.log_part import Receipt, write_part
from lapor_lab.exchange.log_run import write_log_parts
from lapor_lab.exchange.order_key import order_key

N_CASES = 400


def write_cheap_part(folder: Path, part: str, number: int) -> Receipt:
    """Write a part that its number decides."""
    draws = np.random.default_rng(number)
    ids = [f"SIM-{number:03d}-{k:06d}" for k in range(N_CASES)]
    moments = np.datetime64("2022-01-01", "s") + draws.integers(0, 10**7, N_CASES)
    cases = pd.DataFrame({"case_id": ids, "submitted_at": moments, "institution": "A"})
    events = pd.DataFrame({"case_id": ids, "activity": "Laporan masuk", "timestamp": moments})
    return write_part(folder, part, cases=cases, events=events)


def main(arguments: Sequence[str]) -> None:
    """Write the log and print its hash."""
    out, engine, n_workers, n_parts = arguments
    parts = {f"part-{number:03d}": number for number in range(int(n_parts))}
    manifest = write_log_parts(
        Path(out),
        parts,
        write_cheap_part,
        key=order_key(n_parts=n_parts),
        entries={"as_of": "2022-08-15"},
        engine=engine,
        n_workers=int(n_workers),
        on_part=lambda receipt: print(receipt.part, flush=True),  # noqa: T201
    )
    sys.stdout.write(f"{manifest['content_hash']}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
