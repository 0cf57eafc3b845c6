"""``lapor-lab lab``."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest


def test_lessons_are_copied_and_opened(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab starts in the folder of the copies, with this Python."""
    started: list[list[str]] = []

    def start(command: list[str], **_: object) -> SimpleNamespace:
        started.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", start)
    answer = run("lab", "--folder", tmp_path / "materi", "--no-browser")

    assert answer.code == 0
    assert started == [
        [
            *[sys.executable, "-m", "jupyterlab"],
            *[f"--ServerApp.root_dir={tmp_path / 'materi'}", "--no-browser"],
        ]
    ]


def test_without_jupyterlab_the_cure_is_named(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line says what to install."""
    monkeypatch.setattr("lapor_lab.cli.lab.find_spec", lambda _: None)

    answer = run("lab")

    assert answer.err == ('jupyterlab belum terpasang. Jalankan: pip install "lapor-lab[lab]"\n')
