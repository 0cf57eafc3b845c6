"""Options of a fair comparison, checked at the door."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.cli.comparison_options import FairRequest, check_columns, read_peers, read_request
from lapor_lab.cli.screen import describe_error
from lapor_lab.errors import InputFileError, LaporLabError, ParameterError, UnknownNameError
from lapor_lab.metrics import COMPARED_MEASURES
from lapor_lab.schema import ComplaintLog

MEASURES = ["completed_within_limit", "mean_rating"]


def log_of(**columns: list[object]) -> ComplaintLog:
    """Return a log with these columns."""
    n = len(next(iter(columns.values())))
    usual = {"case_id": [str(k) for k in range(n)], "institution": ["A"] * n}
    cases = pd.DataFrame(usual | {"submitted_at": ["2022-01-03"] * n} | columns)
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))


def test_nothing_asked_is_the_usual() -> None:
    """Without options nothing is adjusted, nobody is grouped, no score is made."""
    assert read_request([]) == FairRequest()


def test_options_are_read() -> None:
    """Names between commas, a decimal comma, weights by measure; each name once."""
    request = read_request(
        [*MEASURES, "mean_rating"],
        adjust="topic, report_class,topic",
        peers="kind",
        weights="mean_rating=1, completed_within_limit=2.5",
    )
    assert request.measures == tuple(MEASURES)
    assert request.adjust == ("topic", "report_class")
    assert request.peers == "kind"
    assert request.weights == {"mean_rating": 1.0, "completed_within_limit": 2.5}
    assert read_request(["mean_rating"], target="4,2").target == 4.2


def test_an_unknown_measure_is_one_line_with_all_that_are_known() -> None:
    """Quantiles are no measure to compare on; the line lists every measure that is."""
    with pytest.raises(UnknownNameError) as caught:
        read_request(["completion_median_days"])

    allowed = ", ".join(measure.id for measure in COMPARED_MEASURES)
    assert describe_error(caught.value) == (
        f"Ukuran completion_median_days tidak dikenal. Pilih salah satu: {allowed}."
    )


@pytest.mark.parametrize(
    ("measures", "options", "line"),
    [
        (
            [],
            {"target": "0.9"},
            (
                "--target harus ditulis bersama tepat satu --measure, tetapi tertulis 0.9. "
                "Bandingkan setiap ukuran dengan sasarannya sendiri, satu per satu."
            ),
        ),
        (
            ["completed_within_limit"],
            {"target": "90"},
            "--target harus di antara 0 dan 1, tetapi tertulis 90. Tulis 0.9 untuk 90 %.",
        ),
        (
            ["mean_rating"],
            {"target": "empat"},
            (
                "--target harus lebih besar dari 0, tetapi tertulis empat. "
                "Tulis bilangan dalam satuan ukuran itu."
            ),
        ),
        (
            MEASURES,
            {"weights": "mean_rating=1"},
            (
                "--weights harus berisi bilangan di atas 0 untuk paling sedikit dua ukuran pada "
                "--measure, tetapi tertulis mean_rating=1. "
                "Tulis misalnya completed_within_limit=2,mean_rating=1."
            ),
        ),
        (
            MEASURES,
            {"weights": "mean_rating=1,completed_within_limit=-2"},
            (
                "--weights harus berisi bilangan di atas 0 untuk paling sedikit dua ukuran pada "
                "--measure, tetapi tertulis mean_rating=1,completed_within_limit=-2. "
                "Tulis misalnya completed_within_limit=2,mean_rating=1."
            ),
        ),
    ],
)
def test_numbers_out_of_range_are_one_line(
    measures: list[str], options: dict[str, str], line: str
) -> None:
    """The line names the option, what it may be, what was typed and the way out."""
    with pytest.raises(ParameterError) as caught:
        read_request(measures, **options)
    assert describe_error(caught.value) == line


def test_weights_are_of_measures_that_are_compared() -> None:
    """A weight of another measure is refused."""
    with pytest.raises(UnknownNameError) as caught:
        read_request(MEASURES, weights="closed_share=1,mean_rating=2")
    assert describe_error(caught.value) == (
        "Ukuran untuk --weights closed_share tidak dikenal. "
        "Pilih salah satu: completed_within_limit, mean_rating."
    )


def test_peers_come_from_a_rule_or_a_file(tmp_path: Path) -> None:
    """A file in commas or semicolons gives each institution its group."""
    path = tmp_path / "p.csv"
    path.write_text("institution;peer_group\nKota A;kota\nKota B;kota\nKota B;kota\n")

    assert read_peers("volume") == "volume"
    assert read_peers(str(path)) == {"Kota A": "kota", "Kota B": "kota"}


@pytest.mark.parametrize(
    ("text", "content", "line"),
    [
        (
            "jenis",
            None,
            "Kelompok pembanding jenis tidak dikenal. Pilih salah satu: kind, volume, BERKAS.csv.",
        ),
        ("{path}", None, "{path}: berkas atau folder tidak ada. Periksa alamatnya."),
        (
            "{path}",
            "institution,group\nA,b\n",
            (
                "{path}: kolom peer_group tidak ada; yang ada: institution, group. "
                "Ubah nama kolom atau sebut kolom lain."
            ),
        ),
    ],
)
def test_unusable_peers_are_one_line(
    tmp_path: Path, text: str, content: str | None, line: str
) -> None:
    """An unknown rule, an absent file and a file without the columns each say so."""
    path = tmp_path / "p.csv"
    if content is not None:
        path.write_text(content)
    with pytest.raises(LaporLabError) as caught:
        read_peers(text.format(path=path))
    assert describe_error(caught.value) == line.format(path=path)


def test_an_institution_in_two_groups_is_refused(tmp_path: Path) -> None:
    """The line says where the second group stands."""
    path = tmp_path / "p.csv"
    path.write_text("institution,peer_group\nA,x\nA,y\n")
    message = f"{path}, line 3: `institution` 'A' stands twice for the same thing. Keep one."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_peers(str(path))


def test_only_what_a_case_brings_is_adjusted_for() -> None:
    """Status tells what became of a case: adjusting for it would explain the result away."""
    log = log_of(topic=["a", "b"], status=["Selesai", "Proses"], own_column=["x", "y"])

    check_columns(log, FairRequest(adjust=("topic", "month", "own_column")), "institution")
    with pytest.raises(UnknownNameError) as caught:
        check_columns(log, FairRequest(adjust=("status",)), "institution")

    assert describe_error(caught.value) == (
        "Kolom untuk --adjust status tidak dikenal. Pilih salah satu: topic, month, own_column."
    )


def test_the_grouping_column_is_not_adjusted_for() -> None:
    """Groups by topic cannot be adjusted for topic."""
    log = log_of(topic=["a", "b"])
    with pytest.raises(UnknownNameError):
        check_columns(log, FairRequest(adjust=("topic",)), "topic")


def test_too_many_combinations_are_refused() -> None:
    """A column with a value a case leaves nothing to compare with."""
    log = log_of(own_column=list(range(1001)))
    with pytest.raises(ParameterError) as caught:
        check_columns(log, FairRequest(adjust=("own_column",)), "institution")
    assert describe_error(caught.value) == (
        "--adjust harus kolom dengan paling banyak 1.000 kombinasi nilai, tetapi tertulis 1001. "
        "Sebutkan kolom yang lebih sedikit atau lebih kasar: setiap kombinasi nilainya dihitung."
    )
