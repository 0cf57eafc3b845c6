"""The committed dates are what the script writes."""

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from lapor_lab.calendar.csv_rows import data_file

SCRIPT = Path(__file__).parents[2] / "scripts" / "freeze_calendar.py"


def test_the_script_writes_the_committed_files(tmp_path: Path) -> None:
    """With the library of the manifest, freezing again gives the same three files."""
    manifest = json.loads(data_file("manifest.json").read_text(encoding="utf-8"))
    holidays = pytest.importorskip("holidays")
    if holidays.__version__ != manifest["library_version"]:
        pytest.skip("another version of the library than the one frozen")
    spec = importlib.util.spec_from_file_location("freeze_calendar", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    script.freeze(tmp_path, date.fromisoformat(manifest["frozen_on"]))

    for name in ("non_working_days.csv", "ramadan.csv", "manifest.json"):
        assert (tmp_path / name).read_bytes() == data_file(name).read_bytes(), name
