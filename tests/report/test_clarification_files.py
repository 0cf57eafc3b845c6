"""Sheets as files."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.report import ComparisonReport, clarification_files, write_clarifications
from lapor_lab.report.clarification import Sheet
from lapor_lab.report.clarification_files import file_name

Fair = Callable[..., ComparisonReport]
CASES = {"Kota A": (60, 6), "Kota B": (60, 6), "KOTA  B": (60, 6)}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make sheets without pictures."""

    def make(report: ComparisonReport) -> Iterator[Sheet]:
        names = sorted(report.comparisons[0].table["institution"], key=str.casefold)
        yield from (Sheet(institution=name, html=f"<p>{name}</p>") for name in names)

    monkeypatch.setattr(clarification_files, "make_sheets", make)


@pytest.mark.usefixtures("quick")
def test_one_page_for_each_institution(make_fair: Fair, tmp_path: Path) -> None:
    """Names that look alike get files of their own; each step is told."""
    steps: list[None] = []
    folder = tmp_path / "sub" / "lembar"

    paths = write_clarifications(
        make_fair(cases=CASES), folder, on_sheet=lambda: steps.append(None)
    )

    assert len({path.name.casefold() for path in paths}) == len(steps) == 3
    assert sorted(path.name for path in folder.iterdir()) == sorted(p.name for p in paths)
    assert {path.read_text("utf-8") for path in paths} == {f"<p>{name}</p>" for name in CASES}


@pytest.mark.usefixtures("quick")
def test_a_second_run_replaces_the_first(make_fair: Fair, tmp_path: Path) -> None:
    """No sheet of an institution that is gone stays behind."""
    write_clarifications(make_fair(cases=CASES), tmp_path / "lembar")
    two = {"Kota A": (60, 6), "Kota Z": (60, 6)}

    paths = write_clarifications(make_fair(cases=two), tmp_path / "lembar")

    assert sorted((tmp_path / "lembar").iterdir()) == sorted(paths)
    assert [path.name for path in tmp_path.iterdir()] == ["lembar"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("other", ["catatan.txt", "001-kota-a.html.bak"])
def test_a_folder_with_anything_else_is_refused(
    make_fair: Fair, tmp_path: Path, other: str
) -> None:
    """What somebody keeps there is not removed."""
    kept = tmp_path / other
    kept.write_text("penting")
    message = f"{tmp_path}: exists and is not a folder made by lapor-lab. Choose another name."

    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_clarifications(make_fair(cases=CASES), tmp_path)

    assert kept.read_text() == "penting"


def test_a_failure_leaves_the_old_sheets(
    make_fair: Fair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle, the folder is as it was and nothing half lies beside it."""
    folder = tmp_path / "lembar"
    folder.mkdir()
    (folder / "001-lama.html").write_text("lama")

    def fail(_: ComparisonReport) -> Iterator[Sheet]:
        yield Sheet(institution="Kota A", html="baru")
        raise KeyboardInterrupt

    monkeypatch.setattr(clarification_files, "make_sheets", fail)
    with pytest.raises(KeyboardInterrupt):
        write_clarifications(make_fair(cases=CASES), folder)

    assert [path.name for path in tmp_path.iterdir()] == ["lembar"]
    assert [path.read_text() for path in folder.iterdir()] == ["lama"]


def test_nothing_compared_is_refused(make_fair: Fair, tmp_path: Path) -> None:
    """Without a comparison there is no figure to be checked."""
    message = (
        "`report` must be a report with a comparison, got 'none'. "
        "Compare a measure that the source tells."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        write_clarifications(make_fair(comparisons=()), tmp_path / "lembar")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "001-etc-passwd.html"),
        ("CON", "001-con.html"),
        ("Kementerian " + "X" * 200, f"001-kementerian-{'x' * 48}.html"),
        ("\u202e\u4e2d\u6587", "001-instansi.html"),
    ],
)
def test_file_names_are_safe(name: str, expected: str) -> None:
    """No name leaves its folder, is reserved, too long, or empty."""
    assert file_name(1, name) == expected
