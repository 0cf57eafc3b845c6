"""Whether a world has a steady state."""

from dataclasses import replace

import pytest

from lapor_lab.practices import describe_saturation, load_of
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.handling.load import expected_load

WHO = "kementerian-f"


def test_reports_come_in_on_the_working_days_of_the_period(scenario: Scenario) -> None:
    """The year before 15 August 2022 has 245 working days of 2,080 hours."""
    load = load_of(scenario, WHO)
    model = scenario.institution(WHO)

    assert load.reports_per_day == pytest.approx(model.volume_per_year / 245)
    expected = expected_load(
        model, scenario.reporters, working_days_per_year=245, open_hours_per_day=2080 / 245
    )
    assert load == expected


def test_a_shorter_period_has_the_same_rate(scenario: Scenario) -> None:
    """Half the period brings half the reports: those of a day stay, but for holidays."""
    half = load_of(replace(scenario, period_days=182), WHO)
    assert half.reports_per_day == pytest.approx(load_of(scenario, WHO).reports_per_day, rel=0.1)


def test_who_keeps_up_needs_no_sentence(scenario: Scenario) -> None:
    """No station of this ministry is full."""
    assert describe_saturation(load_of(scenario, WHO)) == ""


def test_the_sentence_names_the_place_and_the_growth(scenario: Scenario) -> None:
    """One sentence: how many queues, which most, how full, and how fast it grows."""
    full = load_of(scenario.replace_institution(WHO, verify_minutes=480.0), WHO)
    utilisation = f"{100 * full.administrators.utilisation:.0f} %"
    growth = f"{full.backlog_growth_per_day:.2f}".replace(".", ",")

    assert describe_saturation(full) == (
        f"Antrean jenuh di 1 tempat, terutama di admin instansi (beban {utilisation} dari "
        f"kapasitas): menurut perhitungan, laporan yang menunggu bertambah sekitar {growth} "
        "setiap hari kerja, sehingga angka yang bergantung pada waktu tunggu tidak mempunyai "
        "nilai tetap."
    )
