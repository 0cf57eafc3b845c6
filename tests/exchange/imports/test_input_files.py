"""Which files an import reads."""

from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.imports.input_files import READABLE, find_input_files


def test_a_folder_gives_its_readable_files_in_order_and_lists_the_others(tmp_path: Path) -> None:
    """Of a folder, known endings are read at any depth; lock files and pictures are listed."""
    for name in ("b.XLSX", "a.csv", "~$b.xlsx", "foto.png", ".hidden.csv", "dalam/c.xes.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found, ignored = find_input_files([tmp_path])
    assert [path.name for path in found] == ["a.csv", "b.XLSX", "c.xes.gz"]
    assert sorted(path.name for path in ignored) == [".hidden.csv", "foto.png", "~$b.xlsx"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file stands once in the list, by whatever path it is named; its ending is not asked."""
    file = tmp_path / "ekspor.dat"
    file.touch()
    found, ignored = find_input_files([file, tmp_path / "." / "ekspor.dat"])
    assert (found, ignored) == ([file], [])


def test_an_absent_path_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    """Both refusals name the path and what to do."""
    with pytest.raises(InputFileError) as absent:
        find_input_files([tmp_path / "tidak-ada"])
    assert str(absent.value) == f"{tmp_path / 'tidak-ada'}: no such file or folder. Check the path."
    with pytest.raises(InputFileError) as empty:
        find_input_files([tmp_path])
    assert str(empty.value) == (
        f"{tmp_path}: holds no file to read. Put {', '.join(READABLE)} files there or name another."
    )
