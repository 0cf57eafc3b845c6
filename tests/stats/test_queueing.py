"""Closed forms of queues, against tables, identities and each other."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from scipy.integrate import quad

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    allen_cunneen_waiting_time_days,
    erlang_b,
    erlang_c,
    mean_number_present,
    mg1_queue,
    mmc_queue,
    mmc_waiting_tail,
)


def refused(name: str, allowed: str, value: object, remedy: str) -> str:
    """Return the whole message of a refusal as a pattern."""
    return f"^{re.escape(f'`{name}` must be {allowed}, got {value!r}. {remedy}')}$"


GROWS = "The backlog grows without end: add servers or shorten services."


def test_reference_cases_of_several_servers(reference: Path) -> None:
    """Share that waits, mean wait and mean queue equal the reference table to 1e-12."""
    with (reference / "queue/mmc_expected.csv").open(encoding="utf-8") as stream:
        rows = [{key: float(x) for key, x in row.items()} for row in csv.DictReader(stream)]
    assert len(rows) == 6
    for row in rows:
        queue = mmc_queue(row["arrival_rate"], row["service_rate"], int(row["servers"]))
        n_waiting = mean_number_present(row["arrival_rate"], queue.waiting_time_days)
        assert queue.waiting_share == pytest.approx(row["p_wait"], rel=1e-12)
        assert queue.waiting_time_days == pytest.approx(row["mean_wait"], rel=1e-12)
        assert n_waiting == pytest.approx(row["mean_queue"], rel=1e-12)


@pytest.mark.parametrize(
    ("n_servers", "utilisation", "share", "mean", "days", "tail"),
    [
        (1, 0.5, 0.5, 1.0, 5, 0.0410),
        (1, 0.8, 0.8, 4.0, 5, 0.2943),
        (1, 0.9, 0.9, 9.0, 5, 0.5459),
        (2, 0.8, 0.7111, 1.7778, 0.5, 0.5822),
        (5, 0.9, 0.7625, 1.5250, 0.5, 0.5938),
        (20, 0.95, 0.7554, 0.7554, 0.5, 0.4582),
    ],
)
def test_values_that_were_simulated_before(
    n_servers: int, utilisation: float, share: float, mean: float, days: float, tail: float
) -> None:
    """Share that waits, mean wait and P(W > t) have the printed four digits."""
    rate = utilisation * n_servers
    queue = mmc_queue(rate, 1, n_servers)
    assert queue.utilisation == pytest.approx(utilisation)
    assert round(queue.waiting_share, 4) == share
    assert round(queue.waiting_time_days, 4) == mean
    assert queue.sojourn_time_days == pytest.approx(queue.waiting_time_days + 1)
    assert mmc_waiting_tail(days, rate, 1, n_servers).round(4) == tail


def test_erlang_b_of_a_printed_table() -> None:
    """Loads that are lost to 1 % at 1, 5, 10 and 20 lines are those of Erlang's table."""
    for load, n_servers in ((0.0101, 1), (1.361, 5), (4.461, 10), (12.03, 20)):
        assert erlang_b(load, n_servers) == pytest.approx(0.01, rel=0.002)


def test_tail_integrates_to_the_mean() -> None:
    """The area under P(W > t) is the mean wait."""
    for rate, n_servers in ((0.8, 1), (4.5, 5)):
        mean = mmc_queue(rate, 1, n_servers).waiting_time_days
        area, _ = quad(mmc_waiting_tail, 0, np.inf, args=(rate, 1, n_servers))
        assert area == pytest.approx(mean)


@pytest.mark.parametrize(("service_cv", "mean"), [(0, 2.0), (0.5, 2.5), (1, 4.0), (1.5, 6.5)])
def test_pollaczek_khinchine(service_cv: float, mean: float) -> None:
    """M/D/1, M/E4/1 and two lognormal services at utilisation .8 wait 2, 2.5, 4 and 6.5."""
    assert mg1_queue(0.8, 1, service_cv).waiting_time_days == pytest.approx(mean)


def test_special_cases_agree() -> None:
    """With cv 1 Pollaczek-Khinchine is M/M/1; Allen-Cunneen is exact for both of its parents."""
    for rate in (0.1, 0.5, 0.95):
        exact = mg1_queue(rate, 1, 1.5).waiting_time_days
        about = allen_cunneen_waiting_time_days(rate, 1, 1, service_cv=1.5)
        assert about == pytest.approx(exact)
        assert mg1_queue(rate, 1).waiting_time_days == pytest.approx(
            mmc_queue(rate, 1).waiting_time_days
        )
    exact = mmc_queue(4.5, 1, 5).waiting_time_days
    assert allen_cunneen_waiting_time_days(4.5, 1, 5, service_cv=1) == pytest.approx(exact)


def test_many_servers_are_as_good_as_endless() -> None:
    """With servers to spare nobody waits and the number present is that of M/G/infinity."""
    queue = mmc_queue(12, 0.5, 200)
    assert queue.waiting_share < 1e-12
    present = mean_number_present(12, queue.sojourn_time_days)
    assert present == pytest.approx(mean_number_present(12, 2))


def test_time_can_be_counted_in_any_unit() -> None:
    """Hours instead of days scale the waits and leave the shares."""
    in_days, in_hours = mmc_queue(36, 8, 5), mmc_queue(4.5, 1, 5)
    assert in_hours.waiting_time_days == pytest.approx(8 * in_days.waiting_time_days)
    assert in_hours.waiting_share == pytest.approx(in_days.waiting_share)


def test_no_steady_state_is_refused() -> None:
    """From a utilisation of 1 on there is no mean to return."""
    with pytest.raises(ParameterError, match=refused("utilisation", "< 1", 1.0, GROWS)):
        erlang_c(3, 3)
    with pytest.raises(ParameterError, match=refused("utilisation", "< 1", 1.2, GROWS)):
        mmc_queue(2.4, 1, 2)
    with pytest.raises(ParameterError, match=refused("utilisation", "< 1", 1.0, GROWS)):
        mg1_queue(1, 1)
    with pytest.raises(ParameterError, match=refused("utilisation", "< 1", 1.0, GROWS)):
        mmc_waiting_tail([1], 2, 1, 2)


def test_arguments_out_of_range_are_refused() -> None:
    """Each argument is named with its range."""
    larger = "Give a larger one."
    with pytest.raises(ParameterError, match=refused("offered_load", ">= 0", -1, larger)):
        erlang_b(-1, 2)
    with pytest.raises(ParameterError, match=refused("n_servers", ">= 1", 0, larger)):
        erlang_b(1, 0)
    with pytest.raises(ParameterError, match=refused("service_cv", ">= 0", -0.5, larger)):
        mg1_queue(0.5, 1, -0.5)
    with pytest.raises(ParameterError, match=refused("arrival_cv", ">= 0", -0.5, larger)):
        allen_cunneen_waiting_time_days(0.5, 1, 1, service_cv=1, arrival_cv=-0.5)
    with pytest.raises(ParameterError, match=refused("days", ">= 0", -1.0, larger)):
        mmc_waiting_tail([1, -1], 0.5, 1)
    with pytest.raises(ParameterError, match=refused("time_days", ">= 0", -1, larger)):
        mean_number_present(1, -1)
    pattern = refused("service_rate_per_day", "> 0", 0, "Give the mean of a day.")
    with pytest.raises(ParameterError, match=pattern):
        mmc_queue(1, 0)
