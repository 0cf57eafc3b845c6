"""Turns of speech that disclose specific data."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("kami hidup dengan lupus sejak 2019, tolong", "kami [DATA SPESIFIK], tolong"),
        ("aku rutin minum obat dari psikiater dan cemas", "[DATA SPESIFIK] dan cemas"),
        ("mamak baru operasi katarak jadi sulit", "[DATA SPESIFIK] jadi sulit"),
        ("istri keguguran bulan lalu akibat lelah", "[DATA SPESIFIK] akibat lelah"),
        ("hasil tes saya positif sifilis, mohon", "[DATA SPESIFIK], mohon"),
        ("abang saya ditahan polisi soal sabu. Tolong", "[DATA SPESIFIK]. Tolong"),
        ("dulu aku pernah masuk bui, kini sulit kerja", "dulu [DATA SPESIFIK], kini sulit kerja"),
        ("cicilan saya macet 7 bulan di bank. Tolong", "[DATA SPESIFIK]. Tolong"),
        ("saya terlilit pinjol Rp 5.000.000 dan takut", "[DATA SPESIFIK] dan takut"),
    ],
)
def test_what_is_told_in_other_words_is_withheld(text: str, masked: str) -> None:
    """Treatment, findings, custody and arrears of a person go."""
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "kami hidup dengan tenang di kampung",
        "motor saya ditahan polisi di jalan",
        "ijazah anak saya ditahan sekolah",
        "hasil tes CPNS saya belum keluar",
        "ibu hamil antre lama di poli",
        "tagihan saya naik dua kali lipat",
        "polisi menahan tersangka narkoba",
    ],
)
def test_things_and_groups_stay_readable(text: str) -> None:
    """What is held is a thing, who is ill is anybody."""
    assert mask_text(text) == text
