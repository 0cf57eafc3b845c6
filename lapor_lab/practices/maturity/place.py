"""Where in a form something stands, so that a message can name it."""

from typing import Final, NamedTuple

__all__ = ["Cell", "Place", "Problem", "quoted"]

_LONGEST_QUOTE: Final = 40


class Problem(NamedTuple):
    """A fault of a form.

    Parameters
    ----------
    sheet : str
        Sheet, or table of a TOML file; empty for the file as a whole.
    cell : str
        Cell, or key of a TOML file.
    problem : str
        One Indonesian line that names file, sheet, cell, value and the way out.
    """

    sheet: str
    cell: str
    problem: str


class Place(NamedTuple):
    """A place in a form.

    Parameters
    ----------
    file : str
        Name of the file.
    sheet : str, default=""
        Sheet, or table of a TOML file.
    cell : str, default=""
        Cell, or key of a TOML file.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def fault(self, text: str) -> Problem:
        """Say what is wrong here.

        Parameters
        ----------
        text : str
            What is wrong and the way out, in Indonesian.

        Returns
        -------
        Problem
            The fault with its place.

        Examples
        --------
        >>> Place("penilaian.xlsx", "Legalitas", "D7").fault("kosong. Isi.").problem
        'penilaian.xlsx, lembar "Legalitas", sel D7: kosong. Isi.'
        """
        sheet_word, cell_word = ("lembar", "sel")
        if self.file.casefold().endswith(".toml"):
            sheet_word, cell_word = ("bagian", "kunci")
        parts = [self.file]
        if self.sheet:
            parts.append(f"{sheet_word} {quoted(self.sheet)}")
        if self.cell:
            parts.append(f"{cell_word} {self.cell}")
        return Problem(self.sheet, self.cell, f"{', '.join(parts)}: {text}")


class Cell(NamedTuple):
    """What stands at a place.

    Parameters
    ----------
    text : str
        Without blanks around it; empty for nothing.
    place : Place
        Where.
    """

    text: str
    place: Place


def quoted(text: str) -> str:
    r"""Put a text of a form between quotes, on one line and not longer than a line bears.

    Parameters
    ----------
    text : str
        Whatever stands in a cell.

    Returns
    -------
    str
        The text, its middle blanks single, cut after 40 characters.

    Examples
    --------
    >>> quoted("mungkin\n saja")
    '"mungkin saja"'
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f'"{line[:_LONGEST_QUOTE]}…"' if len(line) > _LONGEST_QUOTE else f'"{line}"'
