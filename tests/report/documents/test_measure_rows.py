"""Claims about measures as documents explain them."""

from lapor_lab.metrics.catalogue import COMPARED_MEASURES, MEASURES
from lapor_lab.report.documents.measure_rows import MONITORED, measure_rows


def test_every_measure_of_the_kit_has_a_formula() -> None:
    """Whatever a plan measures, the documents can explain."""
    known = list(dict.fromkeys(m.id for m in (*MEASURES, *COMPARED_MEASURES)))
    rows = measure_rows(known)
    assert [row.id for row in rows] == known
    assert all(row.formula and row.definition and row.name for row in rows)


def test_both_definitions_of_followed_up_are_watched() -> None:
    """The official share and the completed share stand beside each other, by their formulas."""
    formulas = {row.id: row.formula for row in measure_rows(MONITORED)}
    assert formulas["followed_up_share"] == "(selesai + dalam proses) ÷ semua laporan masuk"
    assert formulas["closed_share"] == "selesai ÷ semua laporan masuk"


def test_directions_are_those_of_the_measures() -> None:
    """What should fall is said to be better when low."""
    directions = {row.id: row.direction for row in measure_rows(["backlog_share", "mean_rating"])}
    assert directions == {
        "backlog_share": "makin rendah makin baik",
        "mean_rating": "makin tinggi makin baik",
    }
