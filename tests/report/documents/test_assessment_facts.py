"""Claims about an assessment in words."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from lapor_lab.report.documents.assessment_facts import (
    MissingItem,
    find_missing,
    level_table,
    read_assessment,
)

Make = Callable[..., Any]


def test_practices_stand_in_their_order_with_their_gap(make_assessment: Make) -> None:
    """The gap is the role model's level minus the own one; one not known stays so."""
    table = level_table(make_assessment().profile)
    assert table["practice"].tolist() == [
        "tugas-fungsi",
        "konektivitas",
        "target-kinerja",
        "sosialisasi",
        "legalitas",
    ]
    assert table["gap"].fillna(-9).tolist() == [0.0, 2.5, -9.0, 1.0, 2.0]


def test_missing_evidence_names_who_lacks_it(make_assessment: Make) -> None:
    """Unmet and unanswered are told apart; many units become a number."""
    assert find_missing(make_assessment().items) == (
        MissingItem(
            practice="Konektivitas",
            question="Apakah akun pejabat penghubung aktif?",
            units="LLDIKTI Wilayah I; belum dijawab: Universitas Contoh",
            n_unmet=1,
            n_unanswered=1,
        ),
        MissingItem(
            practice="Konektivitas",
            question="Apakah daftar pejabat dimutakhirkan?",
            units="4 unit",
            n_unmet=4,
            n_unanswered=0,
        ),
        MissingItem(
            practice="Legalitas",
            question="Apakah SK tim masih berlaku | terbit?",
            units="Direktorat Jenderal A",
            n_unmet=1,
            n_unanswered=0,
        ),
    )


def test_words_say_what_the_tables_say(make_assessment: Make) -> None:
    """Gaps are named widest first, the widest with its size."""
    facts = read_assessment(make_assessment())
    assert facts.gap_names == "konektivitas, legalitas, dan sosialisasi"
    assert facts.profile_sentence == (
        "Tingkat kematangannya: tugas dan fungsi 3, konektivitas 1,5, sosialisasi 2, "
        "dan legalitas 2. Selisih terlebar pada konektivitas (2,5 tingkat)."
    )
    assert facts.missing_names == "konektivitas"
    assert facts.missing_legal == 3
    assert facts.has_inherited


def test_an_empty_form_says_that_nothing_is_known(make_assessment: Make) -> None:
    """Without levels no practice is called behind."""
    profile = make_assessment().profile
    unknown = profile.assign(level=float("nan"), inherited_level=float("nan"))
    nothing = pd.DataFrame(columns=["unit", "practice", "item", "question", "is_met"])
    facts = read_assessment(make_assessment(profile=unknown, items=nothing))
    assert facts.gap_names == ""
    assert facts.missing == ()
    assert facts.missing_names == ""
    assert not facts.has_inherited
    assert facts.profile_sentence == (
        "Tingkat kematangan belum dapat ditentukan, karena data dukung belum diisi."
    )


def test_nothing_behind_is_no_gap(make_assessment: Make) -> None:
    """Where the role model is reached, no gap is spoken of."""
    profile = make_assessment().profile.assign(level=4.0)
    facts = read_assessment(make_assessment(profile=profile))
    assert facts.gap_names == ""
    assert "Selisih" not in facts.profile_sentence
