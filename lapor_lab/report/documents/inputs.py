"""What the documents read of an assessment and of a plan."""

from datetime import date
from typing import Protocol

import pandas as pd

__all__ = ["ActionPlan", "Assessment"]


class Assessment(Protocol):
    """An assessment of one institution, as far as documents read it."""

    @property
    def institution(self) -> str:
        """Name of the institution."""
        ...

    @property
    def assessed_on(self) -> date:
        """Day of the assessment."""
        ...

    @property
    def is_example(self) -> bool:
        """Whether it was made up."""
        ...

    @property
    def levels(self) -> pd.DataFrame:
        """Levels by unit and practice."""
        ...

    @property
    def items(self) -> pd.DataFrame:
        """Answers by unit, practice and item."""
        ...

    @property
    def profile(self) -> pd.DataFrame:
        """Levels of the institution beside those of others."""
        ...


class ActionPlan(Protocol):
    """A plan of one institution, as far as documents read it."""

    @property
    def year(self) -> int:
        """Year of the plan."""
        ...

    @property
    def rows(self) -> pd.DataFrame:
        """Activities."""
        ...

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What the plan rests on."""
        ...
