"""Further questions to a simulated world, each a section of the page and of the screen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lapor_lab.cli.whatif_world import World
    from lapor_lab.practices import Practice
    from lapor_lab.report import WhatIfSection

__all__ = ["ask_order", "ask_sensitivity", "ask_target", "sensitivity_years"]

# Each assumption is two worlds more: fewer years of each are enough to order them.
_SENSITIVITY_YEARS: Final = 10

Step = Callable[[], None]


def ask_order(
    world: "World",
    practices: "Sequence[Practice]",
    measure: str,
    *,
    n_replications: int,
    rng: int,
    on_replication: Step | None = None,
) -> "WhatIfSection":
    """Adopt practices one after another.

    Parameters
    ----------
    world : World
        Who adopts.
    practices : sequence of Practice
        In their order.
    measure : str
        Which measure to show.
    n_replications : int
        Years of each world.
    rng : int
        Seed.
    on_replication : callable or None, default=None
        Called after each year of all worlds.

    Returns
    -------
    WhatIfSection
        The path.
    """
    from lapor_lab.practices import Goal, adopt_in_order, tabulate_order
    from lapor_lab.report import WhatIfSection
    from lapor_lab.schema import label

    Goal(measure=measure, target=1.0)
    path = adopt_in_order(
        world.scenario,
        world.institution.id,
        practices,
        n_replications=n_replications,
        rng=rng,
        on_replication=on_replication,
    )
    # The path is run at the estimates, not at draws from their errors.
    chance = () if world.calibration is None else (label("whatif.note_order_chance"),)
    return WhatIfSection(
        heading=label("whatif.heading_order"),
        caption=label("whatif.caption_order", measure=label(f"measure.{measure}")),
        table=tabulate_order(path, practices, measure),
        sentences=(label("whatif.note_order"), *chance),
    )


def ask_target(
    world: "World",
    practices: "Sequence[Practice]",
    measure: str,
    target: float,
    *,
    n_replications: int,
    rng: int,
    on_replication: Step | None = None,
) -> "WhatIfSection":
    """Look for the smallest set of practices that meets a target.

    Parameters
    ----------
    world : World
        Who adopts.
    practices : sequence of Practice
        What can be adopted.
    measure : str
        Of which the target is.
    target : float
        The target.
    n_replications : int
        Years of each set.
    rng : int
        Seed.
    on_replication : callable or None, default=None
        Called after each year of all sets.

    Returns
    -------
    WhatIfSection
        The answer, and all sets.
    """
    from lapor_lab.practices import describe_smallest, smallest_set, tabulate_sets
    from lapor_lab.report import WhatIfSection
    from lapor_lab.schema import Availability, format_estimate, label

    found = smallest_set(
        world.scenario,
        world.institution.id,
        measure,
        target,
        practices,
        n_replications=n_replications,
        rng=rng,
        draw=None if world.calibration is None else world.calibration.draw,
        on_replication=on_replication,
    )
    drawn = "" if world.calibration is None else label("whatif.note_drawn")
    return WhatIfSection(
        heading=label("whatif.heading_target"),
        caption=label(
            "whatif.caption_target",
            measure=label(f"measure.{measure}"),
            target=format_estimate(target, measure, Availability.AVAILABLE),
        ),
        table=tabulate_sets(found, practices),
        sentences=(
            *describe_smallest(found, practices),
            label("whatif.note_target", drawn=drawn),
        ),
    )


def ask_sensitivity(
    world: "World",
    practices: "Sequence[Practice]",
    measure: str,
    *,
    n_replications: int,
    rng: int,
    on_replication: Step | None = None,
) -> "WhatIfSection":
    """Vary each assumption alone.

    Parameters
    ----------
    world : World
        Who adopts.
    practices : sequence of Practice
        What is adopted.
    measure : str
        On which the effect is shown.
    n_replications : int
        Years of each world, at most 10 of which are run.
    rng : int
        Seed.
    on_replication : callable or None, default=None
        Called after each year of all worlds.

    Returns
    -------
    WhatIfSection
        The assumptions on which the effect hangs most.
    """
    from lapor_lab.practices import Goal, assumption_sensitivity, tabulate_sensitivity
    from lapor_lab.report import WhatIfSection
    from lapor_lab.schema import label

    Goal(measure=measure, target=1.0)
    table = assumption_sensitivity(
        world.scenario,
        world.institution.id,
        practices,
        measure,
        assumed=_assumed_numbers(world),
        n_replications=sensitivity_years(n_replications),
        rng=rng,
        on_replication=on_replication,
    )
    return WhatIfSection(
        heading=label("whatif.heading_sensitivity"),
        caption=label("whatif.caption_sensitivity", measure=label(f"measure.{measure}")),
        table=tabulate_sensitivity(table, practices, measure),
        sentences=(label("whatif.note_sensitivity"),),
    )


def sensitivity_years(n_replications: int) -> int:
    """Return how many years of each world are run to vary assumptions.

    Parameters
    ----------
    n_replications : int
        How many others take.

    Returns
    -------
    int
        At most 10.

    Examples
    --------
    >>> sensitivity_years(20), sensitivity_years(4)
    (10, 4)
    """
    return min(n_replications, _SENSITIVITY_YEARS)


def _assumed_numbers(world: "World") -> tuple[str, ...]:
    """Return the parameters that a calibration left to assumptions and that can be varied."""
    from lapor_lab.practices.calibration import ASSUMED

    if world.calibration is None:
        return ()
    names = world.calibration.names_of(ASSUMED)
    return tuple(name for name in names if isinstance(getattr(world.institution, name), float))
