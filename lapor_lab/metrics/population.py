"""Which cases a measure speaks of, told from the columns that a source has."""

from typing import Final

import pandas as pd

from lapor_lab.schema import ARCHIVED, CLOSED, FOLLOWED_UP, ClosedBy, Status

__all__ = ["Population"]

_VERIFIED_STATUSES = frozenset(Status) - {Status.UNVERIFIED}
_CLOSERS: Final = {
    Status.CLOSED_BY_ADMIN.value: ClosedBy.ADMIN.value,
    Status.CLOSED_BY_SYSTEM.value: ClosedBy.SYSTEM.value,
    Status.CLOSED_BY_REPORTER.value: ClosedBy.REPORTER.value,
}


class Population:
    """Masks over the cases of one log.

    A status that `Status` does not know tells nothing: the case is neither open nor done.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases as of one moment; any column but the required ones may be absent.
    """

    def __init__(self, cases: pd.DataFrame) -> None:
        self._cases = cases
        status = self._column("status")
        self.has_status = status.isin(list(Status))
        # No status at all leaves the word to the times; one that nobody knows does not.
        self._is_strange = status.notna() & ~self.has_status
        is_closed = status.isin(CLOSED)
        self.is_followed_up = status.isin(FOLLOWED_UP)
        self.is_archived = status.isin(ARCHIVED)
        ended = self._column("closed_at").notna()
        # A status says more than a time: a source may know the one and not the other.
        self.is_closed = is_closed | (ended & ~self.has_status)
        is_end_told = ended | ("closed_at" in cases and ~self._is_strange)
        self.is_closing_known = self.has_status | is_end_told
        is_copy = self._column("duplicate_of").notna()
        self.is_original = ~is_copy
        self.is_admissible = ~is_copy & ~self.is_archived
        was_followed_up = self.is_followed_up | self._column("responded_latest_at").notna()
        self._passed = {
            "verified": status.isin(_VERIFIED_STATUSES) | was_followed_up,
            "first_followed_up": was_followed_up,
            "completed": is_closed,
            "closed": is_closed,
        }
        # "Ditindaklanjuti" may be the final follow-up, unless its times are told.
        nothing = pd.Series(data=False, index=cases.index)
        is_in_process = self.is_followed_up & ~is_closed
        self._may_have_passed = dict.fromkeys(self._passed, nothing) | {
            "completed": is_in_process & self._column("responded_at").isna()
        }

    @property
    def closed_by(self) -> pd.Series:
        """Who closed each case, by its own column or else by its status."""
        told = self._column("closed_by")
        return told.where(told.notna(), self._column("status").map(_CLOSERS))

    def time_of(self, stage: str) -> pd.Series | None:
        """Return when each case passed a stage.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of datetime64 of shape (n_cases,) or None
            None where the source does not tell.
        """
        columns = {
            "verified": ("verified_at",),
            "first_followed_up": ("responded_at",),
            "completed": ("completed_at", "closed_at"),
            "closed": ("closed_at",),
        }[stage]
        for name in columns:
            if name in self._cases:
                return self._cases[name]
        return None

    def is_told(self, stage: str) -> bool:
        """Whether the source has a column that tells of a stage.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        bool
            Told by its time, by the status or by a bound; not whether any case has one.
        """
        columns = {"status", "responded_latest_at"} & set(self._cases.columns)
        return bool(columns) or self.time_of(stage) is not None

    def has_passed(self, stage: str) -> pd.Series:
        """Whether a stage is known to lie behind a case, whatever the times say.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of bool of shape (n_cases,)
            By the status, or by an earlier export that saw it followed up; False where
            neither is known.
        """
        return self._passed[stage]

    def may_have_passed(self, stage: str) -> pd.Series:
        """Whether the status leaves open that a stage lies behind a case.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of bool of shape (n_cases,)
            True for completion where a follow-up without a time may have been the last.
        """
        return self._may_have_passed[stage]

    def is_untold(self, stage: str) -> pd.Series:
        """Whether nothing says if a case has passed a stage; its time is not looked at.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of bool of shape (n_cases,)
            True for a status that nobody knows, and for none where no time is told either.
        """
        is_silent = ~self.has_status if self.time_of(stage) is None else self._is_strange
        return is_silent & ~self._passed[stage]

    def of(self, stage: str) -> pd.Series:
        """Return the cases that a stage is asked of.

        Every report must be verified; the later stages are asked only of those that were
        not archived and are no copies.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of bool of shape (n_cases,)
            The mask.
        """
        return self.is_original if stage == "verified" else self.is_admissible

    def _column(self, name: str) -> pd.Series:
        if name in self._cases:
            return self._cases[name]
        return pd.Series(pd.NA, index=self._cases.index, dtype="object")
