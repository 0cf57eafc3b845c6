"""What texts are ordered for, and what is delivered."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["TextOrder", "Texts"]


@dataclass(frozen=True, kw_only=True)
class TextOrder:
    """What each text is ordered for.

    Parameters
    ----------
    subtopic : ndarray of int32 of shape (n_texts,)
        True topic: its number in `topic_list.TOPICS`.
    channel : ndarray of int16 of shape (n_texts,)
        Position in `Channel`.
    province, regency : ndarray of int16 of shape (n_texts,)
        Codes of the entries; -1 is not named in the text.
    reporter : ndarray of int64 of shape (n_texts,)
        Number of the person; the same number has the same name, NIK and telephone. -1 is
        somebody who writes once.
    is_anonymous : ndarray of bool of shape (n_texts,)
        The reporter's name is hidden; he seldom gives it in the text.
    submitted_at : ndarray of datetime64[s] of shape (n_texts,)
        Time of entry; dates in the text lie before it.
    copy_of : ndarray of int64 of shape (n_texts,)
        Position of the order whose words are repeated, itself where none; never a copy.
    copy_kind : ndarray of int8 of shape (n_texts,)
        Position in `repeats.DUPLICATE_KINDS`: no copy, word for word, other words about the
        same fact, or the words of a form letter with another name and place and a typing error.
    """

    subtopic: npt.NDArray[np.int32]
    channel: npt.NDArray[np.int16]
    province: npt.NDArray[np.int16]
    regency: npt.NDArray[np.int16]
    reporter: npt.NDArray[np.int64]
    is_anonymous: npt.NDArray[np.bool_]
    submitted_at: npt.NDArray[np.datetime64]
    copy_of: npt.NDArray[np.int64]
    copy_kind: npt.NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.subtopic)


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Texts, in the order of what was ordered.

    Parameters
    ----------
    title, text : pyarrow.ChunkedArray of str of shape (n_texts,)
        ASCII, so that a character is a byte.
    observed_topic : ndarray of int16 of shape (n_texts,)
        Label: position in `topic_list.MAIN_TOPICS`.
    template_family : pyarrow.DictionaryArray of shape (n_texts,)
        Family of fragments that stands for the true topic, for splits by group.
    personal_data : pyarrow.Array of str of shape (n_texts,)
        Planted values as ``kind:start:end`` in characters of `text`, with blanks between them;
        ``judul.kind:start:end`` in the title. Kinds are those of `atoms.PLANTED`.
    is_reserved : pyarrow.Array of bool of shape (n_texts,)
        A reserved family is in the text.
    """

    title: pa.ChunkedArray
    text: pa.ChunkedArray
    observed_topic: npt.NDArray[np.int16]
    template_family: pa.DictionaryArray
    personal_data: pa.Array
    is_reserved: pa.Array
