"""Workbooks that strangers made."""

import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lapor_lab.errors import InputFileError, LaporLabError, OptionalDependencyError
from lapor_lab.exchange.cell_text import cell_text
from lapor_lab.exchange.table_source import open_tables
from lapor_lab.exchange.workbook import list_sheets

XLS = Path(__file__).parents[1] / "data/ekspor_17_kolom.xls"
BROKEN = "cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Tracking ID", "Isi"])
        sheet.write_row(1, 0, ["001", "a & b < c\nd"])
        sheet.write_row(2, 0, [12, 0.1])
    return path


def change(path: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    write(path, parts)


def write(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def read(path: Path) -> list[list[str | None]]:
    (sheet,) = list_sheets(path, is_package=True)
    return [cells for _, cells in sheet.rows()]


def refusal(path: Path) -> str:
    with pytest.raises(InputFileError) as caught:
        [list(table.chunks()) for table in open_tables(path)]
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{path}: ")


def test_values_are_those_of_calamine(tmp_path: Path) -> None:
    """Both ways of reading .xlsx give, for every kind of value, what python-calamine gives."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        clock = workbook.add_format({"num_format": "hh:mm:ss"})
        moment = workbook.add_format({"num_format": "[$-421]dd mmmm yyyy hh:mm"})
        days = workbook.add_format({"num_format": '0 "hari"'})
        bold = workbook.add_format({"bold": True})
        sheet.write_row(0, 0, ["a", 1, 1.5, -3, 1e20, 0.1, True, False, 'é & <"x">\n\ty', "😀"])
        sheet.write(1, 0, date(2023, 5, 29), day)
        sheet.write(1, 1, time(10, 11, 12), clock)
        sheet.write(1, 2, datetime(2023, 5, 29, 10, 11, 12), moment)
        sheet.write(1, 3, 5, days)
        sheet.write(1, 4, date(1900, 1, 31), day)
        sheet.write_rich_string(1, 5, "satu ", bold, "dua", " tiga")
        sheet.write_formula(1, 6, "=1+1", None, 2)
        sheet.write_formula(1, 7, '="x"', None, "x")
        sheet.write(1, 8, "_x0041_ \x01")
        sheet.write(4, 2, "jauh")

    expected = [
        [cell_text(value) or None for value in row]
        for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    ]
    found = [[*row, *[None] * (10 - len(row))] for row in read(path)]

    assert found == [expected[0], expected[1], expected[4]]
    # The same by the parser: a comment is not of the plain way of writing.
    change(path, SHEET, b"<sheetData>", b"<sheetData><!-- x -->")
    assert [[*row, *[None] * (10 - len(row))] for row in read(path)] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="B3">', b'<c r="B3" cm="1">'),
        (b"<v>0.1</v>", b"<v>0.1<!-- x --></v>"),
        (b'<row r="3"', b'<row\n r="3"'),
        (b"<sheetData>", b"<sheetData >"),
        (b'encoding="UTF-8"', b'encoding="us-ascii"'),
    ],
)
def test_another_way_of_writing_is_read_alike(book: Path, old: bytes, new: bytes) -> None:
    """At the first row that is not plain the parser takes over, and no row is lost."""
    expected = read(book)
    change(book, SHEET, old, new)

    assert (
        read(book) == expected == [["Tracking ID", "Isi"], ["001", "a & b < c\nd"], ["12", "0.1"]]
    )


def test_a_prefix_of_names_is_read_alike(book: Path) -> None:
    """Some programs write every name with a prefix, and cells without their place."""
    change(
        book,
        SHEET,
        b"<sheetData>",
        b'<sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
    )
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[SHEET] = (
        b'<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t>'
        b"<x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row>"
        b"</x:sheetData></x:worksheet>"
    )
    write(book, parts)

    assert read(book) == [["a", None, "2"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A3"', b'r="ZZZ3"'),
        (b'<row r="3"', b'<row r="2"'),
        (b'<row r="3"', b'<row r="1048577"'),
        (b't="s"><v>0</v>', b't="s"><v>99</v>'),
        (b't="s"><v>0</v>', b't="s"><v>-1</v>'),
        (b"<v>0.1</v>", b"<v>&bomb;</v>"),
        (b"<v>0.1</v>", b"<v>&#xD800;</v>"),
        (b"<v>0.1</v>", b"<v>0.1"),
        (b"</worksheet>", b""),
    ],
)
def test_a_broken_sheet_is_refused(book: Path, old: bytes, new: bytes) -> None:
    """Places outside a sheet, rows out of order, unknown texts and cut parts are one line."""
    change(book, SHEET, old, new)

    assert refusal(book) == BROKEN


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]
)
def test_entities_are_refused(book: Path, part: str) -> None:
    """A document type, by which a few bytes become gigabytes, is not read at all."""
    bomb = b"?>\n<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
    change(book, part, b"?>", bomb)

    assert refusal(book) == BROKEN


def test_a_zip_bomb_is_refused(book: Path) -> None:
    """What shrinks to a thousandth is no sheet."""
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/a.bin", b"\x00" * (64 * 2**20))

    assert refusal(book) == (
        "would unpack to more than a table needs (64 MB). Save it anew as .xlsx in a spreadsheet "
        "program, in parts if it is large."
    )


def test_a_forged_size_costs_no_memory(book: Path) -> None:
    """A part that unpacks to more than it says is cut off there, and refused."""
    filler = b"<!--" + b"a" * (40 * 2**20) + b"-->"
    change(book, SHEET, b"</sheetData>", filler + b"</sheetData>")
    content = book.read_bytes()
    with zipfile.ZipFile(book) as package:
        size = package.getinfo(SHEET).file_size
    # In the directory at the end of the archive, after its own header.
    at = content.rfind(size.to_bytes(4, "little"))
    book.write_bytes(content[:at] + (5000).to_bytes(4, "little") + content[at + 4 :])

    assert refusal(book) == BROKEN


def test_thousands_of_parts_are_refused(book: Path) -> None:
    """A workbook has dozens of parts."""
    with zipfile.ZipFile(book, "a") as package:
        for number in range(10_001):
            package.writestr(f"a{number}", b"")

    assert refusal(book).startswith("would unpack to more than a table needs (10011 bagian).")


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(book: Path, part: str) -> None:
    """A workbook with macros is not opened, whatever its ending."""
    with zipfile.ZipFile(book, "a") as package:
        package.writestr(part, b"x")

    assert refusal(book) == "holds macros, which are never opened. Save it as .xlsx without macros."


def test_macros_in_an_old_workbook_are_refused(tmp_path: Path) -> None:
    """They stand in a storage of their own."""
    path = tmp_path / "x.xls"
    path.write_bytes(rename_storage(XLS.read_bytes(), "Root Entry", "_VBA_PROJECT_CUR"))

    assert refusal(path) == "holds macros, which are never opened. Save it as .xlsx without macros."


def test_a_password_is_asked_for_nowhere(tmp_path: Path) -> None:
    """A workbook under a password is refused; so is an .xlsx whose parts are encrypted."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(rename_storage(XLS.read_bytes(), "Workbook", "EncryptedPackage"))

    assert refusal(path) == "is protected by a password. Save it without one."


def rename_storage(content: bytes, old: str, new: str) -> bytes:
    name = old.encode("utf-16-le")
    at = content.rindex(name)
    entry = new.encode("utf-16-le").ljust(64, b"\x00") + (2 * len(new) + 2).to_bytes(2, "little")
    return content[:at] + entry + content[at + 66 :]


@pytest.mark.parametrize(
    ("part", "found"),
    [("word/document.xml", "dokumen Word"), ("a.txt", "berkas zip biasa")],
)
def test_another_package_is_refused(tmp_path: Path, part: str, found: str) -> None:
    """A Word document that was renamed is not a workbook."""
    path = tmp_path / "x.xlsx"
    write(path, {part: b"x"})

    assert refusal(path).startswith(f"its content is of another kind ({found}).")


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
def test_a_cut_workbook_is_refused(book: Path, tmp_path: Path, share: float) -> None:
    """A file of which the end is missing is one line."""
    for path in (book, XLS):
        content = path.read_bytes()
        cut = tmp_path / f"cut{path.suffix}"
        cut.write_bytes(content[: int(len(content) * share)])

        assert refusal(cut) == BROKEN


def test_one_far_cell_costs_nothing(tmp_path: Path) -> None:
    """A cell in the last corner of a sheet is one row more, not 17 thousand million cells."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, [1, 2])
        sheet.write(1_048_575, 16_383, "x")

    (chunk,) = open_tables(path)[0].chunks()

    assert chunk.cells.index.to_list() == [2, 1_048_576]
    assert chunk.faults.to_dict() == {1_048_576: "baris berisi 16384 sel, judulnya 2 kolom"}


def test_a_far_cell_of_an_old_workbook_is_refused(tmp_path: Path) -> None:
    """Its format could name column 65,535, for which a reader would take all memory."""
    content = XLS.read_bytes()
    path = tmp_path / "x.xls"
    record = (0x00FD).to_bytes(2, "little") + (10).to_bytes(2, "little")
    at = content.index(record + (11).to_bytes(2, "little") + (0).to_bytes(2, "little"))
    path.write_bytes(content[: at + 6] + b"\xff\xff" + content[at + 8 :])

    assert refusal(path) == BROKEN


def test_without_calamine_an_old_workbook_names_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only .xls needs python-calamine."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(OptionalDependencyError) as caught:
        open_tables(XLS)
    assert str(caught.value) == (
        "python-calamine is not installed. Run: pip install python-calamine"
    )


def test_a_panic_is_one_line(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture) -> None:
    """A panic of Rust is no Exception; it becomes a refusal, and its stack is not shown."""

    class PanicException(BaseException):
        pass

    class Book:
        @staticmethod
        def from_path(_: str) -> None:
            subprocess.run(["sh", "-c", "echo stack >&2"], check=True)
            raise PanicException

    monkeypatch.setattr("python_calamine.CalamineWorkbook", Book)

    assert refusal(XLS) == BROKEN
    assert capfd.readouterr().err == ""


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 8)), max_size=4
    ),
    name=st.sampled_from([SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", ""]),
)
def test_any_damage_is_read_or_refused(
    book: Path, edits: list[tuple[float, bytes, int]], name: str
) -> None:
    """Whatever byte is changed, in the file or in a part of it, no other failure reaches a user."""

    def damage(content: bytes) -> bytes:
        for share, new, n_gone in edits:
            at = int(share * len(content))
            content = content[:at] + new + content[at + n_gone :]
        return content

    path = book.with_name("damaged.xlsx")
    if name:
        with zipfile.ZipFile(book) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        write(path, parts | {name: damage(parts[name])})
    else:
        path.write_bytes(damage(book.read_bytes()))
    message = ""
    try:
        for table in open_tables(path):
            list(table.chunks())
    except LaporLabError as error:
        message = str(error)
    assert "\n" not in message


@pytest.mark.verify
@pytest.mark.parametrize("kind", ["shared", "inline", "csv"])
def test_a_large_file_is_read_in_little_memory(tmp_path: Path, kind: str) -> None:
    """200,000 rows of .xlsx, or a million of CSV, stay under 700 MB with pandas and pyarrow."""
    path = tmp_path / ("x.csv" if kind == "csv" else "x.xlsx")
    script = Path(__file__).parent / "large_file.py"
    subprocess.run([sys.executable, script, "write", kind, path], check=True)
    done = subprocess.run(
        [sys.executable, script, "read", kind, path], check=True, capture_output=True, text=True
    )
    n_rows, peak_mb = map(int, done.stdout.split())

    assert n_rows == (1_000_000 if kind == "csv" else 200_000)
    assert peak_mb < 700
