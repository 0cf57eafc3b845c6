"""Lines that must stand inside a picture."""

from lapor_lab.plots.notices import notice_lines


def test_order_of_notices() -> None:
    """Synthetic comes first, then simulation, then scenario and seed."""
    assert notice_lines(is_synthetic=True, is_simulation=True, caption="skenario x, rng 7") == [
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "simulasi, bukan janji kinerja",
        "skenario x, rng 7",
    ]


def test_nothing_to_say() -> None:
    """Real data without a caption need no line."""
    assert notice_lines(is_synthetic=False, is_simulation=False, caption="") == []
