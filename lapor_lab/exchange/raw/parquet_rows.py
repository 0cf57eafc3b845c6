"""Read the rows of a Parquet file as a stream."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.cell_text import cell_text
from lapor_lab.exchange.raw.row_source import Row

__all__ = ["read_parquet_rows"]

# Few at a time: one long text may be said to stand in every row.
_N_ROWS: Final = 512
_LARGEST_GROUP: Final = 2 * 2**30


def read_parquet_rows(path: Path) -> Iterator[Row]:
    """Read names of columns and rows.

    Parameters
    ----------
    path : Path
        A Parquet file.

    Yields
    ------
    tuple of (int, list of (str or None))
        Row 1 holds the names, the others the cells as texts.

    Raises
    ------
    InputFileError
        If a part of it would unpack to gigabytes.
    EOFError
        If it is broken.
    """
    try:
        with pq.ParquetFile(path) as file:
            groups = (file.metadata.row_group(i) for i in range(file.num_row_groups))
            largest = max((group.total_byte_size for group in groups), default=0)
            if largest > _LARGEST_GROUP:
                raise InputFileError("file_bomb", path=path, value=f"{largest >> 20} MB")
            yield 1, list(file.schema_arrow.names)
            row = 1
            for batch in file.iter_batches(batch_size=_N_ROWS, use_threads=False):
                columns = [map(cell_text, column.to_pylist()) for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    row += 1
                    yield row, list(cells)
    except (pa.ArrowException, OverflowError) as error:
        raise EOFError from error
