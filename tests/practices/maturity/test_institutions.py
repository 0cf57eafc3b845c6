"""Levels of several institutions in one table."""

from lapor_lab.practices.maturity import (
    assess,
    example_form_path,
    read_form,
    tabulate_institutions,
)


def test_institutions_stand_below_each_other() -> None:
    """Five rows an institution, none for its units, and an example says so."""
    names = ("penilaian_2022.toml", "penilaian_kementerian_a.toml")
    table = tabulate_institutions(assess(read_form(example_form_path(name))) for name in names)
    assert table["institution"].value_counts().to_dict() == {
        "Kemendikbudristek": 5,
        "Kementerian A": 5,
    }
    levels = table[table["institution"] == "Kementerian A"]["level"].tolist()
    assert levels == [3, 2, 3, 2, 2]
    assert table["is_example"].all()


def test_no_institution_gives_no_row() -> None:
    """An empty list is an empty table with its columns."""
    table = tabulate_institutions([])
    assert list(table.columns) == ["institution", "practice", "level", "is_example"]
    assert table.empty
