"""Overlapping spans."""

from lapor_lab.privacy.span import Kind, Span, disjoint


def test_what_comes_first_keeps_its_place() -> None:
    """A later span keeps what is left of it, on both sides."""
    text = "abcdefghij"
    spans = [Span(3, 5, Kind.NIK), Span(0, 10, Kind.NAME), Span(4, 6, Kind.PHONE)]

    assert disjoint(spans, text) == [
        Span(0, 3, Kind.NAME),
        Span(3, 5, Kind.NIK),
        Span(5, 10, Kind.NAME),
    ]


def test_punctuation_between_spans_is_nobodys() -> None:
    """A rest without letter or digit is no span."""
    assert disjoint([Span(0, 3, Kind.NIK), Span(0, 5, Kind.NAME)], "123, ") == [
        Span(0, 3, Kind.NIK)
    ]


def test_no_span_is_no_span() -> None:
    """Nothing found stays nothing."""
    assert disjoint([], "abc") == []


def test_neighbours_of_a_kind_are_one_where_they_tell_one_thing() -> None:
    """Two parts of a name are a name, two telephones are two."""
    names = [Span(0, 3, Kind.NAME), Span(3, 7, Kind.NAME)]
    phones = [Span(0, 3, Kind.PHONE), Span(4, 7, Kind.PHONE)]

    assert disjoint(names, "abc def") == [Span(0, 7, Kind.NAME)]
    assert disjoint(phones, "123 456") == phones
