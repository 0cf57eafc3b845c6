"""The one value that every maker and importer returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from lapor_lab.schema.tables import CASES, EVENTS, PARAMETERS, TRUTH, conform

__all__ = ["SYNTHETIC_PREFIX", "ComplaintLog"]

SYNTHETIC_PREFIX = "SIM-"


@dataclass(frozen=True, kw_only=True)
class ComplaintLog:
    """Complaints and what happened to them, as known at one moment.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        One row a complaint; `case_id`, `submitted_at` and `institution` are required.
    events : DataFrame of shape (n_events, n_columns) or None
        One row an event; None where the source holds no times of events.
    as_of : Timestamp
        Moment of the snapshot: nothing later is known.
    provenance : mapping of str to str
        Where it comes from: `kind` (``"sintetis"`` or ``"nyata"``), `source`, and for
        synthetic logs `scenario`, `rng` and `calendar`. A log that holds a synthetic case is
        synthetic, whatever its source said.
    truth : DataFrame of shape (n_cases, n_columns) or None, default=None
        What the maker knows and a real log does not.
    parameters : DataFrame of shape (n_parameters, 4) or None, default=None
        What the maker took for each institution, as text, and where it comes from.

    Raises
    ------
    ColumnNotFoundError
        If a table lacks a required column.
    """

    cases: pd.DataFrame
    events: pd.DataFrame | None
    as_of: pd.Timestamp
    provenance: Mapping[str, str] = field(default_factory=dict)
    truth: pd.DataFrame | None = None
    parameters: pd.DataFrame | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "cases", conform(self.cases, CASES, path="cases"))
        if self.events is not None:
            object.__setattr__(self, "events", conform(self.events, EVENTS, path="events"))
        if self.truth is not None:
            object.__setattr__(self, "truth", conform(self.truth, TRUTH, path="truth"))
        if self.parameters is not None:
            parameters = conform(self.parameters, PARAMETERS, path="parameters")
            object.__setattr__(self, "parameters", parameters)
        if self.is_synthetic:
            object.__setattr__(self, "provenance", {**self.provenance, "kind": "sintetis"})

    @property
    def is_synthetic(self) -> bool:
        """Whether any case was made up: said by its id, so that it survives every copy."""
        return bool(self.cases["case_id"].str.startswith(SYNTHETIC_PREFIX).any())
