"""A file whole or not at all."""

import re
from pathlib import Path

import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange import atomic_file, atomic_folder


def half_written(path: Path) -> None:
    """A writer that dies half way."""
    with atomic_file(path) as part:
        part.write_text("setengah")
        raise KeyboardInterrupt


def test_an_interrupted_writer_leaves_the_old_file(tmp_path: Path) -> None:
    """Whoever is stopped half way leaves what was there, and nothing else."""
    target = tmp_path / "a.txt"
    target.write_text("lama")

    with pytest.raises(KeyboardInterrupt):
        half_written(target)

    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert target.read_text() == "lama"


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    """The refusal names the place and the system's reason."""
    (tmp_path / "berkas").write_text("x")
    target = tmp_path / "berkas" / "a.txt"
    message = f"{target}: cannot be written (File exists). Choose another place."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        half_written(target)


def test_a_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """A folder appears with all its files and replaces an older one; a fault leaves the old one."""
    out = tmp_path / "dalam" / "hasil"

    def write(name: str, *, dies: bool = False) -> None:
        with atomic_folder(out) as staging:
            (staging / name).write_text(name)
            if dies:
                raise KeyboardInterrupt

    write("a.txt")
    with pytest.raises(KeyboardInterrupt):
        write("b.txt", dies=True)
    assert [path.name for path in out.iterdir()] == ["a.txt"]
    write("c.txt")

    assert [path.name for path in out.iterdir()] == ["c.txt"]
    assert [path.name for path in out.parent.iterdir()] == ["hasil"]
