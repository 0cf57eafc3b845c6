"""Reference samples that several tests of this room read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest


class SurvivalCase(NamedTuple):
    """One group of a reference set, and what R says of it."""

    name: str
    duration: pd.Series
    event_observed: pd.Series
    expected: dict


@pytest.fixture(scope="session")
def survival_sets(reference: Path) -> Callable[[str], pd.DataFrame]:
    """Return a reader of the reference samples as time, event and group."""
    files = {
        "waltons": ("waltons_input.csv", ["time", "event", "group"]),
        "lung": ("lung_input.csv", ["time", "event", "group"]),
        "pbc": ("pbc_survRM2_input.csv", ["time", "event", "group"]),
        "tiny": ("tiny_complaints_input.csv", ["group", "time", "event"]),
    }

    def read(name: str) -> pd.DataFrame:
        file, columns = files[name]
        rows = pd.read_csv(reference / "survival" / file, header=0, names=columns)
        return rows.assign(
            event=rows["event"] == rows["event"].max(), group=rows["group"].astype(str)
        )

    return read


@pytest.fixture(scope="session")
def survival_expected(reference: Path) -> dict:
    """Return what R's survival and survRM2 say of the reference samples."""
    expected: dict = json.loads((reference / "survival/expected.json").read_text("utf-8"))
    return expected


@pytest.fixture(scope="session")
def survival_cases(
    survival_sets: Callable[[str], pd.DataFrame], survival_expected: dict
) -> list[SurvivalCase]:
    """Return each group of the reference sets with its expected figures."""
    cases = []
    for key, expected in survival_expected.items():
        if not isinstance(expected, dict) or "groups" not in expected:
            continue
        rows = survival_sets(key.split("_")[0])
        for group, figures in expected["groups"].items():
            some = rows if group == "all" else rows[rows["group"] == group]
            assert len(some) == figures["n"]
            cases.append(SurvivalCase(f"{key} {group}", some["time"], some["event"], figures))
    assert len(cases) == 10
    return cases
