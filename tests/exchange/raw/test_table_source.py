"""Tables of any file."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lapor_lab.errors import InputFileError, LaporLabError
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.schema import label

XLS = Path(__file__).parents[2] / "data/ekspor_17_kolom.xls"
ALLOWED = ".xlsx, .xls, .csv, .parquet"


def texts(table: RawTable) -> list[list[str | None]]:
    return [
        [None if pd.isna(cell) else cell for cell in row]
        for chunk in table.chunks()
        for row in chunk.cells.to_numpy().tolist()
    ]


def refusal(path: Path) -> str:
    with pytest.raises(InputFileError) as caught:
        [list(table.chunks()) for table in open_tables(path)]
    # Said in Indonesian too, from the same values.
    shown = label(f"error.{caught.value.code}").format(**caught.value.values)
    assert "\n" not in shown
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_official_export_is_read_under_its_preamble() -> None:
    """The header is found at row 11, zeros before a number stay, dates and times are ISO."""
    (table,) = open_tables(XLS)

    assert (table.kind, table.sheet, table.header_row) == ("xls", "Laporan", 11)
    assert len(table.columns) == 17
    assert ("Tanggal unduh: 3 Januari 2026",) in table.preamble
    (chunk,) = table.chunks()
    assert chunk.faults.empty
    assert chunk.cells.index.to_list() == list(range(12, 24))
    assert chunk.cells.index.name == "row"
    assert chunk.cells.loc[14].to_list()[:3] == ["01234502", "2025-03-05", "17:10:00"]


def test_hidden_sheets_are_read_and_others_are_named(tmp_path: Path) -> None:
    """A hidden sheet is a table like others; a sheet without rows is named as not read."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("Satu", "Dua", "Kosong", "Hanya judul"):
            sheet = book.add_worksheet(name)
            if name != "Kosong":
                sheet.write_row(0, 0, ["No", "Isi"])
            if name in ("Satu", "Dua"):
                sheet.write_row(1, 0, [1, name])
        book.get_worksheet_by_name("Dua").hide()

    tables = open_tables(path)

    assert [table.sheet for table in tables] == ["Satu", "Dua"]
    assert [texts(table) for table in tables] == [[["1", "Satu"]], [["1", "Dua"]]]
    assert tables[0].other_sheets == ("Kosong", "Hanya judul")


def test_a_sheet_of_tracking_ids_leaves_the_others_aside(tmp_path: Path) -> None:
    """Beside an official sheet, a sheet of notes is no table, but it is named."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Catatan").write_column(0, 0, ["a", "b"])
        notes = book.get_worksheet_by_name("Catatan")
        notes.write_column(0, 1, ["c", "d"])
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["tracking_id", "isi"])
        sheet.write_row(1, 0, ["001", "x"])

    (table,) = open_tables(path)

    assert (table.sheet, table.other_sheets) == ("Data", ("Catatan",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_spelling_of_a_text_file_gives_one_table(
    tmp_path: Path, encoding: str, mark: str
) -> None:
    """Encoding and delimiter change nothing of what is read."""
    path = tmp_path / "x.csv"
    rows = [
        ["Tracking ID", "Isi", "Ket."],
        ["007", "é, a; b\nbaris dua", " x\xa0"],
        ["008", "", "-"],
    ]
    lines = [mark.join(f'"{cell}"' for cell in row) for row in rows]
    path.write_text("\r\n".join(lines), encoding=encoding, newline="")

    (table,) = open_tables(path)

    assert (table.encoding, table.delimiter, table.kind) == (encoding, mark, "csv")
    assert table.columns == ("Tracking ID", "Isi", "Ket.")
    assert texts(table) == [["007", "é, a; b\nbaris dua", "x"], ["008", None, "-"]]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("x.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("x.xls", b"\r\n<HTML><table>", "halaman HTML"),
        ("x.xls", b"\xef\xbb\xbf<?xml version='1.0'?>", "XML"),
        ("x.xlsx", b"a,b\n1,2\n", "teks"),
        ("x.parquet", b"a,b\n1,2\n", "teks"),
        ("x.csv", b"PK\x03\x04....", "berkas zip atau buku kerja .xlsx"),
        ("x.csv", b"a,b\x00\n1,2\n", "berkas biner"),
        ("x", b"\x89PNG....", "gambar PNG"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    tmp_path: Path, name: str, content: bytes, found: str
) -> None:
    """What the content is counts, not what the name says."""
    path = tmp_path / name
    path.write_bytes(content)

    assert refusal(path) == (
        f"{path}: its content is of another kind ({found}). Save it as .xlsx or .csv in the "
        "program that made it, or give it the ending of what it is."
    )


@pytest.mark.parametrize(
    "content", [b"", b"\n\n \n", b"a,b\n", b"\xef\xbb\xbfa;b\r\n", b"satu sel\n"]
)
def test_a_file_without_a_row_is_refused(tmp_path: Path, content: bytes) -> None:
    """Neither nothing nor a header alone is a table."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    assert refusal(path) == (
        f"{path}: holds no row. Give a file with a header and at least one row."
    )


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder and an absent file are named."""
    assert refusal(tmp_path) == (
        f"{tmp_path}: cannot be read (ini folder, bukan berkas). Give a {ALLOWED} file."
    )
    absent = tmp_path / "x.csv"
    assert refusal(absent) == f"{absent}: no such file or folder. Check the path."


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way out of a lack of permission is not to mend the file."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert (
        refusal(path) == f"{path}: cannot be read (tidak ada izin membaca). Give a {ALLOWED} file."
    )


@pytest.mark.parametrize("kind", ["csv", "csv in quotes", "xlsx", "inline"])
@pytest.mark.parametrize("row", [2, 150])
def test_a_cell_of_a_megabyte_is_refused_by_its_place(tmp_path: Path, kind: str, row: int) -> None:
    """Row and column are named, and nothing of the cell is shown."""
    path = tmp_path / ("x.csv" if kind.startswith("csv") else "x.xlsx")
    rows = [["Tracking ID", "Isi"], *[[f"0{i}", "x"] for i in range(2, 200)]]
    rows[row - 1][1] = "z" * 10**6
    if kind.startswith("csv"):
        quote = '"' if kind.endswith("quotes") else ""
        path.write_text("\n".join(f"{a},{quote}{b}{quote}" for a, b in rows))
    else:
        write_unbounded(path, rows, inline=kind == "inline")

    message = refusal(path)

    assert message == (
        f"{path}, row {row}, column 'Isi': the cell holds more than 32767 characters, which no "
        "spreadsheet can. Shorten it, or close the quotation mark before it."
    )


def write_unbounded(path: Path, rows: list[list[str]], *, inline: bool) -> None:
    # xlsxwriter refuses such a cell: write it short, and lengthen it in the archive.
    first = path.with_suffix(".zip")
    with xlsxwriter.Workbook(str(first), {"constant_memory": inline}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, [cell if len(cell) < 100 else "LONG" for cell in row])
    with zipfile.ZipFile(first) as short, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as long:
        for name in short.namelist():
            long.writestr(name, short.read(name).replace(b"LONG", b"z" * 10**6))


@pytest.mark.parametrize(
    ("text", "row"),
    [('a,b\n1,2\n3,"4\n5,6\n', 3), ('a,b\n1,"x" y,2\n', 2), ('"a,b\n1,2\n', 1)],
)
def test_a_quotation_mark_that_is_not_closed_is_refused(
    tmp_path: Path, text: str, row: int
) -> None:
    """It would swallow the rows behind it; the row where it opens is named."""
    path = tmp_path / "x.csv"
    path.write_text(text)

    assert refusal(path) == (
        f"{path}, row {row}: a quotation mark is opened and not closed, or stands single within "
        "a quoted cell. Close it or double it."
    )


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    """A header of more columns than a sheet has is no table."""
    path = tmp_path / "x.csv"
    path.write_text(",".join(f"k{i}" for i in range(16_384)) + "\n1,2\n")

    assert refusal(path) == (
        f"{path}: 16384 columns, but at most 16383 are read. Remove the empty columns."
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(st.lists(st.text("ab,;\t\"'\n\r é\xa0", max_size=6), max_size=5), max_size=8),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    n_cut=st.integers(0, 30),
)
def test_any_text_is_read_or_refused(
    tmp_path: Path, rows: list[list[str]], encoding: str, n_cut: int
) -> None:
    """Whatever a text file holds and wherever it is cut, it is read or refused in one line."""
    path = tmp_path / "x.csv"
    text = "\n".join(";".join(row) for row in rows)
    content = text.encode(encoding)
    path.write_bytes(content[: max(0, len(content) - n_cut)])
    message, numbers = "", [1]
    try:
        (table,) = open_tables(path)
        numbers = [table.header_row, *(row for c in table.chunks(3) for row in c.cells.index)]
    except LaporLabError as error:
        message = str(error)
    assert "\n" not in message
    assert numbers == sorted(set(numbers))
