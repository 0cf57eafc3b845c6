"""Official spellings of SP4N-LAPOR!: the values that tables hold.

Sources: columns and statuses of the official export and labels of lapor.go.id as read by
three public importers (2021-2026); channels of one regency's export of 2021-24 and of the
press of March 2021; roles and actions from the LAPOR! V3 admin manual.
"""

from enum import StrEnum
from typing import Final

__all__ = [
    "ARCHIVED",
    "CLOSED",
    "FOLLOWED_UP",
    "JUDGED",
    "OUTSIDE",
    "UNKNOWN_GROUP",
    "Activity",
    "ArchiveReason",
    "Availability",
    "Channel",
    "ClosedBy",
    "Outcome",
    "ReportClass",
    "Role",
    "Stage",
    "Status",
    "Tier",
    "UnitLevel",
    "Verdict",
]


class ReportClass(StrEnum):
    """Klasifikasi laporan: it decides the legal limit to complete."""

    SUPERVISORY = "Pengaduan Berkadar Pengawasan"
    NON_SUPERVISORY = "Pengaduan Tidak Berkadar Pengawasan"
    INFORMATION = "Permintaan Informasi"
    ASPIRATION = "Aspirasi"


class Status(StrEnum):
    """Status laporan, as the site and the official export spell it."""

    UNVERIFIED = "Belum Terverifikasi"
    VERIFIED = "Terverifikasi"
    ON_HOLD = "Menunggu Kelengkapan Informasi"
    DISPOSED = "Terdisposisi"
    FOLLOWED_UP = "Ditindaklanjuti oleh Instansi"
    REPORTER_REPLIED = "Ditanggapi oleh Pelapor"
    CLOSED_BY_ADMIN = "Ditutup oleh Admin"
    CLOSED_BY_SYSTEM = "Ditutup oleh Sistem"
    CLOSED_BY_REPORTER = "Ditutup oleh Pelapor"
    ARCHIVED_BY_ADMIN = "Diarsipkan oleh Admin"
    ARCHIVED_BY_SYSTEM = "Diarsipkan oleh Sistem"
    ARCHIVED_BY_REPORTER = "Diarsipkan oleh Pelapor"
    BLOCKED = "Konten Terblokir"
    # Statistics and re-exports say that it ended, not who ended it.
    COMPLETED = "Selesai"
    ARCHIVED = "Diarsipkan"


CLOSED: Final = frozenset(
    {
        Status.CLOSED_BY_ADMIN,
        Status.CLOSED_BY_SYSTEM,
        Status.CLOSED_BY_REPORTER,
        Status.COMPLETED,
    }
)
ARCHIVED: Final = frozenset(
    {
        Status.ARCHIVED_BY_ADMIN,
        Status.ARCHIVED_BY_SYSTEM,
        Status.ARCHIVED_BY_REPORTER,
        Status.BLOCKED,
        Status.ARCHIVED,
    }
)
# "Sudah ditindaklanjuti" in official figures = selesai + dalam proses: recomputed from four
# publications (Kemensos 2024; Kalteng, Kalsel, Jambi 2020).
FOLLOWED_UP: Final = CLOSED | {Status.FOLLOWED_UP, Status.REPORTER_REPLIED}


class Channel(StrEnum):
    """Sumber laporan."""

    WEBSITE = "Website"
    ANDROID = "Android"
    IOS = "iOS"
    SMS = "SMS"
    WHATSAPP = "Whatsapp"
    API = "API"
    INSTAGRAM = "Instagram"
    TWITTER = "Twitter"
    AGENCY_EMAIL = "Email Instansi"
    FACE_TO_FACE = "Tatap Muka"
    HOTLINE = "Hotline Service"
    POST = "Pos Surat"
    LINE = "LINE"
    TELEGRAM = "Telegram"
    FACEBOOK_MESSENGER = "Facebook Messenger"


class Role(StrEnum):
    """Who acts on a report."""

    REPORTER = "pelapor"
    NATIONAL_ADMIN = "admin nasional"
    INSTITUTION_ADMIN = "admin instansi"
    LIAISON_OFFICER = "pejabat penghubung"
    SYSTEM = "sistem"


class Activity(StrEnum):
    """What can happen to a report: the values of `activity` in events."""

    SUBMIT = "Laporan masuk"
    VERIFY = "Verifikasi"
    HOLD = "Tunda"
    NOT_OUR_AUTHORITY = "Bukan Wewenang"
    ARCHIVE = "Arsipkan"
    DISPOSE = "Disposisi"
    RETURN = "Dikembalikan: salah disposisi"
    ESCALATE = "Eskalasi: batas waktu dekat"
    FOLLOW_UP = "Tindak lanjut"
    REPLY = "Tanggapan pelapor"
    CLOSE_BY_ADMIN = "Ditutup oleh Admin"
    CLOSE_BY_SYSTEM = "Ditutup oleh Sistem"
    CLOSE_BY_REPORTER = "Ditutup oleh Pelapor"
    RATE = "Penilaian"


class ArchiveReason(StrEnum):
    """Why a report was archived (V3 manual; "duplikat" is ours)."""

    NOT_OUR_AUTHORITY = "Bukan wewenang"
    INCOMPLETE = "Data tidak lengkap"
    TOO_GENERAL = "Terlalu umum"
    NOT_UNDERSTANDABLE = "Tidak dapat dipahami"
    NOT_PERFORMANCE = "Tidak terkait kinerja pemerintah"
    DUPLICATE = "Duplikat"


class ClosedBy(StrEnum):
    """Who closed a report."""

    ADMIN = "admin"
    SYSTEM = "sistem"
    REPORTER = "pelapor"


class UnitLevel(StrEnum):
    """Level of the unit that a report was disposed to."""

    INSTITUTION = "instansi"
    MAIN_UNIT = "unit utama"
    REGIONAL_OFFICE = "kantor wilayah"
    TECHNICAL_UNIT = "UPT"


class Stage(StrEnum):
    """The three steps that have a limit, and closing, which has none."""

    VERIFIED = "verified"
    FIRST_FOLLOWED_UP = "first_followed_up"
    COMPLETED = "completed"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How one case stands towards one limit at the moment up to which it is known.

    `SURELY_MET`, `SURELY_MISSED` and `DONE_UNTIMED` are for cases that are known to have
    passed, or for completion may have, at an unknown time: in time or late whenever it
    was, or undetermined. No limit can be laid on the two `UNJUDGED`, and of `UNTOLD` the
    source does not say whether it passed.
    """

    MET = "met"
    MISSED = "missed"
    OPEN_PAST_LIMIT = "open_past_limit"
    WITHIN_LIMIT = "within_limit"
    SURELY_MET = "surely_met"
    SURELY_MISSED = "surely_missed"
    DONE_UNTIMED = "done_untimed"
    DONE_UNJUDGED = "done_unjudged"
    OPEN_UNJUDGED = "open_unjudged"
    UNTOLD = "untold"


class Availability(StrEnum):
    """Whether an estimate can be given, and why not.

    `BOUNDS`: between which ends it lies is known, and no more. `SATURATED`: a simulated queue
    grows without end, so that the estimate has no steady value.
    """

    AVAILABLE = "tersedia"
    BOUNDS = "hanya batas"
    NOT_AVAILABLE = "tidak tersedia"
    NOT_AVAILABLE_CALENDAR = "tidak tersedia (kalender)"
    INSUFFICIENT = "data belum memadai"
    SATURATED = "antrean jenuh"


class Verdict(StrEnum):
    """What may be said of an institution beside its peers; never *better* or *worse*.

    Its words are the labels ``verdict.<value>``.
    """

    ABOVE = "above"
    BELOW = "below"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    INSUFFICIENT = "insufficient"
    NOT_AVAILABLE = "not_available"


# Verdicts that put an institution outside the range of its peers, and those that judge at all.
OUTSIDE: Final = (Verdict.ABOVE, Verdict.BELOW)
JUDGED: Final = (*OUTSIDE, Verdict.NOT_DISTINGUISHABLE)


class Tier(StrEnum):
    """Where the whole rank set of an institution lies; the labels are ``tier.<value>``."""

    UPPER = "upper"
    LOWER = "lower"
    UNCERTAIN = "uncertain"


# What a group is called whose cases have no value.
UNKNOWN_GROUP: Final = "(tidak diisi)"
