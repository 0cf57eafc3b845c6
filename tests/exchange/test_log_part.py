"""One part of a log folder."""

import re
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.exchange import hash_table, write_part
from lapor_lab.exchange.log_part import part_files, write_rows


@pytest.fixture
def cases() -> pd.DataFrame:
    """Two cases."""
    return pd.DataFrame(
        {
            "case_id": ["SIM-1", "SIM-2"],
            "submitted_at": pd.to_datetime(["2022-08-01 08:30", "2022-08-02 00:00"]),
            "institution": ["A", "B"],
            "unit": ["x", None],
            "text": ["satu", "dua"],
            "rating": pd.array([5, None], dtype="Int64"),
            "closed_at": pd.to_datetime([None, "2022-08-03 12:00:01"]),
        }
    )


@pytest.fixture
def events() -> pd.DataFrame:
    """An event of each."""
    return pd.DataFrame(
        {
            "case_id": ["SIM-1", "SIM-2"],
            "activity": ["Verifikasi", "Verifikasi"],
            "timestamp": pd.to_datetime(["2022-08-01 09:00", "2022-08-02 09:00"]),
        }
    )


def as_codes(frame: pd.DataFrame) -> pa.Table:
    """The same rows as a maker gives them: dictionaries, and whole seconds."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    columns = {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.timestamp("s"))
        elif pa.types.is_large_string(column.type) and name != "text":
            column = column.cast(pa.string()).dictionary_encode()
        columns[name] = column
    return pa.table(columns)


def test_tables_of_arrow_and_frames_are_the_same_part(
    tmp_path: Path, cases: pd.DataFrame, events: pd.DataFrame
) -> None:
    """Receipt and files do not tell which of the two was handed over."""
    folders = [tmp_path / "frames", tmp_path / "tables"]
    receipts = []
    for folder, form in zip(folders, (lambda frame: frame, as_codes), strict=True):
        folder.mkdir()
        receipts.append(write_part(folder, "p", cases=form(cases), events=form(events)))
    assert receipts[0] == receipts[1]
    assert (receipts[0].n_cases, receipts[0].n_events) == (2, 2)
    for name in ("cases", "events"):
        read = [pq.read_table(folder / name / "p.parquet") for folder in folders]
        assert hash_table(read[0]) == hash_table(read[1])
        assert not any(pa.types.is_dictionary(kind) for kind in read[1].schema.types)


def test_columns_of_arrow_stand_in_the_order_of_the_schema(
    tmp_path: Path, cases: pd.DataFrame
) -> None:
    """Whatever order they come in; what the schema does not know stands behind."""
    turned = as_codes(cases.assign(tambahan=["a", "b"])[["tambahan", *cases.columns[::-1]]])
    first = write_part(tmp_path, "a", cases=turned)
    second = write_part(tmp_path, "b", cases=as_codes(cases.assign(tambahan=["a", "b"])))
    assert first.content_hash == second.content_hash
    columns = pq.read_schema(tmp_path / "cases" / "a.parquet").names
    assert (columns[0], columns[-1]) == ("case_id", "tambahan")


def test_a_table_without_a_required_column_is_refused(tmp_path: Path, cases: pd.DataFrame) -> None:
    """Arrow is held to the schema as a frame is."""
    message = (
        "cases: column(s) institution not found; it has case_id, submitted_at, unit, text, "
        "rating, closed_at. Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        write_part(tmp_path, "p", cases=as_codes(cases.drop(columns="institution")))


def test_times_are_packed_and_categories_have_dictionaries(
    tmp_path: Path, cases: pd.DataFrame
) -> None:
    """Which encoding a column has: ids and texts none that a dictionary would slow down."""
    write_part(tmp_path, "p", cases=as_codes(cases))
    group = pq.ParquetFile(tmp_path / "cases" / "p.parquet").metadata.row_group(0)
    found = {
        (column := group.column(number)).path_in_schema: (column.compression, column.encodings)
        for number in range(group.num_columns)
    }
    assert found["submitted_at"][0] == "UNCOMPRESSED"
    assert "DELTA_BINARY_PACKED" in found["submitted_at"][1]
    assert (found["text"][0], found["unit"][0]) == ("ZSTD", "UNCOMPRESSED")
    assert "RLE_DICTIONARY" in found["unit"][1]
    for name in ("case_id", "text"):
        assert not any("DICTIONARY" in encoding for encoding in found[name][1]), name


def test_a_column_that_cannot_have_gaps_stays_so(tmp_path: Path, cases: pd.DataFrame) -> None:
    """What its maker says of a column stands in the file, and is checked."""
    table = as_codes(cases)
    fields = [f.with_nullable(f.name != "case_id") for f in table.schema]
    write_part(tmp_path, "p", cases=table.cast(pa.schema(fields)))
    schema = pq.read_schema(tmp_path / "cases" / "p.parquet")
    assert [f.name for f in schema if not f.nullable] == ["case_id"]
    fields = [f.with_nullable(f.name != "unit") for f in table.schema]
    broken = pa.table(table.columns, schema=pa.schema(fields))
    message = "column unit has gaps, and its type says that it has none"
    with pytest.raises(ValueError, match=f"^{message}$"):
        write_part(tmp_path, "q", cases=broken)


def test_row_groups_hold_fifty_thousand_rows(tmp_path: Path) -> None:
    """So that a reader needs the memory of that many."""
    n = 120_000
    write_rows(tmp_path, "snapshots", "p", pd.DataFrame({"status": ["a"] * n}))
    metadata = pq.ParquetFile(tmp_path / "snapshots" / "p.parquet").metadata
    assert [metadata.row_group(k).num_rows for k in range(metadata.num_row_groups)] == [
        50_000,
        50_000,
        20_000,
    ]


def test_a_part_may_hold_parameters(tmp_path: Path, cases: pd.DataFrame) -> None:
    """They are written beside the cases, and the hash sees them."""
    parameters = pd.DataFrame(
        {"institution": ["A"], "parameter": ["n_admins"], "value": ["2"], "source": ["asumsi"]}
    )
    without = write_part(tmp_path, "a", cases=cases)
    with_them = write_part(tmp_path, "b", cases=cases, parameters=parameters)
    changed = write_part(tmp_path, "c", cases=cases, parameters=parameters.assign(value="3"))
    assert len({r.content_hash for r in (without, with_them, changed)}) == 3
    assert [file.parent.name for file in part_files(tmp_path, "b")] == ["cases", "parameters"]


def test_a_failure_leaves_no_half_file(
    tmp_path: Path, cases: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was there stays as it was, and nothing stands beside it."""
    write_part(tmp_path, "p", cases=cases)
    before = (tmp_path / "cases" / "p.parquet").read_bytes()

    def fail(_table: pa.Table, path: Path, **_options: object) -> None:
        path.write_bytes(b"PAR1")
        raise OSError(28, "penuh")

    monkeypatch.setattr(pq, "write_table", fail)
    with pytest.raises(OSError, match="penuh"):
        write_part(tmp_path, "p", cases=cases.assign(unit="z"))
    assert [file.name for file in (tmp_path / "cases").iterdir()] == ["p.parquet"]
    assert (tmp_path / "cases" / "p.parquet").read_bytes() == before
