"""Claims about what is handed out: the wheel, and the pinned versions on other systems."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"

pytestmark = pytest.mark.verify

PLATFORMS = {
    "windows": ("win32", "nt", ["win_amd64"]),
    "macos": ("darwin", "posix", [f"macosx_{v}_0_arm64" for v in range(11, 15)]),
    "linux": ("linux", "posix", [f"manylinux_2_{v}_x86_64" for v in range(5, 36)]),
}


def run(*words: object) -> str:
    """Run a command to its end and return what it prints."""
    done = subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def pip(*words: object) -> str:
    """Run this environment's pip."""
    return run(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that this checkout builds."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--build-constraint", CONSTRAINTS, "--wheel-dir", folder, ROOT)
    (path,) = folder.glob("*.whl")
    return path


def test_wheel_carries_lessons_and_data(wheel: Path) -> None:
    """Who installs the wheel has the lessons, the sample, the labels and the calendar."""
    names = set(zipfile.ZipFile(wheel).namelist())
    lessons = {f"lapor_lab/_lessons/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")}
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "lapor_lab").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc", ".po"}
    }
    assert lessons
    assert lessons | data | {"lapor_lab/_datasets/README.md"} <= names
    assert not [name for name in names if "__pycache__" in name or "checkpoint" in name]


def test_demo_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """In a fresh environment, away from the checkout, the base install makes the page."""
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS, wheel)
    run(programs / "lapor-lab", "demo", "--out", tmp_path / "demo")
    page = (tmp_path / "demo" / "perbandingan.html").read_text("utf-8")
    assert "DATA SINTETIS" in page
    exports = ROOT / "datasets" / "contoh_ekspor"
    said = run(programs / "lapor-lab", "import", exports, "--out", tmp_path / "impor")
    assert "Dari 757 baris, 749 diterima dan 8 masuk karantina." in said


def test_lessons_open_from_the_wheel_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """With the extra `lab`, one command serves every lesson where nothing was before."""
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    extra = f"{wheel}[lab]"
    run(programs / "python", "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS, extra)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"allow_root": True, "port": port, "port_retries": 0}

    config = tmp_path / "config"
    config.mkdir()
    server = {"ServerApp": settings, "IdentityProvider": {"token": ""}}
    (config / "jupyter_server_config.json").write_text(json.dumps(server), encoding="utf-8")
    empty = tmp_path / "kosong"
    empty.mkdir()
    lab = subprocess.Popen(
        [programs / "lapor-lab", "lab", "--no-browser"],
        cwd=empty,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(config)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        served = listing(f"http://127.0.0.1:{port}/api/contents")
    finally:
        os.killpg(lab.pid, signal.SIGTERM)
        lab.wait(timeout=60)
    lessons = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert lessons <= served


def listing(address: str) -> set[str]:
    """Return the names that a server lists, once it answers."""
    end = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (own server)
                return {item["name"] for item in json.load(answer)["content"]}
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(1)


@pytest.mark.parametrize(
    ("system", "python"),
    [
        *[("windows", python) for python in ("3.11", "3.12", "3.13", "3.14")],
        *[("macos", "3.14"), ("linux", "3.14")],
    ],
)
def test_every_pinned_version_has_a_wheel(system: str, python: str, tmp_path: Path) -> None:
    """Nobody needs a compiler: each pin has a wheel for each system and Python."""
    platform, os_name, tags = PLATFORMS[system]
    values = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": platform,
        "os_name": os_name,
    }
    lines = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if line[:1] != "#"]
    pins = list(map(Requirement, filter(None, lines)))
    wanted = tmp_path / "pins.txt"
    # pip reads markers, and what a wheel requires of Python, for where it runs: so read here.
    wanted.write_text(
        "".join(
            f"{pin.name}{pin.specifier}\n"
            for pin in pins
            if pin.marker is None or pin.marker.evaluate(values)
        ),
        encoding="utf-8",
    )
    platforms = [word for tag in tags for word in ("--platform", tag)]
    pip(
        *["install", "--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:"],
        "--ignore-requires-python",
        *["--python-version", python, *platforms, "--target", tmp_path / "none", "-r", wanted],
    )
