"""From files to an import folder."""

from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.cli.import_run import read_dates, run_import
from lapor_lab.errors import ColumnNotFoundError, ParameterError
from lapor_lab.exchange import read_log_folder

OWN = "Nomor,Tgl,Kantor\n1,03/04/2024,A\n2,05/04/2024,B\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the key out of the user's own folder."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))


def test_dates_are_of_all_files_or_of_one() -> None:
    """A name may hold an equals sign; the date stands behind the last one."""
    got = read_dates(["2024-01-31", "a=b.xlsx=2024-02-15"])
    assert got == {"": pd.Timestamp("2024-01-31"), "a=b.xlsx": pd.Timestamp("2024-02-15")}
    with pytest.raises(ParameterError) as refused:
        read_dates(["a.xlsx=besok"])
    assert str(refused.value) == "`--as-of` must be a date like 2022-08-15, got 'besok'."


def test_a_strange_table_goes_by_its_draft(tmp_path: Path) -> None:
    """What is not certain is refused and kept as a draft; completed, the draft is the way in."""
    path, draft = tmp_path / "tabel.csv", tmp_path / "kolom.toml"
    path.write_text(OWN.replace("Kantor", "Zzz").replace("Nomor", "Yyy"), encoding="utf-8")
    with pytest.raises(ColumnNotFoundError, match="cannot be told for certain"):
        run_import([path], tmp_path / "impor", draft_path=draft)
    assert not (tmp_path / "impor").exists()
    draft.write_text(
        '[columns]\ncase_id = "Yyy"\nsubmitted_at = "Tgl"\ninstitution = "Zzz"\n',
        encoding="utf-8",
    )
    summary = run_import([path], tmp_path / "impor", mapping_path=draft)
    assert summary.n_cases == 2
    assert read_log_folder(tmp_path / "impor").cases["institution"].tolist() == ["A", "B"]
