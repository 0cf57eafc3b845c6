"""A comparison's page, read as its reader does."""

import re
from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from lapor_lab.report import ComparisonReport, comparison_view, fair_profile, fair_view
from lapor_lab.report.comparison_page import comparison_html
from lapor_lab.report.measure_families import FAMILIES
from lapor_lab.schema import format_estimate, format_estimate_interval, label

Make = Callable[..., ComparisonReport]
Estimates = Callable[..., pd.DataFrame]
Read = Callable[[str], Any]


@pytest.fixture(scope="module")
def html(comparison: ComparisonReport) -> str:
    """The page of the usual comparison, rendered once."""
    return comparison_html(comparison)


@pytest.fixture
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pictures out, which take longest and say nothing in words."""
    empty = SimpleNamespace(source="data:image/svg+xml;base64,", alt="")
    monkeypatch.setattr(comparison_view, "_picture", lambda *_: empty)
    monkeypatch.setattr(fair_view, "draw_comparison", lambda *_, **__: ())
    monkeypatch.setattr(fair_profile, "draw_picture", lambda *_, **__: empty)


def test_page_loads_nothing_from_elsewhere(html: str, read_page: Read) -> None:
    """Every picture is inside the page; no script, link, frame or font is loaded."""
    page = read_page(html)

    assert page.loads
    assert all(load.startswith("data:image/svg+xml;base64,") for load in page.loads)
    assert not {"script", "link", "iframe", "object", "embed"} & set(page.tags)
    assert "http" not in html


def test_page_is_accessible(html: str, read_page: Read) -> None:
    """The language is Indonesian, headings do not jump, pictures have words, anchors exist."""
    page = read_page(html)

    levels = [level for level, _ in page.headings]
    assert page.lang == "id"
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(len(image["alt"]) > 40 for image in page.images)
    assert set(page.anchors) <= page.ids
    assert page.tags.count("caption") == page.tags.count("table")


def test_cover_says_what_must_be_said(html: str, read_page: Read) -> None:
    """Notices of synthetic data (with scenario and seed), evaluation and case study stand first."""
    text = read_page(html).text

    cover = text[: text.index("Yang dapat dibaca dari halaman ini")]
    assert "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)" in cover
    assert "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI" in cover
    assert "studi kasus 2022, nomenklatur saat itu" in cover
    assert "15 Agustus 2022" in cover
    assert "data/sintetis" in cover
    assert text.rstrip().endswith("tidak memuat apa pun dari internet.")
    assert "lapor-lab bukan produk resmi KemenPANRB" in text


def test_real_data_carry_no_synthetic_notice(make_comparison: Make) -> None:
    """A real comparison is still no official evaluation, and is not called synthetic."""
    page = comparison_html(make_comparison(provenance={"kind": "nyata", "zone": "WIB"}))

    assert "SINTETIS" not in page
    assert "studi kasus" not in page
    assert "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI" in page
    assert "zona WIB" in page


def test_every_estimate_stands_with_its_interval(
    html: str, comparison: ComparisonReport, read_page: Read
) -> None:
    """Each available estimate is in the page, followed by its interval."""
    text = read_page(html).text

    for row in comparison.estimates.to_dict("records"):
        if row["availability"] == "tersedia":
            value = format_estimate(row["estimate"], row["measure"], "tersedia")
            interval = format_estimate_interval(row["lower"], row["upper"], row["measure"])
            assert f"{row['institution']} {value} {interval}" in text, row


def test_missing_is_a_word_and_never_zero(html: str, read_page: Read) -> None:
    """What is too small or not reached is said in words; an absent measure has no table."""
    text = read_page(html).text

    row = "Kementerian Fiktif Anggrek data belum memadai – 2 / 3"
    assert row in text
    assert "Kementerian Fiktif Anggrek belum tercapai 31,0–belum tercapai" in text
    assert " 0,0 % " not in text
    assert text.count(label("measure.reopened_share")) == 1
    assert "Sebanyak 1 ukuran tidak ditampilkan karena kolom atau waktu kejadiannya" in text


def test_no_ranking_and_no_praise(html: str, read_page: Read) -> None:
    """Rows follow the alphabet, and no institution is called better, worse, best or a number."""
    text = read_page(html).text.lower()

    for word in ("lebih baik", "lebih buruk", "terbaik", "terburuk", "juara", "peringkat ke"):
        assert word not in text
    table = text[text.index("ukuran utama menurut instansi") :]
    names = re.findall(r"kementerian (fiktif anggrek|fiktif bougenvil|hukum|pendidikan)", table)
    assert names[:4] == ["fiktif anggrek", "fiktif bougenvil", "hukum", "pendidikan"]


@pytest.mark.parametrize(
    ("upper_of_first", "sentence"),
    [
        (0.75, "Kedua selang bertumpang tindih, sehingga keduanya belum dapat dibedakan ."),
        (0.65, "Kedua selang tidak bertumpang tindih, tetapi perbedaan komposisi laporan"),
    ],
)
def test_extremes_are_told_apart_only_by_their_intervals(
    make_comparison: Make, read_page: Read, upper_of_first: float, sentence: str
) -> None:
    """Lowest and highest cannot be told apart exactly when their intervals share a value."""
    rows = [
        ("A", "completed_within_limit", 60, 100, 0.6, 0.5, upper_of_first, 0, "tersedia"),
        ("B", "completed_within_limit", 80, 100, 0.8, 0.7, 0.87, 4, "tersedia"),
    ]
    columns = make_comparison().estimates.columns
    table = pd.DataFrame(rows, columns=columns)

    text = read_page(comparison_html(make_comparison(table))).text

    assert sentence in text
    assert "4 laporan pada ukuran Tuntas dalam batas waktu" in text


def test_both_official_definitions_stand_side_by_side(html: str, read_page: Read) -> None:
    """The section on official status names both definitions and says that both are right."""
    text = read_page(html).text

    section = text[text.index("Definisi yang berbeda, berdampingan") :]
    for measure in FAMILIES[3].measures:
        assert label(f"measure.{measure}") in section[:700]
    assert "kedua angka benar menurut definisinya" in text


def test_archived_share_stands_beside_the_official_shares(html: str, read_page: Read) -> None:
    """In both tables the archived share is the next column, with what archiving does."""
    text = read_page(html).text

    beside = f"{label('measure.closed_share')} {label('measure.archived_share')}"
    assert beside in text[text.index("Ukuran utama menurut instansi") :][:900]
    section = text[text.index("Definisi yang berbeda, berdampingan") :]
    assert label("measure.archived_share") in section[:700]
    assert "pengarsipan menaikkan persentase ukuran itu" in text


def test_bounds_are_called_bounds(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """At least and at most stand in the table with the undetermined, and no word of overlap."""
    table = make_estimates(["A", "B"], available=["verified_within_limit"])
    is_shown = table["availability"] == "tersedia"
    values = ["numerator", "denominator", "estimate", "lower", "upper", "availability"]
    table.loc[is_shown, values] = [[10, 40, float("nan"), 0.25, 0.75, "hanya batas"]] * 2

    page = read_page(comparison_html(make_comparison(table)))

    assert "A paling sedikit 25,0 %, paling banyak 75,0 % – 10 / 40 20 belum dapat" in page.text
    assert "Hanya batasnya yang diketahui" in page.text
    assert "Verifikasi ≤ 3 hari kerja (2 instansi)" in page.text
    assert "tanpa galat sampel" in page.text
    assert "nilai terendah" not in page.text
    assert "Kedua selang" not in page.text
    assert "Untuk 2 dari 2 baris hanya batasnya yang diketahui" in page.images[0]["alt"]


def test_pages_without_bounds_do_not_speak_of_them(html: str) -> None:
    """Nothing about bars and bounds where there are none."""
    assert "paling banyak" not in html.lower()


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["A", "B"], "Ukuran seperti ini tidak dapat membedakan instansi . Yang perlu dilihat"),
        (["A"], "Bernilai 100 % untuk instansi ini: % selesai, dari semua laporan masuk. Yang"),
    ],
)
def test_all_closed_shows_who_closed(
    make_comparison: Make,
    make_estimates: Estimates,
    read_page: Read,
    names: list[str],
    sentence: str,
) -> None:
    """A share of 100 % everywhere tells nobody apart; who closed is counted and tabulated."""
    closers = [f"closed_by_{who}_share" for who in ("system", "admin", "reporter")]
    table = make_estimates(names, available=["closed_share", *closers])
    is_closed = table["measure"] == "closed_share"
    table.loc[is_closed, ["numerator", "denominator", "estimate", "upper"]] = [50, 50, 1.0, 1.0]
    is_by = table["measure"] == "closed_by_reporter_share"
    table.loc[is_by, ["numerator", "denominator", "estimate"]] = [20, 50, 0.4]

    text = read_page(comparison_html(make_comparison(table))).text

    n, whole = 20 * len(names), 50 * len(names)
    assert sentence in text
    assert f"{label('measure.closed_by_reporter_share')} {n} / {whole} laporan." in text
    assert "Siapa yang menutup laporan" in text


def test_method_names_calendar_limits_and_what_was_left_out(
    make_comparison: Make, read_page: Read
) -> None:
    """Calendar, legal base, later cases, quarantine and notes stand in the section on methods."""
    page = comparison_html(
        make_comparison(
            n_after_as_of=12,
            n_quarantined=3,
            quarantine_path="ekspor.karantina.csv",
            calendar_note="Tahun 2027 masih perkiraan.",
            notes=("Satu unit dipakai sebagai instansi.",),
        )
    )
    text = read_page(page).text

    assert "12 laporan yang masuk sesudahnya tidak dihitung" in text
    assert "3 baris tidak dapat dipakai; baris dan alasannya ada di ekspor.karantina.csv" in text
    assert "holidays 0.109, dibekukan 24 November 2026. Tahun 2027 masih perkiraan." in text
    assert "Permintaan Informasi 5 hari kerja PermenPANRB 62/2018" in text
    assert "Satu unit dipakai sebagai instansi." in text
    assert text.count("standar pelayanan di SIPPN 8304801 dan 8291931") == 1


def test_event_log_with_one_measure(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """A log that only knows completion gives one section; the rest is one sentence."""
    units = ["General", "Customer contact", "Experts"]
    table = make_estimates(units, available=["completed_within_limit"])

    page = read_page(
        comparison_html(make_comparison(table, by="unit", provenance={"kind": "nyata"}))
    )

    sections = [text for level, text in page.headings if level == 2]
    assert sections == [
        "Yang dapat dibaca dari halaman ini", "Ikhtisar", "Penyelesaian", "Cara membaca",
        "Metode dan batasan",
    ]  # fmt: skip
    assert "Menurut unit, data per 15 Agustus 2022" in page.text
    assert "Dari 20 ukuran, 1 dapat dihitung. Sebanyak 19 ukuran tidak ditampilkan" in page.text
    assert len(page.images) == 1


def test_without_a_main_measure_the_page_stands(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """Where only ratings are known there is no overview, and the ratings have their section."""
    table = make_estimates(["A", "B"], available=["mean_rating"])

    page = read_page(comparison_html(make_comparison(table)))

    assert "Ikhtisar" not in [text for level, text in page.headings if level == 2]
    assert len(page.images) == 1


def test_nothing_can_be_computed(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """A source that tells nothing still gives a page, which says so and draws nothing."""
    table = make_estimates(["A", "B"], available=[])

    page = read_page(comparison_html(make_comparison(table)))

    assert "Belum ada ukuran yang dapat dihitung." in page.text
    assert page.images == []


def test_one_institution_is_not_compared(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """With one institution the page says that there is no comparison."""
    text = read_page(comparison_html(make_comparison(make_estimates(["Satu"])))).text

    assert "Karena hanya satu, tidak ada yang dibandingkan." in text
    assert "nilai terendah" not in text


def test_many_institutions_are_listed_and_only_the_first_are_drawn(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """Of 120 institutions all are in the table and 40 in the picture, and the page says so."""
    names = [f"Instansi {number:03d}" for number in range(120)]
    table = make_estimates(names, available=["completed_within_limit"])

    page = read_page(comparison_html(make_comparison(table)))

    assert "memuat 40 instansi pertama menurut abjad; tabel memuat semuanya" in page.text
    assert all(page.text.count(name) == 2 for name in names)
    assert "40 dari 40 baris" in page.images[0]["alt"]


def test_a_name_cannot_break_out_of_the_page(
    make_comparison: Make, make_estimates: Estimates, read_page: Read
) -> None:
    """Markup in the names of a source is text, everywhere."""
    evil = '<script>alert("x")</script>'
    table = make_estimates([evil], available=["completed_within_limit"])

    html = comparison_html(
        make_comparison(table, source=evil, provenance={"kind": "sintetis", "scenario": evil})
    )

    assert "<script" not in html
    assert evil in read_page(html).text


def test_same_comparison_same_page(html: str, comparison: ComparisonReport) -> None:
    """Writing twice gives the same bytes."""
    assert comparison_html(comparison) == html


def test_fair_section_says_how_it_judged(
    make_fair: Make, read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Definition, date, denominator and method come first; sentences, pictures, tables follow."""
    empty = SimpleNamespace(source="data:image/svg+xml;base64,", alt="")
    monkeypatch.setattr(comparison_view, "_picture", lambda *_: empty)
    text = read_page(comparison_html(make_fair(adjust=("topic",)))).text
    section = text[text.rindex("Perbandingan yang adil: Tuntas dalam batas waktu Definisi") :]
    order = [
        "Bagian laporan yang tuntas dalam batas waktu menurut klasifikasinya.",
        "Tanggal data 15 Agustus 2022",
        "Penyebut 2.055 laporan dinilai",
        "Metode Setiap instansi dibandingkan dengan nilai gabungan",
        "Belum dapat dibedakan dari kelompoknya: 10.",
        "Diagram corong Tuntas dalam batas waktu",
        "dengan rentang peringkatnya",
        "nilai mentah dan nilai sesudah disesuaikan menurut topik",
        "Putusan menurut instansi",
        "Enam langkah pemeriksaan",
        "Data yang hilang",
    ]
    places = [section.index(words) for words in order]
    assert places == sorted(places)
    assert "Kementerian Jeruju data belum memadai Laporannya terlalu sedikit. 0 / 12" in section


@pytest.mark.usefixtures("no_pictures")
def test_methods_no_longer_deny_the_adjustment(make_fair: Make, read_page: Read) -> None:
    """Where a comparison was adjusted, the methods say for what; where not, how it could be."""
    adjusted = read_page(comparison_html(make_fair(adjust=("topic",)))).text
    plain = read_page(comparison_html(make_fair())).text
    without = read_page(comparison_html(make_fair(comparisons=()))).text

    denied = "Nilai tidak disesuaikan menurut komposisi laporan."
    assert denied not in adjusted
    assert "nilai juga disesuaikan menurut topik: yang terlihat dibagi yang diharapkan" in adjusted
    assert denied not in plain
    assert "jalankan dengan --adjust topic,report_class" in plain
    assert denied in without


@pytest.mark.usefixtures("no_pictures")
def test_a_refused_measure_names_what_could_be_compared(make_fair: Make, read_page: Read) -> None:
    """A measure that the source does not tell: refused, with the ones that can be judged."""
    page = read_page(comparison_html(make_fair(("mean_rating",))))

    assert "Perbandingan ini tidak memberi putusan" in page.text
    assert "Yang dapat dibandingkan dari sumber ini: Tuntas dalam batas waktu" in page.text
    assert "completed_within_limit" in page.text
    assert "tidak tersedia pada instansi mana pun" in page.text


@pytest.mark.usefixtures("no_pictures")
def test_several_measures_have_a_profile_and_no_score(make_fair: Make, read_page: Read) -> None:
    """Side by side, never a sum; only weights make a score, which is called an exercise."""
    two = ("completed_within_limit", "completion_mean_days")
    plain = read_page(comparison_html(make_fair(two)))
    weighed = read_page(comparison_html(make_fair(two, weights=dict.fromkeys(two, 1.0))))

    assert "Profil: beberapa ukuran berdampingan" in [text for _, text in plain.headings]
    assert "Skor" not in plain.text
    assert "Ini latihan membaca, bukan indeks resmi." in weighed.text
    assert "Rentang peringkat atas pilihan bobot" in weighed.text
    assert "Rata-rata hari kerja sampai tuntas di dalam 60 hari kerja pertama." in weighed.text


def test_fair_page_keeps_the_rules_of_every_page(
    make_fair: Make, read_page: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Accessible, self-contained, without ranking and without praise."""
    empty = SimpleNamespace(source="data:image/svg+xml;base64,", alt="")
    monkeypatch.setattr(comparison_view, "_picture", lambda *_: empty)
    two = ("completed_within_limit", "completion_mean_days")
    report = make_fair(two, weights=dict.fromkeys(two, 1.0))
    page = read_page(comparison_html(report))

    levels = [level for level, _ in page.headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(load.startswith("data:image/svg+xml;base64,") for load in page.loads)
    assert set(page.anchors) <= page.ids
    assert page.tags.count("caption") == page.tags.count("table")
    for word in ("lebih baik", "lebih buruk", "terbaik", "terburuk", "juara", "peringkat ke"):
        assert word not in page.text.lower()
    table = page.text[page.text.index("Putusan menurut instansi") :]
    names = re.findall(r"(?:Kementerian|Kota) [A-Z]\w+", table)[:12]
    assert names == sorted(names)


@pytest.mark.usefixtures("no_pictures")
def test_real_reports_keep_the_rule_of_small_numbers(make_fair: Make, read_page: Read) -> None:
    """Of three reports neither the table nor the panel tells a count, and the page says why."""
    text = read_page(comparison_html(make_fair(kind="nyata"))).text

    assert "Kota Kenanga data belum memadai Laporannya terlalu sedikit. – / –" in text
    assert "Kota Kenanga – – – data belum memadai" in text
    assert "Angka kelompok berisi satu sampai empat laporan tidak ditulis" in text


@pytest.mark.usefixtures("no_pictures")
def test_why_there_is_no_fair_comparison_is_one_sentence(make_fair: Make, read_page: Read) -> None:
    """A note takes the place of the section."""
    note = "Perbandingan yang adil belum dapat dibuat: tidak ada ukuran."
    page = read_page(comparison_html(make_fair(comparisons=(), fair_note=note)))
    assert note in page.text
    assert not [text for _, text in page.headings if text.startswith("Perbandingan yang adil")]
