"""From a log of the maker back to the parameters of the maker."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import InputFileError, ParameterError, UnknownNameError
from lapor_lab.exchange.bounded_times import bound_times
from lapor_lab.practices.calibration import ASSUMED, DATA, Calibration, calibrate
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import InstitutionModel, Scenario, make_complaint_log
from lapor_lab.synthetic.snapshots import log_as_of

WHO = "kemendikbudristek"
# What leaves no trace, or is known only against another of these.
UNSEEN = {
    *("admin_hours_per_day", "officer_hours_per_day", "absences_per_year", "absence_days"),
    *("moves_per_year", "vacancy_days"),
}


def distances(calibration: Calibration, truth: InstitutionModel) -> pd.Series:
    """Return how many standard errors each estimate lies from what was put in."""
    rows = calibration.parameters[calibration.parameters["standard_error"].notna()]
    put_in = []
    for name in rows["parameter"]:
        parameter, _, key = name.partition(".")
        value = getattr(truth, parameter)
        put_in.append(value.get(key, 0.0) if key else value)
    far = (rows["estimate"] - np.array(put_in)) / rows["standard_error"]
    return far.set_axis(rows["parameter"])


@pytest.mark.parametrize("who", [WHO, "kemenkumham", "kementerian-e", "kementerian-g"])
def test_parameters_of_the_maker_come_back(scenario: Scenario, who: str) -> None:
    """Each estimate from an event log lies within four standard errors of what was put in."""
    truth = scenario.institution(who)
    log = make_complaint_log(replace(scenario, institutions=(truth,)), rng=1)
    far = distances(calibrate(log, base=scenario), truth)
    assert far[far.abs() >= 4].to_dict() == {}
    assert len(far) >= 35


@pytest.mark.verify
def test_estimates_scatter_as_their_errors_say(scenario: Scenario) -> None:
    """Over 60 logs hardly any distance exceeds 4, none is biased by more than one error."""
    truth = scenario.institution(WHO)
    alone = replace(scenario, institutions=(truth,))
    far = pd.DataFrame(
        [
            distances(calibrate(make_complaint_log(alone, rng=seed), base=scenario), truth)
            for seed in range(60)
        ]
    )
    assert (far.abs() >= 4).sum().sum() <= 3
    assert far.mean()[far.mean().abs() > 1].to_dict() == {}
    assert far.std()[far.std() > 1.5].to_dict() == {}


def test_a_wrong_base_does_not_show_in_what_the_data_tell(
    scenario: Scenario, log: ComplaintLog, calibration: Calibration
) -> None:
    """Assumptions twice as large leave counts and shares of the data as they are."""
    truth = scenario.institution(WHO)
    wrong = scenario.replace_institution(
        WHO,
        misrouted_share=0.3,
        relayed_share=0.1,
        verify_minutes=40.0,
        answer_hours=9.0,
        read_delay_active_days=2.5,
        read_delay_inactive_days=12.0,
        reminded_share=0.1,
        service_spread=0.3,
        n_admins=9,
    )
    found = calibrate(log, base=wrong)
    far = distances(found, truth)
    assert far[far.abs() >= 4].to_dict() == {}
    names = ["misrouted_share", "answer_hours", "service_spread", "verify_minutes"]
    both = [each.parameters.set_index("parameter") for each in (calibration, found)]
    pd.testing.assert_frame_equal(both[0].loc[names], both[1].loc[names])
    assert found.institution.n_admins == truth.n_admins


def test_what_leaves_no_trace_is_an_assumption(calibration: Calibration) -> None:
    """Absences and hours a day are taken from the base, without interval, and say why."""
    assert set(calibration.names_of(ASSUMED)) == UNSEEN
    rows = calibration.parameters[calibration.parameters["basis"] == ASSUMED]
    assert rows[["lower", "upper", "standard_error"]].isna().all(axis=None)
    assert rows["reason"].str.startswith("asumsi: ").all()
    assert calibration.scenario.sources[f"{WHO}.absence_days"].startswith("asumsi: ")
    assert calibration.scenario.sources[f"{WHO}.misrouted_share"].startswith("data: ")


def test_one_list_without_times_tells_volume_topics_and_statuses(
    scenario: Scenario, log: ComplaintLog
) -> None:
    """Nothing of waiting, service and misrouting is taken from a list that holds no times."""
    columns = ["case_id", "submitted_at", "institution", "topic", "subtopic", "status"]
    bare = replace(log, cases=log.cases[columns], events=None, truth=None, parameters=None)
    found = calibrate(bare, base=scenario)
    assert set(found.names_of(DATA)) == {
        *("volume_per_year", "seasons", "topics", "topic_missing_share", "archived_share"),
        *("closed_by_reporter_share", "closed_by_admin_share"),
    }
    far = distances(found, scenario.institution(WHO)).drop("archived_share")
    assert far[far.abs() >= 4].to_dict() == {}
    # Copies are archived more often, and a bare list does not tell which they are.
    archived = found.parameters.set_index("parameter").loc["archived_share", "estimate"]
    assert 0.16 < archived < 0.20


def test_times_of_cases_tell_of_waiting(scenario: Scenario, log: ComplaintLog) -> None:
    """Without events the first follow-up tells delays, and returns tell misrouting."""
    found = calibrate(replace(log, events=None), base=scenario)
    far = distances(found, scenario.institution(WHO))
    assert far[["misrouted_share", "read_delay_active_days"]].abs().max() < 4
    assert "answer_hours" in found.names_of(ASSUMED)
    assert found.parameters.set_index("parameter").loc["answer_hours", "reason"] == (
        "asumsi: data tidak memuat waktu langkah demi langkah; "
        "nilai Kemendikbudristek dalam skenario acuan"
    )


def test_dated_exports_tell_of_waiting(scenario: Scenario, log: ComplaintLog) -> None:
    """Seven weekly exports bound the first follow-up; delays come back, service does not."""
    days = pd.date_range(end=log.as_of, periods=7, freq="7D")
    seen = [
        log_as_of(log, day).cases[["case_id", "status"]].assign(observed_at=day) for day in days
    ]
    columns = ["case_id", "submitted_at", "institution", "topic", "status"]
    bare = log.cases[columns].assign(observed_at=log.as_of)
    exports = replace(
        log,
        cases=bound_times(bare, pd.concat(seen[:-1])),
        events=None,
        truth=None,
        parameters=None,
    )
    found = calibrate(exports, base=scenario.replace_institution(WHO, read_delay_active_days=2.0))
    row = found.parameters.set_index("parameter").loc["read_delay_active_days"]
    truth = scenario.institution(WHO).read_delay_active_days
    assert row["basis"] == DATA
    assert abs(row["estimate"] - truth) < 4 * row["standard_error"]
    assert "answer_hours" in found.names_of(ASSUMED)


def test_a_log_of_several_institutions_needs_a_name(scenario: Scenario) -> None:
    """Without a name nobody is chosen, and the refusal lists who is there."""
    two = (scenario.institution("kementerian-g"), scenario.institution("kementerian-f"))
    log = make_complaint_log(replace(scenario, institutions=two))
    message = (
        "The data hold several institutions. Name one of Kementerian F, Kementerian G with "
        "`institution`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        calibrate(log, base=scenario)
    message = "Unknown institution 'x'. Choose one of Kementerian F, Kementerian G."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        calibrate(log, base=scenario, institution="x")
    found = calibrate(log, base=scenario, institution="kementerian g")
    assert found.institution_id == "kementerian-g"
    assert len(found.scenario.institutions) == 1


def test_a_handful_of_reports_is_refused(scenario: Scenario, log: ComplaintLog) -> None:
    """Of fewer than 30 reports nothing is estimated."""
    few = replace(log, cases=log.cases.head(12), provenance={"source": "a.xlsx"})
    message = (
        "a.xlsx: holds 12 report(s) of the institution; 30 are needed to estimate anything. "
        "Give a longer period."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        calibrate(few, base=scenario)


def test_a_few_days_are_refused(scenario: Scenario, log: ComplaintLog) -> None:
    """Nobody makes a year of a week."""
    week = log.cases[log.cases["submitted_at"] > log.as_of - pd.Timedelta(7, "D")]
    message = (
        "data: spans 6 day(s) up to its date; 28 are needed to estimate a year. "
        "Give a longer period."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        calibrate(replace(log, cases=week, events=None, provenance={}), base=scenario)


@pytest.mark.parametrize(
    ("dropped", "untold"),
    [
        (["started_at", "enabled_at"], {"answer_hours", "further_days", "unread_share"}),
        (["resource"], {"units", "n_admins", "active_liaison_share"}),
        (["unit"], {"relayed_share", "level_shares", "active_liaison_share"}),
        (["started_at", "enabled_at", "resource", "role", "unit"], {"verify_minutes", "units"}),
    ],
)
def test_a_log_that_tells_less_leaves_more_to_assumptions(
    scenario: Scenario, log: ComplaintLog, dropped: list[str], untold: set[str]
) -> None:
    """Without starts, people or units what they would tell is assumed; misrouting is not.

    How long units take to read is then told by the first follow-ups alone.
    """
    assert log.events is not None
    found = calibrate(replace(log, events=log.events.drop(columns=dropped)), base=scenario)
    assert untold <= set(found.names_of(ASSUMED))
    told = {"misrouted_share", "reply_share", "read_delay_active_days"}
    assert told <= set(found.names_of(DATA))
    far = distances(found, scenario.institution(WHO))
    assert far[far.abs() >= 4].to_dict() == {}


def test_events_of_other_names_tell_nothing(scenario: Scenario, log: ComplaintLog) -> None:
    """A log in other words, or of years that nobody froze, is as a list of reports."""
    assert log.events is not None
    words = calibrate(replace(log, events=log.events.assign(activity="x")), base=scenario)
    plain = calibrate(replace(log, events=None), base=scenario)
    pd.testing.assert_frame_equal(words.parameters, plain.parameters)
    back = pd.Timedelta(12 * 365, "D")
    columns = ["case_id", "submitted_at", "institution", "status"]
    cases = log.cases[columns].assign(submitted_at=log.cases["submitted_at"] - back)
    events = log.events.assign(timestamp=log.events["timestamp"] - back)
    old = calibrate(replace(log, cases=cases, events=events, as_of=log.as_of - back), base=scenario)
    assert "misrouted_share" in old.names_of(ASSUMED)
    assert old.scenario.as_of == scenario.as_of


def test_staff_that_nobody_tells_grows_with_the_volume(
    scenario: Scenario, log: ComplaintLog
) -> None:
    """Of a base with half the reports twice the staff is assumed, so that none is overrun."""
    half = scenario.replace_institution(WHO, volume_per_year=1080)
    bare = replace(log, events=None, cases=log.cases[["case_id", "submitted_at", "institution"]])
    found = calibrate(bare, base=half).institution
    assert found.n_admins == 2 * half.institution(WHO).n_admins
    assert all(
        unit.n_officers == 2 * known.n_officers
        for unit, known in zip(found.units, half.institution(WHO).units, strict=True)
    )


def test_units_that_the_base_does_not_have_are_those_of_the_log(
    scenario: Scenario, log: ComplaintLog
) -> None:
    """An institution that nobody described before gets its own units, levels and tree."""
    other = replace(log, cases=log.cases.assign(institution="Instansi X"))
    found = calibrate(other, base=scenario, base_institution="kementerian-g")
    truth = {unit.name: unit for unit in scenario.institution(WHO).units}
    units = found.institution.units
    assert found.institution_id == "instansi-x"
    assert len(units) > 0.9 * len(truth)
    assert all(unit.level == truth[unit.name].level for unit in units)
    assert all(unit.parent in ("", truth[unit.name].parent) for unit in units)
    assert sum(unit.parent != "" for unit in units) > 10
    right = [unit.n_officers == truth[unit.name].n_officers for unit in units]
    assert np.mean(right) > 0.95
    far = distances(found, scenario.institution(WHO))
    assert far[["misrouted_share", "read_delay_active_days", "answer_hours"]].abs().max() < 4
