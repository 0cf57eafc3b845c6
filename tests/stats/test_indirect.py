"""Indirect standardisation, against R and PHEindicatormethods.

tests/data/casemix_* was made for this project: 6 units, 3 topics, one designed reversal. Its
expected values were computed with R 4.2.2.
"""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    IndirectStandardisation,
    byar_interval,
    expected_by_strata,
    indirect_standardisation,
    poisson_interval,
    ratio_interval,
)

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def cells() -> tuple[np.ndarray, np.ndarray]:
    """Return late cases and all cases, units by topics."""
    rows = pd.read_csv(DATA / "casemix_input.csv")
    late, n = (rows.pivot_table(index="inst", columns="topic", values=v) for v in ("late", "n"))
    return late.to_numpy(), n.to_numpy()


@pytest.fixture(scope="module")
def expected() -> pd.DataFrame:
    """Return what R computed, one row a unit."""
    return pd.read_csv(DATA / "casemix_expected.csv")


@pytest.fixture(scope="module")
def found(cells: tuple[np.ndarray, np.ndarray]) -> IndirectStandardisation:
    """Return the result of ours."""
    return indirect_standardisation(*cells)


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("observed", "observed"),
        ("expected", "expected"),
        ("ratio", "sr"),
        ("poisson_lower", "sr_byar_lo"),
        ("poisson_upper", "sr_byar_hi"),
        ("adjusted", "adjusted_rate"),
        ("z", "z_binomial"),
    ],
)
def test_every_figure_is_rs(
    found: IndirectStandardisation, expected: pd.DataFrame, field: str, column: str
) -> None:
    """Ratio, Byar's ends, adjusted share and binomial deviate equal R's to ten digits."""
    np.testing.assert_allclose(getattr(found, field), expected[column], rtol=1e-10)


def test_exact_and_byars_ends_are_rs(expected: pd.DataFrame) -> None:
    """Both Poisson intervals of the ratio equal R's to ten digits."""
    numbers = expected["observed"], expected["expected"]

    np.testing.assert_allclose(
        poisson_interval(*numbers), expected[["sr_exact_lo", "sr_exact_hi"]].T, rtol=1e-10
    )
    np.testing.assert_allclose(
        byar_interval(*numbers), expected[["sr_byar_lo", "sr_byar_hi"]].T, rtol=1e-10
    )


def test_the_composition_can_reverse_the_order(
    cells: tuple[np.ndarray, np.ndarray], found: IndirectStandardisation, expected: pd.DataFrame
) -> None:
    """F is first by the crude share and last by the adjusted one; A is last, and first."""
    late, n = cells
    crude = pd.Series(late.sum(axis=1) / n.sum(axis=1), index=expected["inst"])
    ratio = pd.Series(found.ratio, index=expected["inst"])

    np.testing.assert_array_equal(crude.rank(), expected["rank_crude"])
    np.testing.assert_array_equal(ratio.rank(), expected["rank_sr"])
    assert (crude.idxmin(), crude.idxmax()) == ("F", "A")
    assert (ratio.idxmin(), ratio.idxmax()) == ("A", "F")


def test_poisson_variance_hides_what_common_events_show(found: IndirectStandardisation) -> None:
    """A, at a share of 41 %, has z = -2.21: Byar's interval covers 1, the binomial does not."""
    assert found.z[0] == pytest.approx(-2.21, abs=0.005)
    assert found.poisson_lower[0] < 1 < found.poisson_upper[0]
    assert found.upper[0] < 1
    np.testing.assert_array_equal(
        (found.lower > 1) | (found.upper < 1), np.abs(found.z) > 1.959963984540054
    )


def test_expected_events_are_as_many_as_observed(
    cells: tuple[np.ndarray, np.ndarray], found: IndirectStandardisation
) -> None:
    """Nothing is won or lost: both sums are 1,580, and topic shares are R's."""
    late, n = cells

    assert found.observed.sum() == 1580
    assert found.expected.sum() == pytest.approx(1580, rel=1e-12)
    np.testing.assert_allclose(
        late.sum(axis=0) / n.sum(axis=0),
        [0.2448051948052, 0.4718085106383, 0.122480620155],
        rtol=1e-11,
    )


def test_the_reference_folder_holds_what_is_tested(reference: Path) -> None:
    """The copies in tests/data are the reference cases."""
    for name, copy in (("late_by_inst_topic_input", "input"), ("expected", "expected")):
        ours = (DATA / f"casemix_{copy}.csv").read_text()
        assert ours == (reference / f"casemix/{name}.csv").read_text()


def test_a_foreign_standard_gives_the_published_ratios(reference: Path) -> None:
    """Applied to areas, the reference population gives the published numbers to 1e-7."""
    phe = reference / "phe"
    want = pd.read_csv(phe / "DSR_ISR__testresults_ISR.csv").set_index(["statistic", "area"])
    standard = pd.read_csv(phe / "DSR_ISR__refdata.csv")
    areas = pd.read_csv(phe / "DSR_ISR__testdata_multiarea_isr.csv")
    # A count or population that is missing in the table counts for nothing there.
    columns = {
        column: areas.pivot_table(
            index="area", columns="ageband", values=column, sort=False, dropna=False
        )[standard["Age Band"]].fillna(0)
        for column in ("count", "pop")
    }
    observed = columns["count"].sum(axis=1)

    expected = expected_by_strata(
        standard[["refcount"]].T, standard[["refpop"]].T, applied_to=columns["pop"]
    )

    share = standard["refcount"].sum() / standard["refpop"].sum()
    for statistic, per in (
        ("indirectly standardised rate per 100000", 1e5 * share),
        ("indirectly standardised rate per 1000", 1e3 * share),
        ("indirectly standardised ratio x 1", 1),
        ("indirectly standardised ratio x 100", 100),
    ):
        rows = want.loc[statistic].loc[observed.index]
        np.testing.assert_allclose(observed, rows["observed"])
        np.testing.assert_allclose(expected, rows["expected"], rtol=1e-7)
        np.testing.assert_allclose(per * observed / expected, rows["value"], rtol=1e-7)
        for level, name in ((0.95, "95_0"), (0.998, "99_8")):
            ends = ratio_interval(observed, expected, level)
            np.testing.assert_allclose(per * ends[0], rows[f"lower{name}cl"], rtol=1e-7)
            np.testing.assert_allclose(per * ends[1], rows[f"upper{name}cl"], rtol=1e-7)
        if "rate" in statistic:
            np.testing.assert_allclose(rows["ref_rate"], per, rtol=1e-7)


def test_a_missing_population_is_not_expected_from(reference: Path) -> None:
    """Without the second age band the published expectation of Area1 comes out to 1e-7."""
    phe = reference / "phe"
    want = pd.read_csv(phe / "DSR_ISR__testresults_ISR.csv").set_index("area")
    standard = pd.read_csv(phe / "DSR_ISR__refdata.csv")
    areas = pd.read_csv(phe / "DSR_ISR__testdata_multiarea.csv")
    people = areas.loc[areas["area"] == "testdata_big", "pop"].to_numpy(dtype=float)
    with_gap = people * (standard["Age Band"] != "5-9").to_numpy()

    expected = expected_by_strata(
        standard[["refcount"]].T, standard[["refpop"]].T, applied_to=[with_gap, people]
    )

    np.testing.assert_allclose(expected[0], want.loc["Area1", "expected"], rtol=1e-7)
    np.testing.assert_allclose(expected[1], want.loc["Area2", "expected"], rtol=1e-7)


def test_units_of_other_strata_are_refused() -> None:
    """Cases of three strata do not go with a standard of two."""
    message = "`applied_to` must have shape (n_others, 2), got (1, 3)."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        expected_by_strata([[1, 2]], [[3, 4]], applied_to=[[5, 6, 7]])


def test_a_unit_on_its_own_strata_is_told() -> None:
    """Compared with itself alone, a unit has a ratio of 1 and a shared part of 0."""
    found = indirect_standardisation([[4, 0], [5, 0], [0, 9]], [[10, 0], [10, 0], [0, 10]])

    assert found.ratio[2] == 1
    np.testing.assert_array_equal(found.shared_share, [1, 1, 0])


def test_a_unit_without_cases_has_no_ratio() -> None:
    """No case gives no ratio, no interval and no deviate, and leaves the others as they are."""
    found = indirect_standardisation([[4, 1], [5, 2], [0, 0]], [[10, 9], [10, 8], [0, 0]])
    alone = indirect_standardisation([[4, 1], [5, 2]], [[10, 9], [10, 8]])

    for name in ("ratio", "lower", "upper", "poisson_lower", "z", "adjusted", "shared_share"):
        values = getattr(found, name)
        assert np.isnan(values[2])
        np.testing.assert_allclose(values[:2], getattr(alone, name))
