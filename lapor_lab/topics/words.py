"""Which words speak for a topic."""

import numpy as np
import pandas as pd

from lapor_lab.errors import UnknownNameError
from lapor_lab.topics.classifier import TopicClassifier

__all__ = ["words_for_topic"]


def words_for_topic(classifier: TopicClassifier, topic: str, *, n: int = 10) -> pd.DataFrame:
    """Return the words and pairs of words that speak most for a topic.

    The model also weighs parts of words, which are not shown: a word's whole influence is
    larger than its weight here.

    Parameters
    ----------
    classifier : TopicClassifier
        Fitted.
    topic : str
        One of its topics.
    n : int, default=10
        Number of words.

    Returns
    -------
    DataFrame of shape (n, 2)
        Columns `word` and `weight`, the largest weight first.

    Raises
    ------
    UnknownNameError
        If the classifier does not know the topic.

    Examples
    --------
    >>> texts = ["jalan rusak", "jalan berlubang", "obat kosong", "obat habis"]
    >>> model = TopicClassifier().fit(texts, ["jalan", "jalan", "obat", "obat"])
    >>> words_for_topic(model, "obat", n=1)["word"].tolist()
    ['obat']
    """
    known = list(classifier.classes_)
    if topic not in known:
        raise UnknownNameError("unknown_name", kind="topic", value=topic, allowed=", ".join(known))
    names = classifier.features_.transformer_list[0][1].get_feature_names_out()
    weights = classifier.coef_[known.index(topic), : len(names)]
    top = np.argsort(-weights, kind="stable")[:n]
    return pd.DataFrame({"word": names[top], "weight": weights[top]})
