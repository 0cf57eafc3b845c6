"""A made-up assessment and a plan in the frames that the practices give."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest

NAN = float("nan")
UNITS = ["Sekretariat Jenderal", "Direktorat Jenderal A", "LLDIKTI Wilayah I", "Universitas Contoh"]


def _levels() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": UNITS,
            "group": ["", "", "", "unit hasil penggabungan"],
            "practice": "konektivitas",
            "level": [3.0, 2.0, 1.0, NAN],
        }
    )


def _items() -> pd.DataFrame:
    asked = [
        ("tugas-fungsi", "tf1", "Apakah SOP pengelolaan laporan berlaku?", [True] * 4),
        ("konektivitas", "ko1", "Apakah akun pejabat penghubung aktif?", [True, True, False, None]),
        ("konektivitas", "ko2", "Apakah daftar pejabat dimutakhirkan?", [False] * 4),
        ("legalitas", "le1", "Apakah SK tim masih berlaku | terbit?", [True, False, True, True]),
    ]
    return pd.DataFrame(
        [
            {"unit": u, "practice": p, "item": i, "question": q, "is_met": met}
            for p, i, q, answers in asked
            for u, met in zip(UNITS, answers, strict=True)
        ]
    )


def _profile() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("legalitas", 2.0, 1.0, 4.0, 2.5, 2.0),
            ("tugas-fungsi", 3.0, 2.0, 3.0, 2.5, 2.0),
            ("konektivitas", 1.5, 0.0, 4.0, 2.5, 1.0),
            ("target-kinerja", NAN, NAN, 3.0, NAN, NAN),
            ("sosialisasi", 2.0, 1.0, 3.0, 2.0, NAN),
        ],
        columns=["practice", "level", "inherited_level", "role_model", "peers", "previous"],
    )


def _row(practice: str, priority: int, activity: str, **changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "practice": practice,
        "activity": activity,
        "output": "dokumen yang ditetapkan",
        "indicator": "dokumen ditetapkan",
        "measure": None,
        **dict.fromkeys(("baseline", "baseline_lower", "baseline_upper"), NAN),
        **dict.fromkeys(("target", "target_lower", "target_upper"), NAN),
        "q1": "draf",
        "q2": "ditetapkan",
        "q3": "dipantau",
        "q4": "dievaluasi",
        "responsible": "[…]",
        "evidence": "salinan dokumen",
        "budget": None,
        "gap": NAN,
        **dict.fromkeys(("effect", "effect_lower", "effect_upper"), NAN),
        "effort_hours": NAN,
        "priority": priority,
    }
    return usual | changes


def _rows() -> pd.DataFrame:
    return pd.DataFrame(
        [
            _row("legalitas", 2, "Menetapkan petunjuk teknis", gap=2.0, effort_hours=320.0),
            _row(
                "konektivitas",
                1,
                "Mengaktifkan akun pejabat penghubung di setiap unit",
                output="akun aktif di setiap unit",
                indicator="bagian laporan dengan tindak lanjut pertama tepat waktu",
                measure="first_followed_up_within_limit",
                baseline=0.612,
                baseline_lower=0.571,
                baseline_upper=0.651,
                target=0.85,
                target_lower=0.81,
                target_upper=0.884,
                q1=0.65,
                q2=0.7,
                q3=0.8,
                q4=0.85,
                gap=2.5,
                effect=0.183,
                effect_lower=0.151,
                effect_upper=0.214,
                effort_hours=1240.0,
            ),
            _row(
                "target-kinerja",
                3,
                "Memantau batas waktu dalam rapat pimpinan",
                measure="first_follow_up_median_days",
                baseline=6.4,
                target=4.5,
                q1=6.0,
                q2=5.5,
                q3=5.0,
                q4=4.5,
                responsible="",
            ),
        ]
    )


@dataclass(frozen=True, kw_only=True)
class MadeUpAssessment:
    """What documents read of an assessment."""

    institution: str = "Kemendikbudristek"
    assessed_on: date = date(2022, 9, 1)
    is_example: bool = True
    levels: pd.DataFrame = field(default_factory=_levels)
    items: pd.DataFrame = field(default_factory=_items)
    profile: pd.DataFrame = field(default_factory=_profile)


@dataclass(frozen=True, kw_only=True)
class MadeUpPlan:
    """What documents read of a plan."""

    institution: str = "Kemendikbudristek"
    year: int = 2023
    is_example: bool = True
    rows: pd.DataFrame = field(default_factory=_rows)
    assumptions: tuple[str, ...] = (
        "Besar pengaruh praktik adalah asumsi yang dapat disunting.",
        "Jam kerja dihitung dari asumsi waktu setiap kegiatan.",
    )


@pytest.fixture
def make_assessment() -> Callable[..., MadeUpAssessment]:
    """Return a function that makes an assessment; whatever is named replaces the usual."""
    return lambda **changes: replace(MadeUpAssessment(), **changes)


@pytest.fixture
def make_plan() -> Callable[..., MadeUpPlan]:
    """Return a function that makes a plan; whatever is named replaces the usual."""
    return lambda **changes: replace(MadeUpPlan(), **changes)


@pytest.fixture
def import_facts() -> dict[str, Any]:
    """Return what an import of two files says, as `import.json` holds it."""
    columns = {"case_id": "Tracking ID", "submitted_at": "Tanggal", "text": "Isi Laporan Awal"}
    numbers = {"n_rows": 1341, "n_accepted": 1330, "n_quarantined": 11}
    file = {
        "file": "ekspor_2022.xlsx",
        "sheet": "Laporan",
        "as_of": "2022-08-15T00:00:00",
        "columns": columns,
        "columns_ignored": [f"Kolom {number}" for number in range(1, 12)],
        **numbers,
    }
    second = file | {"file": "ekspor_awal.csv", "sheet": "", "columns_ignored": []}
    return {
        "version": "0.1.0",
        **{name: 2 * n for name, n in numbers.items()},
        "n_cases": 2204,
        "as_of": "2022-08-15T00:00:00",
        "span": {"first": "2022-01-03T07:00:00", "last": None},
        "files": [file, second],
        "masked": {"NIK": 12, "DATA SPESIFIK": 3},
        "key_fingerprint": "ab12cd34",
        "provenance": {"kind": "nyata"},
    }


def blocks_of(path: Path) -> list[str]:
    """Return what is read together: each paragraph, and each row of a table, in their order."""
    found: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if hasattr(block, "rows"):
            found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        elif block.text:
            found.append(block.text)
    return found


@pytest.fixture
def blocks() -> Callable[[Path], list[str]]:
    """Return the reader of a document's blocks."""
    return blocks_of
