"""Claims about pieces of pages that go into other files."""

from lapor_lab.report.fragment import Block, read_fragment


def test_paragraphs_and_items_are_read_in_their_order() -> None:
    """What is bold stays bold, what is small is a note, and text outside is left out."""
    blocks = read_fragment(
        '<ul>\n<li>Satu\n  <strong>dua</strong>, tiga</li>\n</ul><p class="small"> Catatan. </p>x'
    )
    assert blocks == [
        Block(tag="li", spans=[("Satu ", False), ("dua", True), (", tiga", False)]),
        Block(tag="p", is_small=True, spans=[("Catatan.", False)]),
    ]
    assert blocks[0].text == "Satu dua, tiga"


def test_foreign_signs_are_text() -> None:
    """What the template escaped is read as it was, and never as a tag."""
    (block,) = read_fragment("<li>&lt;b&gt;Dinas&lt;/b&gt; &amp; Badan 5\u00a0%</li>")
    assert block.spans == [("<b>Dinas</b> & Badan 5\u00a0%", False)]


def test_an_empty_item_is_empty() -> None:
    """An item without text has no span."""
    assert read_fragment("<li> </li>")[0].text == ""
