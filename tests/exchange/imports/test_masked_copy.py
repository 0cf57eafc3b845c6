"""A copy without personal data in clear."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange import official_table, read_log, synthetic_preamble
from lapor_lab.exchange.imports.masked_copy import write_masked_copy
from lapor_lab.schema import ComplaintLog

WriteExport = Callable[..., Path]
NIK = "00" + "12010101010001"


def test_a_text_stays_a_text(tmp_path: Path) -> None:
    """A note is masked in place and what was masked is counted."""
    path = tmp_path / "catatan.txt"
    path.write_text(f"NIK {NIK}, email contoh@surat.example.", encoding="utf-8")
    found = write_masked_copy(path, tmp_path / "salinan.txt")
    assert (tmp_path / "salinan.txt").read_text("utf-8") == "NIK [NIK], email [SUREL]."
    assert found == {"NIK": 1, "SUREL": 1}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_table_is_masked_by_column_and_by_cell(
    tmp_path: Path, write_export: WriteExport, kind: str
) -> None:
    """Names have no cue in their own column; confidential texts leave; formulas do not run."""
    table = pd.DataFrame(
        {
            "Tracking ID": ["9000001", "9000002"],
            "Tanggal Laporan Masuk": ["2 Jan 2024", "3 Jan 2024"],
            "Nama Pelapor": ["Suharti Contoh", None],
            "Isi Laporan Awal": [f"nik {NIK}", "rahasia sekali"],
            "Isi Laporan Akhir": ["=1+1", "rahasia sekali"],
            "Tipe Laporan (Anonim/Rahasia)": ["", "Anonim|Rahasia"],
            "Instansi Induk": ["Kota Contoh", "Kota Contoh"],
        }
    )
    path = write_export(f"ekspor.{kind}", table)
    found = write_masked_copy(path, tmp_path / "salinan.csv")
    got = pd.read_csv(tmp_path / "salinan.csv", dtype="str")
    assert got.columns.tolist() == table.columns.tolist()
    assert got["Nama Pelapor"].fillna("").tolist() == ["[NAMA]", ""]
    assert got["Isi Laporan Awal"].tolist() == ["nik [NIK]", "[RAHASIA]"]
    assert got["Isi Laporan Akhir"].tolist() == ["'=1+1", "[RAHASIA]"]
    assert got["Instansi Induk"].tolist() == ["Kota Contoh"] * 2
    assert not set(got["Tracking ID"]) & {"9000001", "9000002"}
    assert found == {"NIK": 1, "NAMA": 1, "RAHASIA": 2}


def test_the_source_is_never_overwritten(tmp_path: Path) -> None:
    """The same place for both is refused, and the file stays as it was."""
    path = tmp_path / "catatan.txt"
    path.write_text("halo", encoding="utf-8")
    with pytest.raises(OutputError) as refused:
        write_masked_copy(path, tmp_path / "." / "catatan.txt")
    assert str(refused.value) == (
        f"{path}: is the file that is read. Choose another name for the result."
    )
    assert path.read_text("utf-8") == "halo"


def test_absent_files_and_other_endings_are_refused(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """A table becomes CSV and nothing else; a refusal leaves no file."""
    with pytest.raises(InputFileError, match="no such file or folder"):
        write_masked_copy(tmp_path / "x.txt", tmp_path / "y.txt")
    path = write_export("a.csv", pd.DataFrame({"Judul": ["a"], "Isi": ["b"]}))
    with pytest.raises(OutputError, match=r"must end in \.csv"):
        write_masked_copy(path, tmp_path / "y.xlsx")
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]


def test_tables_of_the_kit_and_event_logs_are_known(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """Their identifiers are hashed, who acted and who reported is not named."""
    own = pd.DataFrame(
        {
            "case_id": ["9000001", "9000002"],
            "submitted_at": ["2024-01-02", "2024-01-03"],
            "institution": ["Kota Contoh", "Kota Uji"],
            "text": ["salam, Suharti Contoh", "rahasia sekali"],
            "is_confidential": ["false", "true"],
            "reporter_id": ["Suharti Contoh", "Suharti Contoh"],
        }
    )
    write_masked_copy(write_export("kasus.csv", own), tmp_path / "a.csv")
    got = pd.read_csv(tmp_path / "a.csv", dtype="str")
    assert got["case_id"].str.startswith("L-").all()
    assert got["text"].tolist() == ["salam, [NAMA]", "[RAHASIA]"]
    assert got["reporter_id"].tolist() == ["[NAMA]", "[NAMA]"]
    log = pd.DataFrame(
        {
            "case:concept:name": ["9000001"],
            "concept:name": ["diterima oleh Joko Uji"],
            "time:timestamp": ["2024-01-02"],
            "org:resource": ["Joko Uji"],
        }
    )
    write_masked_copy(write_export("log.csv", log), tmp_path / "b.csv")
    row = pd.read_csv(tmp_path / "b.csv", dtype="str").iloc[0]
    assert row["case:concept:name"].startswith("L-")
    assert row["org:resource"].startswith("L-")
    assert row["concept:name"] == "diterima oleh [NAMA]"


def test_a_table_without_names_of_columns_is_refused(tmp_path: Path) -> None:
    """Its first row would stand in clear in the place of the names."""
    path = tmp_path / "a.csv"
    path.write_text("Ani Uji,Kota Contoh\nBudi Uji,Kota Contoh\n", encoding="utf-8")
    with pytest.raises(InputFileError) as refused:
        write_masked_copy(path, tmp_path / "b.csv")
    assert str(refused.value) == (
        f"{path}, row 1: the name of column 2 looks like data. "
        "Put a row with the names of the columns above the data."
    )
    assert not (tmp_path / "b.csv").exists()


def test_what_is_made_up_is_known_again_in_a_copy(
    tmp_path: Path, write_export: WriteExport, sample: ComplaintLog
) -> None:
    """The rows above the header stay, and every number begins with SIM-."""
    log = ComplaintLog(cases=sample.cases.head(5), events=None, as_of=sample.as_of)
    path = write_export("a.xlsx", official_table(log), synthetic_preamble(log))
    write_masked_copy(path, tmp_path / "b.csv")
    copy = read_log(tmp_path / "b.csv")
    assert copy.log.is_synthetic
    assert copy.log.as_of == log.as_of
    assert "DATA SINTETIS" in (tmp_path / "b.csv").read_text("utf-8-sig")
    assert copy.log.cases["case_id"].str.startswith("SIM-0").all()


def test_an_official_table_without_its_types_gives_no_text(
    tmp_path: Path, write_export: WriteExport
) -> None:
    """Where nothing tells which reports are Rahasia, all texts are withheld, as in an import."""
    table = pd.DataFrame({"Tracking ID": ["9000001"], "Tanggal Laporan Masuk": ["2 Jan 2024"],
                          "Instansi Induk": ["Kota Contoh"], "Judul Laporan": ["Jalan"],
                          "Isi Laporan Awal": ["Jalan rusak"]})  # fmt: skip
    found = write_masked_copy(write_export("a.csv", table), tmp_path / "b.csv")
    copy = pd.read_csv(tmp_path / "b.csv", dtype="str")
    assert copy[["Judul Laporan", "Isi Laporan Awal"]].eq("[RAHASIA]").all(axis=None)
    assert found == {"RAHASIA": 2}


def test_no_sheet_and_no_cell_is_left_out_in_silence(tmp_path: Path) -> None:
    """A cell without a column stands in the copy; a second table is refused, not passed over."""
    path = tmp_path / "a.csv"
    path.write_text("Judul,Isi\na,b,surel lagi@surat.example\n", encoding="utf-8")
    write_masked_copy(path, tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text("utf-8-sig").splitlines()[1] == "a,b,surel [SUREL]"
    book = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(book) as workbook:
        for name in ("Satu", "Dua"):
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate([["Judul", "Isi"], ["a", "b"]]):
                sheet.write_row(number, 0, row)
    with pytest.raises(InputFileError) as refused:
        write_masked_copy(book, tmp_path / "c.csv")
    assert str(refused.value) == (
        f"{book}: holds 2 sheets with a table. Save each as a file of its own."
    )
