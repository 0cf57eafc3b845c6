"""Read XML as a stream, without what XML could do to a reader."""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.parsers import expat

__all__ = ["feed", "local_name", "new_parser", "read_elements"]

# A tag or a text that is longer is no part of a workbook; expat would keep all of it.
_LONGEST_TOKEN: Final = 8 * 2**20
_DEEPEST: Final = 200


def new_parser() -> expat.XMLParserType:
    """Make a parser that refuses document types, and so every entity.

    Returns
    -------
    XMLParserType
        A parser of expat; it hands out texts in pieces no longer than the blocks it is given.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 2**16
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def feed(parser: expat.XMLParserType, blocks: Iterable[bytes]) -> Iterator[None]:
    """Give a parser its text, block by block.

    Parameters
    ----------
    parser : XMLParserType
        A parser with handlers.
    blocks : iterable of bytes
        The document.

    Yields
    ------
    None
        After each block.

    Raises
    ------
    ExpatError
        If the document is broken, bears a document type or a tag of many megabytes.
    """
    n_fed = 0
    for block in blocks:
        parser.Parse(block, False)  # noqa: FBT003 - expat takes no names
        n_fed += len(block)
        if n_fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
            raise expat.ExpatError("token too long")
        yield
    parser.Parse(b"", True)  # noqa: FBT003
    yield


def local_name(name: str) -> str:
    """Return a tag's or an attribute's name without its prefix.

    Parameters
    ----------
    name : str
        As it stands in the document.

    Returns
    -------
    str
        The part behind the colon.

    Examples
    --------
    >>> local_name("x:row")
    'row'
    """
    return name.rpartition(":")[2]


def read_elements(blocks: Iterable[bytes]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Read the elements of a small document in their order.

    Parameters
    ----------
    blocks : iterable of bytes
        The document.

    Yields
    ------
    tuple of (str, str, dict of str to str)
        Name of the parent, name and attributes, all without prefix.

    Examples
    --------
    >>> list(read_elements([b'<a><x:b k="1"/></a>']))
    [('', 'a', {}), ('a', 'b', {'k': '1'})]
    """
    found: list[tuple[str, str, dict[str, str]]] = []
    parents = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        name = local_name(name)
        found.append((parents[-1], name, {local_name(k): v for k, v in attributes.items()}))
        parents.append(name)
        if len(parents) > _DEEPEST:
            raise expat.ExpatError("nested too deep")

    def end(_: str) -> None:
        parents.pop()

    parser = new_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    for _ in feed(parser, blocks):
        yield from found
        found.clear()


def _refuse(*_: object) -> None:
    raise expat.ExpatError("document type")
