"""Claims about whole logs: determinism, shared random numbers, sizes, files."""

import dataclasses
import re
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.exchange import Receipt, hash_table, read_log_folder, read_manifest
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import Scenario, generate, make_complaint_log

_ENTRY = [
    "case_id",
    "submitted_at",
    "institution",
    "province",
    "regency",
    "channel",
    "report_class",
    "topic",
    "subtopic",
    "title",
    "text",
    "reporter_id",
    "is_anonymous",
    "is_confidential",
    "deadline_at",
    "duplicate_of",
]


def hashes(log: ComplaintLog) -> list[str]:
    """Hash all tables of a log."""
    assert log.events is not None
    assert log.truth is not None
    return [hash_table(table) for table in (log.cases, log.events, log.truth)]


def mean_days(log: ComplaintLog, institution: str | None = None) -> float:
    """Return the mean working days until the first follow-up."""
    cases = log.cases[log.cases["responded_at"].notna()]
    if institution is not None:
        cases = cases[cases["institution"] == institution]
    days = load_calendar().working_days(
        cases["submitted_at"].to_numpy(), cases["responded_at"].to_numpy()
    )
    return float(days.mean())


@pytest.fixture(scope="module")
def base(small: Scenario) -> ComplaintLog:
    """The log of two institutions."""
    return make_complaint_log(small, rng=3)


def test_same_seed_same_log(small: Scenario, base: ComplaintLog) -> None:
    """The same scenario and seed give the same content, another seed another."""
    assert hashes(make_complaint_log(small, rng=3)) == hashes(base)
    assert hashes(make_complaint_log(small, rng=4)) != hashes(base)


def test_order_and_company_mean_nothing(small: Scenario, base: ComplaintLog) -> None:
    """Institutions give the same cases in any order, and each alone as among others."""
    turned = dataclasses.replace(small, institutions=small.institutions[::-1])
    assert hashes(make_complaint_log(turned, rng=3)) == hashes(base)
    alone = dataclasses.replace(small, institutions=small.institutions[:1])
    own = base.cases[base.cases["institution"] == "Kemendikbudristek"]
    cases = make_complaint_log(alone, rng=3).cases
    pd.testing.assert_frame_equal(cases, own.reset_index(drop=True))


@pytest.mark.parametrize(
    "change",
    [
        {"misrouted_share": 0.3},
        {"active_liaison_share": 1.0},
        {"read_delay_inactive_days": 12.0},
        {"answer_hours": 1.0, "n_admins": 9, "reply_share": 0.4, "archived_share": 0.0},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_practice_leaves_arrivals_attributes_and_texts_alone(
    small: Scenario, base: ComplaintLog, change: dict[str, float]
) -> None:
    """A changed lever changes events, and nothing of what came in."""
    changed = make_complaint_log(small.replace_institution("kemendikbudristek", **change), rng=3)
    pd.testing.assert_frame_equal(changed.cases[_ENTRY], base.cases[_ENTRY])
    pd.testing.assert_frame_equal(changed.truth, base.truth)
    assert hashes(changed)[1] != hashes(base)[1]


def test_misrouting_only_adds_wrong_dispositions(small: Scenario, base: ComplaintLog) -> None:
    """With a higher share every report misrouted at first before still is: one uniform each."""
    changed = make_complaint_log(
        small.replace_institution("kemendikbudristek", misrouted_share=0.3), rng=3
    )
    was, now = (_misrouted_at_first(log) for log in (base, changed))
    both = was.index.intersection(now.index)
    assert now.loc[both][was.loc[both]].all()
    assert now.sum() > was.sum()


def test_connecting_all_units_makes_follow_up_faster(small: Scenario, base: ComplaintLog) -> None:
    """With every liaison account active the mean first follow-up comes earlier."""
    connected = small.replace_institution("kemendikbudristek", active_liaison_share=1.0)
    after = mean_days(make_complaint_log(connected, rng=3), "Kemendikbudristek")
    assert after < mean_days(base, "Kemendikbudristek") - 0.2


def test_first_follow_up_is_near_the_published_figures(log: ComplaintLog) -> None:
    """Kemenkumham is near 2,2 working days, kementerian A near 5,1, the weak one within 8-15."""
    assert 1.8 < mean_days(log, "Kemenkumham") < 2.7
    assert 4.6 < mean_days(log, "Kementerian A") < 5.8
    assert 8 < mean_days(log, "Kementerian C") < 15


def test_kemendikbudristek_is_no_loser(scenario: Scenario, log: ComplaintLog) -> None:
    """It is in the better half by time, and its unconnected units are all inherited ones."""
    means = {i.name: mean_days(log, i.name) for i in scenario.institutions}
    better = [name for name, mean in means.items() if mean < means["Kemendikbudristek"]]
    assert len(better) < len(means) / 2
    model = scenario.institution("kemendikbudristek")
    without = [u for u, active in zip(model.units, model.is_active, strict=True) if not active]
    assert without
    assert all(unit.is_inherited for unit in without)


def test_closings_and_ratings_are_near_the_published_figures(log: ComplaintLog) -> None:
    """The system closes about four of five, and the good ministry is rated about 4,4."""
    closed_by = log.cases["closed_by"].dropna()
    assert 0.75 < (closed_by == "sistem").mean() < 0.85
    own = log.cases[log.cases["institution"] == "Kemenkumham"]
    assert 4.2 < own["rating"].mean() < 4.7
    archived = log.cases["archive_reason"].notna().mean()
    assert 0.15 < archived < 0.20


def test_a_smaller_log_is_a_sample_as_fast_as_the_whole(scenario: Scenario) -> None:
    """A tenth of the cases keeps the volumes' proportions and the time of the first follow-up."""
    log = make_complaint_log(scenario, n_cases=1_457)
    assert len(log.cases) == 1_457
    expected = scenario.split_cases(1_457)
    names = {i.name: expected[i.id] for i in scenario.institutions}
    assert log.cases["institution"].value_counts().to_dict() == names
    assert 4.0 < mean_days(log, "Kementerian A") < 6.6


def test_a_larger_log_is_the_same_year_in_more_offices(small: Scenario) -> None:
    """Ten times the cases are ten offices as busy as the one, with staff of their own."""
    alone = dataclasses.replace(small, institutions=small.institutions[1:])
    one = make_complaint_log(alone, rng=1)
    ten = make_complaint_log(alone, rng=1, n_cases=10 * len(one.cases))
    assert abs(mean_days(ten) / mean_days(one) - 1) < 1 / 4
    admins = ten.events.query("role == 'admin instansi'")["resource"]
    offices = admins[admins.str.contains("/")].str.split("/").str[0].unique()
    assert sorted(offices) == sorted(
        ["kementerian-f", *(f"kementerian-f-{n}" for n in range(2, 11))]
    )
    assert ten.cases["case_id"].is_unique
    assert ten.cases["case_id"].is_monotonic_increasing


def test_another_snapshot_moves_the_period(small: Scenario) -> None:
    """Reports lie in the year before the day given."""
    log = make_complaint_log(small, n_cases=300, as_of=date(2024, 2, 1))
    assert log.as_of == pd.Timestamp("2024-02-01")
    assert log.cases["submitted_at"].between("2023-02-01", "2024-02-01", inclusive="left").all()


def test_the_folder_holds_the_same_log(small: Scenario, base: ComplaintLog, tmp_path: Path) -> None:
    """What is written and read back is what was made in memory, with manifest and progress."""
    told: list[Receipt] = []
    manifest = generate(small, tmp_path / "log", rng=3, on_part=told.append)
    back = read_log_folder(tmp_path / "log")
    assert hashes(back) == hashes(base)
    assert back.as_of == base.as_of
    assert dict(back.provenance) == dict(base.provenance)
    # Both institutions are small, and stand together in one part.
    assert [receipt.part for receipt in told] == ["part-00000"]
    assert back.parameters is not None
    assert back.parameters.equals(small.parameter_table())
    assert manifest == read_manifest(tmp_path / "log")
    assert (manifest["scenario"], manifest["rng"]) == ("kementerian", 3)
    assert manifest["n_cases"] == len(base.cases)


def test_a_run_that_fails_goes_on_when_called_again(
    small: Scenario, base: ComplaintLog, tmp_path: Path
) -> None:
    """No folder appears until all parts are there; what is done is not done again."""

    def fail(receipt: Receipt) -> None:
        raise RuntimeError(receipt.part)

    with pytest.raises(RuntimeError, match=r"^part-00000$"):
        generate(small, tmp_path / "log", rng=3, on_part=fail)
    assert not (tmp_path / "log").exists()
    generate(small, tmp_path / "log", rng=3)
    assert hashes(read_log_folder(tmp_path / "log")) == hashes(base)
    assert [each.name for each in tmp_path.iterdir()] == ["log"]


@pytest.mark.parametrize("engine", [{"engine": "pool", "n_workers": 1}, {"engine": "pool"}])
def test_every_engine_makes_the_same_log(
    small: Scenario, tmp_path: Path, engine: dict[str, Any]
) -> None:
    """One process, or two at work on two parts: one content hash."""
    serial = generate(small, tmp_path / "serial", n_cases=60_000, rng=2)
    pooled = generate(small, tmp_path / "pool", n_cases=60_000, rng=2, **engine)
    assert pooled["content_hash"] == serial["content_hash"]
    assert len(serial["parts"]) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"n_cases": 0}, "`n_cases` must be >= 1, got 0. Give a larger one."),
        ({"rng": -1}, "`rng` must be >= 0, got -1. Give another seed."),
        (
            {"as_of": date(2035, 1, 1), "n_cases": 5},
            (
                "`as_of` must be 2012-01-01 … 2027-12-31, got '2035-01-01'. "
                "The calendar must hold the whole period."
            ),
        ),
    ],
    ids=["n_cases", "rng", "as_of"],
)
def test_wrong_arguments_are_refused(
    small: Scenario, arguments: dict[str, object], message: str
) -> None:
    """An argument outside its range is refused with the whole sentence."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        make_complaint_log(small, **arguments)  # type: ignore[arg-type]


def test_a_period_without_cases_is_refused(small: Scenario) -> None:
    """A log of no case is not made."""
    quiet = small.replace_institution("kementerian-f", volume_per_year=1)
    quiet = dataclasses.replace(quiet, institutions=quiet.institutions[1:], period_days=10)
    message = "`period_days` must be ≥ 1 case, got 10. Give a longer period or `n_cases`."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        make_complaint_log(quiet)


def test_unknown_engine_leaves_nothing(small: Scenario, tmp_path: Path) -> None:
    """A name that no engine has is refused before anything is written."""
    with pytest.raises(UnknownNameError):
        generate(small, tmp_path / "log", n_cases=5, engine="abacus")
    assert list(tmp_path.iterdir()) == []


def _misrouted_at_first(log: ComplaintLog) -> pd.Series:
    assert log.events is not None
    assert log.truth is not None
    first = log.events[log.events["activity"] == "Disposisi"].drop_duplicates("case_id")
    true_unit = log.truth.set_index("case_id")["true_unit"].loc[first["case_id"]]
    return pd.Series(
        np.asarray(first["unit"]) != np.asarray(true_unit), index=first["case_id"].to_numpy()
    )
