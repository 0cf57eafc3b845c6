"""What is lacking up to the level aimed at."""

import numpy as np

from lapor_lab.practices.planning import find_missing_items, gap_table


def test_the_gap_is_the_distance_to_the_role_model(make_assessment) -> None:
    """Gaps are levels that are lacking; above the role model there is none."""
    levels = {"konektivitas": 1, "legalitas": 4, "sosialisasi": float("nan")}
    table = gap_table(make_assessment(levels=levels)).set_index("practice")

    assert table.loc["konektivitas", "gap"] == table.loc["konektivitas", "role_model"] - 1
    assert table.loc["legalitas", "gap"] == 0
    assert np.isnan(table.loc["sosialisasi", "gap"])
    assert list(table.columns) == [
        "level", "inherited_level", "role_model", "gap", "missing_items",
    ]  # fmt: skip
    assert table["missing_items"].map(len).sum() == 0


def test_items_beyond_the_level_aimed_at_are_not_asked_for(make_assessment) -> None:
    """Of lacking items only those up to the role model's level are in the table."""
    lacking = {"sk-tim": False, "juknis": False, "dasar-hukum-ditinjau": False}
    table = gap_table(make_assessment(lacking, {"legalitas": 0})).set_index("practice")

    assert table.loc["legalitas", "role_model"] == 3
    assert table.loc["legalitas", "missing_items"] == ("sk-tim", "juknis")


def test_beyond_the_role_model_the_next_level_is_aimed_at(make_assessment) -> None:
    """An institution at the role model's level is asked for the next one, and no more than 4."""
    lacking = {"dasar-hukum-ditinjau": False}
    for level, expected in ((3, ("dasar-hukum-ditinjau",)), (4, ("dasar-hukum-ditinjau",))):
        table = gap_table(make_assessment(lacking, {"legalitas": level})).set_index("practice")
        assert table.loc["legalitas", "missing_items"] == expected


def test_units_that_lack_an_item_are_counted(make_assessment) -> None:
    """Units without an answer lack it too, and inherited units are counted apart."""
    missing = find_missing_items(make_assessment({"akun-unit": None, "sk-tim": False}))
    rows = missing.set_index("item")

    account = rows.loc["akun-unit"]
    assert (account["n_asked"], account["n_lacking"]) == (3, 3)
    assert (account["n_unanswered"], account["n_inherited"]) == (3, 1)
    assert (rows.loc["sk-tim", "n_lacking"], rows.loc["sk-tim", "n_unanswered"]) == (1, 0)


def test_inherited_units_widen_the_gap(make_assessment) -> None:
    """Where inherited units lag the gap is theirs; where they lead it is the institution's."""
    assessment = make_assessment(
        levels={"legalitas": 3, "konektivitas": 1, "sosialisasi": float("nan")},
        inherited={"legalitas": 0, "konektivitas": 2, "sosialisasi": 1},
    )
    gap = gap_table(assessment).set_index("practice")["gap"]

    assert (gap["legalitas"], gap["konektivitas"]) == (3, 2)
    assert np.isnan(gap["sosialisasi"])
