"""Run the command line inside the test."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from lapor_lab.cli.app import main


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Call ``lapor-lab`` with words."""

    def call(*words: object) -> Answer:
        with pytest.raises(SystemExit) as end:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        return Answer(int(str(end.value.code or 0)), captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def log_folder(tmp_path_factory: pytest.TempPathFactory) -> object:
    """A small synthetic log, made once."""
    folder = tmp_path_factory.mktemp("log") / "data"
    with pytest.raises(SystemExit):
        main(["generate", "kementerian", "--out", str(folder), "--n-cases", "400", "--rng", "7"])
    return folder
