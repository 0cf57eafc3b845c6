"""Rows by what their columns mean."""

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.raw.raw_table import RawChunk
from lapor_lab.exchange.rows.mapped_rows import MappedRows

MAPPING = ColumnMapping(
    layout="pemetaan sendiri", columns={"case_id": "No", "rating": "Nilai", "status": "Status"}
)


def mapped_rows(faults: dict[int, str]) -> MappedRows:
    cells = pd.DataFrame(
        {"No": ["1", "2", None], "Nilai": ["5", "-", "x"], "Status": ["—", None, "Selesai"]},
        index=pd.Index([2, 3, 5], name="row"),
        dtype=object,
    )
    chunk = RawChunk(cells=cells, faults=pd.Series(faults, dtype=object))
    return MappedRows(chunk, MAPPING, zone="Asia/Jakarta", source_zone="UTC")


def test_a_dash_is_an_empty_cell() -> None:
    """Exports write it where nothing is known."""
    rows = mapped_rows({})
    assert rows["rating"].isna().to_list() == [False, True, False]
    assert rows["status"].isna().to_list() == [True, True, False]


def test_what_no_column_holds_is_missing() -> None:
    """Asked for one way it is None, the other way a column of nothing."""
    rows = mapped_rows({})
    assert rows.get("unit") is None
    assert rows["unit"].isna().all()
    assert rows["unit"].index.equals(rows["rating"].index)


def test_reasons_name_the_column_of_the_file() -> None:
    """Faults of the file come first, under the numbers of its rows."""
    rows = mapped_rows({3: "sel lebih", 99: "baris lain"})
    is_all = pd.Series(data=True, index=rows["rating"].index)
    rows.refuse_unread("rating", is_all, "nilai tidak sah")
    table = rows.quarantine.table()
    assert table["row"].to_list() == [2, 3, 5]
    assert table["reason"].to_list() == [
        "nilai tidak sah: kolom Nilai",
        "sel lebih",
        "nilai tidak sah: kolom Nilai",
    ]
