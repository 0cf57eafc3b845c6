"""Claims about a comparison that is written in English."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from lapor_lab.report import ComparisonReport, write_comparison
from lapor_lab.schema import speak

Make = Callable[..., ComparisonReport]
TEMPLATES = Path(__file__).parents[2] / "lapor_lab" / "report" / "templates"
INDONESIAN = re.compile(r"\b(dan|yang|dengan|untuk|laporan|tidak|nilai|hari|dari)\b")
MEASURES = ("completed_within_limit", "closed_share")


@pytest.fixture
def report(make_fair: Make) -> ComparisonReport:
    """Return two compared measures, as English asks for them."""
    weights = dict.fromkeys(MEASURES, 1.0)
    return make_fair(MEASURES, adjust=("topic",), weights=weights)


def test_page_document_and_workbook_are_english(report: ComparisonReport, tmp_path: Path) -> None:
    """Of what the kit says itself, nothing stays Indonesian, in three forms."""
    with speak("en"):
        page = write_comparison(report, tmp_path / "p.html").read_text("utf-8")
        path = write_comparison(report, tmp_path / "p.docx")
    assert '<html lang="en">' in page
    shown = re.sub(r'<style.*?</style>|src="[^"]*"|<[^>]*>', " ", page, flags=re.DOTALL)
    said = unescape(shown).splitlines()
    document = docx.Document(str(path))
    assert document.core_properties.language == "en-GB"
    said += [paragraph.text for paragraph in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    book = CalamineWorkbook.from_path(str(path.with_suffix(".tabel.xlsx")))
    for name in book.sheet_names:
        said += [str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row]
    # What the comparison found was said when it was made, before this test spoke English.
    found = {check.reason for one in report.comparisons for check in one.checks}
    found |= {reason for one in report.comparisons for reason in one.table["reason"]}
    found |= {group for one in report.comparisons for group in one.table["peer_group"]}
    left = [line for line in said if INDONESIAN.search(line) and not any(
        text and text in line for text in found
    )]  # fmt: skip
    assert left == []


def test_english_templates_take_the_place_of_indonesian_ones() -> None:
    """Each English template has an Indonesian one of its name, with the same blocks of choice."""
    for path in sorted((TEMPLATES / "en").iterdir()):
        texts = [file.read_text("utf-8") for file in (path, TEMPLATES / path.name)]
        choices = [re.findall(r"{% (?:el)?if ([^%]*?) %}", text) for text in texts]
        assert choices[0] == choices[1], path.name
