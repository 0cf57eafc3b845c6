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
    assert log.parameters is not None
    tables = (log.cases, log.events, log.truth, log.parameters)
    held = {column for table in tables for column in table.columns}
    published = set(pd.read_csv(ROOT / "datasets" / "angka_terbit.csv").columns)
    assert told == held | published


def test_sample_names_nobody(log: ComplaintLog) -> None:
    """No text holds a NIK, a telephone number or an address of mail that could be somebody's."""
    text = log.cases["title"].fillna("") + " " + log.cases["text"].fillna("")
    number = r"(?<!\d)(?!00\d{14}(?!\d)|084|6284)\d{9,}|\+62(?!84)|\b08(?!4)\d{6,}"
    mail = r"\w@(?![\w-]+\.invalid\b)"
    assert not text.str.contains(f"{number}|{mail}", regex=True).any()
    assert log.cases["reporter_id"].dropna().str.fullmatch(r"R-[0-9a-f]{12}").all()
