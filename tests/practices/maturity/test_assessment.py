"""The assessment of a form."""

from dataclasses import fields, replace
from datetime import date

import pandas as pd
import pytest

from lapor_lab.practices.maturity import (
    INSTITUTION,
    Assessment,
    MaturityForm,
    assess,
    example_form_path,
    load_guides,
    read_form,
)

PRACTICES = [guide.id for guide in load_guides()]


@pytest.fixture(scope="module")
def assessment(example: MaturityForm) -> Assessment:
    """The example beside two peers and its last round."""
    names = ("penilaian_kementerian_a.toml", "penilaian_kementerian_b.toml")
    return assess(
        example,
        previous=read_form(example_form_path("penilaian_2021.toml")),
        peers=[read_form(example_form_path(name)) for name in names],
    )


def test_frames_have_the_columns_that_they_promise(assessment: Assessment) -> None:
    """Each frame's columns stand in the docstring, and its shape is right."""
    for field in fields(Assessment):
        frame = getattr(assessment, field.name)
        if isinstance(frame, pd.DataFrame):
            assert all(f"`{column}`" in str(Assessment.__doc__) for column in frame.columns)
    assert assessment.profile["practice"].tolist() == PRACTICES
    assert assessment.agreement["practice"].tolist() == [*PRACTICES, "semua"]
    assert len(assessment.levels) == 10 * 5
    assert len(assessment.items) == 22 + 9 * 18


def test_profile_stands_beside_others(assessment: Assessment) -> None:
    """Own, inherited, role model, peers and last round, each from its own source."""
    profile = assessment.profile.set_index("practice")
    assert profile["level"].tolist() == [2, 2, 2, 2, 2]
    assert profile["role_model"].tolist() == [2, 3, 2, 2, 3]
    assert profile["inherited_level"].tolist() == [1, 1, 1, 1, 0]
    assert profile["own_level"].tolist() == [3, 3, 3, 2, 2]
    assert profile["peers"].tolist() == [2, 2, 2, 2, 1.5]
    assert profile["previous"].tolist() == [2, 1, 2, 1, 1]
    assert profile["role_model_basis"].str.contains("asumsi").all()


def test_inherited_units_are_a_group_of_their_own(assessment: Assessment) -> None:
    """The groups count their units; the institution is none."""
    counts = assessment.groups.groupby("group")["n_units"].first()
    assert counts.to_dict() == {"unit lama": 4, "unit hasil penggabungan": 5}


def test_what_is_missing_stays_missing(example: MaturityForm) -> None:
    """Without peers, last round or inherited units their columns are NaN, not 0."""
    alone = replace(
        example, units={}, answers=tuple(a for a in example.answers if a.unit == INSTITUTION)
    )
    profile = assess(alone).profile
    assert profile[["inherited_level", "own_level", "peers", "previous"]].isna().all(axis=None)
    assert profile["n_peers"].eq(0).all()
    assert profile["level"].notna().all()


def test_later_day_lets_what_was_in_force_expire(example: MaturityForm) -> None:
    """Judged a year later the same form has an expired decree, and falls to level 0."""
    later = assess(example, as_of=date(2023, 8, 15))
    level = later.levels.set_index(["unit", "practice"])["level"]
    assert level[(INSTITUTION, "legalitas")] == 0
    assert later.problems["problem"].str.contains("berakhir 31 Desember 2022, sebelum").any()


def test_without_a_day_nothing_dated_is_judged(example: MaturityForm) -> None:
    """Days are not judged where nobody says when; what is not dated still is."""
    undated = assess(replace(example, assessed_on=None))
    items = undated.items[undated.items["unit"] == INSTITUTION].set_index("item")
    assert items.loc["sk-tim-berakhir", "is_met"] is pd.NA
    assert items.loc["sk-tim", "is_met"]


def test_last_round_must_lie_before(example: MaturityForm) -> None:
    """A last round of the same day is named."""
    problems = assess(example, previous=example).problems["problem"].tolist()
    assert (
        "penilaian_2022.toml: putaran sebelumnya tidak lebih awal daripada penilaian ini. "
        "Periksa tanggalnya."
    ) in problems


def test_last_round_must_be_its_own(example: MaturityForm) -> None:
    """The form of another institution is no last round: it is named, and its levels left out."""
    other = read_form(example_form_path("penilaian_kementerian_a.toml"))
    found = assess(example, previous=other)
    assert (
        'penilaian_2022.toml: putaran sebelumnya dari "Kementerian A", bukan "Kemendikbudristek"; '
        "tidak dipakai. Periksa berkasnya, atau samakan namanya."
    ) in found.problems["problem"].tolist()
    assert found.profile[["previous", "previous_on"]].isna().all(axis=None)


def test_last_round_may_bear_another_name_of_the_same(example: MaturityForm) -> None:
    """The official name and the short one are one institution."""
    earlier = read_form(example_form_path("penilaian_2021.toml"))
    official = "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi"
    found = assess(example, previous=replace(earlier, institution=official))
    assert found.profile["previous"].notna().all()
    assert not found.problems["problem"].str.contains("putaran sebelumnya").any()


def test_an_institution_is_no_peer_of_itself(example: MaturityForm) -> None:
    """Its own form in the folder of peers is named and not counted."""
    other = read_form(example_form_path("penilaian_kementerian_a.toml"))
    found = assess(example, peers=[other, example])
    assert found.profile["n_peers"].eq(1).all()
    assert found.problems["problem"].tolist()[-1] == (
        "penilaian_2022.toml: formulir instansi ini sendiri; tidak dipakai sebagai pembanding. "
        "Keluarkan."
    )


def test_one_rater_is_enough_for_levels(example: MaturityForm) -> None:
    """With one rater there are levels and no agreement."""
    answers = tuple(replace(a, answers=(a.answers[0], None)) for a in example.answers)
    claims = tuple(replace(c, levels=(c.levels[0], None)) for c in example.claims)
    single = assess(replace(example, answers=answers, claims=claims, raters=("Ketua", "")))
    assert single.agreement["n"].eq(0).all()
    assert single.agreement["kappa"].isna().all()
    assert single.levels["level"].notna().all()


def test_forms_are_not_changed(example: MaturityForm) -> None:
    """Assessing twice gives the same, and leaves the form as it was."""
    before = example.problems.copy()
    first, second = assess(example), assess(example)
    pd.testing.assert_frame_equal(first.items, second.items)
    pd.testing.assert_frame_equal(example.problems, before)
