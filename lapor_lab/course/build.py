"""Build all lessons: ``python -m lapor_lab.course.build notebooks/src notebooks``."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from lapor_lab.course.lesson_builder import execute_lesson, solve_lesson, write_notebook
from lapor_lab.course.lesson_source import read_lesson

__all__ = ["build_lessons", "main"]

ANSWERS: Final = Path(__file__).parent / "data" / "answers.json"


def build_lessons(source: Path, target: Path, *, answers: Path = ANSWERS) -> tuple[Path, ...]:
    """Build every lesson of a folder, and seal the answers of its exercises.

    Parameters
    ----------
    source : Path
        Folder of the sources, ``NN_name.py``.
    target : Path
        Folder of the notebooks; lessons run in it.
    answers : Path, default=ANSWERS
        File of the sealed answers; it is written anew.

    Returns
    -------
    tuple of Path
        The notebooks written.
    """
    lessons = [read_lesson(path) for path in sorted(source.glob("[!_]*.py"))]
    seals = [asdict(seal) for lesson in lessons for seal in solve_lesson(lesson, target)]
    answers.write_text(
        json.dumps(seals, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    written = []
    for lesson in lessons:
        path = target / f"{lesson.name}.ipynb"
        write_notebook(execute_lesson(lesson, target), path)
        sys.stdout.write(f"{path}\n")
        written.append(path)
    return tuple(written)


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
    options = parser.parse_args(arguments)
    build_lessons(options.source, options.target)


if __name__ == "__main__":
    main()
