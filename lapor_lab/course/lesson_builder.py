"""Turn a lesson into an executed notebook that is the same, byte for byte, each time."""

import re
import subprocess
from contextlib import chdir
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
import nbformat
from matplotlib import pyplot as plt
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lapor_lab.course.answers import Seal, seal_answer
from lapor_lab.course.lesson_source import Cell, Lesson

__all__ = ["execute_lesson", "solve_lesson", "write_notebook"]

_METADATA: Final = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_TIMEOUT_S: Final = 300
# Names a model that lives in one run only; the text beside it is what a reader gets.
_WIDGET: Final = "application/vnd.jupyter.widget-view+json"
_NOTHING_TO_DISPLAY: Final = {"display": lambda *_, **__: None}


def solve_lesson(lesson: Lesson, folder: Path) -> tuple[Seal, ...]:
    """Run a lesson with the keys of its exercises and seal what they find.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    folder : Path
        Folder that the lesson runs in.

    Returns
    -------
    tuple of Seal
        One for each exercise, in order.
    """
    namespace: dict[str, Any] = dict(_NOTHING_TO_DISPLAY)
    seals = []
    backend = mpl.get_backend()
    # Draws nothing and shows nothing, so that no window waits for the author.
    plt.switch_backend("template")
    try:
        with chdir(folder):
            for cell in lesson.cells:
                _run(cell, namespace, lesson.name)
                if cell.exercise:
                    seals.append(
                        seal_answer(
                            cell.exercise.id,
                            namespace[cell.exercise.name],
                            hint=cell.exercise.hint,
                            step=cell.exercise.step,
                        )
                    )
    finally:
        plt.close("all")
        plt.switch_backend(backend)
    return tuple(seals)


def execute_lesson(lesson: Lesson, folder: Path) -> nbformat.NotebookNode:
    """Run a lesson as participants get it.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    folder : Path
        Folder that the lesson runs in.

    Returns
    -------
    NotebookNode
        The executed notebook; nothing in it tells when or where it ran.
    """
    notebook = new_notebook(cells=[_new_cell(cell) for cell in lesson.cells])
    client = NotebookClient(
        notebook,
        coalesce_streams=True,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        timeout=_TIMEOUT_S,
    )
    # What a kernel says of itself on starting is no part of the lesson.
    client.execute(stderr=subprocess.DEVNULL)
    notebook.metadata = nbformat.from_dict(_METADATA)
    prefix = re.sub(r"\W|_", "-", lesson.name)
    for position, cell in enumerate(notebook.cells):
        cell.id = f"{prefix}-{position:02d}"
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_WIDGET, None)
    return notebook


def write_notebook(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook, with the line ends of a repository on every system.

    Parameters
    ----------
    notebook : NotebookNode
        The notebook.
    path : Path
        Where to.
    """
    nbformat.validate(notebook)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")


def _run(cell: Cell, namespace: dict[str, Any], name: str) -> None:
    if cell.kind == "code":
        code = cell.exercise.key if cell.exercise else cell.source
        exec(compile(code, name, "exec"), namespace)  # noqa: S102 # the author's own lesson


def _new_cell(cell: Cell) -> nbformat.NotebookNode:
    new = new_code_cell if cell.kind == "code" else new_markdown_cell
    return new(cell.source, metadata={"tags": list(cell.tags)} if cell.tags else {})
