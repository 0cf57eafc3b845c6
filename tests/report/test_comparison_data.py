"""A comparison as plain numbers."""

import csv
import io
import json
from collections.abc import Callable

import numpy as np
import pandas as pd

from lapor_lab.comparison import COMPARISON_COLUMNS
from lapor_lab.report import ComparisonReport
from lapor_lab.report.comparison_data import comparison_csv, comparison_json, verdicts_csv


def test_missing_and_unreached_are_empty(make_comparison: Callable[..., object]) -> None:
    """Neither NaN nor infinity reaches another program: an empty cell and a null do."""
    comparison = make_comparison()
    comparison.estimates.loc[0, ["lower", "upper"]] = [np.nan, np.inf]

    line = comparison_csv(comparison).splitlines()[1]
    record = json.loads(comparison_json(comparison))["estimates"][0]

    assert line.split(",")[5:7] == ["", ""]
    assert (record["lower"], record["upper"]) == (None, None)


def test_bounds_reach_other_programs_as_bounds(make_comparison: Callable[..., object]) -> None:
    """Ends without an estimate, told apart by availability; the metadata say what ends are."""
    comparison = make_comparison()
    columns = ["estimate", "lower", "upper", "availability"]
    comparison.estimates.loc[0, columns] = [np.nan, 0.25, 0.75, "hanya batas"]

    line = comparison_csv(comparison).splitlines()[1]
    content = json.loads(comparison_json(comparison))

    assert line.split(",")[4:7] == ["", "0.25", "0.75"]
    assert line.endswith("hanya batas")
    assert [content["estimates"][0][name] for name in columns] == [None, 0.25, 0.75, "hanya batas"]
    assert content["metadata"]["lower_upper"] == {
        "tersedia": "selang kepercayaan 95 %",
        "hanya batas": "batas, bukan selang kepercayaan",
    }


def test_a_spreadsheet_runs_no_name(
    make_comparison: Callable[..., object], make_estimates: Callable[..., pd.DataFrame]
) -> None:
    """A name from a stranger's file is neither a formula nor a row of its own."""
    comparison = make_comparison(make_estimates(["=HYPERLINK(1)", "Kota\r Contoh"]))
    rows = list(csv.DictReader(io.StringIO(comparison_csv(comparison), newline="")))
    assert {row["institution"] for row in rows} == {"'=HYPERLINK(1)", "Kota Contoh"}
    assert len(rows) == len(comparison.estimates)


def test_json_carries_comparisons_whole(make_fair: Callable[..., ComparisonReport]) -> None:
    """Table, limits, dispersion, checks and missing data; nothing that is no JSON."""
    report = make_fair(("completed_within_limit", "mean_rating"), adjust=("topic",))
    content = json.loads(comparison_json(report))
    first, second = content["comparisons"]

    assert first["measure"] == "completed_within_limit"
    assert first["adjusted_by"] == ["topic"]
    assert len(first["table"]) == len(first["missing"]) == 12
    assert set(COMPARISON_COLUMNS) <= set(first["table"][0])
    assert len(first["limits"]) == len(report.comparisons[0].limits)
    assert [row["variant"] for row in first["dispersion"]] == ["truncated", "winsorised"]
    assert first["checks"][0]["step"] == "policy"
    assert {check["status"] for check in first["checks"]} <= {"passed", "warned", "refused"}
    small = next(row for row in first["table"] if row["institution"] == "Kementerian Jeruju")
    assert (small["verdict"], small["rank_low"], small["adjusted"]) == ("insufficient", None, None)
    assert (second["is_refused"], second["limits"]) == (True, [])
    assert len(content["profile"]) == 24
    assert content["composite"] is None


def test_a_composite_in_json_is_called_an_exercise(
    make_fair: Callable[..., ComparisonReport],
) -> None:
    """Scores stand with their ranks, the weights and the word that they are no index."""
    measures = ("completed_within_limit", "completion_mean_days")
    report = make_fair(measures, weights={measures[0]: 2.0, measures[1]: 1.0})
    composite = json.loads(comparison_json(report))["composite"]

    assert composite["note"] == "Latihan membaca, bukan indeks resmi."
    assert composite["weights"] == {"completed_within_limit": 2.0, "completion_mean_days": 1.0}
    assert {"score", "rank_low", "rank_high"} <= set(composite["scores"][0])


def test_verdicts_as_a_table(make_fair: Callable[..., ComparisonReport]) -> None:
    """One line a measure and institution, columns in English, missing is empty."""
    report = make_fair(("completed_within_limit", "completion_mean_days"), adjust=("topic",))
    table = pd.read_csv(io.StringIO(verdicts_csv(report)))

    assert list(table)[:3] == ["measure", "direction", "adjusted_by"]
    assert list(table)[3:] == list(COMPARISON_COLUMNS)
    assert len(table) == 24
    first = report.comparisons[0].table
    np.testing.assert_allclose(table["adjusted"][:12], first["adjusted"])
    assert table["verdict"][:12].tolist() == first["verdict"].tolist()


def test_verdicts_run_no_formula_and_keep_the_rule_of_small_numbers(
    make_fair: Callable[..., ComparisonReport],
) -> None:
    """Names and groups are guarded; of hidden groups no count is written."""
    cases = {"=1+1": (60, 6), "B": (60, 9), "C": (60, 3), "D": (3, 1), "E": (9, 1)}
    report = make_fair(cases=cases, peers=dict.fromkeys(cases, "@A"), kind="nyata")
    table = pd.read_csv(io.StringIO(verdicts_csv(report))).set_index("institution")

    assert "'=1+1" in table.index
    assert set(table["peer_group"]) == {"'@A"}
    assert table.loc[["D", "E"], ["n", "numerator", "denominator"]].isna().all(axis=None)
    assert table["is_suppressed"].sum() == 2
