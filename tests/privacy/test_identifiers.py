"""Hashed identifiers and their key."""

import hashlib
import hmac
import os
import re
import stat
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError, OutputError, ParameterError
from lapor_lab.privacy import hash_identifiers, key_fingerprint, load_key

KEY = b"k" * 32


def test_hash_is_hmac_sha256() -> None:
    """An identifier becomes L- and the first 16 hexadecimal digits of its HMAC-SHA256."""
    expected = hmac.new(KEY, b"9165816", hashlib.sha256).hexdigest()[:16]
    assert hash_identifiers(pd.Series(["9165816"]), KEY).tolist() == [f"L-{expected}"]


def test_synthetic_and_missing_ones_stay_and_the_index_too() -> None:
    """Made-up cases keep their sign, missing identifiers stay missing."""
    ids = pd.Series(["SIM-1", None, "1"], index=[5, 2, 9], name="case_id")
    hashed = hash_identifiers(ids, KEY)
    assert hashed.index.tolist() == [5, 2, 9]
    assert hashed.isna().tolist() == [False, True, False]
    assert hashed[5] == "SIM-1"
    assert hashed.dtype == ids.dtype
    assert hashed.name == "case_id"


def test_another_key_gives_another_hash_and_fingerprint() -> None:
    """Two projects cannot join their cases, and a project can tell that keys differ."""
    ids = pd.Series(["1", "2"])
    other = b"l" * 32
    assert not set(hash_identifiers(ids, KEY)) & set(hash_identifiers(ids, other))
    assert key_fingerprint(KEY) != key_fingerprint(other)
    assert re.fullmatch(r"[0-9a-f]{12}", key_fingerprint(KEY))


@pytest.mark.parametrize("key", [b"", b"short"])
def test_short_keys_are_refused_without_being_shown(key: bytes) -> None:
    """A key that could be guessed protects nothing."""
    message = f"`key` must be at least 16 bytes, got '{len(key)} bytes'. Make one with load_key."
    with pytest.raises(ParameterError) as caught:
        hash_identifiers(pd.Series(["1"]), key)
    assert str(caught.value) == message
    with pytest.raises(ParameterError):
        key_fingerprint(key)


def test_key_is_made_once_and_is_the_owners(tmp_path: Path) -> None:
    """The first call makes the key, later ones read it; nobody else may."""
    path = tmp_path / "rahasia" / "kunci"
    key = load_key(path)
    assert len(key) == 32
    assert load_key(path) == key
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"00ff", b"not a key", b"\xff\xfe"])
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A damaged key is not silently replaced: old hashes could never be made again."""
    path = tmp_path / "kunci"
    path.write_bytes(content)
    with pytest.raises(InputFileError) as caught:
        load_key(path)
    assert str(caught.value) == f"{path}: cannot be read (no hexadecimal key). Give a key file."
    assert path.read_bytes() == content


def test_a_key_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Where a file stands in place of the folder, one line says so."""
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        load_key(tmp_path / "berkas" / "kunci")
