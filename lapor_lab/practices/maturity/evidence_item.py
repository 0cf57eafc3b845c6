"""One thing that can be evidenced: a question, what answers it well, and what shows it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from lapor_lab.errors import ParameterError

__all__ = ["NEVER", "UNBOUNDED", "Answer", "EvidenceItem", "ItemKind", "ItemScope"]

ItemKind: TypeAlias = Literal["yes_no", "date", "share", "count"]
ItemScope: TypeAlias = Literal["instansi", "unit"]
Answer: TypeAlias = bool | date | float

# A decree without a last day, and a deed that was never done: the ends of Python's calendar.
UNBOUNDED: Final = date.max
NEVER: Final = date.min
_KINDS: Final = ("yes_no", "date", "share", "count")
_SCOPES: Final = ("instansi", "unit")
_LEVELS: Final = range(1, 5)


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """A question of the assessment form.

    Parameters
    ----------
    id : str
        Identifier, of one item in the whole catalogue.
    question : str
        In Indonesian.
    kind : {"yes_no", "date", "share", "count"}
        What an answer is.
    level : int
        Level from which it is needed, 1 to 4.
    threshold : float
        What an answer must reach: 1 for "ya", a share in per cent, a count, or the days from
        the day of assessment: 0 for a day that must not lie behind, -92 for one at most 92
        days ago.
    evidence : str
        Example of what shows it (*data dukung*).
    source : str
        A public source, or "asumsi".
    scope : {"instansi", "unit"}
        Whether it is answered once for the institution or for each unit.
    at_most : bool, default=False
        Whether the threshold must not be exceeded.
    of_units : bool, default=False
        Whether it is a count of units, which cannot exceed their number.
    details : str, default=""
        Id of the item that this one must agree with: an expiry with the "ya" of its decree, a
        share with its count of units.
    unit_item : str, default=""
        Id of the item that a unit which counts here cannot have answered with "tidak".

    Raises
    ------
    ParameterError
        If a value lies outside of what is listed, or no source is given.
    """

    id: str
    question: str
    kind: ItemKind
    level: int
    threshold: float
    evidence: str
    source: str
    scope: ItemScope
    at_most: bool = False
    of_units: bool = False
    details: str = ""
    unit_item: str = ""

    def __post_init__(self) -> None:
        for name, allowed in {"kind": _KINDS, "scope": _SCOPES, "level": _LEVELS}.items():
            value = getattr(self, name)
            if value not in allowed:
                raise ParameterError(
                    "parameter_range",
                    name=f"{self.id}.{name}",
                    allowed=" | ".join(map(str, allowed)),
                    value=value,
                    remedy="Choose one of them.",
                )
        if not self.source.strip():
            raise ParameterError(
                "parameter_range",
                name=f"{self.id}.source",
                allowed="a sentence",
                value=self.source,
                remedy='Write where it comes from, or "asumsi".',
            )

    @property
    def is_past(self) -> bool:
        """Whether the answer is a day on which something was done."""
        return self.kind == "date" and self.threshold < 0

    @property
    def is_expiry(self) -> bool:
        """Whether the answer is the last day of something that is in force."""
        return self.kind == "date" and self.threshold >= 0

    def is_met_by(self, answer: Answer, assessed_on: date | None) -> bool | None:
        """Tell whether an answer is good enough.

        Parameters
        ----------
        answer : bool, date or float
            An answer of the item's kind.
        assessed_on : date or None
            Day of assessment.

        Returns
        -------
        bool or None
            None for a day, where that of assessment is unknown.

        Examples
        --------
        >>> item = EvidenceItem(id="sk", question="?", kind="date", level=1, threshold=0,
        ...                     evidence="SK", source="asumsi", scope="instansi")
        >>> item.is_met_by(date(2021, 12, 31), date(2022, 8, 15))
        False
        """
        if isinstance(answer, date):
            if assessed_on is None:
                return None
            return answer >= assessed_on + timedelta(days=self.threshold)
        return answer <= self.threshold if self.at_most else answer >= self.threshold
