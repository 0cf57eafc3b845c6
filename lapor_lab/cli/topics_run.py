"""From a log to an evaluation of topic sorting: what `topics` and `demo` share."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.report import TopicEvaluation
    from lapor_lab.schema import ComplaintLog

__all__ = ["run_topics"]

# More texts make the verdict hardly sharper and the wait much longer.
_MAX_TEXTS: Final = 3000
_N_FOLDS: Final = 3


def run_topics(log: "ComplaintLog", *, rng: int = 0) -> "TopicEvaluation":
    """Learn topics from a log's own labels and judge the result on texts held out.

    Parameters
    ----------
    log : ComplaintLog
        A log with `topic` and `text`.
    rng : int, default=0
        Seed of the draw of texts, of the folds and of the intervals.

    Returns
    -------
    TopicEvaluation
        Ready to be written.

    Raises
    ------
    ColumnNotFoundError
        If the log has no topic or no text.
    ParameterError
        If there are too few texts or topics to learn from.
    """
    from lapor_lab.report import TopicEvaluation
    from lapor_lab.schema import format_count, label
    from lapor_lab.topics import TopicClassifier, evaluate_topics

    cases = _labelled(log)
    if len(cases) > _MAX_TEXTS:
        cases = cases.sample(_MAX_TEXTS, random_state=rng)
    texts = _whole_text(cases)
    found = evaluate_topics(TopicClassifier(), texts, cases["topic"], n_folds=_N_FOLDS, rng=rng)
    return TopicEvaluation(
        scores=_with_truth(found.scores, found.predictions, cases, log, rng),
        topics=found.topics,
        confusion=found.confusion,
        method=label("topics.method"),
        n_train=len(cases) - len(cases) // _N_FOLDS,
        n_test=len(cases),
        provenance=log.provenance,
        notes=(
            label("topics.folds", n_folds=_N_FOLDS),
            label("topics.unlabelled", n=format_count(len(log.cases) - len(_labelled(log)))),
        ),
    )


def _labelled(log: "ComplaintLog") -> "pd.DataFrame":
    from lapor_lab.errors import ColumnNotFoundError

    missing = [name for name in ("topic", "text") if name not in log.cases]
    if missing:
        raise ColumnNotFoundError(
            "column_missing",
            path=log.provenance.get("source", "data"),
            missing=", ".join(missing),
            found=", ".join(log.cases.columns.astype(str)),
        )
    return log.cases.dropna(subset=["topic", "text"])


def _whole_text(cases: "pd.DataFrame") -> "pd.Series":
    if "title" not in cases:
        return cases["text"]
    return cases["title"].fillna("") + ". " + cases["text"]


def _with_truth(
    scores: "pd.DataFrame",
    predictions: object,
    cases: "pd.DataFrame",
    log: "ComplaintLog",
    rng: int,
) -> "pd.DataFrame":
    import pandas as pd

    from lapor_lab.topics import compare_labels

    if log.truth is None:
        return scores
    truth = log.truth.set_index("case_id").loc[cases["case_id"], "true_topic"]
    against = compare_labels(predictions, {"true": truth.to_list()}, rng=rng)  # type: ignore[arg-type]
    accuracy = against[against["score"] == "accuracy"].assign(score="accuracy_true")
    return pd.concat([scores, accuracy[scores.columns]], ignore_index=True)
