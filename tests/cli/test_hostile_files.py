"""Files that would exhaust or deceive a reader: through the command line, each is one line."""

import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

OLD_WORKBOOK = Path(__file__).parents[1] / "data" / "ekspor_17_kolom.xls"
SHEET = "xl/worksheets/sheet1.xml"
HEADER = "Tracking ID,Tanggal Laporan Masuk,Instansi Induk,Isi Laporan Awal"
MEGABYTE = 2**20
MOST_MEMORY_MB = 700
MOST_SECONDS = 30
# One process for all: starting one takes longer than the refusal.
SCRIPT = """
import contextlib, io, json, re, sys, time
from pathlib import Path
from lapor_lab.cli.app import main
for path in sys.argv[2:]:
    out, err = io.StringIO(), io.StringIO()
    begun = time.perf_counter()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(["import", path, "--out", sys.argv[1]])
        except SystemExit as end:
            code = end.code
    # Not the resource module's: that begins with the memory of whoever started the process.
    status = Path("/proc/self/status").read_text()
    peak_mb = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024
    told = {"code": code, "out": out.getvalue(), "err": err.getvalue(), "peak_mb": peak_mb,
            "seconds": time.perf_counter() - begun}
    print(json.dumps(told), flush=True)
"""


@dataclass(frozen=True)
class Refusal:
    """What a command said of one file, and what that took."""

    code: int
    out: str
    err: str
    peak_mb: int
    seconds: float


def workbook(path: Path) -> Path:
    """Write a workbook of one report."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER.split(","))
        sheet.write_row(1, 0, ["9000001", "2 Jan 2024", "Kota Contoh", "isi laporan"])
    return path


def add_part(path: Path, name: str, content: bytes, n_times: int = 1) -> None:
    """Add a part to a workbook, its content many times over."""
    with (
        zipfile.ZipFile(workbook(path), "a", zipfile.ZIP_DEFLATED) as package,
        package.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(n_times):
            part.write(content)


def change_part(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Write other bytes into a part of a workbook."""
    with zipfile.ZipFile(workbook(path)) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)


def rename_storage(path: Path, old: str, new: str) -> None:
    """Give a storage of an old workbook another name."""
    content = OLD_WORKBOOK.read_bytes()
    at = content.rindex(old.encode("utf-16-le"))
    name = new.encode("utf-16-le").ljust(64, b"\x00") + (2 * len(new) + 2).to_bytes(2, "little")
    path.write_bytes(content[:at] + name + content[at + len(name) :])


def packed(path: Path, start: bytes, n_megabytes: int) -> None:
    """Write much of nothing as little."""
    with gzip.open(path, "wb", compresslevel=1) as stream:
        stream.write(start)
        for _ in range(n_megabytes):
            stream.write(b" " * MEGABYTE)


def long_line(path: Path, n_megabytes: int) -> None:
    """Write a table whose second line does not end."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEADER + "\n")
        for _ in range(n_megabytes):
            stream.write("1,2," * (MEGABYTE // 4))


def repeated_text(path: Path) -> None:
    """Write few bytes that are gigabytes of text: one long cell, said to stand everywhere."""
    names = HEADER.split(",")
    text = pa.DictionaryArray.from_arrays(pa.array([0] * 10_000, pa.int32()), ["x" * 30_000])
    pq.write_table(pa.table(dict.fromkeys(names, text)), path)


BOMB = b"?>\n<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "bom.xlsx": (
        lambda p: add_part(p, "xl/media/a.bin", b"\x00" * MEGABYTE, 500),
        "bila dibuka menjadi jauh lebih besar",
    ),
    "lembar.xlsx": (
        lambda p: change_part(p, SHEET, b"<sheetData>", b"<sheetData>" + b" " * 100 * MEGABYTE),
        "bila dibuka menjadi jauh lebih besar",
    ),
    "entitas.xlsx": (lambda p: change_part(p, SHEET, b"?>", BOMB), "rusak"),
    "makro.xlsx": (lambda p: add_part(p, "xl/vbaProject.bin", b"x"), "makro"),
    "makro_lama.xls": (lambda p: rename_storage(p, "Root Entry", "_VBA_PROJECT_CUR"), "makro"),
    "sandi.xlsx": (lambda p: rename_storage(p, "Workbook", "EncryptedPackage"), "kata sandi"),
    "dokumen.xlsx": (lambda p: p.write_bytes(b"%PDF-1.7\n" + b"x" * 500), "PDF"),
    "halaman.xls": (
        lambda p: p.write_text("<html><table><tr><td>Tracking ID</td></tr></table></html>"),
        "HTML",
    ),
    "teks.xlsx": (lambda p: p.write_text(HEADER), "teks"),
    "biner.csv": (lambda p: p.write_bytes(b"\x7fELF" + b"\x00" * 500), "biner"),
    "sel.csv": (
        lambda p: p.write_text(f"{HEADER}\n1,2 Jan 2024,Kota,{'x' * MEGABYTE}\n"),
        "isi sel lebih dari 32767 huruf",
    ),
    "sel.xlsx": (
        lambda p: change_part(p, "xl/sharedStrings.xml", b"isi laporan", b"x" * MEGABYTE),
        "isi sel lebih dari 32767 huruf",
    ),
    "kutip.csv": (
        lambda p: p.write_text(f'{HEADER}\n1,2 Jan 2024,"Kota,' + "x\n" * 5 * MEGABYTE),
        "isi sel lebih dari 32767 huruf",
    ),
    "baris.csv": (lambda p: long_line(p, 60), "baris 2"),
    "lebar.csv": (
        lambda p: p.write_text(",".join(f"k{n}" for n in range(20_000)) + "\n" + "1," * 20_000),
        "20000 kolom",
    ),
    "kejadian.xes.gz": (
        lambda p: packed(p, b"<?xml version='1.0'?><log>", 500),
        "kejadian.xes.gz",
    ),
    "kejadian.xes": (
        lambda p: p.write_bytes(b"<?xml version='1.0'" + BOMB + b"<log>&c;</log>"),
        "kejadian.xes",
    ),
    "teks.parquet": (repeated_text, "tidak memuat waktu"),
}


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Refusal]:
    """Run the command on every file, in one process."""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is told by /proc alone")
    folder = tmp_path_factory.mktemp("jahat")
    paths = [folder / name for name in FILES]
    for path in paths:
        FILES[path.name][0](path)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, folder / "impor", *paths],
        capture_output=True,
        text=True,
        env={"LAPOR_LAB_HOME": str(folder / "rumah"), "PATH": ""},
        check=False,
        timeout=len(paths) * MOST_SECONDS,
    )
    # What a library writes past Python would stand here.
    assert done.stderr == ""
    told = [Refusal(**json.loads(line)) for line in done.stdout.splitlines()]
    assert len(told) == len(paths), done.returncode
    assert not (folder / "impor").exists()
    return dict(zip(FILES, told, strict=True))


@pytest.mark.parametrize("name", list(FILES))
def test_a_hostile_file_is_one_line(refusals: dict[str, Refusal], name: str) -> None:
    """Exit 1, one line on standard error that names the file and the fault, in little time."""
    refusal = refusals[name]
    assert (refusal.code, refusal.out) == (1, "")
    assert refusal.err.count("\n") == 1
    assert refusal.err.endswith("\n")
    assert name in refusal.err
    assert FILES[name][1] in refusal.err
    assert "tidak terduga" not in refusal.err
    assert len(refusal.err) < 500
    assert refusal.seconds < MOST_SECONDS


def test_no_hostile_file_takes_much_memory(refusals: dict[str, Refusal]) -> None:
    """The most that any of them took, libraries and all."""
    assert max(refusal.peak_mb for refusal in refusals.values()) < MOST_MEMORY_MB
