"""Claims about the sample that ships with the kit."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange import read_log_folder
from lapor_lab.schema import ComplaintLog

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "datasets" / "contoh_kementerian"
DICTIONARY = ROOT / "datasets" / "README.md"


@pytest.fixture(scope="module")
def log() -> ComplaintLog:
    """Return the sample."""
    return read_log_folder(SAMPLE)


def test_recipe_makes_the_sample(tmp_path: Path) -> None:
    """The recipe, followed anew by the command line, holds the same content."""
    script = ROOT / "scripts" / "build_datasets.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    made = json.loads((tmp_path / SAMPLE.name / "manifest.json").read_text("utf-8"))
    shipped = json.loads((SAMPLE / "manifest.json").read_text("utf-8"))
    assert made["content_hash"] == shipped["content_hash"]


def test_sample_is_what_its_recipe_says(log: ComplaintLog) -> None:
    """Scenario, size and day are those of the recipe, and every case says that it is made up."""
    recipe = tomllib.loads(SAMPLE.with_suffix(".toml").read_text("utf-8"))
    assert log.provenance["scenario"] == recipe["scenario"]
    assert log.as_of == pd.Timestamp(recipe["as_of"])
    assert len(log.cases) == recipe["n_cases"]
    assert log.cases["case_id"].str.startswith("SIM-").all()


def test_sample_is_small() -> None:
    """The sample stays under a megabyte, as it travels with every copy of the kit."""
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 1_000_000


def test_dictionary_tells_of_every_column(log: ComplaintLog) -> None:
    """Each column of each table has its line in the data dictionary, and no other has."""
    told = set(re.findall(r"^\| `(\w+)` \|", DICTIONARY.read_text("utf-8"), re.MULTILINE))
    assert log.events is not None
    assert log.truth is not None
    held = {*log.cases.columns, *log.events.columns, *log.truth.columns}
    published = set(pd.read_csv(ROOT / "datasets" / "angka_terbit.csv").columns)
    assert told == held | published


def test_sample_names_nobody(log: ComplaintLog) -> None:
    """No text holds a number that could be a NIK or a telephone number, or an address of mail."""
    text = log.cases["title"].fillna("") + " " + log.cases["text"].fillna("")
    assert not text.str.contains(r"\d{9,}|\+62|\b08\d{6,}|\w@\w", regex=True).any()
    assert log.cases["reporter_id"].dropna().str.fullmatch(r"R-[0-9a-f]{12}").all()
