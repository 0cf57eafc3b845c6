"""A block: what is drawn together, made together and written together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.streams import Stream, open_stream

__all__ = ["BLOCK_CASES", "Block", "plan_blocks"]

BLOCK_CASES = 50_000


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some offices of one institution, each with its own staff and its own year of reports.

    A log larger than an institution's own volume holds the same year several times, each time
    in an office of its own: every queue keeps the utilisation of the scenario, and blocks know
    nothing of each other.

    Parameters
    ----------
    institution : InstitutionModel
        Whose offices.
    number : int
        Number of the block within the institution; it decides the random streams.
    n_kept : tuple of int
        Cases of the log, by office.
    n_all : tuple of int
        Reports that come in, by office; those that the log does not keep still busy the staff.
    first_case, first_office : int
        Numbers of the first case and of the first office within the institution, from 1 and 0.
    period : tuple of (date, date)
        First day, and the day of the snapshot, before whose 00:00 all reports come in.
    """

    institution: InstitutionModel
    number: int
    n_kept: tuple[int, ...]
    n_all: tuple[int, ...]
    first_case: int
    first_office: int
    period: tuple[date, date]

    @property
    def name(self) -> str:
        """Name of the block, fit for a file name and in the order of its cases."""
        return f"{self.institution.id}-{self.number:04d}"

    def stream(self, rng: int, stream: Stream) -> np.random.Generator:
        """Return the generator of one stream of the block.

        Parameters
        ----------
        rng : int
            Seed of the whole log.
        stream : Stream
            What the numbers are for.

        Returns
        -------
        Generator
            At its start.
        """
        return open_stream(rng, self.institution.id, stream, self.number)


def plan_blocks(scenario: Scenario, sizes: Mapping[str, int]) -> list[Block]:
    """Divide a log into blocks.

    Parameters
    ----------
    scenario : Scenario
        Period and institutions.
    sizes : mapping of str to int
        Cases by institution, as `Scenario.split_cases` gives them.

    Returns
    -------
    list of Block
        Institutions in the order of `sizes`, those without a case left out; at most
        `BLOCK_CASES` cases a block, but never less than one office.
    """
    blocks: list[Block] = []
    for institution_id, n_cases in sizes.items():
        if n_cases:
            blocks += _blocks_of(scenario, institution_id, n_cases)
    return blocks


def _blocks_of(scenario: Scenario, institution_id: str, n_cases: int) -> list[Block]:
    volume = max(scenario.expected_cases(institution_id), 1)
    n_offices = -(-n_cases // volume)
    least, n_larger = divmod(n_cases, n_offices)
    kept = [least + (office < n_larger) for office in range(n_offices)]
    n_together = max(1, BLOCK_CASES // kept[0])
    first_case, blocks = 1, []
    for first in range(0, n_offices, n_together):
        n_kept = tuple(kept[first : first + n_together])
        blocks.append(
            Block(
                institution=scenario.institution(institution_id),
                number=first // n_together,
                n_kept=n_kept,
                n_all=tuple(max(volume, n) for n in n_kept),
                first_case=first_case,
                first_office=first,
                period=(
                    scenario.as_of - timedelta(days=scenario.period_days),
                    scenario.as_of,
                ),
            )
        )
        first_case += sum(n_kept)
    return blocks
