"""Practice 5: a legal base: an action plan, a circular, decrees of officers, a procedure."""

from typing import Final

from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import Change, Size

__all__ = ["LEGALITAS"]

LEGALITAS: Final = Practice(
    id="legalitas",
    name="Legalitas",
    title="Legalitas: rencana aksi, surat edaran, SK, dan petunjuk teknis",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="vacancy_days",
            change=Change.AT_MOST,
            size=Size(low=6.0, standard=3.0, high=1.0),
            reason=(
                "asumsi: SK menyebut jabatan, bukan nama, sehingga pengganti berwenang setelah "
                "serah terima, rata-rata 3 hari kerja"
            ),
        ),
        Lever(
            parameter="active_liaison_share",
            change=Change.AT_LEAST,
            size=Size(low=0.88, standard=0.95, high=0.99),
            reason=(
                "asumsi: SK yang berlaku menjadi dasar akun di hampir setiap unit; sisa 5 % "
                "menunggu SK baru"
            ),
        ),
        Lever(
            parameter="unread_share",
            change=Change.TIMES,
            size=Size(low=0.8, standard=0.5, high=0.3),
            reason=(
                "asumsi: yang ditunjuk dengan SK wajib membuka disposisi; yang tidak pernah "
                "dibaca berkurang setengah"
            ),
        ),
        Lever(
            parameter="further_days",
            change=Change.TIMES,
            size=Size(low=0.9, standard=0.75, high=0.6),
            reason=(
                "asumsi: petunjuk teknis menetapkan siapa menyetujui jawaban akhir, sehingga "
                "jeda sampai jawaban akhir berkurang seperempat"
            ),
        ),
        Lever(
            parameter="closed_by_admin_share",
            change=Change.AT_LEAST,
            size=Size(low=0.15, standard=0.25, high=0.40),
            reason=(
                "asumsi: petunjuk teknis memberi admin wewenang menutup laporan yang tuntas; "
                "seperempat ditutup admin tanpa menunggu sistem"
            ),
        ),
    ),
)
