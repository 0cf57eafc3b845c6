"""The rules of the NHS, against NHSRplotthedots."""

import json
from pathlib import Path

import numpy as np
import pytest

from lapor_lab.stats import Baseline, ControlChart, assurance, nhs_rules, xmr_chart
from lapor_lab.stats.run_rules import _runs, _trends, _two_of_three

# What NHSRplotthedots calls each rule and direction.
WORDS = {
    ("", 0): "Common Cause",
    ("outside", 1): "Above UCL",
    ("outside", -1): "Below LCL",
    ("trend", 1): "7 Point Trend (Increasing)",
    ("trend", -1): "7 Point Trend (Decreasing)",
    ("two_of_three", 1): "2 in 3 Above CL",
    ("two_of_three", -1): "2 in 3 Below CL",
    ("shift", 1): "7 Points Above CL",
    ("shift", -1): "7 Points Below CL",
}


@pytest.fixture(scope="module")
def cases(reference: Path) -> dict:
    """Return the 18 series with what NHSRplotthedots says of them."""
    text = (reference / "spc_nhs/xmr_cases.json").read_text("utf-8")
    found: dict = json.loads(text)
    return found


def charted(case: dict) -> ControlChart:
    """Return the chart of a series as the case asks for it."""
    baseline = Baseline(
        fixed_after=case["fix_after_n_points"] or None,
        rebase_at=(case["rebase_at"] - 1,) if case["rebase_at"] else (),
    )
    return xmr_chart(case["y"], baseline, is_screened=case["screen_outliers"])


def test_every_point_of_18_series_is_judged_alike(cases: dict) -> None:
    """Rule, direction, improvement or concern of each point are NHSRplotthedots'."""
    assert len(cases["cases"]) == 18
    for name, case in cases["cases"].items():
        signals = nhs_rules(charted(case))

        pairs = zip(signals.rule.tolist(), signals.direction.tolist(), strict=True)
        assert [WORDS[pair] for pair in pairs] == case["special_cause_type"], name
        kinds = np.select(
            [signals.direction == case["improvement_direction"], signals.is_special],
            ["special_cause_improvement", "special_cause_concern"],
            default="common_cause",
        )
        assert kinds.tolist() == case["point_type"], name
        assert (signals.outside != 0).tolist() == case["outside_limits"], name


def test_sides_and_nearness_are_judged_alike(cases: dict) -> None:
    """Which points lie above the mean, and which near a limit, are NHSRplotthedots'."""
    for name, case in cases["cases"].items():
        chart = charted(case)
        lower, upper = chart.near_limits()
        is_outside = (chart.value > chart.upper) | (chart.value < chart.lower)
        is_near = ((chart.value > upper) | (chart.value < lower)) & ~is_outside
        assert is_near.tolist() == case["close_to_limits"], name
        side = np.sign(np.round(chart.value - chart.centre, 9))
        assert side.tolist() == case["relative_to_mean"], name


def test_assurance_is_judged_alike(cases: dict) -> None:
    """Targets of 90, 30 and 61 are surely missed, surely met and now this, now that."""
    found = {}
    for name, case in cases["cases"].items():
        if case["target"] is not None:
            direction = "higher" if case["improvement_direction"] == 1 else "lower"
            found[name] = assurance(charted(case), case["target"], direction=direction)
            assert found[name] == case["assurance"]
    assert list(found.values()) == ["consistent_fail", "consistent_pass", "inconsistent"]


def test_single_rules_are_those_of_the_reference(cases: dict) -> None:
    """Runs, trends and pairs of the package's own unit tests are found, in full length."""
    unit = cases["unit"]
    for case in unit["seven_point_one_side"]:
        ends = np.flatnonzero(case["out"])
        members = {int(k) for end in ends for k in range(end - 6, end + 1)}
        found = np.flatnonzero(_runs(np.array(case["v"], dtype=np.int8), 7))
        assert set(found.tolist()) == members
    for case in unit["seven_point_trend"]:
        ends = np.flatnonzero(case["out"])
        members = {int(k) for end in ends for k in range(end - 6, end + 1)}
        assert set(np.flatnonzero(_trends(np.array(case["y"], dtype=float))).tolist()) == members
    for case in unit["two_in_three"]:
        close, side = (np.array(case[key], dtype=np.int8) for key in ("close", "rtm"))
        is_member = (np.array(case["out"]) == 1) & (close != 0)
        assert (_two_of_three(close, side) != 0).tolist() == is_member.tolist()


def test_a_turn_belongs_to_the_later_trend() -> None:
    """The top of seven up and seven down falls: what it began is told, not what it ended."""
    found = _trends(np.array([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], dtype=float))

    assert found.tolist() == [1] * 6 + [-1] * 7


def test_a_gap_ends_a_run() -> None:
    """Six above, an unknown month and one more above are no run of seven."""
    values = [1, -1, 1, -1, 1, -1, 1, -1, 2, 2, 2, 2, 2, 2, np.nan, 2, -1, 1, -1, 1]
    with_gap = nhs_rules(xmr_chart(values, Baseline(fixed_after=8)))
    whole = nhs_rules(xmr_chart([x for x in values if not np.isnan(x)], Baseline(fixed_after=8)))

    assert not with_gap.shift.any()
    assert whole.shift.sum() == 7


def test_a_stated_change_is_no_signal_of_its_own() -> None:
    """Runs do not reach over a rebase."""
    values = np.r_[np.tile([10, 11, 9, 10.5], 4), np.tile([20, 21, 19, 20.5], 4)]

    assert nhs_rules(xmr_chart(values)).is_special.any()
    assert not nhs_rules(xmr_chart(values, Baseline(rebase_at=(16,)))).is_special.any()


def test_without_limits_nothing_is_outside_and_nothing_assured() -> None:
    """A baseline without variation gives neither outliers nor assurance."""
    chart = xmr_chart([5, 5, 5, 5, 9], Baseline(fixed_after=4))

    assert not nhs_rules(chart).is_special.any()
    assert assurance(chart, 7, direction="lower") is None
    assert assurance(xmr_chart([1, 2, 1, 2]), float("nan"), direction="lower") is None


@pytest.mark.parametrize(("n_months", "share"), [(12, 0.08), (48, 0.4)])
def test_longer_series_have_more_false_signals(
    n_months: int, share: float, rng: np.random.Generator
) -> None:
    """Of steady series of a year 8 %, and of four years 40 %, have a special month somewhere."""
    rows = rng.normal(50, 5, (1000, n_months))

    found = np.mean([nhs_rules(xmr_chart(row)).is_special.any() for row in rows])

    assert found == pytest.approx(share, abs=0.03)


def test_chance_alone_calls_a_month_special_as_often_as_said(rng: np.random.Generator) -> None:
    """Of steady series of 24 months about one in five has a special month: 3-5 % of the months."""
    signals = [nhs_rules(xmr_chart(row)).is_special for row in rng.normal(50, 5, (1000, 24))]

    assert 0.16 <= np.mean([found.any() for found in signals]) <= 0.24
    assert 0.03 <= np.mean(signals) <= 0.05
