"""A first row of data is no header, and is not shown as one."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.columns.column_candidates import _names
from lapor_lab.exchange.columns.known_layouts import _layouts
from lapor_lab.exchange.raw.header import refuse_data_as_header
from lapor_lab.schema import CASES


@pytest.mark.parametrize(
    "name",
    [
        "9165816",
        "1.341",
        "15/08/2022",
        "2022-08-15 10:00",
        "29 Mei 2023",
        "15/08/2022 (2)",
        "x" * 61,
        f"3201{1:012d}",
        "0812-3456-7890",
        "orang@contoh.invalid",
    ],
)
def test_what_looks_like_data_is_refused_and_not_quoted(name: str) -> None:
    """The message gives the place alone."""
    message = (
        "a.csv, row 4: the name of column 2 looks like data. "
        "Put a row with the names of the columns above the data."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        refuse_data_as_header(Path("a.csv"), 4, ["No", name])


def test_usual_names_pass() -> None:
    """Names that the kit knows, absent names and repeated names are names."""
    known = [name for found in _names().values() for name in found["exact"]]
    layouts = [
        name for layout in _layouts() for found in layout["columns"].values() for name in found
    ]
    others = ["(kolom 7)", "Rating (2)", "Nama Pelapor", "Nomor Telepon Pelapor", "Kab/Kota",
              "Laporan yang Masuk melalui Kanal Aduan Setwapres", "Q1", "Tahun 2022",
              "Tipe Laporan (Anonim/Rahasia)"]  # fmt: skip

    refuse_data_as_header(
        Path("a.csv"), 1, [*known, *layouts, *others, *(column.name for column in CASES)]
    )


@pytest.mark.parametrize(
    ("rows", "is_refused"),
    [
        ([["Budi", "Kota A", "x"], ["Cici", "Kota B", "x"]], True),
        ([["Budi", "Kota B", "x"]], False),
        ([["Ani", "Kota A", "Judul"], ["Cici", "Kota B", "x"]], False),
        ([["Ani", "Kota A", None]], True),
        ([["Ani", "Kota A", "Judul"]] * 3 + [["Cici", "Kota B", "x"]], True),
    ],
)
def test_a_name_that_stands_below_itself_is_a_value(
    rows: list[list[str | None]], is_refused: bool
) -> None:
    """Names of persons look like names of columns; an institution that recurs gives them away."""
    columns = ["Ani", "Kota A", "Judul"]
    cells = pd.DataFrame(rows, columns=columns)
    if not is_refused:
        refuse_data_as_header(Path("a.csv"), 1, columns, cells)
        return
    with pytest.raises(InputFileError, match="looks like data"):
        refuse_data_as_header(Path("a.csv"), 1, columns, cells)


def test_a_repeated_name_is_compared_as_it_was_written() -> None:
    """The number in brackets is the reader's."""
    columns = ["No", "Kota A", "Kota A (2)"]
    cells = pd.DataFrame([["1", "x", "Kota A"]], columns=columns)
    with pytest.raises(InputFileError, match="the name of column 3 looks like data"):
        refuse_data_as_header(Path("a.csv"), 1, columns, cells)
