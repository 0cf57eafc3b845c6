"""Texts that several tests read."""

import dataclasses

import numpy as np
import pytest

from lapor_lab.synthetic.text import TextProfile, make_texts
from lapor_lab.synthetic.text.profile_report import even_order

N_TEXTS = 12_000


@pytest.fixture(scope="session")
def order():
    """An order for many texts on all sub-topics, without copies."""
    return even_order(N_TEXTS, 1)


@pytest.fixture(scope="session")
def made(order):
    """The texts of that order."""
    return make_texts(order, TextProfile(), np.random.default_rng(1))


@pytest.fixture(scope="session")
def with_copies():
    """Returns an order in which every fifth text is a copy, of a given kind, of the one before."""

    def build(kind, n_texts=2_000):
        plain = even_order(n_texts, 2)
        rows = np.arange(4, n_texts, 5)
        copy_of = np.arange(n_texts)
        copy_of[rows] = rows - 1
        copy_kind = np.zeros(n_texts, dtype=np.int8)
        copy_kind[rows] = kind
        subtopic = plain.subtopic.copy()
        subtopic[rows] = subtopic[rows - 1]
        return dataclasses.replace(
            plain, copy_of=copy_of, copy_kind=copy_kind, subtopic=subtopic
        ), rows

    return build
