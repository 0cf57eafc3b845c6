"""From a log to an evaluation of topic sorting: what `topics` and `demo` share."""

from typing import TYPE_CHECKING, Final

from lapor_lab.errors import ColumnNotFoundError

if TYPE_CHECKING:
    from lapor_lab.report import TopicEvaluation
    from lapor_lab.schema import ComplaintLog

__all__ = ["run_topics"]

_MAX_TEXTS: Final = 4000


def run_topics(log: "ComplaintLog", *, n_folds: int = 5, rng: int = 0) -> "TopicEvaluation":
    """Learn topics from a log's own labels and judge the result on texts held out.
    """
