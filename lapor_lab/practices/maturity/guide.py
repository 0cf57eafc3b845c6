"""A practice as a guide to assessing it: definition, sources, items, levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices.maturity.evidence_item import EvidenceItem, ItemScope

__all__ = ["LEVELS", "PracticeGuide", "RoleModelLevel"]

LEVELS: Final = range(5)


@dataclass(frozen=True, kw_only=True)
class RoleModelLevel:
    """How far the article of 2022 shows the role model to be.

    Parameters
    ----------
    level : int
        Highest level that the article supports; the number itself is our reading.
    stated : str
        What the article says.
    unstated : str
        What it is silent about.
    """

    level: int
    stated: str
    unstated: str

    @property
    def basis(self) -> str:
        """What the level rests on, in one Indonesian sentence."""
        return (
            f"Kisah 2022: {self.stated}; {self.unstated}. Angka tingkat: asumsi (bacaan penyusun)."
        )


@dataclass(frozen=True, kw_only=True)
class PracticeGuide:
    """What a practice is and how to tell how far it is.

    Parameters
    ----------
    id : str
        That of the practice in `PRACTICES`.
    name : str
        Its short name in Indonesian, as on the tab of the form.
    title : str
        Its full name.
    definition : str
        In one sentence.
    sources : tuple of str
        Public sources.
    items : tuple of EvidenceItem
        What is asked.
    levels : tuple of str
        Descriptors of levels 0 to 4.
    measures : tuple of str
        Ids of the measures that it should move; assumptions.
    crosswalk : mapping of str to tuple of str
        Heads of "kemendagri", "spso", "iso_10002" and "pekppp" that it falls under.
    crosswalk_notes : mapping of str to str
        What each scheme is, and as "note" whose reading the crosswalk is.
    role_model : RoleModelLevel
        The role model by the article of 2022.

    Raises
    ------
    ParameterError
        If there are not five descriptors, or an item details what is not there.
    """

    id: str
    name: str
    title: str
    definition: str
    sources: tuple[str, ...]
    items: tuple[EvidenceItem, ...]
    levels: tuple[str, ...]
    measures: tuple[str, ...]
    crosswalk: Mapping[str, tuple[str, ...]]
    crosswalk_notes: Mapping[str, str] = field(repr=False)
    role_model: RoleModelLevel

    def __post_init__(self) -> None:
        if len(self.levels) != len(LEVELS):
            raise ParameterError(
                "parameter_range",
                name=f"{self.id}.levels",
                allowed="one descriptor for each level 0 to 4",
                value=len(self.levels),
                remedy="Write five.",
            )
        known = [item.id for item in self.items]
        for item in self.items:
            for name in ("details", "unit_item"):
                value = getattr(item, name)
                if value and value not in known:
                    raise ParameterError(
                        "parameter_range",
                        name=f"{item.id}.{name}",
                        allowed=" | ".join(known),
                        value=value,
                        remedy="Choose one of them.",
                    )

    def item(self, item_id: str) -> EvidenceItem:
        """Return an item by its identifier.

        Parameters
        ----------
        item_id : str
            Such as ``"sk-tim"``.

        Returns
        -------
        EvidenceItem
            The item.

        Raises
        ------
        UnknownNameError
            If the practice has none.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        allowed = ", ".join(item.id for item in self.items)
        raise UnknownNameError("unknown_name", kind="item", value=item_id, allowed=allowed)

    def items_of(self, scope: ItemScope) -> tuple[EvidenceItem, ...]:
        """Return the items that an institution or a unit answers.

        Parameters
        ----------
        scope : {"instansi", "unit"}
            Which.

        Returns
        -------
        tuple of EvidenceItem
            In the order of the form.
        """
        return tuple(item for item in self.items if item.scope == scope)
