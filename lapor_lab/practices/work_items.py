"""The work that each practice asks for in a year, and how much of it: all assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from lapor_lab.errors import ParameterError
from lapor_lab.practices.size import Size, check_reason

__all__ = ["WORK", "Each", "WorkItem"]

Each: TypeAlias = Literal["institution", "unit", "inactive_unit", "officer", "admin"]


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """One piece of work.

    Parameters
    ----------
    name : str
        What is done, in Indonesian.
    each : {"institution", "unit", "inactive_unit", "officer", "admin"}
        Whom the hours are counted for: the whole, each unit, each unit without an active
        account, each liaison officer or each administrator.
    hours : Size
        Hours a year; `low` is the fewest.
    reason : str
        Why this much, in Indonesian.

    Raises
    ------
    ParameterError
        If the hours do not ascend or the reason is blank.
    """

    name: str
    each: Each
    hours: Size
    reason: str

    def __post_init__(self) -> None:
        check_reason(self.reason)
        if self.hours.low > self.hours.high:
            raise ParameterError(
                "parameter_range",
                name="hours",
                allowed="low <= standard <= high",
                value=f"{self.hours.low} / {self.hours.standard} / {self.hours.high}",
                remedy="`low` is the fewest hours, `high` the most.",
            )


WORK: Final[Mapping[str, tuple[WorkItem, ...]]] = {
    "tugas-fungsi": (
        WorkItem(
            name="Menyusun uraian tugas dan peta jabatan pengelola",
            each="institution",
            hours=Size(low=40, standard=80, high=160),
            reason="asumsi: dua orang selama satu pekan kerja, termasuk pembahasan",
        ),
        WorkItem(
            name="Menunjuk pejabat penghubung dan penggantinya",
            each="unit",
            hours=Size(low=1, standard=2, high=4),
            reason="asumsi: dua jam per unit untuk usulan, telaah, dan penetapan",
        ),
    ),
    "konektivitas": (
        WorkItem(
            name="Mengaktifkan akun unit yang belum aktif",
            each="inactive_unit",
            hours=Size(low=1, standard=2, high=4),
            reason="asumsi: dua jam per unit untuk permintaan akun, uji masuk, dan pengenalan",
        ),
        WorkItem(
            name="Memutakhirkan daftar pejabat penghubung setiap bulan",
            each="unit",
            hours=Size(low=1, standard=3, high=6),
            reason="asumsi: seperempat jam per unit setiap bulan",
        ),
        WorkItem(
            name="Rapat koordinasi pejabat penghubung",
            each="officer",
            hours=Size(low=2, standard=4, high=8),
            reason="asumsi: dua rapat setahun, masing-masing dua jam",
        ),
    ),
    "target-kinerja": (
        WorkItem(
            name="Memantau tenggat dan mengingatkan unit",
            each="institution",
            hours=Size(low=60, standard=120, high=240),
            reason="asumsi: setengah jam setiap hari kerja",
        ),
        WorkItem(
            name="Menyusun bahan monitoring dan evaluasi triwulanan",
            each="institution",
            hours=Size(low=32, standard=64, high=120),
            reason="asumsi: dua hari kerja setiap triwulan",
        ),
        WorkItem(
            name="Menanggapi angka unit setiap triwulan",
            each="unit",
            hours=Size(low=1, standard=2, high=4),
            reason="asumsi: setengah jam per unit setiap triwulan",
        ),
    ),
    "sosialisasi": (
        WorkItem(
            name="Mengikuti pelatihan",
            each="officer",
            hours=Size(low=3, standard=6, high=12),
            reason="asumsi: dua pelatihan setahun, masing-masing tiga jam",
        ),
        WorkItem(
            name="Menyiapkan pelatihan dan kampanye",
            each="institution",
            hours=Size(low=60, standard=120, high=240),
            reason="asumsi: tiga orang selama satu pekan kerja, bahan dipakai ulang",
        ),
    ),
    "legalitas": (
        WorkItem(
            name="Menyusun SK, surat edaran, petunjuk teknis, dan rencana aksi",
            each="institution",
            hours=Size(low=120, standard=216, high=400),
            reason="asumsi: tiga orang selama sembilan hari kerja, termasuk harmonisasi",
        ),
        WorkItem(
            name="Mengusulkan dan memeriksa nama atau jabatan dalam SK",
            each="unit",
            hours=Size(low=1, standard=2, high=3),
            reason="asumsi: dua jam per unit setiap tahun",
        ),
    ),
}
