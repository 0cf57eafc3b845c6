"""The catalogue of the five practices, read from package data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from lapor_lab.practices.catalogue import PRACTICES
from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.guide import PracticeGuide, RoleModelLevel

__all__ = ["load_guides"]


@cache
def load_guides() -> tuple[PracticeGuide, ...]:
    """Return the guides of the five practices.

    Returns
    -------
    tuple of PracticeGuide
        In the order of `PRACTICES`, with the same ids.

    Examples
    --------
    >>> [guide.id for guide in load_guides()]
    ['tugas-fungsi', 'konektivitas', 'target-kinerja', 'sosialisasi', 'legalitas']
    """
    source = files("lapor_lab.practices") / "data" / "practices.toml"
    catalogue = tomllib.loads(source.read_text(encoding="utf-8"))
    tables = {table["id"]: table for table in catalogue["practice"]}
    return tuple(
        _guide(practice.name, tables[practice.id], catalogue["crosswalk"]) for practice in PRACTICES
    )


def _guide(name: str, table: dict[str, Any], crosswalk_notes: dict[str, str]) -> PracticeGuide:
    return PracticeGuide(
        id=table["id"],
        name=name,
        title=table["title"],
        definition=table["definition"],
        sources=tuple(table["sources"]),
        items=tuple(EvidenceItem(**item) for item in table["items"]),
        levels=tuple(table["levels"]),
        measures=tuple(table["measures"]),
        crosswalk={scheme: tuple(heads) for scheme, heads in table["crosswalk"].items()},
        crosswalk_notes=crosswalk_notes,
        role_model=RoleModelLevel(**table["role_model"]),
    )
