"""No cell runs in a spreadsheet."""

import pandas as pd
import pytest

from lapor_lab.exchange.imports.formula_guard import guard_formulas


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|x", "-cmd|x", "\t=1", "+62 abc"])
def test_what_could_run_becomes_text(cell: str) -> None:
    """Each mark by which a spreadsheet knows a formula gets an apostrophe before it."""
    assert guard_formulas(pd.Series([cell])).tolist() == ["'" + cell]


@pytest.mark.parametrize("cell", ["-", "-12,5", "+62 812", "- 3", "a=b", "", "halo"])
def test_numbers_and_texts_stay(cell: str) -> None:
    """Numbers with a sign, a lone dash and ordinary texts are not touched."""
    assert guard_formulas(pd.Series([cell])).tolist() == [cell]


def test_missing_stays_missing() -> None:
    """An empty cell is not written as a word."""
    assert guard_formulas(pd.Series([None, "x"])).isna().tolist() == [True, False]
