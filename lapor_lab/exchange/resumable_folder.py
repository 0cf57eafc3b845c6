"""A log folder on its way: what is there already is kept when a run is stopped."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final

from lapor_lab.errors import OutputError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.folder_lock import folder_lock
from lapor_lab.exchange.log_folder import check_replaceable
from lapor_lab.exchange.log_part import Receipt, part_files

__all__ = ["read_receipts", "resumable_log_folder", "write_receipt"]

_LOG: Final = "log"
_RECEIPTS: Final = "receipts"
_REPLACED: Final = "replaced"
_N_DIGITS: Final = 16
# How a Parquet file ends, if it is whole.
_END: Final = b"PAR1"


@contextmanager
def resumable_log_folder(out: Path, key: str) -> Iterator[Path]:
    """Give a folder to write parts to that becomes `out` when all went well.

    It lies beside `out` under a name that the key fixes: a run that is stopped anywhere and
    started again with the same key meets the parts that are there. What an order of another
    key left for the same `out` is removed.

    Parameters
    ----------
    out : Path
        Where the log shall be; a log of the kit that stands there is replaced.
    key : str
        Key of the order, as `order_key` gives.

    Yields
    ------
    Path
        The folder; `read_receipts` tells which parts it holds. It stays if anything fails,
        unless no part is there.

    Raises
    ------
    OutputError
        If `out` cannot be written, is something else than a log of the kit, or is being
        written by another process.
    """
    place = out.resolve()
    staging = place.with_name(f".{place.name}-{key[:_N_DIGITS]}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with folder_lock(place):
            _tidy(place, staging)
            check_replaceable(out)
            for name in (_LOG, _RECEIPTS):
                (staging / name).mkdir(parents=True, exist_ok=True)
            try:
                yield staging / _LOG
                _replace(place, staging)
            finally:
                if not any((staging / _RECEIPTS).glob("*.json")):
                    shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise OutputError("output_unwritable", path=out, reason=error.strerror) from error


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Note that a part is there, once all its files are.

    Parameters
    ----------
    folder : Path
        What `resumable_log_folder` gave.
    receipt : Receipt
        What `write_part` gave.
    """
    sizes = {
        file.relative_to(folder).as_posix(): file.stat().st_size
        for file in part_files(folder, receipt.part)
    }
    with atomic_file(folder.parent / _RECEIPTS / f"{receipt.part}.json") as target:
        target.write_text(json.dumps({"receipt": asdict(receipt), "files": sizes}), "utf-8")


def read_receipts(folder: Path) -> dict[str, Receipt]:
    """Return the receipts of the parts that are there.

    Parameters
    ----------
    folder : Path
        What `resumable_log_folder` gave.

    Returns
    -------
    dict of str to Receipt
        By part. A part whose files are not as large as they were, or do not end as they
        should, is not among them.
    """
    kept = {}
    for file in sorted((folder.parent / _RECEIPTS).glob("*.json")):
        try:
            noted = json.loads(file.read_text("utf-8"))
            receipt = Receipt(**noted["receipt"])
            is_whole = all(_is_whole(folder / name, size) for name, size in noted["files"].items())
        except (OSError, ValueError, KeyError, TypeError):
            is_whole = False
        if is_whole:
            kept[receipt.part] = receipt
    return kept


def _is_whole(file: Path, size: int) -> bool:
    if file.stat().st_size != size:
        return False
    with file.open("rb") as stream:
        stream.seek(-len(_END), 2)
        return stream.read() == _END


def _tidy(out: Path, staging: Path) -> None:
    name = re.compile(rf"\.{re.escape(out.name)}-[0-9a-f]{{{_N_DIGITS}}}")
    for found in out.parent.iterdir():
        if not name.fullmatch(found.name) or not (found / _RECEIPTS).is_dir():
            continue
        if (found / _REPLACED).exists() and not out.exists():
            # A run was killed between the two renamings of `_replace`.
            (found / _REPLACED).replace(out)
        if found != staging:
            shutil.rmtree(found)


def _replace(out: Path, staging: Path) -> None:
    for partial in (staging / _LOG).glob("*/.*.part"):
        # Of a run that was killed.
        partial.unlink()
    # Renamed away rather than deleted: `out` is absent for a moment only.
    if out.exists():
        shutil.rmtree(staging / _REPLACED, ignore_errors=True)
        out.replace(staging / _REPLACED)
    (staging / _LOG).replace(out)
    shutil.rmtree(staging)
