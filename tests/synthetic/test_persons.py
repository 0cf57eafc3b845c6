"""Names of persons who do not exist."""

import json
import re
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.persons import draw_names, load_names


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


def test_too_many_names_are_refused() -> None:
    """More than Faker has, or none, is refused by value."""
    message = "`n_names` must be from 1 to 20000, got 0. Draw names once and take from them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        draw_names(0)
