"""What plot_maturity puts on the Axes."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.plots import plot_maturity

NAN = float("nan")
NAMES = ["practice", "level", "inherited_level", "role_model", "peers", "previous"]


@pytest.fixture
def profile() -> pd.DataFrame:
    """A practice that rose, one that stayed, one that nobody answered."""
    rows = [
        ("konektivitas", 2.0, 1.0, 3.0, NAN, 1.0),
        ("sosialisasi", 1.0, NAN, 2.0, NAN, 1.0),
        ("legalitas", NAN, NAN, 3.0, NAN, 2.0),
    ]
    return pd.DataFrame(rows, columns=NAMES)


def marks(ax: Axes, marker: str, *, is_filled: bool = True) -> list[tuple[float, float]]:
    """Return where marks of a shape lie."""
    return [
        (float(line.get_xdata()[0]), round(float(line.get_ydata()[0]), 2))
        for line in ax.lines
        if line.get_marker() == marker and (line.get_color() != "#ffffff") == is_filled
    ]


def test_each_kind_has_its_shape_and_lane(ax: Axes, profile: pd.DataFrame) -> None:
    """Institution, inherited units and role model lie at their level, each in its own lane."""
    plot_maturity(profile, ax=ax)

    assert marks(ax, "o") == [(2, -0.24), (1, 0.76)]
    assert marks(ax, "s") == [(1, -0.06)]
    assert marks(ax, "D", is_filled=False) == [(3, 0.12), (2, 1.12), (3, 2.12)]


def test_a_round_before_is_hollow_and_tied(ax: Axes, profile: pd.DataFrame) -> None:
    """The last round is a hollow circle with an arrow, and hidden where nothing changed."""
    plot_maturity(profile, ax=ax)

    assert marks(ax, "o", is_filled=False) == [(1, -0.24), (2, 1.76)]
    assert len([text for text in ax.texts if getattr(text, "arrow_patch", None)]) == 1


def test_what_nobody_answered_says_so(ax: Axes, profile: pd.DataFrame) -> None:
    """A practice without an answer has no mark of the institution: never 0."""
    plot_maturity(profile, ax=ax, names={"konektivitas": "Konektivitas"})

    assert "belum dijawab" in [text.get_text() for text in ax.texts]
    assert "tingkat 2\npercontohan 3 (asumsi)" in [text.get_text() for text in ax.texts]
    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "Konektivitas", "sosialisasi", "legalitas",
    ]  # fmt: skip
    low, high = ax.get_xlim()
    assert low < 0
    assert high > 4


def test_it_is_no_official_score(ax: Axes, profile: pd.DataFrame) -> None:
    """The picture says that levels are no score, and an example that it is invented."""
    plot_maturity(profile, ax=ax)
    written = [text.get_text() for text in ax.texts]
    assert "bukan nilai SPBE atau PANRB" in written
    assert not [text for text in written if "REKAAN" in text]

    plot_maturity(profile, ax=ax, is_example=True)
    assert "CONTOH REKAAN, bukan penilaian sebenarnya" in [t.get_text() for t in ax.texts]


def test_the_legend_names_what_is_drawn(ax: Axes, profile: pd.DataFrame) -> None:
    """Peers that nobody gave are not in the legend."""
    plot_maturity(profile, ax=ax)

    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "Instansi ini",
        "Putaran sebelumnya",
        "Unit hasil penggabungan",
        "Instansi percontohan (kisah 2022, asumsi)",
    ]


def test_a_new_figure_is_opened(profile: pd.DataFrame) -> None:
    """Without Axes it opens a figure of its own."""
    import matplotlib.pyplot as plt  # noqa: PLC0415

    ax = plot_maturity(profile)
    assert np.isfinite(ax.figure.get_figwidth())
    plt.close(ax.figure)


def test_a_profile_without_its_columns_is_refused(ax: Axes, profile: pd.DataFrame) -> None:
    """A table of other columns is refused by name."""
    with pytest.raises(ColumnNotFoundError) as err:
        plot_maturity(profile[["practice", "level"]], ax=ax)

    assert str(err.value) == (
        "profile: column(s) inherited_level, role_model, peers, previous not found; "
        "it has practice, level. Rename yours or name another."
    )
