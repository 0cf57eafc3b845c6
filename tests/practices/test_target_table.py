"""Paths, sets, costs and sensitivities as people read them."""

import numpy as np
import pandas as pd
import pytest

from lapor_lab.practices import (
    KONEKTIVITAS,
    LEGALITAS,
    SmallestSet,
    TargetVerdict,
    describe_smallest,
    officer_hours,
    tabulate_hours,
    tabulate_order,
    tabulate_sensitivity,
    tabulate_sets,
)
from lapor_lab.synthetic import Scenario

BOTH = (KONEKTIVITAS, LEGALITAS)
WITHIN = "first_followed_up_within_limit"


def found(**changes: object) -> SmallestSet:
    """Return an answer in which both practices are needed."""
    rows = [
        ((), 0, 0.8, 0.75, 0.85, 0.0, "not_met"),
        (("konektivitas",), 1, 0.91, 0.88, 0.94, 800.0, "on_average"),
        (("konektivitas", "legalitas"), 2, 0.95, 0.92, 0.98, 1200.0, "confident"),
    ]
    columns = ["practices", "n_practices", "estimate", "lower", "upper", "hours", "verdict"]
    usual: dict[str, object] = {
        "measure": WITHIN,
        "target": 0.9,
        "verdict": TargetVerdict.CONFIDENT,
        "practices": ("konektivitas", "legalitas"),
        "estimate": 0.95,
        "lower": 0.92,
        "upper": 0.98,
        "hours": 1200.4,
        "cheapest": ("konektivitas", "legalitas"),
        "cheapest_hours": 1200.4,
        "sets": pd.DataFrame(rows, columns=columns),
        "n_replications": 5,
    }
    return SmallestSet(**(usual | changes))  # type: ignore[arg-type]


def test_sets_are_shown_with_value_verdict_and_hours() -> None:
    """The empty set is called so; a set is its practices with a plus between."""
    table = tabulate_sets(found(), BOTH)
    assert table.index.to_list() == [
        "tanpa praktik",
        "Konektivitas",
        "Konektivitas + Legalitas",
    ]
    assert table.iloc[2].to_list() == [
        "95,0 % (92,0–98,0 %)",
        "terpenuhi dengan yakin",
        "1.200",
    ]


def test_the_answer_is_one_sentence() -> None:
    """Measure, target, practices, verdict, value and hours stand in it."""
    (told,) = describe_smallest(found(), BOTH)
    assert told == (
        "Himpunan praktik terkecil agar “Tindak lanjut pertama ≤ 5 hari kerja” mencapai 90,0 %: "
        "Konektivitas + Legalitas (terpenuhi dengan yakin; 95,0 %; 1.200 jam kerja setahun)."
    )


def test_a_cheaper_set_is_named_beside_the_smallest() -> None:
    """Where more practices cost fewer hours, both are said."""
    told = describe_smallest(found(cheapest=("legalitas",), cheapest_hours=434.0), BOTH)
    assert told[1] == (
        "Yang paling hemat jam kerja dengan hasil setara: Legalitas (434 jam kerja setahun)."
    )


def test_out_of_reach_names_what_comes_nearest() -> None:
    """If no set meets the target even on average, that is said, and which is nearest."""
    told = describe_smallest(found(verdict=TargetVerdict.NOT_MET, estimate=0.85), BOTH)
    expected = (
        "Tidak ada himpunan praktik yang memenuhi target, bahkan rata-rata. Yang paling "
        "mendekati: Konektivitas + Legalitas (85,0 %; 1.200 jam kerja setahun)."
    )
    assert told == (expected,)


def test_full_queues_cannot_be_judged() -> None:
    """Where every set leaves a queue full, no number stands, and a way out does."""
    told = describe_smallest(found(verdict=TargetVerdict.SATURATED, estimate=np.nan), BOTH)
    expected = (
        "Antrean tetap jenuh dengan himpunan praktik mana pun, sehingga target tidak dapat "
        "dinilai. Tambahkan petugas atau jam kerja."
    )
    assert told == (expected,)


def test_steps_are_numbered() -> None:
    """Each step has its value, both differences and the hours up to it."""
    row = {
        "step": 1,
        "practice": "legalitas",
        "measure": WITHIN,
        "changed": 0.9,
        "difference": 0.1,
        "lower": 0.05,
        "upper": 0.15,
        "availability": "tersedia",
        "step_difference": np.nan,
        "step_lower": np.nan,
        "step_upper": np.nan,
        "step_availability": "antrean jenuh",
        "hours": 434.0,
    }
    table = tabulate_order(pd.DataFrame([row]), BOTH, WITHIN)
    assert table.index.to_list() == ["1. Legalitas"]
    assert table.iloc[0].to_list() == [
        "90,0 %",
        "+10,0 poin persen (+5,0 sampai +15,0)",
        "antrean jenuh",
        "434",
    ]


def test_hours_stand_item_by_item(scenario: Scenario) -> None:
    """Every item has its range and the word asumsi in its reason."""
    model = scenario.institution("kementerian-g")
    table = tabulate_hours([officer_hours(each, model) for each in BOTH], BOTH)
    assert table.index.unique().to_list() == ["Konektivitas", "Legalitas"]
    assert table["Alasan"].str.startswith("asumsi").all()
    assert table["Rentang asumsi"].str.contains(" … ").all()
    totals = table[table["Pekerjaan"] == "Jumlah"]["Jam kerja setahun (asumsi)"]
    assert totals.to_list() == ["78", "236"]


@pytest.mark.parametrize(
    ("effect", "text"), [(0.1, "+10,0 poin persen"), (np.nan, "antrean jenuh")]
)
def test_assumptions_stand_with_their_range(effect: float, text: str) -> None:
    """A practice or the model is named beside each; an end without a value says why."""
    rows = [
        ("konektivitas", "misrouted_share", 0.08, 0.06, 0.04, effect, 0.1, 0.1, 0.0),
        ("", "absences_per_year", 1.5, 2.0, 2.5, effect, 0.1, 0.1, 0.0),
    ]
    columns = ["practice", "parameter", "low", "standard", "high", "effect_low", "effect"]
    table = pd.DataFrame(rows, columns=[*columns, "effect_high", "swing"])
    shown = tabulate_sensitivity(table, BOTH, WITHIN)
    assert shown.iloc[0].to_list() == ["Konektivitas", "8,0 % … 4,0 %", text, "+10,0 poin persen"]
    assert shown.iloc[1, 0] == "Model"
    assert len(tabulate_sensitivity(table, BOTH, WITHIN, n_rows=1)) == 1
