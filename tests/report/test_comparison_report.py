"""The value that a comparison is."""

from collections.abc import Callable

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.report import ComparisonReport


def test_estimates_without_interval_are_refused(
    make_comparison: Callable[..., ComparisonReport],
) -> None:
    """A comparison of bare numbers cannot be made."""
    with pytest.raises(ColumnNotFoundError) as err:
        make_comparison(pd.DataFrame(columns=["institution", "measure", "estimate"]))

    assert str(err.value) == (
        "estimates: column(s) numerator, denominator, lower, upper, n_unknown, availability not "
        "found; it has institution, measure, estimate. Rename yours or name another."
    )


def test_synthetic_is_said_by_provenance(make_comparison: Callable[..., ComparisonReport]) -> None:
    """Only what says of itself that it was made up is synthetic."""
    assert make_comparison().is_synthetic
    assert not make_comparison(provenance={}).is_synthetic
