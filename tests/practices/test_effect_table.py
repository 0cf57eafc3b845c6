"""Tables that people read."""

import numpy as np
import pandas as pd

from lapor_lab.practices import (
    ALL_PRACTICES,
    BACKLOG_GROWTH,
    KONEKTIVITAS,
    PRACTICES,
    tabulate_comparison,
    tabulate_effects,
    tabulate_levers,
)
from lapor_lab.schema import Availability
from lapor_lab.synthetic import Scenario

MEASURES = ("first_followed_up_within_limit", "first_follow_up_p90_days")
STEADY = pd.DataFrame(
    {
        "measure": MEASURES,
        "base": [0.9, 5.0],
        "changed": [0.95, 4.0],
        "difference": [0.05, -1.0],
        "lower": [0.04, -1.5],
        "upper": [0.06, -0.5],
        "n_pairs": 6,
        "availability": Availability.AVAILABLE.value,
    }
)
FULL = pd.DataFrame(
    {
        "measure": ["closed_share", BACKLOG_GROWTH],
        "base": [0.9, 0.0],
        "changed": [np.nan, 1.5],
        "difference": [np.nan, 1.5],
        "lower": np.nan,
        "upper": np.nan,
        "n_pairs": [0, 0],
        "availability": [Availability.SATURATED.value, Availability.AVAILABLE.value],
    }
)


def test_values_have_units_and_differences_intervals() -> None:
    """Per cent and percentage points, working days with one digit."""
    table = tabulate_effects(STEADY)
    assert table.to_numpy().tolist() == [
        ["90,0 %", "95,0 %", "+5,0 poin persen (+4,0 sampai +6,0)"],
        ["5,0", "4,0", "−1,0 hari kerja (−1,5 sampai −0,5)"],
    ]


def test_a_full_queue_says_so_and_how_fast_it_grows() -> None:
    """No number stands where there is no steady one; the other world keeps its own."""
    table = tabulate_effects(FULL)
    assert table.to_numpy().tolist() == [
        ["90,0 %", "antrean jenuh", "antrean jenuh"],
        [
            "0,00 laporan per hari kerja",
            "1,50 laporan per hari kerja",
            "+1,50 laporan per hari kerja",
        ],
    ]


def test_practices_stand_below_each_other() -> None:
    """A row for each practice and one for all, a column for each measure in the order asked."""
    rows = [STEADY.assign(practice=name) for name in (*(p.id for p in PRACTICES), ALL_PRACTICES)]
    table = tabulate_comparison(pd.concat(rows), PRACTICES, MEASURES[::-1])

    assert table.index.to_list() == [
        "Tugas dan fungsi",
        "Konektivitas",
        "Target kinerja",
        "Sosialisasi",
        "Legalitas",
        "Semua bersama",
    ]
    assert table.iloc[0].to_list() == [
        "−1,0 hari kerja (−1,5 sampai −0,5)",
        "+5,0 poin persen (+4,0 sampai +6,0)",
    ]


def test_levers_show_today_the_practice_and_the_range(scenario: Scenario) -> None:
    """Each lever is a row with its reason."""
    today = scenario.institution("kementerian-a")
    table = tabulate_levers(KONEKTIVITAS, today)
    misrouted = table.loc["Bagian disposisi yang salah alamat"]

    assert len(table) == len(KONEKTIVITAS.levers)
    shares = [
        f"{100 * today.misrouted_share * f:.1f} %".replace(".", ",") for f in (1, 0.6, 0.8, 0.4)
    ]
    assert misrouted.to_list()[:2] == shares[:2]
    assert misrouted["Rentang asumsi"] == f"{shares[2]} … {shares[3]}"
    assert misrouted["Alasan"].startswith("asumsi: ")
