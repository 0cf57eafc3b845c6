"""The topic tree of lapor.go.id: main topics and their sub-topics."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
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
    shared : mapping of str to str
        Main topic that is meant by a sub-topic that lies under several; the first of them
        where it is not named here.
    """

    subtopics: Mapping[str, tuple[str, ...]]
    source: str
    shared: Mapping[str, str] = field(default_factory=dict)

    def main_topic(self, subtopic: str) -> str:
        """Return the main topic that holds a sub-topic.

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
        for name, main in self.shared.items():
            if wanted == name.casefold():
                return main
        for main, below in self.subtopics.items():
            if any(wanted == name.casefold() for name in below):
                return main
        raise UnknownNameError(
            "unknown_name", kind="subtopic", value=subtopic, allowed="the topic tree"
        )

    def find(self, name: str) -> tuple[str, str | None] | None:
        """Return where a name stands in the tree.

        Case, spaces of any kind and punctuation do not matter; what stands in brackets may
        be left out. A name that is both a main topic and a sub-topic is the main topic; a
        sub-topic that lies under several is of the one that bears its name, if one does.

        Parameters
        ----------
        name : str
            A main topic or a sub-topic.

        Returns
        -------
        tuple of (str, str or None) or None
            Main topic and sub-topic as the tree spells them; no sub-topic for a main topic,
            None for a name that the tree does not hold.

        Examples
        --------
        >>> load_topic_tree().find("JALAN\u00a0 BERLUBANG")
        ('Pekerjaan Umum dan Penataan Ruang', 'Jalan Berlubang')
        >>> load_topic_tree().find("P4GN")[1] is None
        True
        """
        return self._places.get(_plain(name))

    def find_below(self, main: str, subtopic: str) -> str | None:
        """Return a sub-topic of one main topic as the tree spells it.

        Parameters
        ----------
        main : str
            A main topic, spelt as in the tree.
        subtopic : str
            A sub-topic, in any case.

        Returns
        -------
        str or None
            None if the main topic does not hold it.

        Examples
        --------
        >>> load_topic_tree().find_below("Kesehatan", "status kepesertaan")
        'Status Kepesertaan'
        """
        wanted = _plain(subtopic)
        return next((n for n in self.subtopics.get(main, ()) if _plain(n) == wanted), None)

    @cached_property
    def _places(self) -> dict[str, tuple[str, str | None]]:
        places: dict[str, tuple[str, str | None]] = {}
        for main in self.subtopics:
            for key in (main, _without_brackets(main), *re.findall(r"\((\w+)\)", main)):
                places.setdefault(_plain(key), (main, None))
        pairs = [(main, sub) for sub, main in self.shared.items()]
        every = [(main, sub) for main, below in self.subtopics.items() for sub in below]
        pairs += sorted(every, key=lambda pair: _plain(pair[1]) not in _plain(pair[0]))
        for main, sub in pairs:
            places.setdefault(_plain(sub), (main, sub))
        for main, sub in pairs:
            short = _without_brackets(sub).strip()
            # A single common word, such as "Umum", says too little.
            if " " in short or short.isupper():
                places.setdefault(_plain(short), (main, sub))
        return places


@cache
def load_topic_tree() -> TopicTree:
    """Load the tree that ships with the kit.

    Returns
    -------
    TopicTree
        38 main topics and their 920 sub-topics.

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
        shared=raw["shared"],
    )


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _without_brackets(name: str) -> str:
    return re.sub(r"\(.*?\)", " ", name)
