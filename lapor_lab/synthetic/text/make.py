"""Complaint texts in the style of SP4N-LAPOR!, whose best attainable accuracy is known."""

import numpy as np
import pyarrow as pa

from lapor_lab.synthetic.repeats import SAME_TEXT
from lapor_lab.synthetic.text.assembly import assemble
from lapor_lab.synthetic.text.columns import Columns
from lapor_lab.synthetic.text.grammar import Wording, load_grammar
from lapor_lab.synthetic.text.kinds import draw_facts, draw_labels
from lapor_lab.synthetic.text.layout import fitting, lay_out
from lapor_lab.synthetic.text.order import TextOrder, Texts
from lapor_lab.synthetic.text.planted import planted_values
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.registers import register_codes
from lapor_lab.synthetic.text.titles import lay_out_titles, title_writers
from lapor_lab.synthetic.text.values import draw_keys
from lapor_lab.synthetic.text.writers import draw_writers

__all__ = ["make_texts"]


def make_texts(
    order: TextOrder,
    profile: TextProfile,
    rng: np.random.Generator,
    *,
    wording: Wording = "all",
) -> Texts:
    """Make a title and a text for each order, and the label that it bears.

    Register, length, place, spelling and typing errors do not depend on the topic, so that
    `ceiling.text_ceiling` can say what the best classifier reaches. Given the order, the texts
    depend on each other only where one repeats another.

    Parameters
    ----------
    order : TextOrder
        What texts are ordered for; up to some hundred thousand at a time.
    profile : TextProfile
        Shares of everything.
    rng : Generator
        Source of randomness.
    wording : {"all", "open", "reserved"}, default="all"
        Families of fragments that may be used: all, all but the reserved ones, or those only.

    Returns
    -------
    Texts
        In the order of `order`.

    Examples
    --------
    >>> one = np.zeros(1, dtype=np.int64)
    >>> order = TextOrder(
    ...     subtopic=one, channel=one, province=one - 1, regency=one - 1, reporter=one,
    ...     is_anonymous=one > 0, submitted_at=one.astype("datetime64[s]"), copy_of=one,
    ...     copy_kind=one)
    >>> texts = make_texts(order, TextProfile(), np.random.default_rng(1))
    >>> len(texts.text), texts.text[0].as_py().isascii()
    (1, True)
    """
    grammar = load_grammar()
    register = register_codes(order.channel)
    facts = draw_facts(order, profile, rng, wording)
    columns = Columns(grammar, profile, register, rng)
    facts = fitting(grammar, facts, columns)
    writers = draw_writers(order, register, columns.chars, profile, rng)
    keys = draw_keys(order, rng)
    layout = lay_out(grammar, facts, order, columns, profile, rng)
    source = np.where(order.copy_kind == SAME_TEXT, order.copy_of, np.arange(len(order)))
    body = assemble(grammar, layout, writers, keys, source, rng)
    heads = lay_out_titles(grammar, facts, order, Columns(grammar, profile, register, rng), profile)
    head = assemble(grammar, heads, title_writers(writers, profile, rng), keys, source, rng)
    is_reserved = grammar.is_reserved[facts.main] | (
        (facts.second >= 0) & grammar.is_reserved[facts.second]
    )
    is_reserved |= grammar.is_reserved[facts.first]
    is_reserved |= ((facts.beside >= 0) & grammar.is_reserved[facts.beside]).any(axis=0)
    return Texts(
        title=head.texts,
        text=body.texts,
        observed_topic=draw_labels(order.subtopic, profile.label_noise_share, rng),
        template_family=pa.DictionaryArray.from_arrays(pa.array(facts.main), grammar.family_names),
        personal_data=planted_values(head.spans, body.spans, len(order)),
        is_reserved=pa.array(is_reserved),
    )
