"""Mask the personal data that rules find: one text, or a column of them."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

import pandas as pd

from lapor_lab.privacy.addresses import find_addresses
from lapor_lab.privacy.contacts import find_emails, find_handles, find_links
from lapor_lab.privacy.cued_numbers import find_accounts, find_birth_dates, find_cued_numbers
from lapor_lab.privacy.digit_groups import find_numbers
from lapor_lab.privacy.disclosures import find_disclosures
from lapor_lab.privacy.folded_text import FoldedText, fold
from lapor_lab.privacy.listed_names import find_listed_names
from lapor_lab.privacy.names import find_names
from lapor_lab.privacy.plates import find_plates
from lapor_lab.privacy.span import Span, disjoint
from lapor_lab.privacy.specific_data import find_specific

__all__ = ["find_personal", "mask_text", "mask_texts"]

# In order of precedence: a NIK is no telephone, and a clause that is withheld takes all in it.
_RULES: Final[tuple[Callable[[FoldedText], Iterator[Span]], ...]] = (
    find_specific,
    find_disclosures,
    find_links,
    find_emails,
    find_handles,
    find_accounts,
    find_birth_dates,
    find_numbers,
    find_cued_numbers,
    find_plates,
    find_addresses,
    find_names,
    find_listed_names,
)


def find_personal(text: str) -> list[Span]:
    """Find personal data in a text.

    Parameters
    ----------
    text : str
        Text as it was written.

    Returns
    -------
    list of Span
        Places in `text`, not overlapping, in order.

    Examples
    --------
    >>> [(s.start, s.end, str(s.kind)) for s in find_personal("HP 0812 3456 7890, a.n. Sugimin")]
    [(3, 17, 'TELEPON'), (24, 31, 'NAMA')]
    """
    folded = fold(text)
    found = [span for rule in _RULES for span in rule(folded)]
    if not found:
        return []
    return disjoint(folded.unfold(found), text)


def mask_text(text: str) -> str:
    """Replace personal data by the name of its kind in brackets.

    Parameters
    ----------
    text : str
        Text as it was written.

    Returns
    -------
    str
        Text that may be shown with care: masking is not anonymisation.

    Examples
    --------
    >>> mask_text("Nama saya Sugimin, Jl. Melati No. 7 rusak. Email: sugimin@contoh.id")
    'Nama saya [NAMA], [ALAMAT] rusak. Email: [SUREL]'
    """
    return _replace(text, find_personal(text))


def mask_texts(texts: pd.Series) -> tuple[pd.Series, Counter[str]]:
    """Mask a column of texts and count by kind what was masked.

    Parameters
    ----------
    texts : Series of str of shape (n,)
        Texts as they were written; missing ones stay missing.

    Returns
    -------
    masked : Series of str of shape (n,)
        With the same index.
    counts : Counter of str
        Number of places by kind; never what stood there.

    Examples
    --------
    >>> masked, counts = mask_texts(pd.Series(["saksi: Sugimin", None]))
    >>> masked[0], counts
    ('saksi: [NAMA]', Counter({'NAMA': 1}))
    """
    counts: Counter[str] = Counter()
    masked: list[object] = []
    for text in texts.tolist():
        if not isinstance(text, str):
            masked.append(text)
            continue
        spans = find_personal(text)
        counts.update(str(span.kind) for span in spans)
        masked.append(_replace(text, spans))
    return pd.Series(masked, index=texts.index, dtype=texts.dtype, name=texts.name), counts


def _replace(text: str, spans: list[Span]) -> str:
    if not spans:
        return text
    parts, place = [], 0
    for span in spans:
        parts += [text[place : span.start], f"[{span.kind}]"]
        place = span.end
    return "".join([*parts, text[place:]])
