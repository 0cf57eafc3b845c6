"""Claims about the workbook of the action plan: every number of the Word files is in it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from python_calamine import CalamineWorkbook

from lapor_lab.calendar import load_limits
from lapor_lab.errors import OutputError
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report import documents
from lapor_lab.report.documents.action_matrix import matrix_sheets, write_action_matrix

Make = Callable[..., Any]
# Tables of rules and of examples, and the list of blanks.
_NOT_OF_THE_PLAN = {"Peraturan", "Topik", "Keadaan", "Isian"}
NUMBER = re.compile(r"(?<![\w.,])[+−-]?\d[\d.]*(?:,\d+)?(?![\w.,]*\w)")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, make_assessment: Make, make_plan: Make) -> Path:
    """Return a workbook."""
    place = tmp_path_factory.mktemp("matriks") / "matriks_rencana_aksi.xlsx"
    return write_action_matrix(make_assessment(), make_plan(), place)


def cells_of(path: Path) -> dict[str, list[list[Any]]]:
    """Return all sheets as rows of values."""
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def rounded(text: str) -> tuple[float, int]:
    """Return a number as an Indonesian reader writes it, and its decimals."""
    plain = text.replace(".", "").replace("−", "-").replace(",", ".")
    return float(plain), len(plain.partition(".")[2])


def test_numbers_are_numbers(path: Path, make_plan: Make) -> None:
    """Baselines are read again as numbers that equal the plan's, in per cent where shares."""
    sheet = cells_of(path)["Matriks"]
    place = next(n for n, row in enumerate(sheet) if "Kegiatan" in row)
    header, rows = sheet[place], sheet[place + 1 :]
    found = [row[header.index("Baseline")] for row in rows if row[0] == "indikator"]
    plan = make_plan().indicators["baseline"].tolist()
    assert found[:4] == pytest.approx([plan[0] * 100, plan[1] * 100, plan[2], plan[3] * 100])
    assert found[4] == ""


def test_sheets_say_what_they_are(path: Path) -> None:
    """Draft, example, levels and simulation are labelled on the first sheet."""
    text = "\n".join(str(cell) for row in cells_of(path)["Keterangan"] for cell in row)
    for said in ("DRAF", "CONTOH REKAAN", "bukan nilai SPBE atau PANRB", "bukan janji kinerja"):
        assert said in text


@pytest.mark.parametrize(
    "write",
    [documents.write_action_plan, documents.write_indicator_text, documents.write_juknis],
    ids=["rencana_aksi", "iku", "juknis"],
)
def test_every_number_of_a_word_table_is_in_the_workbook(
    path: Path,
    tmp_path: Path,
    make_assessment: Make,
    make_plan: Make,
    write: Callable[..., Path],
) -> None:
    """Each number in a cell is a value of the workbook when rounded, or stands in its text."""
    cells = [cell for rows in cells_of(path).values() for row in rows for cell in row]
    values = [float(cell) for cell in cells if isinstance(cell, int | float)]
    texts = "\n".join(str(cell) for cell in cells if isinstance(cell, str))
    written = docx.Document(str(write(make_assessment(), make_plan(), tmp_path / "a.docx")))
    for table in written.tables:
        if _NOT_OF_THE_PLAN & {cell.text for cell in table.rows[0].cells}:
            continue
        for row in table.rows[1:]:
            for cell in row.cells:
                for number in NUMBER.findall(cell.text):
                    value, decimals = rounded(number)
                    half = 0.5 * 10**-decimals + 1e-9
                    is_value = any(abs(v - value) <= half for v in values)
                    assert is_value or number in texts, (cell.text, number)


def test_missing_numbers_are_empty(make_assessment: Make, bare_plan: ActionPlan) -> None:
    """Without data no cell of a baseline, target or effect holds a number."""
    sheets = matrix_sheets(make_assessment(), bare_plan, load_limits())
    plan = next(sheet for sheet in sheets if sheet.name == "Matriks")
    assert plan.frame[["Baseline", "Target"]].isna().all().all()
    assert (plan.frame["Anggaran"] == "[…]").all()


def test_limits_come_with_their_remark(make_assessment: Make, make_plan: Make) -> None:
    """Every limit is to be looked up."""
    sheets = matrix_sheets(make_assessment(), make_plan(), load_limits())
    limits = next(sheet for sheet in sheets if sheet.name == "Batas waktu")
    assert limits.frame["Keterangan"].str.contains("JDIH").all()


def test_cells_that_look_like_formulas_are_text(
    tmp_path: Path, make_assessment: Make, make_plan: Make
) -> None:
    """What others wrote never runs in a spreadsheet."""
    rows = make_plan().rows.assign(evidence="=1+1")
    path = write_action_matrix(make_assessment(), make_plan(rows=rows), tmp_path / "m.xlsx")
    cells = [cell for row in cells_of(path)["Matriks"] for cell in row]
    assert "=1+1" in cells


def test_another_suffix_is_refused(make_assessment: Make, make_plan: Make) -> None:
    """The message names the path and the suffix that can be written."""
    with pytest.raises(OutputError, match=r"^a\.csv: must end in \.xlsx\. Choose one of them\.$"):
        write_action_matrix(make_assessment(), make_plan(), "a.csv")
