"""Sheets for institutions: their own figures, nobody else's name."""

import base64
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import matplotlib as mpl
import pytest

from lapor_lab.report import ComparisonReport, clarification
from lapor_lab.report.clarification import make_sheets
from lapor_lab.schema import UNKNOWN_GROUP

Fair = Callable[..., ComparisonReport]
CASES = {
    "Kementerian Anggrek": (200, 20),
    "Kementerian Bakung": (200, 30),
    "Kota Edelweis": (200, 10),
    "Kota Flamboyan": (200, 25),
    "Kota Kenanga": (12, 12),
}
TWO = ("completed_within_limit", "completion_mean_days")


@pytest.fixture
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pictures out, which take longest."""
    empty = SimpleNamespace(source="data:image/svg+xml;base64,", alt="")
    monkeypatch.setattr(clarification, "draw_picture", lambda *_, **__: empty)


def whole_text(html: str) -> str:
    """Return the page with its pictures as text."""
    pictures = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    return html + "".join(base64.b64decode(picture).decode("utf-8") for picture in pictures)


def refuse_other_names(report: ComparisonReport) -> None:
    """Look for the names of all the others in every sheet, pictures as text included."""
    # Words of a picture are drawn as outlines unless they are asked to stay words.
    with mpl.rc_context({"svg.fonttype": "none"}):
        sheets = list(make_sheets(report))
    assert [sheet.institution for sheet in sheets] == sorted(CASES)
    for sheet in sheets:
        text = whole_text(sheet.html)
        assert sheet.institution in text
        for other in CASES:
            assert other == sheet.institution or other not in text, (sheet.institution, other)


def test_no_sheet_names_another_institution(make_fair: Fair) -> None:
    """Over all sheets, pictures too, only the own name occurs, whatever the source is called."""
    source = {"source": "ekspor Kota Edelweis.xlsx", "title": "Kota Edelweis"}
    refuse_other_names(make_fair(TWO, cases=CASES, notes=("Kota Edelweis",), **source))


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize(
    "peers", ["kind", "volume", dict.fromkeys(CASES, "Kelompok Kota Edelweis")]
)
def test_no_peer_group_names_another_institution(make_fair: Fair, peers: Any) -> None:
    """A group that somebody named after an institution is not called by that name."""
    refuse_other_names(make_fair(TWO, cases=CASES, peers=peers))


def test_only_the_own_point_is_named_in_the_funnel(make_fair: Fair) -> None:
    """The picture's legend holds the own name as number 1."""
    with mpl.rc_context({"svg.fonttype": "none"}):
        sheet = next(make_sheets(make_fair(cases=CASES)))

    assert "1. Kementerian Anggrek" in whole_text(sheet.html)


def test_a_sheet_holds_what_its_reader_has_to_check(make_fair: Fair, read_page: Any) -> None:
    """Value, interval, verdict, range, missing data, definition, date, method, room to reply."""
    report = make_fair(TWO, cases=CASES, adjust=("topic",), calendar_version="uji 1")
    text = read_page(next(make_sheets(report)).html).text

    assert text.index("sebelum apa pun diterbitkan") < text.index("Maksud lembar ini")
    for words in (
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI",
        "15 Agustus 2022",
        "Kalender hari kerja uji 1",
        "Bagian laporan yang tuntas dalam batas waktu menurut klasifikasinya",
        "Rata-rata hari kerja sampai tuntas di dalam 60 hari kerja pertama",
        "Putusan belum dapat dibedakan.",
        "180 / 200",
        "Nilai mentah 90,0 % (selang 85,1–93,4 %)",
        "Nilai disesuaikan menurut komposisi laporan",
        "Kisaran kelompok pembanding",
        "Rentang peringkat 1–4 dari 4",
        "semua instansi (5 instansi, termasuk instansi ini)",
        "Tanpa topik 0,0 %",
        "Disesuaikan menurut topik (standardisasi tidak langsung).",
        "Tanggapan instansi",
        "Nama dan jabatan",
        "Tanda tangan",
    ):
        assert words in text, words
    assert text.count("?") >= 5


@pytest.mark.usefixtures("no_pictures")
def test_insufficient_data_are_no_verdict(make_fair: Fair, read_page: Any) -> None:
    """Twelve reports: no range, no ranks, and the reason."""
    sheet = list(make_sheets(make_fair(cases=CASES)))[-1]
    text = read_page(sheet.html).text

    assert "Putusan data belum memadai. Laporannya terlalu sedikit." in text
    assert "Rentang peringkat" not in text
    assert "Kisaran kelompok pembanding 9" not in text


def test_pages_need_no_other_file_and_are_whole(make_fair: Fair, read_page: Any) -> None:
    """Nothing is loaded, the language is Indonesian, tables have captions, pictures words."""
    page = read_page(next(make_sheets(make_fair(cases=CASES))).html)

    assert all(load.startswith("data:image/svg+xml;base64,") for load in page.loads)
    assert page.lang == "id"
    assert page.tags.count("caption") == page.tags.count("table")
    assert all(len(image["alt"]) > 40 for image in page.images)


@pytest.mark.usefixtures("no_pictures")
def test_reports_without_a_name_get_no_sheet(make_fair: Fair) -> None:
    """Nobody can reply for reports whose institution is not known."""
    sheets = make_sheets(make_fair(cases=CASES | {UNKNOWN_GROUP: (100, 10)}))
    assert UNKNOWN_GROUP not in [sheet.institution for sheet in sheets]


@pytest.mark.usefixtures("no_pictures")
def test_markup_in_a_name_is_text(make_fair: Fair) -> None:
    """A name from a stranger's file cannot break out of its page."""
    evil = '<script>alert("x")</script>'
    sheets = make_sheets(make_fair(cases=CASES | {evil: (100, 10)}))
    assert not any("<script" in sheet.html for sheet in sheets)
