"""What is said beside a what-if: its costs, and what is data, model and assumption."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lapor_lab.cli.whatif_world import World
    from lapor_lab.practices import Practice
    from lapor_lab.report import Basis, WhatIfSection

__all__ = ["tell_basis", "tell_hours", "tell_parameters"]


def tell_hours(world: "World", practices: "Sequence[Practice]") -> "WhatIfSection":
    """Say what practices cost in hours of people.

    Parameters
    ----------
    world : World
        Who adopts.
    practices : sequence of Practice
        What is adopted.

    Returns
    -------
    WhatIfSection
        Item by item.
    """
    from lapor_lab.practices import officer_hours, tabulate_hours
    from lapor_lab.report import WhatIfSection
    from lapor_lab.schema import label

    costs = [officer_hours(practice, world.institution) for practice in practices]
    return WhatIfSection(
        heading=label("whatif.heading_hours"),
        caption=label("whatif.caption_hours"),
        table=tabulate_hours(costs, practices),
        sentences=(label("whatif.note_hours"),),
    )


def tell_parameters(world: "World") -> "tuple[WhatIfSection, ...]":
    """Say what each parameter of a calibrated world rests on.

    Parameters
    ----------
    world : World
        Who adopts.

    Returns
    -------
    tuple of WhatIfSection
        One; none where there are no own data.
    """
    from lapor_lab.practices.calibration import tabulate_parameters
    from lapor_lab.report import WhatIfSection
    from lapor_lab.schema import label

    if world.calibration is None:
        return ()
    name = world.institution.name
    section = WhatIfSection(
        heading=label("whatif.heading_parameters"),
        caption=label("whatif.caption_parameters", institution=name),
        table=tabulate_parameters(world.calibration),
        sentences=(label("whatif.note_parameters"),),
    )
    return (section,)


def tell_basis(world: "World") -> "Basis":
    """Say what is data, what is model, and what is assumed.

    Parameters
    ----------
    world : World
        Who adopts.

    Returns
    -------
    Basis
        For the cover.
    """
    from lapor_lab.practices.calibration import ASSUMED, DATA, summarise_parameters
    from lapor_lab.report import Basis
    from lapor_lab.schema import format_count, label

    practices = label("whatif.basis_practices")
    if world.calibration is None:
        data = label("whatif.basis_no_data", scenario=world.scenario.name)
        return Basis(data=data, model=label("whatif.basis_model"), assumed=(practices,))
    told, assumed = (
        summarise_parameters(world.calibration.names_of(basis)) for basis in (DATA, ASSUMED)
    )
    return Basis(
        data=label("whatif.basis_data", n=format_count(world.n_cases), names=told)
        + label("whatif.details_below"),
        model=label("whatif.basis_model"),
        assumed=(practices, label("whatif.basis_assumed", base=world.base, names=assumed)),
    )
