"""A made-up assessment: every item of the catalogue, some not met, some not answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd
import pytest

from lapor_lab.practices.maturity import load_guides

CENTRE = "Instansi Fiktif"
UNITS = {"Unit Satu": "", "Unit Dua": "", "Unit Tiga": "unit hasil penggabungan"}
NAN = float("nan")

MakeAssessment = Callable[..., "MadeUp"]


@dataclass(frozen=True, kw_only=True)
class MadeUp:
    """What a plan reads of an assessment."""

    institution: str
    assessed_on: date
    is_example: bool
    n_units: int | None
    items: pd.DataFrame
    profile: pd.DataFrame


@pytest.fixture(scope="session")
def make_assessment() -> MakeAssessment:
    """Return a function: all is met but the items named, by the answer given (False or None)."""

    def make(
        lacking: dict[str, bool | None] | None = None,
        levels: dict[str, float] | None = None,
        inherited: dict[str, float] | None = None,
        units: dict[str, str] | None = None,
    ) -> MadeUp:
        rows = []
        for guide in load_guides():
            for item in guide.items:
                asked = {CENTRE: ""} if item.scope == "instansi" else units or UNITS
                answer = (lacking or {}).get(item.id, True)
                rows += [
                    {
                        "unit": unit,
                        "group": group,
                        "practice": guide.id,
                        "item": item.id,
                        "question": item.question,
                        "is_met": answer,
                    }
                    for unit, group in asked.items()
                ]
        profile = pd.DataFrame(
            {
                "practice": [guide.id for guide in load_guides()],
                "level": [float((levels or {}).get(guide.id, 1)) for guide in load_guides()],
                "inherited_level": [
                    (inherited or {}).get(guide.id, NAN) for guide in load_guides()
                ],
                "role_model": [float(guide.role_model.level) for guide in load_guides()],
            }
        )
        return MadeUp(
            institution=CENTRE,
            assessed_on=date(2022, 8, 15),
            is_example=True,
            n_units=None,
            items=pd.DataFrame(rows),
            profile=profile,
        )

    return make


@pytest.fixture(scope="session")
def baselines() -> pd.DataFrame:
    """Measured values: a share, a time, and one that is not available."""
    rows = [
        ("first_followed_up_within_limit", 0.80, 0.76, 0.84, "tersedia"),
        ("first_follow_up_median_days", 4.0, 3.5, 4.5, "tersedia"),
        ("mean_rating", NAN, NAN, NAN, "tidak tersedia"),
    ]
    return pd.DataFrame(rows, columns=["measure", "estimate", "lower", "upper", "availability"])


@pytest.fixture(scope="session")
def effects() -> pd.DataFrame:
    """Simulated effects: konektivitas does most, sosialisasi harms, one has no steady value."""
    on_time = "first_followed_up_within_limit"
    rows = [
        ("tugas-fungsi", on_time, 0.75, 0.01, 0.00, 0.02, "tersedia"),
        ("konektivitas", on_time, 0.75, 0.10, 0.08, 0.12, "tersedia"),
        ("target-kinerja", on_time, 0.75, 0.04, 0.03, 0.05, "tersedia"),
        ("sosialisasi", on_time, 0.75, -0.02, -0.03, -0.01, "tersedia"),
        ("legalitas", on_time, 0.75, NAN, NAN, NAN, "tidak tersedia (antrean penuh)"),
        ("semua", on_time, 0.75, 0.12, 0.10, 0.14, "tersedia"),
        ("semua", "first_follow_up_median_days", 5.0, -1.0, -1.5, -0.5, "tersedia"),
    ]
    names = ["practice", "measure", "base", "difference", "lower", "upper", "availability"]
    return pd.DataFrame(rows, columns=names)
