"""What the command line prints."""

import pandas as pd
import pytest

from lapor_lab.cli.screen import describe_error, print_effects, print_estimates
from lapor_lab.errors import OutputError, UnknownNameError
from lapor_lab.schema import ESTIMATES


def test_english_words_inside_a_message_become_indonesian() -> None:
    """Kind and reason are translated, names stay."""
    lines = [
        describe_error(UnknownNameError("unknown_name", kind="scenario", value="x", allowed="y")),
        describe_error(OutputError("output_unwritable", path="x.html", reason="Permission denied")),
    ]

    assert lines == [
        "Skenario x tidak dikenal. Pilih salah satu: y.",
        "x.html: tidak dapat ditulis (izin ditolak). Pilih tempat lain.",
    ]


def test_every_value_stands_with_interval_and_denominator(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A cell holds the share, its interval and n; what is not available is said in words."""
    estimates = pd.DataFrame(
        [
            ["A", "closed_share", 9, 10, 0.9, 0.6, 0.98, 0, "tersedia"],
            ["B", "closed_share", None, None, None, None, None, 0, "tidak tersedia"],
        ],
        columns=[column.name for column in ESTIMATES],
    )

    print_estimates(estimates, ("closed_share", "followed_up_share"))
    out = capsys.readouterr().out

    assert "90,0 %" in out
    assert "60,0–98,0 %" in out
    assert "n = 10" in out
    assert "tidak tersedia" in out
    assert "ditindaklanjuti" not in out


def test_bounds_are_printed_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A cell says at least and at most with n, and a line below says that it is no interval."""
    row = ["A", "verified_within_limit", 2, 10, None, 0.2, 1.0, 0, "hanya batas"]
    estimates = pd.DataFrame([row], columns=[column.name for column in ESTIMATES])

    print_estimates(estimates, ("verified_within_limit",))
    out = capsys.readouterr().out

    for text in ("paling sedikit 20,0 %", "paling banyak 100,0 %", "n = 10"):
        assert text in out
    assert "bukan selang kepercayaan" in out


def test_an_effect_is_a_pair_and_a_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """Both worlds and the difference in percentage points, with its interval."""
    effects = pd.DataFrame(
        [["misrouted_share", 0.09, 0.05, -0.04, -0.05, -0.03, 6]],
        columns=["measure", "base", "changed", "difference", "lower", "upper", "n_pairs"],
    )

    print_effects(effects)

    assert "−4,0 poin persen (−5,0 sampai −3,0)" in capsys.readouterr().out
