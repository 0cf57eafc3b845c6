"""Cohen's kappa, against statsmodels, arithmetic and simulation."""

import re

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.stats import cohen_kappa


def test_a_table_done_by_hand() -> None:
    """Of 100 items 89 agree and 66 would by chance, so that kappa is 23 / 34."""
    table = np.array([[75, 1, 4], [5, 4, 1], [0, 0, 10]])
    rows, columns = np.indices(table.shape)

    found = cohen_kappa(*(np.repeat(place.ravel(), table.ravel()) for place in (rows, columns)))

    assert found.n == 100
    assert found.observed_share == pytest.approx(0.89)
    assert found.expected_share == pytest.approx(0.66)
    assert found.kappa == pytest.approx(23 / 34)


@pytest.mark.parametrize("weighting", [None, "linear", "quadratic"])
def test_kappa_and_interval_equal_statsmodels(weighting: str | None) -> None:
    """Kappa, standard error and both ends equal statsmodels', for each weighting."""
    rng = np.random.default_rng(11)
    first = rng.integers(0, 5, 80)
    second = np.where(rng.random(80) < 0.6, first, rng.integers(0, 5, 80))
    table = np.zeros((5, 5))
    np.add.at(table, (first, second), 1)
    want = cohens_kappa(table, wt=weighting)

    found = cohen_kappa(first, second, weighting=weighting, categories=range(5))

    np.testing.assert_allclose(
        (found.kappa, found.standard_error, found.lower, found.upper),
        (want.kappa, want.std_kappa, want.kappa_low, want.kappa_upp),
        rtol=1e-10,
    )


def test_coverage_is_what_it_says() -> None:
    """Of 600 pairs of raters with 100 items each, 92-97 % have the true kappa in the interval."""
    rng = np.random.default_rng(7)
    n, n_levels, kept = 100, 4, 0.6
    covered = 0
    for _ in range(600):
        first = rng.integers(0, n_levels, n)
        second = np.where(rng.random(n) < kept, first, rng.integers(0, n_levels, n))
        found = cohen_kappa(first, second, categories=range(n_levels))
        covered += found.lower <= kept <= found.upper

    assert 0.92 <= covered / 600 <= 0.97


def test_full_agreement_of_a_few_is_no_proof() -> None:
    """Six of six agreements give a kappa of 1 whose interval is wide, that of 600 narrow."""
    few = cohen_kappa([0, 1, 2, 3, 4, 4], [0, 1, 2, 3, 4, 4])
    many = cohen_kappa([0, 1, 2, 3, 4, 4] * 100, [0, 1, 2, 3, 4, 4] * 100)

    assert (few.kappa, few.upper, few.standard_error) == (1, 1, 0)
    assert few.lower == pytest.approx((0.6096657 - 8 / 36) / (1 - 8 / 36), abs=1e-6)
    assert many.lower > 0.99


def test_near_levels_agree_in_part() -> None:
    """Ratings one level apart agree more by quadratic than by linear weights, and more than not."""
    first, second = [0, 1, 2, 3, 4, 2], [1, 2, 3, 3, 3, 2]

    plain, linear, quadratic = (
        cohen_kappa(first, second, weighting=weighting, categories=range(5)).kappa
        for weighting in (None, "linear", "quadratic")
    )

    assert plain < linear < quadratic


def test_an_unused_level_lies_between_its_neighbours() -> None:
    """Where nobody gave level 1, 0 and 2 are still two apart."""
    first, second = [0, 0, 2, 3, 3, 2], [0, 2, 2, 3, 2, 3]

    whole = cohen_kappa(first, second, weighting="linear", categories=range(4))
    short = cohen_kappa(first, second, weighting="linear", categories=[0, 2, 3])

    assert whole.kappa != pytest.approx(short.kappa)


def test_an_item_that_one_rater_left_out_is_left_out() -> None:
    """A missing rating drops its item and no other."""
    found = cohen_kappa(["a", "b", None, "a", "b"], ["a", "a", "b", np.nan, "b"])

    assert found == cohen_kappa(["a", "b", "b"], ["a", "a", "b"])
    assert found.n == 3


def test_where_all_lies_in_one_category_nothing_is_said() -> None:
    """Neither one category for all items nor no item gives a kappa."""
    same, none = cohen_kappa([1, 1, 1], [1, 1, 1]), cohen_kappa([], [])

    for found in (same, none):
        assert np.isnan([found.kappa, found.standard_error, found.lower, found.upper]).all()
    assert (same.n, none.n) == (3, 0)


def test_a_weighting_needs_its_levels() -> None:
    """Weights without all levels in their order are refused, with the way to write them."""
    message = (
        "`categories` must be all levels in their order where `weighting` is given, got None. "
        "Write range(5) for levels 0 to 4."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        cohen_kappa([0, 1], [0, 1], weighting="linear")


def test_an_unknown_weighting_is_refused() -> None:
    """A weighting that is not known is refused with those that are."""
    message = "Unknown weighting 'cubic'. Choose one of None, 'linear', 'quadratic'."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        cohen_kappa([0, 1], [0, 1], weighting="cubic", categories=range(2))


def test_a_rating_outside_the_levels_is_refused() -> None:
    """A rating that is no category is refused by value."""
    message = (
        "`categories` must be all ratings that were given, got [0, 1, 2]. "
        "Add 5, or mend the rating."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        cohen_kappa([0, 5], [0, 1], categories=range(3))


def test_raters_of_different_items_are_refused() -> None:
    """Ratings of unequal number are refused by shape."""
    message = "`second` must have shape (3,), got (2,)."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        cohen_kappa([0, 1, 1], [0, 1])
