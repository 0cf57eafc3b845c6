"""Put what a script found between the marks of a document."""

from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["write_sections"]


def write_sections(document: Path, sections: Mapping[str, Sequence[str]]) -> None:
    """Replace the lines between ``<!-- NAME: begin -->`` and ``<!-- NAME: end -->``.

    Parameters
    ----------
    document : Path
        A Markdown file that holds the marks.
    sections : mapping of str to sequence of str
        Lines by the name of their section.
    """
    text = document.read_text("utf-8")
    for name, lines in sections.items():
        start, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        before, rest = text.split(start)
        _, after = rest.split(end)
        text = f"{before}{start}\n" + "\n".join(lines) + f"\n{end}{after}"
    document.write_text(text, "utf-8")
