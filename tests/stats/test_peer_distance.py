"""Distance to peers, against scipy and by hand."""

import numpy as np
from scipy.stats import median_abs_deviation

from lapor_lab.stats import peer_distance


def test_spread_is_scipys(rng: np.random.Generator) -> None:
    """Median and spread are numpy's and scipy's on the scale of a normal."""
    values = rng.normal(10, 3, 51)

    found = peer_distance(values)

    np.testing.assert_allclose(found.median, np.median(values))
    np.testing.assert_allclose(found.spread, median_abs_deviation(values, scale="normal"))
    np.testing.assert_allclose(found.distance, (values - found.median) / found.spread)


def test_each_group_has_its_own_middle() -> None:
    """Ministries are measured against ministries, regencies against regencies."""
    found = peer_distance([1, 2, 3, 10, 20, 40], ["ministry"] * 3 + ["regency"] * 3)

    assert found.median.tolist() == [2, 2, 2, 20, 20, 20]
    assert found.distance[[1, 4]].tolist() == [0, 0]
    np.testing.assert_allclose(found.spread[[0, 3]], [1.4826022, 14.826022])


def test_an_outlier_stretches_nothing() -> None:
    """However far one unit lies, the others keep their distances."""
    near = peer_distance([1, 2, 3, 4, 5])
    far = peer_distance([1, 2, 3, 4, 5_000_000])

    np.testing.assert_array_equal(near.distance[:4], far.distance[:4])


def test_where_no_distance_can_be_told() -> None:
    """Fewer than three peers, a missing value, or peers that are all alike have no scale."""
    assert np.isnan(peer_distance([1, 2]).distance).all()
    missing = peer_distance([1, np.nan, 2, 3])
    assert np.isnan(missing.distance).tolist() == [False, True, False, False]
    assert missing.median[1] == 2
    alike = peer_distance([5, 5, 5, 5, 9])
    assert alike.distance[:4].tolist() == [0, 0, 0, 0]
    assert np.isnan(alike.distance[4])
