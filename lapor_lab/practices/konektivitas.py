"""Practice 2: the central administrator is connected with a liaison officer of every unit."""

from typing import Final

from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import Change, Size

__all__ = ["KONEKTIVITAS"]

KONEKTIVITAS: Final = Practice(
    id="konektivitas",
    name="Konektivitas",
    title="Konektivitas dengan pejabat penghubung di setiap unit",
    source="kemenkumham.go.id, 15 Agustus 2022 (studi kasus)",
    levers=(
        Lever(
            parameter="active_liaison_share",
            change=Change.AT_LEAST,
            size=Size(low=0.90, standard=0.97, high=1.0),
            reason=(
                "asumsi: hampir semua unit memiliki akun aktif; sisa 3 % untuk pergantian pejabat"
            ),
        ),
        Lever(
            parameter="misrouted_share",
            change=Change.TIMES,
            size=Size(low=0.8, standard=0.6, high=0.4),
            reason=(
                "asumsi: daftar pejabat penghubung yang mutakhir mengurangi salah disposisi 40 %; "
                "angka terbit tidak ditemukan"
            ),
        ),
        Lever(
            parameter="relayed_share",
            change=Change.TIMES,
            size=Size(low=0.7, standard=0.3, high=0.1),
            reason=(
                "asumsi: admin mengenal pejabat di unit bawah, sehingga tujuh dari sepuluh "
                "disposisi berjenjang dapat dikirim langsung"
            ),
        ),
        Lever(
            parameter="read_delay_active_days",
            change=Change.TIMES,
            size=Size(low=0.9, standard=0.75, high=0.5),
            reason=(
                "asumsi: pejabat yang terhubung membaca disposisi seperempat lebih cepat; "
                "angka terbit tidak ditemukan"
            ),
        ),
    ),
)
