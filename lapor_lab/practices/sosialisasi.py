"""Practice 4: liaison officers know the way, and the public knows the channel.

More people who know the channel are more reports: the one cost among the five practices.
"""

from typing import Final

from lapor_lab.practices.campaign import Campaign
from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import Change, Size
from lapor_lab.schema import ArchiveReason

__all__ = ["SOSIALISASI"]

# What the public can learn; whether a text is understood is not among it.
_TAUGHT: Final = (
    ArchiveReason.NOT_OUR_AUTHORITY.value,
    ArchiveReason.INCOMPLETE.value,
    ArchiveReason.TOO_GENERAL.value,
)

SOSIALISASI: Final = Practice(
    id="sosialisasi",
    name="Sosialisasi",
    title="Sosialisasi kepada pejabat penghubung dan masyarakat",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="volume_per_year",
            change=Change.TIMES,
            size=Size(low=1.3, standard=1.15, high=1.05),
            reason=(
                "asumsi: lebih banyak orang mengenal saluran, laporan bertambah 15 %; ini biaya "
                "praktik, karena petugasnya tetap"
            ),
            is_cost=True,
        ),
        Campaign(
            first_day="02-01",
            last_day="02-14",
            fade_days=30.0,
            size=Size(low=2.0, standard=1.5, high=1.2),
            reason=(
                "asumsi: kampanye dua minggu menaikkan laporan harian setengah kali, lalu "
                "mereda dalam rata-rata 30 hari; ini biaya praktik"
            ),
        ),
        Lever(
            parameter="hold_share",
            change=Change.TIMES,
            size=Size(low=0.85, standard=0.6, high=0.4),
            reason="asumsi: pelapor tahu data apa yang perlu dilampirkan",
        ),
        Lever(
            parameter="archived_share",
            change=Change.TIMES,
            size=Size(low=0.95, standard=0.85, high=0.7),
            reason="asumsi: pelapor tahu apa yang dapat ditindaklanjuti, dan oleh instansi mana",
        ),
        Lever(
            parameter="archive_reason_shares",
            change=Change.TIMES,
            size=Size(low=0.95, standard=0.85, high=0.7),
            reason=(
                "asumsi: arsip karena bukan wewenang, data tidak lengkap, dan terlalu umum "
                "berkurang lebih banyak daripada arsip karena sebab lain"
            ),
            entries=_TAUGHT,
        ),
        Lever(
            parameter="topic_missing_share",
            change=Change.TIMES,
            size=Size(low=0.85, standard=0.6, high=0.4),
            reason="asumsi: contoh pengisian membuat lebih banyak pelapor memilih topik",
        ),
        Lever(
            parameter="class_missing_share",
            change=Change.TIMES,
            size=Size(low=0.85, standard=0.6, high=0.4),
            reason="asumsi: contoh pengisian menjelaskan beda pengaduan, permintaan, dan aspirasi",
        ),
        Lever(
            parameter="misaddressed_share",
            change=Change.TIMES,
            size=Size(low=0.85, standard=0.6, high=0.4),
            reason="asumsi: masyarakat tahu instansi mana yang berwenang",
        ),
    ),
)
