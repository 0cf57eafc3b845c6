"""From whom to whom cases go."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from lapor_lab.process import handover
from lapor_lab.schema import ComplaintLog


@pytest.mark.reference
@pytest.mark.parametrize("name", ["running_example", "receipt"])
def test_handover_of_public_logs(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any], name: str
) -> None:
    """Shares of every pair of resources as pm4py counts them; it counts staying, too."""
    table = handover(public_log(name), between="resource", by=None, with_self=True)

    pairs = table["source_unit"] + "->" + table["target_unit"]
    shares = dict(zip(pairs, table["n"] / table["n"].sum(), strict=True))
    assert shares == pytest.approx(expected[name]["handover_connections_normalised"])


@pytest.mark.parametrize("between", ["unit", "resource", "role"])
def test_handover_is_that_of_a_loop(
    made: ComplaintLog, paths: Callable[[ComplaintLog, str], dict[str, list[Any]]], between: str
) -> None:
    """Between different ones, events without a value passed over."""
    institution = dict(zip(made.cases["case_id"], made.cases["institution"], strict=True))
    loop = Counter(
        (institution[case], source, target)
        for case, path in paths(made, between).items()
        for source, target in pairwise([value for value in path if pd.notna(value)])
        if source != target
    )

    table = handover(made, between=between)

    keys = zip(table["institution"], table["source_unit"], table["target_unit"], strict=True)
    assert dict(zip(keys, table["n"], strict=True)) == loop


def test_a_log_without_units_has_no_handover(log_of: Callable[..., ComplaintLog]) -> None:
    """The table is empty and keeps its columns."""
    table = handover(log_of({"1": ["a", "b"]}))

    assert table.empty
    assert list(table) == ["institution", "source_unit", "target_unit", "n"]
