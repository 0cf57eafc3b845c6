"""Who reports: numbers of persons, and the pseudonyms that tables show."""

import hashlib

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries.arrivals import Arrivals
from lapor_lab.synthetic.entries.duplicates import follow_to_first
from lapor_lab.synthetic.repeats import SAME_TEXT

__all__ = ["draw_persons", "fixed_width_texts", "number_persons", "reporter_ids"]

_N_DIGITS = 12
_BITS = 4 * _N_DIGITS
_MASK = np.uint64((1 << _BITS) - 1)
_HALF = np.uint64(_BITS // 2)
# Odd, so that multiplication modulo a power of two is a bijection (Knuth's golden ratio).
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_N_ROUNDS = 3
# The two letters of an octet as one number, in the order in which they stand in memory.
_HEX_OF_OCTET = np.frombuffer(bytes(range(256)).hex().encode(), dtype=np.uint16)
_PREFIX = np.frombuffer(b"R-", dtype=np.uint8)

_Int64 = npt.NDArray[np.int64]


def draw_persons(
    arrivals: Arrivals,
    root: _Int64,
    kind: npt.NDArray[np.int8],
    uniforms: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
    repeat_share: float,
) -> _Int64:
    """Draw who sends each report, as the first report of the same person.

    The share can be estimated among the reports that are no copy and not the first of their
    office. Whoever has sent much is the likelier to send more: how often one person reports
    follows from the share, and is no parameter of its own.

    Parameters
    ----------
    arrivals : Arrivals
        Reports by office and time.
    root : ndarray of int64 of shape (n_all,)
        First report of the same matter.
    kind : ndarray of int8 of shape (n_all,)
        Position in `DUPLICATE_KINDS`.
    uniforms : tuple of two ndarrays of float of shape (n_all,)
        Who reported before, and as whom.
    repeat_share : float
        Share of reports by someone who reported before to the same office.

    Returns
    -------
    ndarray of int64 of shape (n_all,)
        Position of the person's first report; its own where the log does not hold the report.
    """
    case = np.flatnonzero(arrivals.is_kept)
    rank = np.arange(len(case))
    is_first = np.diff(arrivals.office[case], prepend=-1) != 0
    first = np.maximum.accumulate(np.where(is_first, rank, 0))
    # Who tells of an event that another reported, or sends a form letter, is somebody new.
    repeats = (uniforms[0][case] < repeat_share) & (rank > first) & (kind[case] == 0)
    earlier = first + (uniforms[1][case] * (rank - first)).astype(np.int64)
    target = np.arange(len(root))
    target[case[repeats]] = case[earlier[repeats]]
    return follow_to_first(np.where(kind == SAME_TEXT, root, target))


def number_persons(block: Block, is_kept: npt.NDArray[np.bool_], person: _Int64) -> _Int64:
    """Give each person a number that nobody else of the institution has.

    Parameters
    ----------
    block : Block
        Number of its first case.
    is_kept : ndarray of bool of shape (n_all,)
        Whether the log holds the report.
    person : ndarray of int64 of shape (n_all,)
        Position of the person's first report.

    Returns
    -------
    ndarray of int64 of shape (n_all,)
        The number of the person's first case; -1 where the log does not hold the report.
    """
    number = block.first_case - 1 + np.cumsum(is_kept)
    return np.where(is_kept, number[person], -1)


def reporter_ids(rng: int, institution_id: str, numbers: _Int64) -> pa.Array:
    """Return the pseudonyms of persons, as the table shows them.

    Parameters
    ----------
    rng : int
        Seed of the log.
    institution_id : str
        Identifier of the institution.
    numbers : ndarray of int64 of shape (n,)
        Numbers of persons, in [0, 2**48).

    Returns
    -------
    pyarrow.Array of str of shape (n,)
        ``R-`` and 12 hexadecimal digits: different for different numbers.

    Examples
    --------
    >>> reporter_ids(0, "kemenkumham", np.array([1, 2]))[0].as_py()[:2]
    'R-'
    """
    key = hashlib.sha256(f"{rng}|{institution_id}".encode()).digest()
    mixed = numbers.astype(np.uint64) & _MASK
    for part in range(_N_ROUNDS):
        secret = np.uint64(int.from_bytes(key[6 * part : 6 * part + 6], "big"))
        mixed = ((mixed ^ secret) * _MULTIPLIER) & _MASK
        mixed ^= mixed >> _HALF
    octets = mixed.astype(">u8").view(np.uint8).reshape(len(numbers), 8)
    letters = np.empty((len(numbers), len(_PREFIX) + _N_DIGITS), dtype=np.uint8)
    letters[:, : len(_PREFIX)] = _PREFIX
    letters[:, len(_PREFIX) :] = _HEX_OF_OCTET[octets[:, -_N_DIGITS // 2 :]].view(np.uint8)
    return fixed_width_texts(letters)


def fixed_width_texts(letters: npt.NDArray[np.uint8]) -> pa.Array:
    """Make texts of one length from their bytes.

    Parameters
    ----------
    letters : ndarray of uint8 of shape (n, width)
        ASCII letters.

    Returns
    -------
    pyarrow.Array of str of shape (n,)
        The texts.

    Examples
    --------
    >>> fixed_width_texts(np.frombuffer(b"abcd", dtype=np.uint8).reshape(2, 2)).to_pylist()
    ['ab', 'cd']
    """
    n, width = letters.shape
    offsets = np.arange(0, (n + 1) * width, width, dtype=np.int32)
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(np.ascontiguousarray(letters))]
    return pa.Array.from_buffers(pa.string(), n, buffers)
