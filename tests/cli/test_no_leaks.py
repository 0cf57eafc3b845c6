"""What a file tells of persons stands in no output but the quarantine, whatever is run on it."""

import base64
import csv
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import xlsxwriter

from lapor_lab.cli.screen import describe_error
from lapor_lab.errors import LaporLabError
from lapor_lab.exchange import ImportOptions, read_log, write_masked_copy
from lapor_lab.exchange.official_table import LAYOUTS
from lapor_lab.report import import_to_folder
from lapor_lab.schema import CASES

Run = Callable[..., Any]
Row = dict[str, str]

NAME = "Zulkarnaen Wirapustaka"
NIK = "00" + "71042212990003"
PHONE = "0812-0000-4471"
MAIL = "zulwira@example.com"
CONFIDENTIAL = "intan biduri"
NUMBERS = [str(9_165_816 + n) for n in range(60)]
PLANTED = [
    *NAME.split(), NIK, PHONE, PHONE.replace("-", ""), MAIL, CONFIDENTIAL, *NUMBERS,
]  # fmt: skip
COLUMNS = list(LAYOUTS["26 kolom"])
TEXT = f"Lampu mati. Nama saya {NAME}, NIK {NIK}, surel {MAIL}, hp {PHONE}. Salam, {NAME}"
PLACES = ["jembatan", "pasar", "sekolah", "terminal", "puskesmas", "lapangan", "jalan"]
SETWAPRES = "Laporan yang Masuk melalui Kanal Aduan Setwapres"
KIND = "Tipe Laporan (Anonim/Rahasia)"
PICTURE = re.compile(r"base64,([A-Za-z0-9+/=]+)")
HIDDEN = {"Judul Laporan": CONFIDENTIAL, "Isi Laporan Awal": CONFIDENTIAL,
          "Isi Laporan Akhir": CONFIDENTIAL, KIND: "Rahasia"}  # fmt: skip
# Where a cell holds what it should not: the row is accepted, and the cell masked or left out.
MISPLACED: list[Row] = [
    {"Status Laporan": f"Menunggu telepon {PHONE} NIK {NIK}"},
    {"Status Laporan": f"Terdisposisi ke Bapak {NAME} {MAIL}"},
    {"Alasan Tunda/Arsip": f"Sudah dihubungi {PHONE}, {NAME}"},
    {"Kategori": f"NIK {NIK} surel {MAIL}"},
    {"Instansi Induk": f"Bapak {NAME} {PHONE}"},
    {"Instansi Terdisposisi": f"Ibu {NAME}"},
    {"Provinsi": MAIL, "Kota/Kabupaten": PHONE, "Kecamatan": NAME},
    {"Sumber Laporan": PHONE.replace("-", "")},
    {"Sumber Laporan": f"surel {MAIL}"},
    {"Klasifikasi Laporan": NAME},
    {"Nomor SK": NIK, "Url SK": f"https://contoh.example/{NIK}?hp={PHONE}"},
    HIDDEN,
    {**HIDDEN, KIND: "Anonim|Rahasia"},
]
# These rows go to quarantine.
UNUSABLE: list[Row] = [
    {SETWAPRES: NIK},
    {"Rating": PHONE},
    {KIND: NAME},
    {"Tanggal Laporan Masuk": NAME},
    {"Tracking ID": ""},
    {"Tracking ID": NUMBERS[0]},
    {"Tanggal Laporan Masuk": f"1 Jan 2035 {NAME}"},
]


def row(number: int, **_: object) -> Row:
    """Return a report that tells of its reporter wherever reporters do."""
    return dict.fromkeys(COLUMNS, "") | {
        "Tracking ID": NUMBERS[number],
        "Tanggal Laporan Masuk": f"{number % 27 + 1} Jan 2024",
        "Waktu Laporan Masuk": "10:11:12",
        "Nama Pelapor": NAME,
        "Klasifikasi Laporan": "Aspirasi",
        "Kategori": ["Kesehatan", "Politik dan Hukum"][number % 2],
        "Judul Laporan": f"Lampu mati, hubungi {PHONE}",
        "Isi Laporan Awal": f"{PLACES[number % 7]} {PLACES[number % 5]}. {TEXT}",
        "Isi Laporan Akhir": TEXT,
        "Sumber Laporan": "Website",
        "Instansi Induk": ["Kota Contoh", "Kabupaten Contoh"][number % 2],
        "Instansi Terdisposisi": "Dinas Contoh",
        "Status Laporan": ["Terverifikasi", "Ditutup oleh Sistem"][number % 2],
        SETWAPRES: "Ya",
    }


def slipped(number: int, at: int, changes: Row) -> list[str]:
    """Return the cells of a row that stand one column too far to the right from `at` on."""
    told = row(number) | {"Isi Laporan Akhir": "", SETWAPRES: "", "Waktu Laporan Masuk": ""}
    cells = list((told | changes).values())
    return [*cells[:at], "", *cells[at:-1]]


def table() -> list[list[str]]:
    """Return reports of all kinds below their header."""
    plain = [row(n) for n in range(24)]
    others = [row(24 + n) | change for n, change in enumerate([*MISPLACED, *UNUSABLE])]
    n_told = len(plain) + len(others)
    hidden = {name: HIDDEN[name] for name in ("Judul Laporan", "Isi Laporan Awal", KIND)}
    shifts = [
        slipped(n_told + n, at, hidden if n % 2 else {})
        for n, at in enumerate(range(2, COLUMNS.index("Sumber Laporan")))
    ]
    return [COLUMNS, *(list(r.values()) for r in [*plain, *others]), *shifts]


def write(path: Path, rows: list[list[str]]) -> Path:
    """Write rows as CSV or as a workbook, by the ending."""
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
            sheet = book.add_worksheet()
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, [cell or None for cell in cells])
    else:
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the key out of the user's own folder."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))


def texts_of(path: Path) -> Iterator[str]:
    """Give all that can be read in a file, packed or coded as it may be."""
    content = path.read_bytes()
    text = content.decode("utf-8", "replace")
    yield text
    for picture in PICTURE.findall(text):
        yield base64.b64decode(picture).decode("utf-8", "replace")
    if path.suffix == ".parquet":
        frame = pd.read_parquet(path)
        yield frame.astype("string").to_csv()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield package.read(name).decode("utf-8", "replace")


def check(where: str, text: str) -> None:
    """Refuse a text that holds anything planted, in capitals or small letters."""
    small = text.casefold()
    assert [planted for planted in PLANTED if planted.casefold() in small] == [], where


def check_run(run: Run, *words: object, code: int = 0, outputs: tuple[Path, ...] = ()) -> None:
    """Run a command; neither its screen nor its outputs tell anything."""
    answer = run(*words)
    assert answer.code == code, answer.err
    check("stdout", answer.out)
    check("stderr", answer.err)
    for output in outputs:
        for path in [output, *output.rglob("*")]:
            if path.is_dir() or path.name == "quarantine.csv" or not path.exists():
                continue
            check(path.name, path.name)
            for text in texts_of(path):
                check(path.name, text)


def test_what_is_planted_is_found_wherever_it_stands(tmp_path: Path) -> None:
    """The search itself: columns of Parquet, members of a package, pictures, capitals."""
    coded = base64.b64encode(NAME.upper().encode()).decode()
    (tmp_path / "a.html").write_text(f'<img src="data:image/svg+xml;base64,{coded}">')
    pd.DataFrame({"a": pd.Categorical([NAME, "x"])}).to_parquet(tmp_path / "a.parquet")
    write(tmp_path / "a.xlsx", [[NAME]])
    (tmp_path / "a.json").write_text(NUMBERS[3])
    for path in tmp_path.iterdir():
        with pytest.raises(AssertionError, match=path.name):
            check(path.name, "".join(texts_of(path)))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the export as CSV."""
    return write(tmp_path / "ekspor.csv", table())


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_import_tells_nobody(run: Run, tmp_path: Path, ending: str) -> None:
    """Cases, report and screen are clean; the quarantine holds its rows as they were."""
    source = write(tmp_path / f"ekspor.{ending}", table())
    out = tmp_path / "impor"
    check_run(run, "import", source, "--out", out, "--as-of", "2024-03-01", outputs=(out,))
    kept = (out / "quarantine.csv").read_text("utf-8-sig")
    assert NAME in kept
    quarantine = pd.read_csv(out / "quarantine.csv", dtype="str")
    n_shifted = COLUMNS.index("Sumber Laporan") - 2
    assert len(quarantine) >= len(UNUSABLE) + n_shifted // 2
    cases = pd.concat([pd.read_parquet(path) for path in (out / "cases").glob("*.parquet")])
    assert len(cases) + len(quarantine) == len(table()) - 1
    assert cases["text"].str.contains("[NAMA]", regex=False).any()


@pytest.mark.parametrize(
    "kinds", [["text"], pytest.param(["time", "count", "flag"], marks=pytest.mark.verify)]
)
def test_what_was_imported_tells_nobody_by_any_column(
    run: Run, source: Path, tmp_path: Path, kinds: list[str]
) -> None:
    """Grouped by whatever stands in the cases."""
    out = tmp_path / "impor"
    run("import", source, "--out", out, "--as-of", "2024-03-01")
    columns = pd.read_parquet(next((out / "cases").glob("*.parquet"))).columns
    for column in [c.name for c in CASES if c.name in columns and c.kind in kinds]:
        made = tmp_path / f"{column}.json"
        check_run(run, "compare", out, "--by", column, "--out", made, outputs=(made,))


def test_what_was_imported_is_compared_and_sorted_without_telling(
    run: Run, source: Path, tmp_path: Path
) -> None:
    """Every kind of page is clean; and Setwapres is in none unless asked for."""
    out, page = tmp_path / "impor", tmp_path / "topik.html"
    run("import", source, "--out", out, "--as-of", "2024-03-01")
    for ending in ("html", "csv", "json"):
        made = tmp_path / f"banding.{ending}"
        check_run(run, "compare", out, "--out", made, outputs=(made,))
        assert "setwapres" not in made.read_text("utf-8").casefold()
    check_run(run, "topics", out, "--out", page, outputs=(page,))


@pytest.mark.parametrize("ending", ["html", "csv", "json"])
def test_a_raw_export_is_compared_without_telling(
    run: Run, source: Path, tmp_path: Path, ending: str
) -> None:
    """The same from the file itself; its quarantine stands apart."""
    made = tmp_path / f"banding.{ending}"
    check_run(run, "compare", source, "--out", made, outputs=(made,))
    assert "setwapres" not in made.read_text("utf-8").casefold()
    assert NAME in (tmp_path / "banding.karantina.csv").read_text("utf-8-sig")


OWN = ["case_id", "submitted_at", "institution", "topic", "title", "text", "is_confidential",
       "reporter_id"]  # fmt: skip
EVENTS = ["case:concept:name", "concept:name", "time:timestamp", "org:resource", "org:role",
          "org:group", "case:nama_pelapor", "case:catatan"]  # fmt: skip


def own_rows() -> list[list[str]]:
    """Return a table in the kit's own columns, which nothing has protected."""
    return [
        OWN,
        *(
            [NUMBERS[n], f"2024-01-{n + 1:02d}", f"Bapak {NAME} {PHONE}", f"hp {PHONE}", TEXT,
             [TEXT, CONFIDENTIAL][n % 2], ["false", "true"][n % 2], NAME]
            for n in range(12)
        ),
    ]  # fmt: skip


def event_rows() -> list[list[str]]:
    """Return an event log of a resource with a name."""
    return [
        EVENTS,
        *(
            [NUMBERS[n // 2], ["masuk", f"telepon {PHONE} ke Bapak {NAME}"][n % 2],
             f"2024-01-{n + 1:02d}T10:00:00", NAME, NIK, MAIL, NAME, TEXT]
            for n in range(12)
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("make", [own_rows, event_rows])
def test_other_tables_tell_nobody_either(
    run: Run, tmp_path: Path, make: Callable[[], list[list[str]]]
) -> None:
    """Tables in the kit's own columns and event logs: imported, compared by any column, masked."""
    source = write(tmp_path / "tabel.csv", make())
    out, copy = tmp_path / "impor", tmp_path / "salinan.csv"
    check_run(run, "import", source, "--out", out, outputs=(out,))
    for column in read_log(source).log.cases.columns:
        for ending in ("json", "csv"):
            made = tmp_path / f"banding.{ending}"
            check_run(run, "compare", source, "--by", column, "--out", made, outputs=(made,))
    page = tmp_path / "topik.html"
    check_run(run, "topics", source, "--out", page, outputs=(page,), code=1)
    check_run(run, "mask", source, "--out", copy, outputs=(copy,))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_masked_copy_tells_nobody(run: Run, tmp_path: Path, ending: str) -> None:
    """Every column of a copy is masked, and so is a note."""
    plain = [row(n) for n in range(3)]
    misplaced = [row(3 + n) | change for n, change in enumerate(MISPLACED)]
    rows = [COLUMNS, *(list(r.values()) for r in [*plain, *misplaced])]
    source = write(tmp_path / f"ekspor.{ending}", rows)
    copy = tmp_path / "salinan.csv"
    check_run(run, "mask", source, "--out", copy, outputs=(copy,))
    note, copy = tmp_path / "catatan.txt", tmp_path / "salinan.txt"
    note.write_text(TEXT.replace(f" Salam, {NAME}", ""), encoding="utf-8")
    check_run(run, "mask", note, "--out", copy, outputs=(copy,))


def quote_open(path: Path) -> None:
    write(path, [COLUMNS])
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f'{NUMBERS[0]},2 Jan 2024,,"{NAME},{NIK}\n')


LONG = f"{NAME} {NIK} " * 2_000
FAILURES: dict[str, Callable[[Path], object]] = {
    "no usable row": lambda p: write(
        p, [COLUMNS, *(list((row(n) | {"Tanggal Laporan Masuk": NAME}).values()) for n in range(3))]
    ),
    "no header": lambda p: write(p, table()[1:6]),
    "no header, names alone": lambda p: write(p, [[NAME, "Budi Uji", "Kota Contoh"]] * 3),
    "no header, few cells": lambda p: write(p, [[NAME, NIK]] * 3),
    "meaning unknown": lambda p: write(p, [["aa", "bb", "cc"], *([[NAME, MAIL, NIK]] * 3)]),
    "quote open": quote_open,
    "giant cell": lambda p: write(
        p, [COLUMNS, list((row(0) | {"Isi Laporan Awal": LONG}).values())]
    ),
    "giant cell, no header": lambda p: write(p, [[NUMBERS[0], NAME, LONG]]),
    "events without times": lambda p: write(p, [EVENTS, *[[NUMBERS[0], NAME, NAME]] * 3]),
    "own columns without times": lambda p: write(p, [OWN, *[[NUMBERS[0], NAME, NAME]] * 3]),
    "cut in a letter": lambda p: p.write_bytes(
        ",".join(COLUMNS).encode() + f"\n{NUMBERS[0]},{NAME},é".encode()[:-1]
    ),
    "binary": lambda p: p.write_bytes(NAME.encode() + b"\x00\x01" + NIK.encode()),
}  # fmt: skip


@pytest.mark.parametrize("failure", list(FAILURES))
def test_no_failure_quotes_a_cell(run: Run, tmp_path: Path, failure: str) -> None:
    """Each is one line on the screen and one exception; neither quotes, and nothing is written."""
    source = tmp_path / "ekspor.csv"
    FAILURES[failure](source)
    mapping = tmp_path / "kolom.toml"
    mapping.write_text('[columns]\ncase_id = "A"\nsubmitted_at = "B"\ninstitution = "C"\n')
    out, draft = tmp_path / "impor", tmp_path / "usulan.toml"
    for words in (
        ["import", source, "--out", out],
        ["import", source, "--out", out, "--save-mapping", draft],
        ["import", source, "--out", out, "--mapping", mapping],
        ["compare", source, "--out", tmp_path / "banding.html"],
        ["topics", source, "--out", tmp_path / "topik.html"],
    ):
        check_run(run, *words, code=1, outputs=(draft,))
        assert not out.exists()
    for call in (
        lambda: import_to_folder([source], out, options=ImportOptions(key=b"k" * 32)),
        lambda: read_log(source),
        lambda: write_masked_copy(source, tmp_path / "salinan.csv"),
    ):
        try:
            call()
        except LaporLabError as error:
            for text in (str(error), repr(error), describe_error(error), str(error.values)):
                check(failure, text)
    if (tmp_path / "salinan.csv").exists():
        check_run(run, "mask", source, "--out", tmp_path / "b.csv", outputs=(tmp_path / "b.csv",))
