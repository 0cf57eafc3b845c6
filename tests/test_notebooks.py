"""Claims about the lessons as they are stored: what they hold, and that nbval compares it."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lapor_lab.course.build import ANSWERS
from lapor_lab.course.lesson_builder import execute_lesson, solve_lesson, write_notebook
from lapor_lab.course.lesson_source import Cell, Lesson, read_lesson

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))
SOURCES = sorted((FOLDER / "src").glob("[!_]*.py"))
MAX_BYTES = 300_000

PARTS = [
    "Tujuan Pembelajaran",
    "Alokasi Waktu",
    "Prasyarat",
    "Uraian Materi",
    "Latihan",
    "Petunjuk",
    "Kunci jawaban",
    "Rangkuman",
]
# What a thin lesson does without: its own functions, and changes of the installation.
FORBIDDEN = re.compile(r"^\s*(?:def |class |%|!)|sys\.path|;\s*$|\b(?:Out|In)\[", re.MULTILINE)


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Return the path of one lesson."""
    found: Path = request.param
    return found


@pytest.fixture
def cells(path: Path) -> list[dict[str, Any]]:
    """Return the cells of one lesson."""
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return found


def code_of(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the code cells."""
    return [cell for cell in cells if cell["cell_type"] == "code"]


def source_of(cell: dict[str, Any]) -> str:
    """Return a cell's text."""
    return "".join(cell["source"])


def parts_of(cells: list[dict[str, Any]]) -> Iterator[str]:
    """Yield headings and folded parts in the order in which a reader meets them."""
    pattern = re.compile(r"^#+ (.+)$|<summary>(.+)</summary>", re.MULTILINE)
    for cell in cells:
        if cell["cell_type"] == "markdown":
            for heading, summary in pattern.findall(source_of(cell)):
                yield (heading or summary).split(":")[0].strip()


def test_each_source_has_its_lesson() -> None:
    """Sources and lessons are the same set, so none is built from nothing or never built."""
    assert [path.stem for path in SOURCES] == [path.stem for path in LESSONS]


def test_lesson_is_executed_from_top_to_bottom(cells: list[dict[str, Any]]) -> None:
    """Counts are 1 to n: nbval compares nothing where a cell is stored without one."""
    counts = [cell["execution_count"] for cell in code_of(cells)]
    assert counts
    assert counts == list(range(1, len(counts) + 1))


def test_lesson_stores_no_error_and_no_warning(cells: list[dict[str, Any]]) -> None:
    """A participant first sees a lesson that worked."""
    outputs = [output for cell in code_of(cells) for output in cell["outputs"]]
    assert [o for o in outputs if o["output_type"] == "error"] == []
    assert [o for o in outputs if o.get("name") == "stderr"] == []


def test_lesson_is_thin(cells: list[dict[str, Any]]) -> None:
    """A lesson calls and shows: no function, no magic, no trailing semicolon, no history."""
    for cell in code_of(cells):
        found = FORBIDDEN.search(source_of(cell))
        assert not found, f"{found and found[0]!r} in: {source_of(cell)}"


def test_lesson_is_small_and_names_no_machine(path: Path) -> None:
    """A lesson travels on a USB stick and by poor wifi, and tells nothing of where it ran."""
    text = path.read_text("utf-8")
    assert path.stat().st_size < MAX_BYTES
    assert not re.search(r"(?<![\w.~:/])/(?:work|root|home|Users|tmp)/\w|[A-Z]:\\\\", text)


def test_lesson_has_fixed_ids_and_kernel(path: Path) -> None:
    """A rebuilt lesson differs only where its content does, and runs in any environment."""
    notebook = json.loads(path.read_text("utf-8"))
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith(path.stem.replace("_", "-")) for i in ids)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}


def test_lesson_has_its_parts_in_order(cells: list[dict[str, Any]]) -> None:
    """A fasilitator finds every part at its place in every lesson."""
    met = list(parts_of(cells))
    first_met = [met.index(part) if part in met else None for part in PARTS]
    assert None not in first_met, dict(zip(PARTS, first_met, strict=True))
    assert first_met == sorted(first_met)


def test_every_picture_stands_beside_words(cells: list[dict[str, Any]]) -> None:
    """Who cannot see a picture reads the same in a table or a sentence next to it."""
    for position, cell in enumerate(cells):
        outputs = cell.get("outputs", [])
        if any("image/png" in output.get("data", {}) for output in outputs):
            has_table = any(
                "text/html" in output.get("data", {}) or output["output_type"] == "stream"
                for output in outputs
            )
            after = cells[position + 1] if position + 1 < len(cells) else {}
            has_sentence = after.get("cell_type") == "markdown" and not source_of(after).startswith(
                ("#", "<details>")
            )
            follows = "text/html" in json.dumps(after.get("outputs", []))
            assert has_table or has_sentence or follows, source_of(cell)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_lesson_is_built_from_its_source(source: Path) -> None:
    """The stored cells are those of the source: nobody edited the lesson itself."""
    stored = json.loads((FOLDER / f"{source.stem}.ipynb").read_text("utf-8"))["cells"]
    expected = [(cell.kind, cell.source) for cell in read_lesson(source).cells]
    assert [(cell["cell_type"], source_of(cell)) for cell in stored] == expected


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_keys_are_right(source: Path) -> None:
    """Running the keys finds the answers that the check waits for."""
    stored = {entry["exercise"]: entry for entry in json.loads(ANSWERS.read_text("utf-8"))}
    seals = solve_lesson(read_lesson(source), FOLDER)
    assert seals
    for seal in seals:
        assert stored[seal.exercise]["digest"] == seal.digest, seal.exercise
        assert stored[seal.exercise]["hint"] == seal.hint, seal.exercise


def test_no_answer_is_sealed_for_a_lesson_that_is_gone() -> None:
    """The file of answers holds nothing but the exercises of the lessons."""
    stored = [entry["exercise"] for entry in json.loads(ANSWERS.read_text("utf-8"))]
    lessons = [cell for source in SOURCES for cell in read_lesson(source).cells]
    assert stored == [cell.exercise.id for cell in lessons if cell.exercise]


def test_a_changed_number_in_a_stored_output_fails(tmp_path: Path) -> None:
    """Strict comparison sees one changed digit in a table, and passes the untouched copy."""
    lesson = Lesson(
        name="99_contoh",
        cells=(
            Cell(kind="code", source="import pandas as pd"),
            Cell(kind="code", source="pd.DataFrame({'tepat waktu': [900 + 50]})"),
        ),
    )
    write_notebook(execute_lesson(lesson, tmp_path), tmp_path / "untouched.ipynb")
    text = (tmp_path / "untouched.ipynb").read_text("utf-8")
    assert text.count("950") > 1
    (tmp_path / "changed.ipynb").write_text(text.replace("950", "951"), encoding="utf-8")
    run = subprocess.run(
        [
            *[sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
            *["--rootdir", str(tmp_path), *_nbval_options(), str(tmp_path)],
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stdout
    failed = re.findall(r"^FAILED (\S+?\.ipynb)", run.stdout, re.MULTILINE)
    assert [Path(name).name for name in failed] == ["changed.ipynb"]
    assert "1 failed, 3 passed" in run.stdout


def _nbval_options() -> list[str]:
    """Return the options that `make test` gives to nbval, so that this claim is about them."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    line = re.search(r"^NBVAL := (.+)$", makefile, re.MULTILINE)
    assert line
    assert "lax" not in line[1]
    return line[1].split()


@pytest.mark.verify
def test_rebuilt_lessons_are_the_same_files(tmp_path: Path) -> None:
    """In the pinned environment a rebuild writes the committed bytes, pictures included."""
    for source in SOURCES:
        write_notebook(execute_lesson(read_lesson(source), FOLDER), tmp_path / "rebuilt.ipynb")
        committed = (FOLDER / f"{source.stem}.ipynb").read_bytes()
        assert (tmp_path / "rebuilt.ipynb").read_bytes() == committed, source.stem
