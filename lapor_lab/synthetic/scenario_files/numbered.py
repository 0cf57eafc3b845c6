"""Names of equal things, told apart by a number."""

from typing import Final

__all__ = ["NUMBER", "numbered"]

NUMBER: Final = "{nomor}"
_MIN_WIDTH: Final = 2


def numbered(template: str, number: int, last: int) -> str:
    """Return a name with its number.

    Parameters
    ----------
    template : str
        Name, in which ``{nomor}`` stands for the number.
    number : int
        The number, from 1.
    last : int
        Largest number of the series; it decides the width, at least two digits.

    Returns
    -------
    str
        The name; as it is where it has no ``{nomor}``.

    Examples
    --------
    >>> numbered("Kota Contoh {nomor}", 7, 94), numbered("Kota Contoh {nomor}", 7, 416)
    ('Kota Contoh 07', 'Kota Contoh 007')
    """
    width = max(_MIN_WIDTH, len(str(last)))
    return template.replace(NUMBER, f"{number:0{width}d}")
