"""The log of one institution: the task that an engine runs."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import AUTOCLOSE, load_calendar, load_limits
from lapor_lab.synthetic.arrivals import Arrivals, draw_arrivals
from lapor_lab.synthetic.case_table import derive_progress
from lapor_lab.synthetic.draws import draw_handling
from lapor_lab.synthetic.entry_table import make_case_ids, tabulate_entries, write_texts
from lapor_lab.synthetic.event_table import tabulate_events
from lapor_lab.synthetic.handling_loop import Incoming, handle_reports
from lapor_lab.synthetic.office_clock import make_office_clock
from lapor_lab.synthetic.rating import rate_closed, with_ratings
from lapor_lab.synthetic.reports import Reports, draw_reports, hash_reporter
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.staffing import staff_for
from lapor_lab.synthetic.streams import Stream, open_stream

__all__ = ["InstitutionLog", "make_institution_log"]

_ANY_CLASS = ""


@dataclass(frozen=True, kw_only=True)
class InstitutionLog:
    """Tables of one institution.

    Parameters
    ----------
    cases, events, truth : DataFrame
        As in a `ComplaintLog`; by time of entry.
    """

    cases: pd.DataFrame
    events: pd.DataFrame
    truth: pd.DataFrame


def make_institution_log(
    scenario: Scenario, institution_id: str, *, n_cases: int, rng: int
) -> InstitutionLog:
    """Make the log of one institution.

    Parameters
    ----------
    scenario : Scenario
        Period, reporters and institutions.
    institution_id : str
        Identifier of one of its institutions.
    n_cases : int
        Cases that the log shall hold, at least 1.
    rng : int
        Seed of the whole log.

    Returns
    -------
    InstitutionLog
        Tables as known at the snapshot.

    Raises
    ------
    ParameterError
        If the period lies outside the calendar.
    """
    institution, calendar = scenario.institution(institution_id), load_calendar()
    n_all = max(scenario.expected_cases(institution_id), n_cases)
    arrivals = draw_arrivals(
        scenario.reporters,
        institution.seasons,
        (scenario.as_of - timedelta(days=scenario.period_days), scenario.as_of),
        (n_all, n_cases),
        open_stream(rng, institution_id, Stream.ARRIVALS),
    )
    reports = draw_reports(
        institution,
        scenario.reporters,
        arrivals,
        open_stream(rng, institution_id, Stream.ATTRIBUTES),
    )
    ids = make_case_ids(institution_id, arrivals.is_kept)
    kept = np.flatnonzero(arrivals.is_kept)
    events, progress = _follow(scenario, institution_id, arrivals, reports, n_cases, rng)
    ratings = rate_closed(
        institution,
        progress,
        arrivals.submitted_at,
        calendar,
        np.datetime64(scenario.as_of, "s"),
        open_stream(rng, institution_id, Stream.RATING),
    )
    texts = write_texts(reports, kept, open_stream(rng, institution_id, Stream.TEXT))
    cases = tabulate_entries(institution, arrivals, reports, texts, calendar).assign(
        case_id=ids[kept],
        reporter_id=[hash_reporter(rng, institution_id, n) for n in reports.reporter[kept]],
        duplicate_of=pd.Series(ids[reports.root[kept]]).where(reports.is_copy[kept]),
        rating=ratings["rating"].astype("Int64").reindex(kept).array,
        **{name: progress[name].reindex(kept).array for name in progress.columns},
    )
    truth = pd.DataFrame(
        {
            "case_id": ids[kept],
            "true_topic": reports.topic[kept],
            "observed_topic": texts["observed_topic"],
            "template_family": texts["template_family"],
            "true_unit": [institution.units[i].name for i in reports.true_unit[kept]],
        }
    )
    events = with_ratings(events, ratings)
    events = events.assign(case_id=ids[events["case"]])
    inner = ["case", "unit_number", "is_turn"]
    return InstitutionLog(cases=cases, events=events.drop(columns=inner), truth=truth)


def _follow(
    scenario: Scenario,
    institution_id: str,
    arrivals: Arrivals,
    reports: Reports,
    n_cases: int,
    rng: int,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Let the office handle the reports; return events and progress at the snapshot."""
    institution, calendar = scenario.institution(institution_id), load_calendar()
    staff = staff_for(institution, n_cases / max(scenario.expected_cases(institution_id), 1))
    effort = _effort(reports, scenario)
    draws = draw_handling(institution, scenario.reporters, effort, staff.service_scales, rng)
    staffed = handle_reports(
        institution,
        Incoming(
            submitted=calendar.work_seconds(arrivals.submitted_at).tolist(),
            true_unit=reports.true_unit.tolist(),
            effort=effort.tolist(),
            is_copy=reports.is_copy.tolist(),
        ),
        draws,
        make_office_clock(calendar, scenario.as_of, scenario.period_days),
        n_servers=staff.n_servers,
        window_days=_window_days(scenario),
    )
    as_of = np.datetime64(scenario.as_of, "s")
    events = tabulate_events(
        institution, staffed, arrivals.submitted_at, arrivals.is_kept, calendar, as_of
    )
    progress = derive_progress(
        events, institution, reason_draw=np.array(draws.reason), is_copy=reports.is_copy
    )
    return events, progress


def _effort(reports: Reports, scenario: Scenario) -> npt.NDArray[np.float64]:
    of_class = scenario.reporters.class_effort
    return np.array([of_class[name] for name in reports.report_class], dtype=np.float64)


def _window_days(scenario: Scenario) -> int:
    return int(load_limits().days(AUTOCLOSE, _ANY_CLASS, scenario.as_of.isoformat()))
