"""How large an effect is: a standard size, and the range that is held possible."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from lapor_lab.errors import ParameterError

__all__ = ["SIZES", "Change", "Size", "SizeName", "check_reason"]

SizeName: TypeAlias = Literal["low", "standard", "high"]
SIZES: Final[tuple[SizeName, ...]] = ("low", "standard", "high")


class Change(StrEnum):
    """How a size acts on today's value."""

    AT_LEAST = ">="
    AT_MOST = "<="
    TIMES = "×"


@dataclass(frozen=True, kw_only=True)
class Size:
    """A size in three cases.

    Parameters
    ----------
    low : float
        Least favourable value that is held possible.
    standard : float
        The assumption.
    high : float
        Most favourable value that is held possible.

    Raises
    ------
    ParameterError
        If a value is negative or the standard does not lie between the others.
    """

    low: float
    standard: float
    high: float

    def __post_init__(self) -> None:
        for name in SIZES:
            value = self.value(name)
            if not 0 <= value < float("inf"):
                raise ParameterError(
                    "parameter_range",
                    name=name,
                    allowed=">= 0",
                    value=value,
                    remedy="Give a larger one.",
                )
        ends = sorted((self.low, self.high))
        if not ends[0] <= self.standard <= ends[1]:
            raise ParameterError(
                "parameter_range",
                name="standard",
                allowed=f"{ends[0]} … {ends[1]}",
                value=self.standard,
                remedy="Give a value inside.",
            )

    def value(self, name: SizeName) -> float:
        """Return one of the three values.

        Parameters
        ----------
        name : {"low", "standard", "high"}
            Which.

        Returns
        -------
        float
            The value.

        Examples
        --------
        >>> Size(low=0.8, standard=0.6, high=0.4).value("low")
        0.8
        """
        return {"low": self.low, "standard": self.standard, "high": self.high}[name]


def check_reason(reason: str) -> None:
    """Refuse a size that says nothing of why.

    Parameters
    ----------
    reason : str
        Why this much.

    Raises
    ------
    ParameterError
        If it is blank.
    """
    if not reason.strip():
        raise ParameterError(
            "parameter_range",
            name="reason",
            allowed="a sentence",
            value=reason,
            remedy='Write where the size comes from, or "asumsi" and why.',
        )
