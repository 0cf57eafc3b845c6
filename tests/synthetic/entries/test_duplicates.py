"""Copies of several kinds, and people who report again."""

import numpy as np
import pytest

from lapor_lab.synthetic.entries.duplicates import LETTER_DAYS, WINDOW_DAYS
from lapor_lab.synthetic.repeats import SAME_EVENT, SAME_TEXT, SERIES


@pytest.fixture(scope="module")
def offices(draw):
    """Return ten offices of one block, a third of whose reports the log does not hold."""
    block, _, entries = draw(rng=5, n_cases=30_000, volume_per_year=3_000)
    assert len(block.n_all) == 10
    return block, entries


def same(entries, which, *names) -> bool:
    """Return whether some reports share values with their originals."""
    return all(
        (getattr(entries, name)[entries.root][which] == getattr(entries, name)[which]).all()
        for name in names
    )


def test_copies_point_to_a_kept_original_of_their_office(draw):
    """The original comes earlier, is no copy, is in the log, and of the same office."""
    for n_cases, volume in ((30_000, 3_000), (700, 2_000)):
        _, _, entries = draw(rng=5, n_cases=n_cases, volume_per_year=volume)
        root, copies = entries.root, np.flatnonzero(entries.duplicate_kind > 0)
        assert len(copies) > 10
        assert (root[root] == root).all()
        assert (entries.duplicate_kind[root] == 0).all()
        assert (root[copies] < copies).all()
        assert entries.is_kept[copies].all()
        assert entries.is_kept[root[copies]].all()
        assert (entries.office[root] == entries.office).all()


def test_a_copy_repeats_its_sender_and_words(offices):
    """A salinan has person, channel, anonymity, place, topic, class and unit of the original."""
    entries = offices[1]
    text = entries.duplicate_kind == SAME_TEXT
    assert same(entries, text, "reporter", "channel", "is_anonymous", "is_confidential")
    assert same(entries, text, "province", "regency", "subtopic", "report_class", "true_unit")


def test_an_event_is_told_by_somebody_else(offices):
    """A peristiwa sama shares place, topic, class and unit, but neither person nor channel."""
    entries = offices[1]
    event = entries.duplicate_kind == SAME_EVENT
    assert same(entries, event, "province", "regency", "subtopic", "report_class", "true_unit")
    assert (entries.reporter[entries.root][event] != entries.reporter[event]).all()
    assert not same(entries, event, "channel")


def test_a_form_letter_has_many_senders(offices):
    """A seri shares topic and unit; each sender is somebody new, from anywhere."""
    entries = offices[1]
    series = entries.duplicate_kind == SERIES
    assert same(entries, series, "subtopic", "true_unit")
    assert not same(entries, series, "province")
    senders = entries.reporter[series]
    assert len(set(senders.tolist())) == len(senders)
    assert not set(senders.tolist()) & set(entries.reporter[entries.root][series].tolist())
    assert np.bincount(entries.root[series]).max() >= 5


def test_a_copy_follows_within_its_window(draw):
    """Where an office hears little, a copy still comes within days of what it follows."""
    _, _, entries = draw(
        rng=8, n_cases=4_000, volume_per_year=40,
        reporters={"duplicate_share": 0.3, "same_event_share": 0.0, "series_share": 0.0},
    )  # fmt: skip
    text = np.flatnonzero(entries.duplicate_kind == SAME_TEXT)
    gap = entries.submitted_at[text] - entries.submitted_at[text - 1]
    assert (entries.office[text] == entries.office[text - 1]).all()
    assert (gap <= np.timedelta64(WINDOW_DAYS, "D")).all()
    # Of those that may be copies, the share is the parameter.
    before = np.diff(entries.submitted_at, prepend=entries.submitted_at[:1])
    may_be = np.append(False, np.diff(entries.office) == 0)
    may_be &= before <= np.timedelta64(WINDOW_DAYS, "D")
    assert np.mean(entries.duplicate_kind[may_be] == SAME_TEXT) == pytest.approx(0.3, abs=0.04)


def test_a_letter_is_not_taken_up_again_much_later(draw):
    """Between two senders of one letter there are at most 30 days."""
    _, _, entries = draw(rng=9, n_cases=4_000, volume_per_year=100,
                         reporters={"series_share": 0.05})  # fmt: skip
    series = np.flatnonzero(entries.duplicate_kind == SERIES)
    for letter in np.unique(entries.root[series]):
        sent = entries.submitted_at[series[entries.root[series] == letter]]
        assert (np.diff(sent) <= np.timedelta64(LETTER_DAYS, "D")).all()


def test_people_report_from_where_they_live(offices):
    """All reports of a person come from one regency, and from one office's cases."""
    entries = offices[1]
    person = entries.reporter
    order = np.argsort(person, kind="stable")
    again = np.diff(person[order]) == 0
    assert again.sum() > 1_000
    for name in ("regency", "province", "office"):
        assert (np.diff(getattr(entries, name)[order])[again] == 0).all(), name
    assert len(set(entries.channel[order][1:][again].tolist())) > 3


def test_persons_are_numbered_within_the_institution(draw):
    """Numbers are those of cases of the block; a report outside the log has none."""
    block, _, entries = draw(rng=6, n_cases=500, volume_per_year=2_000)
    assert ((entries.reporter >= 0) == entries.is_kept).all()
    numbers = entries.reporter[entries.is_kept]
    assert numbers.min() >= block.first_case
    assert (numbers <= block.first_case + np.arange(len(numbers))).all()
