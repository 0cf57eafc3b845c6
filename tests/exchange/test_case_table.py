"""Tables of cases, from CSV and Parquet."""

from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange import read_case_table

TEXT = (
    "case_id,submitted_at,institution,closed_at,n_transfers,is_anonymous,status\n"
    "1,2022-08-01,Dinas A,2022-08-03,0,ya,Ditutup oleh Admin\n"
    "2,2022-08-01,Dinas A,,satu,ya,Terdisposisi\n"
    "2,2022-08-02,Dinas A,,1,tidak,Terdisposisi\n"
    "1,2022-08-02,Dinas B,,1,tidak,Terdisposisi\n"
    "4,2022-08-05,Dinas B,2022-08-01,1,tidak,Terdisposisi\n"
    "5,2022-08-05,,,1,tidak,Terdisposisi\n"
    "\n"
    "6,2022-08-06,Dinas B,,2,mungkin,Terdisposisi\n"
)


def test_rows_are_used_or_explained(tmp_path: Path) -> None:
    """Of seven rows one can be used; the others stand in quarantine by line, blank lines count."""
    path = tmp_path / "t.csv"
    path.write_text(TEXT)

    imported = read_case_table(path)

    assert imported.n_rows == 7
    assert imported.log.cases["case_id"].to_list() == ["1"]
    assert imported.quarantine[["row", "reason"]].to_numpy().tolist() == [
        [3, "nilai tidak sah: kolom n_transfers"],
        [4, "nomor laporan ganda: sudah ada di atasnya"],
        [5, "nomor laporan ganda: sudah ada di atasnya"],
        [6, "berakhir sebelum mulai: closed_at lebih awal daripada submitted_at"],
        [7, "tanpa instansi"],
        [9, "nilai tidak sah: kolom is_anonymous"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_delimiters_do_not_matter(tmp_path: Path, encoding: str, mark: str) -> None:
    """A semicolon file of a Windows spreadsheet says what a comma file in UTF-8 says."""
    path = tmp_path / "t.csv"
    lines = ["case_id", "submitted_at", "institution"], ["7", "2022-08-01 08:30", "Balai é"]
    path.write_bytes("\r\n".join(mark.join(line) for line in lines).encode(encoding))

    cases = read_case_table(path).log.cases

    assert cases.to_numpy().tolist() == [["7", pd.Timestamp("2022-08-01 08:30"), "Balai é"]]


def test_parquet_and_csv_say_the_same(tmp_path: Path) -> None:
    """A table in Parquet is read as the same table in CSV."""
    frame = pd.DataFrame(
        {
            "case_id": ["1", "2"],
            "submitted_at": pd.to_datetime(["2022-08-01 08:30", "2022-08-02 00:00"]),
            "institution": ["A", "B"],
            "n_transfers": pd.array([1, None], dtype="Int64"),
            "is_anonymous": [True, False],
        }
    )
    frame.to_parquet(tmp_path / "t.parquet")
    frame.to_csv(tmp_path / "t.csv", index=False)

    from_parquet = read_case_table(tmp_path / "t.parquet").log.cases
    from_csv = read_case_table(tmp_path / "t.csv").log.cases

    pd.testing.assert_frame_equal(from_parquet, from_csv)


def test_ids_keep_their_leading_zeros(tmp_path: Path) -> None:
    """A number of a report is a text: 0012 stays 0012."""
    path = tmp_path / "t.csv"
    path.write_text("case_id,submitted_at,institution\n0012,2022-08-01,A\n")

    assert read_case_table(path).log.cases["case_id"].to_list() == ["0012"]


def test_synthetic_cases_are_known_again(tmp_path: Path) -> None:
    """A table whose ids begin with SIM- is synthetic, whatever its file is called."""
    path = tmp_path / "nyata.csv"
    path.write_text("case_id,submitted_at,institution\nSIM-1,2022-08-01,A\n")

    log = read_case_table(path).log

    assert log.is_synthetic
    assert log.provenance["kind"] == "sintetis"


def test_values_outside_their_range_are_no_values(tmp_path: Path) -> None:
    """A rating of 7 and minus one transfer go to quarantine, not into a mean."""
    path = tmp_path / "t.csv"
    path.write_text(
        "case_id,submitted_at,institution,rating,n_transfers\n"
        "1,2022-08-01,A,5,0\n2,2022-08-01,A,7,0\n3,2022-08-01,A,5,-1\n"
    )

    imported = read_case_table(path)

    assert imported.log.cases["case_id"].to_list() == ["1"]
    assert imported.quarantine["reason"].to_list() == [
        "nilai tidak sah: kolom rating",
        "nilai tidak sah: kolom n_transfers",
    ]
