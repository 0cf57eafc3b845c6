"""Eighty files in four layouts: one command, one comparison."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from lapor_lab.exchange import load_sample, official_table, synthetic_preamble
from lapor_lab.exchange.official_table import LAYOUTS
from lapor_lab.schema import ComplaintLog

N_FILES = 80
N_ROWS = 500
MOST_CPU_SECONDS = 120


def write_files(folder: Path) -> None:
    """Write eighty invented exports, a regency each, every fourth of one layout."""
    sample = load_sample()
    for number in range(N_FILES):
        layout = list(LAYOUTS)[number % len(LAYOUTS)]
        cases = sample.cases.head(N_ROWS).assign(institution=f"Kabupaten Contoh {number:02d}")
        log = ComplaintLog(cases=cases, events=None, as_of=sample.as_of)
        table = official_table(log, layout, first_number=1_000_001 + number * N_ROWS)
        preamble = synthetic_preamble(log)
        if number % 2:
            with xlsxwriter.Workbook(folder / f"{number:02d}.xlsx") as book:
                sheet = book.add_worksheet("Laporan")
                rows = [[cell] for cell in preamble] + [list(table.columns)]
                for place, row in enumerate([*rows, *table.to_numpy().tolist()]):
                    sheet.write_row(place, 0, row)
        else:
            path = folder / f"{number:02d}.csv"
            path.write_text("\n".join(preamble) + "\n", encoding="utf-8")
            table.to_csv(path, mode="a", index=False, sep=";" if number % 4 else ",")


@pytest.mark.verify
def test_eighty_files_in_four_layouts_take_less_than_two_minutes(tmp_path: Path) -> None:
    """One command brings all 40,000 reports in, one compares; both together stay below 120 s."""
    folder, out = tmp_path / "ekspor", tmp_path / "impor"
    folder.mkdir()
    write_files(folder)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for words in (["import", folder, "--out", out], ["compare", out, "--out", tmp_path / "p.json"]):
        done = subprocess.run(
            [sys.executable, "-c", "from lapor_lab.cli.app import main; main()", *map(str, words)],
            env={**os.environ, "LAPOR_LAB_HOME": str(tmp_path / "rumah")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    facts = json.loads((out / "import.json").read_text("utf-8"))
    assert facts["n_rows"] == facts["n_accepted"] == N_FILES * N_ROWS
    assert len(facts["files"]) == N_FILES
    estimates = json.loads((tmp_path / "p.json").read_text("utf-8"))["estimates"]
    names = {row["institution"] for row in estimates if row["institution"].startswith("Kabupaten")}
    assert len(names) == N_FILES
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < MOST_CPU_SECONDS
