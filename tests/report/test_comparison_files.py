"""Files that a comparison is sent as."""

import io
import json
import os
from collections.abc import Callable
from errno import EEXIST, EISDIR
from pathlib import Path

import pandas as pd
import pytest

import lapor_lab.report.comparison_view
from lapor_lab.errors import OutputError
from lapor_lab.report import ComparisonReport, write_comparison

Make = Callable[..., ComparisonReport]
COLUMNS = "institution,measure,numerator,denominator,estimate,lower,upper,n_unknown,availability"


def test_csv_comes_back_as_it_went(comparison: ComparisonReport, tmp_path: Path) -> None:
    """Reading the CSV gives the estimates, with exactly their nine columns."""
    path = write_comparison(comparison, tmp_path / "perbandingan.csv")

    text = path.read_text("utf-8")
    back = pd.read_csv(io.StringIO(text), dtype={"n_unknown": "Int64"})
    assert text.splitlines()[0] == COLUMNS
    pd.testing.assert_frame_equal(back, comparison.estimates, check_dtype=False, rtol=1e-14)


def test_csv_writes_plain_numbers(make_comparison: Make, tmp_path: Path) -> None:
    """A count has no decimals, a share a point, what is missing is empty and never 0."""
    nan = float("nan")
    table = pd.DataFrame(
        [
            ("Lembaga Ä", "closed_share", 1341.0, 2000.0, 0.6705, 0.65, 0.69, 0, "tersedia"),
            ("B", "mean_rating", nan, nan, nan, nan, nan, pd.NA, "tidak tersedia"),
            ("C", "completion_median_days", 3, 9, 4.5, 3.0, float("inf"), 2, "tersedia"),
        ],
        columns=COLUMNS.split(","),
    )  # fmt: skip

    path = write_comparison(make_comparison(table), tmp_path / "p.csv")

    assert path.read_bytes().decode("utf-8").split("\n")[1:] == [
        "Lembaga Ä,closed_share,1341,2000,0.6705,0.65,0.69,0,tersedia",
        "B,mean_rating,,,,,,,tidak tersedia",
        "C,completion_median_days,3,9,4.5,3,,2,tersedia",
        "",
    ]


def test_json_holds_records_and_what_must_be_said(
    comparison: ComparisonReport, tmp_path: Path
) -> None:
    """The JSON has the estimates, null where missing, and notices, limits and provenance."""
    path = write_comparison(comparison, tmp_path / "perbandingan.json")

    content = json.loads(path.read_text("utf-8"))
    first = content["estimates"][0]
    assert len(content["estimates"]) == len(comparison.estimates)
    assert first["estimate"] == pytest.approx(comparison.estimates["estimate"][0])
    absent = [r for r in content["estimates"] if r["availability"] == "tidak tersedia"]
    assert {r["estimate"] for r in absent} == {None}
    assert content["metadata"]["as_of"] == "2022-08-15T00:00:00"
    assert content["metadata"]["is_synthetic"] is True
    assert content["metadata"]["provenance"]["rng"] == "7"
    assert content["metadata"]["notices"] == [
        "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)",
        "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI",
        "studi kasus 2022, nomenklatur saat itu",
    ]
    assert content["metadata"]["limits"][0]["legal_base"] == "PermenPANRB 62/2018"
    assert content["metadata"]["limits"][0]["berlaku_sejak"] == "2018-12-31"


def test_other_suffix_is_refused(comparison: ComparisonReport, tmp_path: Path) -> None:
    """A form that is not known is refused with the ones that are, and nothing is written."""
    path = tmp_path / "perbandingan.pdf"

    with pytest.raises(OutputError) as err:
        write_comparison(comparison, path)

    assert (
        str(err.value)
        == f"{path}: must end in .html, .docx, .xlsx, .csv, .json. Choose one of them."
    )
    assert list(tmp_path.iterdir()) == []


def test_absent_folder_is_made(comparison: ComparisonReport, tmp_path: Path) -> None:
    """A folder that is not there yet is made."""
    path = write_comparison(comparison, tmp_path / "keluaran/2022/perbandingan.csv")

    assert path.is_file()


def test_a_folder_that_is_a_file_is_refused(comparison: ComparisonReport, tmp_path: Path) -> None:
    """A place below a file is refused with the system's reason."""
    (tmp_path / "berkas").write_text("isi", "utf-8")
    path = tmp_path / "berkas" / "perbandingan.csv"

    with pytest.raises(OutputError) as err:
        write_comparison(comparison, path)

    assert str(err.value) == (
        f"{path}: cannot be written ({os.strerror(EEXIST)}). Choose another place."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has another reason for the same refusal")
def test_a_place_that_is_a_folder_is_refused(comparison: ComparisonReport, tmp_path: Path) -> None:
    """A folder is not overwritten, and no part is left beside it."""
    path = tmp_path / "perbandingan.csv"
    path.mkdir()

    with pytest.raises(OutputError) as err:
        write_comparison(comparison, path)

    assert str(err.value) == (
        f"{path}: cannot be written ({os.strerror(EISDIR)}). Choose another place."
    )
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_page_leaves_the_old_file(
    comparison: ComparisonReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When drawing fails, the file of last time stays whole and nothing lies beside it."""
    path = tmp_path / "perbandingan.html"
    path.write_text("yang lama", "utf-8")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(lapor_lab.report.comparison_view, "plot_estimates", fail)
    with pytest.raises(RuntimeError):
        write_comparison(comparison, path)

    assert path.read_text("utf-8") == "yang lama"
    assert list(tmp_path.iterdir()) == [path]


def test_verdicts_lie_beside_the_estimates(
    make_fair: Callable[..., ComparisonReport], tmp_path: Path
) -> None:
    """A table of estimates stays what it was; verdicts are a table of their own."""
    write_comparison(make_fair(), tmp_path / "a.csv")
    write_comparison(make_fair(comparisons=()), tmp_path / "b.csv")

    assert (tmp_path / "a.csv").read_text() == (tmp_path / "b.csv").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.csv",
        "a.putusan.csv",
        "b.csv",
    ]


def test_csv_for_an_indonesian_excel(comparison: ComparisonReport, tmp_path: Path) -> None:
    """Semicolon, decimal comma and the mark of UTF-8; the numbers are the same."""
    path = write_comparison(comparison, tmp_path / "p.csv", csv_form="id")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfinstitution;measure;")
    back = pd.read_csv(
        path, sep=";", decimal=",", encoding="utf-8-sig", dtype={"n_unknown": "Int64"}
    )
    pd.testing.assert_frame_equal(back, comparison.estimates, check_dtype=False, rtol=1e-14)
