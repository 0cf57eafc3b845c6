"""Advice on rows in quarantine."""

import pytest

from lapor_lab.report.quarantine_advice import mending_advice


@pytest.mark.parametrize(
    ("reason", "start"),
    [
        ("nomor laporan ganda: sudah ada di baris di atasnya", "Sisakan satu baris"),
        ("tanpa nomor laporan", "Isi kolom nomor laporan"),
        ("tanpa instansi", "Isi kolom instansi"),
        ("tanpa waktu masuk", "Isi tanggal laporan masuk"),
        ("waktu tidak terbaca: Tgl Selesai", "Tulis tanggal seperti"),
        ("berakhir sebelum mulai: Tgl Selesai", "Periksa kedua tanggalnya"),
        ("masuk sesudah tanggal data", "Periksa tanggal laporan"),
        ("nilai tidak sah: Anonim", "Perbaiki nilainya"),
        ("baris berisi 9 sel, judulnya 8 kolom", "Apit isi"),
        ("jumlah negatif: Selesai", "Tulis angka saja"),
        ("baris jumlah, cocok dengan baris di atasnya", "Tidak perlu diperbaiki"),
        ("baris jumlah, tidak cocok dengan baris di atasnya: selesai", "Periksa apakah ada"),
        ("sesuatu yang baru", "Perbaiki barisnya di berkas asal"),
    ],
)
def test_each_reason_has_its_way_out(reason: str, start: str) -> None:
    """A reason that is known has its own advice, and a new one is not left without."""
    assert mending_advice(reason).startswith(start)
