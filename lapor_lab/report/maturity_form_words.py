"""What the assessment form says to those who fill it in."""

from typing import Final

__all__ = ["EXAMPLE_NOTICE", "HOW_TO_ANSWER", "INSTRUCTIONS", "LEVEL_QUESTION", "TITLE"]

TITLE: Final = "Formulir penilaian praktik baik pengelolaan SP4N-LAPOR!"
EXAMPLE_NOTICE: Final = (
    "CONTOH REKAAN: jawaban pada formulir ini dikarang, bukan keadaan instansi mana pun."
)
LEVEL_QUESTION: Final = "Tingkat kematangan menurut penilai (0, 1, 2, 3, atau 4)"
INSTRUCTIONS: Final = (
    "Tingkat kematangan 0 sampai 4 dipakai untuk belajar: bukan nilai SPBE atau PANRB.",
    "Isi identitas lebih dahulu. Tulis jabatan penilai, bukan nama orang.",
    "Daftarkan unit yang dinilai dan kelompoknya. Unit hasil penggabungan menjadi satu kelompok.",
    'Baris "Seluruh instansi" dijawab sekali; baris unit dijawab untuk setiap unit.',
    "Dua penilai menjawab sendiri-sendiri, tanpa melihat jawaban yang lain. Satu penilai boleh.",
    "Sebutkan data dukung setiap butir: nama dokumen, nomor, atau tautan.",
    "Butir tanpa data dukung dihitung belum terpenuhi.",
    "Jangan menempelkan data pribadi pelapor atau petugas.",
    "Butir yang belum diketahui dibiarkan kosong. Kekurangannya disebut dalam hasil.",
    "Suatu tingkat didukung bukti bila semua butir sampai tingkat itu terpenuhi.",
    "Peraturan yang disebut: periksa keberlakuan di JDIH.",
    'Kata "asumsi" pada kolom sumber berarti tidak ada sumber publik yang ditemukan.',
)
HOW_TO_ANSWER: Final = {
    "yes_no": 'ya atau tidak: pilih "ya" atau "tidak"',
    "date": 'tanggal: tulis seperti 2022-08-15, atau "belum pernah"',
    "share": "persen: tulis 97 atau 97 %",
    "count": "hitungan: tulis bilangan bulat, misalnya 4",
}
