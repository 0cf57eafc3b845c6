"""Which cases a measure speaks of, told from the columns that a source has."""

import pandas as pd

from lapor_lab.schema import ARCHIVED, CLOSED, FOLLOWED_UP, Status

__all__ = ["Population"]

_VERIFIED_STATUSES = frozenset(Status) - {Status.UNVERIFIED}


class Population:
    """Masks over the cases of one log.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases as of one moment; any column but the required ones may be absent.
    """

    def __init__(self, cases: pd.DataFrame) -> None:
        self._cases = cases
        nothing = pd.Series(data=False, index=cases.index)
        status = cases.get("status", pd.Series(pd.NA, index=cases.index, dtype="string"))
        self.has_status = status.notna()
        is_closed = status.isin(CLOSED)
        self.is_followed_up = status.isin(FOLLOWED_UP)
        is_archived = status.isin(ARCHIVED)
        has_end = "closed_at" in cases
        # A status says more than a time: a source may know the one and not the other.
        closed_by_time = cases["closed_at"].notna() & ~self.has_status if has_end else nothing
        self.is_closed = is_closed | closed_by_time
        self.is_closing_known = self.has_status | has_end
        is_copy = cases["duplicate_of"].notna() if "duplicate_of" in cases else nothing
        self.is_original = ~is_copy
        self.is_admissible = ~is_copy & ~is_archived
        self._passed = {
            "verified": status.isin(_VERIFIED_STATUSES),
            "first_followed_up": self.is_followed_up,
            "completed": is_closed,
            "closed": is_closed,
        }

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

    def has_passed(self, stage: str) -> pd.Series:
        """Whether a case's status says that a stage lies behind it, whatever the times say.

        Parameters
        ----------
        stage : str
            A `Stage`.

        Returns
        -------
        Series of bool of shape (n_cases,)
            False where the status is not known.
        """
        return self._passed[stage]

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
