"""Folds that keep what belongs together in one fold and the classes even."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

__all__ = ["split_folds"]

Integers = npt.NDArray[np.int64]


def split_folds(
    labels: npt.NDArray[np.object_],
    groups: Iterable[object],
    n_folds: int,
    rng: np.random.Generator,
) -> Integers:
    """Give each text a fold; a group never straddles two.

    Groups are dealt out class by class, the largest first, each to the fold that holds least of
    its class. A class with fewer groups than folds is absent from some, which scikit-learn's
    splitters warn of or refuse.

    Parameters
    ----------
    labels : ndarray of str of shape (n_texts,)
        Classes. The class of a group is the one that most of its texts bear.
    groups : iterable of shape (n_texts,)
        What must stay together, such as copies of one text.
    n_folds : int
        Number of folds, at least 2.
    rng : Generator
        Breaks ties.

    Returns
    -------
    ndarray of int64 of shape (n_texts,)
        Fold of each text, from 0.

    Examples
    --------
    >>> labels = np.array(list("aaaabb"), dtype=object)
    >>> folds = split_folds(labels, list("uuvwxy"), 2, np.random.default_rng(0))
    >>> bool(folds[0] == folds[1]), np.bincount(folds).tolist()
    (True, [3, 3])
    """
    _, class_of = np.unique(labels.astype(str), return_inverse=True)
    _, group_of = np.unique(np.array([str(group) for group in groups]), return_inverse=True)
    n_groups = int(group_of.max()) + 1
    table = np.zeros((n_groups, int(class_of.max()) + 1), dtype=np.int64)
    np.add.at(table, (group_of, class_of), 1)
    size, group_class = table.sum(axis=1), table.argmax(axis=1)

    order = np.lexsort((rng.random(n_groups), -size, group_class))
    fold_of_group = np.zeros(n_groups, dtype=np.int64)
    held = np.zeros((n_folds, table.shape[1]), dtype=np.int64)
    totals = np.zeros(n_folds, dtype=np.int64)
    for group in order:
        fold = np.lexsort((totals, held[:, group_class[group]]))[0]
        fold_of_group[group] = fold
        held[fold] += table[group]
        totals[fold] += size[group]
    return fold_of_group[group_of]
