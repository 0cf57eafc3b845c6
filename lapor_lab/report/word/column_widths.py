"""How wide the columns of a table should be, as a browser would choose: by words and lines."""

from collections.abc import Sequence

__all__ = ["least_widths", "share_widths"]

# Letters of room at both sides of a cell.
_PADDING = 3.0


def least_widths(columns: Sequence[Sequence[str]]) -> list[float]:
    """Tell how much room the longest word of each column needs.

    Parameters
    ----------
    columns : sequence of sequence of str
        Cells by column, the header among them.

    Returns
    -------
    list of float
        Widths in letters.

    Examples
    --------
    >>> least_widths([["instansi", "kementerian a"], ["nilai", "1"]])
    [14.0, 8.0]
    """
    return [max(map(_longest_word, cells), default=0) + _PADDING for cells in columns]


def share_widths(columns: Sequence[Sequence[str]], room: float) -> list[float]:
    """Share the width of a table among its columns.

    Each column gets room for its longest word; what is left goes to the columns whose lines
    are longer than that.

    Parameters
    ----------
    columns : sequence of sequence of str
        Cells by column, the header among them; lines are parted by line breaks.
    room : float
        Width of the table, in letters.

    Returns
    -------
    list of float
        Widths that add up to the room; where not even the words have room, all are narrower.

    Examples
    --------
    >>> share_widths([["instansi", "kementerian a"], ["nilai", "1"]], 40.0)
    [24.0, 16.0]
    """
    least = least_widths(columns)
    most = [max(map(_longest_line, cells), default=0) + _PADDING for cells in columns]
    left = room - sum(least)
    if left <= 0:
        return [room * width / sum(least) for width in least]
    wanted = [wide - narrow for wide, narrow in zip(most, least, strict=True)]
    # Where every line has its room, the rest is shared evenly.
    even = max(left - sum(wanted), 0) / len(columns)
    part = min(left / sum(wanted), 1) if sum(wanted) else 0.0
    return [narrow + part * more + even for narrow, more in zip(least, wanted, strict=True)]


def _longest_word(text: str) -> float:
    # A space that must not break is no end of a word.
    return max(map(_letters, text.replace("\n", " ").split(" ")), default=0.0)


def _longest_line(text: str) -> float:
    return max(map(_letters, text.split("\n")), default=0.0)


def _letters(text: str) -> float:
    """Count letters; a capital is wider than others by a third."""
    return len(text) + sum(map(str.isupper, text)) / 3
