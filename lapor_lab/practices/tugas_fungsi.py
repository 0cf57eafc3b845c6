"""Practice 1: managing reports is a formal duty of a unit and of named people."""

from typing import Final

from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import Change, Size

__all__ = ["TUGAS_FUNGSI"]

TUGAS_FUNGSI: Final = Practice(
    id="tugas-fungsi",
    name="Tugas dan fungsi",
    title="Pengelolaan laporan sebagai tugas dan fungsi resmi",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="admin_hours_per_day",
            change=Change.AT_LEAST,
            size=Size(low=4.0, standard=5.0, high=6.5),
            reason=(
                "asumsi: admin yang bertugas resmi memiliki 5 dari 7,5 jam kerja; sisanya untuk "
                "tugas lain; angka terbit tidak ditemukan"
            ),
        ),
        Lever(
            parameter="officer_hours_per_day",
            change=Change.AT_LEAST,
            size=Size(low=3.5, standard=4.0, high=5.0),
            reason=(
                "asumsi: tugas resmi memberi pejabat penghubung 4 jam sehari; substansi unitnya "
                "tetap menjadi tugas utama"
            ),
        ),
        Lever(
            parameter="absence_days",
            change=Change.AT_MOST,
            size=Size(low=2.0, standard=1.0, high=0.5),
            reason=(
                "asumsi: pengganti sudah ditunjuk dan mulai bekerja pada hari kerja berikutnya; "
                "hari pertama tetap kosong"
            ),
        ),
    ),
)
