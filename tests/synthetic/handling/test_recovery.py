"""What was put in is estimated back from what the office did.

Not recovered from a log, and why: absences, vacancies and the effort of a unit that never
answers leave no event of their own (they are held to their laws in test_absences.py); which
accounts are active is fixed by `active_units`, not drawn.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.schema import Activity, ArchiveReason, ClosedBy, Role, Status
from lapor_lab.synthetic.handling.clock import make_office_clock
from lapor_lab.synthetic.handling.event_rows import ACTIVITIES, ROLES
from lapor_lab.synthetic.handling.progress import ARCHIVE_REASONS, CLOSERS, STATUSES

DAY = make_office_clock(load_calendar()).day_seconds
N_SEEDS = 200


@dataclass(frozen=True)
class Estimate:
    """An estimate, its standard error, and what was put in."""

    value: float
    error: float
    truth: float

    @property
    def z(self) -> float:
        """The distance from the truth in standard errors."""
        return (self.value - self.truth) / self.error


def share(hits, truth: float) -> Estimate:
    """Estimate a share, with the error that the truth would give it."""
    return Estimate(float(np.mean(hits)), sqrt(truth * (1 - truth) / len(hits)), truth)


def mean(values, truth: float, deviation: float | None = None) -> Estimate:
    """Estimate a mean; `deviation` is that of one value where it is known."""
    deviation = float(np.std(values)) if deviation is None else deviation
    return Estimate(float(np.mean(values)), deviation / sqrt(len(values)), truth)


def of(handled, activity: Activity, *, by: Role | None = None, first: bool = False):
    """Return the rows of an activity."""
    rows = handled.rows
    found = rows.activity == ACTIVITIES.index(activity)
    if by is not None:
        found &= rows.role == ROLES.index(by)
    index = np.flatnonzero(found)
    return index[np.unique(rows.case[index], return_index=True)[1]] if first else index


def seconds(handled, index):
    """Return the office seconds that steps took."""
    calendar = load_calendar()
    ends, starts = handled.rows.timestamp[index], handled.rows.started_at[index]
    return calendar.work_seconds(ends) - calendar.work_seconds(starts)


def early(block, entries):
    """Return cases that came so early that everything had its time."""
    day = np.datetime64(block.period[0], "s") + np.timedelta64(150, "D")
    return entries.submitted_at < day


def shares_of_verification(block, entries, handled):
    """Estimate what happens at the first desk."""
    model, rows, progress = block.institution, handled.rows, handled.progress
    old = early(block, entries)
    is_copy = entries.duplicate_kind > 0
    by_admin = progress.status == STATUSES.index(Status.ARCHIVED_BY_ADMIN)
    held = np.zeros(len(old), dtype=bool)
    held[rows.case[of(handled, Activity.HOLD)]] = True
    redirected = np.zeros(len(old), dtype=bool)
    redirected[rows.case[of(handled, Activity.NOT_OUR_AUTHORITY)]] = True
    given_up = progress.status == STATUSES.index(Status.ARCHIVED_BY_SYSTEM)
    incomplete = ARCHIVE_REASONS.index(ArchiveReason.INCOMPLETE)
    reasons = progress.archive_reason[by_admin & ~is_copy & old]
    return {
        "misaddressed_share": share(redirected[old], model.misaddressed_share),
        "archived_share": share(by_admin[old & ~is_copy], model.archived_share),
        "duplicate_archived_share": share(by_admin[old & is_copy], model.duplicate_archived_share),
        "archive_reason_shares": share(
            reasons == incomplete, model.archive_reason_shares[ArchiveReason.INCOMPLETE]
        ),
        "hold_share": share(held[old & ~by_admin], model.hold_share),
        "hold_completed_share": share(~given_up[old & held], model.hold_completed_share),
    }


def shares_of_disposition(block, entries, handled):
    """Estimate misrouting and relaying from first dispositions."""
    model, rows = block.institution, handled.rows
    position = {unit.name: i for i, unit in enumerate(model.units)}
    parent = np.array([position.get(unit.parent, -1) for unit in model.units])
    first = of(handled, Activity.DISPOSE, by=Role.INSTITUTION_ADMIN, first=True)
    true_unit = entries.true_unit[rows.case[first]]
    reached = rows.unit[first]
    no_parent = parent[true_unit] < 0
    is_wrong = reached[no_parent] != true_unit[no_parent]
    right = ~no_parent & ((reached == true_unit) | (reached == parent[true_unit]))
    is_relayed = reached[right] == parent[true_unit[right]]
    # A wrong unit may have one above it as well: only what is told of units without one counts.
    chance = model.misrouted_share / (len(model.units) - 1)
    relayed = (1 - model.misrouted_share) * model.relayed_share + chance
    return {
        "misrouted_share": share(is_wrong, model.misrouted_share),
        "relayed_share": share(is_relayed, relayed / (1 - model.misrouted_share + 2 * chance)),
    }


def efforts(block, entries, handled):
    """Estimate service times and their spread."""
    model, rows = block.institution, handled.rows
    hour = DAY / model.officer_hours_per_day
    ordinary = entries.report_class == 1
    answers = of(handled, Activity.FOLLOW_UP)
    answers = answers[ordinary[rows.case[answers]]]
    relays = of(handled, Activity.DISPOSE, by=Role.LIAISON_OFFICER)
    archives = of(handled, Activity.ARCHIVE, by=Role.INSTITUTION_ADMIN)
    deviation = sqrt(np.exp(model.service_spread**2) - 1)
    made = {
        "answer_hours": (answers, model.answer_hours * hour),
        "return_hours": (of(handled, Activity.RETURN), model.return_hours * hour),
        "relay_hours": (relays, model.relay_hours * hour),
        "verify_minutes": (archives, model.verify_minutes / 60 * DAY / model.admin_hours_per_day),
    }
    found = {
        name: mean(seconds(handled, index), truth, truth * deviation)
        for name, (index, truth) in made.items()
    }
    spread = np.log(seconds(handled, answers)).std(ddof=1)
    error = model.service_spread / sqrt(2 * (len(answers) - 1))
    return found | {"service_spread": Estimate(float(spread), error, model.service_spread)}


def shares_of_closing(block, entries, handled):
    """Estimate what happens after follow-ups."""
    model, rows, progress = block.institution, handled.rows, handled.progress
    old = early(block, entries)
    first = of(handled, Activity.FOLLOW_UP, first=True)
    first = first[old[rows.case[first]] & (entries.report_class[rows.case[first]] == 1)]
    answered = np.zeros(len(old), dtype=bool)
    answered[rows.case[of(handled, Activity.FOLLOW_UP)]] = True
    final = of(handled, Activity.FOLLOW_UP)
    final = final[rows.is_turn[final]]
    first_final = final[np.unique(rows.case[final], return_index=True)[1]]
    first_final = first_final[old[rows.case[first_final]]]
    followed_by = rows.activity[np.minimum(first_final + 1, len(rows.case) - 1)]
    replied = followed_by == ACTIVITIES.index(Activity.REPLY)
    reopening = rows.is_turn[first_final[replied] + 1]
    # Those whose windows all ended without a reply.
    quiet = ~replied & (progress.n_reopens[rows.case[first_final]] == 0)
    closer = progress.closed_by[rows.case[first_final[quiet]]]
    closed = np.flatnonzero(progress.closed_at < np.datetime64(block.period[1], "s") - 10**6)
    rated = np.zeros(len(old), dtype=bool)
    rated[handled.ratings.case] = True
    by_admin = model.closed_by_admin_share
    return {
        "further_share": share(~rows.is_turn[first], model.further_share),
        "reply_share": share(replied, model.reply_share),
        "reopened_share": share(reopening, model.reopened_share),
        "closed_by_reporter_share": share(
            closer == CLOSERS.index(ClosedBy.REPORTER), model.closed_by_reporter_share
        ),
        "closed_by_admin_share": share(closer == CLOSERS.index(ClosedBy.ADMIN), by_admin),
        "rated_share": share(rated[closed], model.rated_share),
    }


def all_estimates(run, roomy, rng: int):
    """Estimate what one year of a roomy office shows."""
    everywhere = {"reminded_share": 0.0, "escalated_share": 0.0, "active_liaison_share": 1.0}
    made = run(rng=rng, misaddressed_share=0.1, hold_share=0.1, **roomy, **everywhere)
    return (
        shares_of_verification(*made)
        | shares_of_disposition(*made)
        | efforts(*made)
        | shares_of_closing(*made)
        | delays(*made)
    )


def delays(block, entries, handled):
    """Estimate delays of an office in which nobody waits for anybody."""
    model, rows, calendar = block.institution, handled.rows, load_calendar()
    old = early(block, entries)
    follow_up = of(handled, Activity.FOLLOW_UP)
    waited = calendar.work_seconds(rows.started_at) - calendar.work_seconds(rows.enabled_at)
    first = of(handled, Activity.FOLLOW_UP, first=True)
    further = np.setdiff1d(follow_up, first)
    further = further[
        ~rows.is_turn[further - 1] & (rows.activity[further - 1] == rows.activity[further])
    ]
    ordinary = old & (entries.report_class == 1)
    reading = first[old[rows.case[first]]]
    more = further[ordinary[rows.case[further]]]
    read, between = model.read_delay_active_days, model.further_days
    return {
        "read_delay_active_days": mean(waited[reading] / DAY, read, read),
        "further_days": mean(waited[more] / DAY, between, between),
    }


def test_each_parameter_is_estimated_back(run, roomy):
    """Every share, effort and delay lies within four standard errors of what was put in."""
    found = all_estimates(run, roomy, rng=11)
    far = {name: (e.value, e.truth, e.z) for name, e in found.items() if not abs(e.z) < 4}
    assert far == {}
    assert len(found) == 21


@pytest.mark.verify
def test_estimates_scatter_as_their_errors_say(run, roomy):
    """Over 200 seeds the distances in standard errors have mean 0 and deviation 1."""
    runs = [all_estimates(run, roomy, rng=seed) for seed in range(N_SEEDS)]
    for name in runs[0]:
        z = np.array([each[name].z for each in runs])
        assert abs(z.mean()) < 0.2, (name, z.mean())
        assert abs(z.std(ddof=1) - 1) < 0.15, (name, z.std(ddof=1))


def test_an_inactive_account_reads_late_or_never(run, roomy):
    """The delay and the share never read of accounts that are not active come back."""
    made = run(rng=5, **roomy, active_liaison_share=0.0, reminded_share=0.0, unread_share=0.3,
               read_delay_inactive_days=5.0, misrouted_share=0.0, relayed_share=0.0)  # fmt: skip
    block, entries, handled = made
    rows = handled.rows
    disposed = rows.case[of(handled, Activity.DISPOSE)]
    old = early(block, entries)
    answered = handled.progress.responded_at < np.datetime64("2100-01-01")
    assert abs(share(~answered[disposed[old[disposed]]], 0.3).z) < 4
    first = of(handled, Activity.FOLLOW_UP, first=True)
    first = first[old[rows.case[first]]]
    calendar = load_calendar()
    waited = calendar.work_seconds(rows.started_at) - calendar.work_seconds(rows.enabled_at)
    assert abs(mean(waited[first] / DAY, 5.0, 5.0).z) < 4


def test_a_reminder_ends_the_wait_on_its_day(run, roomy):
    """Where all are reminded, nobody waits longer than until the reminder."""
    made = run(rng=6, **roomy, active_liaison_share=0.0, reminded_share=1.0, unread_share=1.0,
               reminder_after_days=4.0, misrouted_share=0.0, relayed_share=0.0)  # fmt: skip
    _, entries, handled = made
    rows, calendar = handled.rows, load_calendar()
    first = of(handled, Activity.FOLLOW_UP, first=True)
    since = calendar.work_seconds(rows.started_at[first]) - calendar.work_seconds(
        entries.submitted_at[rows.case[first]]
    )
    at_once = rows.started_at[first] == rows.enabled_at[first]
    assert ((since == 4 * DAY) | at_once | (since > 4 * DAY)).all()
    assert np.mean(since == 4 * DAY) > 0.9


def test_an_escalation_calls_for_the_final_follow_up(run, roomy):
    """Watched reports end near their legal limit; each escalation is an event of the system."""
    slow = {"further_days": 200.0, "further_share": 1.0, "relayed_share": 0.0}
    block, entries, handled = run(rng=7, **roomy, **slow, escalated_share=0.5)
    old = early(block, entries) & (entries.report_class == 1)
    escalated = np.zeros(len(old), dtype=bool)
    escalated[handled.rows.case[of(handled, Activity.ESCALATE)]] = True
    answered = ~np.isnat(handled.progress.responded_at)
    found = np.mean(escalated[old & answered])
    # Half are watched, and of those nearly all need longer than 14 working days.
    assert 0.42 < found < 0.5
    done = ~np.isnat(handled.progress.completed_at)
    chosen = old & escalated & done
    days = load_calendar().working_days(
        entries.submitted_at[chosen],
        handled.progress.completed_at[chosen],
    )
    assert np.median(days) <= 14


def test_ratings_fall_with_the_days(run, roomy):
    """Start and slope of the mean rating come back by least squares."""
    model = {"rated_share": 1.0, "rating_start": 4.5, "rating_loss_per_day": 0.1}
    _, entries, handled = run(rng=8, **roomy, **model, read_delay_active_days=4.0)
    case = handled.ratings.case
    days = load_calendar().working_days(
        entries.submitted_at[case], handled.progress.responded_at[case]
    )
    usual = days <= 20
    design = np.column_stack([np.ones(usual.sum()), days[usual]])
    y = handled.ratings.rating[usual]
    coefficient, (residual,), *_ = np.linalg.lstsq(design, y, rcond=None)
    errors = np.sqrt(np.diag(np.linalg.inv(design.T @ design)) * residual / (len(y) - 2))
    assert abs((coefficient - [4.5, -0.1]) / errors).max() < 4
