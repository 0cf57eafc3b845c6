"""Build lessons: ``python -m lapor_lab.course.build notebooks/src notebooks [--only 05]``."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from lapor_lab.course.lesson_builder import execute_lesson, solve_lesson, write_notebook
from lapor_lab.course.lesson_source import read_lesson
from lapor_lab.errors import UnknownNameError

__all__ = ["build_lessons", "main"]

ANSWERS: Final = Path(__file__).parent / "data" / "answers.json"


def build_lessons(
    source: Path, target: Path, *, answers: Path = ANSWERS, only: str | None = None
) -> tuple[Path, ...]:
    """Build the lessons of a folder, and seal the answers of their exercises.

    Parameters
    ----------
    source : Path
        Folder of the sources, ``NN_name.py``.
    target : Path
        Folder of the notebooks; lessons run in it.
    answers : Path, default=ANSWERS
        File of the sealed answers. It is written anew; of other lessons it keeps what it holds
        where one alone is built.
    only : str or None, default=None
        Number of the one lesson to build, for example ``"05"``; None builds all.

    Returns
    -------
    tuple of Path
        The notebooks written.

    Raises
    ------
    UnknownNameError
        If there is no lesson of that number.
    """
    paths = sorted(source.glob("[!_]*.py"))
    numbers = {path: path.stem.partition("_")[0] for path in paths}
    if only is not None and only not in numbers.values():
        allowed = ", ".join(numbers.values()) or "none"
        raise UnknownNameError("unknown_name", kind="lesson", value=only, allowed=allowed)
    lessons = [read_lesson(path) for path in paths if only in {None, numbers[path]}]
    seals = [asdict(seal) for lesson in lessons for seal in solve_lesson(lesson, target)]
    kept = [] if only is None else _seals_of_others(answers, only)
    # Sorting keeps the order of the exercises of a lesson.
    ordered = sorted([*kept, *seals], key=_lesson_of)
    answers.write_text(
        json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    written = []
    for lesson in lessons:
        path = target / f"{lesson.name}.ipynb"
        write_notebook(execute_lesson(lesson, target), path)
        sys.stdout.write(f"{path}\n")
        written.append(path)
    return tuple(written)


def _seals_of_others(answers: Path, only: str) -> list[dict[str, Any]]:
    stored = json.loads(answers.read_text("utf-8")) if answers.exists() else []
    return [seal for seal in stored if _lesson_of(seal) != only]


def _lesson_of(seal: dict[str, Any]) -> str:
    return str(seal["exercise"]).partition("/")[0]


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the lessons that the command line names.

    Parameters
    ----------
    arguments : sequence of str or None, default=None
        Words of the command line; None for the process's own.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--only", metavar="NN", help="number of the one lesson to build")
    options = parser.parse_args(arguments)
    try:
        build_lessons(options.source, options.target, only=options.only)
    except UnknownNameError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
