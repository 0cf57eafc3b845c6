"""Files of every layout come in as one log."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.exchange import read_log_folder, read_mapping
from lapor_lab.exchange.imports.import_files import import_files
from lapor_lab.exchange.imports.import_source import ImportOptions
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, ImportSummary
from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.exchange.official_table import (
    LAYOUTS,
    OfficialLayout,
    official_table,
    synthetic_preamble,
)
from lapor_lab.schema import ComplaintLog, Status

WriteExport = Callable[..., Path]
KEY = b"k" * 32
AS_OF = pd.Timestamp("2024-03-01")


def bring_in(paths: list[Path], folder: Path, **options: object) -> ImportSummary:
    """Import into a folder; what must always hold is held here."""
    folder.mkdir()
    summary = import_files(paths, folder, options=ImportOptions(key=KEY, **options))
    assert summary.n_rows == summary.n_accepted + summary.n_quarantined
    kept = pd.read_csv(folder / "quarantine.csv", dtype="str")
    assert len(kept) == summary.n_quarantined == sum(summary.quarantine_reasons.values())
    assert summary.n_accepted == summary.n_cases + summary.n_snapshots + summary.n_recap_rows
    return summary


def export(*rows: tuple[str, str, str, str], unit: str = "Dinas Contoh") -> pd.DataFrame:
    """Return an official table of a few columns: number, date, institution, status."""
    names = ["Tracking ID", "Tanggal Laporan Masuk", "Instansi Induk", "Status Laporan"]
    table = pd.DataFrame(rows, columns=names)
    return table.assign(**{"Instansi Terdisposisi": unit, "Tipe Laporan (Anonim/Rahasia)": ""})


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_layout_comes_in_whole(
    tmp_path: Path,
    sample: ComplaintLog,
    write_export: WriteExport,
    layout: OfficialLayout,
    kind: str,
) -> None:
    """300 invented reports: each is accepted, is known as made up, and keeps what was told."""
    log = ComplaintLog(cases=sample.cases.head(300), events=None, as_of=sample.as_of)
    preamble = synthetic_preamble(log) if layout != "20 kolom" else None
    path = write_export(f"ekspor.{kind}", official_table(log, layout), preamble)
    summary = bring_in([path], tmp_path / "impor", as_of={"": log.as_of})
    got = read_log_folder(tmp_path / "impor")
    assert (summary.n_cases, summary.n_quarantined) == (300, 0)
    assert got.is_synthetic
    assert got.as_of == log.as_of
    submitted = log.cases["submitted_at"]
    expected = submitted.dt.normalize() if layout == "snake_case" else submitted
    assert got.cases["submitted_at"].tolist() == expected.tolist()
    assert got.cases["status"].tolist() == log.cases["status"].tolist()
    assert got.cases["topic"].isna().tolist() == log.cases["topic"].isna().tolist()
    hidden = got.cases["is_confidential"].astype(bool)
    assert hidden.tolist() == log.cases["is_confidential"].tolist()
    assert got.cases.loc[hidden, "text"].isna().all()
    assert got.cases.loc[~hidden, "text"].notna().all()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_delimiter_and_encoding_gives_the_same(
    tmp_path: Path, write_export: WriteExport, delimiter: str, encoding: str
) -> None:
    """Names with a dash and an accent come through each of the nine."""
    table = export(("9000001", "29 Mei 2023", "Kota Café – Contoh", "Terverifikasi"))
    path = write_export("ekspor.csv", table, delimiter=delimiter, encoding=encoding)
    bring_in([path], tmp_path / "impor", as_of={"": AS_OF})
    case = read_log_folder(tmp_path / "impor").cases.iloc[0]
    assert case["institution"] == "Kota Café – Contoh"
    assert case["submitted_at"] == pd.Timestamp("2023-05-29")
    assert case["status"] == Status.VERIFIED


def test_the_last_state_of_a_case_is_kept_and_the_earlier_ones_bound_it(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """Open in January, followed up in February: an interval. B is known by the earlier only."""
    early = write_export(
        "a.csv",
        export(
            ("9000001", "2 Jan 2024", "A", "Terverifikasi"),
            ("9000002", "3 Jan 2024", "B", "Terverifikasi"),
        ),
    )
    late = write_export(
        "b.csv",
        export(
            ("9000001", "2 Jan 2024", "A", "Ditindaklanjuti oleh Instansi"),
            ("9000003", "20 Feb 2024", "A", "Terverifikasi"),
        ),
    )
    dates = {"a.csv": pd.Timestamp("2024-02-01"), "b.csv": AS_OF}
    summary = bring_in([early, late], tmp_path / "impor", as_of=dates)
    assert (summary.n_cases, summary.n_snapshots, summary.n_quarantined) == (3, 1, 0)
    assert summary.as_of == pd.Timestamp("2024-02-01")
    assert summary.n_after_as_of == 1
    cases = read_log_folder(tmp_path / "impor").cases.set_index("submitted_at").sort_index()
    assert len(cases) == 2
    first = cases.loc[pd.Timestamp("2024-01-02")]
    assert first["responded_earliest_at"] == pd.Timestamp("2024-02-01")
    assert first["responded_latest_at"] == pd.Timestamp("2024-03-02")
    assert "dates_differ" in {remark.code for remark in summary.remarks}


def test_an_earlier_export_of_the_same_institution_does_not_pull_the_date_back(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """An institution is known up to its later export, though a report has left it since."""
    early = write_export(
        "a.csv",
        export(
            ("9000001", "2 Jan 2024", "A", "Terverifikasi"),
            ("9000002", "3 Jan 2024", "A", "Terverifikasi"),
        ),
    )
    late = write_export(
        "b.csv",
        export(
            ("9000001", "2 Jan 2024", "A", "Ditutup oleh Admin"),
            ("9000003", "20 Feb 2024", "A", "Terverifikasi"),
        ),
    )
    dates = {"a.csv": pd.Timestamp("2024-02-01"), "b.csv": AS_OF}
    summary = bring_in([early, late], tmp_path / "impor", as_of=dates)
    assert (summary.n_cases, summary.n_snapshots, summary.n_after_as_of) == (3, 1, 0)
    assert summary.as_of == AS_OF
    assert summary.remarks == ()
    cases = read_log_folder(tmp_path / "impor").cases.set_index("submitted_at")
    assert cases["closed_earliest_at"].loc["2024-01-02"] == pd.Timestamp("2024-02-01")


def test_a_case_that_stands_twice_is_counted_once(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """The second row goes to quarantine with its own cells and the place of the first."""
    row = ("9000001", "2 Jan 2024", "A", "Terverifikasi")
    paths = [write_export("a.csv", export(row)), write_export("b.csv", export(row, row))]
    summary = bring_in(paths, tmp_path / "impor", as_of={"": AS_OF})
    assert (summary.n_cases, summary.n_quarantined) == (1, 2)
    kept = pd.read_csv(tmp_path / "impor" / "quarantine.csv", dtype="str")
    assert kept["file"].tolist() == ["b.csv", "b.csv"]
    assert kept["isi: Tracking ID"].tolist() == ["9000001", "9000001"]
    assert "sudah ada di a.csv baris 2" in kept["detail"].tolist()


def test_one_institution_is_spelt_alike_in_all_files(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """Case and spacing make no second institution; an alias in force is its short name."""
    names = ["Kota  CONTOH", "Kota Contoh", "Kementerian Hukum dan HAM", "kemenkumham"]
    paths = [
        write_export(f"{n}.csv", export((f"900000{n}", "2 Jan 2024", name, "Terverifikasi")))
        for n, name in enumerate(names)
    ]
    bring_in(paths, tmp_path / "x", as_of={"": AS_OF})
    found = read_log_folder(tmp_path / "x").cases["institution"]
    assert found.nunique() == 2
    assert (found == "Kemenkumham").sum() == 2


def test_numbers_are_hashed_and_the_same_key_gives_the_same(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """The Tracking ID stands in no file of the import; two imports can be joined."""
    path = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Terverifikasi")))
    for name in ("x", "y"):
        bring_in([path], tmp_path / name, as_of={"": AS_OF})
    x, y = (read_log_folder(tmp_path / name).cases["case_id"].tolist() for name in ("x", "y"))
    assert x == y
    for file in (tmp_path / "x").rglob("*"):
        assert file.is_dir() or b"9000001" not in file.read_bytes(), file


def test_a_file_without_a_date_is_asked_for_and_else_guessed_aloud(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """The user's date goes before a guess; a guess is the last time, and is remarked on."""
    path = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Terverifikasi")))
    guessed = bring_in([path], tmp_path / "x")
    assert guessed.files[0].as_of_origin is AsOfOrigin.LAST_TIME
    assert guessed.as_of == pd.Timestamp("2024-01-03")
    assert "as_of_guessed" in {remark.code for remark in guessed.remarks}
    asked = bring_in([path], tmp_path / "y", choose_as_of=lambda _table, _last: AS_OF)
    assert asked.files[0].as_of_origin is AsOfOrigin.USER
    assert asked.as_of == AS_OF


def test_rows_of_later_than_the_file_are_kept_apart(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """A report of the day of the export is accepted; one of the next day cannot be."""
    rows = [(f"900000{n}", f"{n} Mar 2024", "A", "Terverifikasi") for n in (1, 2)]
    early = ("9000009", "2 Jan 2024", "A", "Terverifikasi")
    path = write_export("a.csv", export(*rows, early))
    summary = bring_in([path], tmp_path / "x", as_of={"": AS_OF})
    assert summary.quarantine_reasons == {"masuk sesudah tanggal data": 1}
    assert summary.n_after_as_of == 1


def test_an_unknown_status_is_kept_named_and_counted(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """It is neither open nor done: the case stays, and the summary names the word."""
    path = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Menunggu Wangsit")))
    summary = bring_in([path], tmp_path / "x", as_of={"": AS_OF})
    assert summary.unknown_statuses == {"Menunggu Wangsit": 1}
    assert read_log_folder(tmp_path / "x").cases["status"].tolist() == ["Menunggu Wangsit"]


def test_a_word_of_ones_own_is_given_its_official_status(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """A mapping of statuses alone goes with an official export."""
    toml = tmp_path / "status.toml"
    toml.write_text('[status]\n"Menunggu Wangsit" = "Terverifikasi"\n', encoding="utf-8")
    path = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "menunggu wangsit")))
    summary = bring_in([path], tmp_path / "x", as_of={"": AS_OF}, mapping=read_mapping(toml))
    assert summary.unknown_statuses == {}
    assert read_log_folder(tmp_path / "x").cases["status"].tolist() == [Status.VERIFIED]


def test_totals_come_in_beside_cases(tmp_path: Path, write_export: WriteExport) -> None:
    """A recap gives no case; an institution that stands in both is remarked on."""
    cases = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Terverifikasi")))
    recap = pd.DataFrame({"Instansi": ["A", "B"], "Masuk": ["10", "1.200"], "Selesai": ["4", "900"],
                          "Proses": ["5", "200"], "Belum": ["1", "100"]})  # fmt: skip
    totals = write_export("rekap.csv", recap)
    summary = bring_in([cases, totals], tmp_path / "x", as_of={"": AS_OF})
    assert (summary.n_cases, summary.n_recap_rows) == (1, 2)
    twice = [r for r in summary.remarks if r.code == "institution_twice"]
    assert twice == [Remark(code="institution_twice", values={"institution": "A"})]


def test_where_nothing_tells_what_is_confidential_no_text_is_kept(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """An official table without the type of its reports gives no text to any output."""
    table = export(("9000001", "2 Jan 2024", "A", "Terverifikasi")).drop(
        columns="Tipe Laporan (Anonim/Rahasia)"
    )
    path = write_export("a.csv", table.assign(**{"Isi Laporan Awal": "jalan rusak"}))
    summary = bring_in([path], tmp_path / "x", as_of={"": AS_OF})
    assert "text" not in read_log_folder(tmp_path / "x").cases
    assert "confidential_unknown" in {remark.code for remark in summary.remarks}


def test_an_institution_named_above_the_header_is_taken(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """A file of one institution need not repeat its name in every row."""
    table = export(("9000001", "2 Jan 2024", "A", "Terverifikasi")).drop(
        columns=["Instansi Induk", "Instansi Terdisposisi"]
    )
    preamble = ["LAPORAN", "Instansi: Kementerian Contoh", "Tanggal unduh: 1 Maret 2024"]
    path = write_export("a.xlsx", table, preamble)
    summary = bring_in([path], tmp_path / "x")
    assert summary.files[0].as_of_origin is AsOfOrigin.PREAMBLE
    assert read_log_folder(tmp_path / "x").cases["institution"].tolist() == ["Kementerian Contoh"]


def test_a_table_of_unknown_meaning_is_refused(tmp_path: Path, write_export: WriteExport) -> None:
    """Nothing is guessed where nothing is certain, and the refusal quotes no cell."""
    path = write_export("a.csv", pd.DataFrame({"aa": ["x", "y"], "bb": ["u", "v"]}))
    with pytest.raises(ColumnNotFoundError) as refused:
        bring_in([path], tmp_path / "x")
    assert str(refused.value) == (
        f"{path}: the meaning of its columns cannot be told for certain. Write them down in a "
        "TOML file and give that as mapping."
    )


def test_a_sheet_of_notes_does_not_stop_its_workbook(tmp_path: Path) -> None:
    """A table that nobody understands beside one that is read is named, not read."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    recap, notes = book.add_worksheet("Rekap"), book.add_worksheet("Catatan")
    for number, row in enumerate([["Instansi", "Masuk", "Selesai"], ["A", 10, 4]]):
        recap.write_row(number, 0, row)
        notes.write_row(number, 0, ["aa", "bb"])
    book.close()
    summary = bring_in([path], tmp_path / "x", as_of={"": AS_OF})
    assert summary.n_recap_rows == 1
    assert summary.files[0].other_sheets == ("Catatan",)


def test_no_usable_row_is_a_refusal(tmp_path: Path, write_export: WriteExport) -> None:
    """The first reason is told with its count of rows, and no cell."""
    path = write_export("a.csv", export(("", "2 Jan 2024", "A", "Terverifikasi")))
    with pytest.raises(InputFileError) as refused:
        bring_in([path], tmp_path / "x", as_of={"": AS_OF})
    assert str(refused.value) == (
        "a.csv: none of the 1 rows can be used; the first says: tanpa nomor laporan. Mend the file."
    )


def test_an_event_log_keeps_its_events(tmp_path: Path, write_export: WriteExport) -> None:
    """Times are told, so they are kept; names of those who acted are hashed."""
    table = pd.DataFrame({"case_id": ["1", "1"], "activity": ["masuk", "selesai"],
                          "timestamp": ["2024-01-02", "2024-01-05"],
                          "resource": ["Budi", "Budi"]})  # fmt: skip
    path = write_export("log.csv", table)
    summary = import_events(path, tmp_path / "x")
    log = read_log_folder(tmp_path / "x")
    assert summary.n_rows == summary.n_accepted == 2
    assert log.events is not None
    assert log.events["activity"].tolist() == ["masuk", "selesai"]
    assert log.events["case_id"].tolist() == log.cases["case_id"].tolist() * 2
    assert not log.events["resource"].isin(["Budi"]).any()
    other = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Terverifikasi")))
    with pytest.raises(InputFileError, match="is an event log, which is imported alone"):
        bring_in([path, other], tmp_path / "y")


def test_an_event_log_without_a_case_number_is_refused(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """The first reason is told, also where no row at all has a number."""
    table = pd.DataFrame({"case_id": [""], "activity": ["x"], "timestamp": ["2024-01-02"]})
    path = write_export("log.csv", table)
    with pytest.raises(InputFileError) as refused:
        import_events(path, tmp_path / "x")
    assert str(refused.value) == (
        f"{path}: none of the 1 rows can be used; the first says: baris 2: tanpa nomor kasus. "
        "Mend the file."
    )


def test_a_workbook_of_two_event_logs_is_refused(tmp_path: Path) -> None:
    """Neither is read twice, and none is passed over in silence."""
    path = tmp_path / "log.xlsx"
    table = pd.DataFrame({"case_id": ["1"], "activity": ["x"], "timestamp": ["2024-01-02"]})
    with pd.ExcelWriter(path, engine="xlsxwriter") as book:
        table.to_excel(book, sheet_name="Satu", index=False)
        table.to_excel(book, sheet_name="Dua", index=False)
    with pytest.raises(InputFileError) as refused:
        import_events(path, tmp_path / "x")
    assert str(refused.value) == (
        f"{path}: holds 2 sheets with a table. Save each as a file of its own."
    )


def test_an_event_log_has_its_own_clock_and_name(tmp_path: Path, write_export: WriteExport) -> None:
    """In UTC behind a title and in UTF-16 it is read too; its times are moved, it is named."""
    table = pd.DataFrame({"case_id": ["1", "1"], "activity": ["masuk", "selesai"],
                          "timestamp": ["2024-01-02 20:00", "2024-01-05T08:00+07:00"]})  # fmt: skip
    path = write_export("log.csv", table, ["Log kejadian"], encoding="utf-16")
    import_events(path, tmp_path / "x", source_zone={"log.csv": "UTC"})
    log = read_log_folder(tmp_path / "x")
    assert log.events is not None
    assert log.events["timestamp"].tolist() == [
        pd.Timestamp("2024-01-03 03:00"), pd.Timestamp("2024-01-05 08:00"),
    ]  # fmt: skip
    assert log.cases["submitted_at"].tolist() == [pd.Timestamp("2024-01-03 03:00")]
    assert log.provenance["source"] == "log.csv"
    assert log.provenance["source_zone"] == "UTC"


def import_events(path: Path, folder: Path, **options: object) -> ImportSummary:
    """Import an event log, whose rows are events and not cases."""
    folder.mkdir()
    return import_files([path], folder, options=ImportOptions(key=KEY, **options))


def test_the_manifest_says_where_it_comes_from(tmp_path: Path, write_export: WriteExport) -> None:
    """Kind, zone and clock are kept; a real export is real."""
    path = write_export("a.csv", export(("9000001", "2 Jan 2024", "A", "Terverifikasi")))
    bring_in([path], tmp_path / "x", as_of={"": AS_OF}, source_zone={"a.csv": "UTC"})
    manifest = json.loads((tmp_path / "x" / "manifest.json").read_text("utf-8"))
    assert manifest["provenance"] == {
        "kind": "nyata", "source": "a.csv", "zone": "Asia/Jakarta", "source_zone": "UTC",
    }  # fmt: skip
