"""``lapor-lab doctor``: what works on this machine, and the cure for what does not."""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version

import typer

__all__ = ["doctor"]

_Check = tuple[str, Callable[[], str], str]


def doctor() -> None:
    """Memeriksa pemasangan: [ OK ] atau [GAGAL] dengan cara memperbaikinya."""
    n_failed = 0
    for name, check, cure in _checks():
        try:
            found = check()
        except Exception as error:  # noqa: BLE001 (a doctor reports whatever is wrong)
            n_failed += 1
            typer.echo(f"[GAGAL] {name}: {error}. Cara memperbaiki: {cure}")
        else:
            typer.echo(f"[ OK ] {name}: {found}")
    if n_failed:
        raise typer.Exit(code=1)
    typer.echo("Semua siap.")


def _checks() -> list[_Check]:
    base = 'pip install "lapor-lab"'
    lab = 'pip install "lapor-lab[lab]"'
    checks: list[_Check] = [("Python", _python, "pasang Python dari situs resminya")]
    checks += [
        (module, lambda module=module: _package(module), cure)  # type: ignore[misc]
        for modules, cure in (
            (("numpy", "pandas", "pyarrow", "scipy", "statsmodels"), base),
            (("matplotlib", "sklearn", "faker", "jinja2"), base),
            (("jupyterlab", "ipywidgets", "nbclient", "nbval"), lab),
        )
        for module in modules
    ]
    return [
        *checks,
        ("kalender kerja", _calendar, f"pasang ulang: {base}"),
        ("materi latihan", _lessons, f"pasang ulang: {lab}"),
        ("menulis berkas", _writing, "jalankan di folder yang boleh Anda tulisi"),
    ]


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _package(module: str) -> str:
    import_module(module)
    name = {"sklearn": "scikit-learn"}.get(module, module)
    return version(name)


def _calendar() -> str:
    from lapor_lab.calendar import load_calendar

    calendar = load_calendar()
    return f"{calendar.first_day.year}–{calendar.last_day.year} ({calendar.version})"


def _lessons() -> str:
    from lapor_lab.course import lesson_folder

    return f"{len(list(lesson_folder().glob('*.ipynb')))} notebook"


def _writing() -> str:
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        (Path(folder) / "uji.txt").write_text("uji", encoding="utf-8")
    return "bisa"
