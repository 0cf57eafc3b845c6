"""Claims about an assessment in words."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lapor_lab.practices import PRACTICES
from lapor_lab.practices.maturity import INSTITUTION
from lapor_lab.practices.planning import find_missing_items, gap_table
from lapor_lab.report.documents.assessment_facts import find_missing, level_table, read_assessment

Make = Callable[..., Any]


def test_practices_stand_in_their_order_with_their_gap(make_assessment: Make) -> None:
    """Levels are the assessment's and gaps those that the plan goes by."""
    assessment = make_assessment()
    table = level_table(assessment)
    assert table["practice"].tolist() == [practice.id for practice in PRACTICES]
    assert table["name"].tolist() == [practice.name for practice in PRACTICES]
    np.testing.assert_array_equal(table["gap"], gap_table(assessment)["gap"])
    np.testing.assert_array_equal(
        table["inherited_level"], assessment.profile["inherited_level"].astype(float)
    )


def test_missing_evidence_names_who_lacks_it(make_assessment: Make) -> None:
    """Each item that the plan is to supply is there, with the units that lack it."""
    assessment = make_assessment()
    found = find_missing(assessment)
    planned = find_missing_items(assessment)
    assert [item.n_lacking for item in found] == planned["n_lacking"].tolist()
    for item, row in zip(found, planned.to_dict("records"), strict=True):
        if row["scope"] != "unit":
            assert item.units == INSTITUTION
        else:
            assert item.units.startswith(f"{row['n_lacking']} dari {row['n_asked']} unit")
    texts = [item.units for item in found]
    assert "7 dari 9 unit; 5 di antaranya hasil penggabungan" in texts
    assert "5 dari 9 unit; 4 di antaranya hasil penggabungan; 2 belum menjawab" in texts


def test_few_units_are_named(make_assessment: Make) -> None:
    """Up to three units are named, so that they can be written to."""
    assessment = make_assessment()
    asked = assessment.items[assessment.items["item"] == "ada-penghubung"]
    (unit,) = asked.loc[~asked["is_met"].fillna(value=False), "unit"]
    (text,) = [i.units for i in find_missing(assessment) if i.units.startswith("1 dari 9 unit")]
    assert text == f"1 dari 9 unit: {unit}; 1 di antaranya hasil penggabungan"


def test_words_say_what_the_tables_say(make_assessment: Make) -> None:
    """Gaps are named widest first, the widest with its size."""
    facts = read_assessment(make_assessment())
    assert facts.institution == "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi"
    assert facts.assessed_on == "15 Agustus 2022"
    assert facts.gap_names == (
        "legalitas, konektivitas, tugas dan fungsi, target kinerja, dan sosialisasi"
    )
    assert facts.profile_sentence == (
        "Tingkat kematangannya: tugas dan fungsi 2, konektivitas 2, target kinerja 2, "
        "sosialisasi 2, dan legalitas 2. Selisih terlebar pada legalitas (3 tingkat, pada instansi "
        "atau unit hasil penggabungannya)."
    )
    assert facts.has_inherited
    assert INSTITUTION not in facts.units
    assert (len(facts.units), facts.n_units) == (9, "109")


def test_an_empty_form_says_that_nothing_is_known(make_assessment: Make) -> None:
    """Without answers no practice is called behind."""
    assessment = make_assessment()
    unknown = {
        "profile": assessment.profile.assign(level=np.nan, inherited_level=np.nan),
        "items": assessment.items.iloc[:0],
        "levels": assessment.levels.iloc[:0],
    }
    facts = read_assessment(make_assessment(**unknown, assessed_on=None, n_units=None))
    assert (facts.gap_names, facts.missing, facts.missing_names) == ("", (), "")
    assert (facts.assessed_on, facts.n_units, facts.has_inherited) == ("", "", False)
    assert facts.profile_sentence == (
        "Tingkat kematangan belum dapat ditentukan, karena data dukung belum diisi."
    )


def test_nothing_behind_is_no_gap(make_assessment: Make) -> None:
    """Where the role model is reached, no gap is spoken of."""
    profile = make_assessment().profile.assign(level=4.0, inherited_level=4.0)
    facts = read_assessment(make_assessment(profile=profile))
    assert facts.gap_names == ""
    assert "Selisih" not in facts.profile_sentence
