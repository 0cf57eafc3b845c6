"""Compound files."""

import struct
from pathlib import Path

import pytest

from lapor_lab.exchange.raw.ole_file import read_ole

XLS = Path(__file__).parents[2] / "data/ekspor_17_kolom.xls"


def test_names_and_workbook_are_found() -> None:
    """The workbook's stream begins with the record that opens one."""
    ole = read_ole(XLS)

    assert ole.names >= {"Root Entry", "Workbook"}
    assert ole.workbook[:2] == b"\x09\x08"
    assert len(ole.workbook) >= 4096


def test_a_small_stream_is_joined_from_small_sectors(tmp_path: Path) -> None:
    """Streams under 4096 bytes stand in sectors of 64 bytes within the root's stream."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\x00")
    header += struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6).ljust(20, b"\x00")
    header += struct.pack("<LLLLLLLL", 1, 1, 0, 4096, 2, 1, end, 0)
    header += struct.pack("<109L", 0, *[free] * 108)
    table = struct.pack("<128L", 0xFFFFFFFD, end, end, end, *[free] * 124)
    entries = _entry("Root Entry", 5, 3, 128) + _entry("Workbook", 2, 1, 70)
    mini_table = struct.pack("<128L", end, 0, *[free] * 126)
    content = b"b" * 64 + b"a" * 64
    path = tmp_path / "x.xls"
    sectors = (table, entries, mini_table, content)
    path.write_bytes(header + b"".join(sector.ljust(512, b"\x00") for sector in sectors))

    assert read_ole(path).workbook == b"a" * 64 + b"b" * 6


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    entry = text.ljust(64, b"\x00") + struct.pack("<HB", len(text) + 2, kind)
    return entry.ljust(116, b"\x00") + struct.pack("<LLL", start, size, 0)


def test_a_chain_that_bites_its_tail_is_refused(tmp_path: Path) -> None:
    """A table of sectors that names itself would be read for ever."""
    content = bytearray(XLS.read_bytes())
    (place,) = struct.unpack_from("<L", content, 76)
    for number in range(10):
        struct.pack_into("<L", content, 512 * (place + 1) + 4 * number, number)
    path = tmp_path / "x.xls"
    path.write_bytes(content)

    with pytest.raises(EOFError):
        read_ole(path)
