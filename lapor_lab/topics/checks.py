"""Texts and labels at the door: strings, as many of the one as of the other."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from lapor_lab.errors import ParameterError

__all__ = ["Strings", "as_strings", "check_lengths", "check_share"]

Strings = npt.NDArray[np.object_]


def as_strings(values: Iterable[str], name: str) -> Strings:
    """Return the values as a new array, and refuse what is not a string.

    Parameters
    ----------
    values : iterable of str
        A list, array or Series; an index is ignored.
    name : str
        Name of the argument, for the message.

    Returns
    -------
    ndarray of str of shape (n_values,)
        A copy.

    Raises
    ------
    ParameterError
        If `values` is one string, or a value is not a string.

    Examples
    --------
    >>> as_strings(["a", None], "texts")
    Traceback (most recent call last):
        ...
    lapor_lab.errors.ParameterError: `texts` must be strings, got None. It stands at position 1 \
(the first is 0): fill it with "" or drop it.
    """
    if isinstance(values, str):
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="a list of strings",
            value=values,
            remedy=f"Write [{name}] for a single one.",
        )
    strings = list(values)
    for position, value in enumerate(strings):
        if not isinstance(value, str):
            raise ParameterError(
                "parameter_range",
                name=name,
                allowed="strings",
                value=value,
                remedy=f"It stands at position {position} (the first is 0): "
                'fill it with "" or drop it.',
            )
    return np.array([str(value) for value in strings], dtype=object)


def check_lengths(name: str, n_values: int, n_texts: int) -> None:
    """Refuse a list that is not as long as the texts.

    Parameters
    ----------
    name : str
        Name of the list.
    n_values : int
        Its length.
    n_texts : int
        Number of texts.

    Raises
    ------
    ParameterError
        If they differ.
    """
    if n_values != n_texts:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=f"as many as the texts ({n_texts})",
            value=n_values,
            remedy="Take both from the same rows.",
        )


def check_share(name: str, value: float) -> None:
    """Refuse a number that is not a share.

    Parameters
    ----------
    name : str
        Name of the argument.
    value : float
        Must lie in (0, 1).

    Raises
    ------
    ParameterError
        If it does not.
    """
    if not 0 < value < 1:
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed="in (0, 1)",
            value=value,
            remedy="Write 0.95 for 95 %.",
        )
