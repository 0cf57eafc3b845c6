"""Write a file whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from lapor_lab.errors import OutputError
from lapor_lab.exchange import atomic_file

__all__ = ["check_kind", "write_atomically"]


def check_kind(path: Path | str, allowed: Sequence[str]) -> Path:
    """Refuse a file whose suffix names no form that can be written.

    Parameters
    ----------
    path : Path or str
        Where the result should go.
    allowed : sequence of str
        Suffixes, such as ``".html"``.

    Returns
    -------
    Path
        The same place.

    Raises
    ------
    OutputError
        If the suffix is none of them.

    Examples
    --------
    >>> check_kind("perbandingan.HTML", [".html"]).name
    'perbandingan.HTML'
    """
    target = Path(path)
    if target.suffix.lower() not in allowed:
        raise OutputError("output_kind", path=target, allowed=", ".join(allowed))
    return target


def write_atomically(path: Path, text: str) -> None:
    """Write text beside its place and move it there: a reader never meets half a file.

    Parameters
    ----------
    path : Path
        Where the text should go; absent folders are made.
    text : str
        What to write, as UTF-8.

    Raises
    ------
    OutputError
        If the place cannot be written; nothing is left behind.
    """
    with atomic_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
