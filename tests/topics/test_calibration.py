"""Platt's sigmoids against the probabilities that made the data."""

import numpy as np
from scipy.special import expit

from lapor_lab.topics.calibration import Sigmoids, fit_sigmoids


def test_the_sigmoid_that_made_the_data_is_recovered():
    """Slope and intercept come back within four standard errors from 20,000 draws."""
    rng = np.random.default_rng(8)
    margin = rng.normal(size=20_000)
    is_first = rng.random(20_000) < expit(2 * margin - 0.5)
    margins = np.column_stack([margin, -margin])
    fitted = fit_sigmoids(margins, np.where(is_first, 0, 1))
    assert abs(fitted.slope[0] - 2) < 0.12
    assert abs(fitted.intercept[0] + 0.5) < 0.08


def test_two_classes_mirror_each_other():
    """With margins of opposite sign, the two sigmoids are the same one seen from both sides."""
    rng = np.random.default_rng(1)
    margin = rng.normal(size=400)
    class_of = (rng.random(400) < expit(-margin)).astype(int)
    fitted = fit_sigmoids(np.column_stack([margin, -margin]), class_of)
    np.testing.assert_allclose(fitted.slope[0], fitted.slope[1], rtol=1e-3)
    np.testing.assert_allclose(fitted.intercept[0], -fitted.intercept[1], atol=1e-3)


def test_a_rare_class_borrows_the_common_sigmoid():
    """With four examples a class has no sigmoid of its own, and none that falls."""
    rng = np.random.default_rng(2)
    class_of = np.repeat([0, 1, 2], [60, 60, 4])
    margins = rng.normal(size=(124, 3)) - 1
    margins[np.arange(124), class_of] += 2
    margins[class_of == 2, 2] -= 10  # the rare one is told the wrong way round
    fitted = fit_sigmoids(margins, class_of)
    assert (fitted.slope >= 0).all()
    assert fitted.slope[2] not in fitted.slope[:2]


def test_missing_margins_are_left_out():
    """Rows whose class was absent from the training folds change no other class."""
    rng = np.random.default_rng(4)
    class_of = np.repeat([0, 1], 50)
    margins = rng.normal(size=(100, 2))
    margins[np.arange(100), class_of] += 1
    more = np.vstack([margins, [[np.nan, np.nan]] * 5])
    fitted = fit_sigmoids(margins, class_of)
    again = fit_sigmoids(more, np.append(class_of, [0] * 5))
    np.testing.assert_allclose(again.slope, fitted.slope)


def test_probabilities_add_up_to_one():
    """Rows add up to 1, also for margins far out."""
    sigmoids = Sigmoids(slope=np.array([3.0, 2.0, 1.0]), intercept=np.zeros(3))
    found = sigmoids.probabilities(np.array([[-50.0, -60.0, -70.0], [1.0, 2.0, 3.0]]))
    np.testing.assert_allclose(found.sum(axis=1), 1)
