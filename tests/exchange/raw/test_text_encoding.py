"""Encodings of text files."""

from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw import text_encoding
from lapor_lab.exchange.raw.text_encoding import find_encoding


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"abc", "utf-8"),
        ("é".encode(), "utf-8"),
        ("é".encode("utf-8-sig"), "utf-8-sig"),
        (b"\xef\xbb\xbfabc", "utf-8-sig"),
        (b"a\xe9b", "cp1252"),
        (b"abc\xe9", "cp1252"),
        (b"a\x81b", "latin-1"),
        ("aé".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "aé".encode("utf-16-be"), "utf-16"),
    ],
)
@pytest.mark.parametrize("block", [1, 2**20])
def test_the_encoding_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, encoding: str, block: int
) -> None:
    """It does not matter where the blocks of the stream part."""
    monkeypatch.setattr(text_encoding, "_BLOCK", block)
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    assert find_encoding(path) == encoding


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a" * 5000 + b"\x00", "bukan teks: berisi byte nol"),
        ("a\x00".encode("utf-16"), "bukan teks: berisi byte nol"),
        ("éé".encode()[:-1], "terpotong di tengah huruf"),
        ("éé".encode("utf-16")[:-1], "terpotong di tengah huruf"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """Null bytes anywhere, and an end within a character."""
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    with pytest.raises(InputFileError) as caught:
        find_encoding(path)

    assert str(caught.value) == (
        f"{path}: cannot be read ({reason}). Give a .xlsx, .xls, .csv, .parquet file."
    )
