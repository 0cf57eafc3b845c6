"""Whom a form is about, when, by whom, and its units."""

from collections.abc import Mapping, Sequence
from datetime import date

from lapor_lab.practices.maturity import INHERITED_GROUP, OWN_GROUP
from lapor_lab.practices.maturity.identity import Identity, read_identity, unit_key
from lapor_lab.practices.maturity.place import Cell, Place
from lapor_lab.practices.maturity.raw_form import RawForm

HOME = Place("penilaian.xlsx", "Identitas")


def identity(texts: Mapping[str, str], units: Sequence[tuple[str, str]] = ()) -> Identity:
    """Read an identity of which only some cells are filled in."""
    return read_identity(
        RawForm(
            file="penilaian.xlsx",
            identity={
                key: Cell(text, HOME._replace(cell=f"B{row}"))
                for row, (key, text) in enumerate(texts.items(), start=2)
            },
            units=tuple(
                (Cell(name, HOME._replace(cell=f"A{row}")), Cell(group, HOME))
                for row, (name, group) in enumerate(units, start=10)
            ),
            rows=(),
            identity_place=HOME,
            problems=(),
        )
    )


def test_what_is_needed_and_empty_is_named() -> None:
    """A form without identity is read, and four lines say what is lacking."""
    found = identity({})
    assert (found.institution, found.assessed_on, found.n_units) == ("", None, None)
    assert [problem.problem for problem in found.problems] == [
        'penilaian.xlsx, lembar "Identitas": Instansi belum diisi. Tulis nama resmi instansi.',
        (
            'penilaian.xlsx, lembar "Identitas": Tanggal penilaian belum diisi. Tulis tanggal '
            "seperti 2022-08-15; tanpa itu masa berlaku tidak dapat dinilai."
        ),
        'penilaian.xlsx, lembar "Identitas": Penilai 1 belum diisi. Tulis jabatan penilai pertama.',
        (
            'penilaian.xlsx, lembar "Identitas": Jumlah unit belum diisi. Tulis jumlah seluruh '
            "unit, juga yang tidak didaftar."
        ),
    ]


def test_full_identity_is_read_without_a_word() -> None:
    """Names, day, raters, number of units, and groups."""
    found = identity(
        {
            "instansi": "Kementerian A",
            "tanggal": "15 Agustus 2022",
            "penilai_1": "Ketua tim",
            "jumlah_unit": "1.341",
            "contoh": "ya",
        },
        [
            ("PTN Contoh 25", "Hasil penggabungan"),
            ("PTN Contoh 01", ""),
            ("PTN Contoh 02", "Kanwil"),
        ],
    )
    assert found.problems == []
    assert found.assessed_on == date(2022, 8, 15)
    assert found.n_units == 1341
    assert found.is_example
    groups = [unit.group for unit in found.units.values()]
    assert groups == [INHERITED_GROUP, OWN_GROUP, "kanwil"]


def test_group_without_a_unit_is_named() -> None:
    """A line of the list that names no unit says so."""
    (*_, problem) = identity({}, [("", "unit lama")]).problems
    assert problem.problem == (
        'penilaian.xlsx, lembar "Identitas", sel A10: nama unit belum diisi. Isi, atau hapus '
        "barisnya."
    )


def test_whole_is_no_unit() -> None:
    """The name that stands for the whole institution cannot be listed as a unit."""
    found = identity({}, [("seluruh  INSTANSI", "")])
    assert found.units == {}
    assert unit_key("seluruh  INSTANSI") == "seluruh instansi"


def test_a_rater_is_a_post_and_no_person() -> None:
    """A name and a number of a person are masked, and said without being repeated."""
    found = identity({"penilai_1": "Bapak Budi Contoh, NIP 198001012005011001"})
    said = [line.problem for line in found.problems if "orang" in line.problem]

    assert "Budi" not in found.raters[0]
    assert "1980" not in found.raters[0]
    assert said == [
        (
            'penilaian.xlsx, lembar "Identitas", sel B2: memuat nama atau nomor orang, yang '
            "disamarkan. Tulis jabatannya saja."
        )
    ]
    assert identity({"penilai_1": "Ketua tim pengelola"}).raters == ("Ketua tim pengelola", "")
