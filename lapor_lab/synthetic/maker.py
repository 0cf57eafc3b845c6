"""From a scenario to a log: in memory, or as a folder of Parquet parts."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from lapor_lab.calendar import load_calendar
from lapor_lab.errors import ParameterError
from lapor_lab.exchange import Receipt, order_key, write_log_parts, write_part
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic.block import BLOCK_CASES, Block, plan_blocks
from lapor_lab.synthetic.block_tables import make_block
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.scenario import Scenario
from lapor_lab.synthetic.tables import BlockTables
from lapor_lab.synthetic.text import TextProfile

__all__ = ["count_parts", "generate", "make_complaint_log"]

_SOURCE = "lapor-lab, pembuat data sintetis"
_ZONE = "Asia/Jakarta"
# What may change a log: their random draws, their text kernels, our own code.
_DECIDING = ("lapor-lab", "numpy", "pyarrow")


def make_complaint_log(
    scenario: Scenario, *, n_cases: int | None = None, rng: int = 0, as_of: date | None = None
) -> ComplaintLog:
    """Make the log of a scenario.

    The same scenario, `n_cases`, `rng` and `as_of` always give the same log. Two scenarios
    that differ in a practice of an institution share its arrivals, attributes and texts, and
    their random numbers otherwise.

    Parameters
    ----------
    scenario : Scenario
        What to make.
    n_cases : int or None, default=None
        Cases of the whole log, at least 1, split by volume; None takes each institution's
        own volume. Fewer are a sample of the full stream, more are more years, each handled
        by an office of its own.
    rng : int, default=0
        Seed, 0 or larger.
    as_of : date or None, default=None
        Moment of the snapshot, 00:00 of that day; None takes the scenario's.

    Returns
    -------
    ComplaintLog
        Cases, events and truth; institutions in the order of their ids.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    Examples
    --------
    >>> from lapor_lab.synthetic import load_scenario
    >>> log = make_complaint_log(load_scenario("kementerian"), n_cases=50)
    >>> len(log.cases), log.is_synthetic
    (50, True)
    """
    scenario = _at(scenario, as_of)
    made = [
        make_block(block, scenario.reporters, scenario.text, rng)
        for block in _blocks(scenario, n_cases, rng)
    ]
    together = _join(made)
    return ComplaintLog(
        cases=_as_frame(together.cases),
        events=_as_frame(together.events),
        truth=_as_frame(together.truth),
        parameters=scenario.parameter_table(),
        as_of=pd.Timestamp(scenario.as_of),
        provenance=_provenance(scenario, rng),
    )


def generate(
    scenario: Scenario,
    folder: Path,
    *,
    n_cases: int | None = None,
    rng: int = 0,
    as_of: date | None = None,
    engine: str = "serial",
    n_workers: int | None = None,
    on_part: Callable[[Receipt], None] | None = None,
) -> dict[str, Any]:
    """Write the log of a scenario as a folder of parts.

    The folder appears when all parts are written. A run that is stopped can be called again
    and goes on where it was; the result is the same.

    Parameters
    ----------
    scenario : Scenario
        What to make.
    folder : Path
        Where to write; a log of the kit that stands there is replaced.
    n_cases : int or None, default=None
        As for `make_complaint_log`.
    rng : int, default=0
        Seed, 0 or larger.
    as_of : date or None, default=None
        Moment of the snapshot; None takes the scenario's.
    engine : {"serial", "pool"}, default="serial"
        Who does the work; the log is the same.
    n_workers : int or None, default=None
        Processes of the pool; None takes one a processor.
    on_part : callable or None, default=None
        Called with the receipt of each part as soon as it is written.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.
    OutputError
        If the folder cannot be written.
    UnknownNameError
        If there is no such engine.
    """
    scenario = _at(scenario, as_of)
    parts = _parts(_blocks(scenario, n_cases, rng))
    task = partial(
        _write,
        reporters=scenario.reporters,
        profile=scenario.text,
        parameters=scenario.parameter_table(),
        rng=rng,
    )
    versions = {name: version(name) for name in _DECIDING}
    return write_log_parts(
        Path(folder),
        parts,
        task,
        key=order_key(scenario=scenario, n_cases=n_cases, rng=rng, versions=versions),
        entries={
            "scenario": scenario.name,
            "rng": rng,
            "as_of": scenario.as_of.isoformat(),
            "calendar": load_calendar().version,
            "versions": versions,
            "provenance": _provenance(scenario, rng),
        },
        engine=engine,
        n_workers=n_workers,
        on_part=on_part,
    )


def count_parts(scenario: Scenario, *, n_cases: int | None = None) -> int:
    """Return how many parts `generate` writes.

    Parameters
    ----------
    scenario : Scenario
        What to make.
    n_cases : int or None, default=None
        As for `make_complaint_log`.

    Returns
    -------
    int
        Parts, of about 50,000 cases at most.
    """
    return len(_parts(_blocks(scenario, n_cases, 0)))


def _write(
    folder: Path,
    part: str,
    blocks: tuple[Block, ...],
    *,
    reporters: ReporterModel,
    profile: TextProfile,
    parameters: pd.DataFrame,
    rng: int,
) -> Receipt:
    tables = _join([make_block(block, reporters, profile, rng) for block in blocks])
    return write_part(
        folder,
        part,
        cases=tables.cases,
        events=tables.events,
        truth=tables.truth,
        parameters=parameters if part == _part_name(0) else None,
    )


def _join(made: list[BlockTables]) -> BlockTables:
    if len(made) == 1:
        return made[0]
    names = ("cases", "events", "truth")
    return BlockTables(*(_concatenated([getattr(t, name) for t in made]) for name in names))


def _concatenated(tables: list[pa.Table]) -> pa.Table:
    table = pa.concat_tables(tables)
    # Ids are written without a dictionary: to bring those of all blocks together is for nothing.
    columns = [
        table[name] if name == "case_id" else table[name].unify_dictionaries()
        for name in table.column_names
    ]
    return pa.table(columns, schema=table.schema)


def _as_frame(table: pa.Table) -> pd.DataFrame:
    fields = [
        field.with_type(pa.timestamp("us")) if pa.types.is_timestamp(field.type) else field
        for field in table.schema
    ]
    frame: pd.DataFrame = table.unify_dictionaries().cast(pa.schema(fields)).to_pandas()
    return frame


def _parts(blocks: list[Block]) -> dict[str, tuple[Block, ...]]:
    """Put small blocks together, so that a file is worth opening."""
    parts: list[list[Block]] = []
    n_cases = BLOCK_CASES + 1
    for block in blocks:
        size = sum(block.n_kept)
        if n_cases + size > BLOCK_CASES:
            parts.append([])
            n_cases = 0
        parts[-1].append(block)
        n_cases += size
    return {_part_name(i): tuple(part) for i, part in enumerate(parts)}


def _part_name(position: int) -> str:
    return f"part-{position:05d}"


def _at(scenario: Scenario, as_of: date | None) -> Scenario:
    return scenario if as_of is None else dataclasses.replace(scenario, as_of=as_of)


def _blocks(scenario: Scenario, n_cases: int | None, rng: int) -> list[Block]:
    if rng < 0:
        raise ParameterError(
            "parameter_range",
            name="rng",
            allowed=">= 0",
            value=rng,
            remedy="Give another seed.",
        )
    blocks = plan_blocks(scenario, scenario.split_cases(n_cases))
    if not blocks:
        raise ParameterError(
            "parameter_range",
            name="period_days",
            allowed="≥ 1 case",
            value=scenario.period_days,
            remedy="Give a longer period or `n_cases`.",
        )
    return blocks


def _provenance(scenario: Scenario, rng: int) -> dict[str, str]:
    return {
        "kind": "sintetis",
        "source": _SOURCE,
        "scenario": scenario.name,
        "rng": str(rng),
        "calendar": load_calendar().version,
        "zone": _ZONE,
    }
