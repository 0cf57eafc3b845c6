"""Published figures: each can be recomputed, each has its source."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    """The table as it is shipped."""
    return pd.read_csv(Path(__file__).resolve().parents[2] / "datasets/angka_terbit.csv")


def test_shares_equal_their_fractions(figures: pd.DataFrame) -> None:
    """A share that was published with its counts is their quotient, to one decimal."""
    known = figures[(figures["unit"] == "persen") & figures["numerator"].notna()]

    assert len(known) >= 10
    np.testing.assert_allclose(
        known["value"], 100 * known["numerator"] / known["denominator"], atol=0.05
    )


def test_kemensos_2024_stands_by_both_definitions(figures: pd.DataFrame) -> None:
    """Followed up is 98.6 %, completed 87.2 %: the same year, two definitions."""
    rows = figures[(figures["institution"] == "Kementerian Sosial") & (figures["period"] == "2024")]
    values = rows.set_index("measure")["value"]

    assert values["sudah ditindaklanjuti"] == 98.6
    assert values["selesai"] == 87.2


def test_every_figure_has_source_definition_and_unit(figures: pd.DataFrame) -> None:
    """No figure stands without saying where it was read and what it means."""
    assert (
        figures[["institution", "period", "measure", "definition", "unit", "source"]]
        .notna()
        .all(axis=None)
    )
    assert not figures.duplicated(["institution", "period", "measure"]).any()
