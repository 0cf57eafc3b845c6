"""An assessment of the example that ships, a plan with made-up effects, and facts of an import."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest

from lapor_lab.practices import ALL_PRACTICES, PRACTICES
from lapor_lab.practices.maturity import Assessment, assess, example_form_path, read_form
from lapor_lab.practices.planning import ActionPlan, action_plan

BASELINES = {
    "first_followed_up_within_limit": (0.612, 0.571, 0.651),
    "completed_within_limit": (0.70, 0.66, 0.74),
    "first_follow_up_median_days": (6.4, 5.9, 7.0),
    "misrouted_share": (0.14, 0.11, 0.17),
}
# Change of each measure by all practices; each of them brings a part.
CHANGES = {
    "first_followed_up_within_limit": 0.18,
    "completed_within_limit": 0.08,
    "first_follow_up_median_days": -1.5,
    "misrouted_share": -0.04,
    "mean_rating": 0.1,
}
PARTS = {ALL_PRACTICES: 1.0} | {p.id: 0.1 * n for n, p in enumerate(PRACTICES, start=1)}


@cache
def _assessment() -> Assessment:
    return assess(read_form(example_form_path()))


@cache
def _plan() -> ActionPlan:
    baselines = pd.DataFrame(
        [
            {"measure": measure, "estimate": value, "lower": lower, "upper": upper}
            for measure, (value, lower, upper) in BASELINES.items()
        ]
    )
    effects = pd.DataFrame(
        [
            {"practice": practice, "measure": measure, "base": 0.6, "difference": part * change}
            for practice, part in PARTS.items()
            for measure, change in CHANGES.items()
        ]
    )
    half = effects["difference"].abs() / 4
    known = {"availability": "tersedia"}
    return action_plan(
        _assessment(),
        effects.assign(
            lower=effects["difference"] - half, upper=effects["difference"] + half, **known
        ),
        baselines=baselines.assign(**known),
    )


@pytest.fixture(scope="session")
def make_assessment() -> Callable[..., Assessment]:
    """Return a function that gives the example's assessment; what is named replaces its own."""
    return lambda **changes: replace(_assessment(), **changes)


@pytest.fixture(scope="session")
def make_plan() -> Callable[..., ActionPlan]:
    """Return a function that gives a plan; what is named replaces its own."""
    return lambda **changes: replace(_plan(), **changes)


@pytest.fixture(scope="session")
def bare_plan() -> ActionPlan:
    """Return a plan that neither data nor a simulation came with."""
    return action_plan(_assessment())


@pytest.fixture(scope="session")
def import_facts() -> dict[str, Any]:
    """Return what an import of two files says, as `import.json` holds it."""
    columns = {"case_id": "Tracking ID", "submitted_at": "Tanggal", "text": "Isi Laporan Awal"}
    numbers = {"n_rows": 1341, "n_accepted": 1330, "n_quarantined": 11}
    file = {
        "file": "ekspor_2022.xlsx",
        "sheet": "Laporan",
        "as_of": "2022-08-15T00:00:00",
        "columns": columns,
        "columns_ignored": [f"Kolom {number}" for number in range(1, 26)],
        **numbers,
    }
    second = file | {"file": "ekspor_awal.csv", "sheet": "", "columns_ignored": []}
    return {
        "version": "0.1.0",
        **{name: 2 * n for name, n in numbers.items()},
        "n_cases": 2204,
        "as_of": "2022-08-15T00:00:00",
        "span": {"first": "2022-01-03T07:00:00", "last": None},
        "files": [file, second],
        "masked": {"NIK": 12, "DATA SPESIFIK": 3, "RAHASIA": 466},
        "key_fingerprint": "ab12cd34",
        "provenance": {"kind": "nyata"},
    }


@pytest.fixture(scope="session")
def blocks() -> Callable[[Path], list[str]]:
    """Return a reader of what is read together: paragraphs, and rows of tables, in order."""

    def read(path: Path) -> list[str]:
        found: list[str] = []
        for block in docx.Document(str(path)).iter_inner_content():
            if hasattr(block, "rows"):
                found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
            elif block.text:
                found.append(block.text)
        return found

    return read
