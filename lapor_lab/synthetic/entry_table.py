"""What is known of a report when it comes in: number, time, words, labels, deadline."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import WorkingCalendar, load_limits
from lapor_lab.schema import SYNTHETIC_PREFIX, Stage
from lapor_lab.synthetic.arrivals import Arrivals
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.reports import Reports
from lapor_lab.synthetic.streams import stable_number
from lapor_lab.synthetic.text_made import make_texts

__all__ = ["make_case_ids", "tabulate_entries", "write_texts"]

_LAST_SECOND_OF_DAY = np.timedelta64(86_399, "s")


def make_case_ids(institution_id: str, is_kept: npt.NDArray[np.bool_]) -> npt.NDArray[np.object_]:
    """Give each case of an institution its number, by time of entry.

    Parameters
    ----------
    institution_id : str
        Identifier; its stable number stands before the case's.
    is_kept : ndarray of bool of shape (n_all,)
        Whether a report is part of the log.

    Returns
    -------
    ndarray of str of shape (n_all,)
        Identifiers; None for a report that is not part of the log.

    Examples
    --------
    >>> make_case_ids("kemenkumham", np.array([True, False]))[1] is None
    True
    """
    prefix = f"{SYNTHETIC_PREFIX}{stable_number(institution_id):08d}"
    ids = np.full(len(is_kept), None, dtype=object)
    ids[is_kept] = [f"{prefix}{i:06d}" for i in range(1, int(is_kept.sum()) + 1)]
    return ids


def write_texts(
    reports: Reports, kept: npt.NDArray[np.int64], rng: np.random.Generator
) -> pd.DataFrame:
    """Write title and text of each case; a copy repeats the words of its original.

    Parameters
    ----------
    reports : Reports
        What the reports are about.
    kept : ndarray of int64 of shape (n_cases,)
        Positions of the reports that are part of the log.
    rng : Generator
        Stream of texts.

    Returns
    -------
    DataFrame of shape (n_cases, 4)
        As `make_texts` gives it.
    """
    texts = make_texts(
        reports.topic[kept],
        reports.subtopic[kept],
        reports.province[kept],
        reports.regency[kept],
        rng,
    )
    original = np.searchsorted(kept, reports.root[kept])
    return texts.iloc[original].reset_index(drop=True)


def tabulate_entries(
    institution: InstitutionModel,
    arrivals: Arrivals,
    reports: Reports,
    texts: pd.DataFrame,
    calendar: WorkingCalendar,
) -> pd.DataFrame:
    """Put together what the cases show of their entry.

    Parameters
    ----------
    institution : InstitutionModel
        Who received them.
    arrivals : Arrivals
        When.
    reports : Reports
        What they are.
    texts : DataFrame of shape (n_cases, 4)
        As `write_texts` gives it.
    calendar : WorkingCalendar
        Lays the deadline.

    Returns
    -------
    DataFrame of shape (n_cases, 13)
        Columns of the cases.
    """
    kept = np.flatnonzero(arrivals.is_kept)
    submitted_at = arrivals.submitted_at[kept]
    report_class = pd.Series(reports.report_class[kept]).mask(reports.is_class_missing[kept])
    limit_days = load_limits().days(Stage.COMPLETED, report_class, submitted_at)
    due = calendar.add_working_days(submitted_at, limit_days).astype("datetime64[s]")
    observed = texts["observed_topic"]
    has_topic = ~reports.is_topic_missing[kept]
    subtopic = pd.Series(reports.subtopic[kept])
    # A wrong label hides the sub-topic, which belongs to another main topic.
    has_subtopic = has_topic & (observed == reports.topic[kept]) & (subtopic != "")
    return pd.DataFrame(
        {
            "submitted_at": submitted_at,
            "institution": institution.name,
            "province": reports.province[kept],
            "regency": reports.regency[kept],
            "channel": reports.channel[kept],
            "report_class": report_class,
            "topic": observed.where(has_topic),
            "subtopic": subtopic.where(has_subtopic),
            "title": texts["title"],
            "text": texts["text"],
            "is_anonymous": reports.is_anonymous[kept],
            "is_confidential": reports.is_confidential[kept],
            # The last day within the limit counts to its end.
            "deadline_at": due + _LAST_SECOND_OF_DAY,
        }
    )
