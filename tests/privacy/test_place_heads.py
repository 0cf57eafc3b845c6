"""Places that bear a name."""

import pytest

from lapor_lab.privacy.place_heads import follows_place_head


@pytest.mark.parametrize(
    "text",
    [
        "jalan X", "jl. X", "jl.X", "jalan raya X", "jalan lintas dr. X", "rsud dr. X",
        "rumah sakit umum daerah X", "bandara X", "stadion gelora bung X", "masjid al X",
        "taman makam pahlawan X", "universitas jenderal X", "pt X", "desa X", "hari X",
    ],
)  # fmt: skip
def test_what_bears_a_name_is_seen_before_it(text: str) -> None:
    """A word for a place and ranks or titles behind it."""
    assert follows_place_head(text, text.index("X"))


@pytest.mark.parametrize(
    "text", ["pak X", "kepala desa X", "jalan rusak kata X", "di rumah sakit. ibu X", "X"]
)
def test_other_words_part_a_place_from_a_person(text: str) -> None:
    """An office, a verb or the end of a sentence between them."""
    assert not follows_place_head(text, text.index("X"))
