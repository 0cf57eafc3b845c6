"""The Anhoej rules, against their table and qicharts2."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import Baseline, anhoej_limits, anhoej_runs, c_chart, i_chart, p_chart

NAMES = ["n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min"]


def test_limits_equal_the_table(reference: Path) -> None:
    """Longest run and fewest crossings for 10 to 100 values are those of the formula in R."""
    table = pd.read_csv(reference / "qicharts2/anhoej_limits_10_100.csv")
    assert len(table) == 91
    for row in table.itertuples():
        assert anhoej_limits(row.n) == (row.longest_run_max, row.crossings_min)


@pytest.mark.parametrize(
    "name",
    [
        "cdi_c_run",
        "complaints_c",
        "complaints_i",
        "complaints_iprime",
        "complaints_run_median",
        "complaints_u",
        "complaints_uprime",
        "nhs_accidents_p",
        "nhs_accidents_pprime",
    ],
)
def test_runs_equal_qicharts2(reference: Path, name: str) -> None:
    """Runs, crossings and the verdict of nine charts of the NHS are qicharts2's."""
    want = pd.read_csv(reference / f"qicharts2/{name}.csv")
    centre = want["y"].median() if name.endswith("median") else want["cl"]

    test = anhoej_runs(want["y"], centre)

    assert [getattr(test, key) for key in NAMES] == want.loc[0, NAMES].tolist()
    assert test.is_signal == want.loc[0, "runs_signal"]
    np.testing.assert_allclose(centre, want["cl"])


@pytest.mark.parametrize("name", ["6.5_3", "7.1_5", "7.3_3", "7.4_1"])
def test_runs_of_each_part_equal_qicharts2(reference: Path, name: str) -> None:
    """Parts of Montgomery's examples are judged alone and without what was excluded."""
    rows = pd.read_csv(reference / f"qicharts2/montgomery_ex_{name}.csv")
    for _, part in rows.groupby("part"):
        want, kept = part.iloc[0], part[part["include"]]

        test = anhoej_runs(kept["y"], kept["cl"])

        found = [getattr(test, key) for key in NAMES]
        assert found == [want[key.replace("_", ".")] for key in NAMES]
        assert test.is_signal == want["runs.signal"]


def test_our_own_charts_lead_to_the_same_verdicts(reference: Path) -> None:
    """From our centres the runs of three of Montgomery's examples come out the same."""
    folder = reference / "qicharts2"
    frozen = pd.read_csv(folder / "montgomery_ex_6.5_3.csv")
    shares = pd.read_csv(folder / "montgomery_ex_7.1_5.csv").iloc[:30]
    counts = pd.read_csv(folder / "montgomery_ex_7.3_3.csv")
    charts = (
        (frozen, i_chart(frozen["y"], baseline=Baseline(fixed_after=20))),
        (shares, p_chart(shares["y.sum"], shares["n"], Baseline(excluded=(14, 22)))),
        (counts, c_chart(counts["y"], Baseline(fixed_after=26, excluded=(5, 19)))),
    )
    for want, chart in charts:
        kept = want["include"].to_numpy()
        test = anhoej_runs(chart.value[kept], chart.centre[kept])
        assert [getattr(test, key) for key in NAMES] == [
            want.loc[0, key.replace("_", ".")] for key in NAMES
        ]


def test_a_hospital_without_signal(reference: Path) -> None:
    """24 months whose longest run is 4 with 12 crossings are within 8 and 8: no signal."""
    want = pd.read_csv(reference / "qicharts2/montgomery_hai_1.csv").iloc[0]

    limits = anhoej_limits(int(want["n.useful"]))

    assert limits == (want["longest.run.max"], want["n.crossings.min"]) == (8, 8)
    assert want["longest.run"] <= limits[0]
    assert want["n.crossings"] >= limits[1]
    assert want["runs.signal"] == 0


def test_values_on_the_centre_are_passed_over() -> None:
    """Neither a value on the centre nor a missing one ends a run or counts in it."""
    test = anhoej_runs([1, 5, 1, np.nan, 1, 9, 1], 5)

    assert (test.n_useful, test.longest_run, test.n_crossings) == (5, 3, 2)


def test_nothing_to_judge_is_no_signal() -> None:
    """A series that never leaves its centre, and an empty one, are no signal."""
    for values in ([5, 5, 5], [], [np.nan]):
        test = anhoej_runs(values, 5)
        assert (test.n_useful, test.longest_run, test.is_signal) == (0, 0, False)


def test_chance_alone_seldom_signals_and_a_shift_mostly_does(rng: np.random.Generator) -> None:
    """Of 24 steady months 2-5 % signal; with a shift by three deviations more than 90 %."""
    steady = rng.normal(size=(1000, 24))
    shifted = steady + np.where(np.arange(24) < 12, 0, 3)

    alarms, found = (
        np.mean([anhoej_runs(row, np.median(row)).is_signal for row in rows])
        for rows in (steady, shifted)
    )

    assert 0.02 <= alarms <= 0.05
    assert found > 0.9


def test_less_than_no_value_is_refused() -> None:
    """A negative number of values is refused by value."""
    message = "`n_useful` must be at least 0, got -1.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        anhoej_limits(-1)
