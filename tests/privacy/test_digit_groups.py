"""Numbers by their own form."""

import pytest

from lapor_lab.privacy import find_personal
from lapor_lab.privacy.digit_groups import find_numbers
from lapor_lab.privacy.folded_text import fold

# In parts: no file of the project holds a number that could be somebody's.
NIK = "3201" + "234506780001"


def found(text: str) -> list[tuple[str, str]]:
    """Return kind and text of what is found."""
    return [(str(s.kind), text[s.start : s.end]) for s in find_numbers(fold(text))]


@pytest.mark.parametrize("separator", ["", " ", ".", "-"])
@pytest.mark.parametrize("lengths", [(4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (1,) * 16])
def test_nik_in_groups_is_whole(separator: str, lengths: tuple[int, ...]) -> None:
    """However a NIK is grouped, it is one number and no telephone."""
    digits = iter(NIK)
    written = separator.join("".join(next(digits) for _ in range(n)) for n in lengths)
    assert found(f"nomor {written} ya") == [("NIK", written)]


@pytest.mark.parametrize(
    "number",
    [
        "081234567890",
        "0812-3456-7890",
        "0812 3456 7890",
        "0812.3456.789",
        "+62 812 3456 7890",
        "62812345678",
        "(+62) 85712345678",
        "+62(0)812 3456 7890",
        "0062 812 3456 7890",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "(021) 1234567",
        "021-7654321",
        "0274 512345",
        "822-0000-4949",
        "(0251) 8 123 456",
    ],
)
def test_telephones_in_all_forms(number: str) -> None:
    """Mobile and landline numbers are found whole, without a cue."""
    assert found(f"ke {number} saja") == [("TELEPON", number)]


def test_numbers_beside_each_other_are_parted() -> None:
    """Two telephones, and a telephone behind a NIK, are cut where they end."""
    assert found("0812 3456 7890 0813 4567 8901") == [
        ("TELEPON", "0812 3456 7890"),
        ("TELEPON", "0813 4567 8901"),
    ]
    assert found(f"{NIK} 081234567890") == [("NIK", NIK), ("TELEPON", "081234567890")]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("01.234.567.8-901.000", "NPWP"),
        ("01 234 567 8 901 000", "NPWP"),
        ("19800101 200501 1 001", "NOMOR"),
        ("5123456789", "NOMOR"),
    ],
)
def test_tax_numbers_and_other_long_ones(number: str, kind: str) -> None:
    """NPWP and NIP have forms of their own; ten digits are somebody's number."""
    assert found(f"ini {number}.") == [(kind, number)]


def test_sixteen_digits_after_npwp_are_npwp() -> None:
    """The new NPWP has the form of a NIK; the word before it decides."""
    assert found(f"NPWP {NIK}") == [("NPWP", NIK)]


@pytest.mark.parametrize(
    "text",
    [
        "Perpres 76 Tahun 2013 dan UU 25/2009, SK 821.2/123/2020",
        "tahun 2019 2020 2021 2022",
        "kode rekening 5.1.02.01.01.0013",
        "Rp 12.500.000.000 untuk 12.500.000 orang",
        "RT 05/RW 02 KM 123 kode pos 40123",
        "laporan 9165816 dan 9165817",
        "hubungi 0800-1-234-567 atau 1500 123",
        "pukul 08.00-16.00 tanggal 08.12.2023 09.30",
    ],
)
def test_other_digits_stay(text: str) -> None:
    """Regulations, years, budget codes, amounts, report numbers and office lines are no one's."""
    assert found(text) == []


def test_digits_of_other_scripts_are_found_in_place() -> None:
    """Full-width digits with invisible characters between them are masked as written."""
    text = "hp ０８１２\u200b３４５６７８９０"
    (span,) = find_personal(text)
    assert text[span.start : span.end] == "０８１２\u200b３４５６７８９０"
