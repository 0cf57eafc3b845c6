"""Programs are installed only where that is allowed, and what is missing is named."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "system_tools.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch):
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("system_tools", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "system_tools", module)
    spec.loader.exec_module(module)
    return module


def test_only_what_is_not_on_the_path_is_missing(script) -> None:
    """A tool that is found is not installed anew."""
    found = script.missing_tools(find=lambda name: "/usr/bin/x" if name == "soffice" else None)
    assert [tool.command for tool in found] == ["pdftotext"]


def test_nothing_is_started_where_it_is_not_allowed(script) -> None:
    """Without leave, or with nothing missing, no program runs."""

    def run(*_: object, **__: object) -> None:
        pytest.fail("a program was started")

    script.install(script.TOOLS, is_allowed=False, run=run)
    script.install([], is_allowed=True, run=run)


def test_all_packages_of_what_is_missing_are_asked_for_at_once(script) -> None:
    """Lists are renewed, then every package is named in one line that asks nothing."""
    started: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        started.append(command)
        assert options["env"]["DEBIAN_FRONTEND"] == "noninteractive"
        return subprocess.CompletedProcess(command, 1)

    script.install(script.TOOLS, is_allowed=True, run=run)
    assert [command[3] for command in started] == ["update", "install"]
    assert "--yes" in started[1]
    assert {name for tool in script.TOOLS for name in tool.packages} < set(started[1])


def test_what_is_left_out_is_named(
    script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without any of them gets one line each."""
    monkeypatch.setattr(script.shutil, "which", lambda _: None)
    monkeypatch.setattr(script, "missing_tools", lambda: list(script.TOOLS))
    script.main()
    assert capsys.readouterr().out.splitlines() == [
        "Without soffice it is left out: Word and Excel files opened by another program.",
        "Without pdftotext it is left out: pages counted and read.",
    ]
