"""Claims about templates: foreign text is text, and nothing that is missing is passed over."""

import pytest
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from lapor_lab.report.documents.prose import plain_text, render_prose


@pytest.mark.parametrize(
    "text",
    [
        "# bukan judul",
        "1. bukan daftar",
        "- bukan daftar",
        "+ bukan daftar",
        "*tebal* _miring_ `kode` [tautan](x) ![gambar](x)",
        "a | b",
        "<b>",
        "\\*",
        "> kutipan",
        "1.240 jam",
    ],
)
def test_signs_of_markdown_are_read_as_text(text: str) -> None:
    """What others wrote never becomes a heading, a list, a link or emphasis."""
    tokens = MarkdownIt("commonmark").parse(plain_text(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == text


def test_foreign_text_stays_on_its_line() -> None:
    """A line break cannot start a directive or a row."""
    assert plain_text("a\n::: page\n\nb") == "a ::: page b"


def test_a_value_that_is_missing_is_an_error() -> None:
    """No template is filled with silence."""
    with pytest.raises(UndefinedError):
        render_prose("memo")
