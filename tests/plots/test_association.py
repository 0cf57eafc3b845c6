"""What plot_association puts on the Axes."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.plots import plot_association

MEASURE = "first_followed_up_within_limit"


@pytest.fixture
def points() -> pd.DataFrame:
    """Three institutions."""
    return pd.DataFrame(
        {
            "institution": ["Instansi A", "Instansi B", "Instansi C"],
            "level": [1.0, 2.0, 3.6],
            "shrunken": [0.7, 0.8, 0.75],
        }
    )


def test_dots_lie_at_level_and_outcome(ax: Axes, points: pd.DataFrame) -> None:
    """Each institution is a dot; who moves the result most has another shape and its name."""
    plot_association(points, MEASURE, text="berkaitan", named=["Instansi C"], ax=ax)

    plain, named = (np.asarray(each.get_offsets()) for each in ax.collections[:2])
    np.testing.assert_allclose(plain, [[1, 0.7], [2, 0.8]])
    np.testing.assert_allclose(named, [[3.6, 0.75]])
    assert "Instansi C" in [text.get_text() for text in ax.texts]
    assert ax.get_title(loc="left") == "berkaitan"


def test_no_line_promises_an_outcome(ax: Axes, points: pd.DataFrame) -> None:
    """There is no line of a regression."""
    plot_association(points, MEASURE, text="", ax=ax)

    assert not ax.lines


def test_axes_say_what_they_are(ax: Axes, points: pd.DataFrame) -> None:
    """Levels run from 0 to 4 and are no score; synthetic outcomes say so."""
    plot_association(points, MEASURE, text="", ax=ax, is_synthetic=True, caption="rng 1")

    assert "bukan nilai SPBE atau PANRB" in ax.get_xlabel()
    assert list(ax.get_xticks()) == [0, 1, 2, 3, 4]
    written = [text.get_text() for text in ax.texts]
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in written
    assert "rng 1" in written


def test_points_without_their_columns_are_refused(ax: Axes, points: pd.DataFrame) -> None:
    """A table of other columns is refused by name."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_association(points[["institution", "level"]], MEASURE, text="", ax=ax)

    assert str(err.value) == (
        "points: column(s) shrunken not found; it has institution, level. "
        "Rename yours or name another."
    )
