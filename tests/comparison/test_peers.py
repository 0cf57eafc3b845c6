"""Who is compared with whom."""

import re

import pandas as pd
import pytest

from lapor_lab.comparison.peers import find_peers
from lapor_lab.errors import UnknownNameError


def test_kinds_are_told_from_official_names() -> None:
    """Ministries, provinces, regencies and cities stand apart; what is none is another."""
    names = [
        "Kementerian Sosial", "Kemendikbudristek", "Pemerintah Provinsi Bali",
        "Pemerintah Kabupaten Bantul", "Kota Bogor", "KBRI Kuala Lumpur", "Badan Gizi Nasional",
    ]  # fmt: skip
    groups = find_peers(pd.Series(1, index=names), "kind")
    assert groups.tolist() == [
        "kementerian", "kementerian", "provinsi", "kabupaten", "kota",
        "perwakilan di luar negeri", "instansi lain",
    ]  # fmt: skip


def test_quarters_of_volume_hold_equal_volumes_together() -> None:
    """Eight institutions make four classes of two, named by their ends."""
    groups = find_peers(pd.Series([1, 2, 3, 4, 5, 6, 7, 8], index=list("abcdefgh")), "volume")
    assert groups["a"] == groups["b"] == "1 sampai 2 laporan"
    assert groups["g"] == groups["h"] == "7 sampai 8 laporan"
    tied = find_peers(pd.Series([5, 5, 5, 9], index=list("abcd")), "volume")
    assert len(set(tied[["a", "b", "c"]])) == 1


def test_own_groups_name_everyone() -> None:
    """An institution that the mapping leaves out is refused by name."""
    message = "unknown peer group of 'B'. Choose one of: one for each."
    with pytest.raises(UnknownNameError) as refused:
        find_peers(pd.Series([1, 1], index=["A", "B"]), {"A": "x"})
    assert re.search("'?B'?", str(refused.value)), message
