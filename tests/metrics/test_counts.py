"""Counts add up, whatever the parts."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.exchange import load_sample, sample_path
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.schema import Availability, ComplaintLog


def part(log: ComplaintLog, rows: list[int]) -> ComplaintLog:
    """Some cases of a log."""
    return ComplaintLog(cases=log.cases.iloc[rows], events=None, as_of=log.as_of)


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_counts_of_parts_add_up_to_the_whole(log: ComplaintLog, cut: int) -> None:
    """Estimates from added counts equal those from the whole, for any cut and order."""
    whole = count_cases(log)
    rows = list(range(len(log.cases)))

    added = count_cases(part(log, rows[cut:])) + count_cases(part(log, rows[:cut]))

    pd.testing.assert_frame_equal(estimate(added), estimate(whole))
    assert added.daily.sum(numeric_only=True).equals(whole.daily.sum(numeric_only=True))


def test_the_order_of_rows_means_nothing(log: ComplaintLog) -> None:
    """Shuffled cases give the same estimates."""
    order = np.random.default_rng(0).permutation(len(log.cases))

    pd.testing.assert_frame_equal(
        estimate(count_cases(part(log, list(order)))), estimate(count_cases(log))
    )


def test_every_case_is_counted_once(log: ComplaintLog) -> None:
    """Sums hold all six cases and the days hold each opening and closing."""
    counts = count_cases(log)

    assert counts.sums["n"].to_dict() == {"A": 5, "B": 1}
    assert counts.daily[["n_opened", "n_closed"]].sum().to_list() == [6, 2]


def test_any_column_can_group(log: ComplaintLog) -> None:
    """Cases can be grouped by class; those without one are shown as such."""
    log.cases.loc[5, "report_class"] = None

    counts = count_cases(log, by="report_class")

    assert counts.sums["n"].to_dict() == {
        "(tidak diisi)": 1,
        "Pengaduan Tidak Berkadar Pengawasan": 3,
        "Permintaan Informasi": 2,
    }


def test_a_column_that_is_not_there_is_refused(log: ComplaintLog) -> None:
    """The refusal names the columns to choose from."""
    message = (
        "`by` must be a column of the cases, got 'dinas'. Choose one of case_id, submitted_at, "
        "institution, report_class, status, archive_reason, verified_at, responded_at, "
        "completed_at, closed_at, closed_by, n_transfers, n_reopens, rating."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        count_cases(log, by="dinas")


def test_counts_of_different_moments_do_not_add_up(log: ComplaintLog) -> None:
    """A part as of another day is refused."""
    earlier = ComplaintLog(cases=log.cases, events=None, as_of=pd.Timestamp("2022-08-21"))
    message = (
        "`other` must be counts by 'institution' as of 2022-08-23 00:00:00, got "
        "('institution', '2022-08-21 00:00:00'). Count both parts with the same `by`, `strata` "
        "and `as_of`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        count_cases(log) + count_cases(earlier)


@pytest.mark.parametrize("by", ["rating", "n_transfers", "closed_at"])
def test_numbers_and_times_can_group_too(log: ComplaintLog, by: str) -> None:
    """Every case is in a group, those without a value in one of their own."""
    counts = count_cases(log, by=by)

    assert counts.sums["n"].sum() == len(log.cases)
    assert counts.sums.loc["(tidak diisi)", "n"] == log.cases[by].isna().sum()


def test_a_folder_counts_as_its_log() -> None:
    """Counting part by part gives what counting the whole log gives."""
    folder = count_cases(sample_path("contoh_kementerian"))

    pd.testing.assert_frame_equal(estimate(folder), estimate(count_cases(load_sample())))


def test_strata_divide_and_add_up_again(log: ComplaintLog) -> None:
    """Counts by class and month, summed over them, are the counts without strata."""
    plain = count_cases(log)

    divided = count_cases(log, strata=("report_class", "month"))

    assert divided.strata == ("report_class", "month")
    assert divided.flow.columns.to_list()[:3] == ["institution", "report_class", "month"]
    assert set(divided.flow["month"]) == {"2022-08"}
    assert divided.institutions == plain.institutions
    assert divided.total().strata == ()
    pd.testing.assert_frame_equal(estimate(divided.total()), estimate(plain))
    pd.testing.assert_frame_equal(divided.total().daily, plain.daily)


def test_each_stratum_counts_its_own_cases(log: ComplaintLog) -> None:
    """The counts of one class are those of the log of that class alone."""
    parts = dict(count_cases(log, strata=("report_class",)).strata_parts())

    assert list(parts) == [
        ("Pengaduan Tidak Berkadar Pengawasan",),
        ("Permintaan Informasi",),
    ]
    for (name,), counts in parts.items():
        alone = replace(log, cases=log.cases[log.cases["report_class"] == name])
        pd.testing.assert_frame_equal(estimate(counts), estimate(count_cases(alone)))


def test_counts_without_strata_are_one_part(log: ComplaintLog) -> None:
    """They are their own total, too."""
    counts = count_cases(log)

    assert list(counts.strata_parts()) == [((), counts)]
    assert counts.total() is counts


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_strata_of_parts_add_up(log: ComplaintLog, cut: int) -> None:
    """A stratum that only one part has is kept, and those of both are added."""
    rows = list(range(len(log.cases)))
    first, second = (
        count_cases(part(log, some), strata=("status",)) for some in (rows[:cut], rows[cut:])
    )

    whole = dict(count_cases(log, strata=("status",)).strata_parts())
    added = dict((second + first).strata_parts())

    assert list(added) == list(whole)
    for key, counts in added.items():
        pd.testing.assert_frame_equal(counts.flow, whole[key].flow)
        pd.testing.assert_frame_equal(counts.sums, whole[key].sums)
        pd.testing.assert_frame_equal(counts.daily, whole[key].daily)


def test_counts_of_different_strata_do_not_add_up(log: ComplaintLog) -> None:
    """A part by topic or by nothing is no part of counts by class."""
    message = (
        "`other` must be counts by 'institution' with strata ('status',) as of 2022-08-23 "
        "00:00:00, got ('institution', '2022-08-23 00:00:00', ()). Count both parts with the "
        "same `by`, `strata` and `as_of`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        count_cases(log, strata=("status",)) + count_cases(log)


def test_a_stratum_that_is_not_there_is_refused(log: ComplaintLog) -> None:
    """As `by` is."""
    with pytest.raises(UnknownNameError, match=r"^`by` must be a column .* got 'topic'\."):
        count_cases(log, strata=("topic",))


@pytest.mark.parametrize("strata", [("stage",), ("status", "status")])
def test_a_stratum_that_hides_a_column_is_refused(
    log: ComplaintLog, strata: tuple[str, ...]
) -> None:
    """What bears the name of a column of the counts, or stands twice, cannot divide them."""
    message = (
        "`strata` must be different columns other than institution, stage, days, outcome, day, "
        f"n, n_opened, n_closed, got {strata[0]!r}. Name each column once, and rename one that "
        "bears such a name."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        count_cases(log, strata=strata)


def test_only_what_is_asked_is_counted(log: ComplaintLog) -> None:
    """One stage alone gives its measures as before; the others are not available, never 0."""
    whole = estimate(count_cases(log)).set_index("measure")
    narrow = count_cases(log, stages=["verified"], tables=["flow"])
    table = estimate(narrow).set_index("measure")

    pd.testing.assert_frame_equal(
        table.loc[["verified_within_limit"]], whole.loc[["verified_within_limit"]]
    )
    other = table.drop("verified_within_limit")
    assert set(other["availability"]) == {Availability.NOT_AVAILABLE}
    assert narrow.sums["n"].to_dict() == {"A": 5, "B": 1}
    assert narrow.daily.empty


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"stages": ["selesai"]},
            (
                "Unknown stage 'selesai'. Choose one of verified, first_followed_up, completed, "
                "closed."
            ),
        ),
        ({"tables": ["flows"]}, "Unknown table 'flows'. Choose one of flow, sums, daily."),
    ],
)
def test_an_unknown_part_of_the_question_is_refused(
    log: ComplaintLog, asked: dict[str, list[str]], message: str
) -> None:
    """The refusal names what there is."""
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        count_cases(log, **asked)
