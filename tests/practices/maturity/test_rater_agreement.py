"""Agreement of two raters."""

import numpy as np
import pytest

from lapor_lab.practices.maturity import MaturityForm, load_guides
from lapor_lab.practices.maturity.gaps import entities
from lapor_lab.practices.maturity.judgement import Judgement, judge
from lapor_lab.practices.maturity.rater_agreement import (
    item_agreement,
    level_agreement,
    list_disagreements,
)


@pytest.fixture(scope="module")
def judgements(example: MaturityForm) -> list[Judgement]:
    """Every practice of every unit of the example."""
    return [
        judge(example, guide, unit, assessed_on=example.assessed_on)
        for unit in entities(example)
        for guide in load_guides()
    ]


def test_kappa_is_that_of_the_two_by_two_table(judgements: list[Judgement]) -> None:
    """Kappa of all items equals (observed - expected) / (1 - expected), worked out by hand."""
    pairs = np.array(
        [j.verdicts for each in judgements for j in each.items if None not in j.verdicts], float
    )
    observed = np.mean(pairs[:, 0] == pairs[:, 1])
    one, two = pairs.mean(axis=0)
    expected = one * two + (1 - one) * (1 - two)
    row = item_agreement(judgements).set_index("practice").loc["semua"]
    assert row["kappa"] == pytest.approx((observed - expected) / (1 - expected))
    assert row["n"] == len(pairs)
    assert row["observed_share"] == pytest.approx(observed)
    assert row["lower"] < row["kappa"] <= row["upper"]
    assert row["weighting"] == "tanpa bobot"


def test_levels_one_apart_agree_in_part(judgements: list[Judgement]) -> None:
    """Linear weights count a level one apart as three quarters of agreement."""
    pairs = np.array([each.claims for each in judgements], float)
    near = np.mean(1 - np.abs(pairs[:, 0] - pairs[:, 1]) / 4)
    row = level_agreement(judgements).set_index("practice").loc["semua"]
    assert row["observed_share"] == pytest.approx(near)
    assert row["weighting"] == "linear"


def test_every_difference_is_listed(judgements: list[Judgement]) -> None:
    """Different answers are listed; those that decide are told from those that do not."""
    table = list_disagreements(judgements)
    found = table.set_index(["unit", "item"])
    assert len(table) == 9
    assert found.loc[
        ("Seluruh instansi", "pindah-tanpa-pengganti"), "answer_1":"answer_2"
    ].tolist() == ["6", "5"]
    assert not found.loc[("Seluruh instansi", "pindah-tanpa-pengganti"), "is_decisive"]
    assert found.loc[("LLDIKTI Contoh 10", "sk-penghubung"), "is_decisive"]


def test_nothing_rated_is_no_agreement() -> None:
    """Without judgements there is no kappa, and nothing to list."""
    assert item_agreement([])["kappa"].isna().all()
    assert level_agreement([])["n"].eq(0).all()
    assert list_disagreements([]).empty
