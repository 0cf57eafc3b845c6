"""``lapor-lab compare``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

COLUMNS = ["institution", "measure", "numerator", "denominator", "estimate", "lower", "upper"]
COLUMNS += ["n_unknown", "availability"]


@pytest.mark.reference
def test_a_real_log_from_the_command_line(
    run: Callable[..., Any], reference: Path, tmp_path: Path
) -> None:
    """A municipality's permits: the shares, their intervals, and two cases in quarantine."""
    out = tmp_path / "receipt.csv"
    answer = run(
        *["compare", reference / "process/receipt.csv", "--by", "case:department"],
        *["--as-of", "2012-01-24", "--out", out],
    )
    table = pd.read_csv(out).set_index(["measure", "institution"])
    shares = table.loc["completed_within_limit"]
    quarantine = pd.read_csv(tmp_path / "receipt.karantina.csv")

    assert answer.code == 0
    assert table.reset_index()[COLUMNS].columns.to_list() == COLUMNS
    assert shares["numerator"].to_dict() == {"Customer contact": 26, "Experts": 9, "General": 915}
    assert shares["denominator"].to_dict() == {
        "Customer contact": 27,
        "Experts": 15,
        "General": 1324,
    }
    assert shares["n_unknown"].sum() == 66
    assert ((shares["lower"] < shares["estimate"]) & (shares["estimate"] < shares["upper"])).all()
    days = table.loc["completion_median_days", "availability"]
    assert set(days) == {"tidak tersedia (kalender)"}
    follow_up = table.loc["first_followed_up_within_limit", "availability"]
    assert set(follow_up) == {"tidak tersedia"}
    assert quarantine["case_id"].nunique() == 2
    assert "4 baris (2 laporan) tidak dapat dipakai" in answer.out
    assert "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI" in answer.out


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".csv", ".json"])
def test_every_form_is_written(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path, suffix: str
) -> None:
    """The suffix chooses the form; synthetic data are called synthetic on the screen."""
    out = tmp_path / "sub" / f"perbandingan{suffix}"
    answer = run("compare", log_folder, "--out", out)

    assert answer.code == 0
    assert out.stat().st_size > 1000
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in answer.out
    assert str(out) in answer.out
    if suffix == ".json":
        assert json.loads(out.read_text("utf-8"))["metadata"]["is_synthetic"] is True


def test_an_earlier_moment_forgets_what_came_later(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """Half a year earlier there are fewer cases, and the last status is not known."""
    out = tmp_path / "x.csv"
    answer = run("compare", log_folder, "--out", out, "--as-of", "2022-02-15")
    table = pd.read_csv(out)

    assert "laporan masuk sesudahnya dan tidak dihitung" in answer.out
    status = table[table["measure"] == "followed_up_share"]
    assert set(status["availability"]) == {"tidak tersedia"}
    assert status["estimate"].isna().all()


def test_a_source_without_any_time_says_so(run: Callable[..., Any], tmp_path: Path) -> None:
    """A bare list of reports gives no table of nothing, but one sentence."""
    source = tmp_path / "t.csv"
    source.write_text("case_id,submitted_at,institution\n1,2022-08-01,A\n")

    answer = run("compare", source, "--out", tmp_path / "x.csv")

    assert "tidak ada ukuran utama yang dapat dihitung" in answer.out


def test_a_local_day_off_is_counted_as_one(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """With every day of a month struck, fewer reports are late."""
    days = tmp_path / "libur.csv"
    days.write_text(
        "date,action,name\n" + "".join(f"2022-03-{day:02d},libur,banjir\n" for day in range(1, 32))
    )
    met = []
    for words in ([], ["--calendar", days]):
        run("compare", log_folder, "--out", tmp_path / "x.csv", *words)
        table = pd.read_csv(tmp_path / "x.csv").set_index("measure")
        met.append(table.loc["first_followed_up_within_limit", "numerator"].sum())

    assert met[1] > met[0]


def test_measures_weights_and_peers_from_the_command_line(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """All of a fair comparison in one call: the data hold what was asked."""
    out = tmp_path / "adil.json"
    answer = run(
        *["compare", log_folder, "--measure", "closed_share", "--measure", "backlog_share"],
        *["--adjust", "topic,report_class", "--peers", "kind", "--out", out],
        *["--weights", "closed_share=1,backlog_share=2"],
    )
    content = json.loads(out.read_text("utf-8"))

    assert answer.code == 0, answer.err
    assert [one["measure"] for one in content["comparisons"]] == ["closed_share", "backlog_share"]
    assert content["comparisons"][0]["adjusted_by"] == ["topic", "report_class"]
    assert content["comparisons"][0]["peers"] == "kind"
    assert content["composite"]["weights"] == {"closed_share": 1.0, "backlog_share": 2.0}
    assert answer.out.count("Perbandingan yang adil: ") == 2
    assert "Skor" not in answer.out


@pytest.mark.parametrize(
    "column",
    ["channel", "province", "regency", "subtopic", "is_anonymous", "is_confidential", "month"],
)
def test_every_column_that_is_offered_can_be_adjusted_for(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path, column: str
) -> None:
    """A column that the refusal of another one lists is taken."""
    options = ["--measure", "closed_share", "--out", tmp_path / "x.csv", "--adjust"]
    refusal = run("compare", log_folder, *options, "status").err
    answer = run("compare", log_folder, *options, column)

    assert column in refusal.partition("Pilih salah satu: ")[2].rstrip(".\n").split(", ")
    assert answer.code == 0, answer.err
    assert set(pd.read_csv(tmp_path / "x.putusan.csv")["adjusted_by"]) == {column}


def test_without_a_measure_the_page_stays_and_one_is_compared(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """Beside the estimates of all measures lie the verdicts of the first main one."""
    answer = run("compare", log_folder, "--out", tmp_path / "x.csv")
    verdicts = pd.read_csv(tmp_path / "x.putusan.csv")

    assert pd.read_csv(tmp_path / "x.csv")["measure"].nunique() == 20
    assert set(verdicts["measure"]) == {"first_followed_up_within_limit"}
    assert "Perbandingan yang adil: Tindak lanjut pertama" in answer.out


def test_each_institution_gets_its_sheet(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """The folder holds a page for each institution, and the screen says what to do with them."""
    folder = tmp_path / "lembar"
    answer = run(
        *["compare", log_folder, "--measure", "completion_mean_days"],
        *["--out", tmp_path / "x.csv", "--lembar-klarifikasi", folder],
    )

    assert answer.code == 0, answer.err
    assert len(list(folder.iterdir())) == 10
    assert "10 lembar klarifikasi ada di" in answer.out
    assert "sebelum apa pun diterbitkan" in answer.out


def test_a_wrong_name_is_one_line_and_writes_nothing(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """Names are checked before anything is counted."""
    out = tmp_path / "x.html"
    for words in (["--measure", "kecepatan"], ["--adjust", "status"], ["--peers", "jenis"]):
        answer = run("compare", log_folder, "--out", out, *words)
        assert answer.code == 1
        assert answer.err.count("\n") == 1
        assert "tidak dikenal. Pilih salah satu: " in answer.err
    assert not out.exists()


def test_a_source_without_closing_times(run: Callable[..., Any], tmp_path: Path) -> None:
    """Status alone: volume, status mix and closed by system, the rest not available.

    Asked for the share within the limit, the page refuses and says what could be compared.
    """
    statuses = ["Ditutup oleh Sistem"] * 30 + ["Ditutup oleh Admin"] * 10 + ["Terdisposisi"] * 20
    rows = [
        f"{k:04d},2022-03-0{1 + k % 9},Kota {name},{status}"
        for name in "ABCD"
        for k, status in enumerate(statuses[: 60 - 3 * ord(name) % 7])
    ]
    lines = [f"{number}{row}" for number, row in enumerate(rows)]
    source = tmp_path / "t.csv"
    source.write_text("case_id,submitted_at,institution,status\n" + "\n".join(lines))

    answer = run("compare", source, "--as-of", "2022-08-15", "--out", tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text("utf-8")
    asked = run(
        *["compare", source, "--as-of", "2022-08-15", "--measure", "mean_rating"],
        *["--out", tmp_path / "y.html"],
    )
    refused = (tmp_path / "y.html").read_text("utf-8")

    assert answer.code == asked.code == 0, answer.err + asked.err
    assert "Perbandingan yang adil: % sudah ditindaklanjuti" in answer.out
    assert "Ditutup oleh Sistem, dari yang selesai" in page
    assert "Rata-rata penilaian pelapor (1–5)" in page
    assert "Perbandingan ini tidak memberi putusan" in asked.out
    assert "Yang dapat dibandingkan dari sumber ini" in refused
    assert "followed_up_share" in refused


def test_language_and_form_of_csv_are_chosen(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """An English page, a CSV for an Indonesian Excel; a language that is not there is refused."""
    page, table = tmp_path / "p.html", tmp_path / "p.csv"
    assert run("compare", log_folder, "--out", page, "--lang", "en").code == 0
    assert "Comparison of complaint handling" in page.read_text("utf-8")
    assert run("compare", log_folder, "--out", table, "--csv", "id").code == 0
    assert list(pd.read_csv(table, sep=";", decimal=",", encoding="utf-8-sig"))[: len(COLUMNS)] == (
        COLUMNS
    )
    refused = run("compare", log_folder, "--out", page, "--lang", "jv")
    assert (refused.code, refused.err) == (
        1,
        "isi --lang jv tidak dikenal. Pilih salah satu: id, en.\n",
    )


def test_an_analysts_morning(run: Callable[..., Any], tmp_path: Path) -> None:
    """From the exports that ship to a document with its workbook, in two commands."""
    exports = Path(__file__).parents[2] / "datasets" / "contoh_ekspor"
    data, out = tmp_path / "D", tmp_path / "perbandingan.docx"
    assert run("import", exports, "--out", data).code == 0
    answer = run("compare", data, "--out", out)
    assert answer.code == 0
    assert out.stat().st_size > 100_000
    assert f"Semua angkanya ada pula di {out.with_suffix('.tabel.xlsx')}." in answer.out
    assert out.with_suffix(".tabel.xlsx").exists()
