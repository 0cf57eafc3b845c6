"""Claims about the language that readers are spoken to in."""

import math
import re
import string
from datetime import date
from importlib.resources import files

import pytest
from babel.messages.mofile import read_mo

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import (
    Availability,
    format_count,
    format_date,
    format_interval,
    format_number,
    format_share,
    label,
    language,
    speak,
    translate,
)


def catalogue(name: str) -> dict[str, str]:
    """Return the labels of a language by their key."""
    path = files("lapor_lab.schema") / "locale" / name / "LC_MESSAGES" / "lapor_lab.mo"
    with path.open("rb") as stream:
        return {message.id: message.string for message in read_mo(stream) if message.id}


def test_english_is_spoken_until_the_block_ends() -> None:
    """Labels, numbers, shares and dates follow the language, and return to Indonesian."""
    with speak("en"):
        assert label("column.verdict") == "Verdict"
        assert (format_number(1341.256, 2), format_count(1341)) == ("1,341.26", "1,341")
        assert (format_share(0.6911), format_share(math.nan)) == ("69.1%", "–")
        assert format_interval(0.1, math.nan, is_share=True) == "10.0–not reached yet%"
        assert format_date(date(2022, 8, 15)) == "15 August 2022"
        assert translate(Availability.NOT_AVAILABLE) == "not available"
    assert language() == "id"
    assert (label("column.verdict"), format_number(1341.256, 2)) == ("Putusan", "1.341,26")


def test_the_language_returns_after_a_fault() -> None:
    """An error inside the block leaves nobody speaking English."""
    with pytest.raises(ZeroDivisionError), speak("en"):
        _ = 1 / 0
    assert language() == "id"


def test_what_is_not_translated_stays_indonesian() -> None:
    """A label that English lacks is given in Indonesian; a key that nobody has is a fault."""
    with speak("en"):
        assert label("error.file_missing", path="a.csv").startswith("a.csv: berkas")
        with pytest.raises(KeyError):
            label("measure.tidak_ada")


def test_an_unknown_language_is_refused() -> None:
    """The message names the languages that there are."""
    message = "Unknown language 'fr'. Choose one of id, en."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"), speak("fr"):
        pass


def test_english_labels_ask_for_no_other_values() -> None:
    """Every English label has an Indonesian one that is given its placeholders, or is a value."""
    indonesian, english = catalogue("id"), catalogue("en")

    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    values = {kind.value for kind in Availability}
    assert set(english) - values <= set(indonesian)
    for key in set(english) - values:
        assert fields(english[key]) <= fields(indonesian[key]), key
