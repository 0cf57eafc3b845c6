"""Addresses."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    "address",
    [
        "Jl. Melati No. 12",
        "Jalan Melati Putih nomor 10A RT.003/RW.004 Kel. Sukamaju",
        "jln mawar no 5",
        "Jl Mawar II No. 7, RT 04/RW 09",
        "Gg. Kelinci 3 no 5",
        "Perumahan Griya Asri Blok C2/15",
        "Kp. Baru RT 01 RW 02 Desa Sukasari",
        "Dusun Cendana RT 09/02",
        "Jl. Mawar RT 7",
        "RT 9 RW 2",
        "RT/RW 05/02",
        "Perum Mawar Asri D-13",
    ],
)
def test_addresses_are_masked_whole(address: str) -> None:
    """From the street or the estate to the last number and the village."""
    assert mask_text(f"rumah di {address}, rusak") == "rumah di [ALAMAT], rusak"


@pytest.mark.parametrize(
    "text",
    [
        "Jalan Diponegoro berlubang sepanjang 200 meter",
        "Jl. Raya Contoh KM 28 macet 3 jam",
        "jalan provinsi 5 km gelap",
        "Ketua RW 02 sudah bersurat, pak RT 3 belum",
        "Perda jalan nomor 12 tahun 2011",
        "atap blok B di rutan bocor",
        "kota Contoh nomor 1 di Indonesia",
        "Jl Sultan Agungjaya rusak sejak 2022",
        "Blok C 58 dan tipe A 21 dibangun di atas rawa",
        "Perumahan subsidi seharga Rp12.200.000 retak",
    ],
)
def test_public_places_stay(text: str) -> None:
    """A street alone, a kilometre, the office of an RT and a regulation can be read."""
    assert mask_text(text) == text
