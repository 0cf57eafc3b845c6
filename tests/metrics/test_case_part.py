"""Parts are read in batches that are neither tiny nor huge."""

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lapor_lab.metrics import case_part
from lapor_lab.metrics.case_part import frame_part, parquet_part, stream_part


def test_short_batches_are_joined_and_long_ones_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 3-row batches and of one of 100, all are of 11 to 20 rows but the last."""
    monkeypatch.setattr(case_part, "_N_ROWS", 20)
    table = pa.table({"a": list(range(100)), "b": ["x", "y"] * 50})

    for source in (table, table.to_reader(max_chunksize=3)):
        batches = list(stream_part(source).read(["a"]))
        assert [n for batch in batches for n in batch["a"].to_pylist()] == list(range(100))
        assert {batch.num_rows for batch in batches[:-1]} <= set(range(11, 21))
        assert batches[0].schema.names == ["a"]


def test_groups_of_rows_with_other_dictionaries_are_joined(tmp_path: Path) -> None:
    """Text keeps its values where short groups of a file become one batch."""
    texts = [f"nilai {number // 10}" for number in range(100)]
    path = tmp_path / "cases.parquet"
    pq.write_table(pa.table({"status": texts}), path, row_group_size=10)

    part = parquet_part(path)
    batches = list(part.read(["status"]))

    assert part.names == ("status",)
    assert len(batches) == 1
    assert pa.types.is_dictionary(batches[0]["status"].type)
    assert batches[0]["status"].to_pylist() == texts


def test_frames_may_hold_what_arrow_does_not_know() -> None:
    """Mixed values and periods become text."""
    frame = pd.DataFrame(
        {"mixed": [1, "x", None], "period": pd.period_range("2022-08", periods=3, freq="M")}
    )

    (batch,) = frame_part(frame).read(["mixed", "period"])

    assert batch["mixed"].to_pylist() == ["1", "x", None]
    assert batch["period"].to_pylist() == ["2022-08", "2022-09", "2022-10"]


@pytest.mark.parametrize("write_statistics", [True, False])
def test_a_file_tells_its_last_times_where_it_can(tmp_path: Path, write_statistics: bool) -> None:
    """Of times without a zone, over all groups of rows; a column of gaps has none."""
    times = pd.date_range("2022-08-01", periods=25, freq="D")
    frame = pd.DataFrame({"case_id": "1", "submitted_at": times, "closed_at": pd.NaT})
    frame["verified_at"] = frame["submitted_at"].dt.tz_localize("Asia/Jakarta")
    path = tmp_path / "cases.parquet"
    table = pa.Table.from_pandas(frame)
    pq.write_table(table, path, row_group_size=10, write_statistics=write_statistics)

    last = parquet_part(path).read_last()

    expected = {"submitted_at": times[-1], "closed_at": None} if write_statistics else {}
    assert last == expected
