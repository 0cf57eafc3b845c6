"""The catalogue of what users read."""

import pytest

from lapor_lab.schema import grouping_names, label, translate


def test_placeholders_are_filled() -> None:
    """A label takes its values by name."""
    assert label("error.file_missing", path="a.csv") == (
        "a.csv: berkas atau folder tidak ada. Periksa alamatnya."
    )


def test_a_key_that_is_not_there_is_a_fault_of_the_code() -> None:
    """No English key ever reaches a reader by accident."""
    with pytest.raises(KeyError, match=r"^.measure\.tidak_ada.$"):
        label("measure.tidak_ada")


def test_words_inside_messages_are_translated() -> None:
    """A known English word becomes Indonesian, a path stays, nothing stays nothing."""
    assert [translate(word) for word in ("institution", "a.csv", "")] == ["Instansi", "a.csv", ""]


def test_columns_that_may_be_allowed_for_have_names() -> None:
    """Columns of a case are named in Indonesian; one's own keeps its name."""
    columns = ["is_anonymous", "is_confidential", "month", "jarak km"]

    names = ["pelapor anonim", "laporan rahasia", "bulan laporan masuk", "jarak km"]
    assert grouping_names(columns) == names
