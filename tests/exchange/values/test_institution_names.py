"""Names of institutions at their dates, and one spelling for each."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.values.institution_names import InstitutionNames

STORY, AFTER = pd.Timestamp("2022-08-15"), pd.Timestamp("2025-05-01")


@pytest.mark.parametrize(
    ("name", "day", "short_name"),
    [
        ("KEMENTERIAN HUKUM  DAN HAK ASASI MANUSIA", STORY, "Kemenkumham"),
        ("Kementerian Hukum dan HAM RI", STORY, "Kemenkumham"),
        ("kemenkumham", STORY, "Kemenkumham"),
        ("Kementerian Hukum", AFTER, "Kemenkum"),
        ("Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia", AFTER, "Kemenimipas"),
        ("Kementerian ATR / BPN", STORY, "Kementerian ATR/BPN"),
        ("Pemerintah Kota Contoh", STORY, "Pemerintah Kota Contoh"),
    ],
)
def test_a_name_becomes_the_one_that_tables_show(name, day, short_name):
    """By any alias, in any case; a stranger keeps its own."""
    names, notes = InstitutionNames().institutions(pd.Series([name]), pd.Series([day]))
    assert names.item() == short_name
    assert not notes


def test_a_name_out_of_force_is_kept_and_counted():
    """It is not turned into a successor: nobody can tell which of the three."""
    names, notes = InstitutionNames().institutions(
        pd.Series(["Kemenkumham", "KEMENKUMHAM", "Kemenkumham", None], index=[4, 5, 6, 7]),
        pd.Series([STORY, AFTER, pd.NaT, STORY], index=[4, 5, 6, 7]),
    )
    assert names.to_list() == ["Kemenkumham"] * 3 + [None]
    assert notes == Counter({("name_outside_validity", "Kemenkumham"): 1})


def test_a_spelling_is_remembered():
    """From one chunk to the next; capitals alone give way in the same chunk."""
    names = InstitutionNames()
    assert (
        names.spell(pd.Series(["DINAS CONTOH", "Dinas\u00a0Contoh"])).to_list()
        == ["Dinas Contoh"] * 2
    )
    assert names.spell(pd.Series(["dinas contoh", None])).to_list() == ["Dinas Contoh", None]


def test_units_of_the_register_bear_their_official_names():
    """Of their own institution only."""
    units = InstitutionNames().units(
        pd.Series(["Ditjen AHU", "ditjen ahu", "Inspektorat Jenderal", "Kanwil Contoh", None]),
        pd.Series(["Kemenkumham", "Kemenkes", "Kemendikbudristek", "Kemenkumham", "Kemenkumham"]),
    )
    assert units.to_list() == [
        "Direktorat Jenderal Administrasi Hukum Umum",
        "Ditjen AHU",
        "Inspektorat Jenderal",
        "Kanwil Contoh",
        None,
    ]
