"""How each writer writes: spelling, letters, stops, slips of the finger."""

import dataclasses
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.repeats import SERIES
from lapor_lab.synthetic.text.order import TextOrder
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.punctuation import DOUBLED, GLUED, LINES, LOOSE, MIXED, NORMAL
from lapor_lab.synthetic.text.registers import REGISTERS
from lapor_lab.synthetic.text.spelling import CAPITALS, HABIT_SHARES, SMALL, STANDARD

__all__ = ["AS_WRITTEN", "IN_CAPITALS", "IN_SMALL", "Writers", "draw_writers"]

AS_WRITTEN, IN_SMALL, IN_CAPITALS = range(3)

_SMALL_SHARE: Final = 0.45  # asumsi: of those who begin small, those who write small throughout
_LINES_SHARE, _MIXED_SHARE = 0.06, 0.12  # asumsi
_SHOWN: Final = 0.9  # of the texts with doubled signs, those long enough to show one
_CHARS_PER_SLIP: Final = 150.0  # asumsi: of who errs at all, beyond the first slip
_MOST_SLIPS: Final = 12


@dataclass(frozen=True, kw_only=True)
class Writers:
    """The writers of the texts; arrays of shape (n_texts,).

    Parameters
    ----------
    spelling : ndarray of int32
        Number of the spelling, by `spelling`.
    letters : ndarray of int32
        0 as written, 1 small letters, 2 capitals only.
    has_capitals : ndarray of bool
        Sentences begin with a capital.
    stops : ndarray of int8
        Way of joining sentences, by `punctuation`.
    seed : ndarray of uint32
        Decides which signs of that way are used.
    n_slips : ndarray of int8
        Number of typing errors.
    """

    spelling: npt.NDArray[np.int32]
    letters: npt.NDArray[np.int32]
    has_capitals: npt.NDArray[np.bool_]
    stops: npt.NDArray[np.int8]
    seed: npt.NDArray[np.uint32]
    n_slips: npt.NDArray[np.int8]

    def of(self, rows: npt.NDArray[np.integer]) -> "Writers":
        """Return those of some texts.

        Parameters
        ----------
        rows : ndarray of int of shape (n,)
            Numbers of the texts.

        Returns
        -------
        Writers
            In the order of `rows`.
        """
        return Writers(**{name: values[rows] for name, values in vars(self).items()})


def draw_writers(
    order: TextOrder,
    register: npt.NDArray[np.int8],
    chars: npt.NDArray[np.float32],
    profile: TextProfile,
    rng: np.random.Generator,
) -> Writers:
    """Draw how each text is written.

    Parameters
    ----------
    order : TextOrder
        What texts are ordered for; the texts of a series are written like the first of it.
    register : ndarray of int8 of shape (n_texts,)
        Register of each text.
    chars : ndarray of float32 of shape (n_texts,)
        Length that each text is to have: who errs does so the more, the longer he writes.
    profile : TextProfile
        Shares.
    rng : Generator
        Source of randomness.

    Returns
    -------
    Writers
        Of all texts.
    """
    n_texts = len(register)
    informal, habit, begin, letters, stop, doubled, slip = rng.random(
        (7, n_texts), dtype=np.float32
    )
    factor = np.array([profile.registers[name].informal_factor for name in REGISTERS])
    limit = np.minimum(profile.informal_share * factor, 1).astype(np.float32)[register]
    is_informal = informal < limit
    habits = 1 + np.searchsorted(np.cumsum(HABIT_SHARES)[:-1], habit, side="right")
    spelling = np.where(is_informal, habits, STANDARD)
    begins_small = begin < profile.lower_case_share
    is_small = begin < profile.lower_case_share * _SMALL_SHARE
    is_capital = letters < profile.capitals_share
    spelling = np.where(is_small, np.where(is_informal, SMALL[1], SMALL[0]), spelling)
    spelling = np.where(is_capital, np.where(is_informal, CAPITALS[1], CAPITALS[0]), spelling)
    kind = np.where(is_capital, IN_CAPITALS, np.where(is_small, IN_SMALL, AS_WRITTEN))
    limits = np.cumsum([profile.glued_share, profile.loose_share, _LINES_SHARE, _MIXED_SHARE])
    ways = np.array([GLUED, LOOSE, LINES, MIXED, NORMAL], dtype=np.int8)
    stops = ways[np.searchsorted(limits, stop, side="right")]
    stops[doubled < profile.doubled_punctuation_share / _SHOWN] = DOUBLED
    errs = np.flatnonzero(slip < profile.typo_share)
    more = -np.log1p(-slip[errs] / np.float32(profile.typo_share)) * chars[errs] / _CHARS_PER_SLIP
    n_slips = np.zeros(n_texts, dtype=np.int8)
    n_slips[errs] = 1 + np.minimum(more, _MOST_SLIPS - 1)
    writers = Writers(
        spelling=spelling.astype(np.int32),
        letters=kind.astype(np.int32),
        has_capitals=~begins_small,
        stops=stops,
        seed=rng.integers(0, 2**32, n_texts, dtype=np.uint32),
        n_slips=n_slips,
    )
    rows = np.flatnonzero(order.copy_kind == SERIES)
    if not rows.size:
        return writers
    root = np.arange(n_texts)
    root[rows] = order.copy_of[rows]
    alike = {
        field.name: getattr(writers, field.name)[root] for field in dataclasses.fields(writers)
    }
    alike["n_slips"][rows] = 1
    return Writers(**alike)
