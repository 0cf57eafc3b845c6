"""Claims about the page that says how to write a scenario."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from lapor_lab.synthetic import list_scenarios, load_scenario

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "scenarios.md"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that writes the tables of keys."""
    path = ROOT / "scripts" / "build_scenario_docs.py"
    spec = importlib.util.spec_from_file_location("build_scenario_docs", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_tells_every_key(script: ModuleType) -> None:
    """The tables are those that the classes give now: none is missing or out of date."""
    text = PAGE.read_text(encoding="utf-8")

    assert script.with_tables(text) == text


def test_the_example_on_the_page_is_a_scenario(tmp_path: Path) -> None:
    """What a reader copies from the page is read without a change."""
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    path = tmp_path / "punya_kami.toml"
    path.write_text(example[1], encoding="utf-8")
    made = load_scenario(path)

    assert [i.name for i in made.institutions[:2]] == ["Kabupaten Kita", "Kabupaten Tetangga 01"]
    assert len(made.institutions) == 7


def test_the_page_names_every_scenario_that_ships() -> None:
    """Each has a row."""
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in text for name in list_scenarios())
