"""Several measures side by side."""

from collections.abc import Callable

from lapor_lab.report import ComparisonReport
from lapor_lab.report.fair_profile import find_composite, find_profile, view_profile

Fair = Callable[..., ComparisonReport]
TWO = ("completed_within_limit", "completion_mean_days")


def test_one_measure_has_no_profile(make_fair: Fair) -> None:
    """With one measure there is nothing to lay side by side."""
    fair = make_fair().comparisons
    assert find_profile(fair) is None
    assert view_profile(fair, {}, is_synthetic=True, caption="") is None


def test_no_composite_without_weights(make_fair: Fair) -> None:
    """Several measures alone never make a score."""
    fair = make_fair(TWO).comparisons
    view = view_profile(fair, {}, is_synthetic=True, caption="")

    assert find_composite(find_profile(fair), {}) is None
    assert view is not None
    assert view.composite == []
    assert view.picture.caption.startswith("Profil 12 dari 12 instansi pada 2 ukuran.")


def test_a_composite_tells_the_ranks_that_weights_allow(make_fair: Fair) -> None:
    """Every score stands with a range of ranks; who lacks a measure has neither."""
    weights = dict.fromkeys(TWO, 1.0)
    view = view_profile(make_fair(TWO).comparisons, weights, is_synthetic=True, caption="")

    assert view is not None
    rows = {row["institution"]: row for row in view.composite}
    assert rows["Kementerian Jeruju"] == {
        "institution": "Kementerian Jeruju",
        "score": "tidak tersedia",
        "ranks": "–",
    }
    assert "–" in rows["Kota Edelweis"]["ranks"]
    assert list(rows) == sorted(rows, key=str.casefold)
    assert view.weights[0] == ("Tuntas dalam batas waktu", "1,00")
