"""Make one block: the task that an engine runs."""

import numpy as np

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries import Entries, draw_entries
from lapor_lab.synthetic.handling import handle_block
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.streams import Stream
from lapor_lab.synthetic.tables import BlockTables, tabulate_block
from lapor_lab.synthetic.text import TextOrder, TextProfile, make_texts

__all__ = ["make_block"]


def make_block(
    block: Block, reporters: ReporterModel, profile: TextProfile, rng: int
) -> BlockTables:
    """Make the tables of a block.

    Parameters
    ----------
    block : Block
        One of `plan_blocks`.
    reporters : ReporterModel
        How reporters behave.
    profile : TextProfile
        How they write.
    rng : int
        Seed of the whole log.

    Returns
    -------
    BlockTables
        As known at the snapshot; the same for the same arguments, whatever else is made.

    Raises
    ------
    ParameterError
        If the period lies outside the calendar.
    """
    entries = draw_entries(reporters, block, rng)
    handled = handle_block(block, entries, reporters, rng)
    texts = make_texts(_order(entries), profile, block.stream(rng, Stream.TEXT))
    return tabulate_block(block, entries, handled, texts, rng)


def _order(entries: Entries) -> TextOrder:
    cases = np.flatnonzero(entries.is_kept)
    return TextOrder(
        subtopic=entries.subtopic[cases],
        channel=entries.channel[cases],
        province=entries.province[cases],
        regency=entries.regency[cases],
        reporter=entries.reporter[cases],
        is_anonymous=entries.is_anonymous[cases],
        submitted_at=entries.submitted_at[cases],
        copy_of=np.searchsorted(cases, entries.root[cases]),
        copy_kind=entries.duplicate_kind[cases],
    )
