"""What `assess` prints."""

from dataclasses import replace
from pathlib import Path

import pytest

from lapor_lab.cli.assess_screen import print_assessment
from lapor_lab.practices.maturity import assess, example_form_path, read_form
from lapor_lab.report import AssessmentReport


def test_brackets_of_others_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault that quotes brackets is printed as it stands, each in one line."""
    found = assess(read_form(example_form_path()))
    problems = found.problems.head(2).assign(problem=["sel A1: [bold]x[/bold]", "sel A2: [x"])
    report = AssessmentReport(assessment=replace(found, problems=problems))
    print_assessment(report, [Path("hasil/penilaian.html")])
    lines = capsys.readouterr().out.splitlines()

    assert lines[:2] == ["sel A1: [bold]x[/bold]", "sel A2: [x"]
    assert any("Tanggal penilaian belum diisi" in line for line in lines)
    assert lines[-1] == "1 berkas ada di hasil; mulai dari penilaian.html."
