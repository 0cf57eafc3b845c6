"""Practice 2: the central administrator is connected with a liaison officer of every unit."""

from typing import Final

from lapor_lab.practices.practice import Lever, Practice

__all__ = ["KONEKTIVITAS"]

_ACTIVE_SHARE: Final = 0.97
_MISROUTED_FACTOR: Final = 0.6
_READ_DELAY_FACTOR: Final = 0.75

KONEKTIVITAS: Final = Practice(
    id="konektivitas",
    title="Konektivitas dengan pejabat penghubung di setiap unit",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="active_liaison_share",
            reached=lambda today: max(today, _ACTIVE_SHARE),
            reason=(
                "asumsi: hampir semua unit memiliki akun aktif; sisa 3 % untuk pergantian pejabat"
            ),
        ),
        Lever(
            parameter="misrouted_share",
            reached=lambda today: today * _MISROUTED_FACTOR,
            reason=(
                "asumsi: daftar pejabat penghubung yang mutakhir mengurangi salah disposisi 40 %; "
                "angka terbit tidak ditemukan"
            ),
        ),
        Lever(
            parameter="read_delay_active_days",
            reached=lambda today: today * _READ_DELAY_FACTOR,
            reason=(
                "asumsi: pejabat yang terhubung membaca disposisi seperempat lebih cepat; "
                "angka terbit tidak ditemukan"
            ),
        ),
    ),
)
