"""What ``whatif`` prints."""

import pandas as pd
import pytest

from lapor_lab.cli.whatif_screen import print_practices, print_trials
from lapor_lab.practices import ALL_PRACTICES, KONEKTIVITAS, LEGALITAS
from lapor_lab.synthetic import load_scenario

MEASURES = ("first_followed_up_within_limit", "misrouted_share")


def trials(*names: str) -> pd.DataFrame:
    """Make effects of trials, each larger than the one before."""
    rows = [
        (name, measure, 0.5, 0.6, 0.01 * number, 0.0, 0.2, 2, "tersedia")
        for number, name in enumerate(names, start=1)
        for measure in MEASURES
    ]
    columns = ["trial", "measure", "base", "changed", "difference", "lower", "upper", "n_pairs"]
    return pd.DataFrame(rows, columns=[*columns, "availability"])


def test_one_practice_is_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Its effects and its range are printed, no table of practices."""
    print_trials(trials(ALL_PRACTICES, "half", "low", "high"), [KONEKTIVITAS])
    printed = capsys.readouterr().out

    assert "+1,0 poin persen" in printed
    assert [printed.count(f"+{n},0 poin persen") for n in (2, 3, 4)] == [0, 2, 2]
    assert "Semua bersama" not in printed


def test_several_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Each has a row, and an interval stands below its value."""
    names = ("konektivitas", "legalitas", ALL_PRACTICES, "half", "low", "high")
    print_trials(trials(*names), [KONEKTIVITAS, LEGALITAS])
    printed = capsys.readouterr().out

    assert "Legalitas" in printed
    assert "Semua bersama" in printed
    assert "poin persen (" not in printed


def test_practices_are_listed_with_id_sizes_and_reasons(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What the command line takes stands before what people read."""
    print_practices([KONEKTIVITAS], load_scenario("kementerian").institution("kementerian-g"))
    printed = capsys.readouterr().out

    assert printed.startswith("konektivitas: Konektivitas dengan pejabat penghubung")
    assert "Rentang asumsi" in printed
    assert "asumsi: hampir semua unit" in printed
