"""A comparison as plain numbers."""

import json
from collections.abc import Callable

import numpy as np

from lapor_lab.report.comparison_data import comparison_csv, comparison_json


def test_missing_and_unreached_are_empty(make_comparison: Callable[..., object]) -> None:
    """Neither NaN nor infinity reaches another program: an empty cell and a null do."""
    comparison = make_comparison()
    comparison.estimates.loc[0, ["lower", "upper"]] = [np.nan, np.inf]

    line = comparison_csv(comparison).splitlines()[1]
    record = json.loads(comparison_json(comparison))["estimates"][0]

    assert line.split(",")[5:7] == ["", ""]
    assert (record["lower"], record["upper"]) == (None, None)
