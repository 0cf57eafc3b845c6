"""Maturity beside outcomes: what was planted, who moves it, and the words for it."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.comparison import Comparison, compare
from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.practices import associate, describe_association
from lapor_lab.practices.association import MIN_INSTITUTIONS, Association
from lapor_lab.synthetic import load_scenario, make_complaint_log

MEASURE = "first_followed_up_within_limit"
# A normal law with this correlation has a Spearman correlation of 0.6.
LATENT = 2 * np.sin(np.pi * 0.6 / 6)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """The ten ministries of the scenario, on a small log."""
    return compare(make_complaint_log(load_scenario("kementerian"), n_cases=4_000), MEASURE)


@pytest.fixture(scope="module")
def maturity(comparison: Comparison) -> pd.DataFrame:
    """Levels in the order of the adjusted outcome, so that they are associated for certain."""
    rows = comparison.table[["institution", "adjusted"]].sort_values("adjusted")
    return rows.assign(level=np.arange(len(rows)) / 3)[["institution", "level"]]


def outcomes_of(comparison: Comparison, values: np.ndarray, n: np.ndarray) -> Comparison:
    """Return a comparison of which only the outcomes are used: measured, and drawn together."""
    names = [f"Instansi {number:03d}" for number in range(len(values))]
    weight = n / (n + 200)
    table = pd.DataFrame({"institution": names, "adjusted": values})
    table["shrunken"] = weight * values + (1 - weight) * np.average(values, weights=n)
    return replace(comparison, table=table)


def planted(
    comparison: Comparison, latent: float, rng: np.random.Generator, n: int = 20
) -> tuple[pd.DataFrame, Comparison]:
    """Draw levels 0-4 of five practices each, and outcomes that go with their mean."""
    trait = rng.standard_normal(n)
    volume = rng.integers(200, 5_000, n)
    share = 1 / (1 + np.exp(-1 - latent * trait - np.sqrt(1 - latent**2) * rng.standard_normal(n)))
    measured = rng.binomial(volume, share) / volume
    outcomes = outcomes_of(comparison, measured, volume)
    return pd.DataFrame({"institution": outcomes.table["institution"], "level": trait}), outcomes


@pytest.mark.verify
@pytest.mark.parametrize(("latent", "truth"), [(0.0, 0.0), (LATENT, 0.6)])
def test_a_planted_association_is_covered(
    comparison: Comparison, latent: float, truth: float
) -> None:
    """Planted 0 lies in at least 93 % of 1,000 intervals; planted 0.6 does, and is told from 0.

    Institutions have 200-5,000 reports each, so that adjusted and shrunken outcomes differ.
    """
    rng = np.random.default_rng(1)
    found = pd.concat(
        [associate(*planted(comparison, latent, rng), n_draws=1_000).table for _ in range(1_000)]
    )
    for _, rows in found.groupby("outcome"):
        covered = (rows["lower"] <= truth) & (truth <= rows["upper"])
        drawn = (rows["bootstrap_lower"] <= truth) & (truth <= rows["bootstrap_upper"])
        assert covered.mean() >= 0.93
        assert drawn.mean() >= 0.93
        assert rows["estimate"].mean() == pytest.approx(truth, abs=0.05)
        if truth:
            assert rows["is_associated"].mean() > 0.7
        else:
            assert rows["is_associated"].mean() <= 0.07


def test_planted_associations_in_a_hurry(comparison: Comparison) -> None:
    """Of 3 rounds of 60 institutions each, 0.6 is told from 0 in all and 0 in at most one."""
    rng = np.random.default_rng(2)
    told = {
        latent: sum(
            bool(
                associate(*planted(comparison, latent, rng, 60), n_draws=1_000)
                .table["is_associated"]
                .all()
            )
            for _ in range(3)
        )
        for latent in (0.0, LATENT)
    }
    assert told[LATENT] == 3
    assert told[0.0] <= 1


def test_the_same_order_is_associated(comparison: Comparison, maturity: pd.DataFrame) -> None:
    """Levels in the order of the outcome have a correlation of 1 with it, with a lower end."""
    found = associate(maturity, comparison)
    adjusted = found.table.set_index("outcome").loc["adjusted"]

    assert found.measure == MEASURE
    assert len(found.points) == adjusted["n"] == 10
    assert adjusted["estimate"] == pytest.approx(1)
    assert 0 < adjusted["lower"] < adjusted["upper"] == 1
    assert adjusted["is_associated"]


def test_each_practice_has_its_row(comparison: Comparison, maturity: pd.DataFrame) -> None:
    """With levels by practice the mean level comes first, then each practice by itself."""
    by_practice = pd.concat(
        [maturity.assign(practice="konektivitas"), maturity.assign(practice="legalitas", level=2)]
    )
    table = associate(by_practice, comparison).table

    assert table["practice"].to_list() == [
        *["semua"] * 2, *["konektivitas"] * 2, *["legalitas"] * 2,
    ]  # fmt: skip
    assert table["estimate"].iloc[0] == pytest.approx(1)
    assert table["estimate"].iloc[4:].isna().all()
    assert not table["is_associated"].iloc[4:].any()


def test_a_practice_without_a_level_leaves_no_mean(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """Ten institutions of which one lacks a practice are nine on the mean: refused."""
    other = maturity.assign(practice="legalitas")
    other.loc[other.index[0], "level"] = np.nan
    by_practice = pd.concat([maturity.assign(practice="konektivitas"), other])

    with pytest.raises(ParameterError, match=r"^An association needs at least 10 .*, got 9\."):
        associate(by_practice, comparison)


def test_the_one_that_stands_apart_moves_it_most(comparison: Comparison) -> None:
    """An institution against the order of all others is the one without which they agree."""
    values = np.linspace(0.5, 0.9, 12)
    levels = np.arange(12.0)
    levels[11] = -1
    outcomes = outcomes_of(comparison, values, np.full(12, 800))
    maturity = outcomes.table[["institution"]].assign(level=levels)

    rows = associate(maturity, outcomes).leave_one_out
    movers = rows[rows["moves_most"]]

    assert movers["institution"].to_list() == ["Instansi 011"] * 2
    assert movers["outcome"].to_list() == ["adjusted", "shrunken"]
    np.testing.assert_allclose(movers["estimate"], 1)
    assert (movers["change"] > 0).all()
    assert len(rows) == 24


def test_the_words_say_associated_and_no_more(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """What is found is told as "berkaitan", what is not as undecided; nothing is a cause."""
    told = describe_association(associate(maturity, comparison))
    alike = describe_association(associate(maturity.assign(level=[0, 1] * 5), comparison))

    assert told[0].startswith("Pada 10 instansi, tingkat kematangan yang lebih tinggi berkaitan")
    assert "korelasi Spearman 1,00 (selang kepercayaan 95 %: 0," in told[0]
    assert "belum dapat dibedakan dari tidak ada kaitan" in alike[0]
    assert told[-1] == (
        "Berkaitan tidak berarti sebab: instansi yang lebih matang dapat berbeda dalam banyak "
        "hal lain."
    )
    assert not re.search("menyebabkan|akibat|karena", " ".join([*told, *alike]))


def test_a_lower_outcome_is_told_as_lower(comparison: Comparison, maturity: pd.DataFrame) -> None:
    """A negative correlation is told as a lower outcome, with a minus sign."""
    turned = maturity.assign(level=-maturity["level"])

    told = describe_association(associate(turned, comparison))[0]
    assert "yang lebih rendah: korelasi Spearman −1,00" in told


def test_below_ten_institutions_it_is_refused(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """Nine institutions are refused in one line; those in only one table do not count."""
    message = (
        "An association needs at least 10 institutions that have a level and an outcome, got 9. "
        "Add institutions, or show both side by side without a correlation."
    )
    assert MIN_INSTITUTIONS == 10
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        associate(maturity.iloc[1:], comparison)
    strange = maturity.assign(institution=["Lain", *maturity["institution"][1:]])
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        associate(strange, comparison)


def test_two_levels_of_one_institution_are_refused(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """A row that comes twice is refused by name."""
    name = maturity["institution"].iloc[0]
    message = (
        f"`maturity` must be one level for each institution and practice, got {name!r}. "
        "Leave one of its rows."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        associate(pd.concat([maturity, maturity.head(1)]), comparison)


def test_levels_without_their_column_are_refused(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """A table of other columns is refused with those it has."""
    with pytest.raises(ColumnNotFoundError, match=r"^maturity: column\(s\) level not found"):
        associate(maturity[["institution"]], comparison)


def test_it_says_whether_outcomes_were_made_up(
    comparison: Comparison, maturity: pd.DataFrame
) -> None:
    """An association on synthetic outcomes carries it along."""
    found = associate(maturity, comparison)
    assert isinstance(found, Association)
    assert found.is_synthetic
