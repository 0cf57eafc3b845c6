"""Open a zip archive that a stranger made, and read no more of it than is sensible."""

import os
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from lapor_lab.errors import InputFileError

__all__ = ["open_package", "read_part"]

_MIB: Final = 2**20
_MOST_PARTS: Final = 10_000
_LARGEST_DIRECTORY: Final = 4 * _MIB
_LARGEST_PACKAGE: Final = 4096 * _MIB
# Sheets and texts shrink to a third or a thirtieth; deflate itself can go to a thousandth.
_HIGHEST_RATIO: Final = 200
_SMALL_PART: Final = 16 * _MIB
_BLOCK: Final = 2**18
_END, _END_64, _END_64_PLACE = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


@contextmanager
def open_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose directory was found sensible.

    Parameters
    ----------
    path : Path
        A zip file.

    Yields
    ------
    ZipFile
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
        with zipfile.ZipFile(file) as package:
            _check_parts(path, package.infolist())
            yield package


def read_part(package: zipfile.ZipFile, name: str, *, limit: int = _SMALL_PART) -> Iterator[bytes]:
    """Read one part of a package block by block.

    Parameters
    ----------
    package : ZipFile
        From `open_package`.
    name : str
        Name of the part.
    limit : int, default=16777216
        Most bytes to give out.

    Yields
    ------
    bytes
        At most 256 KiB each.

    Raises
    ------
    InputFileError
        If the part is larger than the limit.
    BadZipFile
        If it is broken or under a password.
    """
    n_read = 0
    if package.getinfo(name).flag_bits & 1:
        raise zipfile.BadZipFile
    with package.open(name) as part:
        while block := part.read(_BLOCK):
            n_read += len(block)
            if n_read > limit:
                raise _bomb(Path(str(package.filename)), f"lebih dari {limit // _MIB} MB")
            yield block


def _check_parts(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS:
        raise _bomb(path, f"{len(parts)} bagian")
    total = sum(part.file_size for part in parts)
    if total > _LARGEST_PACKAGE:
        raise _bomb(path, f"{total // _MIB} MB")
    for part in parts:
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
