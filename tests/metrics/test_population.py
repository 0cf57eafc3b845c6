"""Which cases a measure speaks of."""

import pandas as pd

from lapor_lab.metrics.population import Population


def population(**columns: list[object]) -> Population:
    """Masks over cases with these columns."""
    return Population(pd.DataFrame(columns))


def test_a_status_says_more_than_a_time() -> None:
    """Known by status, a case is closed or not whatever its time; without one the time tells."""
    of = population(
        status=["Ditutup oleh Admin", "Terdisposisi", None],
        closed_at=pd.to_datetime([None, "2022-08-01", "2022-08-01"]).to_list(),
    )

    assert of.is_closed.to_list() == [True, False, True]
    assert of.is_closing_known.to_list() == [True, True, True]


def test_followed_up_is_closed_or_in_process() -> None:
    """The official figure counts both; what was archived, disposed or held is neither."""
    of = population(
        status=[
            "Ditutup oleh Sistem",
            "Ditindaklanjuti oleh Instansi",
            "Ditanggapi oleh Pelapor",
            "Diarsipkan oleh Admin",
            "Terdisposisi",
            "Menunggu Kelengkapan Informasi",
        ]
    )

    assert of.is_followed_up.to_list() == [True, True, True, False, False, False]
    assert of.is_admissible.to_list() == [True, True, True, False, True, True]


def test_copies_and_archived_reports_are_asked_less() -> None:
    """A copy is asked of nothing, an archived report of its verification only."""
    of = population(
        status=["Diarsipkan oleh Admin", "Terdisposisi", "Terdisposisi"],
        duplicate_of=[None, "1", None],
    )

    assert of.of("verified").to_list() == [True, False, True]
    assert of.of("completed").to_list() == [False, False, True]


def test_without_columns_nothing_is_claimed() -> None:
    """A bare list of reports has no time of any stage and no known closing."""
    of = population(case_id=["1"])

    assert of.time_of("verified") is None
    assert of.time_of("completed") is None
    assert not of.is_closing_known.any()
    assert not of.has_passed("closed").any()


def test_completion_falls_back_on_closing() -> None:
    """The last follow-up is used where it is known, else the closing."""
    closed = pd.Timestamp("2022-08-10")
    with_both = population(completed_at=[pd.Timestamp("2022-08-02")], closed_at=[closed])
    with_one = population(closed_at=[closed])

    times = [each.time_of("completed") for each in (with_both, with_one)]
    assert [t.iloc[0].day for t in times if t is not None] == [2, 10]
