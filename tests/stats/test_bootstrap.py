"""Bootstrap of clusters, against scipy's and by simulation."""

import re
from typing import Any

import numpy as np
import pytest
import scipy.stats

from lapor_lab.errors import ParameterError
from lapor_lab.stats import cluster_bootstrap, kaplan_meier


@pytest.mark.parametrize("method", ["BCa", "percentile"])
def test_clusters_of_one_are_scipys_bootstrap(method: Any, rng: np.random.Generator) -> None:
    """Without clusters the skewed mean has scipy's interval, to the error of resampling."""
    values = rng.lognormal(0, 1, 60)
    expected = scipy.stats.bootstrap(
        (values,), np.mean, n_resamples=9_999, method=method
    ).confidence_interval

    found = cluster_bootstrap(
        lambda weight: np.average(values, weights=weight),
        np.arange(60),
        method=method,
        n_draws=9_999,
    )

    assert found.estimate == pytest.approx(values.mean())
    assert found.standard_error == pytest.approx(values.std() / np.sqrt(60), rel=0.03)
    assert (found.lower, found.upper) == pytest.approx(tuple(expected), rel=0.03)


def test_copies_are_no_news(rng: np.random.Generator) -> None:
    """Five copies of each row, known as copies, leave the interval; unknown, they shorten it."""
    values = rng.normal(0, 1, 40)
    copied = np.repeat(values, 5)

    def mean(weight: np.ndarray) -> Any:
        return weight @ copied / weight.sum()

    once = cluster_bootstrap(lambda weight: weight @ values / weight.sum(), np.arange(40))
    known = cluster_bootstrap(mean, np.repeat(np.arange(40), 5))
    unknown = cluster_bootstrap(mean, np.arange(200))

    np.testing.assert_allclose([known.lower, known.upper], [once.lower, once.upper])
    assert unknown.standard_error < 0.6 * known.standard_error


def test_intervals_of_clustered_shares_cover(rng: np.random.Generator) -> None:
    """Of shares in clusters of one to eight rows, 90-98 % of the intervals hold the truth."""
    covered = []
    for world in range(100):
        cluster = np.repeat(np.arange(60), rng.integers(1, 9, 60))
        late = rng.random(60)[cluster] < 0.3

        def share(weight: np.ndarray, late: np.ndarray = late) -> Any:
            return weight @ late / weight.sum()

        found = cluster_bootstrap(share, cluster, n_draws=1_000, rng=world)
        covered.append(found.lower <= 0.3 <= found.upper)

    assert 0.9 <= np.mean(covered) <= 0.98


def test_several_values_at_once(rng: np.random.Generator) -> None:
    """A statistic of several values has an interval for each, a survival curve for instance."""
    duration, event = rng.integers(1, 20, 80), rng.random(80) < 0.8

    def survival(weight: np.ndarray) -> np.ndarray:
        curve = kaplan_meier(duration, event, weight)
        at = np.searchsorted(curve.time, [5, 10], side="right") - 1
        return curve.survival[at]

    found = cluster_bootstrap(survival, rng.integers(0, 40, 80), n_draws=1_000)

    assert found.lower.shape == (2,)
    assert (found.lower < found.estimate).all()
    assert (found.estimate < found.upper).all()


def test_too_little_gives_no_interval() -> None:
    """One cluster, or a statistic that is undefined in a resample, has NaN ends."""
    alone = cluster_bootstrap(lambda weight: weight.sum(), [7, 7, 7])
    assert alone.estimate == 3
    assert np.isnan([alone.lower, alone.upper, alone.standard_error]).all()

    def first(weight: np.ndarray) -> float:
        return float(weight[0]) if weight[0] > 0 else np.nan

    for method in ("BCa", "percentile"):
        found = cluster_bootstrap(first, [1, 2, 3], method=method, n_draws=1_000)  # type: ignore[arg-type]
        assert np.isnan([found.lower, found.upper]).all()


def test_a_constant_is_certain() -> None:
    """What no resample changes has an interval of no width."""
    found = cluster_bootstrap(lambda _: 4.0, [1, 2, 3], n_draws=1_000)

    assert (found.lower, found.upper) == (4, 4)


def test_bad_arguments_are_refused() -> None:
    """An unknown method is refused with those that are known; so are too few draws."""
    message = "`method` must be one of BCa, percentile, got 'basic'. Choose one of them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        cluster_bootstrap(lambda _: 1.0, [1, 2], method="basic")  # type: ignore[arg-type]
    message = "`n_draws` must be at least 1000, got 10. Leave it out: 2,000 are drawn."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        cluster_bootstrap(lambda _: 1.0, [1, 2], n_draws=10)
