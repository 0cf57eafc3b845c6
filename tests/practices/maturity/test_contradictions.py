"""Answers of one rater that cannot all be true."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

from lapor_lab.practices.maturity import ItemAnswer, PracticeGuide, load_guides
from lapor_lab.practices.maturity.answer import parse_answer
from lapor_lab.practices.maturity.contradictions import Contradiction, find_contradictions
from lapor_lab.practices.maturity.place import Place

GUIDES = {guide.id: guide for guide in load_guides()}
DAY = date(2022, 8, 15)


def find(
    guide: PracticeGuide,
    texts: Mapping[str, str],
    without: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> list[Contradiction]:
    """Find contradictions in answers of the first rater, in the cells D5, D6 …"""
    rows = {}
    for number, (item_id, text) in enumerate(texts.items(), start=5):
        places = tuple(Place("penilaian.xlsx", guide.name, f"{c}{number}") for c in "DEF")
        rows[item_id] = ItemAnswer(
            practice=guide.id,
            unit="Seluruh instansi",
            item=item_id,
            answers=(parse_answer(guide.item(item_id), text), None),
            evidence="dokumen",
            note="",
            places=places[:2],
            evidence_place=places[2],
        )
    return find_contradictions(guide, rows, assessed_on=DAY, n_units=109, n_units_without=without)


def test_expired_decree_is_named_and_counts_as_none() -> None:
    """A decree said to be in force whose last day lies behind counts as not in force."""
    found = find(GUIDES["legalitas"], {"sk-tim": "ya", "sk-tim-berakhir": "31 Desember 2021"})
    assert {(c.item, c.rater, c.verdict) for c in found} == {
        ("sk-tim", 0, False),
        ("sk-tim-berakhir", 0, False),
    }
    (said,) = {c.problem.problem for c in found}
    assert said == (
        'penilaian.xlsx, lembar "Legalitas", sel D6: SK dijawab "ya" di D5, tetapi berakhir '
        "31 Desember 2021, sebelum tanggal penilaian 15 Agustus 2022. SK dihitung tidak berlaku; "
        "perbarui SK, atau perbaiki tanggalnya."
    )


def test_decree_that_is_not_there_cannot_last() -> None:
    """A last day to come of a decree that is denied is a contradiction."""
    (found,) = find(GUIDES["legalitas"], {"sk-tim": "tidak", "sk-tim-berakhir": "tidak dibatasi"})
    assert (found.item, found.verdict) == ("sk-tim-berakhir", None)
    assert found.problem.problem == (
        'penilaian.xlsx, lembar "Legalitas", sel D6: berlaku sampai tidak dibatasi, tetapi SK '
        'dijawab "tidak" di D5. Perbaiki salah satunya.'
    )


def test_no_more_units_are_active_than_there_are() -> None:
    """A count of units above their number is named, and no longer counts."""
    (found,) = find(GUIDES["konektivitas"], {"akun-aktif": "110"})
    assert (found.item, found.verdict) == ("akun-aktif", None)
    assert found.problem.problem == (
        'penilaian.xlsx, lembar "Konektivitas", sel D5: 110 melebihi jumlah unit 109. Perbaiki '
        "hitungan ini atau jumlah unit pada identitas."
    )


def test_share_and_count_must_agree() -> None:
    """78 % of 109 units are 85, not 40."""
    assert find(GUIDES["konektivitas"], {"akun-aktif": "85", "akun-aktif-persen": "78"}) == []
    (found,) = find(GUIDES["konektivitas"], {"akun-aktif": "40", "akun-aktif-persen": "78"})
    assert (found.item, found.verdict) == ("akun-aktif-persen", None)
    assert found.problem.problem == (
        'penilaian.xlsx, lembar "Konektivitas", sel D6: 78 % tidak sejalan dengan 40 dari 109 '
        "unit di D5. Samakan keduanya."
    )


def test_a_deed_cannot_lie_ahead() -> None:
    """The last update of a list is not later than the day of assessment."""
    (found,) = find(GUIDES["konektivitas"], {"daftar-penghubung": "16 Agustus 2022"})
    assert found.problem.problem == (
        'penilaian.xlsx, lembar "Konektivitas", sel D5: 16 Agustus 2022 sesudah tanggal penilaian '
        "15 Agustus 2022. Tulis tanggal kegiatan yang sudah terjadi."
    )


def test_units_that_lack_it_are_not_counted() -> None:
    """Where 2 of 109 units have no account, no more than 107 or 98 % can be active."""
    guide, without = GUIDES["konektivitas"], {"akun-unit": (2, 0)}
    assert find(guide, {"akun-aktif": "107", "akun-aktif-persen": "98,2"}, without) == []
    found = find(guide, {"akun-aktif": "109", "akun-aktif-persen": "100"}, without)
    assert [(c.item, c.verdict) for c in found] == [
        ("akun-aktif", None),
        ("akun-aktif-persen", None),
    ]
    assert found[1].problem.problem == (
        'penilaian.xlsx, lembar "Konektivitas", sel D6: 100 % terlalu banyak: 2 dari 109 unit '
        'dijawab "tidak" pada butir "akun-unit". Perbaiki salah satunya.'
    )


@pytest.mark.parametrize("guide", GUIDES.values(), ids=list(GUIDES))
def test_good_answers_do_not_contradict(guide: PracticeGuide) -> None:
    """Answers that meet every item contradict nothing."""
    good = {"yes_no": "ya", "share": "100", "count": "109"}
    texts = {
        item.id: "0" if item.at_most else good.get(item.kind, "2022-08-15") for item in guide.items
    }
    assert find(guide, texts) == []
