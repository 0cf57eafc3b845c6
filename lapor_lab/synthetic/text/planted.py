"""Say where planted values stand: one string a text."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lapor_lab.synthetic.text.assembly import Spans
from lapor_lab.synthetic.text.atoms import PLANTED

__all__ = ["planted_values"]


def planted_values(in_title: Spans, in_text: Spans, n_texts: int) -> pa.Array:
    """Write the places of planted values.

    Parameters
    ----------
    in_title, in_text : Spans
        Planted values of titles and of texts.
    n_texts : int
        Number of texts.

    Returns
    -------
    pyarrow.Array of str of shape (n_texts,)
        ``kind:start:end`` with blanks between them, in the title ``judul.kind:start:end``; empty
        where there is none.
    """
    kinds = pa.array([*(f"judul.{kind}" for kind in PLANTED), *PLANTED])
    kind = np.concatenate([in_title.kind, in_text.kind + len(PLANTED)])
    text = np.concatenate([in_title.text, in_text.text])
    order = np.argsort(text, kind="stable")
    words = pc.binary_join_element_wise(
        kinds.take(pa.array(kind[order])),
        _numbers(in_title.start, in_text.start, order),
        _numbers(in_title.end, in_text.end, order),
        ":",
    )
    offsets = np.zeros(n_texts + 1, dtype=np.int32)
    np.cumsum(np.bincount(text, minlength=n_texts), out=offsets[1:])
    return pc.binary_join(pa.ListArray.from_arrays(pa.array(offsets), words), " ")


def _numbers(
    title: npt.NDArray[np.int32], text: npt.NDArray[np.int32], order: npt.NDArray[np.intp]
) -> pa.Array:
    return pa.array(np.concatenate([title, text])[order]).cast(pa.string())
