"""Names of persons who do not exist."""

import json
import re
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.persons import draw_names, load_names
from lapor_lab.synthetic.text_made import make_texts
from lapor_lab.synthetic.text_profile import TextProfile


def test_the_frozen_names_are_fakers() -> None:
    """The same Faker draws the frozen names again; another version may not."""
    source = files("lapor_lab.synthetic") / "data" / "names.json"
    frozen = json.loads(source.read_text("utf-8"))
    if frozen["made_with"] != f"Faker {version('faker')}, id_ID":
        pytest.skip("another version of Faker is installed")

    assert list(draw_names(len(frozen["names"]))) == frozen["names"]


def test_names_differ_and_some_are_single() -> None:
    """5,000 different names without title; about one in seven is a single name (4 SE)."""
    names = load_names().to_pylist()
    single = np.mean([" " not in name for name in names])

    assert len(set(names)) == len(names) >= 5000
    assert not [name for name in names if re.search(r"[.,\d]", name)]
    assert 0.08 < single < 0.16


def test_who_introduces_himself_bears_such_a_name() -> None:
    """Where everybody says who he is, each text holds a name of the pool; else nobody does."""
    n = 200
    plain = TextProfile(
        introduction_share=1, informal_share=0, typo_share=0, capitals_share=0, lower_case_share=0
    )
    names = set(load_names().to_pylist())
    texts = make_texts(
        ["Kesehatan"] * n,
        ["Antrian Lama"] * n,
        [None] * n,
        [None] * n,
        np.random.default_rng(3),
        profile=plain,
    )["text"]
    said = texts.str.extract(r"\b[Ss]aya ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
    found = said[0].dropna()

    assert len(found) > 0.9 * n
    assert found.isin(names).mean() > 0.9


def test_too_many_names_are_refused() -> None:
    """More than Faker has, or none, is refused by value."""
    message = "`n_names` must be from 1 to 20000, got 0. Draw names once and take from them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        draw_names(0)
