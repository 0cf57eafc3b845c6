"""Claims about names in official documents."""

from lapor_lab.report.documents.official_name import find_by_name, official_name


def test_aliases_and_identifiers_are_written_in_full() -> None:
    """Any name of an institution becomes its official one, in any case."""
    full = "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi"
    assert {official_name(n) for n in ("KEMENDIKBUDRISTEK", "Kemdikbudristek", full)} == {full}


def test_unknown_names_stay() -> None:
    """What the register does not hold is written as given."""
    assert official_name(" Kota Contoh ") == "Kota Contoh"
    assert find_by_name("Kota Contoh") is None
