"""Claims about groups of institutions."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.synthetic import Scenario, load_scenario
from lapor_lab.synthetic.scenario_files.institution_groups import GROUP_KEYS, spread_total
from lapor_lab.synthetic.scenario_files.institution_table import INSTITUTION_KEYS

FILE = """
[scenario]
name = "kami"
base = "daerah"
period_days = 30
as_of = 2022-08-15
[scenario.source]
period_days = "asumsi"
as_of = "asumsi"
[[institution_groups]]
id = "k-{nomor}"
name = "Kota Rekaan {nomor}"
presets = ["kota"]
n_institutions = 7
first_number = 4
volume_per_year = 1000
volume_exponent = 1
preset_counts = { baik = 2, cukup = 4, lemah = 1 }
regions = ["Utara", "Selatan"]
[institution_groups.source]
n_institutions = "asumsi"
volume_per_year = "register"
volume_exponent = "asumsi"
preset_counts = "asumsi"
"""


def read(folder: Path, text: str = FILE) -> Scenario:
    """The scenario of a file."""
    path = folder / "kami.toml"
    path.write_text(text, encoding="utf-8")
    return load_scenario(path)


def test_a_group_is_numbered_from_its_first(tmp_path: Path) -> None:
    """Seven institutions from number 4 on are 04 to 10, in name and id."""
    made = read(tmp_path).institutions

    assert [i.id for i in made] == [f"k-{k:02d}" for k in range(4, 11)]
    assert made[0].name == "Kota Rekaan 04"


def test_a_total_is_spread_by_rank(tmp_path: Path) -> None:
    """With the exponent 1, the k-th of seven has 1/k over the sum of 1/1 to 1/7."""
    volumes = np.array([i.volume_per_year for i in read(tmp_path).institutions])
    exact = 1000 / np.arange(1, 8) / (1 / np.arange(1, 8)).sum()

    assert volumes.sum() == 1000
    assert (np.abs(volumes - exact) < 1).all()


@pytest.mark.parametrize(("total", "n", "exponent"), [(10, 3, 0), (7, 9, 1.5), (158_000, 679, 0.8)])
def test_parts_sum_to_the_total(total: int, n: int, exponent: float) -> None:
    """Nothing is lost by rounding, and no part is above an earlier one by more than 1."""
    parts = spread_total(total, n, exponent)

    assert sum(parts) == total
    assert all(later <= earlier + 1 for earlier, later in pairwise(parts))


def test_presets_are_spread_evenly_and_exactly(
    tmp_path: Path, shipped: Callable[[str], Scenario]
) -> None:
    """Each preset comes as often as said, and no start of the row is far from its part."""
    base = shipped("daerah")
    kinds = {
        base.institution(who).active_liaison_share: name
        for who, name in (
            ("kota-contoh-01", "baik"),
            ("kota-contoh-02", "cukup"),
            ("provinsi-contoh-03", "lemah"),
        )
    }
    found = [kinds[i.active_liaison_share] for i in read(tmp_path).institutions]

    assert Counter(found) == {"baik": 2, "cukup": 4, "lemah": 1}
    for n in range(1, 8):
        assert abs(found[:n].count("cukup") - 4 * n / 7) <= 1


def test_regions_are_given_in_turn(tmp_path: Path) -> None:
    """The first institution's units serve the first region, the second's the second, and again."""
    made = read(tmp_path).institutions

    assert [{u.region for u in i.units} for i in made[:3]] == [{"Utara"}, {"Selatan"}, {"Utara"}]


def test_a_list_of_volumes_is_taken_as_it_is(tmp_path: Path) -> None:
    """One number each."""
    text = FILE.replace("volume_per_year = 1000", "volume_per_year = [9, 1, 8, 2, 7, 3, 6]", 1)

    assert [i.volume_per_year for i in read(tmp_path, text).institutions] == [9, 1, 8, 2, 7, 3, 6]


def test_the_source_of_a_volume_tells_of_the_spread(tmp_path: Path) -> None:
    """The total and its spread may have different sources: both are told."""
    sources = read(tmp_path).sources

    assert sources["k-05.volume_per_year"] == "register; sebaran menurut nomor: asumsi"
    assert sources["k-05.preset_counts"] == "asumsi"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "n_institutions = 7",
            "n_institutions = 0",
            "`institution_groups.k-{nomor}.n_institutions` must be >= 1, got 0. Mend that line.",
        ),
        (
            'id = "k-{nomor}"',
            'id = "kota"',
            "`institution_groups.kota.id` must be … {nomor}, got 'kota'. Mend that line.",
        ),
        (
            "cukup = 4",
            "cukup = 5",
            "`institution_groups.k-{nomor}.preset_counts` must be Σ = 7, got 8. Mend that line.",
        ),
        (
            "cukup = 4",
            "sedang = 4",
            (
                "`institution_groups.k-{nomor}.presets` must be kemenkumham | kemendikbudristek | "
                "provinsi | kota | kabupaten | baik | cukup | kurang | lemah, got 'sedang'. "
                "Mend that line."
            ),
        ),
        (
            "volume_per_year = 1000",
            "volume_per_year = [1, 2]",
            "`institution_groups.k-{nomor}.volume_per_year` must be 7 ×, got 2. Mend that line.",
        ),
        (
            "volume_exponent = 1",
            "volume_exponent = -1",
            (
                "`institution_groups.k-{nomor}.volume_exponent` must be >= 0, got -1.0. "
                "Mend that line."
            ),
        ),
        (
            'volume_exponent = "asumsi"',
            "",
            (
                "`institution_groups.k-{nomor}.volume_exponent` has no source. Write in the "
                'table\'s `source` where it comes from, or "asumsi".'
            ),
        ),
        (
            "first_number = 4",
            "nomor_pertama = 4",
            (
                "unknown key `institution_groups.k-{nomor}.nomor_pertama`. Choose one of "
                + ", ".join(sorted(INSTITUTION_KEYS | GROUP_KEYS.keys()))
                + "."
            ),
        ),
        (
            "volume_per_year = 1000",
            "volume_per_year = 3",
            "`institution_groups.k-{nomor}.volume_per_year` must be >= 1, got 0. Mend that line.",
        ),
    ],
    ids=["n", "id", "counts", "preset", "list", "exponent", "source", "key", "volume"],
)
def test_a_wrong_group_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    """What is wrong with a group is told in one line that names the group."""
    assert old in FILE
    whole = f"{tmp_path / 'kami.toml'}: {message}"
    with pytest.raises(InputFileError, match=f"^{re.escape(whole)}$"):
        read(tmp_path, FILE.replace(old, new, 1))
