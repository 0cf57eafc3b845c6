"""Cases of an import by institution and by what their status means; small numbers hidden."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.privacy import suppress_small_cells
from lapor_lab.report.foreign_text import fit_name
from lapor_lab.schema import ARCHIVED, Status, label

__all__ = ["STATUS_GROUPS", "StatusTable", "count_statuses", "read_status_table"]

_CLOSED: Final = (
    "closed_by_admin", "closed_by_system", "closed_by_reporter", "closed_by_nobody_said",
)  # fmt: skip
# Who closed comes first; what no status or an unknown one says comes last.
STATUS_GROUPS: Final = (*_CLOSED, "in_process", "waiting", "archived", "untold")
_GROUP_OF: Final[dict[str, str]] = {
    Status.CLOSED_BY_ADMIN: "closed_by_admin",
    Status.CLOSED_BY_SYSTEM: "closed_by_system",
    Status.CLOSED_BY_REPORTER: "closed_by_reporter",
    Status.COMPLETED: "closed_by_nobody_said",
    Status.FOLLOWED_UP: "in_process",
    Status.REPORTER_REPLIED: "in_process",
    Status.UNVERIFIED: "waiting",
    Status.VERIFIED: "waiting",
    Status.ON_HOLD: "waiting",
    Status.DISPOSED: "waiting",
    **dict.fromkeys(ARCHIVED, "archived"),
}
_SMALLEST: Final = 5


@dataclass(frozen=True, kw_only=True)
class StatusTable:
    """Cases by institution and group of statuses.

    Parameters
    ----------
    counts : DataFrame of shape (n_institutions, 8)
        A column each of `STATUS_GROUPS`; missing where a number is hidden.
    totals : Series of shape (n_institutions,)
        Cases; missing where there are fewer than five.
    """

    counts: pd.DataFrame
    totals: pd.Series

    @property
    def closed_share(self) -> pd.Series:
        """Share of closed cases among those not archived; missing where it would tell."""
        closed = self.counts[list(_CLOSED)].sum(axis="columns", skipna=False)
        asked = self.totals - self.counts["archived"]
        return (closed / asked.mask(asked == 0)).astype("Float64")

    @property
    def archived_share(self) -> pd.Series:
        """Share of archived cases among all; missing where it would tell."""
        return (self.counts["archived"] / self.totals).astype("Float64")

    @property
    def shares(self) -> pd.DataFrame:
        """Share of each group by institution of at least five cases; missing where hidden."""
        shown = self.counts[self.totals.notna()].astype("Float64")
        return shown.div(self.totals.dropna(), axis="index")

    @property
    def used_groups(self) -> list[str]:
        """Groups that hold a case, or may."""
        is_empty = self.counts.eq(0).fillna(value=False).all()
        return [group for group in STATUS_GROUPS if not is_empty[group]]


def count_statuses(folder: Path) -> pd.DataFrame:
    """Count the cases of a log folder by institution and status, part by part.

    Parameters
    ----------
    folder : Path
        A log folder.

    Returns
    -------
    DataFrame of shape (n_institutions, 8)
        A column each of `STATUS_GROUPS`, institutions in alphabetical order.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for file in sorted((folder / "cases").glob("*.parquet")):
        names = [n for n in ("institution", "status") if n in pq.read_schema(file).names]
        table = pq.read_table(file, columns=names)
        if "status" not in names:
            table = table.append_column("status", pa.nulls(table.num_rows, pa.string()))
        grouped = table.group_by(["institution", "status"]).aggregate([([], "count_all")])
        for row in grouped.to_pylist():
            group = _GROUP_OF.get(row["status"], "untold")
            counts[fit_name(row["institution"]), group] += row["count_all"]
    institutions = sorted({name for name, _ in counts}, key=str.casefold)
    return pd.DataFrame(
        [[counts[name, group] for group in STATUS_GROUPS] for name in institutions],
        index=pd.Index(institutions, name="institution"),
        columns=list(STATUS_GROUPS),
        dtype="int64",
    )


def read_status_table(folder: Path) -> StatusTable:
    """Count the cases of a log folder and hide what is small.

    Parameters
    ----------
    folder : Path
        A log folder.

    Returns
    -------
    StatusTable
        Institutions of fewer than five cases stand together in the last row; where even
        together they have fewer, all of that row is hidden. Elsewhere numbers from 1 to 4
        are, and others by which they could be worked out.
    """
    counts = count_statuses(folder)
    is_small = counts.sum(axis="columns") < _SMALLEST
    shown = counts[~is_small]
    name = label("import.few_cases", n=int(is_small.sum()))
    few = counts[is_small].sum().to_frame(name).T.rename_axis("institution")
    n_few = int(few.to_numpy().sum())
    if n_few >= _SMALLEST:
        shown = pd.concat([shown, few])
    totals = shown.sum(axis="columns").astype("Int64")
    used = shown.loc[:, shown.any()]
    hidden = suppress_small_cells(used).reindex(columns=counts.columns, fill_value=0)
    hidden = hidden.astype("Int64")
    if 0 < n_few < _SMALLEST:
        names = pd.Index([*hidden.index, name], name="institution")
        hidden, totals = hidden.reindex(names), totals.reindex(names)
    return StatusTable(counts=hidden, totals=totals)
