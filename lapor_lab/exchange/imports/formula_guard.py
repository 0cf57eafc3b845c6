"""Keep a spreadsheet from running what a citizen wrote."""

from typing import Final

import pandas as pd

__all__ = ["guard_formulas"]

_FORMULA: Final = r"^[=+@\t\r-](?!$|[\d.,\s()-]+$)"


def guard_formulas(cells: pd.Series) -> pd.Series:
    """Turn cells that a spreadsheet would run as a formula into text.

    Parameters
    ----------
    cells : Series of str of shape (n,)
        Cells of a CSV file.

    Returns
    -------
    Series of str of shape (n,)
        Formulas with an apostrophe before them; numbers and all other texts as they were.

    Examples
    --------
    >>> guard_formulas(pd.Series(["=1+1", "-12,5", "halo"])).tolist()
    ["'=1+1", '-12,5', 'halo']
    """
    text = cells.astype("string")
    is_formula = text.str.contains(_FORMULA, regex=True).fillna(value=False).astype(bool)
    return text.mask(is_formula, "'" + text)
