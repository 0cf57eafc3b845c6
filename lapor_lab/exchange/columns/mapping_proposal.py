"""Propose which column of a strange table holds what, by names and by content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_candidates import (
    Candidate,
    Certainty,
    Why,
    candidates_of_known,
    find_candidates,
)
from lapor_lab.exchange.columns.column_content import (
    ColumnContent,
    OrderEvidence,
    date_order_evidence,
    describe_column,
    status_of,
)
from lapor_lab.exchange.columns.column_mapping import TARGETS, ColumnMapping, DateOrder, plain_name
from lapor_lab.exchange.columns.known_layouts import known_mapping
from lapor_lab.exchange.raw.header import refuse_data_as_header
from lapor_lab.exchange.raw.raw_table import RawChunk, RawTable
from lapor_lab.schema import CASES, Status, label

__all__ = ["Proposal", "ProposedColumn", "propose_mapping"]

_OWN_LAYOUT: Final = "pemetaan sendiri"
_TIMES: Final = (*(column.name for column in CASES if column.kind == "time"), "submitted_date")
_ESSENTIAL: Final = ("case_id", "submitted_at", "institution")
_N_LOOKED_AT: Final = 20_000


@dataclass(frozen=True, kw_only=True)
class ProposedColumn:
    """What is proposed for one target.

    Parameters
    ----------
    target : str
        One of the targets of a mapping.
    column : str, default=""
        Column of the file; empty if none is proposed.
    why : {"nama", "isi", "nama dan isi", ""}, default=""
        Whether its name, its content or both speak for it.
    certainty : {"pasti", "mungkin", "ragu", ""}, default=""
        How much they do.
    alternatives : tuple of str, default=()
        Other columns for which something speaks, the best first.
    """

    target: str
    column: str = ""
    why: Why = ""
    certainty: Certainty = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mapping to be confirmed. It holds names of columns, and no cell of the table.

    Parameters
    ----------
    layout : str
        Kind of table, if its names are known.
    columns : tuple of ProposedColumn
        One a target, in the order of `TARGETS`.
    unmapped : tuple of str
        Columns of the file that nothing is proposed for.
    date_order : {"day first", "month first"}
        How dates like 03/04/2022 would be read.
    date_evidence : {"day first", "month first", "both", "ambiguous", "none"}
        What the dates themselves prove: "none" if no date has to be decided, "ambiguous" if
        none decides, "both" if they contradict each other.
    statuses : mapping of str to str
        Official status by the file's word, for the words that can be read in one way only.
    n_unknown_statuses : int, default=0
        Different words for a status that are not known.
    """

    layout: str
    columns: tuple[ProposedColumn, ...]
    unmapped: tuple[str, ...]
    date_order: DateOrder
    date_evidence: OrderEvidence
    statuses: Mapping[str, str] = field(default_factory=dict)
    n_unknown_statuses: int = 0

    @property
    def mapping(self) -> ColumnMapping:
        """The mapping that is proposed."""
        return ColumnMapping(
            layout=self.layout,
            columns={p.target: p.column for p in self.columns if p.column},
            date_order=self.date_order,
            statuses=self.statuses,
        )

    @property
    def is_complete(self) -> bool:
        """Whether a case's number, time and institution have a column."""
        return not self.mapping.missing

    @property
    def is_certain(self) -> bool:
        """Whether it is complete, nothing in it is open to doubt, and dates have one reading."""
        return (
            self.is_complete
            and all(p.certainty == "pasti" for p in self.columns if p.column)
            and self.date_evidence not in ("both", "ambiguous")
        )

    def table(self) -> pd.DataFrame:
        """Show the proposal.

        Returns
        -------
        DataFrame of shape (n_targets_and_unmapped, 5)
            Targets that have a column or cannot do without, then the columns that are left.
        """
        shown = [p for p in self.columns if p.column or p.target in self.mapping.missing]
        rows = [
            (label(f"target.{p.target}"), p.column, p.why, p.certainty, ", ".join(p.alternatives))
            for p in shown
        ]
        rows += [(label("target.none"), name, "", "", "") for name in self.unmapped]
        heads = ("target", "column", "why", "certainty", "alternatives")
        return pd.DataFrame(rows, columns=[label(f"proposal.{head}") for head in heads])


def propose_mapping(table: RawTable, sample: RawChunk) -> Proposal:
    """Propose what the columns of a table mean.

    Names that are known decide; the content must not contradict them. Without a known
    name the content proposes the number, the date and the institution of a case.

    Parameters
    ----------
    table : RawTable
        A table of no official layout.
    sample : RawChunk
        Its first rows; more rows prove more.

    Returns
    -------
    Proposal
        To be shown and confirmed.

    Raises
    ------
    InputFileError
        If the names of its columns look like data: then the file has no header.
    """
    refuse_data_as_header(table.path, table.header_row, table.columns, sample.cells)
    cells = sample.cells.iloc[:_N_LOOKED_AT]
    contents = {name: describe_column(cells[name]) for name in table.columns}
    known = known_mapping(table.columns)
    candidates = candidates_of_known(known, contents) if known else find_candidates(contents)
    columns = _choose(candidates, contents)
    if not known:
        columns = _split_moment(columns, contents)
    chosen = {p.target: p.column for p in columns if p.column}
    dates = [sample.cells[chosen[target]] for target in _TIMES if target in chosen]
    evidence = date_order_evidence(pd.concat(dates)) if dates else "none"
    order: DateOrder = known.date_order if known else "day first"
    if evidence in ("day first", "month first"):
        order = evidence
    statuses, n_unknown = _statuses(sample.cells, chosen.get("status"), known)
    return Proposal(
        layout=known.layout if known else _OWN_LAYOUT,
        columns=columns,
        unmapped=tuple(name for name in table.columns if name not in chosen.values()),
        date_order=order,
        date_evidence="none" if known and evidence == "ambiguous" else evidence,
        statuses=statuses,
        n_unknown_statuses=n_unknown,
    )


def _choose(
    candidates: list[Candidate], contents: Mapping[str, ColumnContent]
) -> tuple[ProposedColumn, ...]:
    """Give each target its best column, each column once, the clearest first."""
    place = {column: number for number, column in enumerate(contents)}

    def rank(candidate: Candidate) -> tuple[float, bool, int]:
        is_essential = candidate.target in _ESSENTIAL
        return (-candidate.score, not is_essential, place[candidate.column])

    chosen: dict[str, Candidate] = {}
    ordered = sorted(candidates, key=rank)
    for candidate in ordered:
        is_taken = any(other.column == candidate.column for other in chosen.values())
        if candidate.target not in chosen and not is_taken:
            chosen[candidate.target] = candidate
    taken = {candidate.column for candidate in chosen.values()}
    columns = []
    for target in TARGETS:
        rivals = [c for c in ordered if c.target == target and c is not chosen.get(target)]
        best = chosen.get(target)
        others = tuple(c.column for c in rivals)
        if best is None:
            columns.append(ProposedColumn(target=target, alternatives=others))
            continue
        columns.append(
            ProposedColumn(
                target=target,
                column=best.column,
                why=best.why,
                certainty=_doubted(best, [c for c in rivals if c.column not in taken]),
                alternatives=others,
            )
        )
    return tuple(columns)


def _doubted(best: Candidate, rivals: list[Candidate]) -> Certainty:
    """Lower the certainty where another column has as much to say for itself."""
    is_rivalled = any(best.score - rival.score < 1 for rival in rivals)
    lower: dict[Certainty, Certainty] = {"pasti": "mungkin", "mungkin": "ragu"}
    return lower.get(best.certainty, best.certainty) if is_rivalled else best.certainty


def _split_moment(
    columns: tuple[ProposedColumn, ...], contents: Mapping[str, ColumnContent]
) -> tuple[ProposedColumn, ...]:
    """Join a clock time to the date only where the date has none of its own."""
    by_target = {p.target: p for p in columns}
    day, clock = by_target["submitted_at"], by_target["submitted_time"]
    if not clock.column:
        return columns
    if not day.column or contents[day.column].moment_share > 0:
        by_target["submitted_time"] = ProposedColumn(target="submitted_time")
    else:
        by_target["submitted_date"] = ProposedColumn(
            target="submitted_date",
            column=day.column,
            why=day.why,
            certainty=day.certainty,
            alternatives=day.alternatives,
        )
        by_target["submitted_at"] = ProposedColumn(target="submitted_at")
    return tuple(by_target[p.target] for p in columns)


def _statuses(
    cells: pd.DataFrame, column: str | None, known: ColumnMapping | None
) -> tuple[dict[str, str], int]:
    if column is None:
        return {}, 0
    official = {plain_name(status) for status in Status}
    given = {plain_name(word): status for word, status in (known.statuses if known else {}).items()}
    words = [str(word) for word in cells[column].dropna().unique()]
    strange = [word for word in words if plain_name(word) not in official]
    meant = {word: given.get(plain_name(word)) or status_of(word) for word in strange}
    found = {word: status for word, status in meant.items() if status}
    return found, len(strange) - len(found)
