"""The import as one step."""

import json
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.exchange import ImportOptions, read_log_folder
from lapor_lab.report import import_to_folder

TABLE = (
    "Tracking ID,Tanggal Laporan Masuk,Instansi Induk,Status Laporan\n"
    "9000001,2 Jan 2024,Kota Contoh,Terverifikasi\n"
    ",3 Jan 2024,Kota Contoh,Terverifikasi\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the key out of the user's own folder."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))
    return tmp_path / "rumah"


def test_a_folder_holds_all_that_the_interface_promises(tmp_path: Path, home: Path) -> None:
    """Cases, quarantine and facts stand in the folder; the key does not."""
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    summary = import_to_folder([path], tmp_path / "impor")
    assert (summary.n_rows, summary.n_accepted, summary.n_quarantined) == (2, 1, 1)
    names = {item.name for item in (tmp_path / "impor").iterdir()}
    assert names == {"cases", "impor.html", "import.json", "manifest.json", "quarantine.csv"}
    facts = json.loads((tmp_path / "impor" / "import.json").read_text("utf-8"))
    assert (facts["n_rows"], facts["n_accepted"], facts["n_quarantined"]) == (2, 1, 1)
    assert len(list((home / "keys").iterdir())) == 1


def test_importing_again_gives_the_same_numbers(tmp_path: Path) -> None:
    """The key of a folder outlives its content, so two imports can be joined."""
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    ids = []
    for _ in range(2):
        import_to_folder([path], tmp_path / "impor")
        ids.append(read_log_folder(tmp_path / "impor").cases["case_id"].tolist())
    assert ids[0] == ids[1]
    assert ids[0] != ["9000001"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """A second import that fails leaves the first one whole, and nothing beside it."""
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    import_to_folder([path], tmp_path / "impor")
    before = (tmp_path / "impor" / "import.json").read_bytes()
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputFileError):
        import_to_folder([path], tmp_path / "impor")
    assert (tmp_path / "impor" / "import.json").read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["a.csv", "impor", "rumah"]


def test_an_unknown_zone_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """The clock of the file must be one that exists."""
    options = ImportOptions(source_zone={"": "Mars/Barat"})
    with pytest.raises(UnknownNameError, match="Unknown zone 'Mars/Barat'"):
        import_to_folder([], tmp_path / "impor", options=options)
    assert list(tmp_path.iterdir()) == []
