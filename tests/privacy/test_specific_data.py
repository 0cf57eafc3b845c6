"""Specific personal data of Article 4."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("saya mengidap HIV sejak 2019, mohon obat", "[DATA SPESIFIK], mohon obat"),
        ("istri saya hamil 7 bulan ditolak bidan", "[DATA SPESIFIK] ditolak bidan"),
        ("sy penderita tbc paru tidak dilayani", "[DATA SPESIFIK] tidak dilayani"),
        ("operasi katarak orang tua saya ditunda", "[DATA SPESIFIK] ditunda"),
        ("saya difabel tuna daksa butuh ramp", "[DATA SPESIFIK] butuh ramp"),
        ("saya mantan narapidana kasus pencurian, sulit kerja", "[DATA SPESIFIK], sulit kerja"),
        ("ayah saya pernah dipenjara. Kini pulang", "[DATA SPESIFIK]. Kini pulang"),
        ("anak saya berumur 7 tahun belum punya KIA", "[DATA SPESIFIK] belum punya KIA"),
        ("anak saya Rafi (7 tahun) belum punya KIA", "[DATA SPESIFIK] belum punya KIA"),
        ("gaji saya Rp 1.500.000 per bulan, dipotong", "[DATA SPESIFIK], dipotong"),
        ("saya punya utang 20 juta. Tolong", "[DATA SPESIFIK]. Tolong"),
    ],
)
def test_what_is_told_of_a_person_is_withheld(text: str, masked: str) -> None:
    """Illness, disability, pregnancy, record, child and money of a person go as a clause."""
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Pasien HIV di puskesmas sulit mendapat obat",
        "kartu BPJS saya tidak aktif di rumah sakit",
        "ibu hamil dan penyandang disabilitas antre lama",
        "gaji guru honorer hanya Rp 300.000 per bulan",
        "harga beras naik menjadi 15 ribu",
        "anak saya sudah 3 bulan menunggu akta",
        "narapidana berhak atas remisi",
        "saksi bisu dari kelalaian ini",
        "saya ingin melaporkan layanan TBC yang tutup",
        "vaksin untuk anak usia 5 tahun kosong",
        "saya sampai sakit kepala memikirkan ini",
    ],
)
def test_general_complaints_stay_readable(text: str) -> None:
    """What is told of nobody in particular can be read."""
    assert mask_text(text) == text
