"""Columns of Arrow come in the types of the table of cases."""

import re
from datetime import date, datetime

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.metrics.case_batch import CaseBatch

MORNING = datetime(2022, 8, 15, 9)


def batch(**columns: pa.Array) -> CaseBatch:
    """A batch of these columns."""
    return CaseBatch(pa.record_batch(columns), tuple(columns))


@pytest.mark.parametrize(
    "times",
    [
        pa.array([MORNING, None], pa.timestamp("s")),
        pa.array([MORNING, None], pa.timestamp("ns")),
        pa.array([date(2022, 8, 15), None]),
        pa.array(["2022-08-15 09:00:00", None]),
        pa.array(["2022-08-15 09:00:00", None]).dictionary_encode(),
    ],
    ids=str,
)
def test_times_of_any_precision_have_their_day(times: pa.Array) -> None:
    """Also written as text or as a date, and missing ones have none."""
    cases = batch(submitted_at=times)

    assert cases.days("submitted_at").astype(str).tolist() == ["2022-08-15", "NaT"]
    assert cases.is_given("submitted_at").tolist() == [True, False]
    assert cases.frame(np.array([1, 0]))["submitted_at"].dtype == "datetime64[us]"


@pytest.mark.parametrize(
    "texts",
    [
        pa.array(["A", None], pa.string_view()),
        pa.DictionaryArray.from_arrays(pa.array([0, 1]), pa.array(["A", None])),
        pa.array(["A", None], pa.large_string()).dictionary_encode(),
    ],
    ids=str,
)
def test_text_of_any_kind_is_text(texts: pa.Array) -> None:
    """Views and dictionaries, even with a gap among the values of the dictionary."""
    cases = batch(status=texts)

    assert cases.is_given("status").tolist() == [True, False]
    assert cases.frame(np.array([0]))["status"].to_list() == ["A"]


def test_numbers_may_come_as_fractions_that_are_whole() -> None:
    """What pandas makes of whole numbers with gaps."""
    cases = batch(rating=pa.array(pd.Series([5.0, None]), from_pandas=True))

    assert cases.column("rating").to_pylist() == [5, None]


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        (
            "closed_at",
            pa.array([MORNING], pa.timestamp("us", tz="UTC")),
            "naive local times, got 'timestamp[us, tz=UTC]'",
        ),
        ("closed_at", pa.array([44788]), "naive local times, got 'int64'"),
        ("closed_at", pa.array(["besok"]), "naive local times, got 'string'"),
        ("rating", pa.array([4.5]), "whole numbers, got 'double'"),
    ],
)
def test_values_of_another_kind_are_refused(name: str, values: pa.Array, message: str) -> None:
    """The refusal names the column and what it holds."""
    whole = (
        f"`{name}` must be {message}. Convert the column, times to the local time of the "
        "institution."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(whole)}$"):
        batch(**{name: values}).column(name)


def test_what_a_batch_has_not_is_missing() -> None:
    """In every case."""
    assert batch(rating=pa.array([1, 2])).is_given("closed_at").tolist() == [False, False]
