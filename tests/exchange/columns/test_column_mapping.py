"""A mapping says which column holds what, and refuses what nobody would understand."""

import re

import pytest

from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.exchange.columns.column_mapping import (
    TARGETS,
    ColumnMapping,
    fit_mapping,
    plain_name,
)
from lapor_lab.schema import CASES, Status, label

REQUIRED = {"case_id": "No Tiket", "submitted_at": "Tgl Masuk", "institution": "Dinas"}


def test_every_column_of_cases_is_a_target() -> None:
    """Nothing that the kit can hold is out of a mapping's reach, and each target has a label."""
    assert {column.name for column in CASES} <= set(TARGETS)
    assert all(label(f"target.{target}") for target in TARGETS)


@pytest.mark.parametrize(
    ("columns", "institution", "missing"),
    [
        (REQUIRED, "", ()),
        ({}, "", ("case_id", "submitted_at", "institution")),
        ({"case_id": "a", "submitted_date": "b", "institution_account": "c"}, "", ()),
        ({"case_id": "a", "submitted_at": "b"}, "Kota Contoh", ()),
        ({"case_id": "a", "submitted_time": "b"}, "Kota Contoh", ("submitted_at",)),
    ],
)
def test_what_is_missing_is_named(
    columns: dict[str, str], institution: str, missing: tuple[str, ...]
) -> None:
    """A case needs a number, a day and an institution, each in one of its forms."""
    mapping = ColumnMapping(layout="x", columns=columns, institution=institution)

    assert mapping.missing == missing


def test_what_is_not_known_is_refused() -> None:
    """A target, an order of dates and a status must be of the known ones."""
    with pytest.raises(ParameterError, match=r"^`columns` must be one of case_id, .* got 'nama'"):
        ColumnMapping(layout="x", columns={"nama": "a"})
    message = "`date_order` must be one of day first, month first, got 'y'. Write one of the two."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        ColumnMapping(layout="x", columns={}, date_order="y")  # type: ignore[arg-type]
    message = (
        f"`statuses` must be one of {', '.join(Status)}, got 'Beres'. Write an official status."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        ColumnMapping(layout="x", columns={}, statuses={"ok": "Beres"})


@pytest.mark.parametrize("name", ["No. Tiket", "no_tiket", " NO  TIKET "])
def test_names_are_compared_without_their_dress(name: str) -> None:
    """Capitals, marks and spaces make no other name."""
    assert plain_name(name) == "no tiket"


def test_a_kept_mapping_fits_the_next_file() -> None:
    """It takes the spelling of the file at hand and keeps all else."""
    mapping = ColumnMapping(
        layout="x", columns=REQUIRED, date_order="month first", statuses={"ok": "Selesai"}
    )

    fitted = fit_mapping(mapping, ["no_tiket", "TGL MASUK", "Dinas", "lain"], path="a.csv")

    assert fitted.columns == {
        "case_id": "no_tiket",
        "submitted_at": "TGL MASUK",
        "institution": "Dinas",
    }
    assert (fitted.layout, fitted.date_order, fitted.statuses) == (
        "x",
        "month first",
        {"ok": "Selesai"},
    )


def test_an_exact_name_comes_before_a_similar_one() -> None:
    """Of two columns that differ by dress alone, the one that was meant is taken."""
    mapping = ColumnMapping(layout="x", columns={**REQUIRED, "unit": "Unit"})

    fitted = fit_mapping(mapping, ["unit", "Unit", *REQUIRED.values()], path="a.csv")

    assert fitted.columns["unit"] == "Unit"


def test_an_absent_column_is_named() -> None:
    """The refusal names the file, the column and what is there."""
    mapping = ColumnMapping(layout="x", columns=REQUIRED)
    message = (
        "a.csv: column(s) Dinas not found; it has No Tiket, Tgl Masuk. "
        "Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        fit_mapping(mapping, ["No Tiket", "Tgl Masuk"], path="a.csv")
