"""Sizes in a file of one's own."""

import re
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.practices import PRACTICES, find_practice, format_sizes, load_practices

OWN = """
[konektivitas.misrouted_share]
low = 0.95
standard = 0.9
high = 0.8
reason = "hasil uji coba di tiga unit"

[sosialisasi.seasons]
low = 4
standard = 3
high = 2
first_day = "05-02"
last_day = "05-31"
reason = "kampanye sebulan"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place for a file."""
    return tmp_path / "ukuran.toml"


def test_what_is_written_is_read_back(path: Path) -> None:
    """The file of the standard sizes gives the practices themselves."""
    path.write_text(format_sizes(), encoding="utf-8")
    assert load_practices(path) == PRACTICES


def test_own_sizes_replace_ours_and_the_others_stay(path: Path) -> None:
    """Only the named levers change: their sizes, their reason, a campaign's days."""
    path.write_text(OWN, encoding="utf-8")
    practices = load_practices(path)

    by_parameter = {lv.parameter: lv for lv in find_practice("konektivitas", practices).levers}
    assert by_parameter["misrouted_share"].size.standard == 0.9
    assert by_parameter["misrouted_share"].reason == "hasil uji coba di tiga unit"
    ours = {lv.parameter: lv for lv in find_practice("konektivitas").levers}
    assert by_parameter["relayed_share"] == ours["relayed_share"]
    campaign = find_practice("sosialisasi", practices).levers[1]
    assert (campaign.first_day, campaign.size.low, campaign.fade_days) == ("05-02", 4.0, 30.0)
    assert practices[0] == PRACTICES[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[rapat.x]\n",
            (
                "unknown key `rapat`. Choose one of konektivitas, legalitas, sosialisasi, "
                "target-kinerja, tugas-fungsi."
            ),
        ),
        (
            "[legalitas.misrouted_share]\n",
            (
                "unknown key `legalitas.misrouted_share`. Choose one of active_liaison_share, "
                "closed_by_admin_share, further_days, unread_share, vacancy_days."
            ),
        ),
        (
            "[legalitas.unread_share]\nlow = 0.8\nstandard = 0.5\n",
            "`legalitas.unread_share.high` is missing. Add it.",
        ),
        (
            "[legalitas.unread_share]\nlow = 0.8\nstandard = 0.5\nhigh = 0.3\n",
            "`legalitas.unread_share.reason` is missing. Add it.",
        ),
        (
            '[legalitas.unread_share]\nlow = 0.8\nstandard = 0.5\nhigh = 0.3\nreason = ""\n',
            "`legalitas.unread_share.reason` must be a sentence, got ''. Mend that line.",
        ),
        (
            '[legalitas.unread_share]\nlow = 0.8\nstandard = 0.9\nhigh = 0.3\nreason = "x"\n',
            "`legalitas.unread_share.standard` must be 0.3 … 0.8, got 0.9. Mend that line.",
        ),
        (
            '[legalitas.unread_share]\nlow = 1.2\nstandard = 1.1\nhigh = 1.0\nreason = "x"\n',
            (
                "`legalitas.unread_share.size` must be downwards, "
                "got 'unread_share × 1.2 / 1.1 / 1.0'. Mend that line."
            ),
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(path: Path, text: str, message: str) -> None:
    """Each refusal names the file, the place and the way out."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}: {message}')}$"):
        load_practices(path)


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    """A wrong path is named."""
    message = f"{path}: no such file or folder. Check the path."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        load_practices(path)


def test_a_file_that_is_no_toml_is_refused(path: Path) -> None:
    """What the reader cannot read is not guessed."""
    path.write_text("konektivitas = = 1", encoding="utf-8")
    with pytest.raises(InputFileError, match=r"cannot be read .* Give a TOML \(UTF-8\) file\.$"):
        load_practices(path)
