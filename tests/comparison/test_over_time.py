"""Month by month, a season raises no alarm and a change of one's own does."""

import re

import numpy as np
import pandas as pd
import pytest

from lapor_lab.comparison.over_time import track
from lapor_lab.errors import ParameterError, UnknownNameError

MEASURE = "completed_within_limit"
MONTHS = [f"{year}-{month:02d}" for year in (2020, 2021) for month in range(1, 13)]


def worlds(rng: np.random.Generator, late_share: np.ndarray, n: int = 300) -> pd.DataFrame:
    """Return 12 institutions with the late shares of each month."""
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "institution": f"I{number:02d}",
                    "month": MONTHS,
                    "n": n,
                    "late": rng.binomial(n, late_share),
                }
            )
            for number in range(12)
        ],
        ignore_index=True,
    )


@pytest.fixture
def season() -> np.ndarray:
    """Twice the late cases in May of both years."""
    return np.where([month.endswith("-05") for month in MONTHS], 0.4, 0.2)


def test_a_season_that_all_have_raises_no_alarm(make_counts, rng, season) -> None:
    """Of 576 months with a Lebaran in each year, May is special no more often than others."""
    found = [track(make_counts(worlds(rng, season), ("month",)), MEASURE).table for _ in range(2)]
    table = pd.concat(found)
    is_may = table["period"].str.endswith("-05")
    assert table.loc[is_may, "is_special"].mean() <= 0.05
    assert table["is_special"].mean() <= 0.05


def test_the_centre_moves_with_the_season(make_counts, rng, season) -> None:
    """In May the centre lies where the others were."""
    table = track(make_counts(worlds(rng, season), ("month",)), MEASURE).table
    centre = table.groupby("period")["centre"].mean()
    assert centre["2021-05"] == pytest.approx(0.6, abs=0.03)
    assert centre["2021-06"] == pytest.approx(0.8, abs=0.03)


def test_a_change_of_ones_own_is_found(make_counts, rng, season) -> None:
    """Whoever doubles its late cases for eight months shows a shift, the others do not."""
    table = worlds(rng, season)
    own = (table["institution"] == "I03") & (table["month"] >= "2021-05")
    table.loc[own, "late"] = (table.loc[own, "late"] * 1.8).astype(int)
    found = track(make_counts(table, ("month",)), MEASURE).table
    special = found[found["is_special"]]
    assert (special["institution"] == "I03").sum() >= 7
    assert (special["institution"] != "I03").sum() <= 12


def test_limits_start_anew_only_where_the_user_says(make_counts, rng, season) -> None:
    """With a rebase at the change the centre follows it, and the note stands in its month."""
    table = worlds(rng, season)
    own = (table["institution"] == "I03") & (table["month"] >= "2021-01")
    table.loc[own, "late"] = table.loc[own, "late"] * 2
    counts = make_counts(table, ("month",))
    said = {"I03": {"2021-01": "Instansi dipecah"}}
    found = track(counts, MEASURE, notes=said, rebase_at={"I03": ["2021-01"]}).table
    rows = found[found["institution"] == "I03"].set_index("period")
    plain = track(counts, MEASURE, notes=said).table
    unchanged = plain[plain["institution"] == "I03"].set_index("period")
    assert rows.loc["2021-02", "centre"] == pytest.approx(0.6, abs=0.04)
    assert unchanged.loc["2021-02", "centre"] == pytest.approx(0.7, abs=0.04)
    assert rows.loc["2021-01", "note"] == "Instansi dipecah"
    assert (rows["note"] != "").sum() == 1


def test_a_target_within_the_limits_is_met_by_chance(make_counts, rng) -> None:
    """80 % of 300 a month meets 60 % always, 80 % by chance and 99 % never."""
    counts = make_counts(worlds(rng, np.full(24, 0.2)), ("month",))
    for target, expected in (
        (0.6, "consistent_pass"), (0.8, "inconsistent"), (0.99, "consistent_fail"),
    ):  # fmt: skip
        assert set(track(counts, MEASURE, target=target).assurance) == {expected}


def test_hardly_any_event_raises_no_alarm(make_counts, rng) -> None:
    """Two late cases in two years leave 22 months without one: none of them is special."""
    table = worlds(rng, np.full(24, 0.1))
    own = table["institution"] == "I03"
    table.loc[own, "late"] = [0, 1, *[0] * 21, 1]
    found = track(make_counts(table, ("month",)), MEASURE).table
    assert not found.loc[found["institution"] == "I03", "is_special"].any()


def test_counts_without_months_are_refused(make_counts) -> None:
    """The refusal says how to count."""
    table = pd.DataFrame({"institution": ["A", "B"], "n": 100, "late": 20})
    message = (
        "`measure, strata` must be a share, by month, got ('completed_within_limit', ()). "
        "Choose a share and count with strata=('month',)."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        track(make_counts(table), MEASURE)


def test_a_note_on_a_month_that_is_not_there_is_refused(make_counts, rng, season) -> None:
    """The month is named."""
    counts = make_counts(worlds(rng, season), ("month",))
    with pytest.raises(UnknownNameError, match=r"month.*2022-01"):
        track(counts, MEASURE, notes={"I03": {"2022-01": "x"}})
    with pytest.raises(UnknownNameError, match=r"institution.*Z"):
        track(counts, MEASURE, rebase_at={"Z": ["2021-01"]})
