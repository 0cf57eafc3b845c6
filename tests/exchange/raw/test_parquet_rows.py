"""Parquet files as texts."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.exchange.raw.parquet_rows import read_parquet_rows

BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."


def test_parquet_is_read_as_texts(tmp_path: Path) -> None:
    """Values of every type become the texts that a sheet would give."""
    path = tmp_path / "x.parquet"
    pd.DataFrame(
        {
            "id": ["001", "002"],
            "n": [1.0, None],
            "at": pd.to_datetime(["2023-05-29T00:00:00", "2023-05-29T10:11:12"]),
            "is": [True, False],
        }
    ).to_parquet(path)

    assert list(read_parquet_rows(path)) == [
        (1, ["id", "n", "at", "is"]),
        (2, ["001", "1", "2023-05-29", "TRUE"]),
        (3, ["002", None, "2023-05-29T10:11:12", "FALSE"]),
    ]


def test_a_broken_file_is_refused(tmp_path: Path, refusal: Callable[[Path], str]) -> None:
    """A file of which the end is missing is one line."""
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"a": ["x"] * 50}), path)
    path.write_bytes(path.read_bytes()[:-20])

    assert refusal(path) == BROKEN
