"""Claims about the instruments that drafts name."""

import re

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.report.documents.rules import LOOK_UP, cite, load_rules


def test_every_rule_says_where_it_was_seen() -> None:
    """Each has a source, a subject and a scope, and no identifier stands twice."""
    rules = load_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.source and rule.about for rule in rules)
    assert {rule.scope for rule in rules} == {"base", "performance"}


def test_rules_are_in_their_order_of_rank() -> None:
    """Laws come before presidential regulations, these before a minister's, decrees last."""
    ranks = ["Undang-Undang", "Peraturan Presiden", "Peraturan Menteri", "Keputusan Menteri"]
    base = [rule.name for rule in load_rules() if rule.scope == "base"]
    found = [next(n for n, rank in enumerate(ranks) if name.startswith(rank)) for name in base]
    assert found == sorted(found)


def test_a_citation_says_that_it_must_be_looked_up() -> None:
    """No rule is cited without the remark."""
    for rule in load_rules():
        assert cite(rule.id) == f"{rule.name} ({LOOK_UP})"


def test_an_unknown_rule_is_refused() -> None:
    """The message lists those that ship."""
    names = ", ".join(rule.id for rule in load_rules())
    message = f"Unknown rule 'uud'. Choose one of {names}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        cite("uud")
