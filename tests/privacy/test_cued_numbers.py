"""Numbers that a word explains."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("transfer ke BCA 1234567890 segera", "transfer ke BCA [REKENING] segera"),
        ("norek mandiri 137-00-1234567-8.", "norek mandiri [REKENING]."),
        ("no. rek. saya 0987 6543 21 ya", "no. rek. saya [REKENING] ya"),
        ("telp rumah 5123456 mati", "telp rumah [TELEPON] mati"),
        ("WA: 812-3456-7890", "WA: [TELEPON]"),
        ("kantor 0411/300002 sepi", "kantor [TELEPON] sepi"),
        ("rekening atas nama sugimin nomor 900-00-9626000-3.", None),
        ("sudah kutransfer lewat ATM ke 0053 01 000230 53 8 itu", None),
        ("paspor nomor B 1234567", "paspor nomor [NOMOR]"),
        ("kartu BPJS 0001234567890", "kartu BPJS [NOMOR]"),
        ("lahir di Solo, 12-05-1980", "lahir di Solo, [TANGGAL LAHIR]"),
        ("TTL: Solo, 1 Januari 1990", "TTL: Solo, [TANGGAL LAHIR]"),
    ],
)
def test_a_cue_makes_digits_a_number(text: str, masked: str | None) -> None:
    """Digits of no form of their own are masked after their cue."""
    if masked is None:
        assert "[REKENING]" in mask_text(text)
        assert not any(map(str.isdigit, mask_text(text)))
    else:
        assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "rekening listrik naik menjadi 250000 rupiah",
        "rekening air dibayar Rp 1.500.000 tiap bulan",
        "BRI tahun 2019 2020 tutup",
        "call center 1500 888 atau telepon 14000",
        "telepon 112 tidak diangkat 10 kali",
        "hari lahir Pancasila 1 Juni 2023",
        "jadwal 12-05-2023",
        "kode rekening 5.1.02.01.01.0013 tidak ada",
        "surat nomor 0123/45678 belum dibalas",
    ],
)
def test_amounts_years_hotlines_and_anniversaries_stay(text: str) -> None:
    """A cue does not make an amount, a year or a hotline somebody's number."""
    assert mask_text(text) == text
