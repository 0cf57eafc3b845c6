"""Levels by what is evidenced."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.practices.maturity import (
    INSTITUTION,
    LevelClaim,
    MaturityForm,
    PracticeGuide,
    load_guides,
)
from lapor_lab.practices.maturity.judgement import JudgedItem, judge, supported_level

LEGALITAS = load_guides()[4]
ITEMS = LEGALITAS.items_of("instansi")


def judged(met: list[bool | None], guide: PracticeGuide = LEGALITAS) -> list[JudgedItem]:
    """Return items of the institution, met as told."""
    return [
        JudgedItem(item=item, answer=None, verdicts=(is_met, None), is_met=is_met, remark="")
        for item, is_met in zip(guide.items_of("instansi"), met, strict=True)
    ]


@pytest.mark.parametrize(
    ("met", "level"),
    [
        ([True, True, True, True, True, True], 4),
        ([True, True, True, True, False, True], 2),
        ([True, True, True, True, None, True], 2),
        ([True, True, False, True, True, True], 1),
        ([True, False, True, True, True, True], 0),
        ([None, None, None, None, None, True], 0),
        ([None] * 6, np.nan),
    ],
)
def test_level_stands_on_all_below_it(met: list[bool | None], level: float) -> None:
    """A level is supported by its own items and all below; an unknown one does not bear it."""
    assert supported_level(judged(met)) == pytest.approx(level, nan_ok=True)


@given(st.lists(st.sampled_from([True, False, None]), min_size=6, max_size=6), st.integers(0, 5))
def test_more_evidence_never_lowers_a_level(met: list[bool | None], position: int) -> None:
    """Meeting one more item leaves the level or raises it."""
    before = supported_level(judged(met))
    after = supported_level(judged([*met[:position], True, *met[position + 1 :]]))
    assert np.isnan(before) or after >= before


def test_an_item_that_nothing_shows_is_not_met(example: MaturityForm) -> None:
    """Without what shows it a yes is no evidence, and the line says where to name it."""
    result = judge(example, load_guides()[3], "PTN Contoh 01", assessed_on=example.assessed_on)
    first = result.items[0]
    assert (first.verdicts, first.is_met) == ((True, True), False)
    assert first.remark == "data dukung belum disebut"
    assert result.level == 0
    assert result.problems[0].problem == (
        'penilaian_2022.toml, bagian "sosialisasi", kunci '
        '"PTN Contoh 01".informasi-saluran.data_dukung: data dukung butir "informasi-saluran" '
        'untuk "PTN Contoh 01" belum disebut. Tulis nama atau nomornya, misalnya foto pengumuman '
        "di tempat layanan; sampai itu butir dihitung belum terpenuhi."
    )


def test_where_raters_differ_an_item_is_not_met(example: MaturityForm) -> None:
    """One rater who does not see it is enough."""
    result = judge(example, load_guides()[3], INSTITUTION, assessed_on=example.assessed_on)
    last = result.items[-1]
    assert (last.verdicts, last.is_met) == ((False, True), False)
    assert last.remark == "kedua penilai berbeda"


def test_share_is_held_against_the_units_that_were_asked(example: MaturityForm) -> None:
    """A rater who says 100 % of units and "tidak" of some is contradicted by his own answers."""
    answers = [
        replace(a, answers=(100.0, 78.0)) if a.item == "akun-aktif-persen" else a
        for a in example.answers
    ]
    form = replace(example, answers=tuple(answers))
    result = judge(form, load_guides()[1], INSTITUTION, assessed_on=form.assessed_on)
    share = next(j for j in result.items if j.item.id == "akun-aktif-persen")
    assert share.verdicts == (None, False)
    assert share.remark == "bertentangan dengan jawaban lain"
    assert any("terlalu banyak: 2 dari 109 unit" in p.problem for p in result.problems)


def test_level_claimed_above_the_evidence_is_named(example: MaturityForm) -> None:
    """The line names claim, what is supported and what is lacking."""
    result = judge(example, load_guides()[1], INSTITUTION, assessed_on=example.assessed_on)
    assert (result.level, result.claims) == (2, (2, 3))
    (said,) = result.problems
    assert said.problem == (
        'penilaian_2022.toml, bagian "konektivitas", kunci "Seluruh instansi".tingkat.penilai_2: '
        'tingkat 3 untuk "Seluruh instansi" lebih tinggi daripada tingkat 2 yang didukung bukti. '
        'Lengkapi "akun-aktif-persen", atau turunkan tingkatnya.'
    )


def test_level_claimed_without_an_answer_is_named(example: MaturityForm) -> None:
    """A level of a practice of which nothing was answered has nothing to stand on."""
    claims = [c for c in example.claims if (c.practice, c.unit) == ("legalitas", INSTITUTION)]
    form = replace(example, answers=(), claims=tuple(claims))
    result = judge(form, LEGALITAS, INSTITUTION, assessed_on=example.assessed_on)
    assert np.isnan(result.level)
    assert result.problems[0].problem == (
        'penilaian_2022.toml, bagian "legalitas", kunci "Seluruh instansi".tingkat.penilai_1: '
        'tingkat 2 untuk "Seluruh instansi" dinilai tanpa satu butir pun dijawab. Jawab butir '
        "Legalitas lebih dahulu."
    )
    assert isinstance(claims[0], LevelClaim)
