"""Where reports come from."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.entries import PROVINCES, REGENCIES
from lapor_lab.synthetic.entries.provinces import ORIGINS, draw_places
from lapor_lab.synthetic.places import PROVINCE_OF_REGENCY


def names_drawn(*shares: str) -> dict[str, set[str]]:
    """Return the regencies that are drawn, by province."""
    uniforms = np.random.default_rng(0).random((2, 2_000))
    province, regency = draw_places(dict.fromkeys(shares, 1 / len(shares)), tuple(uniforms))
    pairs = set(zip(province.tolist(), regency.tolist(), strict=True))
    return {
        PROVINCES[code]: {REGENCIES[below] for above, below in pairs if above == code}
        for code, _ in pairs
    }


def test_there_are_38_provinces_each_with_regencies():
    """34 of 2022 and four made of two of them; no regency stands twice."""
    assert len(PROVINCES) == len(set(PROVINCES)) == 38
    assert len(ORIGINS) == 4
    assert set(ORIGINS.values()) <= set(PROVINCES) - set(ORIGINS)
    assert len(REGENCIES) == len(set(REGENCIES)) == len(PROVINCE_OF_REGENCY)
    assert np.bincount(PROVINCE_OF_REGENCY, minlength=38).min() >= 3


def test_a_new_province_that_is_not_named_still_belongs_to_the_old_one():
    """With the 34 provinces Merauke lies in Papua; with the 38 in Papua Selatan."""
    old = names_drawn("Papua", "Papua Barat")
    assert {"Kab. Merauke", "Kab. Mimika", "Kota Jayapura"} <= old["Papua"]
    assert {"Kota Sorong", "Kab. Manokwari"} <= old["Papua Barat"]
    new = names_drawn("Papua", "Papua Barat", *ORIGINS)
    assert "Kab. Merauke" in new["Papua Selatan"]
    assert "Kab. Merauke" not in new["Papua"]
    assert set.union(*new.values()) == set.union(*old.values())


def test_every_regency_of_the_scenario_lies_in_its_province(draw):
    """The province beside a regency is its own, or the one that its own was part of."""
    _, reporters, entries = draw(rng=7)
    owner = [name if name in reporters.province_shares else ORIGINS[name] for name in PROVINCES]
    owned_by = np.array([PROVINCES.index(name) for name in owner])[PROVINCE_OF_REGENCY]
    assert (owned_by[entries.regency] == entries.province).all()


def test_an_unknown_province_is_refused(scenario):
    """A name that is none of the 38 is refused with all of them, wherever shares are given."""
    message = (
        f"`province_shares` must be {' | '.join(PROVINCES)}, got 'Jakarta'. Spell it as there."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(scenario.reporters, province_shares={"Bali": 0.5, "Jakarta": 0.5})
