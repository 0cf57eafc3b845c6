"""``lapor-lab doctor``."""

from collections.abc import Callable
from typing import Any

import pytest


def test_a_sound_installation_is_told_line_by_line(run: Callable[..., Any]) -> None:
    """Each check says [ OK ] with what it found."""
    answer = run("doctor")
    *checks, last = answer.out.splitlines()

    assert answer.code == 0
    assert last == "Semua siap."
    assert all(line.startswith("[ OK ] ") for line in checks)


def test_a_fault_comes_with_its_cure(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that does not load is [GAGAL] with the command that mends it, and exit 1."""

    def broken(module: str) -> str:
        raise ImportError(f"{module} rusak")  # noqa: EM102

    monkeypatch.setattr("lapor_lab.cli.doctor.import_module", broken)
    answer = run("doctor")

    assert answer.code == 1
    assert (
        '[GAGAL] pandas: pandas rusak. Cara memperbaiki: pip install "lapor-lab"'
        in answer.out.splitlines()
    )
