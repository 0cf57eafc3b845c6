"""Build invented official exports, with the faults that real ones have: datasets/contoh_ekspor.

All rows come from the sample ``contoh_kementerian``; what is planted in them is listed in
``datasets/README.md``.
"""

import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pandas as pd
import xlsxwriter

from lapor_lab.exchange import official_table, read_log_folder, synthetic_preamble
from lapor_lab.schema import ARCHIVED, CLOSED, FOLLOWED_UP, ComplaintLog, Status
from lapor_lab.synthetic.snapshots import log_as_of

FOLDER = "contoh_ekspor"
# Numbers of one institution never meet those of another.
FIRST_NUMBERS = {"Kemendikbudristek": 1_000_001, "Kementerian A": 2_000_001}
FIRST_NUMBERS["Kementerian C"] = 3_000_001
EARLIER = pd.Timestamp("2022-02-01")
THIS_YEAR = pd.Timestamp("2022-01-01")
# The same day whenever it is built, so that the same bytes come out.
CREATED = datetime(2022, 8, 15)
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
PERSONAL = (
    " Nama saya Laswi Hidayanto, NIK 0012345678900001, nomor HP 0812-0000-0001.",
    " Mohon balas ke surel laswi.h@example.com atau WA 0857 0000 0002.",
    " Saya Joko Hassanah, NIK 0098765432100003, surel joko.h@example.com.",
)


def build_exports(sample: Path, target: Path) -> None:
    """Write the five files of the folder."""
    log = read_log_folder(sample)
    target.mkdir(parents=True, exist_ok=True)
    late = _of(log, "Kemendikbudristek")
    early = as_seen_at(late, EARLIER)
    write_workbook(target / "kemendikbudristek_2022-02-01.xlsx", early, table_of(early, "17 kolom"))
    write_workbook(target / "kemendikbudristek_2022-08-15.xlsx", late, late_table(late))
    write_csv(target / "kementerian_a.csv", table_a(log), encoding="cp1252", delimiter=";")
    write_csv(target / "kementerian_c_re-ekspor.csv", table_c(log), encoding="utf-8-sig")
    write_csv(target / "rekap_kementerian.csv", recap(log), encoding="utf-8")


def as_seen_at(log: ComplaintLog, moment: pd.Timestamp) -> ComplaintLog:
    """Return what an export of an earlier day would have shown: no category before a verdict."""
    seen = log_as_of(log, moment)
    is_verified = seen.cases["status"].ne(Status.UNVERIFIED)
    categories = {
        name: seen.cases[name].where(is_verified) for name in ("report_class", "topic", "subtopic")
    }
    return replace(seen, cases=seen.cases.assign(**categories))


def late_table(log: ComplaintLog) -> pd.DataFrame:
    """Return the later export of the same institution."""
    table = table_of(log, "20 kolom")
    plant_personal_data(table, log)
    for row in (40, 90, 140):
        day = log.cases["submitted_at"].iloc[row].normalize()
        table.loc[row, "Tanggal Laporan Masuk"] = (day - pd.Timestamp("1899-12-30")).days
    table.loc[60:63, "Kategori"] = f"Lainnya terkait{NO_BREAK_SPACE}Kebudayaan"
    # Some rows are pasted in a second time at the end.
    return pd.concat([table, table.iloc[[12, 77]]], ignore_index=True)


def table_a(log: ComplaintLog) -> pd.DataFrame:
    """Return an export of 26 columns that says of no day that it was made."""
    own = _of(log, "Kementerian A", since=THIS_YEAR)
    table = table_of(own, "26 kolom")
    plant_personal_data(table, own)
    table.loc[[30, 31, 150], ["Instansi Induk", "Instansi Terdisposisi"]] = ""
    table.loc[[25, 75, 125, 175], "Status Laporan"] = "Menunggu Konfirmasi Pimpinan"
    topics = table["Kategori"]
    spaced = topics.str.replace(" ", NO_BREAK_SPACE)
    table["Kategori"] = topics.mask(table.index % 10 == 0, spaced)
    texts = table.loc[[50, 51], "Judul Laporan"]
    table.loc[[50, 51], "Judul Laporan"] = "“" + texts + "” – mohon segera"
    return table


def table_c(log: ComplaintLog) -> pd.DataFrame:
    """Return what another tool made of an export: its own names, its clock on UTC."""
    own = _of(log, "Kementerian C", since=THIS_YEAR)
    table = table_of(own, "snake_case")
    moments = own.cases["submitted_at"] - pd.Timedelta(7, "h")
    table["tanggal_masuk"] = moments.dt.strftime("%Y-%m-%d %H:%M:%S").to_numpy()
    table.loc[[20, 80], "tanggal_masuk"] = "0000-00-00 00:00:00"
    table["dinas_tujuan"] = "Kementerian C"
    table["kategori"] = ("Lainnya terkait " + table["kategori"]).mask(
        (table.index % 8 > 0) | table["kategori"].eq(""), table["kategori"]
    )
    return table


def recap(log: ComplaintLog) -> pd.DataFrame:
    """Return totals of two institutions, below a title that bears their date."""
    rows = [
        ["REKAPITULASI LAPORAN", "", "", "", ""],
        ["DATA SINTETIS, bukan kinerja sebenarnya", "", "", "", ""],
        ["Data per 15 Agustus 2022", "", "", "", ""],
        ["Instansi", "Masuk", "Selesai", "Proses", "Belum"],
    ]
    sums = [0, 0, 0, 0]
    for institution in ("Kementerian B", "Kementerian D"):
        status = log.cases.loc[log.cases["institution"].eq(institution), "status"]
        n_closed = int(status.isin(list(CLOSED)).sum())
        n_in_process = int(status.isin(list(FOLLOWED_UP - CLOSED)).sum())
        n_waiting = int((~status.isin(list(FOLLOWED_UP | ARCHIVED))).sum())
        # Reports that were archived are in the total and in none of the parts.
        counts = [len(status), n_closed, n_in_process, n_waiting]
        sums = [total + n for total, n in zip(sums, counts, strict=True)]
        rows.append([institution, *map(str, counts)])
    rows.append(["Jumlah", *map(str, sums)])
    return pd.DataFrame(rows[1:], columns=rows[0])


def table_of(log: ComplaintLog, layout: str) -> pd.DataFrame:
    """Return a log in a layout, with invented names where a reporter gave one."""
    first = FIRST_NUMBERS[str(log.cases["institution"].iloc[0])]
    table = official_table(log, layout, first_number=first).reset_index(drop=True)
    if "Nama Pelapor" in table:
        invented = [f"Pelapor Contoh {number + 1:03d}" for number in table.index]
        table["Nama Pelapor"] = table["Nama Pelapor"].mask(table["Nama Pelapor"].eq(""), invented)
    return table


def plant_personal_data(table: pd.DataFrame, log: ComplaintLog) -> None:
    """Add data of invented persons to the first texts that are not confidential."""
    is_public = ~log.cases["is_confidential"].fillna(value=True).to_numpy(dtype=bool)
    for row, words in zip(table.index[is_public][4::9], PERSONAL, strict=False):
        for column in ("Isi Laporan Awal", "Isi Laporan Akhir"):
            table.loc[row, column] += words


def write_workbook(path: Path, log: ComplaintLog, table: pd.DataFrame) -> None:
    """Write a workbook as the official export makes it: ten rows, then the table."""
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False}) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Laporan")
        for row, text in enumerate(synthetic_preamble(log)):
            sheet.write_string(row, 0, text) if text else None
        top = len(synthetic_preamble(log))
        sheet.write_row(top, 0, list(table.columns))
        for row, cells in enumerate(table.itertuples(index=False), start=top + 1):
            for column, cell in enumerate(cells):
                write = sheet.write_number if isinstance(cell, int) else sheet.write_string
                if cell != "":
                    write(row, column, cell)


def write_csv(path: Path, table: pd.DataFrame, *, encoding: str, delimiter: str = ",") -> None:
    """Write a table as text, with the line ends of a spreadsheet."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(table.columns)
    writer.writerows(table.itertuples(index=False))
    path.write_bytes(stream.getvalue().encode(encoding))


def _of(log: ComplaintLog, institution: str, since: pd.Timestamp | None = None) -> ComplaintLog:
    is_own = log.cases["institution"].eq(institution)
    if since is not None:
        is_own &= log.cases["submitted_at"] >= since
    cases = log.cases[is_own].reset_index(drop=True)
    events = log.events[log.events["case_id"].isin(cases["case_id"])]
    return replace(log, cases=cases, events=events, truth=None)


def main(arguments: Sequence[str]) -> None:
    """Build the folder beside the sample."""
    datasets = Path(arguments[0]) if arguments else Path(__file__).parent.parent / "datasets"
    build_exports(datasets / "contoh_kementerian", datasets / FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
