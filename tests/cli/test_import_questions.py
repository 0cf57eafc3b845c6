"""What an import asks of a user who sits before it."""

import io
from pathlib import Path

import pandas as pd
import pytest
import typer

from lapor_lab.cli import import_questions
from lapor_lab.cli.import_questions import ask_date, ask_mapping
from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.exchange import Proposal, RawTable, open_tables
from lapor_lab.exchange.columns.mapping_proposal import propose_mapping


class Terminal(io.StringIO):
    """Answers that a user types."""

    def isatty(self) -> bool:
        """There is somebody to ask."""
        return True


@pytest.fixture
def table(tmp_path: Path) -> RawTable:
    """Return a table of no known layout."""
    path = tmp_path / "tabel.csv"
    path.write_text("No Tiket,Tgl Masuk,Instansi\nA1,03/04/2024,X\nA2,15/04/2024,Y\n")
    return open_tables(path)[0]


@pytest.fixture
def proposal(table: RawTable) -> Proposal:
    """Return what its columns seem to mean."""
    return propose_mapping(table, next(table.chunks()))


def test_nobody_is_asked_where_nobody_sits(
    table: RawTable, proposal: Proposal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a script both questions are left to the defaults; the proposal is shown and kept."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert ask_date(table, pd.Timestamp("2024-04-05")) is None
    assert ask_mapping(table, proposal, tmp_path / "kolom.toml") is None
    assert "No Tiket" in (tmp_path / "kolom.toml").read_text("utf-8")


def test_a_date_is_asked_for_until_it_is_one(
    table: RawTable, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong answer is explained and asked again; Enter takes the last time in the file."""
    answers = iter(["kemarin", "2024-05-01"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(import_questions.typer, "prompt", lambda *_, **__: next(answers))
    assert ask_date(table, None) == pd.Timestamp("2024-05-01")
    assert "Tulis tanggal seperti 2024-01-31." in capsys.readouterr().out
    monkeypatch.setattr(import_questions.typer, "prompt", lambda _, default: default)
    assert ask_date(table, pd.Timestamp("2024-04-05 10:00")) == pd.Timestamp("2024-04-05")


def test_a_proposal_counts_when_it_is_confirmed(
    table: RawTable, proposal: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Yes takes it, no refuses the file."""
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(typer, "confirm", lambda _: True)
    assert ask_mapping(table, proposal, None) == proposal.mapping
    monkeypatch.setattr(typer, "confirm", lambda _: False)
    with pytest.raises(ColumnNotFoundError, match="cannot be told for certain"):
        ask_mapping(table, proposal, None)
