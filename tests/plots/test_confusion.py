"""What plot_confusion puts on the Axes."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ParameterError
from lapor_lab.plots import plot_confusion


def matrix(names: list[str]) -> pd.DataFrame:
    """Return a matrix with 80 on the diagonal, 20 beside it, 0 elsewhere."""
    n = len(names)
    counts = 80 * np.eye(n, dtype=int) + 20 * np.roll(np.eye(n, dtype=int), 1, axis=1)
    return pd.DataFrame(counts, index=names, columns=names)


def test_counts_stand_in_their_cells(ax: Axes) -> None:
    """Each count that is not 0 is written at (predicted, true), and nothing else is."""
    plot_confusion(matrix(["Kesehatan", "Perhubungan", "Topik Lainnya"]), ax=ax)

    cells = {text.get_position(): text.get_text() for text in ax.texts}
    assert cells == {
        (0, 0): "80", (1, 0): "20", (1, 1): "80", (2, 1): "20", (2, 2): "80", (0, 2): "20",
    }  # fmt: skip


def test_shading_is_the_share_of_the_row(ax: Axes) -> None:
    """The picture's values are counts over the row's total; an empty row is 0, not an error."""
    table = matrix(["Kesehatan", "Perhubungan", "Topik Lainnya"])
    table.loc["Topik Lainnya"] = 0

    plot_confusion(table, ax=ax)

    (image,) = ax.images
    expected = [[0.8, 0.2, 0], [0, 0.8, 0.2], [0, 0, 0]]
    np.testing.assert_allclose(np.asarray(image.get_array()), expected)


def test_few_names_stand_across_the_top_and_are_wrapped(ax: Axes) -> None:
    """Up to six column names are written out, horizontal, on lines of at most 14 characters."""
    plot_confusion(matrix(["Politik dan Hukum", "Kesehatan"]), ax=ax)

    labels = ax.get_xticklabels()
    assert [text.get_text() for text in labels] == ["Politik dan\nHukum", "Kesehatan"]
    assert {text.get_rotation() for text in labels} == {0}


def test_many_columns_carry_the_numbers_of_their_rows(ax: Axes) -> None:
    """Above six, columns carry numbers and rows say which number is which topic."""
    names = [f"Topik {letter}" for letter in "ABCDEFGH"]

    plot_confusion(matrix(names), ax=ax)

    assert [text.get_text() for text in ax.get_xticklabels()] == list("12345678")
    assert ax.get_yticklabels()[7].get_text() == "8. Topik H (n = 100)"


def test_synthetic_is_said_inside_the_axes(ax: Axes) -> None:
    """The notice lies in a free band below the last row."""
    plot_confusion(matrix(["A", "B"]), ax=ax, is_synthetic=True, caption="skenario x, rng 7")

    notices = [text for text in ax.texts if "SINTETIS" in text.get_text()]
    assert len(notices) == 1
    assert 1.5 < notices[0].xy[1] < ax.get_ylim()[0]


def test_a_table_that_is_not_square_is_refused(ax: Axes) -> None:
    """Rows and columns must be the same classes in the same order."""
    with pytest.raises(ParameterError) as err:
        plot_confusion(matrix(["A", "B"])[["B", "A"]], ax=ax)

    assert str(err.value) == (
        "`confusion` must be a square table with the same classes in rows and columns, "
        "got (2, 2). Reindex both by one list of classes."
    )
