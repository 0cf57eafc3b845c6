"""The catalogue of the practices as data."""

from collections import Counter

import pytest

from lapor_lab.metrics import MEASURES
from lapor_lab.practices import PRACTICES
from lapor_lab.practices.maturity import PracticeGuide, load_guides

GUIDES = load_guides()


def test_guides_are_those_of_the_practices() -> None:
    """Each practice has its guide, in the same order and under the same names."""
    assert [(g.id, g.name, g.title) for g in GUIDES] == [(p.id, p.name, p.title) for p in PRACTICES]


def test_identifiers_name_one_item() -> None:
    """No item's id stands twice in the catalogue."""
    counted = Counter(item.id for guide in GUIDES for item in guide.items)
    assert max(counted.values()) == 1


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_guide_is_complete(guide: PracticeGuide) -> None:
    """Eight items, an institution's at each level, five descriptors, known measures, sources."""
    assert len(guide.items) == 8
    assert {item.level for item in guide.items_of("instansi")} == {1, 2, 3, 4}
    assert {1, 2} <= {item.level for item in guide.items_of("unit")}
    assert len(guide.levels) == 5
    assert set(guide.measures) <= {measure.id for measure in MEASURES}
    assert all("kemenkumham.go.id, 15 Agustus 2022" in guide.sources[0] for guide in GUIDES)
    assert set(guide.crosswalk) == {"kemendagri", "spso", "iso_10002", "pekppp"}
    assert all(guide.crosswalk.values())
    assert "bacaan penyusun (asumsi)" in guide.crosswalk_notes["note"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_what_is_not_sourced_says_so(guide: PracticeGuide) -> None:
    """Every item has a source or the word asumsi, and no rule stands without the caution."""
    for item in guide.items:
        assert item.source == "asumsi" or any(mark in item.source for mark in (".go.id", ".com"))
        is_free_threshold = item.kind == "share" or (item.kind == "date" and item.threshold < -30)
        if is_free_threshold and "triwulan" not in item.source:
            assert "asumsi" in item.source, item.id
    for source in guide.sources:
        if source.startswith(("Kepmen", "SE ")):
            assert "periksa keberlakuan di JDIH" in source


def test_role_model_level_says_whose_reading_it_is() -> None:
    """The role model's level is called an assumption, and what the article leaves out is named."""
    for guide in GUIDES:
        assert guide.role_model.level in range(5)
        assert guide.role_model.basis.endswith("Angka tingkat: asumsi (bacaan penyusun).")
        assert guide.role_model.unstated in guide.role_model.basis
