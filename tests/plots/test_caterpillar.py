"""What plot_caterpillar puts on the Axes."""

import re
import time

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from lapor_lab.errors import ColumnNotFoundError, ParameterError, UnknownNameError
from lapor_lab.plots import plot_caterpillar

MEASURE = "completed_within_limit"


def names(ax: Axes) -> list[str]:
    """Return the rows' names as one line each, plain spaces."""
    return [re.sub(r"[\n\xa0]", " ", text.get_text()) for text in ax.get_yticklabels()]


def segments(ax: Axes) -> np.ndarray:
    """Return the ends of all intervals."""
    (lines,) = [c for c in ax.collections if isinstance(c, LineCollection)]
    return np.array(lines.get_segments())


def test_intervals_and_marks_are_the_table(ax: Axes, table: pd.DataFrame) -> None:
    """Judged rows have the adjusted interval, the one that is not judged the crude one."""
    plot_caterpillar(table, MEASURE, ax=ax)

    order = [0, 1, 3, 4, 5, 2]
    rows = table.loc[order]
    low = rows["adjusted_lower"].fillna(rows["crude_lower"])
    high = rows["adjusted_upper"].fillna(rows["crude_upper"])
    np.testing.assert_allclose(segments(ax)[:, 0, 0], low)
    np.testing.assert_allclose(segments(ax)[:, 1, 0], high)
    np.testing.assert_allclose(segments(ax)[:, 0, 1], ax.get_yticks())
    drawn = {c.get_label(): np.asarray(c.get_offsets()) for c in ax.collections}
    np.testing.assert_allclose(drawn["above"], [[table["adjusted"][0], 0]])
    np.testing.assert_allclose(drawn["insufficient"], [[table["crude"][2], 5]])


def test_rank_sets_stand_beside_and_are_never_one_number(ax: Axes, table: pd.DataFrame) -> None:
    """Beside each judged row its rank set is drawn and written, with its tier."""
    plot_caterpillar(table, MEASURE, ax=ax)

    (beside,) = ax.child_axes
    judged = table[table["rank_low"].notna()]
    np.testing.assert_allclose(segments(beside)[:, :, 0], judged[["rank_low", "rank_high"]])
    written = [text.get_text() for text in ax.texts]
    assert written == [
        f"{low:.0f}–{high:.0f}  belum pasti"
        for low, high in zip(judged["rank_low"], judged["rank_high"], strict=True)
    ]


def test_who_cannot_be_told_apart_stands_in_the_alphabet(ax: Axes, table: pd.DataFrame) -> None:
    """Where all rank sets are the same, values do not decide the order."""
    same = table.assign(rank_low=1.0, rank_high=6.0, adjusted=np.linspace(0.5, 0.9, 6))
    shuffled = same.sample(frac=1, random_state=3)

    plot_caterpillar(shuffled, MEASURE, ax=ax)

    order = [0, 1, 3, 4, 5, 2]
    assert [name[:22] for name in names(ax)] == list(table["institution"][order])


def test_insufficient_data_have_no_rank_set(ax: Axes, table: pd.DataFrame) -> None:
    """Whatever ranks and adjusted value the table has for it, it comes last, at its crude value."""
    full = table.assign(rank_low=1.0, rank_high=6.0, adjusted=0.6)

    plot_caterpillar(full, MEASURE, ax=ax)

    assert names(ax)[-1].startswith("Kementerian Fiktif 002")
    assert len(ax.texts) == 5
    drawn = {c.get_label(): np.asarray(c.get_offsets()) for c in ax.collections}
    np.testing.assert_allclose(drawn["insufficient"], [[table["crude"][2], 5]])


def test_names_bear_their_denominator(ax: Axes, table: pd.DataFrame) -> None:
    """Each row says how many reports it rests on, without a break within the number."""
    plot_caterpillar(table, MEASURE, ax=ax)

    assert names(ax)[-1] == "Kementerian Fiktif 002 (n = 12)"


def test_of_many_both_ends_are_drawn_and_the_rest_counted(ax: Axes, many: pd.DataFrame) -> None:
    """Of 700 the first and the last twenty are drawn, with a gap that says how many are not."""
    plot_caterpillar(many, MEASURE, ax=ax)

    assert len(names(ax)) == 40
    assert names(ax)[0].startswith("Kementerian Fiktif 000")
    assert names(ax)[-1].startswith("Kementerian Fiktif 699")
    assert 20 not in ax.get_yticks()
    (gap,) = [text for text in ax.texts if "tidak ditampilkan" in text.get_text()]
    assert gap.get_text() == "· · ·  660 instansi tidak ditampilkan  · · ·"
    assert gap.get_position()[1] == 20


def test_those_asked_for_are_drawn(ax: Axes, many: pd.DataFrame) -> None:
    """With `shown` these and no others have a row; the rest is counted below."""
    plot_caterpillar(many, MEASURE, shown=["Kementerian Fiktif 300"], ax=ax)

    assert [name[:22] for name in names(ax)] == ["Kementerian Fiktif 300"]
    assert "699 instansi tidak ditampilkan" in ax.get_xlabel().replace("\n", " ")


def test_everything_beside_the_intervals_lies_within_the_axes(
    ax: Axes, table: pd.DataFrame
) -> None:
    """Values end before the rank sets begin, and these before their texts."""
    plot_caterpillar(table, MEASURE, ax=ax)

    left, right = ax.get_xlim()
    highest = (table["adjusted_upper"].max() - left) / (right - left)
    (beside,) = ax.child_axes
    box = ax.transAxes.inverted().transform_bbox(beside.get_window_extent())
    assert highest < box.x0 < box.x1
    assert box.x1 == pytest.approx(ax.texts[0].xy[0])
    assert box.x1 < 0.85


def test_synthetic_is_said_inside_the_axes(ax: Axes, table: pd.DataFrame) -> None:
    """The notice lies between the last row and the lower end, and nothing covers it."""
    plot_caterpillar(table, MEASURE, ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    (notice,) = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert max(ax.get_yticks()) < notice.xy[1] < ax.get_ylim()[0]
    assert not ax.child_axes[0].patch.get_visible()


def test_seven_hundred_are_drawn_in_time(many: pd.DataFrame) -> None:
    """To choose and draw of 700 costs less than a second of CPU; names take most of it."""
    figure = Figure(figsize=(10, 14))
    begin = time.process_time()

    plot_caterpillar(many, MEASURE, ax=figure.subplots())
    figure.canvas.draw()

    assert time.process_time() - begin < 1


def test_an_unknown_institution_is_refused(ax: Axes, table: pd.DataFrame) -> None:
    """A name that the table does not hold is refused with those that it holds."""
    known = ", ".join(table["institution"])
    message = f"Unknown institution 'X'. Choose one of {known}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        plot_caterpillar(table, MEASURE, shown=["X"], ax=ax)


def test_nothing_to_draw_is_refused(ax: Axes, table: pd.DataFrame) -> None:
    """A table without any value gives no empty picture."""
    with pytest.raises(ParameterError) as err:
        plot_caterpillar(table.assign(verdict="not_available"), MEASURE, ax=ax)

    assert str(err.value) == (
        "`table` must be at least one institution with a value, got '6 row(s) without'. "
        "Show the reasons as words instead."
    )


def test_a_table_without_rank_sets_is_refused(ax: Axes, table: pd.DataFrame) -> None:
    """Intervals alone would be read as ranks."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_caterpillar(table.drop(columns=["rank_low", "rank_high"]), MEASURE, ax=ax)

    found = ", ".join(table.columns.drop(["rank_low", "rank_high"]))
    assert str(err.value) == (
        f"table: column(s) rank_low, rank_high not found; it has {found}. "
        "Rename yours or name another."
    )
