"""Blanks that only the institution can fill, and the list of them that ends a draft."""

import re
from collections import Counter
from typing import Final

__all__ = ["BLANK", "Blanks"]

BLANK: Final = "[…]"

# Letters of Unicode's private use area: no text that is read holds them, Markdown ignores them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK: Final = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_WRITTEN: Final = re.compile(r"\[\s*(?:…|\.{3})[^\]]*\]")
_OTHER: Final = "isian lain yang tertulis dalam penilaian atau rencana"


class Blanks:
    """The blanks of one document: each is marked where it stands and listed at the end.

    Examples
    --------
    >>> blanks = Blanks()
    >>> blanks.fill("NOMOR " + blanks.mark("nomor keputusan"))
    ('NOMOR […]', {'nomor keputusan': 1})
    """

    def __init__(self) -> None:
        self._names: list[str] = []

    def mark(self, what: str) -> str:
        """Mark a place to be filled.

        Parameters
        ----------
        what : str
            What belongs there.

        Returns
        -------
        str
            A mark that `fill` turns into a blank.
        """
        if what not in self._names:
            self._names.append(what)
        return f"{_OPEN}{self._names.index(what)}{_CLOSE}"

    def name_within(self, text: str, what: str) -> str:
        """Name the blanks that a text already holds, or mark one where there is no text.

        Parameters
        ----------
        text : str
            Text of others, such as a cell of a plan.
        what : str
            What belongs into its blanks.

        Returns
        -------
        str
            The text with marks.
        """
        return _WRITTEN.sub(self.mark(what), text) if text.strip() else self.mark(what)

    def fill(self, text: str) -> tuple[str, dict[str, int]]:
        """Turn marks into blanks and count them.

        Parameters
        ----------
        text : str
            A whole document.

        Returns
        -------
        filled : str
            The document as it is read.
        counts : dict of str to int
            How often each thing is asked for, in the order in which it is met.
        """
        found: Counter[str] = Counter(self._names[int(m[1])] for m in _MARK.finditer(text))
        n_others = len(_WRITTEN.findall(text))
        filled = _WRITTEN.sub(BLANK, _MARK.sub(BLANK, text))
        return filled, dict(found) | ({_OTHER: n_others} if n_others else {})
