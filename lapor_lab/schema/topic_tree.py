"""The topic tree of lapor.go.id: main topics and their sub-topics."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lapor_lab.errors import UnknownNameError

__all__ = ["TopicTree", "load_topic_tree"]


@dataclass(frozen=True)
class TopicTree:
    """Main topics and what lies under each.

    Parameters
    ----------
    subtopics : mapping of str to tuple of str
        Sub-topics by main topic, in the site's order.
    source : str
        Where the tree was read.
    """

    subtopics: Mapping[str, tuple[str, ...]]
    source: str

    def main_topic(self, subtopic: str) -> str:
        """Return the first main topic that holds a sub-topic.

        Parameters
        ----------
        subtopic : str
            A sub-topic, in any case.

        Returns
        -------
        str
            Its main topic.

        Raises
        ------
        UnknownNameError
            If no main topic holds it.

        Examples
        --------
        >>> load_topic_tree().main_topic("Fidusia")
        'Politik dan Hukum'
        """
        wanted = subtopic.casefold()
        for main, below in self.subtopics.items():
            if any(wanted == name.casefold() for name in below):
                return main
        raise UnknownNameError(
            "unknown_name", kind="subtopic", value=subtopic, allowed="the topic tree"
        )


@cache
def load_topic_tree() -> TopicTree:
    """Load the tree that ships with the kit.

    Returns
    -------
    TopicTree
        Main topics and the sub-topics that the scenarios use.

    References
    ----------
    .. [1] Category tree of lapor.go.id as crawled in July 2025; some main topics were only
       seen as labels of single reports.

    Examples
    --------
    >>> len(load_topic_tree().subtopics)
    38
    """
    raw = json.loads((files("lapor_lab.schema") / "data" / "topics.json").read_text("utf-8"))
    return TopicTree(
        subtopics={main: tuple(below) for main, below in raw["topics"].items()},
        source=raw["source"],
    )
