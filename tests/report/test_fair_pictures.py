"""Pictures of a comparison."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from lapor_lab.report import ComparisonReport, fair_pictures
from lapor_lab.report.fair_pictures import draw_comparison

Fair = Callable[..., ComparisonReport]
OPTIONS = {"is_synthetic": True, "caption": "skenario uji, rng 0"}


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the words of pictures and leave out the drawing, which takes longest."""
    monkeypatch.setattr(
        fair_pictures, "draw_picture", lambda *_, alt, **__: SimpleNamespace(alt=alt)
    )


def captions(report: ComparisonReport) -> list[str]:
    """Return the captions of the first comparison's pictures."""
    drawn = draw_comparison(report.comparisons[0], is_synthetic=True, caption="")
    assert all(picture.caption == picture.picture.alt for picture in drawn)
    return [picture.caption for picture in drawn]


@pytest.mark.usefixtures("undrawn")
def test_each_peer_group_has_its_funnel_and_its_intervals(make_fair: Fair) -> None:
    """Two kinds with a share: four pictures, and a fifth of the adjustment."""
    said = captions(make_fair(peers="kind", adjust=("topic",)))

    assert len(said) == 5
    assert said[0].startswith("Diagram corong Tuntas dalam batas waktu, kementerian: 5 instansi")
    assert "kota: nilai dan selang kepercayaan 5 dari 5 instansi" in said[3]
    assert said[4].startswith("Tuntas dalam batas waktu: nilai mentah dan nilai sesudah")


def test_a_mean_has_no_funnel(make_fair: Fair) -> None:
    """Days are drawn as intervals only."""
    said = captions(make_fair(("completion_mean_days",)))
    assert len(said) == 1
    assert "selang kepercayaan" in said[0]


@pytest.mark.parametrize("measure", ["completed_within_limit", "mean_rating"])
def test_nothing_is_drawn_where_nobody_is_judged(make_fair: Fair, measure: str) -> None:
    """Without a verdict there is no picture to misread."""
    report = make_fair((measure,), cases={"A": (12, 2), "B": (12, 3), "C": (12, 4)})
    assert captions(report) == []


@pytest.mark.usefixtures("undrawn")
def test_at_most_forty_rows_are_told_as_drawn(make_fair: Fair) -> None:
    """Of sixty institutions the intervals of forty are drawn, and the caption says so."""
    cases = {f"I{number:02d}": (60, 6 + number % 7) for number in range(60)}
    assert "40 dari 60 instansi" in captions(make_fair(cases=cases))[1]


def test_withheld_institutions_are_not_drawn(
    make_fair: Fair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A point at its denominator would tell the count that is withheld."""
    seen = []
    monkeypatch.setattr(fair_pictures, "plot_funnel", lambda rows, *_, **__: seen.append(rows))
    (found,) = make_fair(kind="nyata").comparisons

    for drawn in draw_comparison(found, **OPTIONS):
        assert drawn.picture.source

    (rows,) = seen
    small = rows[rows["institution"].isin(["Kota Kenanga", "Kementerian Jeruju"])]
    assert small["is_suppressed"].all()
    assert small["denominator"].isna().all()
