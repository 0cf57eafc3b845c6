"""Direct standardisation, against R and PHEindicatormethods."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import direct_rate, direct_standardisation, wilson_interval

DATA = Path(__file__).parent.parent / "data"
LEVELS = ((0.95, "95_0"), (0.998, "99_8"))
# European Standard Population 2013 (Eurostat), 0-4 to 90+.
STANDARD_2013 = (
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000,
    2500, 1500, 1000,
)  # fmt: skip
INDEPENDENT = "Dobson"
CLUSTERED = "Dobson, with confidence adjusted for non-independent events"


def _by_area(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    # A count that is missing in the table counts for nothing there.
    bands = rows["ageband"].drop_duplicates()
    wide = rows.pivot_table(index="area", columns="ageband", values=column, dropna=False)
    return wide[bands].fillna(0)


def _published(reference: Path, method: str) -> pd.DataFrame:
    want = pd.read_csv(reference / "phe/DSR_ISR__testresults_DSR.csv")
    assert len(want) == 12
    return want[want["method"] == method]


@pytest.mark.parametrize(("first", "per"), [(0, 1e4), (4, 1e5)])
def test_rates_of_areas_are_the_published_ones(reference: Path, first: int, per: float) -> None:
    """Rate and Dobson's ends of each area, nothing below 10 events, are PHE's to 1e-7."""
    want = _published(reference, INDEPENDENT).iloc[first : first + 3].set_index("area")
    rows = pd.read_csv(reference / "phe/DSR_ISR__testdata_multiarea.csv")
    count, people = (_by_area(rows, column) for column in ("count", "pop"))
    want = want.loc[count.index]
    np.testing.assert_array_equal(want["total_count"], count.sum(axis=1))
    np.testing.assert_array_equal(want["total_pop"], people.sum(axis=1))

    for level, name in LEVELS:
        found = direct_rate(count, people, STANDARD_2013, confidence_level=level)

        np.testing.assert_allclose(per * found.estimate, want["value"], rtol=1e-7)
        np.testing.assert_allclose(per * found.lower, want[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(per * found.upper, want[f"upper{name}cl"], rtol=1e-7)


@pytest.mark.parametrize(("row", "per"), [(3, 1e4), (7, 1e5)])
def test_the_standard_of_1976_gives_the_published_rate(
    reference: Path, row: int, per: float
) -> None:
    """On another standard too, rate and ends are PHE's to 1e-7.

    Both rows of the published table hold the ends at 99.8 % of a rate ten times theirs.
    """
    want = _published(reference, INDEPENDENT).iloc[row]
    rows = pd.read_csv(reference / "phe/DSR_ISR__testdata_1976.csv")
    assert (want["total_count"], want["total_pop"]) == (rows["count"].sum(), rows["pop"].sum())

    for (level, name), slip in zip(LEVELS, (1, 10), strict=True):
        found = direct_rate(
            rows[["count"]].T, rows[["pop"]].T, rows["esp1976"], confidence_level=level
        )

        np.testing.assert_allclose(per * found.estimate, want["value"], rtol=1e-7)
        np.testing.assert_allclose(slip * per * found.lower, want[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(slip * per * found.upper, want[f"upper{name}cl"], rtol=1e-7)


def test_events_from_one_source_widen_the_interval_as_published(reference: Path) -> None:
    """With k events of one person counted as k squared the ends are PHE's to 1e-7."""
    want = _published(reference, CLUSTERED)
    rows = pd.read_csv(reference / "phe/DSR_ISR__testdata_nonindepe.csv").fillna(0)
    persons = rows[["f1", "f2", "f3", "f4"]]
    assert (persons @ [1, 2, 3, 4] == rows["count"]).all()
    rows["variance"] = persons @ [1, 4, 9, 16]
    count, people, variance = (_by_area(rows, column) for column in ("count", "pop", "variance"))
    want = want.set_index("area").loc[count.index]
    np.testing.assert_array_equal(want["total_count"], count.sum(axis=1))
    np.testing.assert_array_equal(want["total_pop"], people.sum(axis=1))

    for level, name in LEVELS:
        found = direct_rate(
            count, people, STANDARD_2013, numerator_variance=variance, confidence_level=level
        )

        np.testing.assert_allclose(1e5 * found.estimate, want["value"], rtol=1e-7)
        np.testing.assert_allclose(1e5 * found.lower, want[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(1e5 * found.upper, want[f"upper{name}cl"], rtol=1e-7)


def test_shares_on_one_composition_are_rs() -> None:
    """Shares and standard errors on the pooled composition, and their ranks, are R's."""
    rows = pd.read_csv(DATA / "casemix_input.csv")
    want = pd.read_csv(DATA / "casemix_expected.csv")
    late, n = (rows.pivot_table(index="inst", columns="topic", values=v) for v in ("late", "n"))

    found = direct_standardisation(late, n, n.sum())

    np.testing.assert_allclose(found.estimate, want["direct"], rtol=1e-10)
    np.testing.assert_allclose(found.standard_error, want["direct_se"], rtol=1e-10)
    np.testing.assert_array_equal(pd.Series(found.estimate.round(9)).rank(), want["rank_direct"])


def test_one_stratum_is_wilsons_interval() -> None:
    """With one stratum the ends are Wilson's, at 0 and n too."""
    observed = [[0], [3], [20]]

    found = direct_standardisation(observed, [[20]] * 3, [7])

    np.testing.assert_allclose(
        (found.lower, found.upper), wilson_interval([0, 3, 20], 20), atol=1e-12
    )


def test_coverage_is_what_it_says() -> None:
    """Of units with few cases in some strata 93.5-96.5 % are covered."""
    rng = np.random.default_rng(5)
    weight, chance = np.array([5, 3, 2]), np.array([0.05, 0.3, 0.6])
    n = np.tile([60, 25, 12], (4000, 1))
    truth = weight @ chance / weight.sum()

    found = direct_standardisation(rng.binomial(n, chance), n, weight)

    assert 0.935 <= np.mean((found.lower <= truth) & (truth <= found.upper)) <= 0.965
    assert ((found.lower >= 0) & (found.upper <= 1)).all()


def test_a_stratum_without_cases_is_not_made_up() -> None:
    """No share is given where a stratum that has weight is empty; one without weight is no harm."""
    events, trials = [[2, 0], [2, 1]], [[10, 0], [10, 5]]

    missing = direct_standardisation(events, trials, [1, 1])
    whole = direct_standardisation(events, trials, [1, 0])

    np.testing.assert_array_equal(np.isnan(missing.estimate), [True, False])
    np.testing.assert_array_equal(np.isnan(missing.lower), [True, False])
    np.testing.assert_array_equal(whole.estimate, [0.2, 0.2])
    assert np.isnan(direct_rate([[20, 0]], [[100, 0]], [1, 1]).estimate[0])


@pytest.mark.parametrize(
    ("weight", "message"),
    [
        ([1, 2, 3], "`weight` must have shape (2,), got (3,)."),
        (
            [0, 0],
            (
                "`weight` must be at least 0, and not all 0, got [0.0, 0.0]. "
                "Give the cases of the standard by stratum."
            ),
        ),
    ],
)
def test_a_standard_that_does_not_fit_is_refused(weight: list[float], message: str) -> None:
    """A weight for another number of strata, or none at all, is refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        direct_standardisation([[1, 2]], [[3, 4]], weight)


def test_a_variance_of_another_shape_is_refused_by_its_own_name() -> None:
    """The message of a wrong variance names the variance, not the numerator."""
    message = (
        "`numerator_variance` must have shape (n_units, n_strata) as `denominator`, "
        "got (1, 1) beside (1, 2)."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        direct_rate([[10, 20]], [[30, 40]], [1, 1], numerator_variance=[[1]])
