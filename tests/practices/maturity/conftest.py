"""What the tests of the assessment share."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from lapor_lab.practices.maturity import MaturityForm, example_form_path, read_form

Filled = Callable[[Mapping[str, object]], Path]


@pytest.fixture(scope="session")
def example() -> MaturityForm:
    """The form that ships."""
    return read_form(example_form_path("penilaian_2022.toml"))


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Return a function that writes the shipped workbook with other cells: "Legalitas!D7"."""

    def fill(cells: Mapping[str, object]) -> Path:
        book = openpyxl.load_workbook(example_form_path())
        for address, value in cells.items():
            sheet, _, cell = address.partition("!")
            book[sheet][cell] = value
        path = tmp_path / "penilaian.xlsx"
        book.save(path)
        return path

    return fill
