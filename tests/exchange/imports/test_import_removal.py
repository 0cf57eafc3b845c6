"""An import and its traces go away together."""

from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.imports.import_removal import remove_import
from lapor_lab.exchange.imports.project_key import project_key_path
from lapor_lab.exchange.log_folder import write_log_folder
from lapor_lab.schema import ComplaintLog


@pytest.fixture
def log() -> ComplaintLog:
    """Return a log of one case."""
    cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"], "submitted_at": ["2024-01-02"]})
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2024-02-01"))


def test_folder_and_key_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: ComplaintLog
) -> None:
    """Both are removed and named; what lies beside stays."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))
    folder = tmp_path / "impor"
    write_log_folder(log, folder, n_recap_rows=0)
    key = project_key_path(folder)
    key.parent.mkdir(parents=True)
    key.write_bytes(b"0" * 32)
    (tmp_path / "lain.txt").touch()
    assert remove_import(folder) == [folder, key]
    assert not folder.exists()
    assert not key.exists()
    assert (tmp_path / "lain.txt").exists()


def test_what_no_import_made_is_left_alone(tmp_path: Path, log: ComplaintLog) -> None:
    """A generated log, any other folder and a missing one are refused, and nothing is removed."""
    made = tmp_path / "buatan"
    write_log_folder(log, made)
    (tmp_path / "dokumen").mkdir()
    for folder in (made, tmp_path / "dokumen"):
        with pytest.raises(InputFileError) as refused:
            remove_import(folder)
        assert str(refused.value) == (
            f"{folder}: was not made by `lapor-lab import`, so nothing was removed."
        )
        assert folder.is_dir()
    with pytest.raises(InputFileError, match="no such file or folder"):
        remove_import(tmp_path / "tidak-ada")
