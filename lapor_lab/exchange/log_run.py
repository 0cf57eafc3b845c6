"""Write a log part by part, whoever does the work, and go on where a run was stopped."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lapor_lab.engines import run
from lapor_lab.exchange.log_folder import write_manifest
from lapor_lab.exchange.log_part import Receipt
from lapor_lab.exchange.resumable_folder import (
    read_receipts,
    resumable_log_folder,
    write_receipt,
)

__all__ = ["write_log_parts"]

Order = TypeVar("Order")


def write_log_parts(
    out: Path,
    parts: Mapping[str, Order],
    task: Callable[[Path, str, Order], Receipt],
    *,
    key: str,
    entries: Mapping[str, object],
    engine: str = "serial",
    n_workers: int | None = None,
    on_part: Callable[[Receipt], None] | None = None,
) -> dict[str, Any]:
    """Write a log folder, part by part.

    A run that is stopped, however, leaves the parts that are done; the next run of the same
    key goes on from there, and the folder is the same as if nothing had happened.

    Parameters
    ----------
    out : Path
        Where the log shall be; a log of the kit that stands there is replaced.
    parts : mapping of str to object
        What each part is made of, by its name; names are fit for file names.
    task : callable
        Takes the folder, the name and what the part is made of, writes it with `write_part`
        and returns the receipt; it depends on nothing else. An engine of several processes
        must be able to pickle it.
    key : str
        Key of the order, as `order_key` gives.
    entries : mapping of str to object
        What stands in the manifest besides counts and hash; `as_of` must be among it.
    engine : str, default="serial"
        Name of an engine.
    n_workers : int or None, default=None
        Processes of an engine that has several; None takes one a processor.
    on_part : callable or None, default=None
        Called with the receipt of each part as soon as it is there, also of one that a
        stopped run left.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    OutputError
        If `out` cannot be written, is something else than a log of the kit, or is being
        written by another process.
    UnknownNameError
        If there is no such engine.
    ParameterError
        If `n_workers` is below 1.
    """
    with resumable_log_folder(out, key) as folder:
        kept = [receipt for part, receipt in read_receipts(folder).items() if part in parts]
        for receipt in kept:
            if on_part is not None:
                on_part(receipt)
        names = {receipt.part for receipt in kept}
        made = run(
            partial(_write, folder=folder, task=task),
            [item for item in parts.items() if item[0] not in names],
            engine=engine,
            n_workers=n_workers,
            on_done=on_part,
        )
        return write_manifest(folder, [*kept, *made], **entries)


def _write(
    item: tuple[str, Order], *, folder: Path, task: Callable[[Path, str, Order], Receipt]
) -> Receipt:
    part, order = item
    receipt = task(folder, part, order)
    write_receipt(folder, receipt)
    return receipt
