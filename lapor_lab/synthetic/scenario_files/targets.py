"""Published figures that the scenarios that ship claim to come near to."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from lapor_lab.synthetic.model.checks import check_at_least, check_choice

__all__ = ["QUANTITIES", "Target", "load_targets"]

QUANTITIES: Final = (
    "first_follow_up_mean_days",
    "completed_share",
    "in_process_share",
    "untouched_share",
    "followed_up_share",
    "archived_share",
    "rating_mean",
    "topic_share",
    "n_institutions",
    "good_institutions_share",
)


@dataclass(frozen=True, kw_only=True)
class Target:
    """One published figure, and how near to it the made data should be.

    Parameters
    ----------
    scenario : str
        Scenario that claims it.
    institution : str
        Institution that bears it; empty for the whole scenario.
    quantity : str
        One of `QUANTITIES`.
    value : float
        The figure: working days, a share, points from 1 to 5, or a number.
    tolerance : float
        How far the made data may be from it; a choice of ours, 0 or more.
    source : str
        Where it is published.
    topic : str, default=""
        Main topic, for ``"topic_share"``.

    Raises
    ------
    ParameterError
        If the quantity is unknown or the tolerance negative.
    """

    scenario: str
    institution: str
    quantity: str
    value: float
    tolerance: float
    source: str
    topic: str = ""

    def __post_init__(self) -> None:
        check_choice("quantity", self.quantity, QUANTITIES)
        check_at_least("tolerance", self.tolerance, 0)


@cache
def load_targets() -> tuple[Target, ...]:
    """Load the published figures that ship with the kit.

    Returns
    -------
    tuple of Target
        In the order of the file.

    Examples
    --------
    >>> [target.value for target in load_targets() if target.institution == "kemenkumham"]
    [2.2, 1.0]
    """
    source = files("lapor_lab.synthetic") / "data" / "targets.toml"
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(Target(**row) for row in raw["targets"])
