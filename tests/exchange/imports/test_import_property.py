"""Whatever happens to an export on its way, an import adds up or is refused in one line."""

import csv
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pandas as pd
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.cli.comparison_run import run_comparison
from lapor_lab.cli.screen import describe_error
from lapor_lab.errors import LaporLabError
from lapor_lab.exchange import (
    ImportOptions,
    ImportSummary,
    import_files,
    load_sample,
    new_log_folder,
    read_log_folder,
    read_recap_rows,
)
from lapor_lab.exchange.official_table import LAYOUTS, official_table, synthetic_preamble
from lapor_lab.report import import_to_folder, write_comparison
from lapor_lab.schema import ComplaintLog

KEY: Final = b"k" * 32
N_ROWS: Final = 12
ENCODINGS: Final = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class Formula:
    """A cell that a spreadsheet computes."""

    text: str


# What stands in cells of real exports, and what somebody may put there.
BLANKS: Final = (
    "", " ", "-", "\u2013", "\u00a0", "\u00a0 x\u00a0", "\u200b", "\u200e\u202edne", "\ufeff",
    "NaN", "nan", "inf", "-inf", "NA", "N/A", "null", "NULL", "None", "<NA>", "NaT", "#N/A",
    "#REF!", ".", "..", "/",
)  # fmt: skip
MARKS: Final = (
    '"', 'a "b" c', '""', "a,b", "a;b;c", "a\tb", "a\nb", "a\r\nb", "a\rb", "\r", "\x0b", "\x1c",
    "\u2028", "\x85", "\x00", "a\x00b", "\x01\x07", "_x0000_", "\\", "%s %(a)s {0} {a}",
    "[red]x[/red]", "> >", "&lt;&amp;", "{{ 7*7 }}", "<b>x</b><script>alert(1)</script>",
    r"{\rtf1\ansi x}", "\U0001f600", "e\u0301\u0301\u0301" * 40, "x" * 5_000, "a" * 33_000, "=1+1",
    "+1", "-1", "@a", "=cmd|' /C calc'!A0", Formula("=1+1"), Formula('="x"'), Formula("=1/0"),
)  # fmt: skip
NUMBERS: Final = (
    math.nan, math.inf, True, False, 45_075, 45_075.5, "45075", "45075.25", -1, 0, 1e300, -1e300,
    1e15, 2**63, "9" * 400, "1e999", "-5", "0.1", "1.234,5", "\u0663", "\u00b2", "5", "6", "4,0",
    "0",
)  # fmt: skip
DATES: Final = (
    "29 Mei 2023", "29/05/2023", "05/29/2023", "2023-05-29", "2023-05-29T10:11:12Z", "29-05-23",
    "2023-05-29T10:11:12+07:00", "29 May 2023 10:11", "Senin, 29 Mei 2023", "30 Feb 2023",
    "31/02/2023", "00/00/0000", "0000-00-00", "9999-12-31", "1 Jan 0001", "2300-01-01",
    "1677-09-21", "2262-04-12", "10000-01-01", "1 Jan 99999", "2023-05-29T10:11:12+99:99",
    "25:61:61", "24:00:00", "10:11:12", "10.11", date(2023, 5, 29),
    datetime(2023, 5, 29, 10, 11, 12), datetime(1900, 3, 1), datetime(9999, 12, 31),
)  # fmt: skip
WORDS: Final = (
    "Menunggu Wangsit", "Terdisposisi ke ", "Terdisposisi ke Dinas X", "Selesai",
    "DITUTUP OLEH SISTEM", "Ani Contoh", "Total", "Jumlah", "Tracking ID", "Rahasia",
    "Anonim|Rahasia", "A > B > C", "SIM-1", "L-0123456789abcdef", "Ya", "00" + "01010101010001",
    "a@example.com", "0812-0000-0000",
)  # fmt: skip
NASTY: Final[tuple[object, ...]] = (*BLANKS, *MARKS, *NUMBERS, *DATES, *WORDS)
CELLS: Final = st.sampled_from(NASTY) | st.text(max_size=20)
SHARES: Final = st.integers(0, 99)
OWN_COLUMNS: Final = {
    "case_id": "Nomor Surat",
    "submitted_at": "Tgl Terima",
    "institution": "Dinas Penerima",
    "status": "Keadaan",
    "text": "Uraian",
}
Row = list[object]


@dataclass(frozen=True, kw_only=True)
class Export:
    """A file before it is written."""

    layout: str
    rows: list[Row]
    kind: str
    ending: str
    preamble: tuple[str, ...]
    delimiter: str
    encoding: str
    n_sheets: int
    cut: int | None = None
    flips: tuple[tuple[int, int], ...] = ()


@cache
def usual_preamble() -> tuple[str, ...]:
    """Return what stands above the header of a made-up export."""
    return tuple(synthetic_preamble(load_sample()))


@cache
def base_tables() -> dict[str, list[Row]]:
    """Return a table of each layout, its header first."""
    sample = load_sample()
    cases = sample.cases.head(N_ROWS)
    log = ComplaintLog(cases=cases, events=None, as_of=sample.as_of)
    frames = {str(layout): official_table(log, layout) for layout in LAYOUTS}
    frames["lapor-lab"] = cases
    frames["rekap"] = pd.DataFrame(
        {"Instansi": [f"Kota {n}" for n in range(N_ROWS)], "Masuk": 10, "Selesai": 5, "Proses": 3,
         "Belum": 2}
    )  # fmt: skip
    frames["pembilang"] = pd.DataFrame(
        {"Institution": [f"Kota {n}" for n in range(N_ROWS)], "Numerator": 4, "Denominator": 9}
    )
    submitted = cases["submitted_at"]
    frames["311"] = pd.DataFrame(
        {"Unique Key": range(N_ROWS), "Created Date": submitted.dt.strftime("%m/%d/%Y %I:%M:%S %p"),
         "Closed Date": submitted.dt.strftime("%m/%d/%Y 11:59:59 PM"), "Agency": "A",
         "Complaint Type": "Noise", "Status": "Closed"}
    )  # fmt: skip
    frames["sendiri"] = pd.DataFrame(
        {"Nomor Surat": [f"S-{n}" for n in range(N_ROWS)], "Tgl Terima": submitted.dt.date,
         "Dinas Penerima": cases["institution"], "Keadaan": "selesai", "Uraian": cases["text"]}
    )  # fmt: skip
    frames["kejadian"] = pd.DataFrame(
        {"case:concept:name": [n // 2 for n in range(N_ROWS)], "concept:name": "x",
         "time:timestamp": submitted, "org:resource": "Ani Contoh"}
    )  # fmt: skip
    return {
        name: [list(f.columns), *f.astype("string").fillna("").to_numpy().tolist()]
        for name, f in frames.items()
    }


# What is done to one row, with a place in it and a cell: the rows that come of it.
ROW_EDITS: Final[dict[str, Callable[[Row, int, object], list[Row]]]] = {
    "change cell": lambda row, at, cell: [[*row[:at], cell, *row[at + 1 :]]],
    "slip right": lambda row, at, cell: [[*row[:at], cell, *row[at:]]],
    "cut": lambda row, at, _: [row[:at]],
    "lose": lambda *_: [],
    "double": lambda row, *_: [row, row],
    "blank": lambda row, *_: [row, [""] * len(row)],
}
# What is done to every row alike.
COLUMN_EDITS: Final[dict[str, Callable[[Row, int], Row]]] = {
    "lose column": lambda row, at: row[:at] + row[at + 1 :],
    "double column": lambda row, at: row[: at + 1] + row[at:],
    "move column": lambda row, at: row[:at] + row[at + 1 :] + row[at : at + 1],
}
VERBS: Final = (
    *("fill column", "move row", "double header"),
    *["change cell"] * 4,
    *ROW_EDITS,
    *COLUMN_EDITS,
)
EDITS: Final = st.tuples(st.sampled_from(VERBS), st.tuples(SHARES, SHARES), CELLS)


def edited(rows: list[Row], verb: str, place: tuple[int, int], cell: object) -> list[Row]:
    """Return a table to which one thing was done; `place` is per cent of its size."""
    if not rows:
        return rows
    r, c = place[0] * len(rows) // 100, place[1] * len(rows[0]) // 100
    if verb in ROW_EDITS:
        return rows[:r] + ROW_EDITS[verb](rows[r], c, cell) + rows[r + 1 :]
    if verb in COLUMN_EDITS:
        return [COLUMN_EDITS[verb](row, c) for row in rows]
    if verb == "fill column":
        return rows[:1] + [[*row[:c], cell, *row[c + 1 :]] for row in rows[1:]]
    if verb == "double header":
        return rows[:r] + rows[:1] + rows[r:]
    return rows[:r] + rows[r + 1 :] + rows[r : r + 1]


@st.composite
def exports(draw: st.DrawFn) -> Export:
    """Make up an export and do things to it."""
    layout = draw(st.sampled_from(sorted(base_tables())))
    header, *body = base_tables()[layout]
    start = draw(st.integers(0, 4))
    rows = [header, *body[start : start + draw(st.integers(1, 8))]]
    for edit in draw(st.lists(EDITS, max_size=6)):
        rows = edited(rows, *edit)
    preamble: tuple[str, ...] = draw(st.sampled_from([(), usual_preamble()]))
    if draw(st.integers(0, 3)) == 3:
        preamble = tuple(map(str, draw(st.lists(CELLS, max_size=30))))
    kind = draw(st.sampled_from(["xlsx", "csv"]))
    export = Export(
        layout=layout,
        rows=rows,
        kind=kind,
        ending=kind,
        preamble=preamble,
        delimiter=draw(st.sampled_from(",;\t")),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])),
        n_sheets=draw(st.sampled_from([1, 1, 2, 3])),
    )
    return damaged(draw, export) if draw(st.integers(0, 7)) == 7 else export


def damaged(draw: st.DrawFn, export: Export) -> Export:
    """Return an export that will be cut, changed or named wrongly."""
    return replace(
        export,
        encoding=draw(st.sampled_from([export.encoding, "utf-16-le", "utf-16-be"])),
        ending=draw(st.sampled_from([export.kind, export.kind, "csv", "xlsx", "xls", "dat"])),
        cut=draw(st.none() | SHARES),
        flips=tuple(draw(st.lists(st.tuples(SHARES, st.integers(1, 255)), max_size=3))),
    )


def write_export(export: Export, path: Path) -> None:
    """Write an export as a file, and damage the file."""
    rows: list[Row] = [[line] for line in export.preamble] + export.rows
    if export.kind == "xlsx":
        write_workbook(path, rows, export.n_sheets)
    else:
        with path.open("w", encoding=export.encoding, errors="replace", newline="") as stream:
            texts = [[c.text if isinstance(c, Formula) else str(c) for c in row] for row in rows]
            csv.writer(stream, delimiter=export.delimiter).writerows(texts)
    content = bytearray(path.read_bytes())
    for share, change in export.flips if content else ():
        content[share * len(content) // 100] ^= change
    if export.cut is not None:
        del content[export.cut * len(content) // 100 :]
    path.write_bytes(content)


def write_workbook(path: Path, rows: list[Row], n_sheets: int) -> None:
    """Write sheets that hold the same."""
    options = {"strings_to_urls": False, "in_memory": True, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(path, options) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for sheet in [book.add_worksheet() for _ in range(n_sheets)]:
            for number, row in enumerate(rows):
                for at, cell in enumerate(row):
                    if isinstance(cell, Formula):
                        sheet.write_formula(number, at, cell.text, None, "x")
                    elif isinstance(cell, str):
                        sheet.write_string(number, at, cell)
                    else:
                        sheet.write(number, at, cell, day if isinstance(cell, date) else None)


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """Files and what the user says of them."""

    exports: tuple[Export, ...]
    dates: tuple[str, ...]
    is_dated: bool
    zone: str


def fit_together(files: list[Export]) -> tuple[Export, ...]:
    """Return an event log alone, files of one's own layout together, and others together."""
    logs = [export for export in files if export.layout == "kejadian"]
    own = [export for export in files if export.layout == "sendiri"]
    return tuple(logs[:1] or own or files)


ATTEMPTS: Final = st.builds(
    Attempt,
    exports=st.lists(exports(), min_size=1, max_size=3).map(fit_together),
    dates=st.tuples(*[st.sampled_from(["2022-06-30", "2022-08-15", "2023-01-01"])] * 3),
    is_dated=st.booleans(),
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Jayapura"]),
)


def hold(attempt: Attempt, *, with_report: bool) -> bool:
    """Import an attempt and check what must hold; return whether it succeeded."""
    with TemporaryDirectory() as name:
        paths = []
        for number, export in enumerate(attempt.exports):
            path = Path(name) / f"berkas{number}.{export.ending}"
            write_export(export, path)
            paths.append(path)
        out = Path(name) / "hasil" / "impor"
        dates = {p.name: pd.Timestamp(d) for p, d in zip(paths, attempt.dates, strict=False)}
        options = ImportOptions(key=KEY, zone=attempt.zone, as_of=dates if attempt.is_dated else {})
        try:
            summary = bring_in(paths, out, options, with_report=with_report)
        except LaporLabError as error:
            for told in (str(error), describe_error(error)):
                assert len(told.splitlines()) == 1
                assert len(told) < 1_000
            assert not out.parent.exists() or list(out.parent.iterdir()) == []
            return False
        check_result(summary, out, with_report=with_report)
        if with_report:
            check_comparison(out)
        return True


def bring_in(
    paths: list[Path], out: Path, options: ImportOptions, *, with_report: bool
) -> ImportSummary:
    """Import whole or not at all."""
    if with_report:
        return import_to_folder(paths, out, options=options)
    with new_log_folder(out) as staging:
        return import_files(paths, staging, options=options)


def check_comparison(out: Path) -> None:
    """What was imported can be compared, whatever it is."""
    log = read_log_folder(out)
    comparison = run_comparison(
        log,
        by="institution",
        calendar=load_calendar(),
        limits=load_limits(),
        recap=read_recap_rows(out),
    )
    for ending in ("html", "csv", "json"):
        write_comparison(comparison, out.parent / f"perbandingan.{ending}")


def check_result(summary: ImportSummary, out: Path, *, with_report: bool) -> None:
    """Rows add up, on paper and on disk, and nothing else lies there."""
    assert summary.n_rows == summary.n_accepted + summary.n_quarantined
    for file in summary.files:
        assert file.n_rows == file.n_accepted + file.n_quarantined
        assert min(file.n_accepted, file.n_quarantined, file.n_snapshots) >= 0
    with (out / "quarantine.csv").open(encoding="utf-8-sig", newline="") as stream:
        header, *kept = csv.reader(stream)
    assert len(kept) == summary.n_quarantined == sum(summary.quarantine_reasons.values())
    assert {len(row) for row in kept} <= {len(header)}
    assert all(row[header.index("reason")] for row in kept)
    n_on_disk = {
        table: sum(pq.read_metadata(part).num_rows for part in (out / table).glob("*.parquet"))
        for table in ("cases", "events", "recap", "snapshots")
    }
    assert n_on_disk["cases"] == summary.n_cases
    assert n_on_disk["recap"] == summary.n_recap_rows
    if n_on_disk["events"]:
        assert n_on_disk["events"] == summary.n_accepted
    else:
        told = summary.n_cases + summary.n_snapshots + summary.n_recap_rows
        assert told == summary.n_accepted
        assert n_on_disk["snapshots"] <= summary.n_snapshots
    assert sum(summary.statuses.values()) == summary.n_cases
    log = read_log_folder(out)
    assert len(log.cases) + summary.n_after_as_of == summary.n_cases
    assert log.cases["case_id"].is_unique
    assert log.cases["case_id"].str.fullmatch(r"L-[0-9a-f]{16}|SIM-.+", flags=16).all()
    assert (log.cases["submitted_at"] < log.as_of).all()
    report = {"import.json", "impor.html"} if with_report else set()
    tables = {table for table, n in n_on_disk.items() if n} | {"cases"}
    found = {item.name for item in out.iterdir()}
    assert found == {"manifest.json", "quarantine.csv"} | report | tables
    assert [item.name for item in out.parent.iterdir()] == [out.name]


RULES: Final = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@settings(RULES, max_examples=50, derandomize=True)
@given(ATTEMPTS)
def test_an_import_adds_up_or_is_refused(attempt: Attempt) -> None:
    """Any layout, kind of file and damage: one log that adds up, or one line and no folder."""
    hold(attempt, with_report=False)


@settings(RULES, max_examples=8, derandomize=True)
@given(ATTEMPTS)
def test_an_import_is_told_or_refused(attempt: Attempt) -> None:
    """The report and a comparison are written of whatever came in, or there is no folder."""
    hold(attempt, with_report=True)


@pytest.mark.verify
@settings(RULES, max_examples=2_000)
@given(ATTEMPTS)
def test_two_thousand_imports_add_up_or_are_refused(attempt: Attempt) -> None:
    """The same, of many more files than one would make up by hand."""
    hold(attempt, with_report=False)


@pytest.mark.verify
@settings(RULES, max_examples=150)
@given(ATTEMPTS)
def test_many_imports_are_told_or_refused(attempt: Attempt) -> None:
    """The same for the report."""
    hold(attempt, with_report=True)
