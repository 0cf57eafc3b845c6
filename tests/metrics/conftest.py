"""A few cases whose every verdict can be counted by hand."""

import pandas as pd
import pytest

from lapor_lab.schema import ComplaintLog

AS_OF = "2022-08-23"
# Working days from Monday 1 August 2022: Wednesday 17 August is Independence Day.
ROWS = [
    # case, institution, submitted, verified, responded, completed, closed, status, class, archive
    ("1", "A", "08-01", "08-02", "08-03", "08-05", "08-19", "Ditutup oleh Sistem", "I", None),
    ("2", "A", "08-01", "08-05", "08-10", "08-10", "08-11", "Ditutup oleh Admin", "I", None),
    ("3", "A", "08-01", "08-02", None, None, None, "Terdisposisi", "N", None),
    ("4", "A", "08-18", None, None, None, None, "Belum Terverifikasi", "N", None),
    ("5", "A", "08-02", "08-03", None, None, None, "Diarsipkan oleh Admin", "N", "Terlalu umum"),
    ("6", "B", "08-01", "08-02", "08-02", None, None, "Ditindaklanjuti oleh Instansi", "N", None),
]
CLASSES = {"I": "Permintaan Informasi", "N": "Pengaduan Tidak Berkadar Pengawasan"}


@pytest.fixture
def log() -> ComplaintLog:
    """Six cases of two institutions."""
    names = ["case_id", "institution", "submitted_at", "verified_at", "responded_at"]
    names += ["completed_at", "closed_at", "status", "report_class", "archive_reason"]
    cases = pd.DataFrame(ROWS, columns=names)
    for name in names[2:7]:
        cases[name] = pd.to_datetime("2022-" + cases[name] + " 09:00")
    cases["report_class"] = cases["report_class"].map(CLASSES)
    cases["n_transfers"] = [0, 1, 2, None, 0, 0]
    cases["n_reopens"] = [0, 1, 0, 0, 0, 0]
    cases["closed_by"] = ["sistem", "admin", None, None, None, None]
    cases["rating"] = [5, 4, None, None, None, None]
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp(AS_OF))
