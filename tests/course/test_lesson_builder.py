"""Claims about running lessons."""

from pathlib import Path

import matplotlib as mpl
import nbformat
import pytest

from lapor_lab.course.answers import judge_answer
from lapor_lab.course.lesson_builder import execute_lesson, solve_lesson, write_notebook
from lapor_lab.course.lesson_source import Cell, Exercise, Lesson

LESSON = Lesson(
    name="98_contoh",
    cells=(
        Cell(kind="markdown", source="# Judul"),
        Cell(kind="code", source="import matplotlib.pyplot as plt\nprint('dua'); print('baris')"),
        Cell(
            kind="code",
            source="plt.plot([1, 2])\nplt.show()",
            tags=("nbval-ignore-output",),
        ),
        Cell(
            kind="code",
            source="total = ...",
            exercise=Exercise(id="98/1", name="total", key="total = 1 + 2", hint="Jumlahkan."),
        ),
    ),
)


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """Return the executed lesson."""
    return execute_lesson(LESSON, tmp_path_factory.mktemp("lesson"))


def test_cells_are_executed_in_order(notebook: nbformat.NotebookNode) -> None:
    """Code cells carry the counts 1, 2, 3 and outputs, so that nbval has what to compare."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3]
    assert code[0].outputs[0].text == "dua\nbaris\n"


def test_notebook_does_not_tell_when_or_where_it_ran(notebook: nbformat.NotebookNode) -> None:
    """Ids come from the lesson's name, and metadata holds neither times nor versions."""
    assert [cell.id for cell in notebook.cells] == [f"98-contoh-{i:02d}" for i in range(4)]
    assert notebook.metadata.language_info == {"name": "python"}
    assert [dict(cell.metadata) for cell in notebook.cells] == [
        {},
        {},
        {"tags": ["nbval-ignore-output"]},
        {},
    ]


def test_rebuilt_notebook_is_the_same_file(notebook: nbformat.NotebookNode, tmp_path: Path) -> None:
    """Two runs in one environment write the same bytes, picture included."""
    write_notebook(notebook, tmp_path / "first.ipynb")
    write_notebook(execute_lesson(LESSON, tmp_path), tmp_path / "second.ipynb")
    first = (tmp_path / "first.ipynb").read_bytes()
    assert b"image/png" in first
    assert first == (tmp_path / "second.ipynb").read_bytes()


def test_key_is_run_and_sealed(tmp_path: Path) -> None:
    """The sealed answer is what the key finds, and the key opens no window."""
    backend = mpl.get_backend()
    (seal,) = solve_lesson(LESSON, tmp_path)
    assert judge_answer(seal, 3) == "Benar."
    assert judge_answer(seal, 4) == "Belum tepat. Petunjuk: Jumlahkan."
    assert mpl.get_backend() == backend


def test_a_widget_is_stored_as_its_text(tmp_path: Path) -> None:
    """A stored lesson names no model of the run that made it, which no reader could show."""
    pytest.importorskip("ipywidgets", reason="ipywidgets belongs to the extra `lab`")
    source = "from ipywidgets import IntSlider\nIntSlider(value=3)"
    lesson = Lesson(name="97_contoh", cells=(Cell(kind="code", source=source),))
    (output,) = execute_lesson(lesson, tmp_path).cells[0].outputs
    assert output.data == {"text/plain": "IntSlider(value=3)"}
