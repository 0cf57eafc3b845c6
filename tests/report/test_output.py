"""Writing a file whole or not at all."""

from pathlib import Path

import pytest

from lapor_lab.report.output import write_atomically


def test_an_interrupted_move_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is stopped between writing and moving leaves neither part nor file."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.html", "isi")

    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    """The second writing wins, with UTF-8 and one kind of line end."""
    for text in ("satu", "dua ≤ 5\n"):
        write_atomically(tmp_path / "a.html", text)

    assert (tmp_path / "a.html").read_bytes() == "dua ≤ 5\n".encode()
