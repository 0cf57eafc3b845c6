"""``lapor-lab lab``: open JupyterLab in the lessons."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.errors import OptionalDependencyError

__all__ = ["lab"]


def lab(
    folder: Annotated[
        Path, typer.Option(help="Folder kerja; materi disalin ke sini bila belum ada.")
    ] = Path("materi-lapor-lab"),
    browser: Annotated[bool, typer.Option(help="Buka peramban.")] = True,  # noqa: FBT002 (a flag)
) -> None:
    """Membuka materi latihan di JupyterLab."""
    if find_spec("jupyterlab") is None:
        raise OptionalDependencyError(
            "not_installed", package="jupyterlab", command='pip install "lapor-lab[lab]"'
        )
    from lapor_lab.course import copy_lessons

    n_copied = copy_lessons(folder)
    typer.echo(f"Materi ada di {folder} ({n_copied} berkas baru; berkas Anda tidak ditimpa).")
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    command += [] if browser else ["--no-browser"]
    raise typer.Exit(code=subprocess.run(command, check=False).returncode)  # noqa: S603 (own words)
