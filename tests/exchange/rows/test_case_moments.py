"""Moments of cases, and what contradicts them."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.raw.raw_table import RawChunk
from lapor_lab.exchange.rows.case_moments import read_later_times, read_submission
from lapor_lab.exchange.rows.mapped_rows import MappedRows

COLUMNS = {
    "submitted_date": "Tanggal",
    "submitted_time": "Jam",
    "responded_at": "Tindak Lanjut",
    "deadline_at": "Batas",
}


def mapped_rows(cells: dict[str, list[str | None]], **columns: str) -> MappedRows:
    frame = pd.DataFrame(cells, dtype=object)
    chunk = RawChunk(cells=frame, faults=pd.Series([], dtype=object))
    known = columns or {t: name for t, name in COLUMNS.items() if name in frame}
    mapping = ColumnMapping(layout="pemetaan sendiri", columns={"case_id": "Tanggal", **known})
    return MappedRows(chunk, mapping, zone="Asia/Jakarta", source_zone="Asia/Jakarta")


def reasons(rows: MappedRows) -> list[str | None]:
    table = rows.quarantine.table().set_index("row")["reason"]
    return [table.get(number) for number in rows["case_id"].index]


def test_the_column_that_cannot_be_read_is_named():
    """The day, or the clock time."""
    rows = mapped_rows({"Tanggal": ["29/5/2023", "29/5/2023", "?"], "Jam": ["9.05", "?", "9.05"]})
    assert read_submission(rows).to_list() == [pd.Timestamp("2023-05-29 09:05"), pd.NaT, pd.NaT]
    assert reasons(rows) == [
        None,
        "waktu tidak terbaca: kolom Jam",
        "waktu tidak terbaca: kolom Tanggal",
    ]


def test_days_that_could_be_months_are_counted():
    """The order of the mapping is kept to, and the reader told."""
    rows = mapped_rows({"Tanggal": ["3/4/2023", "29/5/2023", "2023-04-03"]}, submitted_at="Tanggal")
    read_submission(rows)
    assert rows.notes == Counter({("date_ambiguous", ""): 1})


def test_a_table_without_a_date_has_no_case():
    """Every row says so."""
    rows = mapped_rows({"Tanggal": ["1", "2"]}, status="Tanggal")
    assert read_submission(rows).isna().all()
    assert reasons(rows) == ["tanpa waktu masuk"] * 2


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ("30/5/2023 9:00", None),
        ("29/5/2023", None),
        ("29/5/2023 13:00", "berakhir sebelum mulai: kolom Tindak Lanjut"),
        ("28/5/2023", "berakhir sebelum mulai: kolom Tindak Lanjut"),
        ("2/6/2023", "waktu sesudah tanggal data: kolom Tindak Lanjut"),
        ("31 Juni 2023", "waktu tidak terbaca: kolom Tindak Lanjut"),
        ("-", None),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_a_later_moment_lies_between_submission_and_the_data_s_date(later, reason):
    """A day without its clock time lasts to its end."""
    cells = {"Tanggal": ["29/5/2023", "x"], "Jam": ["14:00", None]}
    cells["Tindak Lanjut"] = [later, "1/6/2023 10:00"]
    rows = mapped_rows(cells)
    submitted = read_submission(rows)
    read_later_times(rows, submitted, pd.Timestamp("2023-06-02"))
    assert reasons(rows)[0] == reason


def test_a_limit_may_lie_ahead_of_the_data():
    """It is no event."""
    rows = mapped_rows({"Tanggal": ["29/5/2023"], "Batas": ["9/6/2023"]})
    times = read_later_times(rows, read_submission(rows), pd.Timestamp("2023-06-02"))
    assert times["deadline_at"].item() == pd.Timestamp("2023-06-09")
    assert reasons(rows) == [None]
