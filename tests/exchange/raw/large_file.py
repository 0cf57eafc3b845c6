"""Write a large file of made-up reports, or read one and print rows and peak memory (MB)."""

import csv
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from lapor_lab.exchange.raw.table_source import open_tables

N_ROWS = {"shared": 200_000, "inline": 200_000, "csv": 1_000_000}


def rows(n_rows: int) -> Iterator[list[str]]:
    """Make up rows of 26 cells, two of them texts of about 350 characters."""
    rng = random.Random(1)  # noqa: S311 - words, no secrets
    words = ["".join(rng.choices("aeikmnrstu", k=rng.randint(3, 9))) for _ in range(2000)]
    yield ["Tracking ID", *[f"Kolom {i}" for i in range(25)]]
    for number in range(n_rows):
        text = " ".join(rng.choices(words, k=50))
        yield [f"{number:08d}", *words[number % 1900 :][:22], text, f"{text} é", str(number)]


def write_file(kind: str, path: str) -> None:
    """Write the file."""
    if kind == "csv":
        with Path(path).open("w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file, delimiter=";").writerows(rows(N_ROWS[kind]))
        return
    with xlsxwriter.Workbook(path, {"constant_memory": kind == "inline"}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows(N_ROWS[kind])):
            sheet.write_row(number, 0, cells)


def read_file(path: str) -> None:
    """Read it chunk by chunk."""
    n_rows = sum(len(chunk.cells) for table in open_tables(Path(path)) for chunk in table.chunks())
    # Not the resource module's: that begins with the memory of whoever started the process.
    status = Path("/proc/self/status").read_text("utf-8")
    peak_mb = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024
    sys.stdout.write(f"{n_rows} {peak_mb}\n")


if __name__ == "__main__":
    verb, kind, path = sys.argv[1:]
    write_file(kind, path) if verb == "write" else read_file(path)
