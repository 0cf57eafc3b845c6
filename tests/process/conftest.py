"""Logs that the tests of this room share."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lapor_lab.exchange import read_event_log
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import load_scenario, make_complaint_log


@pytest.fixture(scope="session")
def made() -> ComplaintLog:
    """Return a log of the scenario `kementerian`."""
    return make_complaint_log(load_scenario("kementerian"), n_cases=2500, rng=3)


@pytest.fixture(scope="session")
def log_of() -> Callable[..., ComplaintLog]:
    """Return a maker of small logs: per case its activities, a day apart, or with units."""

    def make(steps: dict[str, list[Any]], **columns: list[object]) -> ComplaintLog:
        rows = [
            {
                "case_id": case,
                "activity": step if isinstance(step, str) else step[0],
                "unit": None if isinstance(step, str) else step[1],
                # From a Monday on, at the opening of offices.
                "timestamp": pd.Timestamp("2022-08-01 07:30") + pd.Timedelta(day, "D"),
            }
            for case, path in steps.items()
            for day, step in enumerate(path)
        ]
        cases = pd.DataFrame(
            {
                "case_id": list(steps),
                "submitted_at": pd.Timestamp("2022-08-01 07:30"),
                "institution": "A",
                **columns,
            }
        )
        return ComplaintLog(
            cases=cases, events=pd.DataFrame(rows), as_of=pd.Timestamp("2022-10-03")
        )

    return make


@pytest.fixture(scope="session")
def public_log(
    reference: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], ComplaintLog]:
    """Return a reader of the public logs, all their cases accepted."""

    def read(name: str) -> ComplaintLog:
        path = reference / f"process/{name}.csv"
        if name == "receipt":
            # Two cases end before they start, which the reader does not accept: without the
            # column of ends, there is nothing to refuse.
            with path.open(newline="", encoding="utf-8") as source:
                rows = list(csv.DictReader(source))
            path = tmp_path_factory.mktemp("public") / "receipt.csv"
            names = [key for key in rows[0] if key != "case:enddate"]
            with path.open("w", newline="", encoding="utf-8") as target:
                writer = csv.DictWriter(target, names, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)
        return read_event_log(path).log

    return read


@pytest.fixture(scope="session")
def expected(reference: Path) -> dict[str, Any]:
    """Return what pm4py 2.7.23.11 counts in the public logs."""
    text = (reference / "process/expected.json").read_text("utf-8")
    return dict(json.loads(text))


@pytest.fixture(scope="session")
def paths() -> Callable[[ComplaintLog, str], dict[str, list[Any]]]:
    """Return what a plain loop reads from a log: per case its values, in the order of time."""

    def read(log: ComplaintLog, column: str) -> dict[str, list[Any]]:
        assert log.events is not None
        found: dict[str, list[Any]] = {}
        ordered = log.events.sort_values("timestamp", kind="stable")
        for case, value in zip(ordered["case_id"], ordered[column], strict=True):
            found.setdefault(case, []).append(value)
        return found

    return read


PUBLIC_LOGS = ["running_example", "receipt", "roadtraffic100"]


@pytest.fixture(params=PUBLIC_LOGS)
def public_name(request: pytest.FixtureRequest) -> str:
    """Return the name of each public log in turn."""
    return str(request.param)
