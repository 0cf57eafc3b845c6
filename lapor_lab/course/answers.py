"""Check a participant's answer without giving the right one away."""

import hashlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from numbers import Integral, Real
from typing import Final, Literal

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import label

__all__ = ["Seal", "check_answer", "judge_answer", "seal_answer"]

DEFAULT_STEP: Final = 0.01
_PERCENT: Final = 100


@dataclass(frozen=True, kw_only=True)
class Seal:
    """A right answer that can be recognised but not read.

    Parameters
    ----------
    exercise : str
        Lesson and number, for example ``"03/1"``; it salts the digest.
    kind : {"count", "number", "choice"}
        A whole number, a number with a tolerance, or a text.
    digest : str
        SHA-256 of the exercise and the answer.
    hint : str
        What to think about next; Indonesian.
    step : float, default=0.01
        Tolerance of a number, in its own unit: an answer is right when it lies less than one
        step from the right one, which is rounded to steps.
    """

    exercise: str
    kind: Literal["count", "number", "choice"]
    digest: str
    hint: str
    step: float = DEFAULT_STEP


def seal_answer(
    exercise: str, answer: object, *, hint: str, step: float | None = DEFAULT_STEP
) -> Seal:
    """Seal a right answer: text is a choice, a whole number a count, any other a number.

    Parameters
    ----------
    exercise : str
        Lesson and number, for example ``"03/1"``.
    answer : object
        The right answer: text or a number.
    hint : str
        What to think about next; Indonesian.
    step : float or None, default=0.01
        Tolerance of a number, in its own unit; None for the default. Counts and texts have none.

    Returns
    -------
    Seal
        The sealed answer.

    Examples
    --------
    >>> judge_answer(seal_answer("03/1", 1341, hint="Hitung barisnya."), 1341)
    'Benar.'
    """
    step = DEFAULT_STEP if step is None else step
    kind: Literal["count", "number", "choice"]
    if isinstance(answer, str):
        kind, text = "choice", _normalised(answer)
    elif isinstance(answer, Integral):
        kind, text = "count", str(int(answer))
    elif isinstance(answer, Real):
        kind, text = "number", str(round(float(answer) / step))
    else:
        raise UnknownNameError(
            "unknown_name",
            kind=f"answer of {exercise}",
            value=answer,
            allowed="a text, a whole number, a number",
        )
    return Seal(exercise=exercise, kind=kind, digest=_digest(exercise, text), hint=hint, step=step)


def judge_answer(seal: Seal, answer: object) -> str:
    """Say whether an answer is right, and what to do where it is not.

    Parameters
    ----------
    seal : Seal
        The sealed right answer.
    answer : object
        What the participant found; anything.

    Returns
    -------
    str
        One or two sentences in Indonesian.

    Examples
    --------
    >>> seal = seal_answer("03/2", 0.875, hint="Bagi dengan semua laporan.", step=0.01)
    >>> judge_answer(seal, 0.88)
    'Benar.'
    >>> judge_answer(seal, ...)
    'Belum diisi. Gantilah tiga titik (...) dengan jawaban Anda.'
    """
    if answer is ... or answer is None:
        return label("answer.empty")
    n_values = _n_values(answer)
    if n_values != 1:
        return label("answer.not_single", n_values=n_values)
    value = answer.item() if hasattr(answer, "item") else answer
    return _JUDGES[seal.kind](seal, value)


def check_answer(lesson: str, number: int, answer: object) -> str:
    """Check the answer of an exercise.

    Parameters
    ----------
    lesson : str
        Number of the lesson in two digits, for example ``"03"``.
    number : int
        Number of the exercise in the lesson, from 1.
    answer : object
        What the participant found; anything.

    Returns
    -------
    str
        One or two sentences in Indonesian: right, or not yet and a hint.

    Raises
    ------
    UnknownNameError
        If the lesson has no such exercise.
    """
    seals = _seals()
    exercise = f"{lesson}/{number}"
    if exercise not in seals:
        raise UnknownNameError(
            "unknown_name", kind="exercise", value=exercise, allowed=", ".join(seals) or "none"
        )
    return judge_answer(seals[exercise], answer)


@cache
def _seals() -> dict[str, Seal]:
    source = files("lapor_lab.course") / "data" / "answers.json"
    return {entry["exercise"]: Seal(**entry) for entry in json.loads(source.read_text("utf-8"))}


def _digest(exercise: str, text: str) -> str:
    return hashlib.sha256(f"{exercise}|{text}".encode()).hexdigest()


def _normalised(text: str) -> str:
    return " ".join(text.casefold().split())


def _n_values(answer: object) -> int:
    # Arrays, series and frames know their size; lists and the like their length.
    if hasattr(answer, "size"):
        return int(answer.size)
    return len(answer) if isinstance(answer, (list, tuple, set, dict)) else 1


def _judge_choice(seal: Seal, value: object) -> str:
    if not isinstance(value, str):
        return label("answer.not_text")
    return _verdict(seal, [_normalised(value)])


def _judge_count(seal: Seal, value: object) -> str:
    if not _is_number(value):
        return label("answer.not_number")
    number = float(value)  # type: ignore[arg-type]  # checked by _is_number
    return _verdict(seal, [str(int(number))] if number.is_integer() else [])


def _judge_number(seal: Seal, value: object) -> str:
    if not _is_number(value):
        return label("answer.not_number")
    number = float(value)  # type: ignore[arg-type]  # checked by _is_number
    verdict = _verdict(seal, _steps_around(number, seal.step))
    if verdict == label("answer.right"):
        return verdict
    as_share = _verdict(seal, _steps_around(number / _PERCENT, seal.step))
    return label("answer.percent") if as_share == label("answer.right") else verdict


_JUDGES: Final[dict[str, Callable[[Seal, object], str]]] = {
    "choice": _judge_choice,
    "count": _judge_count,
    "number": _judge_number,
}


def _is_number(value: object) -> bool:
    # True is a number to Python, and never to a participant.
    return not isinstance(value, bool) and isinstance(value, Real) and math.isfinite(value)


def _steps_around(number: float, step: float) -> list[str]:
    return [str(math.floor(number / step)), str(math.ceil(number / step))]


def _verdict(seal: Seal, texts: list[str]) -> str:
    if any(_digest(seal.exercise, text) == seal.digest for text in texts):
        return label("answer.right")
    return label("answer.wrong", hint=seal.hint)
