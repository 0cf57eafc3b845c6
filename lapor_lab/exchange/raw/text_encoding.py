"""Find out in what encoding a text file is written, reading it once as a stream."""

import codecs
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.row_source import ALLOWED

__all__ = ["find_encoding"]

_BLOCK: Final = 2**20
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32: Final = codecs.BOM_UTF32_LE
_NOT_IN_CP1252: Final = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def find_encoding(path: Path) -> str:
    """Find the encoding of a text file.

    Parameters
    ----------
    path : Path
        A text file.

    Returns
    -------
    str
        ``"utf-8"``, ``"utf-8-sig"`` (with mark), ``"utf-16"`` (with mark), ``"cp1252"`` or,
        where bytes are of no Windows code page, ``"latin-1"``.

    Raises
    ------
    InputFileError
        If it holds null bytes, or ends within a character.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head.startswith(_UTF_16) and head != _UTF_32:
        return _check_utf_16(path)
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf_8, is_ascii, is_cp1252 = True, True, True
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if b"\x00" in block:
                raise _unreadable(path, "bukan teks: berisi byte nol")
            if block.isascii() and is_ascii:
                continue
            is_cp1252 = is_cp1252 and len(block.translate(None, _NOT_IN_CP1252)) == len(block)
            if is_utf_8:
                try:
                    is_ascii = decoder.decode(block).isascii() and is_ascii
                except UnicodeDecodeError:
                    is_utf_8 = False
    if is_utf_8 and decoder.getstate()[0]:
        # The last character is cut off: a cut file, unless nothing else is UTF-8 either.
        if not is_ascii:
            raise _unreadable(path, "terpotong di tengah huruf")
        is_utf_8 = False
    if is_utf_8:
        return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"
    return "cp1252" if is_cp1252 else "latin-1"


def _check_utf_16(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                if "\x00" in decoder.decode(block):
                    raise _unreadable(path, "bukan teks: berisi byte nol")
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _unreadable(path, "terpotong di tengah huruf") from error
    return "utf-16"


def _unreadable(path: Path, reason: str) -> InputFileError:
    return InputFileError("file_unreadable", path=path, reason=reason, allowed=ALLOWED)
