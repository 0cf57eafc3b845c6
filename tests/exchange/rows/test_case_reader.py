"""Rows of a table into cases, or into quarantine."""

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.columns.official_layout import OFFICIAL_COLUMNS, official_mapping
from lapor_lab.exchange.official_table import official_table
from lapor_lab.exchange.raw.raw_table import RawChunk, RawTable
from lapor_lab.exchange.rows.case_reader import CaseReader, ReadCases
from lapor_lab.exchange.values.institution_names import InstitutionNames
from lapor_lab.schema import CASES, ComplaintLog, Status

NO_FAULTS = pd.Series([], index=pd.Index([], dtype="int64"), dtype=object)
PERSONAL = "Fulan 0812 3456 7890"
FULL = {
    "Tracking ID": "9165816",
    "Tanggal Laporan Masuk": "29 Mei 2023",
    "Waktu Laporan Masuk": "10:11:12",
    "Nama Pelapor": PERSONAL,
    "Klasifikasi Laporan": "ASPIRASI",
    "ID Kategori": "12",
    "Kategori": "PASPOR",
    "Judul Laporan": "Antrean  Paspor",
    "Isi Laporan Awal": "Yth.\nmohon",
    "Isi Laporan Akhir": "Mohon",
    "Tipe Laporan (Anonim/Rahasia)": "Rahasia",
    "Sumber Laporan": "Android - kota-contoh",
    "Instansi Induk": "Kementerian Hukum dan HAM",
    "ID Instansi Terdisposisi": "7",
    "Instansi Terdisposisi": "Ditjen Imigrasi",
    "Status Laporan": "DITUTUP OLEH SISTEM",
    "Alasan Tunda/Arsip": "-",
    "Provinsi": "Jawa Barat",
    "Kota/Kabupaten": "Kota Contoh",
    "Kecamatan": None,
    "Kelurahan": None,
    "Nomor SK": None,
    "Url SK": None,
    "Url Dokumen Laporan Tahunan": None,
    "Laporan yang Masuk melalui Kanal Aduan Setwapres": "Tidak",
    "Rating": "4.0",
}


def table_of(columns: list[str]) -> RawTable:
    return RawTable(
        path=Path("ekspor.xlsx"),
        sheet="Laporan",
        kind="xlsx",
        encoding="",
        delimiter="",
        header_row=11,
        columns=tuple(columns),
        preamble=(),
        other_sheets=(),
    )


def read(
    rows: list[dict[str, str | None]],
    mapping: ColumnMapping | None = None,
    *,
    observed_at: str | None = None,
    faults: pd.Series = NO_FAULTS,
    source_zone: str = "Asia/Jakarta",
) -> ReadCases:
    cells = pd.DataFrame(rows, dtype=object)
    cells.index = pd.RangeIndex(12, 12 + len(cells), name="row")
    mapping = mapping or official_mapping(cells.columns)
    assert mapping is not None
    reader = CaseReader(
        mapping,
        zone="Asia/Jakarta",
        source_zone=source_zone,
        observed_at=None if observed_at is None else pd.Timestamp(observed_at),
        table=table_of(list(cells.columns)),
    )
    return reader.read(RawChunk(cells=cells, faults=faults))


def test_a_row_of_the_export_becomes_a_case():
    """All that the export says of it, in the kit's own columns and spellings."""
    result = read([FULL])
    assert list(FULL) == list(OFFICIAL_COLUMNS)
    assert result.quarantine.empty
    assert result.notes == Counter({("rolled_up_topic", ""): 1})
    case = result.cases.loc[12]
    assert case.where(case.notna(), None).to_dict() == {
        "case_id": "9165816",
        "submitted_at": pd.Timestamp("2023-05-29 10:11:12"),
        "institution": "Kemenkumham",
        "unit": "Direktorat Jenderal Imigrasi",
        "province": "Jawa Barat",
        "regency": "Kota Contoh",
        "channel": "Android",
        "report_class": "Aspirasi",
        "topic": "Politik dan Hukum",
        "subtopic": "Paspor",
        "title": "Antrean  Paspor",
        "text": "Yth.\nmohon",
        "is_anonymous": False,
        "is_confidential": True,
        "status": Status.CLOSED_BY_SYSTEM,
        "archive_reason": None,
        "closed_by": "sistem",
        "rating": 4,
        "is_setwapres": False,
    }


def test_columns_come_in_the_order_and_types_of_cases():
    """So that the log takes them as they are."""
    cases = read([FULL]).cases
    names = [column.name for column in CASES]
    assert list(cases) == [name for name in names if name in cases]
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2026-01-03"))
    assert log.cases.dtypes.to_dict() == cases.dtypes.to_dict()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"Tracking ID": None}, "tanpa nomor laporan"),
        ({"Tracking ID": "-"}, "tanpa nomor laporan"),
        ({"Tanggal Laporan Masuk": "0000-00-00"}, "tanpa waktu masuk"),
        (
            {"Tanggal Laporan Masuk": PERSONAL},
            "waktu tidak terbaca: kolom Tanggal Laporan Masuk",
        ),
        ({"Waktu Laporan Masuk": PERSONAL}, "waktu tidak terbaca: kolom Waktu Laporan Masuk"),
        ({"Instansi Induk": None, "Instansi Terdisposisi": "-"}, "tanpa instansi"),
        ({"Tanggal Laporan Masuk": "3 Januari 2026"}, "masuk sesudah tanggal data"),
        ({"Rating": PERSONAL}, "nilai tidak sah: kolom Rating"),
        ({"Rating": "6"}, "nilai tidak sah: kolom Rating"),
        (
            {"Tipe Laporan (Anonim/Rahasia)": PERSONAL},
            "nilai tidak sah: kolom Tipe Laporan (Anonim/Rahasia)",
        ),
        (
            {"Laporan yang Masuk melalui Kanal Aduan Setwapres": PERSONAL},
            "nilai tidak sah: kolom Laporan yang Masuk melalui Kanal Aduan Setwapres",
        ),
    ],
)
def test_a_row_that_is_no_case_says_why(changes, reason):
    """In one reason that names the column and quotes nothing; the cells stand beside it."""
    result = read([FULL | changes, FULL], observed_at="2026-01-03")
    row = result.quarantine.iloc[0]
    assert row["reason"] == reason
    assert row["row"] == 12
    assert row["isi: Nama Pelapor"] == PERSONAL
    assert result.cases.index.to_list() == [13]
    assert PERSONAL not in repr(result)
    assert not any(PERSONAL in name for _, name in result.notes)


def test_a_number_that_stands_twice_is_used_once():
    """The first row that can be used stays."""
    result = read([FULL | {"Rating": "9"}, FULL, FULL])
    assert result.cases.index.to_list() == [13]
    assert result.quarantine["reason"].to_list() == [
        "nilai tidak sah: kolom Rating",
        "nomor laporan ganda: sudah ada di baris di atasnya",
    ]


def test_a_row_that_is_no_row_keeps_the_reason_of_the_reader():
    """Before all others."""
    faults = pd.Series({13: "sel lebih banyak daripada judul kolom"})
    result = read([FULL, {}, FULL | {"Tracking ID": "2"}], faults=faults)
    assert result.quarantine[["row", "reason"]].to_numpy().tolist() == [[13, faults[13]]]


def test_the_account_stands_for_the_institution_where_there_is_no_other():
    """Neither there nor where it stands twice is it a unit of itself."""
    result = read(
        [
            FULL | {"Instansi Induk": None},
            FULL | {"Tracking ID": "2", "Instansi Terdisposisi": "KEMENKUMHAM"},
            FULL | {"Tracking ID": "3"},
        ]
    )
    assert result.cases["institution"].to_list() == ["Ditjen Imigrasi", *["Kemenkumham"] * 2]
    assert result.cases["unit"].isna().to_list() == [True, True, False]


def test_a_file_of_one_institution_has_its_name_from_the_mapping():
    """The accounts are its units."""
    mapping = ColumnMapping(
        layout="pemetaan sendiri",
        columns={"case_id": "No", "submitted_at": "Tgl", "institution_account": "Dinas"},
        institution="Kota Contoh",
    )
    case = read([{"No": "1", "Tgl": "29/5/2023", "Dinas": "Dinas X"}], mapping).cases.iloc[0]
    assert (case["institution"], case["unit"]) == ("Kota Contoh", "Dinas X")


def test_a_disposal_names_the_unit_where_no_column_does():
    """ "Terdisposisi ke ..." holds its name."""
    row = {"Tracking ID": "1", "Tanggal Masuk": "29/5/2023", "Instansi Induk": "Kota Contoh"}
    case = read([row | {"Status": "Terdisposisi ke Dinas X"}]).cases.iloc[0]
    assert (case["status"], case["unit"]) == (Status.DISPOSED, "Dinas X")


def test_a_clock_in_utc_is_moved():
    """The day may change with it."""
    result = read([FULL | {"Waktu Laporan Masuk": "22:30"}], source_zone="UTC")
    assert result.cases["submitted_at"].item() == pd.Timestamp("2023-05-30 05:30")


def test_other_tables_keep_their_words_and_bring_their_times():
    """Only the export's categories are rolled up; statuses are read by the mapping's words."""
    mapping = ColumnMapping(
        layout="permintaan layanan (311)",
        columns={
            "case_id": "id",
            "submitted_at": "opened",
            "closed_at": "closed",
            "institution": "agency",
            "topic": "kind",
            "channel": "via",
            "status": "state",
        },
        date_order="month first",
        statuses={"Done": "Selesai"},
    )
    rows = [
        {
            "id": str(number),
            "opened": "5/29/2023 10:00",
            "closed": closed,
            "agency": "DOT",
            "kind": "Paspor",
            "via": "Phone",
            "state": "done",
        }
        for number, closed in enumerate(["5/30/2023 9:00", "5/29/2023", None, "5/28/2023", "?"])
    ]
    result = read(rows, mapping)
    assert result.cases["topic"].unique().tolist() == ["Paspor"]
    assert result.cases["channel"].unique().tolist() == ["Phone"]
    assert result.cases["status"].unique().tolist() == [Status.COMPLETED]
    assert result.cases["closed_at"].to_list() == [
        pd.Timestamp("2023-05-30 09:00"),
        pd.Timestamp("2023-05-29"),
        pd.NaT,
    ]
    assert result.quarantine["reason"].to_list() == [
        "berakhir sebelum mulai: kolom closed",
        "waktu tidak terbaca: kolom closed",
    ]
    assert not result.notes


def test_spellings_are_shared_between_tables():
    """One institution of two files is one."""
    names = InstitutionNames()
    mapping = official_mapping(list(FULL))
    assert mapping is not None
    found = []
    for name in ("Kota Contoh", "KOTA CONTOH"):
        reader = CaseReader(
            mapping,
            zone="Asia/Jakarta",
            source_zone="UTC",
            observed_at=None,
            table=table_of(list(FULL)),
            names=names,
        )
        cells = pd.DataFrame([FULL | {"Instansi Induk": name}], index=[2], dtype=object)
        found.append(
            reader.read(RawChunk(cells=cells, faults=NO_FAULTS)).cases["institution"].item()
        )
    assert found == ["Kota Contoh", "Kota Contoh"]


def test_a_mapping_of_another_table_is_refused():
    """It names the columns that are not there."""
    mapping = official_mapping(list(FULL))
    assert mapping is not None
    message = (
        "ekspor.xlsx: column(s) Rating not found; it has "
        + ", ".join(list(FULL)[:-1])
        + ". Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        CaseReader(
            mapping,
            zone="Asia/Jakarta",
            source_zone="UTC",
            observed_at=None,
            table=table_of(list(FULL)[:-1]),
        )


def test_what_an_export_tells_of_the_sample_is_read_back(sample):
    """Written in the columns of the newest layout, every value comes back as it was."""
    table = official_table(sample, "26 kolom")
    table.index = pd.RangeIndex(12, 12 + len(table), name="row")
    mapping = official_mapping(table.columns)
    assert mapping is not None
    reader = CaseReader(
        mapping,
        zone="Asia/Jakarta",
        source_zone="Asia/Jakarta",
        observed_at=sample.as_of,
        table=table_of(list(table.columns)),
    )
    result = reader.read(RawChunk(cells=table, faults=NO_FAULTS))
    assert result.quarantine.empty
    assert {code for code, _ in result.notes} == {"rolled_up_topic"}
    told = "institution unit status topic subtopic channel report_class title text closed_by"
    for name in [*told.split(), "is_anonymous", "is_confidential", "rating"]:
        found, made = result.cases[name].reset_index(drop=True), sample.cases[name]
        pd.testing.assert_series_equal(found, made, check_names=False)
    minutes = (sample.cases["submitted_at"] - result.cases["submitted_at"].to_numpy()).abs()
    assert (minutes < pd.Timedelta("1min")).all()


CELLS = st.one_of(
    st.none(),
    st.sampled_from(["-", "0", "1", "4.5", "29 Mei 2023", "10:00", "Anonim", "Selesai", "Paspor"]),
    st.text(max_size=12),
)


@given(
    rows=st.lists(st.fixed_dictionaries(dict.fromkeys(FULL, CELLS)), min_size=1, max_size=5),
    faulty=st.booleans(),
)
@settings(max_examples=15, deadline=None)
def test_no_row_is_lost(rows, faulty):
    """Whatever stands in the cells: rows in = cases + rows in quarantine, each once."""
    faults = pd.Series({12: "rusak"}) if faulty else NO_FAULTS
    result = read(rows, faults=faults, observed_at="2026-01-03")
    numbers = [*result.cases.index, *result.quarantine["row"]]
    assert sorted(numbers) == list(range(12, 12 + len(rows)))
    assert result.quarantine["reason"].notna().all()
    required = ["case_id", "submitted_at", "institution"]
    assert result.cases[required].notna().all(axis=None)
    assert result.cases["case_id"].is_unique
