"""Small pieces of Indonesian that several documents are put together from."""

from collections.abc import Sequence

__all__ = ["list_names"]


def list_names(names: Sequence[str]) -> str:
    """Write names one after the other, with "dan" before the last.

    Parameters
    ----------
    names : sequence of str
        Names.

    Returns
    -------
    str
        Empty for none.

    Examples
    --------
    >>> list_names(["konektivitas", "legalitas"]), list_names(["a", "b", "c"])
    ('konektivitas dan legalitas', 'a, b, dan c')
    """
    if len(names) <= 1:
        return "".join(names)
    comma = "," if len(names) > 2 else ""  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{comma} dan {names[-1]}"
