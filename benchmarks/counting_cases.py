"""Cases to count: 100 institutions by Zipf's law, 20 topics, in one Parquet file."""

from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from lapor_lab.schema import ReportClass, Status

__all__ = ["AS_OF", "write_cases"]

AS_OF: Final = pd.Timestamp("2022-12-31")
_FIRST: Final = np.datetime64("2019-01-01", "s").astype(np.int64)
_END: Final = np.datetime64(AS_OF, "s").astype(np.int64)
_DAY: Final = 86_400
_N_INSTITUTIONS: Final = 100
_N_TOPICS: Final = 20
_GROUP: Final = 1_000_000
_SEED: Final = 20221231
# Shares of cases, about as a busy year leaves them.
_STUCK: Final = 0.1
_NEVER_ANSWERED: Final = 0.6
_ARCHIVED: Final = 0.03
_BY_SYSTEM: Final = 0.5
_RATED: Final = 0.3
_STATUSES: Final = (
    Status.UNVERIFIED,
    Status.DISPOSED,
    Status.FOLLOWED_UP,
    Status.CLOSED_BY_SYSTEM,
    Status.CLOSED_BY_ADMIN,
    Status.ARCHIVED_BY_ADMIN,
)
_Int64 = NDArray[np.int64]
_Bool = NDArray[np.bool_]


def write_cases(path: Path, n_cases: int) -> None:
    """Write cases block by block; the statuses agree with the times.

    Parameters
    ----------
    path : Path
        The file.
    n_cases : int
        How many.
    """
    rng = np.random.default_rng(_SEED)
    writer: pq.ParquetWriter | None = None
    for start in range(0, n_cases, _GROUP):
        block = _block(rng, start, min(_GROUP, n_cases - start))
        writer = writer or pq.ParquetWriter(path, block.schema, compression="zstd")
        writer.write_table(block, row_group_size=_GROUP)
    if writer is not None:
        writer.close()


def _block(rng: np.random.Generator, start: int, n: int) -> pa.Table:
    weight = 1 / np.arange(1, _N_INSTITUTIONS + 1)
    submitted = rng.integers(_FIRST, _END - _DAY, n)
    verified = submitted + (rng.exponential(2, n) * _DAY).astype(np.int64)
    responded = verified + (rng.exponential(4, n) * _DAY).astype(np.int64)
    completed = responded + (rng.exponential(5, n) * _DAY).astype(np.int64)
    closed = completed + rng.integers(0, 14, n) * _DAY
    # What is stuck is never closed, and most of it not even followed up.
    is_stuck = rng.random(n) < _STUCK
    is_verified = verified < _END
    is_archived = is_verified & (rng.random(n) < _ARCHIVED)
    is_responded = (
        (responded < _END) & ~is_archived & ~(is_stuck & (rng.random(n) < _NEVER_ANSWERED))
    )
    is_closed = is_responded & ~is_stuck & (closed < _END)
    is_by_system = rng.random(n) < _BY_SYSTEM
    status = np.select(
        [is_archived, is_closed & is_by_system, is_closed, is_responded, is_verified],
        [5, 3, 4, 2, 1],
        default=0,
    )
    is_rated = is_closed & (rng.random(n) < _RATED)
    case_id = [f"SIM-{number:09}" for number in range(start, start + n)]
    institution = rng.choice(_N_INSTITUTIONS, n, p=weight / weight.sum())
    return pa.table(
        {
            "case_id": case_id,
            "institution": _texts(
                institution, [f"Instansi {i:03}" for i in range(_N_INSTITUTIONS)]
            ),
            "topic": _texts(
                rng.integers(0, _N_TOPICS, n), [f"Topik {i:02}" for i in range(_N_TOPICS)]
            ),
            "report_class": _texts(rng.choice(4, n, p=[0.05, 0.7, 0.15, 0.1]), [*ReportClass]),
            "submitted_at": _times(submitted, np.ones(n, dtype=bool)),
            "verified_at": _times(verified, is_verified),
            "responded_at": _times(responded, is_responded),
            "completed_at": _times(completed, is_closed),
            "closed_at": _times(closed, is_closed),
            "status": _texts(status, [*_STATUSES]),
            "rating": pa.array(rng.integers(1, 6, n), mask=~is_rated),
        }
    )


def _times(seconds: _Int64, is_known: _Bool) -> pa.Array:
    return pa.array(seconds.astype("datetime64[s]"), mask=~is_known)


def _texts(codes: _Int64, values: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(codes.astype(np.int32), pa.array(values, pa.string()))
