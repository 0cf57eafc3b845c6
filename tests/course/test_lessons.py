"""Claims about the copy of the lessons to work in."""

import re
from pathlib import Path

import pytest

from lapor_lab.course import copy_lessons
from lapor_lab.errors import OutputError


@pytest.fixture(autouse=True)
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two lessons that stands in for the shipped ones."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    for name in ("01_a.ipynb", "02_b.ipynb"):
        (folder / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr("lapor_lab.course.lessons.lesson_folder", lambda: folder)
    return folder


def test_lessons_are_copied(tmp_path: Path) -> None:
    """A participant works in a copy, so that the lessons stay as they were."""
    assert copy_lessons(tmp_path / "work" / "here") == 2
    assert (tmp_path / "work" / "here" / "02_b.ipynb").read_text("utf-8") == "02_b.ipynb"


def test_answers_of_a_participant_are_never_overwritten(tmp_path: Path) -> None:
    """Copying again adds what is missing and leaves what is there."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "01_a.ipynb").write_text("jawaban saya", encoding="utf-8")
    assert copy_lessons(tmp_path / "work") == 1
    assert (tmp_path / "work" / "01_a.ipynb").read_text("utf-8") == "jawaban saya"


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """A file where the folder should be is told of in one line."""
    (tmp_path / "work").write_text("", encoding="utf-8")
    message = f"{tmp_path / 'work'}: cannot be written (File exists). Choose another place."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        copy_lessons(tmp_path / "work")
