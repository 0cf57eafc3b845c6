"""Light normalisation: what tells nothing of the topic, or tells too much of it, goes."""

import re
import unicodedata
from typing import Final

__all__ = ["NUMBER", "normalise_text"]

NUMBER: Final = "<num>"

# The addressee is the label in disguise: with it left in, a model reads who shall handle the
# report instead of what it is about.
_ADDRESSEE: Final = re.compile(
    r"^\s*(?:kepada\s+|kpd\.?\s+)?(?:yth\b\.?|yang terhormat)[^\n,:;]{0,60}(?:[\n,:;]|$)",
    re.MULTILINE,
)
_TAG: Final = re.compile(r"<(?!num>)[a-z/][^<>]{0,200}>")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE: Final = re.compile(r"\s+")


def normalise_text(text: str) -> str:
    r"""Put a text into the form that the classifier reads.

    Parameters
    ----------
    text : str
        Title and body of a report, or either.

    Returns
    -------
    str
        Compatibility characters folded (NFKC), in small letters, without HTML tags and lines
        that name the addressee, numbers as ``<num>``, single spaces.

    Examples
    --------
    >>> normalise_text("Kepada Yth. Kepala Dinas,\nBantuan Rp1.200.000 belum <b>CAIR</b>")
    'bantuan rp<num> belum cair'
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    bare = _ADDRESSEE.sub(" ", _TAG.sub(" ", folded))
    return _SPACE.sub(" ", _NUMBER.sub(NUMBER, bare)).strip()
