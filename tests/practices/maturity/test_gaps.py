"""What is not answered yet."""

from dataclasses import replace

from lapor_lab.practices.maturity import INSTITUTION, MaturityForm, load_guides
from lapor_lab.practices.maturity.gaps import entities, expected_items, find_gaps


def test_whole_and_units_are_asked_their_own() -> None:
    """The whole answers items of the institution, a unit those of a unit."""
    for guide in load_guides():
        assert {item.scope for item in expected_items(guide, INSTITUTION)} == {"instansi"}
        assert {item.scope for item in expected_items(guide, "PTN Contoh 25")} == {"unit"}


def test_the_whole_comes_first(example: MaturityForm) -> None:
    """The institution itself is assessed before its units."""
    assert entities(example) == (INSTITUTION, *example.units)


def test_one_line_stands_for_a_practice_that_nobody_answered(example: MaturityForm) -> None:
    """Four empty cells of one practice are one gap, and a row that is gone is named."""
    answers = [
        replace(a, answers=(None, None)) if a.practice == "sosialisasi" else a
        for a in example.answers
        if a.item != "sop"
    ]
    gaps = find_gaps(replace(example, answers=tuple(answers)), frozenset())
    said = [gap.problem for gap in gaps if f'"{INSTITUTION}"' in gap.problem]
    assert said == [
        (
            f'{example.file}, bagian "tugas-fungsi": butir "sop" untuk "Seluruh instansi" tidak '
            "ada. Salin dari formulir kosong."
        ),
        (
            f'{example.file}, bagian "sosialisasi", kunci '
            '"Seluruh instansi".saluran-diumumkan.penilai_1: Sosialisasi di "Seluruh instansi" '
            "belum dijawab. Jawab bila sudah diketahui; sampai itu dihitung belum terpenuhi."
        ),
    ]


def test_a_cell_that_was_refused_is_no_gap(example: MaturityForm) -> None:
    """What is said of a cell already is not said again."""
    (gap, *_) = find_gaps(example, frozenset())
    answer = next(a for a in example.answers if a.places[0].cell == gap.cell)
    assert gap not in find_gaps(example, frozenset(answer.places))
