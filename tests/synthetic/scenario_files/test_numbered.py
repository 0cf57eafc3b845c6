"""Claims about numbered names."""

from lapor_lab.synthetic.scenario_files.numbered import numbered


def test_names_of_a_series_sort_as_their_numbers() -> None:
    """All numbers of a series have one width, so that names sort as numbers do."""
    names = [numbered("UPT {nomor}", k, 120) for k in range(1, 121)]

    assert names == sorted(names)
    assert numbered("Setjen", 1, 1) == "Setjen"
