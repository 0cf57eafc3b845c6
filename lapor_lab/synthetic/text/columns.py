"""Fragments of texts, drawn one place after the other for all texts at once."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.text.grammar import Grammar, Pool
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.punctuation import BY_WRITER
from lapor_lab.synthetic.text.registers import REGISTERS

__all__ = ["Column", "Columns"]

Integers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_SLIP_CHARS = 3  # typing errors make a text that much longer at most
_SHORTEST_KEPT = 0.05  # a share cannot be made up by fewer than these of the texts


@dataclass(frozen=True)
class Column:
    """The fragments that stand in one place of texts.

    Parameters
    ----------
    text : ndarray of int64 of shape (n,)
        Texts that have one, each once.
    fragment : ndarray of int32 of shape (n,)
        Its number.
    join : int
        How it is joined to the next.
    """

    text: npt.NDArray[np.intp]
    fragment: Integers
    join: int

    def copied(
        self, copy: npt.NDArray[np.intp], root: npt.NDArray[np.int64], n_texts: int
    ) -> "Column":
        """Return the column with some texts like others.

        Parameters
        ----------
        copy, root : ndarray of int of shape (n_copies,)
            Texts, and those that they repeat.
        n_texts : int
            Number of all texts.

        Returns
        -------
        Column
            A new one.
        """
        whole = np.full(n_texts, -1, dtype=np.int32)
        whole[self.text] = self.fragment
        whole[copy] = whole[root]
        text = np.flatnonzero(whole >= 0)
        return Column(text, whole[text], self.join)


class Columns:
    """Draws fragments, in the order in which they stand.

    Parameters
    ----------
    grammar : Grammar
        Lengths of fragments.
    profile : TextProfile
        Lengths and factors of the registers.
    register : ndarray of int8 of shape (n_texts,)
        Register of each text.
    rng : Generator
        Source of randomness.
    """

    def __init__(
        self,
        grammar: Grammar,
        profile: TextProfile,
        register: npt.NDArray[np.int8],
        rng: np.random.Generator,
    ) -> None:
        styles = [profile.registers[name] for name in REGISTERS]
        self._median = np.array([style.median_chars for style in styles], dtype=np.float32)
        self._spread = np.array([style.spread for style in styles], dtype=np.float32)
        self._courtesy = np.array([style.courtesy_factor for style in styles])
        self._rng = rng
        self.register = register
        normal = rng.standard_normal(len(register), dtype=np.float32)
        self.chars: Floats = self._median[register] * np.exp(normal * self._spread[register])
        limits = np.array([style.max_chars or np.inf for style in styles], dtype=np.float32)
        self._mean_chars = grammar.fragments.mean_chars
        self._max_chars = grammar.fragments.max_chars
        self.is_limited: Flags = np.isfinite(limits)[register]
        self.room: Floats = limits[register] - np.float32(_SLIP_CHARS)
        self.n_chars: Floats = np.zeros(len(register), dtype=np.float32)
        self.columns: list[Column] = []

    def draw(self, n_rows: int) -> Floats:
        """Draw numbers in [0, 1).

        Parameters
        ----------
        n_rows : int
            How many for each text.

        Returns
        -------
        ndarray of float32 of shape (n_rows, n_texts)
            Numbers.
        """
        return self._rng.random((n_rows, len(self.register)), dtype=np.float32)

    def share(
        self, share: float, least_chars: float, *, is_courteous: bool = False
    ) -> npt.NDArray[np.float64]:
        """Return which share of the long texts gives a share of all texts.

        Parameters
        ----------
        share : float
            Share of all texts.
        least_chars : float
            Length from which on texts count as long.
        is_courteous : bool, default=False
            The register's factor of courtesy counts.

        Returns
        -------
        ndarray of float64 of shape (n_registers,)
            Shares in [0, 1].
        """
        z = (math.log(least_chars) - np.log(self._median)) / self._spread
        is_long = np.array([0.5 * math.erfc(value / math.sqrt(2)) for value in z])
        wanted = share * (self._courtesy if is_courteous else 1.0)
        found: npt.NDArray[np.float64] = np.minimum(
            wanted / np.maximum(is_long, _SHORTEST_KEPT), 1.0
        )
        return found

    def put(
        self,
        pool: Pool,
        share: npt.NDArray[np.float64],
        *,
        join: int = BY_WRITER,
        least_chars: float = 0.0,
        factor: npt.NDArray[np.floating] | Flags | None = None,
    ) -> None:
        """Add a fragment of a pool to a share of the texts.

        Parameters
        ----------
        pool : Pool
            Fragments by register.
        share : ndarray of float64 of shape (n_registers,)
            Share of the texts of each register.
        join : int, default=0
            How the fragment is joined to the next; 0 is by the writer's stops.
        least_chars : float, default=0.0
            Shorter texts get none.
        factor : ndarray of float or bool of shape (n_texts,), default=None
            Times the share.
        """
        drawn = self.draw(1)[0]
        limit = np.where(pool.size > 0, share, 0).astype(np.float32)[self.register]
        if factor is not None:
            limit = limit * factor
        is_in = drawn < limit
        if least_chars:
            is_in &= self.chars >= least_chars
        at = np.flatnonzero(is_in)
        register = self.register[at]
        size = pool.size[register]
        within = (drawn[at] / limit[at] * size).astype(np.int32)
        self._add(at, pool.start[register] + np.minimum(within, size - 1), join)

    def put_own(
        self,
        pool: Pool,
        family: Integers,
        within: Integers,
        kept: Flags | None = None,
        *,
        must_fit: bool = True,
    ) -> None:
        """Add a fragment of each text's own family.

        Parameters
        ----------
        pool : Pool
            Fragments by family.
        family : ndarray of int32 of shape (n_texts,)
            Family of each text.
        within : ndarray of int32 of shape (n_texts,)
            Which of the family's fragments; a number too large begins again at the first.
        kept : ndarray of bool of shape (n_texts,), default=None
            Texts that get one; None is all.
        must_fit : bool, default=True
            Leave it out where the register has a limit and there is no room.
        """
        at = np.arange(len(family)) if kept is None else np.flatnonzero(kept)
        size = pool.size[family[at]]
        if not size.all():
            at, size = at[size > 0], size[size > 0]
        fragment = pool.start[family[at]] + within[at] % size
        self._add(at, fragment, BY_WRITER, must_fit=must_fit)

    def _add(
        self,
        at: npt.NDArray[np.intp],
        fragment: Integers,
        join: int,
        *,
        must_fit: bool = True,
    ) -> None:
        if must_fit:
            limited = np.flatnonzero(self.is_limited[at])
            if limited.size:
                texts, most = at[limited], self._max_chars[fragment[limited]]
                too_long = most > self.room[texts]
                self.room[texts] -= np.where(too_long, 0, most)
                kept = np.ones(len(at), dtype=bool)
                kept[limited[too_long]] = False
                at, fragment = at[kept], fragment[kept]
        self.n_chars[at] += self._mean_chars[fragment]
        self.columns.append(Column(at, fragment, join))
