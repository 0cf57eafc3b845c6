"""Counting in batches gives what a plain loop over the cases gives, whatever holds them."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.errors import InputFileError, ParameterError, UnknownNameError
from lapor_lab.exchange import write_log_folder
from lapor_lab.metrics import Counts, count_cases
from lapor_lab.metrics.sums import sum_terms
from lapor_lab.schema import (
    ARCHIVED,
    CLOSED,
    FOLLOWED_UP,
    UNKNOWN_GROUP,
    ClosedBy,
    ComplaintLog,
    ReportClass,
    Stage,
    Status,
)

DAY = pd.Timedelta(1, "D")
MOMENT = pd.Timedelta(1, "us")
BASES = ["2011-12-01", "2022-06-01", "2025-04-01", "2027-11-01"]


def random_log(seed: int, n_cases: int = 60) -> ComplaintLog:
    """Cases with any of the columns, whose values agree in nothing."""
    rng = np.random.default_rng(seed)
    base = pd.Timestamp(BASES[rng.integers(0, len(BASES))])

    def times(share: float) -> pd.Series:
        at = base + pd.to_timedelta(rng.integers(0, 50 * 86_400, n_cases), unit="s")
        at = at.where(rng.random(n_cases) < 0.6, at.normalize())
        return pd.Series(at).astype("datetime64[us]").where(rng.random(n_cases) < share)

    def some(*values: object) -> list[object]:
        return [values[place] for place in rng.integers(0, len(values), n_cases)]

    columns: dict[str, Callable[[], Any]] = {
        "status": lambda: some(*Status, *FOLLOWED_UP, "Menunggu X", None),
        "report_class": lambda: some(*ReportClass, None, "Lain"),
        "duplicate_of": lambda: some("1", *[None] * 9),
        "closed_by": lambda: some(*ClosedBy, None, "x"),
        "topic": lambda: some("Jalan", "Air", None),
        **{
            name: lambda: pd.array(some(None, 0, 1, 5), dtype="Int64")
            for name in ("n_transfers", "n_reopens")
        },
        "rating": lambda: pd.array(some(None, 1, 4, 5), dtype="Int64"),
        **{
            name: lambda: times(0.5)
            for name in (
                *("verified_at", "responded_at", "completed_at", "closed_at", "deadline_at"),
                *("observed_at", "responded_earliest_at", "responded_latest_at"),
                *("closed_latest_at",),
            )
        },
    }
    cases = {
        "case_id": [str(number) for number in range(n_cases)],
        "submitted_at": times(0.98),
        "institution": some("A", "B", "C", None),
        **{name: make() for name, make in columns.items() if rng.random() < 0.6},
    }
    as_of = base + rng.integers(0, 60) * DAY + pd.Timedelta(int(rng.choice([0, 10])), "h")
    return ComplaintLog(cases=pd.DataFrame(cases), events=None, as_of=as_of)


@cache
def working_days(start: np.datetime64, end: np.datetime64) -> int:
    """Working days from one moment to another."""
    return int(load_calendar().working_days(start, end))


@cache
def limit_days(stage: str, report_class: str | None, submitted_at: np.datetime64) -> int:
    """The limit of a case."""
    return int(load_limits().days(stage, report_class, submitted_at))


class PlainCase:
    """One case, judged by the words of the rules, one condition after the other."""

    def __init__(self, case: dict[str, Any], as_of: pd.Timestamp) -> None:
        self.case = {name: None if pd.isna(value) else value for name, value in case.items()}
        self.columns = set(case)
        self.seen = self.case.get("observed_at") or as_of
        self.is_exported = self.case.get("observed_at") is not None
        self.status = self.case.get("status")
        self.submitted = np.datetime64(self.case["submitted_at"] or "NaT", "D")

    def days(self, end: pd.Timestamp | None) -> int:
        start = self.case["submitted_at"]
        if start is None or end is None:
            return -1
        return working_days(np.datetime64(start, "D"), np.datetime64(end, "D"))

    def verdict(self, stage: Stage) -> tuple[int, str] | None:
        """Working days and outcome, or None where the stage is not asked or not told."""
        columns = {
            Stage.VERIFIED: ["verified_at"],
            Stage.FIRST_FOLLOWED_UP: ["responded_at"],
            Stage.COMPLETED: ["completed_at", "closed_at"],
            Stage.CLOSED: ["closed_at"],
        }[stage]
        time = next((name for name in columns if name in self.columns), None)
        if time is None and not {"status", "responded_latest_at"} & self.columns:
            return None
        is_archived = self.status in ARCHIVED
        if self.case.get("duplicate_of") or (is_archived and stage is not Stage.VERIFIED):
            return None
        limit = -1
        if stage is not Stage.CLOSED:
            limit = limit_days(stage, self.case.get("report_class"), self.submitted)
        own = self.case.get("deadline_at") if stage is Stage.COMPLETED else None
        at = self.case.get(time)
        if at is not None:
            days = self.days(at)
            is_judged = own is not None or (limit >= 0 and days >= 0)
            is_met = at <= own if own is not None else days <= limit
            return days, ("met" if is_met else "missed") if is_judged else "done_unjudged"
        followed_up = self.status in FOLLOWED_UP or bool(self.case.get("responded_latest_at"))
        is_known = self.status in list(Status)
        passed = {
            Stage.VERIFIED: followed_up or (is_known and self.status != Status.UNVERIFIED),
            Stage.FIRST_FOLLOWED_UP: followed_up,
        }.get(stage, self.status in CLOSED)
        in_process = self.status in FOLLOWED_UP - CLOSED and not self.case.get("responded_at")
        may_have = stage is Stage.COMPLETED and in_process
        if passed or may_have:
            return -1, self.untimed(stage, limit, own, is_sure=not may_have)
        if not is_known and (time is None or self.status is not None):
            return -1, "untold"
        return self.still_open(limit, own)

    def still_open(self, limit: int, own: pd.Timestamp | None) -> tuple[int, str]:
        start, until = self.case["submitted_at"], self.seen - MOMENT
        if self.is_exported and start is not None and start.normalize() == self.seen.normalize():
            until = start
        days = self.days(until)
        whole_days = self.days(self.seen.normalize() - MOMENT)
        is_judged = own is not None or (limit >= 0 and days >= 0)
        is_past = own < self.seen if own is not None else whole_days >= limit
        if not is_judged:
            return days, "open_unjudged"
        return days, "open_past_limit" if is_past else "within_limit"

    def untimed(self, stage: Stage, limit: int, own: pd.Timestamp | None, *, is_sure: bool) -> str:
        def before(name: str) -> pd.Timestamp | None:
            bound = self.case.get(name)
            return None if bound is None else bound - MOMENT

        is_date = self.is_exported and self.seen == self.seen.normalize()
        done = self.seen + DAY - MOMENT if is_date else self.seen - MOMENT
        bounds = [done, self.case.get("closed_at"), before("closed_latest_at")]
        closed = min(bound for bound in bounds if bound is not None)
        if stage is not Stage.COMPLETED:
            bounds += [self.case.get("completed_at"), before("responded_latest_at")]
        if stage is Stage.VERIFIED:
            bounds.append(self.case.get("responded_at"))
        latest = min(bound for bound in bounds if bound is not None)
        earliest = None if stage is Stage.VERIFIED else self.case.get("responded_earliest_at")
        latest_days, earliest_days = self.days(latest), self.days(earliest)
        if self.status == Status.CLOSED_BY_SYSTEM:
            autoclose = limit_days("autoclose", "", self.submitted)
            waited = self.days(closed) - autoclose
            if autoclose >= 0 and waited >= 0:
                latest_days = min(latest_days, waited)
        is_judged = own is not None or (limit >= 0 and latest_days >= 0)
        is_met = (latest <= own if own is not None else latest_days <= limit) and is_sure
        is_missed = earliest_days > limit
        if own is not None:
            is_missed = earliest is not None and earliest >= own
        if not is_judged:
            return "done_unjudged"
        if is_met == is_missed:
            return "done_untimed"
        return "surely_met" if is_met else "surely_missed"


def plain_keys(log: ComplaintLog, strata: tuple[str, ...]) -> pd.DataFrame:
    """The institution of each case and what divides it."""
    keys = log.cases[["institution", *(name for name in strata if name != "month")]]
    if "month" in strata:
        keys = keys.assign(month=log.cases["submitted_at"].dt.strftime("%Y-%m"))
    return keys.astype("string").fillna(UNKNOWN_GROUP).astype("str")[["institution", *strata]]


def plain_flow(log: ComplaintLog, strata: tuple[str, ...]) -> pd.DataFrame:
    """The flow, case by case."""
    keys = plain_keys(log, strata)
    rows = []
    for key, case in zip(keys.itertuples(index=False), log.cases.to_dict("records"), strict=True):
        for stage in Stage:
            verdict = PlainCase(case, log.as_of).verdict(stage)
            if verdict is not None:
                rows.append([*key, stage.value, *verdict])
    columns = [*keys.columns, "stage", "days", "outcome"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.groupby(columns).size().rename("n").reset_index()


def plain_sums(log: ComplaintLog, strata: tuple[str, ...]) -> pd.DataFrame:
    """The sums, case by case."""
    keys = plain_keys(log, strata)
    seen = log.cases.get("observed_at", pd.Series(pd.NaT, log.cases.index)).fillna(log.as_of)
    covers = load_calendar().covers
    is_covered = covers(log.cases["submitted_at"].to_numpy()) & covers(seen.to_numpy())
    terms = sum_terms(log.cases, is_covered)
    return terms.groupby([keys[name] for name in keys]).sum()


def assert_same(found: Counts, expected: Counts) -> None:
    """Two counts are the same in every cell."""
    assert (found.by, found.as_of, found.strata) == (
        expected.by,
        expected.as_of,
        expected.strata,
    )
    for name in ("flow", "sums", "daily"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(expected, name))


@pytest.mark.parametrize("seed", range(14))
def test_batches_count_as_a_plain_loop_does(seed: int) -> None:
    """On cases that agree in nothing, flow and sums are those of case after case."""
    log = random_log(seed)
    strata = ("month",) if seed % 2 else ()

    counts = count_cases(log, strata=strata)

    expected = plain_flow(log, strata)
    if len(expected):
        pd.testing.assert_frame_equal(counts.flow, expected, check_dtype=False)
    else:
        assert counts.flow.empty
    pd.testing.assert_frame_equal(
        counts.sums, plain_sums(log, strata), check_index_type=False, check_dtype=False
    )


@pytest.mark.parametrize("seed", range(5))
def test_any_partition_adds_up_to_the_whole(seed: int) -> None:
    """Cases are dealt to four parts at random, and the parts are counted and added."""
    log = random_log(seed, 80)
    strata = [("month",), ("topic",), ()][seed % 3]
    strata = tuple(name for name in strata if name == "month" or name in log.cases)
    part = np.random.default_rng(seed).integers(0, 4, len(log.cases))

    added, *others = [
        count_cases(replace(log, cases=log.cases[part == number]), strata=strata)
        for number in range(4)
    ]
    for other in others:
        added += other

    assert_same(added, count_cases(log, strata=strata))


@pytest.fixture
def plain_log() -> ComplaintLog:
    """Cases whose date lies behind all that is known of them."""
    log = random_log(5, 200)
    last = max(log.cases[name].max() for name in log.cases if name.endswith("_at"))
    assert {"closed_at", "topic", "rating", "verified_at"} <= set(log.cases.columns)
    return replace(log, as_of=last.normalize() + DAY)


def parquet_files(log: ComplaintLog, folder: Path, n_files: int) -> list[Path]:
    """Write a log to files, each of several groups of rows."""
    files = []
    for number in range(n_files):
        files.append(folder / f"{number}.parquet")
        rows = log.cases.iloc[number::n_files]
        pq.write_table(pa.Table.from_pandas(rows), files[-1], row_group_size=30)
    return files


def as_reader(frame: pd.DataFrame) -> pa.RecordBatchReader:
    """A stream of small batches, which can be read once."""
    return pa.Table.from_pandas(frame).to_reader(max_chunksize=7)


@pytest.mark.parametrize(
    "convert",
    [
        pytest.param(lambda frame: frame, id="pandas"),
        pytest.param(pa.Table.from_pandas, id="table"),
        pytest.param(as_reader, id="reader"),
        pytest.param(
            lambda frame: frame.assign(topic=frame["topic"].astype("category")), id="categories"
        ),
        pytest.param(
            lambda frame: pa.Table.from_pandas(frame).cast(
                pa.schema(
                    [
                        pa.field(field.name, pa.timestamp("ns") if name_is_time else field.type)
                        for field in pa.Schema.from_pandas(frame)
                        for name_is_time in [field.name.endswith("_at")]
                    ]
                )
            ),
            id="nanoseconds",
        ),
    ],
)
def test_whatever_streams_counts_as_the_log(
    plain_log: ComplaintLog, convert: Callable[[pd.DataFrame], Any]
) -> None:
    """A table of another library, or a stream of it, has the counts of the log."""
    source = convert(plain_log.cases)

    counts = count_cases(source, as_of=plain_log.as_of, strata=("topic", "month"))

    assert_same(counts, count_cases(plain_log, strata=("topic", "month")))


def test_a_relation_of_duckdb_counts_as_the_log(plain_log: ComplaintLog) -> None:
    """What a query engine hands over by Arrow is counted without a detour."""
    duckdb = pytest.importorskip("duckdb")
    table = pa.Table.from_pandas(plain_log.cases)

    with duckdb.connect() as connection:
        relation = connection.from_arrow(table)
        counts = count_cases(relation, as_of=plain_log.as_of)

    assert_same(counts, count_cases(plain_log))


@pytest.mark.parametrize("n_files", [1, 3])
def test_parquet_files_count_as_the_log(
    plain_log: ComplaintLog, tmp_path: Path, n_files: int
) -> None:
    """One file, or several with a part of the cases each, has the counts of the log."""
    files = parquet_files(plain_log, tmp_path, n_files)

    counts = count_cases(files[0] if n_files == 1 else files, as_of=plain_log.as_of)

    assert_same(counts, count_cases(plain_log))


def test_files_may_know_different_things(plain_log: ComplaintLog, tmp_path: Path) -> None:
    """A file without a column is counted without it, and added to those that have it."""
    poor = replace(plain_log, cases=plain_log.cases.drop(columns=["rating", "verified_at"]))
    files = []
    for name, log in (("rich", plain_log), ("poor", poor)):
        files.append(tmp_path / f"{name}.parquet")
        log.cases.to_parquet(files[-1])

    counts = count_cases(files, as_of=plain_log.as_of)

    assert_same(counts, count_cases(plain_log) + count_cases(poor))


def test_a_folder_of_an_import_counts_as_the_log(plain_log: ComplaintLog, tmp_path: Path) -> None:
    """A log without sightings is streamed from its folder, and has the same counts."""
    bare = replace(plain_log, cases=plain_log.cases.drop(columns="observed_at", errors="ignore"))
    write_log_folder(bare, tmp_path / "log")

    assert_same(count_cases(tmp_path / "log"), count_cases(bare))


def test_without_a_date_the_last_time_seen_is_the_date(
    plain_log: ComplaintLog, tmp_path: Path
) -> None:
    """One moment behind the last time other than a deadline, and the counts say so."""
    cases = plain_log.cases.assign(deadline_at=plain_log.as_of + 90 * DAY)
    names = [n for n in cases if n.endswith("_at") and n != "deadline_at"]
    last = max(cases[name].max() for name in names)
    cases.to_parquet(tmp_path / "cases.parquet")

    for source in (cases, tmp_path / "cases.parquet"):
        counts = count_cases(source)
        assert counts.as_of == last + MOMENT
        assert_same(counts, count_cases(replace(plain_log, cases=cases, as_of=last + MOMENT)))


@pytest.mark.parametrize(
    ("make", "as_of", "message"),
    [
        (
            lambda log: as_reader(log.cases),
            None,
            (
                "`as_of` must be given for a source that can be read only once, got None. Give the "
                "date of the data."
            ),
        ),
        (
            lambda log: log,
            "2022-08-15",
            (
                "`as_of` must be left out for a log, which bears its date, got "
                "'2022-08-15 00:00:00'. Leave it out."
            ),
        ),
        (
            lambda _: "cases.parquet",
            None,
            (
                "`source` must be a log, a folder, Parquet files or a table with "
                "`__arrow_c_stream__`, got 'str'. Give paths as `pathlib.Path`."
            ),
        ),
        (
            lambda log: log.cases.assign(submitted_at=pd.NaT)[["institution", "submitted_at"]],
            None,
            (
                "`as_of` must be given for a source that holds no time, got None. Give the date of "
                "the data."
            ),
        ),
        (
            lambda log: log.cases.iloc[:1].assign(closed_at=pd.Timestamp("2022-08-15")),
            "2022-08-15",
            (
                "`as_of` must be later than everything that the source knows, got "
                "'2022-08-15 00:00:00'. `closed_at` is as late as 2022-08-15 00:00:00: leave out "
                "what was not yet known."
            ),
        ),
        (
            lambda log: log.cases.assign(
                submitted_at=log.cases["submitted_at"].dt.tz_localize("Asia/Jakarta")
            ),
            "2030-01-01",
            (
                "`submitted_at` must be naive local times, got 'timestamp[us, tz=Asia/Jakarta]'. "
                "Convert the column, times to the local time of the institution."
            ),
        ),
    ],
    ids=["reader", "log", "text", "no time", "too early", "zone"],
)
def test_what_cannot_be_judged_is_refused(
    log: ComplaintLog,
    make: Callable[[ComplaintLog], Any],
    as_of: str | None,
    message: str,
) -> None:
    """A source must bear a date or be given one, that holds for all that it knows."""
    moment = None if as_of is None else pd.Timestamp(as_of)
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        count_cases(make(log), as_of=moment)


def test_a_source_without_the_key_is_refused(log: ComplaintLog) -> None:
    """As a log is."""
    message = (
        "`by` must be a column of the cases, got 'institution'. Choose one of case_id, "
        "submitted_at."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        count_cases(log.cases[["case_id", "submitted_at"]])


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    """Absent, or something else than Parquet."""
    path = tmp_path / "cases.parquet"
    with pytest.raises(InputFileError, match=re.escape("no such file or folder")):
        count_cases(path)
    path.write_text("no table")
    message = f"{path}: cannot be read (ArrowInvalid). Give a Parquet file."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        count_cases(path)


def test_only_the_columns_of_the_question_are_read(log: ComplaintLog) -> None:
    """A text column that cannot be read does no harm where nothing depends on it."""
    strange = log.cases.assign(text=[object() for _ in range(len(log.cases))])

    counts = count_cases(strange, as_of=log.as_of, stages=["verified"], tables=["flow"])

    whole = count_cases(log, stages=["verified"])
    pd.testing.assert_frame_equal(counts.flow, whole.flow)


def test_a_source_without_cases_has_no_counts(log: ComplaintLog) -> None:
    """Neither cells nor institutions, in tables that have their columns."""
    counts = count_cases(replace(log, cases=log.cases.iloc[:0]))

    assert counts.institutions == []
    assert len(counts.flow) == len(counts.sums) == len(counts.daily) == 0
    assert_same(counts + count_cases(log), count_cases(log))
