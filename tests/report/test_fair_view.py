"""One comparison's part of a page."""

from collections.abc import Callable

import pytest

from lapor_lab.report import ComparisonReport, fair_view
from lapor_lab.report.fair_view import view_comparison

Fair = Callable[..., ComparisonReport]


@pytest.fixture(autouse=True)
def _no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair_view, "draw_comparison", lambda *_, **__: ())


def test_six_checks_stand_with_their_reasons(make_fair: Fair) -> None:
    """Each step has a name, a status in words with a mark, and a reason."""
    view = view_comparison(make_fair().comparisons[0], is_synthetic=True, caption="")

    assert [check["name"] for check in view.checks] == [
        "Ukuran dan tujuannya jelas",
        "Komposisi laporan diperhitungkan",
        "Jumlah laporan cukup",
        "Variasi antarinstansi diperhitungkan",
        "Nilai tidak bergantung pada jumlah laporan",
        "Data lengkap",
    ]
    assert {check["status"] for check in view.checks} <= {"lulus", "perhatian", "ditolak"}
    assert all(check["mark"] and check["reason"] for check in view.checks)


def test_columns_follow_what_was_compared(make_fair: Fair) -> None:
    """Adjusted values, peer groups and missing columns are there only where they were asked."""
    plain = view_comparison(make_fair().comparisons[0], is_synthetic=True, caption="")
    asked = make_fair(("completion_mean_days",), adjust=("topic",), peers="kind")
    adjusted = view_comparison(asked.comparisons[0], is_synthetic=True, caption="")

    assert (plain.is_share, plain.is_adjusted, plain.has_peers) == (True, False, False)
    assert (adjusted.is_share, adjusted.is_adjusted, adjusted.has_peers) == (False, True, True)
    assert plain.missing_columns == []
    assert adjusted.missing_columns == ["topik"]
