"""The page of a what-if."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError, OutputError
from lapor_lab.report import Assumption, WhatIf, write_whatif

Read = Callable[[str], Any]
NAN = float("nan")
COLUMNS = ["measure", "base", "changed", "difference", "lower", "upper"]


def whatif(**changes: object) -> WhatIf:
    """Return a what-if with a gain, an unclear change and a time that is not reached."""
    rows = [
        ("first_followed_up_within_limit", 0.62, 0.81, 0.19, 0.15, 0.23),
        ("misrouted_share", 0.14, 0.13, -0.01, -0.03, 0.01),
        ("completion_p90_days", NAN, 31.0, NAN, NAN, NAN),
    ]
    usual: dict[str, object] = {
        "effects": pd.DataFrame(rows, columns=COLUMNS),
        "institution": "Kementerian Fiktif Anggrek",
        "practices": ("Konektivitas", "Legalitas"),
        "assumptions": (
            Assumption(
                name="Pejabat penghubung aktif", base="70 %", changed="95 %", reason="asumsi"
            ),
        ),
        "as_of": pd.Timestamp("2022-08-15"),
        "provenance": {"kind": "sintetis", "scenario": "kementerian", "rng": "7"},
        "n_replications": 20,
    }
    return WhatIf(**(usual | changes))  # type: ignore[arg-type]


def test_page_says_that_it_is_a_simulation(tmp_path: Path, read_page: Read) -> None:
    """Both notices stand on the cover, practices and institution beside them."""
    page = read_page(write_whatif(whatif(), tmp_path / "simulasi.html").read_text("utf-8"))

    cover = page.text[: page.text.index("Yang dapat dibaca")]
    assert page.headings[0] == (1, 'Simulasi "bagaimana jika"')
    assert "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)" in cover
    assert "simulasi, bukan janji kinerja" in cover
    assert "Kementerian Fiktif Anggrek" in cover
    assert "Konektivitas; Legalitas" in cover


def test_differences_are_read_by_their_interval(tmp_path: Path, read_page: Read) -> None:
    """An interval that holds 0 is "belum dapat dibedakan"; an unknown one is not judged."""
    text = read_page(write_whatif(whatif(), tmp_path / "s.html").read_text("utf-8")).text

    assert "+19,0 poin persen (+15,0 sampai +23,0). Selangnya tidak memuat 0." in text
    assert (
        "−1,0 poin persen (−3,0 sampai +1,0). Selangnya memuat 0, sehingga perubahan ini belum"
        in text
    )
    assert "tuntas : belum tercapai. Selang perubahannya tidak tersedia." in text
    assert "tuntas belum tercapai 31,0 belum tercapai" in text


def test_assumptions_stand_with_their_reason(tmp_path: Path, read_page: Read) -> None:
    """Each assumption shows its two values and its reason; the number of pairs is given."""
    text = read_page(write_whatif(whatif(), tmp_path / "s.html").read_text("utf-8")).text

    assert "Pejabat penghubung aktif 70 % 95 % asumsi" in text
    assert "dari 20 pasangan simulasi" in text


def test_each_scale_has_its_picture(tmp_path: Path, read_page: Read) -> None:
    """Shares and days are drawn apart, and nothing is loaded from elsewhere."""
    page = read_page(write_whatif(whatif(), tmp_path / "s.html").read_text("utf-8"))

    assert [image["alt"][:44] for image in page.images] == [
        "Diagram sebelum dan sesudah untuk 2 ukuran, ",
        "Diagram sebelum dan sesudah untuk 1 ukuran, ",
    ]
    assert all(load.startswith("data:") for load in page.loads)


def test_other_suffix_is_refused(tmp_path: Path) -> None:
    """A what-if is a page only."""
    path = tmp_path / "simulasi.csv"

    with pytest.raises(OutputError) as err:
        write_whatif(whatif(), path)

    assert str(err.value) == f"{path}: must end in .html. Choose one of them."


def test_effects_without_interval_are_refused() -> None:
    """No difference is accepted without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        whatif(effects=pd.DataFrame(columns=COLUMNS[:4]))

    assert str(err.value) == (
        "effects: column(s) lower, upper not found; it has measure, base, changed, difference. "
        "Rename yours or name another."
    )
