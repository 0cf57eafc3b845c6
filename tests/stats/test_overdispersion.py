"""Overdispersion by two variants: published figures, recovery and refusals."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.stats import Overdispersion, overdispersion
from lapor_lab.stats.exact_z import exact_z
from lapor_lab.stats.overdispersion import _left_by_trimming

VARIANTS = ("truncated", "winsorised")
LIMIT = 3.090232306


def worlds(
    tau: float, rng: np.random.Generator, *, n_worlds: int, n_units: int = 100
) -> np.ndarray:
    """Return deviates and standard errors of worlds in which true ratios have a given spread."""
    expected = np.exp(rng.normal(3.5, 1.2, (n_worlds, n_units)))
    ratio = np.maximum(rng.normal(1, tau, expected.shape), 0)
    z = exact_z(rng.poisson(expected * ratio), expected, expected)
    return np.stack([z, expected**-0.5], axis=1)


def alarm_shares(tau: float, rng: np.random.Generator) -> tuple[float, float]:
    """Return the shares of units beyond 99.8 %, without and with allowance by both variants."""
    crude, allowed = [], []
    for z, error in worlds(tau, rng, n_worlds=120):
        crude.append(np.abs(z) > LIMIT)
        adjusted = [np.abs(overdispersion(z, error, variant).z) > LIMIT for variant in VARIANTS]
        allowed.append(adjusted[0] & adjusted[1])
    return float(np.mean(crude)), float(np.mean(allowed))


def test_without_overdispersion_false_alarms_are_as_stated(rng: np.random.Generator) -> None:
    """Of 12,000 units on target at most 0.3 % lie beyond 99.8 %, with or without allowance."""
    crude, allowed = alarm_shares(0.0, rng)

    assert crude <= 0.003
    assert allowed <= crude


@pytest.mark.parametrize("tau", [0.1, 0.2, 0.3])
def test_with_overdispersion_only_allowance_holds(tau: float, rng: np.random.Generator) -> None:
    """Where all units vary by 10-30 %, plain limits raise ever more alarms, ours at most 1 %."""
    crude, allowed = alarm_shares(tau, rng)

    assert crude > 0.12 * tau
    assert allowed <= 0.01


def test_the_published_form_raises_too_many(rng: np.random.Generator) -> None:
    """As published, trimming takes spread away and 2-4 % of equal units are flagged by both."""
    flagged = []
    for z, error in worlds(0.25, rng, n_worlds=60):
        found = [overdispersion(z, error, name, is_consistent=False).z for name in VARIANTS]
        flagged.append(np.min(np.abs(found), axis=0) > LIMIT)

    assert 0.02 < np.mean(flagged) < 0.04


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_planted_variance_is_recovered(variant: str, rng: np.random.Generator) -> None:
    """The mean of tau2 over worlds is the planted .04 to 10 %; the published form gives less."""
    error = np.exp(rng.normal(-1.5, 0.6, (60, 200)))
    data = [(rng.normal(0, np.sqrt(1 + 0.04 / s**2)), s) for s in error]
    ours = np.mean([overdispersion(z, s, variant).tau2 for z, s in data])
    published = np.mean([overdispersion(z, s, variant, is_consistent=False).tau2 for z, s in data])

    assert ours == pytest.approx(0.04, rel=0.1)
    assert published < 0.8 * ours


@pytest.mark.parametrize("variant", VARIANTS)
def test_outliers_do_not_hide_themselves(variant: str, rng: np.random.Generator) -> None:
    """Eight of 100 units far off move tau2 little, and stay outside."""
    z, error = worlds(0.0, rng, n_worlds=1)[0]
    is_far = np.arange(100) < 8
    z = np.where(is_far, 10 + z, z)

    found = overdispersion(z, error, variant)

    assert found.tau2 < 0.02
    assert (np.abs(found.z[is_far]) > LIMIT).all()


def test_the_two_variants_trim_as_published() -> None:
    """Nine units lose the last group of ranks, or are drawn in to the deciles."""
    z = np.array([-3.1, -2.2, -1.4, -0.3, 0.2, 0.9, 1.8, 2.4, 12.0])
    truncated = overdispersion(z, [0.1] * 9, is_consistent=False)
    winsorised = overdispersion(z, [0.1] * 9, "winsorised", is_consistent=False)

    # floor(rank * 10 / (9 + 1)) is 9 for the largest only, and never 0.
    assert truncated.n == 8
    assert truncated.phi == pytest.approx(np.mean(z[:-1] ** 2))
    assert truncated.tau2 == pytest.approx((truncated.phi * 8 - 7) / 700)
    clipped = np.clip(z, -2.38, 4.32)
    assert winsorised.n == 9
    assert winsorised.phi == pytest.approx(np.mean(clipped**2))
    assert winsorised.tau2 == pytest.approx((winsorised.phi * 9 - 8) / 800)


def test_trimming_leaves_less_of_a_normal_spread() -> None:
    """At a trim of a tenth 44 % of a normal variance are left if truncated, 68 % if winsorised."""
    left = [_left_by_trimming(10_000, variant, 0.1) for variant in VARIANTS]

    assert left == pytest.approx([0.44, 0.68], abs=0.005)


@pytest.mark.parametrize("variant", VARIANTS)
def test_without_trimming_both_forms_meet(variant: str) -> None:
    """At a trim of 0 nothing is taken away: equal errors give the moment estimate in both forms."""
    z = np.array([-2.0, 3, 1, -4, 0.5])
    published = overdispersion(z, 0.3, variant, trim=0, is_consistent=False)
    consistent = overdispersion(z, 0.3, variant, trim=0)

    assert published.phi == consistent.phi == pytest.approx(np.mean(z**2))
    assert published.tau2 == pytest.approx(0.09 * (np.sum(z**2) - 4) / 4)
    assert consistent.tau2 == pytest.approx(0.09 * (np.sum(z**2) / 4 - 1))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("is_consistent", [True, False])
def test_the_scale_carries_over(variant: str, *, is_consistent: bool) -> None:
    """Standard errors ten times as large give a variance a hundred times, the same z."""
    z, error = np.array([-4, -1, 0.5, 2, 5, 1.0]), np.array([1, 2, 3, 2, 1, 2.0])
    one = overdispersion(z, error, variant, is_consistent=is_consistent)
    ten = overdispersion(z, 10 * error, variant, is_consistent=is_consistent)

    assert one.tau2 > 0
    assert ten.tau2 == pytest.approx(100 * one.tau2)
    np.testing.assert_allclose(one.z, z * error / np.sqrt(error**2 + one.tau2))
    np.testing.assert_allclose(ten.z, one.z)


def test_units_that_agree_have_no_variance_between_them() -> None:
    """Less spread than chance has is cut at 0 and leaves the deviates as they are."""
    for is_consistent in (True, False):
        found = overdispersion([0.1, -0.2, 0.3], 0.1, is_consistent=is_consistent)
        assert found.tau2 == 0
        np.testing.assert_array_equal(found.z, [0.1, -0.2, 0.3])


def test_unknown_units_are_left_out() -> None:
    """A missing deviate stays missing and changes nothing for the others."""
    z = np.array([-4, 3, np.nan, 6, 1.0])
    found = overdispersion(z, [0.1, 0.2, 0.3, 0.1, 0.1])
    without = overdispersion(z[[0, 1, 3, 4]], [0.1, 0.2, 0.1, 0.1])

    assert (found.n, found.phi, found.tau2) == (without.n, without.phi, without.tau2)
    np.testing.assert_array_equal(found.z[[0, 1, 3, 4]], without.z)
    assert np.isnan(found.z[2])


def test_one_unit_or_none_shows_nothing() -> None:
    """Fewer than two units have a variance of 0; none has no spread to tell."""
    one: Overdispersion = overdispersion([5.0], 0.1)
    none = overdispersion([], 0.1)

    assert (one.n, one.tau2, list(one.z)) == (1, 0, [5.0])
    assert (none.n, none.tau2) == (0, 0)
    assert np.isnan(none.phi)


def test_numbers_out_of_range_are_refused() -> None:
    """A standard error of 0 and a trim of a half are refused, with name and value."""
    message = "`standard_error` must be above 0, got 0.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        overdispersion([1, 2], [0.1, 0])
    message = (
        "`trim` must be in [0, 0.5), got 10. Write 0.1 to trim a tenth of the units at each end."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        overdispersion([1, 2], 0.1, trim=10)


def test_an_unknown_variant_is_refused() -> None:
    """A variant that does not exist is refused with those that do."""
    message = "Unknown variant 'shmi'. Choose one of truncated, winsorised."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        overdispersion([1, 2], 0.1, "shmi")
