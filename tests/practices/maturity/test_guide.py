"""A practice as a guide to assessing it."""

import re
from dataclasses import replace

import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices.maturity import load_guides

LEGALITAS = load_guides()[4]


def test_item_is_found_by_its_id() -> None:
    """An item is found, and one that is not there is refused with what is."""
    assert LEGALITAS.item("juknis").level == 3
    message = (
        "Unknown item 'nota'. Choose one of sk-tim, sk-tim-berakhir, surat-edaran, juknis, "
        "rencana-aksi, dasar-hukum-ditinjau, sk-penghubung, sk-jabatan."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        LEGALITAS.item("nota")


def test_items_are_of_the_institution_or_of_each_unit() -> None:
    """The two scopes part the items."""
    assert LEGALITAS.items_of("instansi") + LEGALITAS.items_of("unit") == LEGALITAS.items


def test_every_level_needs_a_descriptor() -> None:
    """Four descriptors are refused."""
    message = "`legalitas.levels` must be one descriptor for each level 0 to 4, got 4. Write five."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(LEGALITAS, levels=LEGALITAS.levels[:4])


def test_item_details_one_of_its_practice() -> None:
    """An item cannot qualify what is not asked."""
    message = "`sk-tim-berakhir.details` must be sk-tim-berakhir, got 'sk-tim'. Choose one of them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(LEGALITAS, items=(LEGALITAS.item("sk-tim-berakhir"),))
