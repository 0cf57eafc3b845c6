"""Tell by its first bytes what a file is, whatever its name ends in."""

from pathlib import Path
from typing import Final, Literal

from lapor_lab.errors import InputFileError

__all__ = ["FileKind", "find_kind"]

FileKind = Literal["zip", "ole", "parquet", "text"]

_HEAD: Final = 4096
_STARTS: Final = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"PAR1": "parquet",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "RAR",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"{\\rtf": "dokumen RTF",
}
_MARKUP: Final = (
    (b"<!doctype html", "halaman HTML"),
    (b"<html", "halaman HTML"),
    (b"<table", "halaman HTML"),
    (b"<meta", "halaman HTML"),
    (b"<style", "halaman HTML"),
    (b"<?xml", "XML"),
    (b"<workbook", "XML"),
)
_READ: Final = ("zip", "ole", "parquet", "text")
_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    ".xlsx": ("zip", "ole"),  # programs save either under both endings, and Excel opens them
    ".xlsm": ("zip", "ole"),
    ".xls": ("zip", "ole"),
    ".csv": ("text",),
    ".tsv": ("text",),
    ".txt": ("text",),
    ".parquet": ("parquet",),
}
_NAMES: Final = {
    "zip": "berkas zip atau buku kerja .xlsx",
    "ole": "buku kerja .xls",
    "parquet": "Parquet",
    "text": "teks",
}
_UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def find_kind(path: Path) -> FileKind:
    """Find out how to read a file.

    Parameters
    ----------
    path : Path
        An existing file.

    Returns
    -------
    {"zip", "ole", "parquet", "text"}
        What its content is; a zip archive may be a workbook and may be not.

    Raises
    ------
    InputFileError
        If it is empty, of a kind that holds no table, or other than its ending says.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise InputFileError("file_empty", path=path)
    found = _find(head)
    allowed = _ENDINGS.get(path.suffix.lower(), _READ)
    if found not in allowed:
        raise InputFileError("file_disguised", path=path, found=_NAMES.get(found, found))
    if found == "zip":
        return "zip"
    if found == "ole":
        return "ole"
    return "parquet" if found == "parquet" else "text"


def _find(head: bytes) -> str:
    for start, kind in _STARTS.items():
        if head.startswith(start):
            return kind
    if head.startswith(_UTF_16_MARKS):
        return "text"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, kind in _MARKUP:
        if text.startswith(start):
            return kind
    return "berkas biner" if b"\x00" in head else "text"
