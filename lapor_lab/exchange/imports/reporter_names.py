"""Mask in a row's texts the names that the row itself gives in a column of names."""

import re
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.personal_columns import personal_kind

__all__ = ["mask_reporter_names", "reporter_names"]

_MASK: Final = "[NAMA]"
_FEWEST_LETTERS: Final = 5
_NOBODY: Final = frozenset(
    {"anonim", "anonymous", "admin", "pelapor", "masyarakat", "warga", "rahasia", "tanpa nama"}
)


def reporter_names(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a table that hold names of persons.

    Parameters
    ----------
    cells : DataFrame of shape (n_rows, n_columns)
        Texts as they stand in a file.

    Returns
    -------
    DataFrame of shape (n_rows, n_names)
        Perhaps without any column.

    Examples
    --------
    >>> reporter_names(pd.DataFrame(columns=["Nama Pelapor", "Instansi"])).columns.tolist()
    ['Nama Pelapor']
    """
    return cells[[name for name in cells.columns if personal_kind(str(name)) == "NAMA"]]


def mask_reporter_names(texts: pd.Series, names: pd.DataFrame) -> tuple[pd.Series, int]:
    """Mask a row's names in the row's text.

    Who signs a report with a name and nothing else gives no cue by which a masker knows it;
    the column of names does. Names of fewer than five letters are words as well and stay.

    Parameters
    ----------
    texts : Series of str of shape (n_rows,)
        Texts.
    names : DataFrame of str of shape (n_rows, n_names)
        Names, as `reporter_names` gives them; its index holds that of `texts`.

    Returns
    -------
    masked : Series of str of shape (n_rows,)
        The texts; missing stays missing.
    n_masked : int
        How many names were masked.

    Examples
    --------
    >>> names = pd.DataFrame({"Pelapor": ["Ani Contoh"]})
    >>> masked, n_masked = mask_reporter_names(pd.Series(["Salam. ANI  CONTOH"]), names)
    >>> masked.to_list(), n_masked
    (['Salam. [NAMA]'], 1)
    """
    shown = dict(zip(texts.index, texts, strict=True))
    n_masked = 0
    for column in names:
        for row, name in zip(names.index, names[column], strict=True):
            text = shown.get(row)
            parts = name.casefold().split() if isinstance(name, str) else []
            # Looked for in the plain way first: most texts do not hold it.
            if not isinstance(text, str) or not _is_name(parts) or parts[0] not in text.casefold():
                continue
            words = r"\s+".join(map(re.escape, parts))
            shown[row], n = re.subn(rf"(?<!\w){words}(?!\w)", _MASK, text, flags=re.IGNORECASE)
            n_masked += n
    return pd.Series(list(shown.values()), index=texts.index, dtype=texts.dtype), n_masked


def _is_name(parts: list[str]) -> bool:
    whole = " ".join(parts)
    n_letters = sum(map(str.isalpha, whole))
    return n_letters >= _FEWEST_LETTERS and whole not in _NOBODY and n_letters > len(whole) / 2
