"""Workbooks that strangers made."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lapor_lab.errors import LaporLabError
from lapor_lab.exchange.raw.table_source import open_tables

XLS = Path(__file__).parents[2] / "data/ekspor_17_kolom.xls"
BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."
SHEET = "xl/worksheets/sheet1.xml"


def write(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_macros_are_refused(book: Path, part: str, refusal: Callable[[Path], str]) -> None:
    """A workbook with macros is not opened, whatever its ending."""
    with zipfile.ZipFile(book, "a") as package:
        package.writestr(part, b"x")

    assert (
        refusal(book) == ": holds macros, which are never opened. Save it as .xlsx without macros."
    )


@pytest.mark.parametrize(
    ("part", "found"),
    [("word/document.xml", "dokumen Word"), ("a.txt", "berkas zip biasa")],
)
def test_another_package_is_refused(
    tmp_path: Path, part: str, found: str, refusal: Callable[[Path], str]
) -> None:
    """A Word document that was renamed is not a workbook."""
    path = tmp_path / "x.xlsx"
    write(path, {part: b"x"})

    assert refusal(path).startswith(f": its content is of another kind ({found}).")


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
def test_a_cut_workbook_is_refused(
    book: Path, tmp_path: Path, share: float, refusal: Callable[[Path], str]
) -> None:
    """A file of which the end is missing is one line."""
    for path in (book, XLS):
        content = path.read_bytes()
        cut = tmp_path / f"cut{path.suffix}"
        cut.write_bytes(content[: int(len(content) * share)])

        assert refusal(cut) == BROKEN


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
@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak as Linux tells it")
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
