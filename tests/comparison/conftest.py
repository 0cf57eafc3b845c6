"""Counts that are made from a table, so that every share is known."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.metrics import Counts
from lapor_lab.metrics.sums import sum_terms

MakeCounts = Callable[..., Counts]


@pytest.fixture(scope="session")
def make_counts() -> MakeCounts:
    """Return a function from `institution, n, late` (and strata) to counts of completion."""
    # The columns of sums, whatever they are.
    columns = sum_terms(
        pd.DataFrame({"case_id": ["1"], "institution": ["x"]}), pd.Series([True]).to_numpy()
    ).columns

    def make(table: pd.DataFrame, strata: tuple[str, ...] = ()) -> Counts:
        keys = ["institution", *strata]
        parts = [
            table[keys].assign(stage="completed", days=days, outcome=outcome, n=n)
            for days, outcome, n in (
                (3, "met", table["n"] - table["late"]),
                (40, "missed", table["late"]),
            )
        ]
        sums = pd.DataFrame(0, index=pd.MultiIndex.from_frame(table[keys]), columns=columns)
        if not strata:
            sums.index = pd.Index(table["institution"], name="institution")
        sums["n"] = table["n"].to_numpy()
        return Counts(
            by="institution",
            as_of=pd.Timestamp("2022-08-15"),
            flow=pd.concat(parts, ignore_index=True).query("n > 0").reset_index(drop=True),
            sums=sums,
            daily=pd.DataFrame(columns=["institution", *strata, "day", "n_opened", "n_closed"]),
            strata=strata,
        )

    return make


@pytest.fixture(scope="session")
def case_mix() -> pd.DataFrame:
    """Return the designed case in which the composition reverses the order."""
    path = Path(__file__).parents[1] / "data" / "casemix_input.csv"
    return pd.read_csv(path).rename(columns={"inst": "institution"})
