"""Hash Tracking IDs and other identifiers with a key that stays outside of all outputs."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError, OutputError, ParameterError
from lapor_lab.schema import SYNTHETIC_PREFIX

__all__ = ["hash_identifiers", "key_fingerprint", "load_key"]

_PREFIX: Final = "L-"
_N_HEX: Final = 16
_N_HEX_FINGERPRINT: Final = 12
_N_KEY_BYTES: Final = 32
_SMALLEST_KEY_BYTES: Final = 16
# What the fingerprint is a hash of: no identifier can ever be the same text.
_FINGERPRINT_TEXT: Final = b"\x00lapor-lab key fingerprint"


def _check(key: bytes) -> None:
    if len(key) < _SMALLEST_KEY_BYTES:
        raise ParameterError(
            "parameter_range",
            name="key",
            allowed=f"at least {_SMALLEST_KEY_BYTES} bytes",
            value=f"{len(key)} bytes",
            remedy="Make one with load_key.",
        )


def hash_identifiers(ids: pd.Series, key: bytes) -> pd.Series:
    """Replace identifiers by keyed hashes: equal ones stay equal, and none can be read back.

    A Tracking ID has eight digits: without a key anyone could hash all of them and compare.

    Parameters
    ----------
    ids : Series of str of shape (n,)
        Identifiers; missing ones stay missing and those of synthetic cases unchanged.
    key : bytes
        The project's key, at least 16 bytes.

    Returns
    -------
    Series of str of shape (n,)
        ``L-`` and 16 hexadecimal digits of HMAC-SHA256, with the same index.

    Raises
    ------
    ParameterError
        If the key is too short.

    Examples
    --------
    >>> hashed = hash_identifiers(pd.Series(["123", "SIM-7", None, "123"]), b"k" * 32)
    >>> hashed[0] == hashed[3], hashed[1], len(hashed[0])
    (True, 'SIM-7', 18)
    """
    _check(key)

    def hashed(identifier: str) -> str:
        if identifier.startswith(SYNTHETIC_PREFIX):
            return identifier
        return _PREFIX + hmac.digest(key, identifier.encode(), hashlib.sha256).hex()[:_N_HEX]

    known = ids.dropna().astype(str)
    table = {identifier: hashed(identifier) for identifier in known.unique()}
    return ids.astype(object).where(ids.isna(), known.map(table)).astype(ids.dtype)


def load_key(path: Path) -> bytes:
    """Read the project's key, or make one that only its owner may read.

    Parameters
    ----------
    path : Path
        A file outside of every folder that is handed on.

    Returns
    -------
    bytes
        The key.

    Raises
    ------
    InputFileError
        If the file holds no key.
    OutputError
        If a new key cannot be written.
    """
    try:
        if not path.exists():
            _make_key(path)
        key = bytes.fromhex(path.read_text("ascii"))
    except OSError as error:
        raise OutputError("output_unwritable", path=path, reason=error.strerror or error) from error
    except ValueError:
        key = b""
    if len(key) < _SMALLEST_KEY_BYTES:
        raise InputFileError(
            "file_unreadable", path=path, reason="no hexadecimal key", allowed="key"
        )
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whoever comes second finds the file there and reads it.
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(_N_KEY_BYTES) + "\n")


def key_fingerprint(key: bytes) -> str:
    """Tell keys apart without telling the key.

    Parameters
    ----------
    key : bytes
        The project's key, at least 16 bytes.

    Returns
    -------
    str
        12 hexadecimal digits.

    Raises
    ------
    ParameterError
        If the key is too short.

    Examples
    --------
    >>> key_fingerprint(b"k" * 32) == key_fingerprint(b"l" * 32)
    False
    """
    _check(key)
    return hmac.digest(key, _FINGERPRINT_TEXT, hashlib.sha256).hex()[:_N_HEX_FINGERPRINT]
