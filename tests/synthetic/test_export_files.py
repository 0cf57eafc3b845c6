"""A made log as official exports, and back."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError, ParameterError, UnknownNameError
from lapor_lab.exchange import (
    LAYOUTS,
    AsOfOrigin,
    ImportOptions,
    import_files,
    open_tables,
    read_log_folder,
)
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import generate, load_scenario
from lapor_lab.synthetic.export_files import write_export_files
from lapor_lab.synthetic.snapshots import log_as_of

OPTIONS = ImportOptions(key=b"k" * 32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small log as a folder."""
    folder = tmp_path_factory.mktemp("log") / "data"
    generate(load_scenario("kementerian"), folder, n_cases=300, rng=7)
    return folder


@pytest.fixture(scope="module")
def log(folder: Path) -> ComplaintLog:
    """The same log."""
    return read_log_folder(folder)


def cells(path: Path) -> pd.DataFrame:
    """Return a file's cells as texts, empty where nothing is written."""
    (table,) = open_tables(path)
    return pd.concat([chunk.cells for chunk in table.chunks()], ignore_index=True).fillna("")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_every_layout_comes_back_as_synthetic(
    folder: Path, log: ComplaintLog, tmp_path: Path, layout: str, kind: str
) -> None:
    """The importer knows the layout, the day and the institutions, and that all is made up."""
    files = write_export_files(folder, tmp_path / "ekspor", layout, kind=kind)  # type: ignore[arg-type]
    assert [file.name for file in files] == [f"laporan_2022-08-15.{kind}"]
    (tmp_path / "back").mkdir()
    summary = import_files([tmp_path / "ekspor"], tmp_path / "back", options=OPTIONS)
    assert (summary.n_rows, summary.n_accepted) == (300, 300)
    assert summary.files[0].as_of_origin == AsOfOrigin.PREAMBLE
    back = read_log_folder(tmp_path / "back")
    assert back.is_synthetic
    assert back.cases["case_id"].str.startswith("SIM-0").all()
    assert back.cases["institution"].tolist() == log.cases["institution"].tolist()
    assert back.cases["status"].tolist() == log.cases["status"].tolist()
    assert (back.cases["submitted_at"].dt.date == log.cases["submitted_at"].dt.date).all()


def test_weekly_files_show_the_same_world(folder: Path, log: ComplaintLog, tmp_path: Path) -> None:
    """Each file is the log as of its day, and a report keeps its number in all of them."""
    files = write_export_files(folder, tmp_path / "ekspor", kind="csv", n_weeks=4)
    days = ["2022-07-25", "2022-08-01", "2022-08-08", "2022-08-15"]
    assert [file.name for file in files] == [f"laporan_{day}.csv" for day in days]
    numbers = pd.Series([f"0{1_000_001 + k}" for k in range(300)], index=log.cases["case_id"])
    changed = 0
    for day, file in zip(days, files, strict=True):
        seen, shown = log_as_of(log, pd.Timestamp(day)).cases, cells(file)
        assert shown["Tracking ID"].tolist() == numbers[seen["case_id"]].tolist()
        assert shown["Rating"].eq("").tolist() == seen["rating"].isna().tolist()
        starts = [
            text.startswith(status)
            for text, status in zip(shown["Status Laporan"], seen["status"], strict=True)
        ]
        assert all(starts)
        now = log.cases.set_index("case_id")["status"][seen["case_id"]].to_numpy()
        changed += int((now != seen["status"].to_numpy()).sum())
    assert changed > 20


def test_weekly_files_are_imported_as_states_of_one_world(folder: Path, tmp_path: Path) -> None:
    """Rows of earlier files are earlier states of the same reports, none a copy."""
    write_export_files(folder, tmp_path / "ekspor", "20 kolom", kind="csv", n_weeks=3)
    (tmp_path / "back").mkdir()
    summary = import_files([tmp_path / "ekspor"], tmp_path / "back", options=OPTIONS)
    assert summary.n_cases == 300
    assert summary.n_quarantined == 0
    assert summary.n_snapshots == summary.n_rows - 300 > 500


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"layout": "27 kolom"},
            "Unknown layout '27 kolom'. Choose one of 17 kolom, 20 kolom, 26 kolom, snake_case.",
        ),
        ({"kind": "ods"}, "Unknown kind of file 'ods'. Choose one of xlsx, csv."),
        ({"n_weeks": 0}, "`n_weeks` must be >= 1, got 0. Give another number of weeks."),
        ({"n_weeks": 60}, "`n_weeks` must be 1 … 53, got 60. Give another number of weeks."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_written_is_refused(
    folder: Path, tmp_path: Path, options: dict[str, object], message: str
) -> None:
    """Before anything is written; a week before the first report has no export."""
    with pytest.raises((ParameterError, UnknownNameError), match=f"^{re.escape(message)}$"):
        write_export_files(folder, tmp_path / "ekspor", **options)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(folder: Path, tmp_path: Path) -> None:
    """Files that are there are not mixed with others."""
    (tmp_path / "laporan_2022-08-15.xlsx").write_text("")
    message = f"{tmp_path}: exists and is not a folder made by lapor-lab. Choose another name."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_export_files(folder, tmp_path)
