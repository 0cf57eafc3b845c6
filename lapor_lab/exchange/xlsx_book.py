"""What an .xlsx workbook says of itself: its sheets, its texts, which numbers are days."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lapor_lab.exchange.cell_text import is_time_format, unescape
from lapor_lab.exchange.row_source import LONGEST_CELL
from lapor_lab.exchange.xml_stream import feed, local_name, new_parser, read_elements
from lapor_lab.exchange.zip_package import read_part

__all__ = ["SharedStrings", "XlsxBook", "read_book"]

_LARGEST_STRINGS: Final = 2**30
_TOO_LONG: Final = "x" * (LONGEST_CELL + 1)
_WORKBOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, kw_only=True)
class XlsxBook:
    """The plan of a workbook.

    Parameters
    ----------
    sheets : tuple of tuple of (str, str)
        Name and part of each sheet of cells, hidden ones included.
    strings : str
        Part that holds the shared texts; empty if there is none.
    time_styles : frozenset of str
        Numbers of the cell styles that show a number as date or time.
    is_1904 : bool
        Whether days count from 1904.
    """

    sheets: tuple[tuple[str, str], ...]
    strings: str
    time_styles: frozenset[str]
    is_1904: bool


def read_book(package: zipfile.ZipFile) -> XlsxBook:
    """Read the plan of a workbook.

    Parameters
    ----------
    package : ZipFile
        An archive with a workbook in it.

    Returns
    -------
    XlsxBook
        Its sheets and what is needed to read them.

    Raises
    ------
    BadZipFile
        If a part that it names is missing.
    """
    # Some programs write the names of parts with backslashes or other letter case.
    parts = {name.replace("\\", "/").lower(): name for name in package.namelist()}
    targets: dict[str, tuple[str, str]] = {}
    relations = parts.get("xl/_rels/workbook.xml.rels")
    if relations is None or _WORKBOOK not in parts:
        raise zipfile.BadZipFile
    for _, name, attributes in read_elements(read_part(package, relations)):
        if name == "Relationship":
            target = posixpath.join("/xl", attributes.get("Target", "").replace("\\", "/"))
            kind = attributes.get("Type", "").rpartition("/")[2]
            place = posixpath.normpath(target).lstrip("/").lower()
            targets[attributes.get("Id", "")] = (kind, parts.get(place, ""))
    sheets: list[tuple[str, str]] = []
    is_1904 = False
    for _, name, attributes in read_elements(read_part(package, parts[_WORKBOOK])):
        if name == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            kind, part = targets.get(attributes.get("id", ""), ("worksheet", ""))
            if kind == "worksheet" and not part:
                raise zipfile.BadZipFile
            if kind == "worksheet":
                sheets.append((attributes.get("name", ""), part))
    by_kind = dict(targets.values())
    return XlsxBook(
        sheets=tuple(sheets),
        strings=by_kind.get("sharedStrings", ""),
        time_styles=_time_styles(package, by_kind.get("styles", "")),
        is_1904=is_1904,
    )


def _time_styles(package: zipfile.ZipFile, part: str) -> frozenset[str]:
    if not part:
        return frozenset()
    codes: dict[str, str] = {}
    formats: list[str] = []
    for parent, name, attributes in read_elements(read_part(package, part)):
        if (parent, name) == ("numFmts", "numFmt"):
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif (parent, name) == ("cellXfs", "xf"):
            formats.append(attributes.get("numFmtId", "0"))
    is_time = {
        number: is_time_format(int(number), codes.get(number, ""))
        for number in set(formats)
        if number.isdecimal()
    }
    return frozenset(
        str(position) for position, number in enumerate(formats) if is_time.get(number, False)
    )


class SharedStrings:
    """Texts that cells name by number, read only as far as they are asked for.

    Parameters
    ----------
    package : ZipFile
        The workbook.
    part : str
        Part that holds them; empty if there is none.
    """

    def __init__(self, package: zipfile.ZipFile, part: str) -> None:
        self._texts: list[str] = []
        self._more = self._read(package, part) if part else iter(())

    def __getitem__(self, number: int) -> str:
        while True:
            try:
                return self._texts[number]
            except IndexError:
                if next(self._more, "end") == "end":
                    raise

    def _read(self, package: zipfile.ZipFile, part: str) -> Iterator[None]:
        texts = self._texts
        pieces: list[str] = []
        parser = new_parser()
        depth = 0  # within <rPh>, the reading aid of an Asian text

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal depth
            name = local_name(name)
            if name == "t" and not depth:
                parser.CharacterDataHandler = pieces.append
            elif name == "rPh":
                depth += 1

        def end(name: str) -> None:
            nonlocal depth
            name = local_name(name)
            if name == "t":
                parser.CharacterDataHandler = None
            elif name == "rPh":
                depth -= 1
            elif name == "si":
                text = pieces[0] if len(pieces) == 1 else "".join(pieces)
                pieces.clear()
                texts.append(_TOO_LONG if len(text) > LONGEST_CELL else unescape(text))

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        for _ in feed(parser, read_part(package, part, limit=_LARGEST_STRINGS)):
            if len(pieces) > 1 and sum(map(len, pieces)) > LONGEST_CELL:
                pieces[:] = [_TOO_LONG]
            yield
