"""Claims about the check of answers."""

import json
import re
from dataclasses import asdict

import numpy as np
import pandas as pd
import pytest

from lapor_lab.course import check_answer
from lapor_lab.course.answers import Seal, judge_answer, seal_answer
from lapor_lab.errors import UnknownNameError

SHARE = seal_answer("03/1", 950 / 1366, hint="Bagilah dengan 1.366.", step=0.01)
COUNT = seal_answer("03/2", 1366, hint="Hitung barisnya.")
CHOICE = seal_answer("03/3", "B", hint="Lihat selangnya.")
NOT_A_NUMBER = (
    "Jawaban harus berupa angka tanpa tanda petik, dengan titik sebagai tanda desimal, "
    "misalnya 0.25."
)
WRONG_SHARE = "Belum tepat. Petunjuk: Bagilah dengan 1.366."


@pytest.mark.parametrize("answer", [0.6955, 0.70, 0.695461, np.float64(0.7049), pd.Series([0.7])])
def test_number_within_tolerance_is_right(answer: object) -> None:
    """A share is right within one step of 950 / 1366 = 0.6955, whatever type holds it."""
    assert judge_answer(SHARE, answer) == "Benar."


@pytest.mark.parametrize("answer", [0.68, 0.7101, 0.0, -0.6955, 1.0])
def test_number_outside_tolerance_gets_the_hint(answer: float) -> None:
    """A wrong share is told so with the hint, and never with the right answer."""
    assert judge_answer(SHARE, answer) == WRONG_SHARE


def test_percent_is_recognised() -> None:
    """Who writes 69.5 for 0.695 has understood, and is told what to change."""
    expected = "Hampir. Tuliskan sebagai pecahan, misalnya 0.25 untuk 25 %."
    assert judge_answer(SHARE, 69.5) == expected


@pytest.mark.parametrize(("answer", "is_right"), [(1366, True), (1366.0, True), (1366.4, False)])
def test_count_has_no_tolerance(answer: float, is_right: bool) -> None:
    """A count is right only as the very number."""
    assert (judge_answer(COUNT, answer) == "Benar.") is is_right


@pytest.mark.parametrize("answer", ["B", " b ", "b"])
def test_choice_ignores_case_and_blanks(answer: str) -> None:
    """A choice may be typed in any case and with blanks around it."""
    assert judge_answer(CHOICE, answer) == "Benar."


@pytest.mark.parametrize(
    ("seal", "answer", "reply"),
    [
        (SHARE, ..., "Belum diisi. Gantilah tiga titik (...) dengan jawaban Anda."),
        (CHOICE, None, "Belum diisi. Gantilah tiga titik (...) dengan jawaban Anda."),
        (SHARE, [0.7, 0.6], "Jawaban berisi 2 nilai. Tuliskan satu nilai saja."),
        (
            SHARE,
            pd.DataFrame({"a": [1, 2, 3]}),
            "Jawaban berisi 3 nilai. Tuliskan satu nilai saja.",
        ),
        (
            CHOICE,
            2,
            'Jawaban harus berupa teks di antara tanda petik, misalnya "b".',
        ),
        (SHARE, "0,70", NOT_A_NUMBER),
        (SHARE, float("nan"), NOT_A_NUMBER),
        (SHARE, [0.7], NOT_A_NUMBER),
        (COUNT, True, NOT_A_NUMBER),
        (COUNT, object(), NOT_A_NUMBER),
    ],
)
def test_wrong_kinds_are_met_kindly(seal: Seal, answer: object, reply: str) -> None:
    """An answer of the wrong kind is met with a sentence, never with an exception."""
    assert judge_answer(seal, answer) == reply


def test_seal_does_not_show_the_answer() -> None:
    """What is stored of an answer does not contain it, and differs between exercises."""
    other = seal_answer("03/4", 1366, hint="Hitung barisnya.")
    assert "1366" not in json.dumps(asdict(COUNT)).replace(COUNT.digest, "")
    assert COUNT.digest != other.digest


def test_unknown_exercise_is_refused() -> None:
    """An exercise that no lesson has is the author's mistake and raises."""
    with pytest.raises(UnknownNameError, match=re.escape("Unknown exercise '99/1'. Choose one of")):
        check_answer("99", 1, 3)


def test_answer_without_kind_is_refused() -> None:
    """Only texts and numbers can be sealed."""
    message = "Unknown answer of 03/9 [1]. Choose one of a text, a whole number, a number."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        seal_answer("03/9", [1], hint="–")
