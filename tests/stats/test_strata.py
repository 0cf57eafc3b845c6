"""Tables of units by strata: what may be in them, and how far they overlap."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import expected_by_strata, shared_share


def test_a_stratum_that_nobody_else_has_is_told() -> None:
    """The part in shared strata is 1 for full overlap, 0 for none, NaN for a unit without cases."""
    denominator = [[10, 30, 0], [20, 0, 0], [0, 0, 7], [0, 0, 0]]

    np.testing.assert_array_equal(shared_share(denominator), [0.25, 1, 0, np.nan])


def test_one_unit_alone_shares_nothing() -> None:
    """A single unit has nobody to be compared with."""
    assert shared_share([[10, 30]]) == 0


@pytest.mark.parametrize(
    ("numerator", "denominator", "message"),
    [
        (
            [[1, 2]],
            [[1, 2, 3]],
            (
                "`numerator` must have shape (n_units, n_strata) as `denominator`, "
                "got (1, 2) beside (1, 3)."
            ),
        ),
        (
            [1, 2],
            [1, 2],
            (
                "`numerator` must have shape (n_units, n_strata) as `denominator`, "
                "got (2,) beside (2,)."
            ),
        ),
        (
            [[1, 5]],
            [[1, 4]],
            (
                "`numerator` must be in [0, denominator], got 5.0. "
                "Count each event and each case once; write 0 where there is none."
            ),
        ),
        (
            [[1, 5]],
            [[1, np.nan]],
            (
                "`denominator` must be at least 0, got nan. "
                "Count each event and each case once; write 0 where there is none."
            ),
        ),
    ],
)
def test_tables_that_do_not_fit_are_refused(
    numerator: list[object], denominator: list[object], message: str
) -> None:
    """Other shapes, more events than cases and missing numbers are refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        expected_by_strata(numerator, denominator)
