"""Delimited files as texts."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.exchange.text_file import check_zone, read_text_table


def test_cells_stay_texts(tmp_path: Path) -> None:
    """Numbers keep their zeros, the word NA stays a word, an empty cell is missing."""
    path = tmp_path / "x.csv"
    path.write_text(' a ,b\n007,NA\n,"x,y"\n')

    table = read_text_table(path)

    assert table.columns.to_list() == ["a", "b"]
    assert table.fillna("-").to_numpy().tolist() == [["007", "NA"], ["-", "x,y"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n1,2\n3,4,5\n", "baris 3 berisi 3 sel, judulnya 2 kolom"),
        ("a,b\n1,2,3\n", "baris 2 berisi 3 sel, judulnya 2 kolom"),
    ],
)
def test_a_ragged_file_is_refused_by_line(tmp_path: Path, text: str, reason: str) -> None:
    """Cells without a column are never shifted, cut or lost: the file is refused."""
    path = tmp_path / "x.csv"
    path.write_text(text)
    message = (
        f"{path}: cannot be read ({reason}). Give a CSV (UTF-8, koma, titik koma, atau tab) file."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_text_table(path)


def test_a_quote_that_stays_open_is_named_by_row(tmp_path: Path) -> None:
    """What follows an open quote is no cell: the file is refused where it opens."""
    path = tmp_path / "x.csv"
    path.write_text('a,b\n1,"2\n')
    message = (
        f"{path}, row 2: a quotation mark is opened and not closed, or stands single within a "
        "quoted cell. Close it or double it."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_text_table(path)


def test_a_workbook_of_several_tables_is_refused(tmp_path: Path) -> None:
    """None of its sheets is passed over in silence."""
    path = tmp_path / "x.xlsx"
    with pd.ExcelWriter(path, engine="xlsxwriter") as book:
        for sheet in ("Satu", "Dua"):
            pd.DataFrame({"a": ["1"], "b": ["2"]}).to_excel(book, sheet_name=sheet, index=False)
    with pytest.raises(InputFileError) as refused:
        read_text_table(path)
    assert str(refused.value) == (
        f"{path}: holds 2 sheets with a table. Save each as a file of its own."
    )


def test_rows_bear_the_numbers_of_the_file(tmp_path: Path) -> None:
    """Rows above the header, blank rows and UTF-16 do not shift a row's number."""
    path = tmp_path / "x.csv"
    path.write_text("Laporan\n\na,b\n1,2\n\n3,4\n", encoding="utf-16")

    assert read_text_table(path).index.to_list() == [4, 6]


def test_bytes_of_no_windows_code_page_are_read(tmp_path: Path) -> None:
    """A stray control byte does not stop the reading."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\nx\x81,\xe9\n")

    assert read_text_table(path)["b"].to_list() == ["é"]


def test_a_zone_that_nobody_knows_is_refused() -> None:
    """The refusal names the zones of Indonesia."""
    message = "Unknown zone 'Mars/X'. Choose one of Asia/Jakarta, Asia/Makassar, Asia/Jayapura."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        check_zone("Mars/X")
