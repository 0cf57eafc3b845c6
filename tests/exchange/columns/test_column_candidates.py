"""What speaks for a column."""

import pandas as pd
import pytest

from lapor_lab.exchange.columns.column_candidates import (
    Candidate,
    _names,
    candidates_of_known,
    find_candidates,
)
from lapor_lab.exchange.columns.column_content import describe_column
from lapor_lab.exchange.columns.column_mapping import TARGETS, ColumnMapping, plain_name

DATES = [f"2022-08-{day:02d}" for day in range(1, 29)]
WORDS = ["ya"] * 28
NOTHING = [None] * 28


def best(column: str, cells: list[str | None], target: str) -> Candidate | None:
    """What speaks for a column to be a target."""
    contents = {column: describe_column(pd.Series(cells, dtype=object))}
    found = [c for c in find_candidates(contents) if c.target == target]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("column", "cells", "why", "certainty"),
    [
        ("Tanggal Selesai", DATES, "nama dan isi", "pasti"),
        ("closed_at", DATES, "nama dan isi", "pasti"),
        ("Tanggal Selesai", NOTHING, "nama", "pasti"),
        ("Tanggal Selesai", WORDS, "nama", "ragu"),
        ("Selesai pada hari", DATES, "nama dan isi", "mungkin"),
        ("Selesai pada hari", NOTHING, "nama", "ragu"),
    ],
)
def test_a_name_is_worth_what_the_cells_allow(
    column: str, cells: list[str | None], why: str, certainty: str
) -> None:
    """A whole name is certain, a part of one likely, unless the cells say otherwise."""
    found = best(column, cells, "closed_at")

    assert found is not None
    assert (found.why, found.certainty) == (why, certainty)


@pytest.mark.parametrize(
    ("column", "cells"),
    [("Selesai pada hari", WORDS), ("Hari", DATES), ("Date sent to company", DATES)],
)
def test_nothing_speaks_for_other_columns(column: str, cells: list[str | None]) -> None:
    """Neither a part of a name that the cells deny, nor dates alone, nor a name that misleads."""
    assert best(column, cells, "closed_at") is None
    assert best(column, cells, "responded_at") is None


def test_a_known_kind_is_looked_at_too() -> None:
    """Its names are certain as long as the cells do not contradict them."""
    known = ColumnMapping(layout="x", columns={"closed_at": "a", "verified_at": "b"})
    contents = {
        name: describe_column(pd.Series(cells)) for name, cells in {"a": DATES, "b": WORDS}.items()
    }

    found = candidates_of_known(known, contents)

    assert [c.certainty for c in found] == ["pasti", "ragu"]


def test_the_file_of_names_holds_known_targets_only() -> None:
    """Its names are written as they are compared, and no whole name stands for two targets."""
    names = _names()
    exact = [name for found in names.values() for name in found["exact"]]

    assert set(names) <= {*TARGETS, "ignored"}
    assert all(name == plain_name(name) for name in exact)
    assert len(exact) == len(set(exact))
