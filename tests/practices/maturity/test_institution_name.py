"""Names of institutions, by the register."""

import pytest

from lapor_lab.practices.maturity import is_same_institution, names_of_institution


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        (
            "kemendikbudristek",
            "Kementerian Pendidikan,  Kebudayaan, Riset, dan Teknologi",
            True,
        ),
        ("Kemendikbudristek", "Kemenkumham", False),
        ("Badan Contoh ", "badan  contoh", True),
        ("Badan Contoh", "Badan Lain", False),
    ],
)
def test_names_mean_one_institution(first: str, second: str, is_same: bool) -> None:
    """Case, blanks and the register's aliases do not make another institution."""
    assert is_same_institution(first, second) is is_same
    assert is_same_institution(second, first) is is_same


def test_an_unknown_institution_has_its_own_name_alone() -> None:
    """One that the register does not hold is known by what it was called."""
    assert names_of_institution("Badan  Contoh") == {"badan contoh"}
