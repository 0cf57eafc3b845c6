"""Tables of texts, chunk by chunk."""

from pathlib import Path

import pytest

from lapor_lab.exchange.raw import raw_table
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.raw.table_source import open_tables


def test_more_cells_than_names_are_a_fault_and_kept(tmp_path: Path) -> None:
    """A ragged row stays among the rows, with its surplus and a reason that quotes nothing."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n\n3,4,rahasia,5\n6\n7,8,,\n")

    (chunk,) = open_tables(path)[0].chunks()

    assert chunk.cells.index.to_list() == [2, 4, 5, 6]
    assert chunk.cells.loc[4].to_list() == ["3", "4", "rahasia | 5"]
    assert chunk.faults.to_dict() == {4: "baris berisi 4 sel, judulnya 2 kolom"}
    assert "rahasia" not in repr(chunk)


def test_chunks_hold_every_row_once(tmp_path: Path) -> None:
    """Chunks of any size together are the table."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n" + "".join(f"{i},x\n" for i in range(103)))
    (table,) = open_tables(path)

    chunks = list(table.chunks(25))

    assert [len(chunk.cells) for chunk in chunks] == [25, 25, 25, 25, 3]
    assert [row for chunk in chunks for row in chunk.cells.index] == list(range(2, 105))


def test_wide_or_long_rows_make_small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the number of columns or the length of texts."""
    monkeypatch.setattr(raw_table, "_MOST_CELLS", 30)
    monkeypatch.setattr(raw_table, "_MOST_CHARACTERS", 100)
    table = RawTable(
        path=Path("x.csv"),
        sheet="",
        kind="csv",
        encoding="utf-8",
        delimiter=",",
        header_row=1,
        columns=("a", "b", "c"),
        preamble=(),
        other_sheets=(),
        rows=lambda: iter(
            [(1, ["a"]), *[(i, ["x" * (60 if i > 20 else 1)]) for i in range(2, 25)]]
        ),
    )

    assert [len(chunk.cells) for chunk in table.chunks()] == [10, 10, 2, 1]


def test_a_table_shows_no_cell() -> None:
    """What is printed of a table in a log holds none of its texts."""
    table = RawTable(
        path=Path("x.csv"),
        sheet="",
        kind="csv",
        encoding="utf-8",
        delimiter=",",
        header_row=2,
        columns=("a", "b"),
        preamble=(("rahasia",),),
        other_sheets=(),
    )

    assert "rahasia" not in repr(table)
    assert list(table.chunks()) == []
