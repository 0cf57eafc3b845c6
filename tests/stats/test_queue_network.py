"""Closed forms of networks of queues, against solutions by hand."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import jackson_network, mmc_queue, traffic_equations

ADMIN_AND_UNITS = [0.4, *[6.5] * 4]


def office(misrouted_share: float) -> float:
    """Return the mean time in three administrators and four units of two, with returns."""
    routing = np.zeros((5, 5))
    routing[0, 1:] = 0.25
    routing[1:, 0] = misrouted_share
    rates = [1 / hours for hours in ADMIN_AND_UNITS]
    return jackson_network([0.8, 0, 0, 0, 0], rates, [3, 2, 2, 2, 2], routing).sojourn_time_days


def test_an_office_with_returns_is_its_sum_over_visits() -> None:
    """The mean is (1 / (1 - p)) (W_admin + W_unit) at rates raised by 1 / (1 - p)."""
    for share in (0.0, 0.08, 0.2):
        rate = 0.8 / (1 - share)
        admin = mmc_queue(rate, 1 / 0.4, 3).sojourn_time_days
        unit = mmc_queue(rate / 4, 1 / 6.5, 2).sojourn_time_days
        assert office(share) == pytest.approx((admin + unit) / (1 - share))


def test_what_fewer_returns_save() -> None:
    """From a fifth misrouted to 8 % the office saves 9.867 of 24.410 hours."""
    assert round(office(0.2), 3) == 24.410
    assert round(office(0.08) - office(0.2), 3) == -9.867


def test_feedback_to_oneself_lengthens_the_service() -> None:
    """One server that repeats with probability q is an M/M/1 of the rate (1 - q) mu."""
    network = jackson_network([0.3], [1.0], [1], [[0.6]])
    assert network.sojourn_time_days == pytest.approx(mmc_queue(0.3, 0.4).sojourn_time_days)
    assert network.visits == pytest.approx([2.5])
    assert network.stations[0].utilisation == pytest.approx(0.75)


def test_stations_in_a_row_are_queues_of_their_own() -> None:
    """Two stations one after the other wait as two M/M/1 (Burke)."""
    network = jackson_network([0.5, 0], [1, 0.8], [1, 1], [[0, 1], [0, 0]])
    one, two = mmc_queue(0.5, 1), mmc_queue(0.5, 0.8)
    assert network.stations == (one, two)
    assert network.sojourn_time_days == pytest.approx(one.sojourn_time_days + two.sojourn_time_days)


def test_bad_routing_is_refused() -> None:
    """A row above 1, a negative share and a loop without exit are named."""
    allowed = "`routing` must be shares that sum to at most 1 in each row, got "
    for row in ([0.6, 0.5], [-0.1, 0.5]):
        message = f"{allowed}{row}. Mend that row."
        with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
            traffic_equations([1, 0], [[0, 1], row])
    message = (
        "`routing` must be such that each case leaves in the end, got [[0.0, 1.0], [1.0, 0.0]]. "
        "Let some row sum to less."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        traffic_equations([1, 0], [[0, 1], [1, 0]])


def test_a_full_station_is_refused() -> None:
    """Returns that fill a station leave no steady state."""
    message = (
        "`utilisation` must be < 1, got 1.25. "
        "The backlog grows without end: add servers or shorten services."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        jackson_network([0.5], [1], [1], [[0.6]])
