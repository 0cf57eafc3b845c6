"""Claims about reading lessons."""

import re
from pathlib import Path

import pytest

from lapor_lab.course.lesson_source import read_lesson
from lapor_lab.errors import ParameterError

SOURCE = """# %% [markdown]
# # Judul
# %%
n_reports = 40
# %% tags=["latihan"] step=0.001
share = 30 / n_reports
check_answer("98", 1, share)
# %% [markdown] tags=["petunjuk"]
# Bagilah yang selesai
# dengan semuanya.
#
# Paragraf kedua.
# %% [markdown] tags=["kunci"]
# Tiga dari empat.
# %% [markdown]
# ## Rangkuman
"""


def write(folder: Path, text: str) -> Path:
    """Write a source and return its path."""
    path = folder / "98_contoh.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_exercise_is_emptied_and_its_key_folded(tmp_path: Path) -> None:
    """Participants get the exercise empty, then hint and key folded, in this order."""
    lesson = read_lesson(write(tmp_path, SOURCE))
    kinds = [cell.kind for cell in lesson.cells]
    assert kinds == ["markdown", "code", "code", "markdown", "markdown", "markdown"]
    emptied, hint, key = lesson.cells[2:5]
    assert emptied.source == (
        "# Tulis jawaban di sini, menggantikan tiga titik\n"
        "share = ...\n"
        'check_answer("98", 1, share)'
    )
    assert hint.source.startswith("<details>\n<summary>Petunjuk</summary>\n\nBagilah")
    assert "```python\nshare = 30 / n_reports\n```\n\nTiga dari empat." in key.source


def test_exercise_keeps_what_the_check_needs(tmp_path: Path) -> None:
    """An exercise knows its key, its tolerance and the first paragraph of its hint."""
    exercise = read_lesson(write(tmp_path, SOURCE)).cells[2].exercise
    assert exercise is not None
    assert exercise.id == "98/1"
    assert exercise.key == "share = 30 / n_reports"
    assert exercise.step == 0.001
    assert exercise.hint == "Bagilah yang selesai dengan semuanya."


def test_exercise_of_another_lesson_is_refused(tmp_path: Path) -> None:
    """An exercise copied from another lesson would check that lesson's answer."""
    message = (
        "`last line of an exercise of 98_contoh.py` must be "
        'check_answer("98", NUMBER, NAME), got \'check_answer("03", 1, share)\'. '
        "Close the cell with it."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        read_lesson(write(tmp_path, SOURCE.replace('"98"', '"03"')))


def test_exercise_without_hint_is_refused(tmp_path: Path) -> None:
    """No exercise leaves a participant alone."""
    message = (
        '`cell after exercise 98/1` must be a markdown cell with tags=["petunjuk"], got None. '
        "Give every exercise a hint."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        read_lesson(write(tmp_path, SOURCE.replace('tags=["petunjuk"]', "")))
