"""The cases of a world as measures need them: made without texts and without events."""

import numpy as np
import pandas as pd

from lapor_lab.schema import ReportClass
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.block import Block, plan_blocks
from lapor_lab.synthetic.entries import Entries, case_ids, draw_entries
from lapor_lab.synthetic.handling import CLOSERS, STATUSES, Handled, handle_block

__all__ = ["world_cases"]

# The last of each stands for none, as a code of -1 does.
_CLASSES, _STATUSES, _CLOSERS = (
    np.array([*map(str, names), None], dtype=object) for names in (ReportClass, STATUSES, CLOSERS)
)
_TIMES = ("verified_at", "responded_at", "completed_at", "closed_at")


def world_cases(world: Scenario, rng: int) -> pd.DataFrame:
    """Make the cases of a world, each institution of its own volume.

    They are those of `make_complaint_log` with the columns that measures read; texts, of which
    most of its time goes, are not made.

    Parameters
    ----------
    world : Scenario
        What to make.
    rng : int
        Seed, 0 or larger.

    Returns
    -------
    DataFrame of shape (n_cases, 14)
        Institutions in the order of their ids.

    Raises
    ------
    ParameterError
        If the period lies outside the calendar.
    """
    made = []
    for block in plan_blocks(world, world.split_cases()):
        entries = draw_entries(world.reporters, block, rng)
        handled = handle_block(block, entries, world.reporters, rng)
        made.append(_table(block, entries, handled))
    return pd.concat(made, ignore_index=True)


def _table(block: Block, entries: Entries, handled: Handled) -> pd.DataFrame:
    progress = handled.progress
    cases = np.flatnonzero(entries.is_kept)
    n_cases = len(cases)
    ids = case_ids(block.institution.id, block.first_case, n_cases).to_numpy(zero_copy_only=False)
    rank = np.cumsum(entries.is_kept) - 1
    is_copy = entries.duplicate_kind[cases] > 0
    code = np.where(entries.is_class_missing[cases], -1, entries.report_class[cases])
    rating = np.zeros(n_cases, dtype=np.int64)
    rating[handled.ratings.case] = handled.ratings.rating
    return pd.DataFrame(
        {
            "case_id": ids,
            "submitted_at": entries.submitted_at[cases],
            "institution": block.institution.name,
            "report_class": _CLASSES[code],
            "status": _STATUSES[progress.status],
            **{name: getattr(progress, name) for name in _TIMES},
            "closed_by": _CLOSERS[progress.closed_by],
            "n_transfers": progress.n_transfers,
            "n_reopens": progress.n_reopens,
            "rating": pd.Series(rating, dtype="Int64").where(rating > 0),
            "duplicate_of": np.where(is_copy, ids[rank[entries.root[cases]]], None),
        }
    )
