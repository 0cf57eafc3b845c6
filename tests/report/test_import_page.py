"""The page of an import, read as its reader does."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lapor_lab.exchange.imports.import_summary import FileFacts, ImportSummary
from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.report.import_page import import_html
from lapor_lab.report.import_report import import_facts
from lapor_lab.report.status_table import read_status_table

Facts = Callable[..., FileFacts]
Summary = Callable[..., ImportSummary]
Read = Callable[[str], Any]
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def estimates(import_folder: Path) -> pd.DataFrame:
    """Estimates of the usual import, which has statuses and no times."""
    return estimate(count_cases(import_folder))


@pytest.fixture(scope="module")
def render(estimates: pd.DataFrame, import_folder: Path) -> Callable[..., str]:
    """Return a function that writes the page of a summary."""

    def write(summary: ImportSummary, folder: str = "impor") -> str:
        known = estimates if summary.n_cases else None
        return import_html(
            summary,
            import_facts(summary, known),
            estimates=known,
            statuses=read_status_table(import_folder),
            folder=folder,
        )

    return write


@pytest.fixture(scope="module")
def html(render: Callable[..., str], make_summary: Summary) -> str:
    """The usual page."""
    return render(make_summary())


def test_page_is_whole_and_accessible(html: str, read_page: Read) -> None:
    """Nothing is loaded from elsewhere; headings do not jump, tables have captions."""
    page = read_page(html)

    levels = [level for level, _ in page.headings]
    assert page.lang == "id"
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(load.startswith("data:image/svg+xml;base64,") for load in page.loads)
    assert all(len(str(image["alt"])) > 40 for image in page.images)
    assert set(page.anchors) <= page.ids
    assert page.tags.count("caption") == page.tags.count("table")


def test_cover_says_what_must_be_said(html: str, read_page: Read) -> None:
    """The cover is no evaluation, no anonymisation, and accounts for every row."""
    text = read_page(html).text

    cover = text[: text.index("Perlu diperiksa")]
    assert "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI" in cover
    assert "Penyamaran bukan anonimisasi" in cover
    assert "✓ Dari 160 baris, 153 diterima dan 7 masuk karantina. Jumlahnya cocok" in cover
    assert "SINTETIS" not in text


def test_rows_that_do_not_add_up_are_told(
    render: Callable[..., str], make_summary: Summary, make_file_facts: Facts, read_page: Read
) -> None:
    """A row too few is a defect of the program, and the page says so."""
    page = render(make_summary(files=(make_file_facts(n_accepted=152),)))

    text = read_page(page).text
    assert "✗ Dari 160 baris, 152 diterima dan 7 masuk karantina" in text
    assert "Jumlahnya tidak cocok" in text


def test_synthetic_data_are_marked(
    render: Callable[..., str], make_summary: Summary, read_page: Read
) -> None:
    """Made-up cases put the notice first on the cover."""
    page = render(make_summary(provenance={"kind": "sintetis", "source": "a.csv"}))

    text = read_page(page).text
    assert text.index("DATA SINTETIS") < text.index("Bukan hasil evaluasi resmi")


def test_remarks_come_first_with_what_to_do(html: str, read_page: Read) -> None:
    """The first section holds each remark and its action."""
    page = read_page(html)

    assert next(text for level, text in page.headings if level == 2) == "Perlu diperiksa"
    first = page.text[: page.text.index("Yang dapat dan tidak dapat dihitung")]
    assert "6 baris memuat status yang tidak dikenal: Menunggu Jawaban." in first
    assert "tulis padanannya di berkas pemetaan" in first


def test_nothing_remarked_is_no_praise(
    render: Callable[..., str], make_summary: Summary, read_page: Read
) -> None:
    """Without remarks the page still asks to compare some rows with their source."""
    text = read_page(render(make_summary(remarks=()))).text

    assert "Itu belum berarti datanya benar" in text


def test_an_export_without_times_says_what_cannot_be_known(html: str, read_page: Read) -> None:
    """It names the missing times, gives bounds for the largest institution, and no point."""
    text = read_page(html).text

    assert "Berkas ini tidak memuat waktu tindak lanjut dan waktu penyelesaian" in text
    assert "Untuk Kementerian Fiktif Anggrek: " in text
    assert "Tindak lanjut pertama ≤ 5 hari kerja: paling sedikit " in text
    assert "Berkas ini tidak memuat penilaian pelapor" in text
    assert "Median hari kerja sampai tuntas – – 3 – waktu tuntas" in text


def test_what_some_files_lack_is_counted(
    render: Callable[..., str], make_summary: Summary, make_file_facts: Facts, read_page: Read
) -> None:
    """Of two tables one has times, so the page says one of two."""
    with_times = make_file_facts(
        file="b.csv",
        columns={"case_id": "No", "responded_at": "Tanggap", "closed_at": "Tutup"},
    )

    text = read_page(render(make_summary(files=(make_file_facts(), with_times)))).text

    assert "1 dari 2 tabel tidak memuat waktu tindak lanjut" in text
    assert "1 dari 2 tabel tidak memuat status" in text
    assert "Semua berkas tidak memuat penilaian pelapor" in text


def test_files_and_reasons_stand_in_tables(html: str, read_page: Read) -> None:
    """A file has layout, header row, date, who said it, and counts; a reason its remedy."""
    text = read_page(html).text

    assert (
        "ekspor 2024.xlsx Worksheet ekspor resmi SP4N-LAPOR! 11 31 Mei 2024 "
        "tertulis dalam berkas 160 153 7"
    ) in text
    assert "tanpa instansi 5 Isi kolom instansi" in text
    assert "4 kolom dikenali , 3 tidak ada , 1 tidak dipakai" in text.replace(
        "dikenali,", "dikenali ,"
    ).replace("ada,", "ada ,")


def test_files_of_the_same_columns_are_told_once(
    render: Callable[..., str], make_summary: Summary, make_file_facts: Facts, read_page: Read
) -> None:
    """Eighty exports of one layout make one list of columns."""
    files = tuple(make_file_facts(file=f"ekspor {n}.xlsx") for n in range(80))

    page = read_page(render(make_summary(files=files)))

    assert "ekspor 0.xlsx dan 79 berkas lain" in page.text
    assert page.text.count("Kolom yang dikenali") == 1
    assert "Gambar memuat 30 tabel pertama" in page.text


def test_who_closed_stands_beside_the_archives(html: str, read_page: Read) -> None:
    """One row an institution: cases, closers, archives, both shares; small ones hidden."""
    text = read_page(html).text

    assert "Kementerian Fiktif Anggrek 100 30 20 " in text
    assert "(1 instansi dengan kurang dari 5 laporan) ∗ ∗ ∗" in text
    assert "Dinas Fiktif Cempaka" not in text[text.index("Siapa yang menutup, dan") :]


def test_masked_data_are_counted_not_shown(html: str, read_page: Read) -> None:
    """Kinds and counts, never a value; texts of confidential reports are told apart."""
    text = read_page(html).text

    assert "isi laporan: NIK (3); TELEPON (12). Nilainya tidak disimpan" in text
    assert "8 judul dan isi dari laporan Rahasia tidak disimpan" in text


@pytest.mark.parametrize(
    ("folder", "command"),
    [
        ("impor", "lapor-lab compare impor --out perbandingan.html"),
        ("impor saya", 'lapor-lab compare "impor saya" --out perbandingan.html'),
    ],
)
def test_next_commands_can_be_copied(
    folder: str, command: str, render: Callable[..., str], make_summary: Summary, read_page: Read
) -> None:
    """The commands name the folder, between quotes where it holds a space."""
    text = read_page(render(make_summary(), folder)).text

    assert command in text
    assert "lapor-lab import --hapus " in text


def test_a_recap_has_no_statuses_of_cases(
    render: Callable[..., str], make_summary: Summary, make_file_facts: Facts, read_page: Read
) -> None:
    """Totals without cases say what they cannot tell, and draw nothing of statuses."""
    recap = make_file_facts(
        layout="rekapitulasi",
        columns={"institution": "OPD", "n": "Masuk"},
        n_rows=20,
        n_accepted=20,
        n_quarantined=0,
    )
    summary = make_summary(
        files=(recap,), n_cases=0, n_recap_rows=20, first=None, last=None, statuses={},
        quarantine_reasons={}, remarks=(), masked={},
    )  # fmt: skip

    page = read_page(render(summary))

    assert "Data ini berupa rekapitulasi" in page.text
    assert "Tidak ada baris yang masuk karantina" in page.text
    assert "status" not in page.ids
    assert page.images == []


def test_names_from_a_file_are_inert(
    render: Callable[..., str], make_summary: Summary, make_file_facts: Facts, read_page: Read
) -> None:
    """Markup in a file, sheet, column, status, institution or reason is shown, never run."""
    file = make_file_facts(
        file=f"{SCRIPT}.csv",
        sheet=SCRIPT,
        layout=SCRIPT,
        columns={"case_id": SCRIPT},
        columns_ignored=(SCRIPT,),
        other_sheets=(SCRIPT,),
    )
    summary = make_summary(
        files=(file,),
        ignored_files=(SCRIPT,),
        quarantine_reasons={SCRIPT: 7},
        statuses={SCRIPT: 6},
        remarks=(
            Remark(code="unknown_status", values={"n": 6, "names": SCRIPT}),
            Remark(code="high_archived_share", values={"institution": SCRIPT, "share": 0.4}),
        ),
        masked={SCRIPT: 1},
        provenance={"kind": "nyata", "source": SCRIPT},
    )

    page = render(summary, SCRIPT)

    assert "<script" not in page
    assert "script" not in read_page(page).tags
    assert SCRIPT in read_page(page).text
