"""Open a zip archive that a stranger made, and read no more of it than is sensible."""

import os
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, Self

from lapor_lab.errors import InputFileError

__all__ = ["Package", "PartReader", "open_package"]

_MIB: Final = 2**20
_MOST_PARTS: Final = 10_000
_LARGEST_DIRECTORY: Final = 4 * _MIB
_LARGEST_PACKAGE: Final = 4096 * _MIB
# Sheets and texts shrink to a third or a thirtieth; deflate itself can go to a thousandth.
_HIGHEST_RATIO: Final = 200
_SMALL_PART: Final = 16 * _MIB
_MOST_BYTES: Final = 512 * _MIB
_END, _END_64, _END_64_PLACE = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


class Package(zipfile.ZipFile):
    """An archive of which whole parts are read only if they are small."""

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        """Read a whole part.

        Parameters
        ----------
        name : str or ZipInfo
            Name of the part.
        pwd : bytes or None, default=None
            Password.

        Returns
        -------
        bytes
            Its content.

        Raises
        ------
        InputFileError
            If the part is large.
        """
        size = (self.getinfo(name) if isinstance(name, str) else name).file_size
        if size > _SMALL_PART:
            raise _bomb(Path(str(self.filename)), f"{size // _MIB} MB")
        return super().read(name, pwd)


class PartReader:
    """A stream of one part that holds no endless list of tags, which a parser would keep.

    A parser keeps some hundred bytes for each.

    Parameters
    ----------
    package : Package
        From `open_package`.
    name : str
        Name of the part.
    most_tags : int
        Most tags to let through.
    of_each : bytes, default=b""
        Where it stands a parser may forget what came before, and tags are counted anew; empty
        if it keeps all.
    """

    def __init__(
        self, package: zipfile.ZipFile, name: str, *, most_tags: int, of_each: bytes = b""
    ) -> None:
        self._path = Path(str(package.filename))
        self._stream = package.open(name)
        self._most_tags = most_tags
        self._of_each = of_each
        self._n_tags = 0
        self._n_bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, n_bytes: int = -1) -> bytes:
        """Read on.

        Parameters
        ----------
        n_bytes : int, default=-1
            Most bytes to read; all if negative.

        Returns
        -------
        bytes
            The next bytes; none at the end.

        Raises
        ------
        InputFileError
            If there are too many tags or bytes.
        BadZipFile
            If the part is broken.
        """
        block = self._stream.read(n_bytes)
        if self._of_each and self._of_each in block:
            self._n_tags = self._n_bytes = 0
        self._n_tags += block.count(b"<")
        self._n_bytes += len(block)
        if self._n_tags > self._most_tags or self._n_bytes > _MOST_BYTES:
            raise _bomb(self._path, f"{self._n_tags} elemen, {self._n_bytes // _MIB} MB")
        return block


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open an archive whose directory was found sensible.

    Parameters
    ----------
    path : Path
        A zip file.

    Yields
    ------
    Package
        The archive. A part that unpacks to more than its directory says is cut there by
        `zipfile` and fails its checksum, so a forged size costs no memory. Archives within
        the archive are not opened.

    Raises
    ------
    InputFileError
        If it would unpack to gigabytes.
    BadZipFile
        If it is broken.
    """
    with path.open("rb") as file:
        if _directory_size(file) > _LARGEST_DIRECTORY:
            raise _bomb(path, "daftar isi yang terlalu panjang")
        file.seek(0)
        with Package(file) as package:
            _check_parts(path, package.infolist())
            yield package


def _check_parts(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS:
        raise _bomb(path, f"{len(parts)} bagian")
    total = sum(part.file_size for part in parts)
    if total > _LARGEST_PACKAGE:
        raise _bomb(path, f"{total // _MIB} MB")
    for part in parts:
        if part.flag_bits & 1:  # under a password
            raise zipfile.BadZipFile
        is_large = part.file_size > _SMALL_PART
        if is_large and part.file_size > _HIGHEST_RATIO * max(part.compress_size, 1):
            raise _bomb(path, f"{part.file_size // _MIB} MB")


def _directory_size(file: BinaryIO) -> int:
    # ZipFile holds the whole directory in memory; so its size is looked up before.
    n_bytes = file.seek(0, os.SEEK_END)
    file.seek(max(0, n_bytes - 2**16 - 256))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        raise zipfile.BadZipFile
    (size,) = struct.unpack_from("<L", tail, place + 12)
    before = tail[max(0, place - 76) : place]
    if before[-20:].startswith(_END_64_PLACE) and before.startswith(_END_64):
        (size,) = struct.unpack_from("<Q", before, 40)
    return int(size)


def _bomb(path: Path, value: str) -> InputFileError:
    return InputFileError("file_bomb", path=path, value=value)
