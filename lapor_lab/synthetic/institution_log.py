"""The log of one institution: the task that an engine runs."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import AUTOCLOSE, WorkingCalendar, load_calendar, load_limits
from lapor_lab.schema import SYNTHETIC_PREFIX, Stage
from lapor_lab.synthetic.arrivals import Arrivals, draw_arrivals
from lapor_lab.synthetic.attributes import Attributes, draw_attributes, hash_reporter
from lapor_lab.synthetic.case_table import derive_progress
from lapor_lab.synthetic.draws import draw_handling
from lapor_lab.synthetic.event_table import tabulate_events
from lapor_lab.synthetic.handling import Incoming, handle_reports
from lapor_lab.synthetic.institution_model import InstitutionModel
from lapor_lab.synthetic.office_clock import make_office_clock
from lapor_lab.synthetic.rating import rate_closed, with_ratings
from lapor_lab.synthetic.scenario import Scenario
from lapor_lab.synthetic.staffing import staff_for
from lapor_lab.synthetic.streams import Stream, open_stream, stable_number
from lapor_lab.synthetic.text import make_texts

__all__ = ["InstitutionLog", "make_institution_log"]

_SECONDS_PER_DAY = 86_400


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
    period = (scenario.as_of - timedelta(days=scenario.period_days), scenario.as_of)
    as_of = np.datetime64(scenario.as_of, "s")
    n_all = max(scenario.expected_cases(institution_id), n_cases)

    def stream(kind: Stream) -> np.random.Generator:
        return open_stream(rng, institution_id, kind)

    arrivals = draw_arrivals(
        scenario.reporters,
        institution.seasons,
        period,
        (n_all, n_cases),
        stream(Stream.ARRIVALS),
    )
    attributes = draw_attributes(
        institution, scenario.reporters, arrivals, stream(Stream.ATTRIBUTES)
    )
    is_copy = attributes.root != np.arange(n_all)
    staff = staff_for(institution, n_cases / max(scenario.expected_cases(institution_id), 1))
    effort = pd.Series(attributes.report_class).map(scenario.reporters.class_effort).to_numpy()
    draws = draw_handling(institution, scenario.reporters, effort, staff.service_scales, rng)
    staffed = handle_reports(
        institution,
        Incoming(
            submitted=calendar.work_seconds(arrivals.submitted_at).tolist(),
            true_unit=attributes.true_unit.tolist(),
            effort=effort.tolist(),
            is_copy=is_copy.tolist(),
        ),
        draws,
        make_office_clock(calendar, period),
        n_servers=staff.n_servers,
        window_days=int(load_limits().days(AUTOCLOSE, None, period[1].isoformat())),
    )
    events = tabulate_events(
        institution, staffed, arrivals.submitted_at, arrivals.is_kept, calendar, as_of
    )
    progress = derive_progress(
        events, institution, reason_draw=np.array(draws.reason), is_copy=is_copy
    )
    ratings = rate_closed(
        institution, progress, arrivals.submitted_at, calendar, as_of, stream(Stream.RATING)
    )
    kept = np.flatnonzero(arrivals.is_kept)
    texts = make_texts(
        attributes.topic[kept],
        attributes.subtopic[kept],
        attributes.province[kept],
        attributes.regency[kept],
        stream(Stream.TEXT),
    )
    # A copy repeats the words of its original.
    texts = texts.iloc[np.searchsorted(kept, attributes.root[kept])].reset_index(drop=True)
    ids = _case_ids(institution_id, arrivals.is_kept)
    cases = _describe(institution, arrivals, attributes, texts, calendar)
    cases = cases.assign(
        case_id=ids[kept],
        duplicate_of=np.where(is_copy[kept], ids[attributes.root[kept]], None),
        reporter_id=[hash_reporter(rng, institution_id, n) for n in attributes.reporter[kept]],
        rating=ratings["rating"].astype("Int64").reindex(kept).array,
        **{name: progress[name].reindex(kept).array for name in progress.columns},
    )
    truth = pd.DataFrame(
        {
            "case_id": ids[kept],
            "true_topic": attributes.topic[kept],
            "observed_topic": texts["observed_topic"].to_numpy(dtype=object),
            "template_family": texts["template_family"].to_numpy(dtype=object),
            "true_unit": [institution.units[i].name for i in attributes.true_unit[kept]],
        }
    )
    events = with_ratings(events, ratings)
    events = events.assign(case_id=ids[events["case"]])
    return InstitutionLog(
        cases=cases,
        events=events.drop(columns=["case", "unit_number", "is_turn"]),
        truth=truth,
    )


def _case_ids(institution_id: str, is_kept: npt.NDArray[np.bool_]) -> npt.NDArray[np.object_]:
    prefix = f"{SYNTHETIC_PREFIX}{stable_number(institution_id):08d}"
    ids = np.full(len(is_kept), None, dtype=object)
    ids[is_kept] = [f"{prefix}{i:06d}" for i in range(1, int(is_kept.sum()) + 1)]
    return ids


def _describe(
    institution: InstitutionModel,
    arrivals: Arrivals,
    attributes: Attributes,
    texts: pd.DataFrame,
    calendar: WorkingCalendar,
) -> pd.DataFrame:
    kept = np.flatnonzero(arrivals.is_kept)
    submitted_at = arrivals.submitted_at[kept]
    report_class = np.where(attributes.is_class_missing[kept], None, attributes.report_class[kept])
    limit_days = load_limits().days(Stage.COMPLETED, report_class, submitted_at)
    due = calendar.add_working_days(submitted_at, limit_days).astype("datetime64[s]")
    observed = texts["observed_topic"].to_numpy(dtype=object)
    has_topic = ~attributes.is_topic_missing[kept]
    subtopic = attributes.subtopic[kept]
    # A wrong label hides the sub-topic, which belongs to another main topic.
    has_subtopic = has_topic & (observed == attributes.topic[kept]) & (subtopic != "")
    return pd.DataFrame(
        {
            "submitted_at": submitted_at,
            "institution": institution.name,
            "province": attributes.province[kept],
            "regency": attributes.regency[kept],
            "channel": attributes.channel[kept],
            "report_class": report_class,
            "topic": np.where(has_topic, observed, None),
            "subtopic": np.where(has_subtopic, subtopic, None),
            "title": texts["title"].to_numpy(dtype=object),
            "text": texts["text"].to_numpy(dtype=object),
            "is_anonymous": attributes.is_anonymous[kept],
            "is_confidential": attributes.is_confidential[kept],
            # The last second of the last day within the limit.
            "deadline_at": due + np.timedelta64(_SECONDS_PER_DAY - 1, "s"),
        }
    )
