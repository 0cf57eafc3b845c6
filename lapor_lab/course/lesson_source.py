"""Read a lesson from its one diffable source, a script in cells (py:percent).

A code cell tagged ``latihan`` holds the key of an exercise and ends in `check_answer`. The
markdown cells that follow it, tagged ``petunjuk`` and (where the code needs words) ``kunci``,
are its hint and the explanation of its key. Participants get the cell emptied, the others folded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jupytext

from lapor_lab.errors import ParameterError

__all__ = ["Cell", "Exercise", "Lesson", "read_lesson"]

_CHECK: Final = re.compile(r'check_answer\("(?P<lesson>\w+)", (?P<number>\d+), (?P<name>\w+)\)')


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """An exercise with its key.

    Parameters
    ----------
    id : str
        Lesson and number, for example ``"03/1"``.
    name : str
        The variable that holds the answer.
    key : str
        Code that finds the answer.
    hint : str
        First paragraph of its hint.
    step : float or None, default=None
        Tolerance of a number; None for the default.
    """

    id: str
    name: str
    key: str
    hint: str
    step: float | None = None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell as participants get it.

    Parameters
    ----------
    kind : str
        ``"markdown"`` or ``"code"``.
    source : str
        Its text.
    tags : tuple of str, default=()
        Its tags.
    exercise : Exercise or None, default=None
        The exercise that is answered in it.
    """

    kind: str
    source: str
    tags: tuple[str, ...] = ()
    exercise: Exercise | None = None


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A lesson as participants get it, not yet run.

    Parameters
    ----------
    name : str
        Name of its file, without extension.
    cells : tuple of Cell
        Its cells, in order.
    """

    name: str
    cells: tuple[Cell, ...]


def read_lesson(path: Path) -> Lesson:
    """Read a lesson.

    Parameters
    ----------
    path : Path
        Its source, ``NN_name.py``.

    Returns
    -------
    Lesson
        Exercises emptied, hints and keys folded.

    Raises
    ------
    ParameterError
        If an exercise does not end in `check_answer`, belongs to another lesson, or has no hint.
    """
    raw = list(jupytext.reads(path.read_text("utf-8"), fmt="py:percent").cells)
    cells: list[Cell] = []
    while raw:
        first = raw.pop(0)
        if "latihan" not in _tags(first):
            cells.append(Cell(kind=first.cell_type, source=first.source, tags=_tags(first)))
            continue
        hints = list(_take(raw, "petunjuk"))
        explanations = list(_take(raw, "kunci"))
        exercise = _exercise(first, hints, path)
        cells += [
            Cell(kind="code", source=_emptied(exercise), tags=_tags(first), exercise=exercise),
            Cell(kind="markdown", source=_folded("Petunjuk", "\n\n".join(hints))),
            Cell(kind="markdown", source=_folded("Kunci jawaban", _key(exercise, explanations))),
        ]
    return Lesson(name=path.stem, cells=tuple(cells))


def _tags(cell: Any) -> tuple[str, ...]:  # a notebook node has no static type
    return tuple(cell.metadata.get("tags", ()))


def _take(raw: list[Any], tag: str) -> Iterator[str]:
    while raw and tag in _tags(raw[0]):
        yield raw.pop(0).source


def _exercise(cell: Any, hints: list[str], path: Path) -> Exercise:
    *key, last = cell.source.rstrip().splitlines()
    found = _CHECK.fullmatch(last)
    lesson = path.stem.split("_")[0]
    if not found or found["lesson"] != lesson:
        raise ParameterError(
            "parameter_range",
            name=f"last line of an exercise of {path.name}",
            allowed=f'check_answer("{lesson}", NUMBER, NAME)',
            value=last,
            remedy="Close the cell with it.",
        )
    exercise = f"{lesson}/{found['number']}"
    if not hints:
        raise ParameterError(
            "parameter_range",
            name=f"cell after exercise {exercise}",
            allowed='a markdown cell with tags=["petunjuk"]',
            value=None,
            remedy="Give every exercise a hint.",
        )
    return Exercise(
        id=exercise,
        name=found["name"],
        key="\n".join(key),
        hint=" ".join(hints[0].split("\n\n")[0].split()),
        step=cell.metadata.get("step"),
    )


def _emptied(exercise: Exercise) -> str:
    lesson, number = exercise.id.split("/")
    return (
        "# Tulis jawaban di sini, menggantikan tiga titik\n"
        f"{exercise.name} = ...\n"
        f'check_answer("{lesson}", {number}, {exercise.name})'
    )


def _key(exercise: Exercise, explanations: list[str]) -> str:
    return "\n\n".join([f"```python\n{exercise.key}\n```", *explanations])


def _folded(summary: str, text: str) -> str:
    return f"<details>\n<summary>{summary}</summary>\n\n{text}\n\n</details>"
