"""Where a project's key lies."""

from pathlib import Path

import pytest

from lapor_lab.exchange.imports.project_key import project_key_path


def test_it_lies_outside_of_the_outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key lies in the user's own folder, one for each output folder, always the same."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))
    monkeypatch.chdir(tmp_path)
    first = project_key_path(tmp_path / "impor")
    assert first.is_relative_to(tmp_path / "rumah")
    assert (
        first
        == project_key_path(Path("impor"))
        == project_key_path(tmp_path / "x" / ".." / "impor")
    )
    assert first != project_key_path(tmp_path / "lain" / "impor")
