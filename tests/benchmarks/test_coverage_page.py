"""The page on coverage holds the tables of its script, and they keep what the page promises."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "coverage.md"


def table(section: str) -> list[dict[str, str]]:
    """Return the rows of a section's table; of columns with one name the first counts."""
    text = DOCUMENT.read_text("utf-8")
    inside = text.split(f"<!-- {section}: begin -->")[1].split(f"<!-- {section}: end -->")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in inside.split("\n")[1:]
    ]
    header, _, *body = [row for row in rows if len(row) > 1]
    return [dict(zip(header[::-1], row[: len(header)][::-1], strict=True)) for row in body]


def per_cent(cell: str) -> float:
    """Return the number of a cell such as ``95.1 %``."""
    return float(cell.removesuffix("%").strip())


def test_the_page_has_the_rows_and_columns_of_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of a few worlds gives tables of the same head and length as those of the page."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    found = importlib.import_module("coverage_page").sections(part=0.002)
    text = DOCUMENT.read_text("utf-8")
    for name, lines in found.items():
        assert f"<!-- {name}: begin -->\n{lines[0]}\n{lines[1]}\n" in text
        assert len(lines) - 2 == len(table(name))


def test_shares_are_covered_in_94_to_96_per_cent_on_average() -> None:
    """Each number of cases keeps it."""
    assert all(94 <= per_cent(row["95 %: mean"]) <= 96 for row in table("wilson"))


def test_medians_are_covered_in_93_to_97_per_cent() -> None:
    """Each kind of times keeps it; whole days, of which many are equal, err on the safe side."""
    for row in table("times"):
        highest = 98.5 if "whole days" in row["times"] else 97
        assert 93 <= per_cent(row["median"]) <= highest


def test_rank_sets_hold_at_once_in_95_per_cent() -> None:
    """Two standard errors of 1,000 worlds below 95 % are not exceeded."""
    for row in table("ranks"):
        assert per_cent(row["all sets at once"]) >= 95 - 1.4
        assert per_cent(row["all true first three"]) >= 95 - 1.4


def test_funnels_hardly_ever_name_who_belongs() -> None:
    """At most 0.3 % by exact limits where nobody differs, at most 1 % where both rules agree."""
    for row in table("funnel"):
        if row["true values vary by"] == "0%":
            assert per_cent(row["exact limits"]) <= 0.3
        assert per_cent(row["both agree"]) <= 1
