"""A comparison judges only what can be judged, and says how."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.comparison import COMPARISON_COLUMNS, CheckStatus, compare
from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics import MEASURES

MEASURE = "completed_within_limit"


def alike(n_institutions: int, n: int, late: int) -> pd.DataFrame:
    """Return institutions of one size and one share of late cases."""
    names = [f"I{number:03d}" for number in range(n_institutions)]
    return pd.DataFrame({"institution": names, "n": n, "late": late})


def spread(rng: np.random.Generator, n_institutions: int, deviation: float) -> pd.DataFrame:
    """Return institutions whose true shares differ by chance."""
    table = alike(n_institutions, 400, 0)
    odds = np.log(0.2 / 0.8) + deviation * rng.standard_normal(n_institutions)
    return table.assign(late=rng.binomial(400, 1 / (1 + np.exp(-odds))))


def test_composition_reverses_the_order(case_mix, make_counts) -> None:
    """F is the best of six crude and the worst adjusted; A the worst crude and then the best.

    The adjusted values are R's: ratio of observed to expected times the pooled share.
    """
    counts = make_counts(case_mix, ("topic",))
    table = compare(counts, MEASURE, adjust=("topic",)).table.set_index("institution")
    expected = pd.read_csv(Path(__file__).parents[1] / "data" / "casemix_expected.csv")
    expected = expected.set_index("inst")
    np.testing.assert_allclose(1 - table["crude"], expected["crude"], rtol=1e-9)
    np.testing.assert_allclose(1 - table["adjusted"], expected["adjusted_rate"], rtol=1e-9)
    np.testing.assert_allclose(table["ratio"], expected["sr"], rtol=1e-9)
    np.testing.assert_allclose(1 - table["adjusted_direct"], expected["direct"], rtol=1e-9)
    assert (table["crude"].idxmax(), table["crude"].idxmin()) == ("F", "A")
    assert (table["adjusted"].idxmin(), table["adjusted"].idxmax()) == ("F", "A")


def test_adjusting_needs_the_counts_of_its_strata(case_mix, make_counts) -> None:
    """Counts without the strata that are to be adjusted for are refused."""
    counts = make_counts(case_mix, ("topic",)).total()
    message = (
        "`source` must be counts by 'institution' with strata ('topic',), "
        "got ('institution', ()). Count with the same `by` and `strata`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        compare(counts, MEASURE, adjust=("topic",))


def test_twelve_complaints_are_not_enough(make_counts) -> None:
    """An institution with 12 complaints has insufficient data, whatever came of them."""
    small = alike(1, 12, 12).assign(institution="Z")
    table = pd.concat([alike(12, 400, 80), small])
    found = compare(make_counts(table), MEASURE).table.set_index("institution").loc["Z"]
    assert found["verdict"] == "insufficient"
    assert found["reason"] == "Laporannya terlalu sedikit."
    assert np.isnan(found["z"])
    assert np.isnan(found["rank_low"])
    assert np.isnan(found["shrunken"])


def test_one_that_differs_is_found_and_the_others_are_not(make_counts) -> None:
    """Of 30 alike and one with thrice the late cases, only that one lies below its peers."""
    table = alike(31, 400, 80)
    table.loc[7, "late"] = 240
    found = compare(make_counts(table), MEASURE).table
    assert found.loc[found["verdict"] == "below", "institution"].tolist() == ["I007"]
    assert (found["verdict"] == "above").sum() == 0
    last = found.set_index("institution").loc["I007"]
    assert (last["rank_low"], last["rank_high"], last["tier"]) == (31, 31, "lower")


def test_institutions_that_differ_by_themselves_raise_no_alarm(make_counts, rng) -> None:
    """Where all differ at random, at most 1 in 100 lies outside; without allowing for it many."""
    n_flagged = n_unadjusted = 0
    for _ in range(20):
        found = compare(make_counts(spread(rng, 60, 0.4)), MEASURE).table
        n_flagged += int(found["verdict"].isin(["above", "below"]).sum())
        n_unadjusted += int((found["z"].abs() > 3.0902).sum())
    assert n_flagged <= 12
    assert n_unadjusted > 100


def test_a_verdict_needs_both_variants(make_counts, rng) -> None:
    """Whoever is outside by one variant only is not told apart."""
    found = compare(make_counts(spread(rng, 200, 0.5)), MEASURE).table
    ends = found[["z_truncated", "z_winsorised"]].abs() > 3.0902
    told = found["verdict"].isin(["above", "below"])
    assert (told == ends.all(axis="columns")).all()


def test_no_one_is_judged_among_two(make_counts) -> None:
    """Two institutions have no range of peers: the step is refused and nobody is judged."""
    found = compare(make_counts(alike(2, 400, 80)), MEASURE)
    assert found.is_refused
    assert found.table["verdict"].tolist() == ["insufficient"] * 2
    refused = [check for check in found.checks if check.status is CheckStatus.REFUSED]
    assert [check.step for check in refused] == ["volume"]
    assert refused[0].reason == (
        "Hanya 0 instansi yang dapat dinilai. Perbandingan memerlukan paling sedikit tiga."
    )


def test_all_at_one_end_tell_nobody_apart(make_counts) -> None:
    """100 % everywhere is no difference."""
    found = compare(make_counts(alike(5, 400, 0)), MEASURE)
    assert found.table["verdict"].unique().tolist() == ["not_distinguishable"]
    assert found.table["reason"].unique().tolist() == [
        "Semua instansi di kelompoknya bernilai sama."
    ]


def test_who_has_only_what_is_never_late_is_not_judged_with_the_others(make_counts) -> None:
    """An institution of a topic without any late case is told apart from nobody; others are."""
    common = alike(12, 400, 80).assign(topic="a")
    easy = pd.concat([alike(13, 100, 0).assign(topic="b")])
    easy.loc[easy.index[-1], "n"] = 400
    counts = make_counts(pd.concat([common, easy], ignore_index=True), ("topic",))
    found = compare(counts, MEASURE, adjust=("topic",)).table.set_index("institution")
    assert found.loc["I012", "reason"] == (
        "Pada jenis laporan yang diterimanya, semua instansi bernilai sama."
    )
    assert found["z"].notna().sum() == 12


def test_who_has_topics_of_its_own_has_no_peers(make_counts) -> None:
    """Four institutions of four topics are compared with nobody, and are told why."""
    table = alike(4, 400, 80)
    counts = make_counts(table.assign(topic=table["institution"]), ("topic",))
    found = compare(counts, MEASURE, adjust=("topic",))
    assert found.is_refused
    assert found.table["verdict"].unique().tolist() == ["insufficient"]
    assert found.table["reason"].unique().tolist() == [
        "Lebih dari seperlima laporannya berjenis yang tidak ada pada pembanding."
    ]


def test_a_column_of_ones_own_is_named_as_it_is(make_counts, case_mix) -> None:
    """A column that the kit has no word for is adjusted for under its own name."""
    own = case_mix.rename(columns={"topic": "kode lokal"})
    found = compare(make_counts(own, ("kode lokal",)), MEASURE, adjust=("kode lokal",))
    step = next(check for check in found.checks if check.step == "case_mix")
    assert step.reason.startswith("Disesuaikan menurut kode lokal.")


def test_cases_of_one_value_do_not_stop_a_mean(make_counts) -> None:
    """Nobody late in one institution is a spread of 0; the comparison of means goes on."""
    table = alike(10, 400, 80)
    table.loc[0, "late"] = 0
    found = compare(make_counts(table), "completion_mean_days").table
    assert found["z"].notna().all()


def test_a_given_target_is_compared_with(make_counts) -> None:
    """Beside a target of 95 %, institutions that all reach 80 % lie below it, all of them."""
    found = compare(make_counts(alike(5, 4000, 800)), MEASURE, target=0.95)
    assert found.is_target_given
    assert found.table["target"].unique().tolist() == [0.95]
    assert (found.table["z"] < -10).all()
    assert found.table["verdict"].unique().tolist() == ["below"]
    assert found.dispersion["tau2"].max() == 0


def test_a_target_below_what_all_reach_is_exceeded(make_counts) -> None:
    """Institutions without any late case lie above a target of 90 %."""
    found = compare(make_counts(alike(5, 4000, 0)), MEASURE, target=0.9)
    assert found.table["verdict"].unique().tolist() == ["above"]


def test_the_pooled_value_as_target_changes_nothing(make_counts, case_mix, rng) -> None:
    """Held against their own pooled share, institutions are judged as without a target."""
    for counts, adjust in (
        (make_counts(spread(rng, 40, 0.4)), ()),
        (make_counts(case_mix, ("topic",)), ("topic",)),
    ):
        plain = compare(counts, MEASURE, adjust=adjust)
        pooled = float(plain.table["target"].iloc[0])
        given = compare(counts, MEASURE, adjust=adjust, target=pooled)
        for name in ("z", "z_truncated", "z_winsorised", "adjusted", "adjusted_glm"):
            np.testing.assert_allclose(given.table[name], plain.table[name], atol=1e-6)


def test_peers_are_judged_among_themselves(make_counts) -> None:
    """Two groups of different level hold nobody outside their own range."""
    table = pd.concat([alike(20, 400, 40), alike(20, 400, 200)]).reset_index(drop=True)
    table["institution"] = [f"I{number:03d}" for number in range(40)]
    groups = {name: "a" if place < 20 else "b" for place, name in enumerate(table["institution"])}
    found = compare(make_counts(table), MEASURE, peers=groups)
    assert found.table["verdict"].unique().tolist() == ["not_distinguishable"]
    assert found.table.groupby("peer_group")["target"].first().round(9).to_dict() == {
        "a": 0.9,
        "b": 0.5,
    }
    assert found.table["n_ranked"].unique().tolist() == [20]


def test_shrunken_values_lie_between_crude_and_group(make_counts, rng) -> None:
    """Each shrunken share lies between the institution's own and its group's."""
    found = compare(make_counts(spread(rng, 40, 0.5)), MEASURE).table
    low = np.minimum(found["crude"], found["target"]) - 0.005
    high = np.maximum(found["crude"], found["target"]) + 0.005
    assert found["shrunken"].between(low, high).all()


def test_the_table_has_its_columns_and_the_alphabet(make_counts) -> None:
    """Columns are those that are documented; institutions stand in alphabetical order."""
    found = compare(make_counts(alike(8, 400, 80).iloc[::-1]), MEASURE).table
    assert tuple(found.columns) == COMPARISON_COLUMNS
    assert found["institution"].is_monotonic_increasing


def test_a_quantile_is_refused() -> None:
    """A median has no expected value, so that it cannot be adjusted or judged."""
    median = next(m for m in MEASURES if m.id == "completion_median_days")
    message = (
        "`measure` must be a share or a mean, as quantiles have no expected value, got "
        "'completion_median_days'. Compare the share within the limit or a restricted mean."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        compare(None, median)  # type: ignore[arg-type]


def test_an_unknown_measure_is_refused(make_counts) -> None:
    """The names that are known stand in the refusal."""
    with pytest.raises(UnknownNameError, match=r"speed.*completed_within_limit"):
        compare(make_counts(alike(5, 400, 80)), "speed")
