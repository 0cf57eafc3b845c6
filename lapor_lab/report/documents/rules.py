"""Instruments that drafts name; each mention says that it must be looked up."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from lapor_lab.errors import UnknownNameError

__all__ = ["LOOK_UP", "Rule", "cite", "load_rules"]

LOOK_UP: Final = "periksa keberlakuan di JDIH"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One instrument.

    Parameters
    ----------
    id : str
        Identifier.
    name : str
        Name in full, as far as it was seen.
    about : str
        What it has to do with handling reports.
    source : str
        Where it was seen; its text was not read in full.
    scope : str
        ``"base"`` for all drafts, ``"performance"`` for those about performance.
    """

    id: str
    name: str
    about: str
    source: str
    scope: str

    @property
    def cited(self) -> str:
        """The name with the remark that it must be looked up."""
        return f"{self.name} ({LOOK_UP})"


@cache
def load_rules() -> tuple[Rule, ...]:
    """Load the instruments that ship with the kit.

    Returns
    -------
    tuple of Rule
        Highest first.

    Examples
    --------
    >>> load_rules()[0].name
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'
    """
    text = (files("lapor_lab.report.documents") / "data" / "rules.toml").read_text("utf-8")
    return tuple(Rule(**row) for row in tomllib.loads(text)["rule"])


def cite(rule_id: str) -> str:
    """Name a rule with the remark that it must be looked up.

    Parameters
    ----------
    rule_id : str
        Identifier.

    Returns
    -------
    str
        Name and remark.

    Raises
    ------
    UnknownNameError
        If no such rule ships.

    Examples
    --------
    >>> cite("uu_pelindungan_data")[-29:]
    '(periksa keberlakuan di JDIH)'
    """
    for rule in load_rules():
        if rule.id == rule_id:
            return rule.cited
    raise UnknownNameError(
        "unknown_name",
        kind="rule",
        value=rule_id,
        allowed=", ".join(rule.id for rule in load_rules()),
    )
