"""The form that is written."""

import re
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    Assessment,
    MaturityForm,
    assess,
    example_form_path,
    load_guides,
    read_form,
)
from lapor_lab.practices.maturity.blank import blank_form
from lapor_lab.report.maturity_form import write_maturity_form

EXAMPLE = read_form(example_form_path("penilaian_2022.toml"))
BLANK = blank_form("Kementerian A", {'PTN "Contoh" 25': INHERITED_GROUP}, n_units=4)


@pytest.mark.parametrize("ending", [".xlsx", ".toml"])
def test_filled_form_is_read_back(tmp_path: Path, ending: str) -> None:
    """What is written and read again is assessed alike, to the last frame."""
    path = write_maturity_form(tmp_path / f"penilaian{ending}", EXAMPLE)
    before, after = assess(EXAMPLE), assess(read_form(path))
    for field in fields(Assessment):
        if field.name != "problems":
            one, two = getattr(before, field.name), getattr(after, field.name)
            if isinstance(one, pd.DataFrame):
                pd.testing.assert_frame_equal(one, two)
            else:
                assert one == two


@pytest.mark.parametrize("ending", [".xlsx", ".toml"])
@pytest.mark.parametrize("form", [None, BLANK], ids=["no unit", "one unit"])
def test_blank_form_lacks_answers_and_nothing_else(
    tmp_path: Path, ending: str, form: MaturityForm | None
) -> None:
    """Read as it is, a blank form is no faulty one: only its gaps are named."""
    read = read_form(write_maturity_form(tmp_path / f"formulir{ending}", form))
    assert read.problems["problem"].str.contains("belum diisi|belum dijawab").all()
    assert list(read.units) == (list(form.units) if form else [])
    assert read.answers == () or all(a.answers == (None, None) for a in read.answers)


def test_toml_explains_itself(tmp_path: Path) -> None:
    """Every question with its source, every level, and whose score it is not stand as comments."""
    text = write_maturity_form(tmp_path / "formulir.toml").read_text("utf-8")
    assert "bukan nilai SPBE atau PANRB" in text
    for guide in load_guides():
        assert all(f"# Tingkat {n}. {words}" in text for n, words in enumerate(guide.levels))
        for item in guide.items:
            assert f"# {item.question}" in text
            assert f"sumber: {item.source}" in text


def test_other_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A form is a workbook or TOML."""
    message = f"{tmp_path / 'formulir.docx'}: must end in .xlsx, .toml. Choose one of them."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_maturity_form(tmp_path / "formulir.docx")
