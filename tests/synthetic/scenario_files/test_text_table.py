"""Claims about the style of texts in a scenario file."""

import re
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.synthetic import load_scenario
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.registers import REGISTERS

STYLE = """[text]
typo_share = 0.1
[text.registers.sms]
max_chars = 140
[text.source]
typo_share = "register kami"
registers = "asumsi"
[reporters.channel_shares]
"""


def write(own_file: Path, style: str) -> Path:
    """The user's file with a style."""
    text = own_file.read_text(encoding="utf-8")
    own_file.write_text(text.replace("[reporters.channel_shares]\n", style, 1), encoding="utf-8")
    return own_file


def test_only_what_is_named_differs_from_the_standard(own_file: Path) -> None:
    """One share and one length are changed; the rest is the standard, and says so."""
    made = load_scenario(write(own_file, STYLE))
    standard = TextProfile()

    assert (made.text.typo_share, made.text.registers["sms"].max_chars) == (0.1, 140)
    assert made.text.url_share == standard.url_share
    assert made.text.registers["web"] == standard.registers["web"]
    assert made.text.registers["sms"].spread == standard.registers["sms"].spread
    assert made.sources["text.typo_share"] == "register kami"
    assert made.sources["text.url_share"].startswith("nilai bawaan TextProfile")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "typo_share = 0.1",
            "typo_share = 10",
            "`text.typo_share` must be 0 … 1, got 10.0. Mend that line.",
        ),
        (
            "[text.registers.sms]",
            "[text.registers.faks]",
            f"`text.registers` must be {' | '.join(REGISTERS)}, got 'faks'. Mend that line.",
        ),
        (
            "max_chars = 140",
            "max_chars = -1",
            "`text.registers.sms.max_chars` must be >= 0, got -1. Mend that line.",
        ),
        (
            'typo_share = "register kami"\n',
            "",
            (
                "`text.typo_share` has no source. Write in the table's `source` where it comes "
                'from, or "asumsi".'
            ),
        ),
    ],
    ids=["share", "register", "length", "source"],
)
def test_a_wrong_style_is_refused(own_file: Path, old: str, new: str, message: str) -> None:
    """What is wrong with a style is told in one line."""
    assert old in STYLE
    path = write(own_file, STYLE.replace(old, new, 1))
    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}: {message}')}$"):
        load_scenario(path)
