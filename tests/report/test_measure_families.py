"""Measures on a page."""

from lapor_lab.report.measure_families import FAMILIES, MAIN_MEASURES
from lapor_lab.schema import label


def test_every_measure_has_one_place_and_a_name() -> None:
    """No measure stands in two families; each, and each family, has an Indonesian name."""
    measures = [measure for family in FAMILIES for measure in family.measures]

    assert len(measures) == len(set(measures)) == 20
    assert set(MAIN_MEASURES) <= set(measures)
    assert all(label(f"measure.{measure}") for measure in measures)
    assert all(label(f"family.{family.id}") for family in FAMILIES)
