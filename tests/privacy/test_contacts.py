"""E-mail, links, accounts in social media."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    "address",
    [
        "contoh.nama@surat.example",
        "CONTOH_99@SURAT.EXAMPLE",
        "contoh+lapor@surat.co.id",
        "contoh [at] surat [dot] id",
        "contoh(at)surat.id",
        "contoh at surat dot co dot id",
        "contoh @ surat . id",
        "contoh@surat",
    ],
)
def test_addresses_also_disguised_ones(address: str) -> None:
    """A person's e-mail address is masked whole."""
    assert mask_text(f"surel {address}, terima kasih") == "surel [SUREL], terima kasih"


@pytest.mark.parametrize(
    "link",
    [
        "https://contoh.id/berkas?id=12&token=abc",
        "http://contoh.id/u/7809/qVpTrinQtDzp",
        "bit.ly/3xYzAbc",
        "https://wa.me/contoh",
        "instagram.com/contoh.nama",
        "https://contoh:sandi@contoh.id/",
    ],
)
def test_links_that_lead_to_a_person(link: str) -> None:
    """A query, a token, a short link, a chat or a profile goes."""
    assert mask_text(f"lihat {link} ya") == "lihat [TAUTAN] ya"


@pytest.mark.parametrize(
    "text",
    [
        "buka www.lapor.go.id atau lapor.go.id",
        "https://kemenpan.contoh.go.id/berita/jalan-rusak",
        "tulis ke pengaduan@contoh.go.id",
        "cek Instagram @kemenpanrb",
        "rusak.Mohon diperbaiki,RT/RW setempat",
        "harga @ 500 per buah",
    ],
)
def test_what_is_an_offices_stays(text: str) -> None:
    """Domains, pages, and the addresses and accounts of offices can be read."""
    assert mask_text(text) == text


def test_accounts_after_a_cue() -> None:
    """An account in social media is masked where its service is named."""
    assert mask_text("IG @contoh_s, akun twitter: @contoh99") == ("IG [AKUN], akun twitter: [AKUN]")
