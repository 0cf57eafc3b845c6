"""Claims about how the numbers of a plan are written."""

import pandas as pd
import pytest

from lapor_lab.report.plan_numbers import format_level, in_per_cent, is_given


@pytest.mark.parametrize(("level", "text"), [(0.0, "0"), (-0.5, "-0,5"), (4, "4")])
def test_levels_are_whole_where_they_are(level: float, text: str) -> None:
    """A level of 2 is not written 2,0."""
    assert format_level(level) == text


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT, "", "  "])
def test_nothing_is_nothing(nothing: object) -> None:
    """No kind of missing value counts as given."""
    assert not is_given(nothing)


def test_growth_is_no_share() -> None:
    """Two reports more each day are not 200 per cent."""
    rows = pd.DataFrame({"measure": ["backlog_growth_per_day"], "base": [2.0]})
    assert in_per_cent(rows, ["base"])["base"].tolist() == [2.0]


def test_words_and_gaps_stay_beside_shares_in_per_cent() -> None:
    """Of a column with words only the numbers are scaled, and only those of shares."""
    rows = pd.DataFrame({"measure": ["closed_share", "mean_rating", None, "closed_share"]}).assign(
        q1=[0.5, 4.0, "SOP ditetapkan", None], q2=[0.25, float("nan"), 1.0, 0.75]
    )
    found = in_per_cent(rows, ["q1", "q2", "q3"])
    assert found["q1"].tolist()[:3] == [50.0, 4.0, "SOP ditetapkan"]
    assert not is_given(found["q1"][3])
    assert found["q2"].fillna(-1).tolist() == [25.0, -1.0, 1.0, 75.0]
    assert list(found) == list(rows)
