"""What the reports of a block are, before anybody has read them."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import Channel, ReportClass

__all__ = ["CHANNELS", "CLASSES", "Entries"]

CLASSES: Final = tuple(ReportClass)
CHANNELS: Final = tuple(Channel)

_Bool = npt.NDArray[np.bool_]
_Int16 = npt.NDArray[np.int16]
_Int32 = npt.NDArray[np.int32]
_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Entries:
    """All reports of a block, by office and by time of entry.

    Parameters
    ----------
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        Time of entry.
    office : ndarray of int32 of shape (n_all,)
        Office of the block.
    is_kept : ndarray of bool of shape (n_all,)
        Whether the log holds the report; the others only busy the staff.
    season : ndarray of int16 of shape (n_all,)
        Season that added the report; -1 for an ordinary one.
    subtopic : ndarray of int32 of shape (n_all,)
        True topic, as a position in `TOPICS`.
    report_class, channel, province, regency : ndarray of int16 of shape (n_all,)
        Positions in `CLASSES`, `CHANNELS`, `PROVINCES` and `REGENCIES`.
    is_class_missing, is_topic_missing : ndarray of bool of shape (n_all,)
        Whether the log shows no class, no topic.
    is_anonymous, is_confidential : ndarray of bool of shape (n_all,)
        As in the cases.
    true_unit : ndarray of int32 of shape (n_all,)
        Position of the unit that it belongs to.
    root : ndarray of int64 of shape (n_all,)
        Position of the first report of the same matter; its own where it is the first.
    duplicate_kind : ndarray of int8 of shape (n_all,)
        Position in `DUPLICATE_KINDS`.
    reporter : ndarray of int64 of shape (n_all,)
        Number of the person within the institution; -1 where the log does not hold the report.
    """

    submitted_at: npt.NDArray[np.datetime64]
    office: _Int32
    is_kept: _Bool
    season: _Int16
    subtopic: _Int32
    report_class: _Int16
    channel: _Int16
    province: _Int16
    regency: _Int16
    is_class_missing: _Bool
    is_topic_missing: _Bool
    is_anonymous: _Bool
    is_confidential: _Bool
    true_unit: _Int32
    root: _Int64
    duplicate_kind: npt.NDArray[np.int8]
    reporter: _Int64
