"""What is asked of the cases: by what they are grouped, and what is counted."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from lapor_lab.calendar import Limits
from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics.flow import FLOW_KEYS, is_divided_by_class
from lapor_lab.schema import Stage

__all__ = ["MONTH", "TABLES", "Question"]

TABLES: Final = ("flow", "sums", "daily")
MONTH: Final = "month"
# Of flow and daily: no column of the cases can stand beside its namesake.
_COLUMNS: Final = (*FLOW_KEYS, "day", "n", "n_opened", "n_closed")
_SUMS: Final = ("status", "closed_at", "duplicate_of", "closed_by")
_NUMBERS: Final = ("n_transfers", "n_reopens", "rating")
_TIMES: Final = {
    Stage.VERIFIED: ("verified_at",),
    Stage.FIRST_FOLLOWED_UP: ("responded_at",),
    # A follow-up whose time is known was not the last one of a case still in process.
    Stage.COMPLETED: ("completed_at", "closed_at", "deadline_at", "responded_at"),
    Stage.CLOSED: ("closed_at",),
}
# What bounds a stage that was passed at an unknown time.
_BOUNDS: Final = {
    Stage.VERIFIED: ("responded_at", "completed_at", "closed_at", "closed_latest_at"),
    Stage.FIRST_FOLLOWED_UP: ("completed_at", "closed_at", "closed_latest_at"),
    Stage.COMPLETED: ("closed_latest_at",),
    Stage.CLOSED: (),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is counted, and by what.

    Parameters
    ----------
    by : str
        Column to group by.
    strata : tuple of str, default=()
        Columns to divide each group by.
    stages : tuple of str, default=tuple(Stage)
        Stages whose flow is counted.
    tables : tuple of {"flow", "sums", "daily"}, default=TABLES
        Tables that are asked for.

    Raises
    ------
    ParameterError
        If a stratum stands twice or bears the name of a column of the counts.
    UnknownNameError
        If a stage or a table is not known.
    """

    by: str
    strata: tuple[str, ...] = ()
    stages: tuple[str, ...] = tuple(Stage)
    tables: tuple[str, ...] = TABLES

    def __post_init__(self) -> None:
        for name in self.strata:
            if name in _COLUMNS or self.strata.count(name) > 1:
                raise ParameterError(
                    "parameter_range",
                    name="strata",
                    allowed=f"different columns other than {', '.join(_COLUMNS)}",
                    value=name,
                    remedy="Name each column once, and rename one that bears such a name.",
                )
        _refuse_unknown("stage", self.stages, tuple(Stage))
        _refuse_unknown("table", self.tables, TABLES)

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that make a group and what divides it."""
        return (self.by, *self.strata)

    @property
    def flow_stages(self) -> tuple[Stage, ...]:
        """The stages that are counted, in the order of `Stage`."""
        asked = self.stages if "flow" in self.tables else ()
        return tuple(stage for stage in Stage if stage in asked)

    def columns(self, found: Collection[str], limits: Limits) -> list[str]:
        """Return the columns that the answer depends on.

        Parameters
        ----------
        found : collection of str
            The columns of the cases.
        limits : Limits
            Legal limits, which may differ by class.

        Returns
        -------
        list of str
            Those of `found` that must be read, in its order.

        Raises
        ------
        UnknownNameError
            If a key is not among them.
        """
        for name in self.keys:
            if name not in found and name != MONTH:
                raise UnknownNameError("by_missing", column=name, found=", ".join(found))
        asked = {*self.keys, "submitted_at", "observed_at", *self.kind_columns(found)}
        if "daily" in self.tables:
            asked.add("closed_at")
        may_be_untimed = not {"status", "responded_latest_at"}.isdisjoint(found)
        for stage in self.flow_stages:
            asked |= set(_TIMES[stage])
            if may_be_untimed:
                asked |= {"responded_earliest_at", *_BOUNDS[stage]}
            if is_divided_by_class(stage, limits):
                asked.add("report_class")
        return [name for name in found if name in asked]

    def kind_columns(self, found: Collection[str]) -> list[str]:
        """Return the columns that make the kind of a case: what counts of it beside its days.

        Parameters
        ----------
        found : collection of str
            The columns of the cases.

        Returns
        -------
        list of str
            Those that matter, in the order of `found`.
        """
        asked = {*_SUMS, *_NUMBERS} if "sums" in self.tables else set()
        if self.flow_stages:
            asked |= {"status", "duplicate_of", "responded_latest_at"}
        if Stage.COMPLETED in self.flow_stages:
            asked.add("responded_at")
        return [name for name in found if name in asked]


def _refuse_unknown(kind: str, names: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    for name in names:
        if name not in allowed:
            raise UnknownNameError(
                "unknown_name", kind=kind, value=str(name), allowed=", ".join(allowed)
            )
