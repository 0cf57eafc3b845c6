"""Practice 3: handling reports is a performance target that is watched and called for."""

from typing import Final

from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import Change, Size

__all__ = ["TARGET_KINERJA"]

TARGET_KINERJA: Final = Practice(
    id="target-kinerja",
    name="Target kinerja",
    title="Penanganan laporan sebagai target kinerja",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="reminded_share",
            change=Change.AT_LEAST,
            size=Size(low=0.7, standard=0.9, high=1.0),
            reason=(
                "asumsi: yang ditagih dipantau setiap hari; sembilan dari sepuluh disposisi yang "
                "belum dibaca diingatkan"
            ),
        ),
        Lever(
            parameter="reminder_after_days",
            change=Change.AT_MOST,
            size=Size(low=3.5, standard=3.0, high=2.0),
            reason=(
                "asumsi: pengingat dikirim pada hari ketiga, sehingga masih tersisa dua hari "
                "sebelum batas 5 hari kerja"
            ),
        ),
        Lever(
            parameter="escalated_share",
            change=Change.AT_LEAST,
            size=Size(low=0.5, standard=0.8, high=0.95),
            reason=(
                "asumsi: laporan yang mendekati batas dibahas dalam rapat pimpinan; sebagian "
                "tetap terlewat"
            ),
        ),
        Lever(
            parameter="service_spread",
            change=Change.TIMES,
            size=Size(low=0.95, standard=0.85, high=0.7),
            reason=(
                "asumsi: target menyeragamkan lama pengerjaan; rata-ratanya tetap, pekerjaan yang "
                "sangat lama berkurang"
            ),
        ),
        Lever(
            parameter="unread_share",
            change=Change.TIMES,
            size=Size(low=0.6, standard=0.3, high=0.1),
            reason=(
                "asumsi: angka unit terlihat oleh pimpinannya, sehingga disposisi yang tidak "
                "pernah dibaca berkurang 70 %"
            ),
        ),
    ),
)
