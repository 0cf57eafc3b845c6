"""The binomial model of main effects, against statsmodels, R and brute force."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.special import logit
from statsmodels.api import GLM
from statsmodels.genmod.families import Binomial

from lapor_lab.errors import ParameterError
from lapor_lab.stats import expected_by_glm, expected_by_strata, fit_binomial_glm

DATA = Path(__file__).parent.parent / "data"
FACTORS = pd.DataFrame(
    [(topic, kind) for topic in ("jalan", "bansos", "izin") for kind in ("aduan", "aspirasi")],
    columns=["topic", "report_class"],
)
TRIALS = np.array([[90, 40, 30, 0, 12, 60], [15, 80, 44, 31, 70, 20]])
EVENTS = np.array([[41, 12, 6, 0, 1, 9], [8, 22, 13, 5, 11, 2]])


def test_one_factor_gives_what_strata_give() -> None:
    """With one factor the expected events equal those by strata to 4e-10."""
    rows = pd.read_csv(DATA / "casemix_input.csv")
    late, n = (rows.pivot_table(index="inst", columns="topic", values=v) for v in ("late", "n"))

    found = expected_by_glm(late, n, pd.DataFrame({"topic": late.columns}))

    np.testing.assert_allclose(found, expected_by_strata(late, n), rtol=0, atol=4e-10)


def test_effects_of_units_are_rs() -> None:
    """Effects of units beside topics, coded to sum to 0, equal those of R's glm."""
    rows = pd.read_csv(DATA / "casemix_input.csv")
    want = pd.read_csv(DATA / "casemix_expected.csv")

    model = fit_binomial_glm(rows[["late"]].T, rows[["n"]].T, rows[["inst", "topic"]])

    level = pd.Series(logit(model.share)).groupby(rows["inst"]).mean()
    np.testing.assert_allclose(level - level.mean(), want["logit_effect_sumcoded"], atol=1e-9)


def test_two_factors_equal_statsmodels() -> None:
    """Shares and deviance of main effects equal statsmodels' on the cells of all units."""
    design = np.column_stack(
        [np.ones(6), pd.get_dummies(FACTORS, drop_first=True, dtype=float).to_numpy()]
    )
    seen, n = EVENTS.sum(axis=0), TRIALS.sum(axis=0)
    want = GLM(np.column_stack([seen, n - seen]), design, family=Binomial()).fit()

    model = fit_binomial_glm(EVENTS, TRIALS, FACTORS)

    np.testing.assert_allclose(model.share, want.fittedvalues, rtol=1e-8)
    assert model.deviance == pytest.approx(want.deviance, rel=1e-8)
    assert model.degrees_of_freedom == want.df_resid == 2
    np.testing.assert_allclose(
        expected_by_glm(EVENTS, TRIALS, FACTORS), TRIALS @ want.fittedvalues, rtol=1e-8
    )


def test_nothing_is_won_or_lost() -> None:
    """Expected events are as many as observed, over all and at each level of each factor."""
    model = fit_binomial_glm(EVENTS, TRIALS, FACTORS)
    n = TRIALS.sum(axis=0)

    for name in FACTORS:
        for level in FACTORS[name].unique():
            rows = (FACTORS[name] == level).to_numpy()
            assert (n * model.share)[rows].sum() == pytest.approx(EVENTS[:, rows].sum(), rel=1e-9)


def test_confounded_factors_do_no_harm() -> None:
    """A factor that repeats another one, or has one level only, changes nothing."""
    more = FACTORS.assign(again=FACTORS["topic"], only="x")

    np.testing.assert_allclose(
        fit_binomial_glm(EVENTS, TRIALS, more).share,
        fit_binomial_glm(EVENTS, TRIALS, FACTORS).share,
        rtol=1e-8,
    )
    assert fit_binomial_glm(EVENTS, TRIALS, more).degrees_of_freedom == 2


def test_a_level_without_events_is_expected_none() -> None:
    """Where a level had no event, or nothing else, its share goes to 0, or 1, in silence."""
    events = np.array([[0, 0, 50, 30, 20, 60]])
    trials = np.array([[40, 35, 80, 61, 20, 60]])

    share = fit_binomial_glm(events, trials, FACTORS).share

    np.testing.assert_allclose(share[[0, 1]], 0, atol=1e-8)
    np.testing.assert_allclose(share[[4, 5]], 1, atol=1e-8)
    np.testing.assert_allclose((trials * share)[0, 2:4], [50, 30], rtol=1e-6)


def test_a_missing_level_is_a_level() -> None:
    """Cases without a topic get a share of their own."""
    factors = pd.DataFrame({"topic": ["jalan", None, "jalan", np.nan]})

    share = fit_binomial_glm([[2, 9, 4, 9]], [[10, 12, 10, 12]], factors).share

    np.testing.assert_allclose(share, [0.3, 0.75, 0.3, 0.75])


def test_a_stratum_without_cases_is_lent_a_share() -> None:
    """An empty stratum takes the share that its levels have elsewhere, and counts for no degree."""
    trials, events = TRIALS.copy(), EVENTS.copy()
    trials[:, 3], events[:, 3] = 0, 0

    model = fit_binomial_glm(events, trials, FACTORS)

    assert 0 < model.share[3] < 1
    assert model.degrees_of_freedom == 1


def test_main_effects_that_are_not_enough_are_told() -> None:
    """A planted interaction gives a small p-value; its absence does so in 2-9 % of draws."""
    n = np.full((1, 6), 300)
    crossed = np.array([0.2, 0.5, 0.5, 0.2, 0.2, 0.5])
    additive = fit_binomial_glm(EVENTS, TRIALS, FACTORS).share
    rng = np.random.default_rng(4)

    draws = [fit_binomial_glm(rng.binomial(n, additive), n, FACTORS).p_value for _ in range(400)]

    assert fit_binomial_glm((n * crossed).round(), n, FACTORS).p_value < 1e-6
    assert 0.02 <= np.mean(np.array(draws) < 0.05) <= 0.09


def test_the_c_statistic_is_the_chance_to_order_two_cases() -> None:
    """It equals the share of pairs in right order, ties half, and is 0.5 without a factor."""
    model = fit_binomial_glm(EVENTS, TRIALS, FACTORS)
    seen = EVENTS.sum(axis=0)
    others = TRIALS.sum(axis=0) - seen
    gap = model.share[:, None] - model.share
    order = np.where(np.abs(gap) < 1e-12, 0.5, gap > 0)

    assert model.c_statistic == pytest.approx(seen @ order @ others / (seen.sum() * others.sum()))
    assert fit_binomial_glm(EVENTS, TRIALS, FACTORS[[]]).c_statistic == 0.5
    assert np.isnan(fit_binomial_glm(0 * EVENTS, TRIALS, FACTORS).c_statistic)


@pytest.mark.parametrize(
    ("trials", "factors", "message"),
    [
        ([[3, 4]], [["a"]], "`factors` must have shape (2, n_factors), got (1, 1)."),
        (
            [[0, 0]],
            [["a"], ["b"]],
            "`denominator` must be above 0 somewhere, got 0. There is no case to fit a model to.",
        ),
    ],
)
def test_a_model_of_nothing_is_refused(
    trials: list[list[int]], factors: list[list[str]], message: str
) -> None:
    """Factors of other strata, and no case at all, are refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        fit_binomial_glm([[0, 0]], trials, factors)
