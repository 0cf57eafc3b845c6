"""Tables of totals come in as counts, and every row is used or explained."""

from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.exchange.rows.recap_table import read_recap, recap_mapping

HEADER = "No;Nama Instansi;Jumlah Laporan;Selesai;Dalam Proses;Belum Tindak Lanjut\n"


def recap_of(folder: Path, text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows and quarantine of a file with that text."""
    path = folder / "rekap.csv"
    path.write_text(text, encoding="utf-8")
    return read_recap(open_tables(path)[0])


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            ["Instansi", "Masuk", "Selesai", "Proses", "Belum"],
            {
                "institution": "Instansi",
                "n": "Masuk",
                "n_closed": "Selesai",
                "n_in_process": "Proses",
                "n_not_followed_up": "Belum",
            },
        ),
        (
            ["OPD", "pembilang", "penyebut"],
            {"institution": "OPD", "numerator": "pembilang", "denominator": "penyebut"},
        ),
        (["agency", "n", "closed"], {"institution": "agency", "n": "n", "n_closed": "closed"}),
        (["Instansi", "Masuk"], None),
        (["Masuk", "Selesai"], None),
        (["Tracking ID", "Instansi", "Masuk", "Selesai"], None),
    ],
)
def test_a_table_of_totals_is_known_by_its_names(
    columns: list[str], expected: dict[str, str] | None
) -> None:
    """An institution, a total and a part of it; a number of a case makes it another table."""
    assert recap_mapping(columns) == expected


def test_counts_are_read_and_the_sum_is_left_out(tmp_path: Path) -> None:
    """Thousands have a dot; a sum that agrees with its rows says so in the quarantine."""
    rows, quarantine = recap_of(
        tmp_path,
        HEADER
        + "1;Kota Contoh;1.341;1.000;300;41\n2;Kota Misal;20;5;-;\n;Jumlah;1.361;1.005;300;41\n",
    )

    assert rows["institution"].to_list() == ["Kota Contoh", "Kota Misal"]
    assert rows["n"].to_list() == [1341, 20]
    assert rows["n_closed"].to_list() == [1000, 5]
    assert rows["n_in_process"].isna().to_list() == [False, True]
    assert rows["row"].to_list() == [2, 3]
    assert rows["note"].isna().all()
    assert quarantine[["row", "reason"]].to_numpy().tolist() == [
        [4, "baris jumlah, cocok dengan baris di atasnya"]
    ]
    assert quarantine["isi: Nama Instansi"].to_list() == ["Jumlah"]


def test_a_sum_that_does_not_agree_is_named(tmp_path: Path) -> None:
    """Which column is off is said, also where the word stands before an empty institution."""
    _, quarantine = recap_of(tmp_path, HEADER + "1;Kota Contoh;10;4;3;3\nTOTAL;;11;4;3;4\n")

    assert quarantine["reason"].to_list() == [
        "baris jumlah, tidak cocok dengan baris di atasnya: masuk, belum"
    ]


def test_a_subtotal_counts_since_the_one_before(tmp_path: Path) -> None:
    """Sums of parts and the sum of all are each compared with their own rows."""
    rows, quarantine = recap_of(
        tmp_path,
        HEADER
        + "1;A;10;4;3;3\n;Subtotal;10;4;3;3\n"
        + "2;B;5;5;0;0\n;Subtotal;5;5;0;0\n;Grand Total;15;9;3;3\n",
    )

    assert rows["institution"].to_list() == ["A", "B"]
    assert set(quarantine["reason"]) == {"baris jumlah, cocok dengan baris di atasnya"}


def test_parts_that_do_not_add_up_are_kept_and_noted(tmp_path: Path) -> None:
    """Somebody's arithmetic is told, not mended."""
    rows, quarantine = recap_of(tmp_path, HEADER + "1;A;10;4;3;2\n")

    assert rows["note"].to_list() == ["bagian tidak sama dengan jumlah masuk"]
    assert quarantine.empty


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1;A;-5;1;1;1", "jumlah negatif: Jumlah Laporan"),
        ("1;A;banyak;1;1;1", "jumlah tidak terbaca: Jumlah Laporan"),
        ("1;A;10;4,5;1;1", "jumlah tidak terbaca: Selesai"),
        ("1;A;;1;1;1", "tanpa jumlah: Jumlah Laporan"),
        ("1;A;-;1;1;1", "tanpa jumlah: Jumlah Laporan"),
        ("1;;10;1;1;1", "tanpa instansi"),
        ("1;A;10;11;0;0", "selesai lebih banyak daripada Jumlah Laporan"),
        ("1;A;10;6;5;0", "selesai dan proses lebih banyak daripada Jumlah Laporan"),
    ],
)
def test_what_cannot_be_counted_is_explained(tmp_path: Path, row: str, reason: str) -> None:
    """The reason names the column and quotes no cell; the cells stand beside it."""
    rows, quarantine = recap_of(tmp_path, HEADER + row + "\n2;B;1;1;0;0\n")

    assert rows["institution"].to_list() == ["B"]
    assert quarantine[["row", "reason"]].to_numpy().tolist() == [[2, reason]]
    assert quarantine["isi: No"].to_list() == ["1"]


def test_numerator_and_denominator_are_counts_too(tmp_path: Path) -> None:
    """The denominator is the number of reports; what the numerator counts is not claimed."""
    rows, _ = recap_of(tmp_path, "OPD;Pembilang;Penyebut\nA;3;4\nB;5;4\n")

    assert rows[["institution", "n", "numerator"]].to_numpy().tolist() == [["A", 4, 3]]
    assert rows["n_closed"].isna().all()


def test_rows_in_are_rows_used_or_explained(tmp_path: Path) -> None:
    """No row is lost, whatever it holds."""
    body = "1;A;10;4;3;3\n2;;1;1;1;1\n3;C;x;1;1;1\n;Jumlah;1;1;1;1\n5;E;7;;;\n"

    rows, quarantine = recap_of(tmp_path, HEADER + body)

    assert sorted([*rows["row"], *quarantine["row"]]) == [2, 3, 4, 5, 6]
