"""Names after cues."""

import pytest

from lapor_lab.privacy import mask_text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("perkenalkan, nama saya sugimin warga desa", "perkenalkan, nama saya [NAMA] warga desa"),
        ("NAMA SAYA SUGIMIN SANTOSO MAU LAPOR", "NAMA SAYA [NAMA] MAU LAPOR"),
        ("Nama : Sugimin", "Nama : [NAMA]"),
        ("Saya Sugimin Santoso dari pasar", "Saya [NAMA] dari pasar"),
        ("berkas a.n. Drs. H. Sugimin, M.Si. hilang", "berkas a.n. Drs. H. [NAMA] hilang"),
        ("berkas a/n sugimin bin paijo hilang", "berkas a/n [NAMA] hilang"),
        ("atas nama M. Sugimin S. tidak ada", "atas nama [NAMA]. tidak ada"),
        ("kata Pak Sugimin dan Bu Partini itu", "kata Pak [NAMA] dan Bu [NAMA] itu"),
        ("saksi Sugimin, Partini dan Paijo hadir", "saksi [NAMA], [NAMA] dan [NAMA] hadir"),
        ("anak saya Rafi menangis", "anak saya [NAMA] menangis"),
        ("suami saya, Sugimin, di lapas", "suami saya, [NAMA], di lapas"),
        ("petugas bernama Qwartini meminta uang", "petugas bernama [NAMA] meminta uang"),
        ("dokter Sugimin, Sp.A datang siang", "dokter [NAMA] datang siang"),
        ("terima kasih.\nHormat saya,\n\nSugimin Santoso", "terima kasih.\nHormat saya,\n\n[NAMA]"),
        ("ibu i ketut sudarma di loket", "ibu [NAMA] di loket"),
        ("sdri qwertina asdfani mengambil", "sdri [NAMA] mengambil"),
        ("uang dibawa sugimin, direktur itu", "uang dibawa [NAMA], direktur itu"),
        ("kepala desa kami, Sugimin, pergi", "kepala desa kami, [NAMA], pergi"),
    ],
)  # fmt: skip
def test_names_in_any_case_go(text: str, masked: str) -> None:
    """Introductions, forms of address, parts in a case and relations are followed by names."""
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Yth. Bapak Menteri dan Ibu Wakil Bupati",
        "ibu kota provinsi, ibu hamil, ibu-ibu PKK, bapak/ibu sekalian",
        "pak RT, pak lurah dan bu kades tidak datang",
        "Kepada Bapak Kepala Dinas Pekerjaan Umum",
        "nama saya belum terdaftar, atas nama warga desa",
        "saksi bisu, korban banjir, saksi mata, anak sungai, anak perusahaan",
        "dokter gigi dan dr spesialis libur, dr jakarta ke bandung",
        "menurut Permensos Nomor 1 Tahun 2018",
        "peserta didik, petugas loket, warga binaan di lapas",
        "Selamat pagi pak/bu, Remisi umum diberikan",
        "di Jl. Kapten Sugimin dan RSUD dr. Sugimin",
        "Mohon Bapak Perbaiki Jalan Di Depan Pasar",
        "saya sabar menunggu, saya teguh",
        "bu nyai dan pak kiai sudah datang, pak penghulu belum",
        "Direktur Utama dan kang bakso datang",
    ],
)
def test_offices_and_ordinary_words_stay(text: str) -> None:
    """After the same cues come offices, institutions, places and verbs."""
    assert mask_text(text) == text
