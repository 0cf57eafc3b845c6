"""A comparison as plain numbers."""

import csv
import io
import json
from collections.abc import Callable

import numpy as np
import pandas as pd

from lapor_lab.report.comparison_data import comparison_csv, comparison_json


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
