"""Open the sheets of a workbook that a stranger made."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.row_source import Row
from lapor_lab.exchange.raw.xls_rows import check_xls, list_xls_sheets, read_xls_rows
from lapor_lab.exchange.raw.zip_package import open_package

__all__ = ["Sheet", "list_sheets"]

_OTHER_PACKAGES: Final = {
    "word/document.xml": "dokumen Word",
    "ppt/presentation.xml": "presentasi PowerPoint",
    "xl/workbook.bin": "buku kerja .xlsb",
    "content.xml": "buku kerja OpenDocument",
}
_MACROS: Final = ("vbaproject.bin", "vbadata.xml")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of cells.

    Parameters
    ----------
    name : str
        As on its tab.
    kind : {"xlsx", "xls"}
        What the workbook is.
    rows : callable
        Opens the workbook and gives the sheet's rows.
    """

    name: str
    kind: Literal["xlsx", "xls"]
    rows: Callable[[], Iterator[Row]]


def list_sheets(path: Path, *, is_package: bool) -> list[Sheet]:
    """List the sheets of a workbook, hidden ones like others.

    Parameters
    ----------
    path : Path
        A zip archive or compound file.
    is_package : bool
        Whether it is a zip archive, as .xlsx is.

    Returns
    -------
    list of Sheet
        In the order of their tabs.

    Raises
    ------
    InputFileError
        If it is no workbook, is locked, holds macros or would exhaust memory.
    OptionalDependencyError
        If it is an .xls and python-calamine is not installed.
    """
    if not is_package:
        check_xls(path)
        return [
            Sheet(name=name, kind="xls", rows=partial(read_xls_rows, path, name))
            for name in list_xls_sheets(path)
        ]
    from lapor_lab.exchange.raw.xlsx_rows import (  # noqa: PLC0415 - openpyxl loads slowly
        list_xlsx_sheets,
        read_xlsx_rows,
    )

    with open_package(path) as package:
        _check_package(path, package)
    return [
        Sheet(name=name, kind="xlsx", rows=partial(read_xlsx_rows, path, part))
        for name, part in list_xlsx_sheets(path)
    ]


def _check_package(path: Path, package: zipfile.ZipFile) -> None:
    names = {name.replace("\\", "/").lower() for name in package.namelist()}
    for name in names:
        if name.endswith(_MACROS) or name.startswith("xl/macrosheets/"):
            raise InputFileError("file_macro", path=path)
    if "xl/workbook.xml" not in names:
        kinds = [kind for part, kind in _OTHER_PACKAGES.items() if part in names]
        raise InputFileError("file_disguised", path=path, found=(*kinds, "berkas zip biasa")[0])
