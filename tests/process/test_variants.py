"""Each case has one variant, and variants are counted as by a plain loop."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from lapor_lab.process import variants
from lapor_lab.process.variants import SEPARATOR
from lapor_lab.schema import ComplaintLog


@pytest.mark.reference
def test_variants_of_public_logs(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any], public_name: str
) -> None:
    """6, 116 and 10 variants, and the most frequent ones, as pm4py counts them."""
    table = variants(public_log(public_name), by=None)

    told = expected[public_name]
    n = dict(zip(table["variant"], table["n"], strict=True))
    assert len(table) == told["n_variants"]
    assert table["n"].sum() == told["n_cases"]
    assert all(n[SEPARATOR.join(path)] == count for path, count in told["top_variants"])
    assert table["n"].head(5).to_list() == [count for _, count in told["top_variants"]]


def test_variants_are_those_of_a_loop(
    made: ComplaintLog, paths: Callable[[ComplaintLog, str], dict[str, list[Any]]]
) -> None:
    """By institution, on a made log."""
    institution = dict(zip(made.cases["case_id"], made.cases["institution"], strict=True))
    loop = Counter(
        (institution[case], SEPARATOR.join(path)) for case, path in paths(made, "activity").items()
    )

    table = variants(made)

    keys = zip(table["institution"], table["variant"], strict=True)
    assert dict(zip(keys, table["n"], strict=True)) == loop


def test_every_case_is_counted_once(made: ComplaintLog) -> None:
    """The numbers of a group's variants add up to its cases, and shares to 1."""
    table = variants(made)

    by_institution = table.groupby("institution")
    n = made.cases["institution"].value_counts().sort_index()
    assert by_institution["n"].sum().to_list() == n.to_list()
    assert by_institution["n_cases"].first().to_list() == n.to_list()
    assert by_institution["share"].sum().round(12).eq(1).all()
    assert ((table["lower"] <= table["share"]) & (table["share"] <= table["upper"])).all()
    assert table["n"].sum() == variants(made, by=None)["n"].sum()


def test_a_prefix_is_a_variant_of_its_own(log_of: Callable[..., ComplaintLog]) -> None:
    """An open case is not taken for the finished one that it may become."""
    table = variants(log_of({"1": ["a", "b"], "2": ["a"], "3": ["a", "b"]}), by=None)

    assert table[["variant", "n"]].to_numpy().tolist() == [["a → b", 2], ["a", 1]]
    assert "institution" not in table
