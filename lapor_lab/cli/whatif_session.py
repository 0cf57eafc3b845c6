"""A what-if from its world to the screen and the page."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lapor_lab.cli.screen import console, progress

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.cli.whatif_world import World
    from lapor_lab.practices import Practice
    from lapor_lab.report import WhatIfSection

__all__ = ["WhatIfRequest", "open_world", "run_session"]


@dataclass(frozen=True, kw_only=True)
class WhatIfRequest:
    """What is asked of a world.

    Parameters
    ----------
    practices : tuple of Practice
        What is adopted, in its order.
    measure : str
        Of which target, order and sensitivity are.
    target : float or None
        What the measure is to reach; None asks for no set.
    is_ordered, is_sensitivity : bool
        Whether practices are adopted one after another, and assumptions varied.
    n_replications : int
        Years of each world.
    rng : int
        Seed.

    Raises
    ------
    LaporLabError
        If there is no such measure, or the target lies outside its scale.
    """

    practices: "tuple[Practice, ...]"
    measure: str
    target: float | None
    is_ordered: bool
    is_sensitivity: bool
    n_replications: int
    rng: int

    def __post_init__(self) -> None:
        from lapor_lab.practices import Goal

        Goal(measure=self.measure, target=1.0 if self.target is None else self.target)


def open_world(*names: str | None, **options: Any) -> "World":
    """Find the world that is meant, and say what it rests on.

    Parameters
    ----------
    *names : str or None
        Scenario and institution.
    **options : object
        As for `find_world`.

    Returns
    -------
    World
        Ready to be simulated.
    """
    from lapor_lab.cli.whatif_world import find_world
    from lapor_lab.practices.calibration import ASSUMED, DATA
    from lapor_lab.schema import format_count, label

    with progress("Membaca dan menaksir", None):
        world = find_world(*names, **options)
    if world.calibration is not None:
        counts = {
            f"n_{key}": len(world.calibration.names_of(basis))
            for key, basis in (("data", DATA), ("assumed", ASSUMED))
        }
        console().print(label("whatif.basis", institution=world.institution.name, **counts))
        if world.n_quarantined:
            console().print(label("whatif.n_quarantined", n=format_count(world.n_quarantined)))
    return world


def run_session(world: "World", request: WhatIfRequest, out: Path | None) -> None:
    """Simulate what is asked, print it, and write the page.

    Parameters
    ----------
    world : World
        Who adopts.
    request : WhatIfRequest
        What is asked.
    out : Path or None
        The page; None writes none.
    """
    from lapor_lab.cli.whatif_run import run_trials, tell_saturation
    from lapor_lab.cli.whatif_screen import print_section, print_trials
    from lapor_lab.schema import label

    screen, practices = console(), request.practices
    with progress("Menjalankan simulasi", request.n_replications) as step:
        trials = run_trials(
            world.scenario,
            world.institution,
            practices,
            n_replications=request.n_replications,
            rng=request.rng,
            calibration=world.calibration,
            on_replication=step,
        )
    titles = ", ".join(practice.title for practice in practices)
    screen.print(f"{world.institution.name}: {titles}")
    print_trials(trials, practices)
    for sentence in tell_saturation(world.scenario, world.institution, practices):
        screen.print(sentence)
    if any(practice.changes_demand for practice in practices):
        screen.print(label("whatif.changes_demand"))
    sections = _ask(world, request)
    for section in sections:
        print_section(section)
    screen.print(f"{label('notice.synthetic')}; {label('notice.simulation')}.")
    if out is not None:
        _write(world, request, trials, sections, out)
        screen.print(f"Hasil ada di {out}.")


def _ask(world: "World", request: WhatIfRequest) -> "list[WhatIfSection]":
    from lapor_lab.cli.whatif_questions import (
        ask_order,
        ask_sensitivity,
        ask_target,
        sensitivity_years,
    )

    n_years = request.n_replications
    asked: list[tuple[str, int, Any]] = []
    if request.target is not None:
        ask = partial(ask_target, target=request.target)
        asked.append(("Mencari himpunan terkecil", n_years, ask))
    if request.is_ordered:
        asked.append(("Menerapkan satu per satu", n_years, ask_order))
    if request.is_sensitivity:
        years = sensitivity_years(n_years)
        asked.append(("Mengubah setiap asumsi", years, ask_sensitivity))
    sections = []
    for text, n_steps, ask in asked:
        with progress(text, n_steps) as step:
            sections.append(
                ask(
                    world,
                    request.practices,
                    measure=request.measure,
                    n_replications=n_years,
                    rng=request.rng,
                    on_replication=step,
                )
            )
    return sections


def _write(
    world: "World",
    request: WhatIfRequest,
    trials: "pd.DataFrame",
    sections: "list[WhatIfSection]",
    out: Path,
) -> None:
    from lapor_lab.cli.whatif_run import summarise_trials
    from lapor_lab.cli.whatif_statements import tell_basis, tell_hours, tell_parameters
    from lapor_lab.report import write_whatif

    result = summarise_trials(
        trials,
        world.scenario,
        world.institution,
        request.practices,
        n_replications=request.n_replications,
        rng=request.rng,
    )
    costs = tell_hours(world, request.practices)
    page = replace(
        result,
        basis=tell_basis(world),
        sections=(*sections, costs, *tell_parameters(world)),
        is_calibrated=world.calibration is not None,
    )
    write_whatif(page, out)
