"""A what-if as a page: what the practices change, under which assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.plots import plot_before_after
from lapor_lab.plots.before_after import EFFECTS
from lapor_lab.report.output import check_kind, write_atomically
from lapor_lab.report.page import (
    cover_notices,
    is_synthetic,
    render_page,
    scenario_caption,
)
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.schema import Scale, label, scale_of
from lapor_lab.schema.tables import require_columns

__all__ = ["Assumption", "Basis", "WhatIf", "WhatIfSection", "write_whatif"]

# Read as words, not laid below each other as numbers.
_TEXT_COLUMNS: Final = (
    *("column.item", "column.basis", "whatif.reason", "whatif.practice", "whatif.verdict"),
)


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One assumption of a simulation, as its reader sees it.

    Parameters
    ----------
    name : str
        What is assumed, such as "Pejabat penghubung yang aktif".
    base, changed : str
        Its value without and with the practices, with unit.
    reason : str
        Source, or the word "asumsi" and why.
    """

    name: str
    base: str
    changed: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a simulation rests on; stands on the cover.

    Parameters
    ----------
    data : str
        What was estimated from data.
    model : str
        What the model does.
    assumed : tuple of str
        What is assumed.
    """

    data: str
    model: str
    assumed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class WhatIfSection:
    """A further question that was asked of the simulation.

    Parameters
    ----------
    heading : str
        Of the section.
    caption : str
        Of the table.
    table : DataFrame of shape (n_rows, n_columns)
        Texts; the index is the first column.
    sentences : tuple of str, default=()
        What is said above the table.
    """

    heading: str
    caption: str
    table: pd.DataFrame
    sentences: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Headings of the table, that of the index first."""
        return str(self.table.index.name), *(str(name) for name in self.table.columns)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Cells of the table, the index first."""
        return [tuple(str(cell) for cell in row) for row in self.table.itertuples(name=None)]


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """A simulation's result, ready to be written.

    Parameters
    ----------
    effects : DataFrame of shape (n_measures, 6)
        `measure, base, changed, difference, lower, upper`: paired differences with their
        interval.
    institution : str
        Whose handling was simulated.
    practices : tuple of str
        Names of the practices that were switched on.
    assumptions : tuple of Assumption
        What the result rests on.
    as_of : Timestamp
        Moment at which the simulated cases are looked at.
    provenance : mapping of str to str
        As the simulated log carries it.
    n_replications : int
        Pairs of runs behind the intervals.
    half_effects : DataFrame of shape (n_measures, 6) or None, default=None
        The same if the practices reach half of what is assumed: the sensitivity.
    notes : tuple of str, default=()
        Further sentences for the section on methods.
    basis : Basis or None, default=None
        What is data, what is model and what is assumed.
    sections : tuple of WhatIfSection, default=()
        Further questions, in the order of the page.
    is_calibrated : bool, default=False
        Whether the intervals carry the errors of estimates from data.

    Raises
    ------
    ColumnNotFoundError
        If the effects lack a column.
    """

    effects: pd.DataFrame
    institution: str
    practices: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    as_of: pd.Timestamp
    provenance: Mapping[str, str] = field(default_factory=dict)
    n_replications: int
    half_effects: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()
    basis: Basis | None = None
    sections: tuple[WhatIfSection, ...] = ()
    is_calibrated: bool = False

    def __post_init__(self) -> None:
        for table in (self.effects, self.half_effects):
            if table is not None:
                require_columns(table.columns, EFFECTS, path="effects")


def write_whatif(whatif: WhatIf, path: Path | str) -> Path:
    """Write a what-if as a page.

    Parameters
    ----------
    whatif : WhatIf
        What to write.
    path : Path or str
        Where it should go; must end in ``.html``.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    target = check_kind(path, [".html"])
    page = render_page(
        "whatif.html.jinja",
        title=label("report.whatif"),
        whatif=whatif,
        notices=cover_notices(whatif.provenance, always=("notice.simulation",)),
        is_synthetic=is_synthetic(whatif.provenance),
        rows=_rows(whatif.effects),
        half_rows=[] if whatif.half_effects is None else _rows(whatif.half_effects),
        pictures=_pictures(whatif),
        text_columns=tuple(label(key) for key in _TEXT_COLUMNS),
    )
    write_atomically(target, page)
    return target


def _rows(effects: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in effects.to_dict("records")]


def _pictures(whatif: WhatIf) -> list[Picture]:
    scales = whatif.effects["measure"].map(scale_of)
    tables = [whatif.effects[scales == scale] for scale in Scale]
    return [_picture(whatif, table) for table in tables if len(table)]


def _picture(whatif: WhatIf, effects: pd.DataFrame) -> Picture:
    made_up = is_synthetic(whatif.provenance)
    return draw_picture(
        lambda ax: plot_before_after(
            effects,
            ax=ax,
            is_synthetic=made_up,
            caption=scenario_caption(whatif.provenance),
        ),
        width_inches=9,
        height_inches=1.7 + 0.55 * len(effects),
        alt=label("report.alt_before_after", n=len(effects)),
    )
