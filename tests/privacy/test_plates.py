"""Number plates."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    "plate",
    ["B 1234 XYZ", "AB1234CD", "DK 123 A", "b 1234 xyz", "H-1234-AB", "BE 8765 ZZ", "pb 1234 aa"],
)
def test_plates_without_a_cue(plate: str) -> None:
    """Area code, three or four digits and a suffix make a plate in any case."""
    assert (
        mask_text(f"pengemudi {plate} kabur dari sini") == "pengemudi [PELAT NOMOR] kabur dari sini"
    )


def test_short_plates_after_a_cue() -> None:
    """One or two digits need a word for a vehicle before them."""
    assert mask_text("mobil B 1 XY dan motor nopol ad-56-qw") == (
        "mobil [PELAT NOMOR] dan motor nopol [PELAT NOMOR]"
    )


@pytest.mark.parametrize(
    "text",
    [
        "DP 10 JT, PP 53 Tahun 2010, P3K, S1 IT, D4",
        "mobil L 300 dan ruang B 201 lantai 3",
        "sejak tahun m 2023 di sini",
        "Lampu 120 V mati, kabel 100 M putus",
        "ANGGARAN D 2023 DI DESA",
        "QX 1234 AB bukan kode wilayah",
        "surat W.12.PAS.PAS.5-123",
    ],
)
def test_other_letters_with_digits_stay(text: str) -> None:
    """Degrees, programmes, rooms, types and unknown area codes are no plates."""
    assert mask_text(text) == text
