"""How verdicts look."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from lapor_lab.plots.palette import MUTED, PAPER
from lapor_lab.plots.verdicts import (
    VERDICT_LOOKS,
    drawable_rows,
    scatter_verdicts,
    verdict_handles,
)
from lapor_lab.schema import Verdict


def test_no_two_verdicts_share_a_shape() -> None:
    """Without any colour each verdict can still be told by its marker."""
    markers = [look.marker for look in VERDICT_LOOKS.values()]

    assert len(set(markers)) == len(VERDICT_LOOKS)


def test_insufficient_is_hollow_and_grey(ax: Axes) -> None:
    """Who cannot be judged has no colour: paper inside, grey around."""
    scatter_verdicts(ax, pd.Series([1.0]), pd.Series([2.0]), pd.Series([Verdict.INSUFFICIENT]))

    (marks,) = ax.collections
    assert tuple(marks.get_facecolor()[0]) == to_rgba(PAPER)
    assert tuple(marks.get_edgecolor()[0]) == to_rgba(MUTED)


def test_legend_says_verdict_and_number() -> None:
    """Each verdict that occurs is named in words, with how many have it, and no other is."""
    handles = verdict_handles(pd.Series(["above", "insufficient", "above"]))

    assert [handle.get_label() for handle in handles] == [
        "di atas kisaran kelompok pembanding: 2",
        "data belum memadai: 1",
    ]


def test_what_cannot_be_drawn_is_counted(table: pd.DataFrame) -> None:
    """Suppressed, absent and empty rows are left out, each with its reason and number."""
    table["is_suppressed"] = [True, False, False, False, False, True]
    table.loc[1, "verdict"] = "not_available"
    table.loc[2, "crude"] = float("nan")

    rows, notes = drawable_rows(table)

    assert list(rows.index) == [3, 4]
    assert notes == [
        "2 disembunyikan (angka kecil)",
        "1 tidak tersedia",
        "1 tanpa nilai (data belum memadai)",
    ]


def test_value_is_adjusted_where_judged(table: pd.DataFrame) -> None:
    """Judged institutions stand at the adjusted value, the others at the crude one."""
    rows, notes = drawable_rows(table)

    assert notes == []
    assert rows["value"][0] == pytest.approx(table["adjusted"][0])
    assert rows["value"][2] == pytest.approx(table["crude"][2])
    assert rows["upper"][2] == pytest.approx(table["crude_upper"][2])
